"""Noting that a meeting begins or is over, and taking that back."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import official_words, which_session
from handlers.context import Turn, Work
from handlers.errors import RuleError
from handlers.flow import Outcome, Say, choose, done, option, preceded, say
from handlers.flows.session_overview.showing import requests, unanswered
from handlers.services import dialogue_sessions, session_deadlines
from handlers.services.session_deadlines import Standing
from handlers.texts import moment_words
from storage.models import DialogueSession, SessionState

MEANT: Mapping[str, str] = {
    official_words.BEGUN: "start",
    official_words.OVER: "conclude",
    official_words.NOT_OVER: "undo",
}
"""What an official says of the meeting, and what is noted then."""
WHEN: Mapping[str, tuple[Standing, ...]] = {
    "start": (
        *(Standing.ANNOUNCED, Standing.REOPENED, Standing.DEADLINE_PASSED),
        *(Standing.REGISTRATION_CLOSED, Standing.OVER),
    ),
    "conclude": (Standing.IN_PROGRESS, Standing.OVER),
    "undo": (Standing.IN_PROGRESS, Standing.CONCLUDED),
}
"""What may be noted of a meeting that stands how."""


async def may(work: Work, wanted: str, found: DialogueSession) -> bool:
    """Whether *wanted* can be noted of it now."""
    if session_deadlines.standing(found, work.now) not in WHEN[wanted]:
        return False
    if wanted == "undo":
        return await dialogue_sessions.can_undo(work, found)
    return wanted != "start" or session_deadlines.is_today(found, work.now)


async def is_meant(work: Work, wanted: str, found: DialogueSession) -> bool:
    """Whether that is said of it: of a meeting that goes on, "not over" is no news."""
    standing = session_deadlines.standing(found, work.now)
    if wanted == "undo" and standing is not Standing.CONCLUDED:
        return False
    return await may(work, wanted, found)


async def ask_of(turn: Turn, wanted: str, found: DialogueSession) -> Outcome:
    """As :func:`ask` or :func:`ask_undo`, of a meeting that was not shown before."""
    asked = await (ask_undo(turn) if wanted == "undo" else ask(turn, wanted))
    return preceded(asked, of(turn, found))


def of(turn: Turn, found: DialogueSession) -> Say:
    """Which meeting it is about, and how it stands."""
    line = which_session.label(turn, found)
    return say("overview-noted-of", line=f"{line[:1].upper()}{line[1:]}")


async def ask(turn: Turn, wanted: str) -> Outcome:
    """What waits still, and whether the meeting begins ("start") or is over ("conclude")."""
    found = await which_session.chosen(turn)
    told = await requests(turn, found)
    if wanted == "conclude":
        told += await unanswered(turn, found)
    return preceded(_sure(wanted), *told)


def _sure(wanted: str) -> Outcome:
    """What follows, and whether it is meant."""
    return choose(
        f"{wanted}_sure",
        f"overview-{wanted}-confirm",
        option("yes", f"overview-{wanted}"),
        option("no", "overview-not-yet"),
    )


async def start_sure(turn: Turn) -> Outcome:
    """The meeting begins."""
    if turn.choice != "yes":
        return done(menu=True)
    await dialogue_sessions.start(turn.work, turn.data["dialogue_session"])
    return done("overview-started", menu=True)


async def conclude_sure(turn: Turn) -> Outcome:
    """The meeting is over; when the answers are due."""
    if turn.choice != "yes":
        return done(menu=True)
    meeting = await dialogue_sessions.conclude(turn.work, turn.data["dialogue_session"])
    if meeting.answers_due_at is None:
        return done("overview-concluded", menu=True)
    due = moment_words(meeting.answers_due_at)
    return done("overview-concluded-due", due=due, menu=True)


async def ask_undo(turn: Turn) -> Outcome:
    """Whether the note of today is to be taken back. Raises ``RuleError``."""
    found = await which_session.chosen(turn)
    if not await dialogue_sessions.can_undo(turn.work, found):
        raise RuleError("session-wrong-state")
    turn.data["undo"] = found.state.value
    return choose(
        "undo_sure",
        f"overview-undo-{found.state.value}-confirm",
        option("yes", "overview-undo-yes"),
        option("no", "overview-keep"),
    )


async def undo_sure(turn: Turn) -> Outcome:
    """The beginning or the end was noted by mistake."""
    if turn.choice != "yes":
        return done(menu=True)
    state = SessionState(turn.data["undo"])
    undone = await dialogue_sessions.undo(turn.work, turn.data["dialogue_session"], state)
    says = [say("overview-undone", state=which_session.state(turn, undone.meeting))]
    if undone.requests:
        says.append(say("overview-undone-requests", count=undone.requests))
    return done(*says, menu=True)
