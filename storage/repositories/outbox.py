"""Messages on their way out: claimed with a lease, marked in batches.

Claiming is one statement (``UPDATE … WHERE id IN (SELECT … FOR UPDATE SKIP LOCKED) RETURNING``)
that serves both databases; SQLAlchemy drops the lock clause on SQLite, where the transaction
already holds the only write lock.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import (
    BindParameter,
    bindparam,
    case,
    insert,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import ChannelAddress, OutboxMessage, OutboxState
from storage.models.base import table_of
from storage.repositories.claimable import due_query, free, to_address

OPENED_BY_PERSON = frozenset({"terminal"})
"""Channels on which messages leave only while their person has them open."""

_ROWS = table_of(OutboxMessage)
_PUT = insert(_ROWS).returning(_ROWS.c.id, sort_by_parameter_order=True)

BLANK: dict[str, Any] = {"text": ""}
"""A payload that says nothing any more."""


@dataclass(frozen=True, slots=True)
class Due:
    """A claimed message, free of the database."""

    id: int
    address_id: int
    channel: str
    address: str
    payload: dict[str, Any]
    priority: int
    attempts: int
    created_at: datetime
    not_after: datetime | None
    broken: int = 0


class Outbox:
    """The queue of everything that leaves."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened

    def add(self, message: OutboxMessage) -> None:
        """Queue a message."""
        self._opened.add(message)

    async def put(self, rows: Sequence[Mapping[str, Any]]) -> Sequence[int]:
        """Queue messages given by their columns, at once; their ids in the same order."""
        if not rows:
            return []
        return (await self._opened.scalars(_PUT, list(rows))).all()

    async def due_channels(
        self, channels: Collection[str], now: datetime, *, address: str | None = None
    ) -> Sequence[str]:
        """Those of *channels* for which :meth:`claim` might find something; one query."""
        query = due_query(tuple(channels), to_one=address is not None)
        given = {"now": now} | ({} if address is None else {"address": address})
        return (await self._opened.scalars(query, given)).all()

    async def claim(
        self,
        channels: Collection[str],
        *,
        owner: str,
        now: datetime,
        until: datetime,
        limit: int,
        address: str | None = None,
    ) -> list[Due]:
        """Lease due messages to *owner*, at most one per address, replies first.

        With *address* only those to this address.
        """
        chosen = (
            select(OutboxMessage.id)
            .where(*free(channels, now, address))
            .order_by(OutboxMessage.priority, OutboxMessage.id)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        claimed = (
            update(OutboxMessage)
            .where(OutboxMessage.id.in_(chosen))
            .values(lease_owner=owner, lease_until=until)
            .returning(OutboxMessage.id)
            .execution_options(synchronize_session=False)
        )
        ids = (await self._opened.scalars(claimed)).all()
        return await self._due(ids)

    async def _due(self, ids: Sequence[int]) -> list[Due]:
        if not ids:
            return []
        query = (
            select(OutboxMessage, ChannelAddress.address)
            .join(ChannelAddress, ChannelAddress.id == OutboxMessage.address_id)
            .where(OutboxMessage.id.in_(ids))
            .order_by(OutboxMessage.priority, OutboxMessage.id)
        )
        rows = (await self._opened.execute(query)).all()
        return [
            Due(
                id=row.id,
                address_id=row.address_id,
                channel=row.channel,
                address=address,
                payload=row.payload,
                priority=row.priority,
                attempts=row.attempts,
                created_at=row.created_at,
                not_after=row.not_after,
                broken=row.broken,
            )
            for row, address in rows
        ]

    async def finish(
        self, ids: Collection[int], state: OutboxState, now: datetime, error: str | None = None
    ) -> None:
        """Put messages at one of their ends."""
        await self._opened.execute(
            update(OutboxMessage)
            .where(OutboxMessage.id.in_(ids))
            .values(state=state, done_at=now, lease_owner=None, lease_until=None, error_code=error)
            .execution_options(synchronize_session=False)
        )

    async def mark_sent(
        self,
        external_ids: dict[int, str | None],
        now: datetime,
        *,
        mailboxes: Collection[str] = (),
    ) -> None:
        """Record a batch of accepted messages with the platform's ids.

        What was said is blanked at once, but on channels that are *mailboxes*: their people read
        our rows.
        """
        stays = OutboxMessage.channel.in_(mailboxes)
        await self._opened.execute(
            update(OutboxMessage)
            .where(OutboxMessage.id.in_(external_ids))
            .values(
                state=OutboxState.SENT,
                done_at=now,
                lease_owner=None,
                lease_until=None,
                attempts=OutboxMessage.attempts + 1,
                payload=case((stays, OutboxMessage.payload), else_=_blank()),
                payload_until=case((stays, OutboxMessage.payload_until), else_=None),
                external_id=case(
                    {number: name for number, name in external_ids.items() if name is not None}
                    or {0: ""},
                    value=OutboxMessage.id,
                    else_=None,
                ),
            )
            .execution_options(synchronize_session=False)
        )

    async def retry(
        self, message_id: int, at: datetime, error: str, *, counts: bool, broken: bool
    ) -> None:
        """Give a message back, to be tried again at *at*.

        *counts*: it was a try that was not accepted; *broken*: one that our own code broke off.
        """
        await self._opened.execute(
            update(OutboxMessage)
            .where(OutboxMessage.id == message_id)
            .values(
                lease_owner=None,
                lease_until=None,
                next_attempt_at=at,
                error_code=error,
                attempts=OutboxMessage.attempts + (1 if counts else 0),
                broken=OutboxMessage.broken + (1 if broken else 0),
            )
            .execution_options(synchronize_session=False)
        )

    async def give_back(self, ids: Collection[int], *, owner: str) -> None:
        """Give back those of these messages that *owner* holds, to be claimed in their order."""
        await self._opened.execute(
            update(OutboxMessage)
            .where(
                OutboxMessage.id.in_(ids),
                OutboxMessage.lease_owner == owner,
                OutboxMessage.state == OutboxState.PENDING,
            )
            .values(lease_owner=None, lease_until=None)
            .execution_options(synchronize_session=False)
        )

    async def release(self, owner: str) -> None:
        """Give back everything *owner* holds, at a clean stop."""
        await self._opened.execute(
            update(OutboxMessage)
            .where(OutboxMessage.lease_owner == owner, OutboxMessage.state == OutboxState.PENDING)
            .values(lease_owner=None, lease_until=None)
            .execution_options(synchronize_session=False)
        )

    async def renew(self, ids: Collection[int], *, owner: str, until: datetime) -> set[int]:
        """Prolong the leases of *owner* on these messages; ids of those it still holds."""
        prolonged = (
            update(OutboxMessage)
            .where(
                OutboxMessage.id.in_(ids),
                OutboxMessage.lease_owner == owner,
                OutboxMessage.state == OutboxState.PENDING,
            )
            .values(lease_until=until)
            .returning(OutboxMessage.id)
            .execution_options(synchronize_session=False)
        )
        return set((await self._opened.scalars(prolonged)).all())

    async def free_leases(
        self, channels: Collection[str], *, but_not: str, address: str | None = None
    ) -> None:
        """Give back what any other process holds on these channels (or of this *address*)."""
        await self._opened.execute(
            update(OutboxMessage)
            .where(
                to_address(address),
                OutboxMessage.state == OutboxState.PENDING,
                OutboxMessage.channel.in_(channels),
                OutboxMessage.lease_owner.is_not(None),
                OutboxMessage.lease_owner != but_not,
            )
            .values(lease_owner=None, lease_until=None)
            .execution_options(synchronize_session=False)
        )


def _blank() -> BindParameter[dict[str, Any]]:
    return bindparam(None, BLANK, type_=OutboxMessage.payload.type)
