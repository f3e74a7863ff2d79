"""Whom a notice reaches: households that can be written to, and those to be told in person."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from handlers.context import Work
from handlers.services.notice_words import invited_villages, notice
from storage.models import DialogueSession, Household, Role, Unit


@dataclass(frozen=True, slots=True)
class VillageReach:
    """How far a notice gets in one village."""

    village_id: int
    name: str
    households: int
    """Households on record."""
    reached: int
    """Households for whom somebody can be written to."""
    has_head: bool

    @property
    def unreached(self) -> int:
        """Households to be told in person."""
        return self.households - self.reached


@dataclass(frozen=True, slots=True)
class Preview:
    """What publishing would send, and whom it would not reach."""

    text: str
    villages: tuple[VillageReach, ...]
    contacts: int
    """Persons who get something, each once."""
    heads: int

    @property
    def reached(self) -> int:
        """Households that the notice reaches."""
        return sum(one.reached for one in self.villages)

    @property
    def unreached(self) -> int:
        """Households to be told in person."""
        return sum(one.unreached for one in self.villages)


async def preview(work: Work, dialogue_session: DialogueSession) -> Preview:
    """The text, and how many households per village can and cannot be reached."""
    villages = await invited_villages(work, dialogue_session)
    reaches = [await _reach(work, village) for village in villages]
    return Preview(
        text=await notice(work, dialogue_session),
        villages=tuple(reaches),
        contacts=await _contacts(work, [village.id for village in villages]),
        heads=sum(one.has_head for one in reaches),
    )


async def _contacts(work: Work, village_ids: Sequence[int]) -> int:
    """People of the villages and their heads who can be written to, wherever a head lives."""
    people = work.uow.people
    reached = {person.id for person in await people.reachable_in(village_ids)}
    heads = [
        head.id
        for head in await people.with_role(Role.VILLAGE_HEAD, village_ids)
        if head.stopped_at is None
    ]
    return len(reached.union(await people.addresses_of(heads)))


async def _reach(work: Work, village: Unit) -> VillageReach:
    people = work.uow.people
    households = await people.households(village.id)
    reached = await people.reached_households([village.id])
    return VillageReach(
        village_id=village.id,
        name=village.name,
        households=len(households),
        reached=sum(household.id in reached for household in households),
        has_head=bool(await people.with_role(Role.VILLAGE_HEAD, [village.id])),
    )


async def to_tell(work: Work, village_id: int) -> list[Household]:
    """Households of a village whom no message reaches: their head tells them in person."""
    reached = await work.uow.people.reached_households([village_id])
    return [one for one in await work.uow.people.households(village_id) if one.id not in reached]
