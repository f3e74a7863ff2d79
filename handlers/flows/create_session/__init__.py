"""An official makes a dialogue session by questions; it is read back and saved as a draft.

A saved draft is corrected by the same questions: it is read back, and a part of it is asked anew.
"""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime
from typing import Any

from handlers import access, asking_dates, official_words, which_session
from handlers.context import Turn
from handlers.dates import only_moment, read_moment
from handlers.flow import (
    OFFICIALS,
    Flow,
    Outcome,
    ask,
    ask_again,
    choose,
    done,
    go,
    option,
    say,
)
from handlers.flows.create_session import before, read_back, topics, villages, when_and_where
from handlers.flows.create_session.typed import about_things, opened
from handlers.form import Field, Form
from handlers.parsing import has_nothing, leaves_it, yes_no
from handlers.services import session_details, session_plans
from handlers.texts import local

flow = Flow(
    "create_session",
    roles=OFFICIALS,
    triggers=("tao buoi doi thoai", "tao buoi hop", "tao phien doi thoai"),
    dates=frozenset({"when", "deadlines"}),
    # Words of the main menu are no place, and nothing to bring.
    hears=frozenset({"session_overview", "announce", "list_submissions", "export_files"}),
    interruptible=False,
    # What may be changed one part at a time: something of it is always left.
    draft=("venue", "when", "when_maybe", "topics_so_far", "topics", "villages"),
)

_EDITS: Mapping[str, tuple[str, ...]] = {
    "venue": ("venue",),
    "when": ("when", "deadlines", "closes"),
    "topics": ("topics",),
    "villages": ("villages", "seats"),
    "rest": ("deadlines", "closes", "bring", "allowance"),
    "deadlines": ("deadlines", "closes"),
    "bring": ("bring",),
    "allowance": ("allowance",),
}
"""What is asked anew when a part is to be changed."""


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Ask the first question; of a draft in ``dialogue_session`` only for its ``part``, if any.

    ``mends``: the part is what the message itself names.
    """
    commune = await access.commune_of_official(turn.work)
    turn.data["commune"] = commune.id
    if "dialogue_session" in turn.data:
        found = await which_session.chosen(turn)
        turn.data.update(read_back.told(session_plans.plan_of(found), turn.work.now))
        if turn.data.pop("mends", False):
            return await _mended(turn) or await _form.next(turn)
    return await _ask_anew(turn, turn.data.pop("part", ""))


async def _ask_anew(turn: Turn, part: str) -> Outcome:
    shown = turn.data.get("when")
    before.forget(turn, _EDITS.get(part, ()))
    if part == "when" and shown:
        asking_dates.suppose(turn, local(datetime.fromisoformat(shown)).date())
    return await _form.next(turn)


async def _ask_bring(_turn: Turn) -> Outcome:
    return ask("bring", "session-ask-bring", option("skip", "session-skip"))


async def _ask_allowance(_turn: Turn) -> Outcome:
    return ask("allowance", "session-ask-allowance", option("skip", "session-skip"))


def _optional(name: str) -> Callable[[Turn], Awaitable[Any]]:
    async def hear(turn: Turn) -> Any:
        if turn.choice == "skip" or has_nothing(turn.text) or leaves_it(turn.text):
            return ""
        if yes_no(turn.text):
            return ask_again()
        if official_words.mends_part(turn.text):
            return await _mended(turn) or ask_again()
        told = about_things(turn)
        return session_details.bare(name, told) if isinstance(told, str) else told

    return hear


async def _topics_or_date(turn: Turn) -> Any:
    """Topics; or another date, by whoever sees only now that the date was read wrongly."""
    is_menu = turn.choice is not None or topics.are_numbers(turn.text)
    if is_menu or not only_moment(turn.text, turn.work.now):
        return await topics.hear_topics(turn)
    heard = await when_and_where.hear_when(turn)
    if isinstance(heard, Outcome):
        return heard
    for follows in ("deadlines", "closes"):
        turn.data.pop(follows, None)
    turn.data["when"] = heard
    return await _form.next(turn)


_FIELDS = (
    before.kept(Field("venue", when_and_where.ask_venue, when_and_where.hear_venue)),
    before.kept(Field("when", when_and_where.ask_when, when_and_where.hear_when)),
    before.heard(
        before.kept(Field("topics", topics.ask_topics, _topics_or_date)),
        lambda anew: not anew,
    ),
    before.kept(Field("villages", villages.ask_villages, villages.hear_villages)),
    before.kept(Field("seats", villages.ask_seats, villages.hear_seats)),
    before.heard(
        before.carried(
            Field(
                "deadlines",
                when_and_where.ask_deadlines,
                when_and_where.hear_deadlines,
                lambda data: bool(data.get("when")),
            )
        ),
        lambda anew: "when" in anew,
    ),
    before.kept(Field("bring", _ask_bring, _optional("bring"))),
    before.kept(Field("allowance", _ask_allowance, _optional("allowance"))),
)
_form = Form(flow, tuple(map(opened, _FIELDS)), read_back.read_back)


async def _mended(turn: Turn) -> Outcome | None:
    """ "Sửa lại giờ thành 8h", "sửa hỗ trợ": another hour of that day, or the part to ask anew."""
    shown = turn.data.get("when")
    part = official_words.part_to_mend(turn.text) if turn.choice is None else None
    if part != "when" or not shown:
        return await _ask_anew(turn, part) if part else None
    asked = await _ask_anew(turn, part)
    if not read_moment(turn.text, turn.work.now).hours:
        return asked
    heard = await when_and_where.hear_when(turn)
    if isinstance(heard, Outcome):
        return asked if heard.again else heard
    turn.data["when"] = heard
    return await _form.next(turn)


@flow.step
async def confirm(turn: Turn) -> Outcome:
    """Save, or ask again what is to be changed."""
    if turn.choice is not None and turn.choice in _EDITS:
        return await _ask_anew(turn, turn.choice)
    if turn.choice != "save":
        return await _mended(turn) or ask_again()
    plan = read_back.plan(turn)
    if "dialogue_session" in turn.data:
        made = await session_plans.change(turn.work, turn.data["dialogue_session"], plan)
    else:
        made = await session_plans.create(turn.work, turn.data["commune"], plan)
    turn.data.clear()
    turn.data["made"] = made.id
    lacking = session_plans.missing(made)
    return choose(
        "after",
        "session-ask-next",
        option("announce", "session-next-announce"),
        option("menu", "session-next-menu"),
        says=(say("session-saved-incomplete" if lacking else "session-saved"),),
    )


@flow.step
async def after(turn: Turn) -> Outcome:
    """On to announcing, or back to the main menu."""
    if turn.choice == "announce":
        return go("announce", dialogue_session=turn.data["made"])
    return done(menu=True)
