"""Conversations and the ids of messages already taken in."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import cache
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    Delete,
    Update,
    bindparam,
    delete,
    exists,
    or_,
    select,
    update,
)
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased, contains_eager
from sqlalchemy.orm.attributes import set_committed_value

from storage.models import (
    ChannelAddress,
    Conversation,
    GuardCount,
    InboundMessage,
    OutboxMessage,
    OutboxState,
    Person,
    Priority,
)
from storage.models.base import table_of

# Every turn runs these: built once, because building costs more than running.
# Tables instead of models where no object is wanted: half of the time.
_IDS = table_of(InboundMessage)
_NOTE_ID_SQLITE = sqlite_insert(_IDS).on_conflict_do_nothing().returning(_IDS.c.id)
_NOTE_ID_POSTGRESQL = postgresql_insert(_IDS).on_conflict_do_nothing().returning(_IDS.c.id)
_TALKS = table_of(Conversation)
_other = aliased(ChannelAddress)
_MINE = (
    ChannelAddress.channel == bindparam("channel"),
    ChannelAddress.address == bindparam("address"),
)
_LOCK = (
    select(Conversation.id)
    .join(Conversation.address)
    .where(*_MINE)
    .with_for_update(of=Conversation)
)
_TALKING = (
    select(
        Conversation,
        exists().where(
            _other.person_id == ChannelAddress.person_id,
            _other.id != ChannelAddress.id,
            _other.last_seen_at >= ChannelAddress.last_seen_at,
        ),
        # The same order as ``Outbox.claim`` keeps: replies, and whatever is on its way.
        exists().where(
            OutboxMessage.address_id == ChannelAddress.id,
            OutboxMessage.state == OutboxState.PENDING,
            or_(
                OutboxMessage.lease_owner.is_(None),
                OutboxMessage.lease_owner != bindparam("sender"),
            ),
            or_(
                OutboxMessage.priority <= Priority.REPLY,
                OutboxMessage.lease_until > bindparam("now"),
            ),
        ),
    )
    .join(Conversation.address)
    .join(ChannelAddress.person)
    .where(*_MINE)
    .options(
        contains_eager(Conversation.address)
        .contains_eager(ChannelAddress.person)
        .joinedload(Person.roles)
    )
)


@cache
def _keeping(names: tuple[str, ...]) -> Update:
    """Write these columns of the conversation ``talk``."""
    given = {name: bindparam(name, type_=_TALKS.c[name].type) for name in names}
    return update(_TALKS).where(_TALKS.c.id == bindparam("talk")).values(given)


@dataclass(frozen=True, slots=True)
class Talking:
    """Whose message it is."""

    conversation: Conversation
    last_elsewhere: bool
    """The person was last seen on another account of theirs."""
    behind: bool
    """Something waits for this account that who asks does not hold: what is said now goes after."""


class Conversations:
    """State of talks."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened
        self._sqlite = opened.get_bind().dialect.name == "sqlite"
        self._insert = sqlite_insert if self._sqlite else postgresql_insert
        self._note_id = _NOTE_ID_SQLITE if self._sqlite else _NOTE_ID_POSTGRESQL

    async def take_in(self, channel: str, external_id: str, now: datetime) -> int | None:
        """Note a message id; its row id, or None when it was taken in before."""
        given = {"channel": channel, "external_id": external_id, "received_at": now}
        number: int | None = (await self._opened.execute(self._note_id, given)).scalar_one_or_none()
        return number

    async def was_taken_in(self, channel: str, external_id: str) -> bool:
        """Whether a message of this id was taken in before; for looking at only."""
        query = select(InboundMessage.id).where(
            InboundMessage.channel == channel, InboundMessage.external_id == external_id
        )
        return (await self._opened.scalars(query)).first() is not None

    async def keep(self, conversation: Conversation, **values: Any) -> None:
        """Write what a turn changed, in one statement; *values* by the names of the columns."""
        changed = {
            name: value for name, value in values.items() if getattr(conversation, name) != value
        }
        if changed:
            for name, value in changed.items():
                set_committed_value(conversation, name, value)
            given = {"talk": conversation.id, **changed}
            await self._opened.execute(_keeping(tuple(changed)), given)

    async def note_error(self, inbound_id: int, error_id: str) -> None:
        """Record that the turn of this message failed."""
        await self._opened.execute(
            update(InboundMessage).where(InboundMessage.id == inbound_id).values(error_id=error_id)
        )

    async def talking(
        self, channel: str, address: str, *, sender: str, now: datetime
    ) -> Talking | None:
        """The conversation of a known account with address and person, locked.

        *sender* is the owner of the leases of who asks.
        """
        mine = {"channel": channel, "address": address}
        if not self._sqlite:
            # A query that waits for a lock sees only the locked row as it is afterwards; the person
            # and the roles as they were before. So they are read once the lock is ours. On SQLite
            # the transaction waited before its first query.
            await self._opened.execute(_LOCK, mine)
        given = {**mine, "sender": sender, "now": now}
        row = (await self._opened.execute(_TALKING, given)).unique().one_or_none()
        return None if row is None else Talking(*row)

    async def seen(self, channel: str, address: str) -> Conversation | None:
        """The conversation of a known account as it is, for looking at only."""
        query = (
            select(Conversation)
            .join(Conversation.address)
            .where(ChannelAddress.channel == channel, ChannelAddress.address == address)
            .options(contains_eager(Conversation.address))
        )
        return (await self._opened.scalars(query)).one_or_none()

    async def locked(self, address: ChannelAddress, now: datetime) -> Conversation:
        """The conversation of an address, locked until the end of the transaction."""
        query = (
            select(Conversation)
            .where(Conversation.address_id == address.id)
            .with_for_update(of=Conversation)
        )
        found = (await self._opened.scalars(query)).one_or_none()
        if found is None:
            values = {
                "address_id": address.id,
                "frames": [],
                "menu_seq": 0,
                "misses": 0,
                "window_count": 0,
                "wrong_codes": 0,
                "reminded": False,
                "updated_at": now,
            }
            await self._opened.execute(
                self._insert(Conversation).values(values).on_conflict_do_nothing()
            )
            found = (await self._opened.scalars(query)).one()
        return found

    async def of_person(self, person_id: int, *, lock: bool = False) -> Sequence[Conversation]:
        """Every talk of a person; *lock* to change what another turn may be changing."""
        query = (
            select(Conversation)
            .join(ChannelAddress, ChannelAddress.id == Conversation.address_id)
            .where(ChannelAddress.person_id == person_id)
        )
        if lock:
            query = query.order_by(Conversation.id).with_for_update(of=Conversation)
            query = query.execution_options(populate_existing=True)
        return (await self._opened.scalars(query)).all()

    async def forget_ids(self, before: datetime) -> int:
        """Drop message ids older than *before*; how many."""
        query = delete(InboundMessage).where(InboundMessage.received_at < before)
        return await self._changed(query)

    async def count_guard(self, guard: str, day: str, commune_id: int | None) -> None:
        """Raise the day's number of a guard by one."""
        where: ColumnElement[bool] = GuardCount.commune_id.is_(None)
        if commune_id is not None:
            where = GuardCount.commune_id == commune_id
        changed = await self._changed(
            update(GuardCount)
            .where(GuardCount.guard == guard, GuardCount.day == day, where)
            .values(count=GuardCount.count + 1)
        )
        if changed == 0:
            await self._opened.execute(
                self._insert(GuardCount)
                .values(guard=guard, day=day, commune_id=commune_id, count=1)
                .on_conflict_do_update(
                    index_elements=["guard", "day", "commune_id"],
                    set_={"count": GuardCount.count + 1},
                )
            )

    async def _changed(self, query: Update | Delete) -> int:
        return cast("CursorResult[Any]", await self._opened.execute(query)).rowcount
