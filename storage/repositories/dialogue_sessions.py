"""Dialogue sessions, quotas, announcements and download links."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import and_, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import (
    Announcement,
    DialogueSession,
    DownloadLink,
    SessionState,
    VillageQuota,
)

OPEN_STATES = (
    SessionState.ANNOUNCED,
    SessionState.REGISTRATION_CLOSED,
    SessionState.IN_PROGRESS,
    SessionState.POSTPONED,
)


class DialogueSessions:
    """Sessions of communes."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened

    def add(self, row: DialogueSession | VillageQuota | Announcement | DownloadLink) -> None:
        """Keep a new row."""
        self._opened.add(row)

    async def get(self, session_id: int, *, lock: bool = False) -> DialogueSession | None:
        """One dialogue session with its quotas."""
        query = select(DialogueSession).where(DialogueSession.id == session_id)
        if lock:
            # Not against new rows that point here: who sends something holds the commune and must
            # not wait for somebody who holds this one and waits for the commune.
            query = query.with_for_update(key_share=True).execution_options(populate_existing=True)
        return (await self._opened.scalars(query)).one_or_none()

    async def held(self, session_id: int) -> DialogueSession | None:
        """One dialogue session, which nobody changes until the commit; others may hold it too."""
        query = select(DialogueSession).where(DialogueSession.id == session_id)
        query = query.with_for_update(read=True).execution_options(populate_existing=True)
        return (await self._opened.scalars(query)).one_or_none()

    async def of_commune(self, commune_id: int) -> Sequence[DialogueSession]:
        """All sessions of a commune, the newest first."""
        query = (
            select(DialogueSession)
            .where(DialogueSession.unit_id == commune_id)
            .order_by(DialogueSession.id.desc())
        )
        return (await self._opened.scalars(query)).all()

    async def all(self) -> Sequence[DialogueSession]:
        """All dialogue sessions of the installation."""
        query = select(DialogueSession).order_by(DialogueSession.id)
        return (await self._opened.scalars(query)).all()

    async def upcoming(
        self, commune_id: int, now: datetime, began_after: datetime
    ) -> Sequence[DialogueSession]:
        """Announced sessions of a commune that are not over; those without a date last.

        One whose beginning was noted goes on until its end is, if its hour is after *began_after*.
        """
        goes_on = and_(
            DialogueSession.state == SessionState.IN_PROGRESS,
            DialogueSession.starts_at >= began_after,
        )
        query = (
            select(DialogueSession)
            .where(
                DialogueSession.unit_id == commune_id,
                DialogueSession.state.in_(OPEN_STATES),
                or_(DialogueSession.starts_at.is_(None), DialogueSession.starts_at >= now, goes_on),
            )
            .order_by(
                DialogueSession.starts_at.is_(None), DialogueSession.starts_at, DialogueSession.id
            )
        )
        return (await self._opened.scalars(query)).all()

    async def quota(
        self, session_id: int, village_id: int, *, lock: bool = False
    ) -> VillageQuota | None:
        """Seats of a village; with *lock* the one lock of all its registrations."""
        query = select(VillageQuota).where(
            VillageQuota.dialogue_session_id == session_id, VillageQuota.village_id == village_id
        )
        if lock:
            query = query.with_for_update().execution_options(populate_existing=True)
        return (await self._opened.scalars(query)).one_or_none()

    async def quotas(self, session_id: int) -> Sequence[VillageQuota]:
        """Seats of every invited village, in order of invitation."""
        query = (
            select(VillageQuota)
            .where(VillageQuota.dialogue_session_id == session_id)
            .order_by(VillageQuota.id)
        )
        return (await self._opened.scalars(query)).all()

    async def announcements(self, session_id: int) -> Sequence[Announcement]:
        """Published announcements of a session."""
        query = select(Announcement).where(Announcement.dialogue_session_id == session_id)
        return (await self._opened.scalars(query.order_by(Announcement.id))).all()

    async def link(self, token_hash: str, *, lock: bool = False) -> DownloadLink | None:
        """The download link of a token."""
        query = select(DownloadLink).where(DownloadLink.token_hash == token_hash)
        if lock:
            query = query.with_for_update()
        return (await self._opened.scalars(query)).one_or_none()
