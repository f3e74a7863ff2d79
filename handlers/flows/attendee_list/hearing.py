"""What a village head writes about the list in own words: who cannot come, who comes instead."""

from __future__ import annotations

from typing import Any

from handlers import head_words, list_changes, named_people
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Outcome, Say, ask_again, done, go, preceded
from handlers.flows.attendee_list import deciding, replacing
from handlers.flows.attendee_list.showing import (
    ask_sure,
    ask_which,
    ask_who,
    read_rows,
    refused,
    show,
)
from handlers.head_words import Change
from handlers.heads import line_of, said, seats_told
from handlers.name_words import dropped, drops_somebody, replaced
from handlers.number_mask import without_papers
from handlers.services import seat_changes
from storage.models import PovertyStatus

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
    turn.data.pop("then", None)
    return await _hear(turn, without_papers(text))


async def _hear(turn: Turn, text: str) -> Outcome | None:
    names = [name for _, name in turn.data["rows"]]
    parts, kind = list_changes.several(text, names), list_changes.kind_of(text, names)
    if parts:
        turn.data["then"] = parts
        return await next_change(turn)
    return await (_set_kind(turn, kind) if kind is not None else _change(turn, text, names))


async def _change(turn: Turn, text: str, names: list[str]) -> Outcome | None:
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


async def next_change(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    """After *says* the next of several changes that one message asked for, or the list."""
    waiting: list[str] = turn.data.pop("then", [])
    if not waiting:
        return await show(turn, says)
    await read_rows(turn)
    turn.data["then"] = waiting[1:]
    heard = await _hear(turn, waiting[0])
    if heard is None or heard.again:
        return await next_change(turn, (*says, *(heard.says if heard else ())))
    return preceded(heard, *says)


async def _set_kind(turn: Turn, kind: list_changes.Kind) -> Outcome:
    if len(kind.places) > 1:
        category = kind.category.value if kind.category else None
        turn.data["kind"] = [category, kind.office]
        return ask_which(turn, "kind", kind.places)
    return await set_kind(turn, kind.places[0], kind.category, kind.office)


async def set_kind(
    turn: Turn, place: int, category: PovertyStatus | None, office: str | None
) -> Outcome:
    """Give the one at *place* of the list shown another category or office."""
    number, name = turn.data["rows"][place]
    try:
        row = await seat_changes.set_kind(turn.work, number, category, office)
    except RuleError as why:
        return await refused(turn, why)
    line = line_of(turn, name, row.category, row.office)
    by_list = category is not None and office is None and row.category is not category
    return await next_change(
        turn, (said("list-kind-of-commune" if by_list else "list-kind", line=line),)
    )


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
