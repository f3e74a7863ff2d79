"""What the database says was sent, so that a player knows what to wait for on the screen."""

from __future__ import annotations

from dataclasses import dataclass

from sqlalchemy import func, select

from handlers.messages import Reply
from storage.database import Database
from storage.models import (
    AddressState,
    ChannelAddress,
    InboundMessage,
    OutboxMessage,
    OutboxState,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One message on its way."""

    id: int
    address: str
    pending: bool
    reply: Reply


async def rows(database: Database, after: int) -> list[Row]:
    """Messages with an id above *after*, to accounts that are not blocked."""
    query = (
        select(OutboxMessage, ChannelAddress.address)
        .join(ChannelAddress, ChannelAddress.id == OutboxMessage.address_id)
        .where(OutboxMessage.id > after, ChannelAddress.state == AddressState.ACTIVE)
        .order_by(OutboxMessage.id)
    )
    async with database.reading() as opened:
        found = (await opened.execute(query)).all()
    return [
        Row(row.id, address, row.state is OutboxState.PENDING, Reply.from_json(row.payload))
        for row, address in found
    ]


async def taken_in(database: Database) -> int:
    """How many messages of people were taken in."""
    async with database.reading() as opened:
        return (await opened.scalars(select(func.count()).select_from(InboundMessage))).one()


async def has_mail(database: Database, address: str) -> bool:
    """Whether anything was ever said to an account: then opening the chat does not greet."""
    return any(row.address == address for row in await rows(database, 0))
