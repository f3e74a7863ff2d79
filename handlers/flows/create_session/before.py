"""A part of a draft that is asked anew: what was told before is shown, and may stay as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from handlers import asking_dates
from handlers.context import Turn
from handlers.flow import Outcome, Say, option, preceded, say
from handlers.flows.create_session import topics
from handlers.flows.create_session.when_and_where import usual_closes
from handlers.form import Field
from handlers.parsing import leaves_it
from handlers.prompts import MAX_CHOICES
from handlers.texts import local, moment_words

_BEFORE = "before"
_SAME = "same"


def forget(turn: Turn, names: tuple[str, ...]) -> None:
    """Take these parts out of what was told, to be asked anew."""
    waits = turn.data.get(_BEFORE, {}).items()
    still = {name: told for name, told in waits if name not in turn.data}
    turn.data[_BEFORE] = still | {name: turn.data.pop(name) for name in names if name in turn.data}
    if "when" not in names and turn.data[_BEFORE].get("deadlines"):
        turn.data["closes"] = turn.data[_BEFORE]["deadlines"]


def kept(field: Field) -> Field:
    """*field*, but what was told before may stay."""

    async def ask(turn: Turn) -> Outcome:
        asked, told = await field.ask(turn), _told(turn, field.name)
        if not told or asked.prompt is None:
            return asked
        # Skipping takes away what is there.
        drop = option("skip", "session-drop")
        others = [drop if one.value == "skip" else one for one in asked.prompt.options]
        # Where the page is full the typed words do: numbers of a list stay as they are.
        same = [option(_SAME, "session-same")] if len(others) < MAX_CHOICES else []
        options = (*others, *same)
        shown = replace(asked, prompt=replace(asked.prompt, options=options))
        words = _words(turn, field.name, told)
        return preceded(shown, say("session-now", text=words)) if words else shown

    async def parse(turn: Turn) -> Any:
        told = _told(turn, field.name)
        doubted = field.name == "when" and "when_maybe" in turn.data
        leaves = turn.choice is None and not doubted and leaves_it(turn.text)
        if told is None or not (leaves or turn.choice == _SAME):
            return await field.parse(turn)
        asking_dates.forget(turn)
        deadlines = turn.data[_BEFORE].get("deadlines")
        if field.name == "when" and deadlines:
            turn.data["closes"] = deadlines
        return told

    return replace(field, ask=ask, parse=parse)


def heard(field: Field, follows: Callable[[Mapping[str, Any]], bool]) -> Field:
    """*field*, whose question first says which day and hour were read, where it follows them.

    *follows* tells that from the parts that are asked anew; there are none in a new draft.
    """

    async def ask(turn: Turn) -> Outcome:
        asked, when = await field.ask(turn), turn.data.get("when")
        if not when or not follows(turn.data[_BEFORE]):
            return asked
        words = moment_words(datetime.fromisoformat(when))
        return preceded(asked, say("session-heard-date", moment=words))

    return replace(field, ask=ask)


def carried(field: Field) -> Field:
    """*field* of the deadlines: those of a draft stay where only the hour of its day is another.

    Of the others those that the official had chosen are named.
    """

    async def ask(turn: Turn) -> Outcome:
        told = turn.data[_BEFORE]
        follows = "when" in told and told.get("deadlines") and "closes" not in turn.data
        moved = _carry(turn, told["when"], told["deadlines"]) if follows else []
        return preceded(await field.ask(turn), *moved)

    return replace(field, ask=ask)


def _carry(turn: Turn, was: str, deadlines: Mapping[str, str]) -> list[Say]:
    """Give the new moment its deadlines; what to say of those that could not stay."""
    before, now = datetime.fromisoformat(was), datetime.fromisoformat(turn.data["when"])
    same_day = local(before).date() == local(now).date()
    usual_before, usual = usual_closes(turn, before), usual_closes(turn, now)
    own = {name: datetime.fromisoformat(at) for name, at in deadlines.items()}
    stay = {name for name, at in own.items() if same_day and at < now}
    turn.data["closes"] = usual | {name: deadlines[name] for name in stay}
    return [
        say(f"session-moved-{name}", moment=moment_words(at))
        for name, at in own.items()
        if name not in stay and at != datetime.fromisoformat(usual_before[name])
    ]


def _told(turn: Turn, name: str) -> Any:
    """What was told before; seats only while they are those of the same villages."""
    told = turn.data.get(_BEFORE, {}).get(name)
    if name == "seats" and told and set(told) != {str(one) for one in turn.data["villages"]}:
        return None
    return told


def _words(turn: Turn, name: str, told: Any) -> str:
    match name:
        case "topics":
            return topics.names(turn, told)
        case "when":
            return moment_words(datetime.fromisoformat(told))
        case "venue" | "bring" | "allowance":
            return str(told).rstrip(".")
    return ""
