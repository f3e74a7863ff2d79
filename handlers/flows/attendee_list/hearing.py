"""What a village head writes about the list in own words: who cannot come, who comes instead."""

from __future__ import annotations

from typing import Any

from handlers import head_words, named_people
from handlers.context import Turn
from handlers.flow import Outcome, ask_again, done, go, preceded
from handlers.flows.attendee_list import deciding, replacing
from handlers.flows.attendee_list.showing import ask_sure, ask_which, ask_who, read_rows, show
from handlers.head_words import Change
from handlers.heads import said, seats_told
from handlers.name_words import dropped, drops_somebody, replaced
from handlers.number_mask import without_papers

_UNKNOWN = "reg-nobody-to-drop"


def meeting_of(turn: Turn) -> dict[str, Any]:
    """Village and meeting, for another talk about the same list."""
    return {name: turn.data[name] for name in ("village_id", "dialogue_session_id")}


async def begin(turn: Turn, text: str) -> Outcome:
    """Answer *text*, with which the talk about the list began."""
    asked = head_words.change(text)
    if asked is not None and asked.meaning == head_words.SEATS_LEFT:
        return done(await seats_told(turn))
    await read_rows(turn)
    heard = await hear(turn, text)
    if heard is not None and not heard.again:
        return heard
    if heard is not None and turn.text == text and turn.match and turn.match.decision == "answer":
        return go("ask_question", given=True)  # nobody of the list, and the FAQ knows the answer
    return await show(turn, heard.says if heard else ())


async def hear(turn: Turn, text: str) -> Outcome | None:
    """What *text* asks of the list in ``rows``; None when it asks nothing of the kind."""
    text = without_papers(text)
    names = [name for _, name in turn.data["rows"]]
    asked = replaced(text, names) or head_words.change(text)
    match asked.meaning if asked is not None else None:
        case head_words.SEATS_LEFT:
            return await show(turn, (await seats_told(turn),))
        case head_words.REQUESTS:
            return await deciding.next_request(turn)
        case head_words.ADDS:
            return go("register_attendees", said=text, **meeting_of(turn))
    if asked is not None and asked.meaning == head_words.REPLACE:
        return await _replace(turn, asked, names)
    places = dropped(text, names)
    if len(places) == 1:
        return ask_sure(turn, places[0])
    if places:
        return ask_which(turn, "cancel", places)
    return ask_again(_UNKNOWN) if drops_somebody(text) else None


async def instead_of_answer(turn: Turn) -> Outcome | None:
    """What comes while somebody else's name waits for its yes: that is not dropped unseen."""
    asked, name = head_words.change(turn.text), turn.data["name"]
    line: dict[str, Any] | None = turn.data.get("line")
    if asked is not None and asked.meaning == head_words.SEATS_LEFT:
        return Outcome(says=(await seats_told(turn),), again=True)
    heard = await hear(turn, turn.text)
    if heard is None or heard.again or line is None:
        return heard
    told = said("list-not-replaced", name=name, instead=line["name"])
    if turn.data.get("line") is line:
        turn.data.pop("line")
    return preceded(heard, told)


async def _replace(turn: Turn, asked: Change, names: list[str]) -> Outcome:
    turn.data.pop("instead", None)
    if asked.who is None:
        return await ask_who(turn, "replace")
    places = named_people.named(asked.who, names)
    if not places:
        # what waits for its yes goes on waiting
        unknown = said(_UNKNOWN)
        return ask_again(_UNKNOWN) if turn.data.get("line") else await show(turn, (unknown,))
    if asked.instead is not None:
        turn.data["instead"] = asked.instead
    if len(places) == 1:
        return replacing.begin(turn, places[0])
    return ask_which(turn, "replace", places)
