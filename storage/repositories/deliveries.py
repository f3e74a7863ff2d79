"""What became of messages: who was told, what is late, what is taken back."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Any

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import (
    Answer,
    ChannelAddress,
    OutboxMessage,
    OutboxState,
    Person,
    Submission,
)
from storage.repositories.outbox import OPENED_BY_PERSON

ANNOUNCEMENT = "announcement"
"""Purpose of what an announcement says; it goes to one account of a person."""

ARRIVES = frozenset({OutboxState.PENDING, OutboxState.SENT})
"""States of what waits to be sent, or was."""

URGENT = "urgent"
"""Purpose of what cannot wait; it goes to every account of a person."""

FOR_HEAD = "head"
"""Purpose of what a village head is told about households, other than an announcement; the village
follows, see :func:`for_head`."""

ANSWER = "answer"
"""Purpose of what brings an answer, to the asker or to a village head who reads it out."""

SEAT = "registration"
"""Purpose of what somebody is told about their seat; the session follows, see
:func:`for_seat`."""

ROLE = "role"
"""Purpose of what somebody is told about their role; the unit follows, see :func:`for_role`."""

RETOLD = "retold"
"""Purpose of what asks a village head to tell what did not reach somebody; the village follows,
see :func:`for_reader`."""

_A_MOMENT = timedelta(seconds=1)
_CHUNK = 500


def for_head(village_id: int) -> str:
    """Purpose of what the head of this village is told about its households."""
    return f"{FOR_HEAD}:{village_id}"


def for_reader(village_id: int) -> str:
    """Purpose of what the head of this village is asked to tell its households."""
    return f"{RETOLD}:{village_id}"


def for_seat(dialogue_session_id: int) -> str:
    """Purpose of what somebody is told about their seat at this session."""
    return f"{SEAT}:{dialogue_session_id}"


def for_role(unit_id: int) -> str:
    """Purpose of what somebody is told about their role in this unit."""
    return f"{ROLE}:{unit_id}"


@dataclass(frozen=True, slots=True)
class Taken:
    """What a message was about that was taken back."""

    answer_id: int | None
    purpose: str
    payload: dict[str, Any]
    not_after: datetime | None


class Deliveries:
    """Messages on their way to a person, rather than to an account."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened

    async def has(self, dedupe_key: str) -> bool:
        """Whether a message with this key was ever queued."""
        query = select(OutboxMessage.id).where(OutboxMessage.dedupe_key == dedupe_key)
        return (await self._opened.scalars(query)).first() is not None

    async def is_urgent(self, message_id: int) -> bool:
        """Whether a message tells what cannot wait."""
        query = select(OutboxMessage.purpose).where(OutboxMessage.id == message_id)
        return (await self._opened.scalars(query)).one() == URGENT

    async def reaches(self, dedupe_key: str) -> bool:
        """Whether what was queued under this key, to however many accounts, waits or arrived.

        What did not arrive gives its key up: it may be queued again.
        """
        mine = or_(
            OutboxMessage.dedupe_key == dedupe_key,
            OutboxMessage.dedupe_key.startswith(f"{dedupe_key}:", autoescape=True),
        )
        query = select(OutboxMessage.id, OutboxMessage.state).where(mine)
        rows = (await self._opened.execute(query)).all()
        if any(state in ARRIVES for _, state in rows):
            return True
        await self.forget_keys([number for number, _ in rows])
        return False

    async def announced(self, announcement_id: int) -> dict[str, tuple[int, OutboxState]]:
        """Id and state of the messages that an announcement has queued so far, by their keys."""
        query = select(OutboxMessage.dedupe_key, OutboxMessage.id, OutboxMessage.state).where(
            OutboxMessage.announcement_id == announcement_id,
            OutboxMessage.dedupe_key.is_not(None),
        )
        rows = (await self._opened.execute(query)).all()
        return {key: (number, state) for key, number, state in rows if key is not None}

    async def forget_keys(self, ids: Sequence[int]) -> None:
        """These messages count no longer: what they say is queued again."""
        for start in range(0, len(ids), _CHUNK):
            await self._opened.execute(
                update(OutboxMessage)
                .where(OutboxMessage.id.in_(ids[start : start + _CHUNK]))
                .values(dedupe_key=None)
                .execution_options(synchronize_session=False)
            )

    async def announced_to(self, announcement_ids: Sequence[int]) -> Sequence[Person]:
        """Everybody for whom one of these announcements was queued, whatever became of it."""
        told = (
            select(ChannelAddress.person_id)
            .join(OutboxMessage, OutboxMessage.address_id == ChannelAddress.id)
            .where(OutboxMessage.announcement_id.in_(announcement_ids))
        )
        query = select(Person).where(Person.id.in_(told)).order_by(Person.id)
        return (await self._opened.scalars(query)).all()

    async def withdraw(
        self, announcement_id: int, now: datetime, *, person_id: int | None = None
    ) -> set[int]:
        """Take back what an announcement has not sent yet; whose it was.

        What a process holds stays, and what follows a first text that has left, unless it is taken
        from one person. The rows go, or count no longer: who had one may be told anew.
        """
        of_it = OutboxMessage.announcement_id == announcement_id
        rows = await self._unsent(now, person_id, OutboxMessage.purpose == ANNOUNCEMENT, of_it)
        first = {f"announcement:{announcement_id}:{owner}": owner for _, owner in rows}
        whose = {owner for row, owner in rows if person_id is not None or row.dedupe_key in first}
        await self._take_back([row for row, owner in rows if owner in whose], now)
        return whose

    async def withdraw_from_head(
        self, person_id: int, village_id: int, now: datetime
    ) -> Sequence[Taken]:
        """Take back what *person_id* should get as head of the village and has not got yet.

        Gives what that was.
        """
        asked = (
            select(Answer.id)
            .join(Submission, Submission.id == Answer.submission_id)
            .where(
                Submission.village_id == village_id,
                or_(Submission.asker_id.is_(None), Submission.asker_id != person_id),
            )
        )
        purposes = (for_head(village_id), for_reader(village_id))
        wanted = or_(OutboxMessage.purpose.in_(purposes), OutboxMessage.answer_id.in_(asked))
        rows = [row for row, _ in await self._unsent(now, person_id, wanted)]
        taken = [Taken(row.answer_id, row.purpose, row.payload, row.not_after) for row in rows]
        await self._take_back(rows, now)
        return taken

    async def _unsent(
        self, now: datetime, person_id: int | None, *which: ColumnElement[bool]
    ) -> Sequence[tuple[OutboxMessage, int]]:
        """Messages that wait, locked, with their persons; of one person also those that are held.

        Of everybody only those that no process holds.
        """
        query = (
            select(OutboxMessage, ChannelAddress.person_id)
            .join(ChannelAddress, ChannelAddress.id == OutboxMessage.address_id)
            .where(*which, OutboxMessage.state == OutboxState.PENDING)
            .order_by(OutboxMessage.id)
            .with_for_update(of=OutboxMessage)
        )
        if person_id is not None:
            query = query.where(ChannelAddress.person_id == person_id)
        else:
            free = or_(OutboxMessage.lease_until.is_(None), OutboxMessage.lease_until <= now)
            query = query.where(free)
        return [(row, owner) for row, owner in (await self._opened.execute(query)).all()]

    async def _take_back(self, rows: Iterable[OutboxMessage], now: datetime) -> None:
        """Delete what nobody holds. What a process holds is of no use from now on and loses its
        lease: it leaves only if it is on its way in this very moment."""
        for row in rows:
            if row.lease_until is not None and row.lease_until > now:
                row.lease_owner = row.lease_until = row.dedupe_key = None
                row.not_after = now - _A_MOMENT
            else:
                await self._opened.delete(row)
        await self._opened.flush()

    async def announcement_states(self, announcement_id: int) -> list[tuple[int, str, OutboxState]]:
        """Person, channel and state of every message of an announcement that counts."""
        query = (
            select(ChannelAddress.person_id, OutboxMessage.channel, OutboxMessage.state)
            .join(ChannelAddress, ChannelAddress.id == OutboxMessage.address_id)
            .where(
                OutboxMessage.announcement_id == announcement_id,
                OutboxMessage.dedupe_key.is_not(None),
            )
        )
        rows = (await self._opened.execute(query)).all()
        return [(person_id, channel, state) for person_id, channel, state in rows]

    async def waiting_since(self, before: datetime) -> int:
        """Messages that should have left before *before* and did not.

        What waits for its person to open a channel is not late.
        """
        query = (
            select(func.count())
            .select_from(OutboxMessage)
            .where(
                OutboxMessage.state == OutboxState.PENDING,
                OutboxMessage.created_at < before,
                OutboxMessage.channel.not_in(OPENED_BY_PERSON),
            )
        )
        return (await self._opened.scalars(query)).one()

    async def try_now(self, address_id: int) -> None:
        """Its person writes, so the line works again: what failed there waits no longer."""
        await self._opened.execute(
            update(OutboxMessage)
            .where(
                OutboxMessage.address_id == address_id,
                OutboxMessage.state == OutboxState.PENDING,
                OutboxMessage.attempts + OutboxMessage.broken > 0,
                OutboxMessage.next_attempt_at.is_not(None),
            )
            .values(next_attempt_at=None)
            .execution_options(synchronize_session=False)
        )
