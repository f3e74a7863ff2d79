"""Things that households ask about a dialogue session, which an official may write down."""

from __future__ import annotations

import re

from handlers import which_session
from handlers.categories import read_category
from handlers.context import Turn
from handlers.dates import only_moment
from handlers.flow import (
    OFFICIALS,
    Flow,
    Option,
    Outcome,
    Say,
    ask,
    ask_again,
    choose,
    done,
    option,
    say,
)
from handlers.parsing import key
from handlers.services import session_details, session_facts
from handlers.services.session_details import INVITED, WORDS
from handlers.services.session_plans import LONGEST
from handlers.which_session import WhichSession
from storage.models import DialogueSession, PovertyStatus, SessionState

flow = Flow(
    "session_details",
    roles=OFFICIALS,
    triggers=("thong tin them", "thong tin them cho ba con"),
    draft=("typed",),
    interruptible=False,
)

_NAMES = (INVITED, *WORDS)
_THINGS = frozenset({"bring", "allowance"})
"""Details that are never a day or an hour."""
_USUAL: dict[str, frozenset[PovertyStatus]] = {
    "every": session_facts.EVERY_HOUSEHOLD,
    "poor": frozenset({PovertyStatus.POOR, PovertyStatus.NEAR_POOR}),
    "risk": frozenset(
        {
            PovertyStatus.POOR,
            PovertyStatus.NEAR_POOR,
            PovertyStatus.JUST_ESCAPED,
            PovertyStatus.AT_RISK,
        }
    ),
}
"""Groups that are usually invited together, by the name of the choice."""
_EVERYBODY = frozenset({"tat ca", "moi nha", "tat ca moi nha", "ca thon", "het"})
_SEPARATORS = re.compile(r"[,;\n]+|\s+và\s+|\s+va\s+")
_SHORTEST = 2


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Settle the dialogue session, then show what may be written down."""
    return await which.start(turn)


async def _show(turn: Turn, *says: Say) -> Outcome:
    turn.data.pop("typed", None)
    meeting = await which_session.chosen(turn)
    options = [option(name, label=_label(turn, meeting, name)) for name in _NAMES]
    return choose("pick", "details-ask", *options, option("done", "details-done"), says=says)


_ANY_HELD = frozenset(SessionState) - {SessionState.CANCELLED}
which = WhichSession(flow, _show, states=_ANY_HELD)


def _label(turn: Turn, meeting: DialogueSession, name: str) -> str:
    field = turn.say(f"details-{name}")
    known = session_details.is_known(meeting, name)
    return turn.say("details-known", {"field": field}) if known else field


@flow.step
async def pick(turn: Turn) -> Outcome:
    """Ask for the chosen detail, with what is there now."""
    name = turn.choice or ""
    if name not in _NAMES:
        return done(menu=True)
    turn.data["name"] = name
    meeting = await which_session.chosen(turn)
    known = session_details.is_known(meeting, name)
    now = (say("details-now", text=_as_told(turn, _kept(meeting, name))),) if known else ()
    usual = [option(one, f"details-invited-{one}") for one in _USUAL] if name == INVITED else []
    return ask("hear", f"details-ask-{name}", *usual, *_leaving(known=known), says=now)


def _leaving(*, known: bool) -> list[Option]:
    drop = [option("drop", "details-drop")] if known else []
    return [*drop, option("skip", "session-skip")]


@flow.step
async def hear(turn: Turn) -> Outcome:
    """What was typed or chosen, read back as households will hear it."""
    if turn.choice == "skip" or (turn.choice is None and key(turn.text) in {"bo qua", "thoi"}):
        return await _show(turn)
    if turn.choice == "drop":
        turn.data["typed"] = None
        return choose("sure", "details-drop-sure", *_sure())
    typed = _heard(turn)
    if isinstance(typed, Outcome):
        return typed
    turn.data["typed"] = typed
    return choose("sure", "details-sure", *_sure(), text=_as_told(turn, typed))


def _sure() -> tuple[Option, ...]:
    return option("save", "details-save"), option("again", "details-again")


def _heard(turn: Turn) -> str | list[str] | Outcome:
    if turn.data["name"] == INVITED:
        groups = _USUAL.get(turn.choice or "") or _groups(turn.text)
        found = [one.value for one in PovertyStatus if one in groups]
        return found or ask_again("details-groups-unclear")
    if turn.data["name"] in _THINGS and only_moment(turn.text, turn.work.now):
        return ask_again("session-not-a-date")
    text = session_details.bare(turn.data["name"], " ".join(turn.text.split()).rstrip("."))
    if len(text) > LONGEST:
        return ask_again("session-text-too-long", most=LONGEST)
    return text if len(text) >= _SHORTEST else ask_again()


def _groups(text: str) -> frozenset[PovertyStatus]:
    """Groups in words; none when one of them is not understood."""
    if key(text) in _EVERYBODY:
        return _USUAL["every"]
    if any(sign.isdigit() for sign in text):  # the numbers of another menu
        return frozenset()
    said = [read_category(part) for part in _SEPARATORS.split(text) if part.strip()]
    found = frozenset(one for one in said if one is not None)
    return found if None not in said else frozenset()


@flow.step
async def sure(turn: Turn) -> Outcome:
    """Keep it, or hear it again."""
    name, typed = turn.data["name"], turn.data.pop("typed", None)
    if turn.choice != "save":
        turn.choice = name
        return await pick(turn)
    meeting_id = turn.data["dialogue_session"]
    if name == INVITED:
        groups = [PovertyStatus(one) for one in typed or ()]
        await session_details.set_invited(turn.work, meeting_id, groups)
    else:
        await session_details.set_words(turn.work, meeting_id, name, typed)
    return await _show(turn, say("details-saved" if typed else "details-dropped"))


def _kept(meeting: DialogueSession, name: str) -> str | list[str]:
    kept: str | list[str] = getattr(meeting, WORDS.get(name, "invited_groups")) or ""
    return kept


def _as_told(turn: Turn, value: str | list[str]) -> str:
    """The sentence that households hear."""
    if isinstance(value, list):
        told = session_facts.invited(turn.work, turn.person.language, value)
        return turn.say(told.key, told.params)
    return turn.say(f"meeting-{turn.data['name']}", {"value": value})
