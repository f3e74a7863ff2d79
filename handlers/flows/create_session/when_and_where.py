"""Where and when a new dialogue session is, and its deadlines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from handlers.asking_dates import hear_moment
from handlers.context import Turn
from handlers.flow import Outcome, Say, ask, ask_again, choose, option
from handlers.flows.create_session.typed import short_text
from handlers.parsing import key, yes_no
from handlers.services import date_warnings, session_deadlines
from handlers.texts import moment_words


async def ask_venue(_turn: Turn) -> Outcome:
    """The place."""
    return ask(
        "venue",
        "session-ask-venue",
        option("hall", "session-venue-hall"),
        option("unknown", "session-unknown-yet"),
    )


async def hear_venue(turn: Turn) -> Any:
    """The place as typed; empty when it is not known yet."""
    if turn.choice == "hall":
        return turn.say("session-venue-hall-said")
    if turn.choice == "unknown":
        return ""
    villages = await turn.work.uow.units.villages(turn.data["commune"])
    for village in villages:
        if key(turn.text) == key(village.name):
            return ask_again("session-venue-village", village=village.name)
    return short_text(turn)


async def ask_when(_turn: Turn) -> Outcome:
    """Day and hour."""
    return ask("when", "session-ask-date")


async def hear_when(turn: Turn) -> Any:
    """The moment, empty when it is not known yet, or what to ask about it.

    An odd date is asked about; "keep", "other" or simply another date may answer.
    """
    doubt = turn.data.get("when_maybe")
    agreed = yes_no(turn.text) if doubt and turn.choice is None else None
    if doubt and (turn.choice == "keep" or agreed):
        return turn.data.pop("when_maybe")
    if turn.choice == "other" or agreed is False:
        turn.data.pop("when_maybe", None)
        return await ask_when(turn)
    found = hear_moment(turn, "when", past=True)
    if isinstance(found, Outcome):
        return found
    turn.data.pop("when_maybe", None)
    if isinstance(found, str):
        return ""
    cautions = await date_warnings.of_date(
        turn.work, turn.data["commune"], found, but_not=turn.data.get("dialogue_session")
    )
    if not cautions:
        return found.isoformat()
    turn.data["when_maybe"] = found.isoformat()
    return ask(
        "when",
        "session-ask-keep-date",
        option("other", "session-other-date"),
        option("keep", "session-keep-date"),
        says=tuple(Say(one.key, one.params) for one in cautions),
        moment=moment_words(found),
    )


async def ask_deadlines(turn: Turn) -> Outcome:
    """Show the usual deadlines, or those changed so far."""
    closes = turn.data.setdefault("closes", _usual(turn))
    return ask(
        "deadlines",
        "session-ask-deadlines",
        option("fine", "session-deadlines-fine"),
        option("registration", "session-deadlines-registration"),
        option("questions", "session-deadlines-questions"),
        **closing_words(closes),
    )


async def hear_deadlines(turn: Turn) -> Any:
    """The deadlines once they are fine, or what to ask next; a moment may be typed at once."""
    if turn.choice == "fine":
        turn.data.pop("deadline", None)
        return turn.data.pop("closes")
    if turn.choice in {"registration", "questions"}:
        typed = turn.data.pop("deadline_typed", None)
        if typed is not None:
            return await _move_deadline(turn, turn.choice, typed)
        turn.data["deadline"] = turn.choice
        return ask("deadlines", "session-ask-deadline")
    found = hear_moment(turn, "deadlines")
    if isinstance(found, Outcome):
        return found
    if isinstance(found, str):
        return ask_again("session-date-unreadable")
    if found > datetime.fromisoformat(turn.data["when"]):
        return ask_again("session-deadline-after-start")
    if "deadline" in turn.data:
        return await _move_deadline(turn, turn.data.pop("deadline"), found.isoformat())
    turn.data["deadline_typed"] = found.isoformat()
    return choose(
        "deadlines",
        "session-which-deadline",
        option("registration", "session-which-registration"),
        option("questions", "session-which-questions"),
        moment=moment_words(found),
    )


async def _move_deadline(turn: Turn, name: str, moment: str) -> Outcome:
    turn.data["closes"] = {**turn.data["closes"], name: moment}
    return await ask_deadlines(turn)


def closing_words(closes: Mapping[str, str]) -> dict[str, Any]:
    """Deadlines in words, by name."""
    return {name: moment_words(datetime.fromisoformat(at)) for name, at in closes.items()}


def _usual(turn: Turn) -> dict[str, str]:
    starts_at = datetime.fromisoformat(turn.data["when"])
    usual = session_deadlines.usual(turn.work.rules, starts_at, turn.work.now)
    return {
        "registration": usual.registration.isoformat(),
        "questions": usual.questions.isoformat(),
    }
