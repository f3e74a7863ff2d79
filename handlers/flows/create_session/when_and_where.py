"""Where and when a new dialogue session is, and its deadlines."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import datetime
from typing import Any

from handlers import answer_words, asking_dates
from handlers.asking_dates import hear_end, hear_moment
from handlers.context import Turn
from handlers.flow import Outcome, Say, ask, ask_again, option, preceded
from handlers.flows.create_session.deadline_words import by_name
from handlers.flows.create_session.typed import short_text
from handlers.parsing import key, leaves_it, yes_no
from handlers.reply_words import SEND
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
    follow = usual_closes(turn, datetime.fromisoformat(turn.data["when"]))
    closes = turn.data.setdefault("closes", follow)
    usual = closes == follow
    return ask(
        "deadlines",
        "session-ask-deadlines",
        option("fine", "session-deadlines-usual" if usual else "session-deadlines-fine"),
        option("registration", "session-deadlines-registration"),
        option("questions", "session-deadlines-questions"),
        **closing_words(closes),
    )


async def hear_deadlines(turn: Turn) -> Any:
    """The deadlines once they are fine, or what to ask next; a moment may be typed at once."""
    if turn.choice in {"fine", "keep"}:
        return await _left_as_they_are(turn)
    if turn.choice in {"registration", "questions"}:
        return await _chosen(turn, turn.choice)
    if turn.choice is None:
        if leaves_it(turn.text) or SEND in answer_words.meant(turn.text):
            return await _left_as_they_are(turn)
        agreed = yes_no(turn.text)
        if agreed is not None:
            return await _agreed(turn, agreed=agreed)
        named = by_name(turn.text)
        if named:
            return await _next_named(turn, named)
    return await _heard(turn)


async def _agreed(turn: Turn, *, agreed: bool) -> Any:
    """A yes or a no: to the deadlines as shown, or to what is being changed."""
    if "deadline" in turn.data and not (agreed and asking_dates.is_half_told(turn)):
        return await _left_as_they_are(turn)
    if asking_dates.is_half_told(turn) or "deadline_typed" in turn.data:
        return ask_again() if agreed else await _left_as_they_are(turn)
    if agreed:
        return await _left_as_they_are(turn)
    return ask(
        "deadlines",
        "session-which-to-change",
        option("registration", "session-which-registration"),
        option("questions", "session-which-questions"),
        option("keep", "session-which-neither"),
    )


async def _next_named(turn: Turn, named: dict[str, str]) -> Outcome:
    """Move the first of the deadlines that were named to the words said of it, then the next."""
    name, *others = named
    asking_dates.forget(turn)
    turn.data.pop("deadline_typed", None)
    turn.data["named"] = {one: named[one] for one in others}
    if not named[name]:
        return await _chosen(turn, name)
    turn.data["deadline"] = name
    heard = await _heard(turn, named[name])
    return preceded(await _chosen(turn, name), *heard.says) if heard.again else heard


async def _heard(turn: Turn, words: str | None = None) -> Outcome:
    """The moment in *words*, or in the whole answer, for a deadline; or what to ask about it."""
    found = hear_end(turn, "deadlines", words)
    if isinstance(found, Outcome):
        return found
    if isinstance(found, str):
        return ask_again("session-date-unreadable")
    if found > datetime.fromisoformat(turn.data["when"]):
        return ask_again("session-deadline-after-start")
    if "deadline" in turn.data:
        return await _move_deadline(turn, turn.data.pop("deadline"), found.isoformat())
    turn.data["deadline_typed"] = found.isoformat()
    return ask(
        "deadlines",
        "session-which-deadline",
        option("registration", "session-which-registration"),
        option("questions", "session-which-questions"),
        option("keep", "session-which-neither"),
        moment=moment_words(found),
    )


async def _left_as_they_are(turn: Turn) -> Any:
    """The deadlines; where one was to be changed, they are shown once more instead."""
    changing = [asking_dates.is_half_told(turn)]
    asking_dates.forget(turn)
    changing += [turn.data.pop(name, None) for name in ("deadline", "deadline_typed", "named")]
    return await ask_deadlines(turn) if any(changing) else turn.data.pop("closes")


async def _chosen(turn: Turn, name: str) -> Outcome:
    """Move the deadline to the moment that was typed, or ask for one."""
    typed = turn.data.pop("deadline_typed", None)
    if typed is not None:
        return await _move_deadline(turn, name, typed)
    turn.data["deadline"] = name
    before = moment_words(datetime.fromisoformat(turn.data["closes"][name]))
    keep = option("keep", "session-deadline-keep", moment=before)
    return ask("deadlines", "session-ask-deadline", keep)


async def _move_deadline(turn: Turn, name: str, moment: str) -> Outcome:
    turn.data["closes"] = {**turn.data["closes"], name: moment}
    named = turn.data.pop("named", None)
    return await (_next_named(turn, named) if named else ask_deadlines(turn))


def closing_words(closes: Mapping[str, str]) -> dict[str, Any]:
    """Deadlines in words, by name."""
    return {name: moment_words(datetime.fromisoformat(at)) for name, at in closes.items()}


def usual_closes(turn: Turn, starts_at: datetime) -> dict[str, str]:
    """The deadlines that follow from the moment of the meeting, by name."""
    usual = session_deadlines.usual(turn.work.rules, starts_at, turn.work.now)
    return {
        "registration": usual.registration.isoformat(),
        "questions": usual.questions.isoformat(),
    }
