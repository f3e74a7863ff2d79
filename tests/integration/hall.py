"""A commune with a dialogue session, for tests of its seats."""

from __future__ import annotations

from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from typing import Any

import pytest

from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import registrations, seat_requests
from handlers.services.attendees import SOURCE_HEAD, SOURCE_OFFICIAL, Newcomer
from storage.models import (
    DialogueSession,
    Person,
    Registration,
    RegistrationState,
)
from storage.unit_of_work import Storage
from tests.acting import acting
from tests.clock import Clock
from tests.worlds import World

REGISTERED, WAITLISTED = RegistrationState.REGISTERED, RegistrationState.WAITLISTED
CANCELLED, REPLACED = RegistrationState.CANCELLED, RegistrationState.REPLACED
SYLLABLES = [f"{first}{last}" for first in "BDGHKLMNT" for last in ("ài", "ôn")]


@dataclass(slots=True)
class Hall:
    """A commune with a dialogue session, and ways to act in it."""

    storage: Storage
    world: World
    clock: Clock
    seen: int = 0

    @property
    def meeting(self) -> int:
        """The dialogue session."""
        assert self.world.dialogue_session is not None
        return self.world.dialogue_session.id

    def village(self, number: int = 3) -> int:
        """The id of a village."""
        return self.world.villages[number - 1].id

    def acting(self, who: str | None) -> AbstractAsyncContextManager[Work]:
        """A unit of work of *who*."""
        actor = self.world.people[who].id if who else None
        return acting(self.storage, actor, self.clock())

    async def register(
        self, name: str, who: str = "T", village: int = 3, **more: Any
    ) -> Registration:
        """Write somebody down as the head, or an official."""
        source = SOURCE_OFFICIAL if who == "O" else SOURCE_HEAD
        async with self.acting(who) as work:
            return await registrations.register(
                work,
                self.meeting,
                self.village(village),
                name,
                **{"source": source, "told_statement": True, **more},
            )

    async def fill(self, count: int = 15, village: int = 3) -> list[Registration]:
        """Register *count* people, by an official."""
        async with self.acting("O") as work:
            return await registrations.register_many(
                work,
                self.meeting,
                self.village(village),
                [Newcomer(f"Mẫu {one}") for one in SYLLABLES[:count]],
                source=SOURCE_OFFICIAL,
                told_statement=True,
            )

    async def request(self, who: str = "H", village: int = 3, **more: Any) -> Registration:
        """Ask for a seat as a household."""
        async with self.acting(who) as work:
            assert work.actor is not None
            return await seat_requests.ask(
                work, self.meeting, self.village(village), work.actor, **more
            )

    async def change(self, **values: Any) -> None:
        """Change the dialogue session."""
        async with self.storage.write() as uow:
            meeting = await uow.dialogue_sessions.get(self.meeting)
            assert isinstance(meeting, DialogueSession)
            for name, value in values.items():
                setattr(meeting, name, value)
            await uow.commit()

    async def seats(self, number: int, count: int) -> None:
        """Give a village *count* seats."""
        async with self.storage.write() as uow:
            quota = await uow.dialogue_sessions.quota(self.meeting, self.village(number))
            assert quota is not None
            quota.seats = count
            await uow.commit()

    async def get(self, registration: Registration) -> Registration:
        """The same registration as it stands now."""
        async with self.storage.read() as uow:
            found = await uow.registrations.get(registration.id)
            assert found is not None
            return found

    async def told(self) -> list[tuple[int, str]]:
        """Who was told what since the last call: person and text."""
        found: list[tuple[int, int, str]] = []
        async with self.storage.read() as uow:
            for person in self.world.people.values():
                for address in await uow.people.all_addresses(person.id):
                    rows = await uow.mailbox.after(address.id, self.seen, 200)
                    found += [(row.id, person.id, row.payload["text"]) for row in rows]
        self.seen = max([self.seen, *(row_id for row_id, _, _ in found)])
        return [(person, text) for _, person, text in sorted(found)]

    def person(self, who: str) -> Person:
        """Somebody of the commune."""
        return self.world.people[who]


async def refused(act: Any) -> str:
    """The key with which *act* is refused."""
    with pytest.raises(RuleError) as caught:
        await act
    return caught.value.key
