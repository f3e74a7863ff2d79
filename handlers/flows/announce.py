"""An official looks at the notice and whom it reaches, and sends it."""

from __future__ import annotations

from datetime import datetime

from handlers import access
from handlers.asking_dates import hear_moment
from handlers.context import Turn
from handlers.flow import (
    OFFICIALS,
    Flow,
    Outcome,
    Say,
    ask,
    ask_again,
    choose,
    done,
    option,
    say,
)
from handlers.services import announcements, dialogue_sessions
from handlers.services.announcements import Preview, VillageReach
from handlers.texts import moment_words
from storage.models import DialogueSession, SessionState

flow = Flow(
    "announce",
    roles=OFFICIALS,
    triggers=("bao hop", "gui thong bao", "thong bao hop"),
    interruptible=False,
)

_SHORTEST_PLACE = 2


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Choose the dialogue session, unless there is one or it was told."""
    if "dialogue_session" in turn.data:
        return await _show(turn)
    commune = await access.commune_of_official(turn.work)
    found = await announcements.announceable(turn.work, commune.id)
    if not found:
        return done("session-none")
    if len(found) == 1:
        turn.data["dialogue_session"] = found[0].id
        return await _show(turn)
    return choose(
        "which", "session-which", *(option(str(one.id), label=_line(turn, one)) for one in found)
    )


def _line(turn: Turn, one: DialogueSession) -> str:
    line = turn.say(
        "session-line",
        {
            "moment": moment_words(one.starts_at) if one.starts_at else turn.say("session-no-date"),
            "venue": one.venue or turn.say("session-no-venue"),
        },
    )
    state = turn.say(f"session-state-{one.state.value}")
    return turn.say("session-choice", {"line": line, "state": state})


@flow.step
async def which(turn: Turn) -> Outcome:
    """The chosen dialogue session."""
    turn.data["dialogue_session"] = int(turn.choice or 0)
    return await _show(turn)


async def _show(turn: Turn) -> Outcome:
    """The notice and its reach, or the question for what is missing."""
    found = await access.dialogue_session(turn.work, turn.data["dialogue_session"])
    lacking = dialogue_sessions.missing(found)
    if lacking and found.state is SessionState.DRAFT:
        return choose(
            "fill",
            "announce-fill",
            option("fill", "announce-fill-now"),
            option("later", "announce-not-now"),
        )
    announcements.complete_or_refuse(found)
    shown = await announcements.preview(turn.work, found)
    again = found.state is SessionState.ANNOUNCED and bool(
        await turn.work.uow.dialogue_sessions.announcements(found.id)
    )
    cautions = await dialogue_sessions.warnings(turn.work, found)
    return choose(
        "confirm",
        "announce-ask-again" if again else "announce-ask",
        option("send", "announce-send"),
        option("later", "announce-not-now"),
        says=(
            say("announce-preview", notice=shown.text),
            *_reach(turn, shown),
            *(Say(one.key, one.params) for one in cautions),
        ),
    )


def _reach(turn: Turn, shown: Preview) -> tuple[Say, ...]:
    lines = "\n".join(_village_line(turn, one) for one in shown.villages)
    counts = say("announce-counts", contacts=shown.contacts, heads=shown.heads, villages=lines)
    if not shown.unreached:
        return (counts,)
    return counts, say("announce-in-person", count=shown.unreached)


def _village_line(turn: Turn, one: VillageReach) -> str:
    key = "announce-village" if one.households else "announce-village-empty"
    key += "" if one.has_head else "-no-head"
    if not one.households:
        return turn.say(key, {"village": one.name})
    return turn.say(key, {"village": one.name, "reached": one.reached, "unreached": one.unreached})


@flow.step
async def fill(turn: Turn) -> Outcome:
    """Ask for what the draft lacks."""
    if turn.choice != "fill":
        return done("announce-later", menu=True)
    return await _ask_missing(turn)


async def _ask_missing(turn: Turn) -> Outcome:
    found = await access.dialogue_session(turn.work, turn.data["dialogue_session"])
    if not found.venue:
        return ask("venue", "session-ask-venue", option("hall", "session-venue-hall"))
    if found.starts_at is None:
        return ask("when", "session-ask-date")
    return await _show(turn)


@flow.step
async def venue(turn: Turn) -> Outcome:
    """The place."""
    place = turn.say("session-venue-hall-said") if turn.choice == "hall" else turn.text.strip()
    if len(place) < _SHORTEST_PLACE:
        return ask_again()
    await dialogue_sessions.set_when_and_where(
        turn.work, turn.data["dialogue_session"], None, place
    )
    return await _ask_missing(turn)


@flow.step
async def when(turn: Turn) -> Outcome:
    """Day and hour; warnings about them follow with the preview."""
    found = hear_moment(turn, "when")
    if isinstance(found, Outcome):
        return found
    if not isinstance(found, datetime):
        return done("announce-later", menu=True)
    await dialogue_sessions.set_when_and_where(
        turn.work, turn.data["dialogue_session"], found, None
    )
    return await _ask_missing(turn)


@flow.step
async def confirm(turn: Turn) -> Outcome:
    """Send, once for everybody."""
    if turn.choice != "send":
        return done("announce-later", menu=True)
    published = await announcements.publish(turn.work, turn.data["dialogue_session"])
    if not published.added:
        return done("announce-done-nothing", menu=True)
    return done("announce-done", added=published.added, menu=True)
