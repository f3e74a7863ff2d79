"""Which messages of the outbox may leave now: the conditions of a claim."""

from __future__ import annotations

from collections.abc import Collection
from datetime import datetime
from functools import cache
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    CompoundSelect,
    and_,
    bindparam,
    exists,
    literal,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.orm import aliased

from storage.models import ChannelAddress, OutboxMessage, OutboxState


@cache
def due_query(channels: tuple[str, ...], *, to_one: bool) -> CompoundSelect[Any]:
    """See ``due_channels``. Asked after almost every turn: built once."""
    address = bindparam("address", type_=ChannelAddress.address.type) if to_one else None
    now = bindparam("now", type_=OutboxMessage.lease_until.type)
    return union_all(
        *(
            select(literal(name)).where(exists().where(*free((name,), now, address)))
            for name in channels
        )
    )


def free(
    channels: Collection[str],
    now: datetime | BindParameter[datetime],
    address: str | BindParameter[str] | None,
) -> tuple[ColumnElement[bool], ...]:
    """Messages that may leave now: due, held by nobody, and nothing of their address before them.

    What waits for its next try holds back everything of the same address that is not more urgent.
    """
    earlier = aliased(OutboxMessage)
    blocked = exists().where(
        earlier.address_id == OutboxMessage.address_id,
        earlier.state == OutboxState.PENDING,
        or_(
            and_(earlier.lease_until.is_not(None), earlier.lease_until > now),
            and_(earlier.priority == OutboxMessage.priority, earlier.id < OutboxMessage.id),
            earlier.priority < OutboxMessage.priority,
        ),
        earlier.id != OutboxMessage.id,
    )
    return (
        to_address(address),
        OutboxMessage.state == OutboxState.PENDING,
        OutboxMessage.channel.in_(channels),
        or_(OutboxMessage.lease_until.is_(None), OutboxMessage.lease_until <= now),
        or_(OutboxMessage.next_attempt_at.is_(None), OutboxMessage.next_attempt_at <= now),
        ~blocked,
    )


def to_address(address: str | BindParameter[str] | None) -> ColumnElement[bool]:
    """Messages to *address*, or all."""
    if address is None:
        return true()
    mine = select(ChannelAddress.id).where(ChannelAddress.address == address)
    return OutboxMessage.address_id.in_(mine)
