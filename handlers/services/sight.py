"""What officials and village heads have open or can read again of submissions that go."""

from __future__ import annotations

from collections.abc import Collection, Sequence

from handlers import access
from handlers.context import Work
from handlers.services import seen_talks
from storage.models import Person, Role, Submission


async def blank(
    work: Work, person: Person, rows: Sequence[Submission], names: Collection[str]
) -> Sequence[Person]:
    """Close and blank what others than *person* were shown of *rows*, or have open with *names*.

    First of all, because it waits for their turns, and those may wait for what is locked next.
    Returns who they are: officials and village heads.
    """
    numbers = {row.id for row in rows}
    readers = await _readers(work, person, rows)
    for one in readers:
        await seen_talks.close(work, one, numbers, names)
    await blank_shown(work, readers, rows)
    return readers


async def blank_shown(work: Work, readers: Sequence[Person], rows: Sequence[Submission]) -> None:
    """Blank what *readers* can read again of *rows*; what still waits is stopped."""
    addresses = [
        account.id for one in readers for account in await work.uow.people.all_addresses(one.id)
    ]
    answers = {answer.id for row in rows for answer in row.answers}
    await work.uow.mailbox.blank_shown(addresses, {row.id for row in rows}, answers)


async def _readers(
    work: Work, person: Person, submissions: Sequence[Submission]
) -> Sequence[Person]:
    """Officials and village heads who may have seen something of the person, in one order."""
    seats = await work.uow.registrations.of_person(person.id)
    communes = {person.commune_id, *(one.commune_id for one in submissions)}
    villages = {person.village_id, *(one.village_id for one in seats)}
    villages |= {one.village_id for one in submissions}
    above = {
        unit_id
        for commune_id in communes
        if commune_id is not None
        for unit_id in await work.uow.units.lineage(commune_id)
    }
    heads = await work.uow.people.with_role(
        Role.VILLAGE_HEAD, [one for one in villages if one is not None]
    )
    found = {one.id: one for one in [*await access.officials(work, sorted(above)), *heads]}
    found.pop(person.id, None)
    return [found[number] for number in sorted(found)]
