"""Where a message goes that its account does not take: to another one, else to the officials."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, exists, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import (
    AddressState,
    Announcement,
    Answer,
    ChannelAddress,
    DialogueSession,
    OutboxMessage,
    OutboxState,
    Person,
    Submission,
    SubmissionState,
    Unit,
    Untold,
)
from storage.repositories.deliveries import (
    ANNOUNCEMENT,
    ANSWER,
    FOR_HEAD,
    RETOLD,
    ROLE,
    SEAT,
    URGENT,
)
from storage.repositories.outbox import OPENED_BY_PERSON

INVITATION = "invitation"
"""Kind of the announcement that invites. It is announced again to whom it did not reach; every
other one tells of a change."""

_OF_ONE_ACCOUNT = ("reply", "reminder", URGENT)
"""Purposes of what belongs to the talk on one account, or goes to every account anyway."""
_OF_UNITS = frozenset({FOR_HEAD, ROLE})
_SEEN_TO = frozenset({SEAT, ROLE, FOR_HEAD})


def _of_use(now: datetime) -> ColumnElement[bool]:
    """What is not too late: what was taken back on its way is seen to already."""
    return or_(OutboxMessage.not_after.is_(None), OutboxMessage.not_after > now)


def is_seen_to(purpose: str) -> bool:
    """Whether an official sees to notices of this purpose when no account takes them."""
    return purpose.partition(":")[0] in _SEEN_TO


def not_read_out(
    village: Unit, payload: Mapping[str, Any], not_after: datetime | None, now: datetime
) -> Untold:
    """What no head of *village* told its households: it waits for another head, or an official.

    It is nobody's own: the message of *payload* names whom it is for, and outlasts the role of who
    was asked.
    """
    if village.parent_id is None:
        raise AssertionError("a village lies in a commune")
    return Untold(
        commune_id=village.parent_id,
        village_id=village.id,
        purpose=RETOLD,
        **_words(payload),
        not_after=not_after,
        since=now,
    )


def _words(payload: Mapping[str, Any]) -> dict[str, str | None]:
    """The columns that keep what a message says, and what it says where servers are elsewhere."""
    return {"text": str(payload["text"]), "elsewhere": payload.get("elsewhere")}


class Handovers:
    """Messages that were given up at one account."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened

    async def stop_address(self, address_id: int, now: datetime, error: str) -> None:
        """The person blocked us there: nothing is tried again at this address.

        What was told to the person goes to the account that they used last before it.
        """
        waiting = (
            OutboxMessage.address_id == address_id,
            OutboxMessage.state == OutboxState.PENDING,
        )
        told = (
            select(OutboxMessage)
            .where(*waiting, OutboxMessage.purpose.not_in(_OF_ONE_ACCOUNT), _of_use(now))
            .order_by(OutboxMessage.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        messages = (await self._opened.scalars(told)).all()
        await self._pass_on(address_id, messages, now)
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
            .where(*waiting)
            .values(
                state=OutboxState.STOPPED,
                done_at=now,
                error_code=error,
                lease_owner=None,
                lease_until=None,
            )
            .execution_options(synchronize_session=False)
        )

    async def give_up(self, message_id: int, now: datetime) -> None:
        """It cannot be sent where it goes: what was told to the person goes to another account.

        Only once, so that two accounts that both fail do not pass it to and fro.
        """
        found = (
            select(OutboxMessage)
            .where(
                OutboxMessage.id == message_id,
                OutboxMessage.purpose.not_in(_OF_ONE_ACCOUNT),
                _of_use(now),
            )
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        message = (await self._opened.scalars(found)).one_or_none()
        if message is None:
            return
        if message.handed_over:
            await self._leave_to_officials([message], now)
        else:
            await self._pass_on(message.address_id, [message], now)

    async def place(
        self, person: Person, purpose: str, announcement_id: int | None
    ) -> tuple[int | None, int | None]:
        """Commune and village whose officials see to a notice to *person*: where what it is about
        is, which need not be where the person lives."""
        kind, _, number = purpose.partition(":")
        if number and kind in _OF_UNITS:
            unit = await self._opened.get_one(Unit, int(number))
            return unit.parent_id, unit.id
        session_id = int(number) if number else None
        if announcement_id is not None:
            made = await self._opened.get_one(Announcement, announcement_id)
            session_id = made.dialogue_session_id
        if session_id is not None:
            session = await self._opened.get_one(DialogueSession, session_id)
            if session.unit_id != person.commune_id:
                return session.unit_id, None
        return person.commune_id, person.village_id

    async def _pass_on(
        self, address_id: int, messages: Sequence[OutboxMessage], now: datetime
    ) -> None:
        """Queue messages once more, to another account of their person; else an official sees."""
        other = await self._other_address(address_id) if messages else None
        if other is None:
            await self._leave_to_officials(messages, now)
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
                answer_id=one.answer_id,
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

    async def _leave_to_officials(self, messages: Sequence[OutboxMessage], now: datetime) -> None:
        for one in messages:
            if one.answer_id:
                found = await self._answer(one, now)
            elif one.purpose.startswith(f"{RETOLD}:"):
                village = await self._opened.get_one(Unit, int(one.purpose.partition(":")[2]))
                found = not_read_out(village, one.payload, one.not_after, now)
            else:
                found = await self._notice(one, now)
            if found is not None:
                self._opened.add(found)
        await self._opened.flush()

    async def _answer(self, message: OutboxMessage, now: datetime) -> Untold | None:
        """The answer that *message* brings, unless a newer one takes its place or it waits."""
        newest = select(func.max(Answer.id)).where(Answer.submission_id == Submission.id)
        query = (
            select(Submission)
            .join(Answer, Answer.submission_id == Submission.id)
            .where(
                Answer.id == message.answer_id,
                Answer.id == newest.correlate(Submission).scalar_subquery(),
                Submission.state != SubmissionState.WITHDRAWN,
                ~exists().where(Untold.answer_id == Answer.id, Untold.settled_at.is_(None)),
            )
        )
        asked = (await self._opened.scalars(query)).one_or_none()
        if asked is None:
            return None
        return Untold(
            commune_id=asked.commune_id,
            village_id=asked.village_id,
            person_id=asked.asker_id,
            answer_id=message.answer_id,
            purpose=ANSWER,
            since=now,
        )

    async def _notice(self, message: OutboxMessage, now: datetime) -> Untold | None:
        """What *message* says, where it tells of a change to somebody who wants to hear it."""
        if message.purpose == ANNOUNCEMENT:
            made = await self._opened.get_one(Announcement, message.announcement_id)
            if made.kind == INVITATION:
                return None
        elif not is_seen_to(message.purpose):
            return None
        query = select(Person).join(ChannelAddress, ChannelAddress.person_id == Person.id)
        person = (
            await self._opened.scalars(query.where(ChannelAddress.id == message.address_id))
        ).one()
        commune_id, village_id = await self.place(person, message.purpose, message.announcement_id)
        if commune_id is None or person.stopped_at or person.erased_at:
            return None
        return Untold(
            commune_id=commune_id,
            village_id=village_id,
            person_id=person.id,
            announcement_id=message.announcement_id,
            purpose=message.purpose,
            **_words(message.payload),
            not_after=message.not_after,
            since=now,
        )
