"""What did not reach somebody and waits for an official, or was settled by one."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import Any, cast

from sqlalchemy import ColumnElement, CursorResult, and_, delete, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Answer, Person, Untold
from storage.repositories.deliveries import ANNOUNCEMENT
from storage.repositories.written_names import with_name


class UntoldNotices:
    """Things to be told by other means than a message."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened

    def add(self, row: Untold) -> None:
        """Keep what did not reach somebody."""
        self._opened.add(row)

    async def open_of(self, commune_id: int, now: datetime) -> Sequence[Untold]:
        """What waits for an official of the commune and is still of use, the oldest first."""
        query = select(Untold).where(*_open(commune_id, now)).order_by(Untold.id)
        return (await self._opened.scalars(query)).all()

    async def open_with(self, commune_id: int, number: int, now: datetime) -> Sequence[Untold]:
        """Row *number* and, of a notice, the others of the same words in its village."""
        waits = _open(commune_id, now)
        query = select(Untold).where(*waits, Untold.id == number)
        first = (await self._opened.scalars(query)).one_or_none()
        if first is None or first.answer_id is not None:
            return [] if first is None else [first]
        query = select(Untold).where(
            *waits,
            Untold.answer_id.is_(None),
            Untold.village_id.is_not_distinct_from(first.village_id),
            Untold.text == first.text,
        )
        return (await self._opened.scalars(query.order_by(Untold.id))).all()

    async def count_open(self, commune_id: int, now: datetime) -> int:
        """How much that is."""
        query = select(func.count()).select_from(Untold).where(*_open(commune_id, now))
        return (await self._opened.scalars(query)).one()

    async def waiting(self, answer_ids: Collection[int]) -> set[int]:
        """Which of these answers wait for an official."""
        query = select(Untold.answer_id).where(
            Untold.answer_id.in_(answer_ids), Untold.settled_at.is_(None)
        )
        return {one for one in await self._opened.scalars(query) if one is not None}

    async def submissions_of(self, ids: Collection[int]) -> Sequence[int]:
        """Ids of the submissions whose answers these rows are about."""
        query = select(Answer.submission_id).join(Untold, Untold.answer_id == Answer.id)
        return (await self._opened.scalars(query.where(Untold.id.in_(ids)).distinct())).all()

    async def locked(self, ids: Collection[int]) -> Sequence[Untold]:
        """These rows, locked in order of ids, as they are now."""
        query = (
            select(Untold)
            .where(Untold.id.in_(ids))
            .order_by(Untold.id)
            .with_for_update()
            .execution_options(populate_existing=True)
        )
        return (await self._opened.scalars(query)).all()

    async def open_answers(self, village_id: int) -> Sequence[Untold]:
        """Answers to what a village sent that wait for an official, locked."""
        query = (
            select(Untold)
            .where(
                Untold.village_id == village_id,
                Untold.answer_id.is_not(None),
                Untold.settled_at.is_(None),
            )
            .order_by(Untold.id)
            .with_for_update()
        )
        return (await self._opened.scalars(query)).all()

    async def forget_answers(self, submission_id: int) -> None:
        """Answers to this submission wait no longer: there is a newer one, or it is taken back."""
        answers = select(Answer.id).where(Answer.submission_id == submission_id)
        await self._delete(Untold.answer_id.in_(answers), Untold.settled_at.is_(None))

    async def forget_person(self, person_id: int, purpose: str | None = None) -> None:
        """Nothing waits for this person any more, or nothing of a *purpose*."""
        wanted = () if purpose is None else (Untold.purpose == purpose,)
        await self._delete(Untold.person_id == person_id, Untold.settled_at.is_(None), *wanted)
        if purpose is None:
            await self._opened.execute(
                update(Untold)
                .where(Untold.person_id == person_id)
                .values(person_id=None)
                .execution_options(synchronize_session=False)
            )

    async def forget_before(self, before: datetime) -> int:
        """Drop notices that nobody settled since *before*, and what was settled until then; how
        many."""
        waits = and_(Untold.settled_at.is_(None), Untold.answer_id.is_(None))
        return await self._delete(
            or_(and_(waits, Untold.since < before), Untold.settled_at < before)
        )

    async def blank_name(self, name: str, instead: str, *, commune_id: int | None) -> None:
        """Write *instead* for *name* in words that wait in that commune; None: in any."""
        query = select(Untold).where(
            Untold.text.icontains(name, autoescape=True), Untold.purpose != ANNOUNCEMENT
        )
        if commune_id is not None:
            query = query.where(Untold.commune_id == commune_id)
        for row in (await self._opened.scalars(query)).all():
            row.text = with_name(row.text, name, instead)

    async def _delete(self, *which: ColumnElement[bool]) -> int:
        query = delete(Untold).where(*which).execution_options(synchronize_session=False)
        return cast("CursorResult[Any]", await self._opened.execute(query)).rowcount


def _open(commune_id: int, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Still of use; notices only of people who want to hear them: after DỪNG nobody does."""
    stopped = select(Person.id).where(Person.stopped_at.is_not(None))
    wanted = or_(Untold.person_id.is_(None), Untold.person_id.not_in(stopped))
    return (
        or_(Untold.answer_id.is_not(None), wanted),
        Untold.commune_id == commune_id,
        Untold.settled_at.is_(None),
        or_(Untold.not_after.is_(None), Untold.not_after > now),
    )
