"""Talks in which something is due: a reminder, a word about unread messages, forgetting."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import contains_eager
from sqlalchemy.sql import Select

from storage.models import AddressState, ChannelAddress, Conversation, Person

_TALKS = (
    select(Conversation)
    .join(Conversation.address)
    .join(ChannelAddress.person)
    .options(contains_eager(Conversation.address).contains_eager(ChannelAddress.person))
)


class DueTalks:
    """Found by the clock, and locked for the process that asks."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened

    async def silent(self, now: datetime, limit: int) -> Sequence[Conversation]:
        """Open talks whose time ran out and that were not reminded, locked for this process.

        Without those of people who said DỪNG, had themselves erased or blocked us.
        """
        query = _TALKS.where(
            Conversation.expires_at <= now,
            Conversation.reminded.is_(False),
            ChannelAddress.state == AddressState.ACTIVE,
            Person.stopped_at.is_(None),
            Person.erased_at.is_(None),
        ).order_by(Conversation.id)
        return await self._locked(query, limit)

    async def with_old_words(self, now: datetime, limit: int) -> Sequence[Conversation]:
        """Talks whose words were to go by now, locked for this process."""
        query = _TALKS.where(Conversation.words_until <= now).order_by(Conversation.words_until)
        return await self._locked(query, limit)

    async def flooded(self, before: datetime, most: int, limit: int) -> Sequence[Conversation]:
        """Talks with more than *most* messages in a minute that began until *before*, locked for
        this process; without accounts that cannot be written to."""
        query = _TALKS.where(
            Conversation.window_count > most,
            Conversation.window_started_at <= before,
            ChannelAddress.state == AddressState.ACTIVE,
        ).order_by(Conversation.id)
        return await self._locked(query, limit)

    async def forget_drafts(self, before: datetime) -> None:
        """Drop unfinished drafts untouched since *before*."""
        query = (
            update(Conversation)
            .where(Conversation.updated_at < before, Conversation.expires_at.is_not(None))
            .values(frames=[], expires_at=None, words_until=None)
        )
        await self._opened.execute(query)

    async def _locked(self, query: Select[Conversation], limit: int) -> Sequence[Conversation]:
        query = query.limit(limit).with_for_update(of=Conversation, skip_locked=True)
        return (await self._opened.scalars(query)).all()
