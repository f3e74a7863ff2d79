"""The daily allowance: bytes are counted before they are written, and given back when they are not
written, or go again because no step took the file.

The count lies in the database, so that files sent at the same time, perhaps to several processes,
cannot all slip under the limit together. A crash in the middle costs the person at most the size of
that file, until midnight.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from handlers.texts import local
from storage.unit_of_work import Storage


class Allowance:
    """What one file may still use of the day of the account it comes from."""

    def __init__(self, allowances: Allowances, channel: str, address: str, now: datetime) -> None:
        self._all = allowances
        self._account = channel, address
        self._now = now
        self._person_id: int | None = None
        self._held = 0

    async def cover(self, size: int) -> bool:
        """Reserve what *size* bytes in all need beyond what is held; False when the day is full."""
        more = size - self._held
        if more <= 0:
            return True
        async with self._all.storage.write() as uow:
            person_id = self._person_id
            if person_id is None:
                account = await uow.people.address_or_new(
                    *self._account, now=self._now, commune_id=self._all.commune_id
                )
                person_id = account.person_id
            if not await uow.files.reserve(person_id, self._day, more, self._all.most):
                return False
            await uow.commit()
        self._person_id, self._held = person_id, size
        return True

    async def settle(self, size: int) -> None:
        """The file has *size* bytes in the end, or 0 when it was not kept: give back the rest."""
        if self._person_id is None or self._held <= size:
            return
        async with self._all.storage.write() as uow:
            await uow.files.release(self._person_id, self._day, self._held - size)
            await uow.commit()
        self._held = size

    @property
    def _day(self) -> str:
        return day_of(self._now)


class Allowances:
    """The daily allowances of everybody, *most* bytes each."""

    def __init__(
        self,
        storage: Storage,
        clock: Callable[[], datetime],
        commune_id: int | None,
        most: int,
    ) -> None:
        self.storage = storage
        self.commune_id = commune_id
        """Where an account is at home that sends a file before any word."""
        self.most = most
        self._clock = clock

    def of(self, channel: str, address: str) -> Allowance:
        """For one file of the account *address* on *channel*."""
        return Allowance(self, channel, address, self._clock())

    async def give_back(self, person_id: int, size: int) -> None:
        """Files of *size* bytes in all went again right after they came.

        Over midnight this takes them off the new day, which costs nobody anything.
        """
        async with self.storage.write() as uow:
            await uow.files.release(person_id, day_of(self._clock()), size)
            await uow.commit()


def day_of(moment: datetime) -> str:
    """The day that *moment* counts to, as it is in Việt Nam."""
    return local(moment).date().isoformat()
