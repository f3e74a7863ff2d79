"""What a village head is told when names were written down."""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import Any

from handlers.context import Turn
from handlers.flow import Say
from handlers.heads import category_of, refusals, said, seats_words
from handlers.names import NameLine
from handlers.parsing import key
from handlers.services import registrations, seats
from handlers.services.attendees import Newcomer
from storage.models import Registration, RegistrationState

_TWO_PEOPLE = re.compile(r" (?:va|voi|cung) ")


def newcomer(line: dict[str, Any]) -> Newcomer:
    """A kept line as the service takes it."""
    category, other, office = category_of(line), bool(line["other"]), line.get("office")
    return Newcomer(line["name"], category, line["phone"], other_person=other, office=office)


async def open_requests(turn: Turn) -> tuple[Say, ...]:
    """A reminder of who asked for a seat and waits: a list must not take it from them unseen."""
    data = turn.data
    _, requests = await registrations.listed(
        turn.work, data["dialogue_session_id"], data["village_id"]
    )
    return (said("reg-open-requests", count=len(requests)),) if requests else ()


def unsure_of(people: Iterable[NameLine]) -> tuple[Say, ...]:
    """What was left out behind names, and that a number stays in a name."""
    people = list(people)
    left = [f"{one.name}: “{one.left_out}”" for one in people if one.left_out]
    says = [said("reg-left-out", lines="\n".join(left))] if left else []
    if any(one.name[-1].isdecimal() for one in people):
        says.append(said("reg-number-kept"))
    return tuple(says)


async def said_of(turn: Turn, made: list[Registration]) -> tuple[Say, ...]:
    """Who has a seat, who waits and where, and which lines of the list are still missing."""
    counts = await seats_words(turn)
    seated = [one for one in made if one.state is RegistrationState.REGISTERED]
    waiting = [one for one in made if one.state is RegistrationState.WAITLISTED]
    says: list[Say] = []
    if len(seated) == 1:
        says.append(said("reg-saved-one", name=seated[0].attendee_name, **counts))
    elif seated:
        says.append(said("reg-saved", count=len(seated), **counts))
    places = [await seats.place_in_line(turn.work, one) or 0 for one in waiting]
    if len(waiting) == 1:
        name = waiting[0].attendee_name
        says.append(said("reg-waiting-one", name=name, place=places[0], **counts))
    elif waiting:
        shown = "\n".join(
            turn.say("reg-waiting-line", {"name": one.attendee_name, "place": place})
            for one, place in zip(waiting, places, strict=True)
        )
        says.append(said("reg-waiting", count=len(waiting), lines=shown, **counts))
    forget_mended(turn, [one.attendee_name for one in made])
    rejected = [(text, problem) for text, problem in turn.data.pop("rejected", ())]
    if rejected:
        says.append(said("reg-still-missing", lines=refusals(rejected, turn)))
    return tuple(says)


def forget_mended(turn: Turn, names: list[str]) -> None:
    """Drop the refused lines in which everybody is on the list now, *names* among them.

    "Hà Mẫu và vợ" names two people: it goes only when both are found in it.
    """
    known = [f" {key(name)} " for name in names if key(name)]
    turn.data["rejected"] = [
        [text, problem]
        for text, problem in turn.data.get("rejected", ())
        if not _covers(f" {key(text)} ", known)
    ]


def _covers(line: str, known: list[str]) -> bool:
    found = [name for name in known if name in line]
    people = 2 if _TWO_PEOPLE.search(line) else 1
    return len(found) >= people
