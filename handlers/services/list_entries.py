"""The recognised list of households: which entry a person who comes to a meeting belongs to."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.context import Work
from handlers.parsing import key
from storage.models import Household, Person


async def named(work: Work, village_id: int, names: Iterable[str]) -> dict[str, Household]:
    """The list entries of a village that bear one of *names*: folded name → entry.

    A name that several entries bear is left out: which household comes is never guessed.
    """
    wanted = {key(name) for name in names}
    found: dict[str, list[Household]] = {}
    for one in await work.uow.people.households(village_id):
        folded = key(one.head_name or "")
        if one.list_year and folded in wanted:
            found.setdefault(folded, []).append(one)
    return {folded: same[0] for folded, same in found.items() if len(same) == 1}


async def of_attendee(work: Work, person: Person, village_id: int, name: str) -> Household | None:
    """The list entry of who comes under *name* for the village, asked for by *person*.

    An entry of that name, where there is just one; for *person* themselves the household that
    they speak for. None where it is not clear: the category is never guessed.
    """
    listed = [one for one in await work.uow.people.households(village_id) if one.list_year]
    same = [one for one in listed if key(one.head_name or "") == key(name)]
    linked = {link.household_id for link in await work.uow.people.links(person.id)}
    own = [one for one in listed if one.id in linked]
    if len(same) > 1:
        same = [one for one in same if one.id in linked]
    if not same and key(name) == key(person.display_name or ""):
        same = own
    return same[0] if len(same) == 1 else None
