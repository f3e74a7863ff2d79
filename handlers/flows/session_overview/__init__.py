"""How a dialogue session stands, and what an official may do with it."""

from __future__ import annotations

from datetime import datetime
from functools import partial

from handlers import official_words, which_session
from handlers.asking_dates import hear_end, hear_moment
from handlers.context import Turn
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
    go,
    option,
    preceded,
    say,
)
from handlers.flows.session_overview import noting
from handlers.flows.session_overview.showing import after_change, shown
from handlers.parsing import yes_no
from handlers.services import change_notices, date_warnings, dialogue_sessions, session_deadlines
from handlers.services.session_deadlines import Standing
from handlers.texts import moment_words
from handlers.which_session import WhichSession
from storage.models import DialogueSession

flow = Flow(
    "session_overview",
    roles=OFFICIALS,
    triggers=("xem dang ky", "xem buoi hop", "tinh hinh dang ky"),
    phrases=(
        *(official_words.BEGUN, official_words.OVER, official_words.NOT_OVER),
        official_words.ACT,
    ),
    dates=frozenset({"until", "new_date"}),
    interruptible=False,
)

_OPEN = (Standing.ANNOUNCED, Standing.REOPENED)
_SHUT = (Standing.DEADLINE_PASSED, Standing.REGISTRATION_CLOSED)
_COMING = (*_OPEN, *_SHUT)
_ACTIONS: tuple[tuple[str, tuple[Standing, ...]], ...] = (
    ("announce", (Standing.DRAFT,)),
    ("edit", (Standing.DRAFT,)),
    *noting.WHEN.items(),
    ("close", _OPEN),
    ("deadline", _OPEN),
    ("reopen", _SHUT),
    ("move", _COMING),
    ("postpone", (*_COMING, Standing.OVER, Standing.POSTPONED)),
    ("cancel", (Standing.DRAFT, *_COMING, Standing.OVER, Standing.POSTPONED)),
    ("details", tuple(one for one in Standing if one is not Standing.CANCELLED)),
)
"""What is offered when; the services decide again under the lock."""

_TYPED = frozenset({"postpone", "cancel", "deadline", "reopen"})
"""What begins with a question, so that typed words may go straight to it."""

_ELSEWHERE = {
    "announce": "announce",
    "edit": "create_session",
    "move": "move_attendee",
    "details": "session_details",
}
"""What a flow of its own does."""


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Settle the dialogue session, then show how it stands, or note that it begins or is over."""
    meant = turn.data.pop("meant", "")
    if meant == official_words.ACT:
        return await _begin_act(turn)
    wanted = noting.MEANT.get(meant)
    if wanted is None:
        return await which.start(turn)
    turn.data["part"] = wanted
    fits = partial(noting.is_meant, turn.work, wanted)
    return await which.start(turn, fits=fits, if_none=f"overview-none-{wanted}")


async def _begin_act(turn: Turn) -> Outcome:
    """Go on to what the words name, of the session with which it can be done now."""
    said = official_words.read(turn.text)
    wanted = said.about if said is not None else ""
    if wanted not in dict(_ACTIONS):
        return await which.start(turn)
    turn.data["part"] = wanted

    async def fits(found: DialogueSession) -> bool:
        return session_deadlines.standing(found, turn.work.now) in dict(_ACTIONS)[wanted]

    return await which.start(turn, fits=fits, if_none="overview-none-act")


async def _show(turn: Turn) -> Outcome:
    part = turn.data.pop("part", None)
    if part == "new_date":
        return ask("new_date", "overview-ask-new-date")
    found = await which_session.chosen(turn)
    standing = session_deadlines.standing(found, turn.work.now)
    if part in _TYPED and standing in dict(_ACTIONS)[part]:
        turn.choice = part
        return preceded(await act(turn), noting.of(turn, found))
    if part in noting.WHEN and await noting.is_meant(turn.work, part, found):
        return await noting.ask_of(turn, part, found)
    return choose(
        "act", "overview-ask", *await _offered(turn, found), says=await shown(turn, found)
    )


which = WhichSession(flow, _show)


async def _offered(turn: Turn, found: DialogueSession) -> list[Option]:
    standing = session_deadlines.standing(found, turn.work.now)
    names = [name for name, when in _ACTIONS if standing in when]
    for name in ("start", "undo"):
        if name in names and not await noting.may(turn.work, name, found):
            names.remove(name)
    offered = [
        option(name, f"overview-undo-{standing.value}" if name == "undo" else f"overview-{name}")
        for name in names
    ]
    return [*offered, option("menu", "overview-menu")]


@flow.step
async def act(turn: Turn) -> Outcome:
    """Begin what was chosen."""
    match turn.choice:
        case "announce" | "edit" | "move" | "details" as wanted:
            return go(_ELSEWHERE[wanted], dialogue_session=turn.data["dialogue_session"])
        case "close":
            await dialogue_sessions.close_registration(turn.work, turn.data["dialogue_session"])
            return done("overview-closed", menu=True)
        case "deadline" | "reopen" as wanted:
            return ask("until", f"overview-ask-{wanted}")
        case "postpone":
            return ask("new_date", "overview-ask-new-date")
        case "undo":
            return await noting.ask_undo(turn)
        case "start" | "conclude" as wanted:
            return await noting.ask(turn, wanted)
        case "cancel":
            return choose(
                "cancel_once",
                "overview-cancel-confirm",
                option("keep", "overview-keep"),
                option("cancel", "overview-yes-cancel"),
            )
    return done(menu=True)


@flow.step
async def until(turn: Turn) -> Outcome:
    """Registration is open until then, whether it was closed or not."""
    found = hear_end(turn, "until")
    if isinstance(found, Outcome):
        return found
    if not isinstance(found, datetime):
        return ask_again("session-date-unreadable")
    meeting = await which_session.chosen(turn)
    if meeting.starts_at is not None and found > meeting.starts_at:
        return ask_again("session-reopen-wrong")
    was_open = session_deadlines.registration_open(meeting, turn.work.now)
    await dialogue_sessions.reopen(turn.work, meeting.id, found)
    told = "overview-deadline-moved" if was_open else "overview-reopened"
    return done(told, moment=moment_words(found), menu=True)


@flow.step
async def new_date(turn: Turn) -> Outcome:
    """The new day, with its warnings, then a confirmation."""
    found = hear_moment(turn, "new_date")
    if isinstance(found, Outcome):
        return found
    yes = option("yes", "overview-yes-postpone")
    keep = option("keep", "overview-keep")
    if not isinstance(found, datetime):
        turn.data["new_date"] = None
        return ask("postpone_sure", "overview-postpone-confirm-open", yes, keep)
    turn.data["new_date"] = found.isoformat()
    meeting = await which_session.chosen(turn)
    cautions = await date_warnings.of_date(turn.work, meeting.unit_id, found, but_not=meeting.id)
    return ask(
        "postpone_sure",
        "overview-postpone-confirm",
        yes,
        keep,
        says=tuple(Say(one.key, one.params) for one in cautions),
        moment=moment_words(found),
    )


@flow.step
async def postpone_sure(turn: Turn) -> Outcome:
    """Postpone and tell everybody concerned; another date may be typed instead."""
    agreed = turn.choice == "yes" if turn.choice else yes_no(turn.text)
    if agreed is None:
        return await new_date(turn)
    if not agreed:
        return done(menu=True)
    told = turn.data["new_date"]
    before = await which_session.chosen(turn)
    old_date = before.starts_at
    meeting = await dialogue_sessions.postpone(
        turn.work, before.id, datetime.fromisoformat(told) if told else None
    )
    count = await change_notices.tell_postponed(turn.work, meeting, old_date)
    return done(
        say("overview-postponed", count=count), *await after_change(turn, meeting), menu=True
    )


@flow.step
async def cancel_once(turn: Turn) -> Outcome:
    """Ask once more: it cannot be undone."""
    if turn.choice != "cancel":
        return done(menu=True)
    return choose(
        "cancel_twice",
        "overview-cancel-confirm-again",
        option("keep", "overview-keep"),
        option("cancel", "overview-yes-cancel-sure"),
    )


@flow.step
async def cancel_twice(turn: Turn) -> Outcome:
    """Cancel and tell everybody concerned; questions stay."""
    if turn.choice != "cancel":
        return done(menu=True)
    meeting = await dialogue_sessions.cancel(turn.work, turn.data["dialogue_session"])
    count = await change_notices.tell_cancelled(turn.work, meeting)
    return done(
        say("overview-cancelled", count=count), *await after_change(turn, meeting), menu=True
    )


for _step in (noting.start_sure, noting.conclude_sure, noting.undo_sure):
    flow.step(_step)
