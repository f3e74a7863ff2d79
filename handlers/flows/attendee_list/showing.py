"""The list as it stands now, and who is to come off it."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Option, Outcome, Say, ask, choose, option
from handlers.heads import line_of, numbered, said, seats_words
from handlers.parsing import NO, YES
from handlers.services import registrations, seats
from storage.models import Registration, RegistrationState


async def show(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    """The village's list after *says*, and what can be done with it; nothing waits any more."""
    for name in ("line", "then"):
        turn.data.pop(name, None)
    on_list, requests = await _read(turn)
    options = []
    if requests:
        options.append(option("requests", "list-requests", count=len(requests)))
    if on_list:
        options += [option("replace", "list-replace"), option("cancel", "list-cancel")]
    closed = await _closed(turn)
    if closed is None:
        options.append(option("add", "list-add"))
    else:
        says = (*says, closed)
    options.append(option("finish", "heads-finish"))
    counts = await seats_words(turn)
    when = turn.data["when"]
    if not on_list:
        return choose("act", "list-empty", *options, says=says, when=when, **counts)
    lines = _lines(turn, on_list)
    return choose("act", "list-shown", *options, says=says, when=when, lines=lines, **counts)


async def _closed(turn: Turn) -> Say | None:
    """Why nobody more is written down, and what to do; None while the list is open."""
    meeting = await seats.meeting_of(turn.work, turn.data["dialogue_session_id"])
    try:
        seats.check_open(turn.work, meeting, official=False)
    except RuleError as why:
        return said(why.key, **why.params)
    return None


async def ask_who(turn: Turn, act: str) -> Outcome:
    """Show the list and ask whom *act* ("replace", "cancel") is about."""
    on_list, _ = await _read(turn)
    if not on_list:
        return await show(turn)
    turn.data["act"] = act
    counts = await seats_words(turn)
    shown = said("list-shown", when=turn.data["when"], lines=_lines(turn, on_list), **counts)
    return ask("who", f"list-who-{act}", says=(shown,))


def ask_sure(turn: Turn, place: int, says: tuple[Say, ...] = ()) -> Outcome:
    """Whether the one at *place* of the list shown is to come off."""
    turn.data["id"], turn.data["name"] = turn.data["rows"][place]
    return choose(
        "sure",
        "list-sure",
        option("drop", "list-drop", means=(YES,)),
        option("keep", "option-cancel", means=(NO,)),
        says=says,
        name=turn.data["name"],
    )


def ask_which(turn: Turn, act: str, places: Sequence[int]) -> Outcome:
    """Which of several, whose names the words fit, *act* is about."""
    turn.data["act"] = act
    rows = turn.data["rows"]
    named = [_named(place, rows[place][1]) for place in places]
    return choose("which", "list-which", *named, option("leave", "option-cancel", means=(NO,)))


def _named(place: int, name: str) -> Option:
    return option(str(place), label=f"{name} ({place + 1})")


async def refused(turn: Turn, why: RuleError) -> Outcome:
    """Say why, and show the list as it is now."""
    return await show(turn, (said(why.key, **why.params),))


async def read_rows(turn: Turn) -> None:
    """Keep ids and names of the list in ``turn.data``, in its order."""
    await _read(turn)


async def _read(turn: Turn) -> tuple[Sequence[Registration], Sequence[Registration]]:
    data = turn.data
    on_list, requests = await registrations.listed(
        turn.work, data["dialogue_session_id"], data["village_id"]
    )
    data["rows"] = [[one.id, one.attendee_name] for one in on_list]
    return on_list, requests


def _lines(turn: Turn, rows: Sequence[Registration]) -> str:
    """Numbered lines, each who waits with the place in the waiting list."""
    shown: list[str] = []
    waiting = 0
    for one in rows:
        line = line_of(turn, one.attendee_name, one.category, one.office)
        if one.state is RegistrationState.WAITLISTED:
            waiting += 1
            line = turn.say("list-line-waiting", {"line": line, "place": waiting})
        shown.append(line)
    return numbered(shown)
