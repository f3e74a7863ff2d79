"""What was told from the FAQ, and what it could learn."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import date
from typing import Any, cast

from sqlalchemy import CursorResult, delete, func, insert, select, tuple_, update
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import FaqGiven, FaqProposal, FaqProposalState
from storage.models.base import table_of

_TOLD = insert(table_of(FaqGiven))


class FaqTold:
    """Which entries were told: counts and days."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened

    async def note(self, **values: Any) -> None:
        """An entry was told; *values* by the names of the columns of `FaqGiven`."""
        await self._opened.execute(_TOLD, values)

    async def pairs(self) -> Sequence[tuple[str, int]]:
        """Every entry and revision that was ever told."""
        query = select(FaqGiven.entry_id, FaqGiven.revision).distinct()
        return [(entry, number) for entry, number in (await self._opened.execute(query)).all()]

    async def listed(
        self, pairs: Collection[tuple[str, int]], units: Collection[int], since: date | None
    ) -> Sequence[FaqGiven]:
        """When these revisions were told in these units, the newest first."""
        if not pairs:
            return []
        query = select(FaqGiven).where(
            tuple_(FaqGiven.entry_id, FaqGiven.revision).in_(list(pairs)),
            FaqGiven.unit_id.in_(units),
        )
        if since is not None:
            query = query.where(FaqGiven.day >= since)
        return (await self._opened.scalars(query.order_by(FaqGiven.id.desc()))).all()

    async def count_of(self, person_id: int) -> int:
        """How many answers we keep as told to a person."""
        query = select(func.count()).where(FaqGiven.person_id == person_id)
        return (await self._opened.scalars(query)).one()

    async def forget(self, person_id: int) -> None:
        """Nothing of what was told is kept under a person any more."""
        await self._opened.execute(
            update(FaqGiven)
            .where(FaqGiven.person_id == person_id)
            .values(person_id=None)
            .execution_options(synchronize_session=False)
        )

    async def forget_before(self, day: date, most: int) -> int:
        """Delete what was told before *day*, at most *most* rows, the oldest first; how many.

        Rows are written day by day, so only the first ones are looked at, however many there are.
        """
        oldest = select(FaqGiven.id).order_by(FaqGiven.id).limit(most)
        query = delete(FaqGiven).where(FaqGiven.id.in_(oldest), FaqGiven.day < day)
        return cast("CursorResult[Any]", await self._opened.execute(query)).rowcount


class FaqProposals:
    """What the FAQ could learn."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened
        sqlite = opened.get_bind().dialect.name == "sqlite"
        self._insert = sqlite_insert if sqlite else postgresql_insert

    async def propose(self, values: dict[str, Any]) -> int:
        """Keep a proposal, or count the one of the same key once more; its id."""
        made = self._insert(FaqProposal).values(values)
        query = made.on_conflict_do_update(
            index_elements=["dedupe_key"], set_={"times": FaqProposal.times + 1}
        ).returning(FaqProposal.id)
        return int((await self._opened.execute(query)).scalar_one())

    async def get(self, proposal_id: int, *, lock: bool = False) -> FaqProposal | None:
        """One proposal; *lock* before deciding."""
        query = select(FaqProposal).where(FaqProposal.id == proposal_id)
        if lock:
            query = query.with_for_update().execution_options(populate_existing=True)
        return (await self._opened.scalars(query)).one_or_none()

    async def waiting(
        self, units: Collection[int], *, limit: int, offset: int = 0
    ) -> Sequence[FaqProposal]:
        """What waits for a decision in these units, the most often proposed first."""
        query = (
            select(FaqProposal)
            .where(FaqProposal.unit_id.in_(units), FaqProposal.state == FaqProposalState.WAITING)
            .order_by(FaqProposal.times.desc(), FaqProposal.id)
        )
        return (await self._opened.scalars(query.limit(limit).offset(offset))).all()

    async def count_waiting(self, units: Collection[int]) -> int:
        """How many wait for a decision in these units."""
        query = select(func.count()).where(
            FaqProposal.unit_id.in_(units), FaqProposal.state == FaqProposalState.WAITING
        )
        return (await self._opened.scalars(query)).one()
