"""Counting what the guards turned away: a number per day, nothing else."""

from __future__ import annotations

from handlers.context import Work


async def count(work: Work, guard: str, commune_id: int | None) -> None:
    """One more message stopped by *guard* today."""
    await work.uow.conversations.count_guard(guard, work.today.isoformat(), commune_id)
