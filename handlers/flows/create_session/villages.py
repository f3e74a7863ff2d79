"""Which villages a new dialogue session invites, and how many seats each gets."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from typing import Any

from handlers.context import Turn
from handlers.flow import Outcome, ask, ask_again, option
from handlers.flows.create_session.seats_per_village import by_number, read_seats
from handlers.flows.create_session.typed import means_all
from handlers.parsing import pick, several
from handlers.services.session_plans import MOST_SEATS
from storage.models import Unit

_ALL_BUT = re.compile(
    r"\s*(?:m[ờo]i\s+)?(\w[\w\s]*?),?\s+(?:ngo[ạa]i\s+)?tr[ừu](?:\s+ra)?\s+(.+)", re.I | re.S
)
""" "Tất cả trừ thôn 6". """


async def ask_villages(turn: Turn) -> Outcome:
    """All of them, or one by one."""
    villages = await _villages_of(turn)
    kinds = {one.kind for one in villages}
    return ask(
        "villages",
        "session-ask-villages",
        option(
            "all",
            "session-villages-all",
            count=len(villages),
            kind=kinds.pop() if len(kinds) == 1 else "thôn",
        ),
        option("some", "session-villages-some"),
    )


async def hear_villages(turn: Turn) -> Any:
    """Ids of the villages, or what to ask next."""
    villages = await _villages_of(turn)
    if turn.choice == "all" or means_all(turn.text):
        return [one.id for one in villages]
    but = _ALL_BUT.match(turn.text) if turn.choice is None else None
    if but is not None and means_all(but[1]):
        left_out, unclear = _read_villages(but[2], villages)
        if unclear:
            return ask_again("session-villages-unclear", unclear=", ".join(unclear)[:80])
        return [one.id for one in villages if one.id not in left_out] or ask_again()
    if turn.choice == "some":
        lines = [f"{place}. {one.name}" for place, one in enumerate(villages, start=1)]
        return ask("villages", "session-ask-village-list", list="\n".join(lines))
    chosen, unclear = _read_villages(turn.text, villages)
    if unclear:
        return ask_again("session-villages-unclear", unclear=", ".join(unclear)[:80])
    return [one.id for one in villages if one.id in chosen] or ask_again()


async def ask_seats(turn: Turn) -> Outcome:
    """The usual number for each, or typed ones."""
    return ask(
        "seats",
        "session-ask-seats",
        option("usual", "session-seats-usual", seats=turn.work.rules.seats_per_village),
        example=(await _invited(turn))[0].name,
    )


async def hear_seats(turn: Turn) -> Any:
    """Seats by village id, or what to ask again."""
    villages = await _invited(turn)
    seats = {str(one.id): turn.work.rules.seats_per_village for one in villages}
    if turn.choice == "usual":
        return seats
    read = read_seats(turn.text, villages)
    if read is None:
        return ask_again("session-seats-unclear", example=villages[0].name)
    told = {str(village_id): count for village_id, count in read.items()}
    if any(count > MOST_SEATS for count in told.values()):
        return ask_again("session-seats-wrong", most=MOST_SEATS)
    return seats | told


async def line(turn: Turn) -> str:
    """Villages and seats, for reading back."""
    seats: Mapping[str, int] = turn.data["seats"]
    invited = await _invited(turn)
    total = sum(seats.values())
    if len(set(seats.values())) == 1:
        names = ", ".join(one.name for one in invited)
        params = {"villages": names, "each": next(iter(seats.values())), "seats": total}
        return turn.say("session-read-villages-same", params)
    named = ", ".join(
        turn.say("session-village-seats", {"village": one.name, "seats": seats[str(one.id)]})
        for one in invited
    )
    return turn.say("session-read-villages", {"villages": named, "seats": total})


async def _villages_of(turn: Turn) -> Sequence[Unit]:
    return await turn.work.uow.units.villages(turn.data["commune"])


async def _invited(turn: Turn) -> list[Unit]:
    chosen = set(turn.data["villages"])
    return [one for one in await _villages_of(turn) if one.id in chosen]


def _read_villages(text: str, villages: Sequence[Unit]) -> tuple[set[int], list[str]]:
    chosen: set[int] = set()
    unclear: list[str] = []
    for typed in several(text):
        village = _village(typed, villages)
        if village is None:
            unclear.append(typed)
        else:
            chosen.add(village.id)
    return chosen, unclear


def _village(typed: str, villages: Sequence[Unit]) -> Unit | None:
    """The village that a name or a number means: its own number before its place in the list."""
    number = typed.strip(" .")
    if number.isascii() and number.isdigit():
        return by_number(int(number), villages)
    names = [one.name for one in villages]
    place_found = pick(typed, names)
    return None if place_found is None else villages[place_found]
