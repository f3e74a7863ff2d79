"""What became of messages: who was told, what is late, where it goes when an account is blocked."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import AddressState, ChannelAddress, OutboxMessage, OutboxState, Person
from storage.repositories.outbox import OPENED_BY_PERSON

ANNOUNCEMENT = "announcement"
"""Purpose of what an announcement says; it goes to one account of a person."""

URGENT = "urgent"
"""Purpose of what cannot wait; it goes to every account of a person."""

FOR_HEAD = "head"
"""Purpose of what a village head is told about households, other than an announcement."""

_OF_ONE_ACCOUNT = ("reply", "reminder", URGENT)
"""Purposes of what belongs to the talk on one account, or goes to every account anyway."""
_CHUNK = 500


class Deliveries:
    """Messages on their way to a person, rather than to an account."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened

    async def has(self, dedupe_key: str) -> bool:
        """Whether a message with this key was ever queued."""
        query = select(OutboxMessage.id).where(OutboxMessage.dedupe_key == dedupe_key)
        return (await self._opened.scalars(query)).first() is not None

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

        What is being sent just now stays, and what follows a first text that has left, unless it
        is taken from one person. The rows go: who had one may be told anew.
        """
        of_it = OutboxMessage.announcement_id == announcement_id
        rows = await self._unsent(now, person_id, OutboxMessage.purpose == ANNOUNCEMENT, of_it)
        first = {f"announcement:{announcement_id}:{owner}": owner for _, owner in rows}
        whose = {owner for row, owner in rows if person_id is not None or row.dedupe_key in first}
        await self._delete(row for row, owner in rows if owner in whose)
        return whose

    async def withdraw_from(self, person_id: int, purpose: str, now: datetime) -> None:
        """Take back what one person should get for a *purpose* and has not got yet."""
        rows = await self._unsent(now, person_id, OutboxMessage.purpose == purpose)
        await self._delete(row for row, _ in rows)

    async def _unsent(
        self, now: datetime, person_id: int | None, *which: ColumnElement[bool]
    ) -> Sequence[tuple[OutboxMessage, int]]:
        """Messages that wait and that nobody is sending, locked, with their persons."""
        query = (
            select(OutboxMessage, ChannelAddress.person_id)
            .join(ChannelAddress, ChannelAddress.id == OutboxMessage.address_id)
            .where(
                *which,
                OutboxMessage.state == OutboxState.PENDING,
                or_(OutboxMessage.lease_until.is_(None), OutboxMessage.lease_until <= now),
            )
            .with_for_update(of=OutboxMessage)
        )
        if person_id is not None:
            query = query.where(ChannelAddress.person_id == person_id)
        return [(row, owner) for row, owner in (await self._opened.execute(query)).all()]

    async def _delete(self, rows: Iterable[OutboxMessage]) -> None:
        for row in rows:
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
                OutboxMessage.attempts > 0,
                OutboxMessage.next_attempt_at.is_not(None),
            )
            .values(next_attempt_at=None)
            .execution_options(synchronize_session=False)
        )

    async def stop_address(self, address_id: int, now: datetime, error: str) -> None:
        """The person blocked us there: nothing is tried again at this address.

        What was told to the person goes to the account that they used last before it.
        """
        waiting = (
            OutboxMessage.address_id == address_id,
            OutboxMessage.state == OutboxState.PENDING,
        )
        told = OutboxMessage.purpose.not_in(_OF_ONE_ACCOUNT)
        await self._hand_over(address_id, now, *waiting, told)
        await self._opened.execute(
            update(ChannelAddress)
            .where(
                ChannelAddress.id == address_id,
                # Of somebody erased: it is still to be renamed, see ``People.forget_addresses``.
                ChannelAddress.state != AddressState.FORGOTTEN,
            )
            .values(state=AddressState.BLOCKED)
            .execution_options(synchronize_session=False)
        )
        await self._opened.execute(
            update(OutboxMessage)
            .where(
                OutboxMessage.address_id == address_id, OutboxMessage.state == OutboxState.PENDING
            )
            .values(
                state=OutboxState.STOPPED,
                done_at=now,
                error_code=error,
                lease_owner=None,
                lease_until=None,
            )
            .execution_options(synchronize_session=False)
        )

    async def hand_over(self, message_id: int, now: datetime) -> None:
        """It cannot be sent where it goes: what was told to the person goes to another account.

        Only once, so that two accounts that both fail do not pass it to and fro.
        """
        message = await self._opened.get(OutboxMessage, message_id)
        if message is not None:
            first = (
                OutboxMessage.id == message_id,
                OutboxMessage.purpose.not_in(_OF_ONE_ACCOUNT),
                OutboxMessage.handed_over.is_(False),
            )
            await self._hand_over(message.address_id, now, *first)

    async def _hand_over(self, address_id: int, now: datetime, *which: ColumnElement[bool]) -> None:
        """Queue messages that wait for an address once more, to another of its person."""
        waiting = select(OutboxMessage).where(*which)
        messages = (await self._opened.scalars(waiting.order_by(OutboxMessage.id))).all()
        other = await self._other_address(address_id) if messages else None
        if other is None:
            return
        keys = [one.dedupe_key for one in messages]
        for one in messages:
            one.dedupe_key = None
        await self._opened.flush()
        self._opened.add_all(
            OutboxMessage(
                address_id=other.id,
                channel=other.channel,
                announcement_id=one.announcement_id,
                payload=one.payload,
                payload_until=one.payload_until,
                purpose=one.purpose,
                priority=one.priority,
                dedupe_key=key,
                handed_over=True,
                not_after=one.not_after,
                created_at=now,
            )
            for one, key in zip(messages, keys, strict=True)
        )
        await self._opened.flush()

    async def _other_address(self, address_id: int) -> ChannelAddress | None:
        """Another account of the same person, who still wants to hear from us."""
        person_id = select(ChannelAddress.person_id).where(ChannelAddress.id == address_id)
        query = (
            select(ChannelAddress)
            .join(Person, Person.id == ChannelAddress.person_id)
            .where(
                ChannelAddress.person_id == person_id.scalar_subquery(),
                ChannelAddress.id != address_id,
                ChannelAddress.state == AddressState.ACTIVE,
                Person.stopped_at.is_(None),
                Person.erased_at.is_(None),
            )
            .order_by(
                ChannelAddress.channel.in_(OPENED_BY_PERSON),
                ChannelAddress.last_seen_at.desc(),
                ChannelAddress.id.desc(),
            )
            .limit(1)
        )
        return (await self._opened.scalars(query)).first()
