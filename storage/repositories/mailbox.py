"""Messages as their people read them, and as they are forgotten."""

from __future__ import annotations

import json
from collections.abc import Collection
from datetime import datetime
from typing import Any, cast

from sqlalchemy import (
    ColumnElement,
    CursorResult,
    Select,
    String,
    and_,
    case,
    false,
    func,
    or_,
    select,
    update,
)
from sqlalchemy import cast as as_type
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import ChannelAddress, OutboxMessage, OutboxState, Person
from storage.repositories.deliveries import ANNOUNCEMENT
from storage.repositories.outbox import BLANK
from storage.repositories.written_names import is_named, with_name


def _elsewhere(commune_id: int | None, readers: Collection[int]) -> Select[Any]:
    """Addresses of people of another commune, *readers* left out; none when it is not known."""
    other = false() if commune_id is None else Person.commune_id != commune_id
    return (
        select(ChannelAddress.id)
        .join(Person, Person.id == ChannelAddress.person_id)
        .where(other, Person.id.not_in(readers))
    )


class Mailbox:
    """What was said to an account."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened

    async def after(self, address_id: int, message_id: int, limit: int) -> list[OutboxMessage]:
        """Messages of an address after *message_id*, in order (the web chat's mailbox)."""
        query = (
            select(OutboxMessage)
            .where(OutboxMessage.address_id == address_id, OutboxMessage.id > message_id)
            .order_by(OutboxMessage.id)
            .limit(limit)
        )
        return list((await self._opened.scalars(query)).all())

    async def latest(self, address_id: int, limit: int) -> list[OutboxMessage]:
        """The newest messages of an address, in order (a page that is opened again)."""
        query = (
            select(OutboxMessage)
            .where(OutboxMessage.address_id == address_id)
            .order_by(OutboxMessage.id.desc())
            .limit(limit)
        )
        return list(reversed((await self._opened.scalars(query)).all()))

    async def message(self, message_id: int) -> OutboxMessage | None:
        """One message."""
        return await self._opened.get(OutboxMessage, message_id)

    async def last_id(self, address_id: int) -> int:
        """Id of the newest message of an address, 0 when there is none."""
        query = select(func.max(OutboxMessage.id)).where(OutboxMessage.address_id == address_id)
        return (await self._opened.scalars(query)).one() or 0

    async def shred(self, address_ids: Collection[int]) -> None:
        """Blank what was said to these addresses and stop what still waits."""
        await self._shred(OutboxMessage.address_id.in_(address_ids))

    async def _shred(self, which: ColumnElement[bool]) -> None:
        await self._opened.execute(
            update(OutboxMessage)
            .where(which)
            .values(
                payload=BLANK,
                payload_until=None,
                state=case(
                    (OutboxMessage.state == OutboxState.PENDING, OutboxState.STOPPED),
                    else_=OutboxMessage.state,
                ),
            )
            .execution_options(synchronize_session=False)
        )

    async def blank_name(
        self,
        name: str,
        instead: str,
        *,
        commune_id: int | None,
        readers: Collection[int],
        but_not: Collection[int],
    ) -> None:
        """Write *instead* for *name* in what is kept for anybody but the addresses *but_not*.

        Whether it waits, could not be sent, or lies in the mailbox of a page. Announcements name
        nobody. In another commune than *commune_id* the name is somebody else's, unless its people
        look after this one, too: *readers* (ids of persons).
        """
        # As JSON writes it: the words and the labels of choices are looked through at once.
        written = json.dumps(name)[1:-1]
        query = select(OutboxMessage).where(
            or_(
                OutboxMessage.state == OutboxState.PENDING, OutboxMessage.payload_until.is_not(None)
            ),
            OutboxMessage.purpose != ANNOUNCEMENT,
            OutboxMessage.address_id.not_in(_elsewhere(commune_id, readers)),
            OutboxMessage.address_id.not_in(but_not),
            as_type(OutboxMessage.payload, String).icontains(written, autoescape=True),
        )

        def without(text: str) -> str:
            return with_name(text, name, instead)

        for row in (await self._opened.scalars(query)).all():
            choices = [
                {**one, "label": without(one["label"])} for one in row.payload.get("choices", ())
            ]
            row.payload = {**row.payload, "text": without(row.payload["text"]), "choices": choices}

    async def blank_shown(
        self, address_ids: Collection[int], submissions: Collection[int], answers: Collection[int]
    ) -> None:
        """Blank what these addresses were told of *submissions* or was to bring *answers*.

        Ids of each; what still waits is stopped.
        """
        written = as_type(OutboxMessage.payload, String)
        shows = and_(written.contains('"about": ['), ~written.contains('"about": []'))
        query = select(OutboxMessage.id, OutboxMessage.answer_id, OutboxMessage.payload).where(
            or_(
                OutboxMessage.state == OutboxState.PENDING, OutboxMessage.payload_until.is_not(None)
            ),
            OutboxMessage.address_id.in_(address_ids),
            or_(OutboxMessage.answer_id.in_(answers), shows),
        )
        shown = [
            number
            for number, answer_id, payload in (await self._opened.execute(query)).all()
            if answer_id in answers or set(submissions) & set(payload.get("about", ()))
        ]
        await self._shred(OutboxMessage.id.in_(shown))

    async def blank_said(self, address_id: int, since: datetime, names: Collection[str]) -> None:
        """Blank the replies to this address *since* then; before, private ones that name *names*.

        Notices are no replies and stay.
        """
        query = select(OutboxMessage.id, OutboxMessage.created_at, OutboxMessage.payload).where(
            OutboxMessage.purpose == "reply",
            or_(
                OutboxMessage.state == OutboxState.PENDING, OutboxMessage.payload_until.is_not(None)
            ),
            OutboxMessage.address_id == address_id,
        )
        said = [
            number
            for number, at, payload in (await self._opened.execute(query)).all()
            if at >= since
            or (payload.get("private") and any(is_named(payload["text"], one) for one in names))
        ]
        await self._shred(OutboxMessage.id.in_(said))

    async def blank_old(self, now: datetime) -> int:
        """Blank what people had time enough to read, and what could not be sent; how many."""
        query = (
            update(OutboxMessage)
            .where(OutboxMessage.payload_until < now, OutboxMessage.state != OutboxState.PENDING)
            .values(payload=BLANK, payload_until=None)
            .execution_options(synchronize_session=False)
        )
        return cast("CursorResult[Any]", await self._opened.execute(query)).rowcount
