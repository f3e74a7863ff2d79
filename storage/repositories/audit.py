"""Who did what."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Any

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import AuditEntry


class AuditLog:
    """Written in the transaction of the act."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened

    def note(
        self,
        action: str,
        *,
        at: datetime,
        actor_id: int | None,
        subject: str,
        subject_id: int | None = None,
        unit_id: int | None = None,
        **details: Any,
    ) -> None:
        """Record one act; *details* are ids and counts, never names, phones or texts."""
        self._opened.add(
            AuditEntry(
                at=at,
                actor_id=actor_id,
                action=action,
                subject_type=subject,
                subject_id=subject_id,
                unit_id=unit_id,
                details=details,
            )
        )

    async def of(self, subject: str, subject_id: int) -> Sequence[AuditEntry]:
        """What happened to one thing, in order."""
        query = select(AuditEntry).where(
            AuditEntry.subject_type == subject, AuditEntry.subject_id == subject_id
        )
        return (await self._opened.scalars(query.order_by(AuditEntry.id))).all()
