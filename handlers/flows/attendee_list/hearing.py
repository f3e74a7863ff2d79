"""What a village head writes about the list in own words: who cannot come, who comes instead."""

from __future__ import annotations

from handlers import head_words, named_people
from handlers.context import Turn
from handlers.flow import Outcome, ask_again, done, go
from handlers.flows.attendee_list import deciding, replacing
from handlers.flows.attendee_list.showing import ask_sure, ask_which, ask_who, read_rows, show
from handlers.head_words import Change
from handlers.heads import said, seats_told
from handlers.name_words import dropped, drops_somebody
from handlers.number_mask import without_papers

_UNKNOWN = "reg-nobody-to-drop"


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
    asked = head_words.change(text)
    if asked is not None and asked.meaning == head_words.SEATS_LEFT:
        return await show(turn, (await seats_told(turn),))
    if asked is not None and asked.meaning == head_words.REQUESTS:
        return await deciding.next_request(turn)
    if asked is not None and asked.meaning == head_words.REPLACE:
        return await _replace(turn, asked)
    places = dropped(text, [name for _, name in turn.data["rows"]])
    if len(places) == 1:
        return ask_sure(turn, places[0])
    if places:
        return ask_which(turn, "cancel", places)
    return ask_again(_UNKNOWN) if drops_somebody(text) else None


async def _replace(turn: Turn, asked: Change) -> Outcome:
    turn.data.pop("instead", None)
    if asked.who is None:
        return await ask_who(turn, "replace")
    places = named_people.named(asked.who, [name for _, name in turn.data["rows"]])
    if asked.instead is not None:
        turn.data["instead"] = asked.instead
    if len(places) == 1:
        return replacing.begin(turn, places[0])
    if places:
        return ask_which(turn, "replace", places)
    turn.data.pop("instead", None)
    return await show(turn, (said(_UNKNOWN),))
