"""A part of a draft that is asked anew: what was told before is shown, and may stay as it is."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import datetime
from typing import Any

from handlers.context import Turn
from handlers.flow import Outcome, option, preceded, say
from handlers.flows.create_session import topics
from handlers.form import Field
from handlers.parsing import key
from handlers.prompts import MAX_CHOICES
from handlers.texts import moment_words

_BEFORE = "before"
_SAME = "same"


def forget(turn: Turn, names: tuple[str, ...]) -> None:
    """Take these parts out of what was told, to be asked anew."""
    turn.data[_BEFORE] = {name: turn.data.pop(name) for name in names if name in turn.data}
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
        same = turn.choice == _SAME or key(turn.text) == key(turn.say("session-same"))
        if not same or not told:
            return await field.parse(turn)
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
