"""Entries of the FAQ, their revisions, what they cite, and the version of the whole."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from sqlalchemy import Date, Select, delete, exists, func, insert, literal, or_, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage.models import (
    FaqCitation,
    FaqOrigin,
    FaqRecord,
    FaqReview,
    FaqRevision,
    FaqVersion,
    LegalRecord,
)

_ONLY = 1


@dataclass(frozen=True, slots=True)
class FaqFilter:
    """Which entries an official wants to see; None means any."""

    units: tuple[int, ...]
    """What holds there: entries of these units, and shared ones of which they have no copy."""
    topic: str | None = None
    reviews: tuple[FaqReview, ...] | None = None
    retired: bool = False

    def apply(self, query: Select[FaqRecord]) -> Select[FaqRecord]:
        """Add the conditions to *query*."""
        copy = aliased(FaqRecord)
        replaced = exists().where(
            copy.copy_of == FaqRecord.id, copy.unit_id.in_(self.units), copy.retired.is_(None)
        )
        query = query.where(
            or_(FaqRecord.unit_id.in_(self.units), FaqRecord.unit_id.is_(None) & ~replaced)
        )
        gone = FaqRecord.retired.is_not(None) if self.retired else FaqRecord.retired.is_(None)
        query = query.where(gone)
        if self.topic is not None:
            query = query.where(FaqRecord.topic == self.topic)
        if self.reviews is not None:
            query = query.where(FaqRecord.review.in_(self.reviews))
        return query


class FaqEntries:
    """Everything that a change of the FAQ touches; begin a change with :meth:`lock`."""

    def __init__(self, opened: AsyncSession, changed: Callable[[], None] = lambda: None) -> None:
        self._opened = opened
        self._changed = changed

    # -- the version ----------------------------------------------------------------------------

    async def version(self) -> int:
        """Number of the last change; 0 before the first."""
        found = await self._opened.scalars(select(FaqVersion.counter))
        return found.one_or_none() or 0

    async def release(self) -> str | None:
        """Hash of the starter FAQ that was brought in last."""
        return (await self._opened.scalars(select(FaqVersion.release))).one_or_none()

    async def lock(self) -> FaqVersion:
        """Let no other change of the FAQ run beside this one; the row of the version.

        What was read before must be read again: another change may just have ended.
        """
        sqlite = self._opened.get_bind().dialect.name == "sqlite"
        make = (sqlite_insert if sqlite else postgresql_insert)(FaqVersion)
        made = make.values(id=_ONLY, counter=0).on_conflict_do_nothing()
        await self._opened.execute(made)
        query = select(FaqVersion).with_for_update().execution_options(populate_existing=True)
        return (await self._opened.scalars(query)).one()

    async def bump(self) -> int:
        """The FAQ was changed: every process loads it anew once this is lasting."""
        version = await self.lock()
        version.counter += 1
        self._changed()
        return version.counter

    # -- entries --------------------------------------------------------------------------------

    def add(self, row: FaqRecord | FaqRevision | FaqCitation) -> None:
        """Keep a new row."""
        self._opened.add(row)

    async def add_all(
        self,
        model: type[FaqRecord | FaqRevision | FaqCitation | LegalRecord],
        rows: Sequence[Mapping[str, Any]],
    ) -> None:
        """Keep many new rows in one statement."""
        if rows:
            await self._opened.execute(insert(model), rows)

    async def get(self, entry_id: str) -> FaqRecord | None:
        """One entry as it is now, whatever was read before."""
        return await self._opened.get(FaqRecord, entry_id, populate_existing=True)

    async def copy(self, entry_id: str, unit_id: int) -> FaqRecord | None:
        """What a unit tells instead of a shared entry."""
        query = select(FaqRecord).where(FaqRecord.copy_of == entry_id, FaqRecord.unit_id == unit_id)
        return (await self._opened.scalars(query)).one_or_none()

    async def copies(self, entry_id: str) -> Sequence[FaqRecord]:
        """What units tell instead of a shared entry."""
        query = select(FaqRecord).where(FaqRecord.copy_of == entry_id).order_by(FaqRecord.id)
        return (await self._opened.scalars(query)).all()

    async def with_copies(self, entry_ids: Collection[str]) -> Sequence[FaqRecord]:
        """Those of *entry_ids* that are not taken out, and what units tell instead of them."""
        query = select(FaqRecord).where(
            or_(FaqRecord.id.in_(entry_ids), FaqRecord.copy_of.in_(entry_ids)),
            FaqRecord.retired.is_(None),
        )
        rows = (await self._opened.scalars(query)).all()
        return sorted(rows, key=lambda row: row.id)  # databases sort "-" differently

    async def listed(
        self, wanted: FaqFilter, *, limit: int, offset: int = 0
    ) -> Sequence[FaqRecord]:
        """A page of entries by topic and id."""
        query = wanted.apply(select(FaqRecord)).order_by(FaqRecord.topic, FaqRecord.id)
        return (await self._opened.scalars(query.limit(limit).offset(offset))).all()

    async def count(self, wanted: FaqFilter) -> int:
        """How many there are."""
        query = select(func.count()).select_from(wanted.apply(select(FaqRecord)).subquery())
        return (await self._opened.scalars(query)).one()

    async def topics(self, wanted: FaqFilter) -> Mapping[str, int]:
        """How many there are, by topic."""
        found = wanted.apply(select(FaqRecord)).subquery()
        query = select(found.c.topic, func.count()).group_by(found.c.topic).order_by(found.c.topic)
        return {topic: count for topic, count in (await self._opened.execute(query)).all()}

    async def all(self) -> Sequence[FaqRecord]:
        """Every entry, also those taken out."""
        return (await self._opened.scalars(select(FaqRecord).order_by(FaqRecord.id))).all()

    async def current(
        self, entry_ids: Collection[str] | None = None
    ) -> Sequence[tuple[FaqRecord, FaqRevision]]:
        """Entries that are not taken out, with the words that are told now, in the order of ids."""
        query = (
            select(FaqRecord, FaqRevision)
            .join(
                FaqRevision,
                (FaqRevision.entry_id == FaqRecord.id) & (FaqRevision.number == FaqRecord.revision),
            )
            .where(FaqRecord.retired.is_(None))
            .order_by(FaqRecord.id)
        )
        if entry_ids is not None:
            query = query.where(FaqRecord.id.in_(entry_ids))
        rows = (await self._opened.execute(query)).all()
        return [(record, revision) for record, revision in rows]

    # -- revisions ------------------------------------------------------------------------------

    async def revision(self, entry_id: str, number: int) -> FaqRevision | None:
        """The words of an entry at one time."""
        query = select(FaqRevision).where(
            FaqRevision.entry_id == entry_id, FaqRevision.number == number
        )
        return (await self._opened.scalars(query)).one_or_none()

    async def revisions(self, entry_id: str) -> Sequence[FaqRevision]:
        """All revisions of an entry, the newest first."""
        query = select(FaqRevision).where(FaqRevision.entry_id == entry_id)
        return (await self._opened.scalars(query.order_by(FaqRevision.number.desc()))).all()

    async def told_revisions(
        self, pairs: Collection[tuple[str, int]]
    ) -> Mapping[tuple[str, int], FaqRevision]:
        """Revisions by entry and number."""
        ids = {entry_id for entry_id, _ in pairs}
        query = select(FaqRevision).where(FaqRevision.entry_id.in_(ids))
        found = (await self._opened.scalars(query)).all()
        wanted = set(pairs)
        return {key: one for one in found if (key := (one.entry_id, one.number)) in wanted}

    async def seed_hashes(self) -> Mapping[str, str]:
        """Hash of the words that the last release brought, by entry."""
        query = (
            select(FaqRevision.entry_id, FaqRevision.content_hash)
            .where(FaqRevision.origin == FaqOrigin.SEED)
            .order_by(FaqRevision.number)
        )
        rows = (await self._opened.execute(query)).all()
        return {entry_id: hash_ for entry_id, hash_ in rows}

    # -- what they cite -------------------------------------------------------------------------

    async def cite(
        self, entry_id: str, cited: Iterable[tuple[str, str | None, date | None]]
    ) -> None:
        """Keep (document, article, end) in step with the revision that is told now."""
        await self._opened.execute(delete(FaqCitation).where(FaqCitation.entry_id == entry_id))
        rows = [
            {
                "entry_id": entry_id,
                "document_id": document_id,
                "article": article,
                "effective_to": end,
            }
            for document_id, article, end in cited
        ]
        await self.add_all(FaqCitation, rows)

    async def citing(self, document_id: str, *, as_in_force: bool = False) -> Sequence[str]:
        """Ids of entries that are not taken out and rest on a document now.

        Perhaps only those that write no end of it beside it themselves.
        """
        query = (
            select(FaqCitation.entry_id)
            .join(FaqRecord, FaqRecord.id == FaqCitation.entry_id)
            .where(FaqCitation.document_id == document_id, FaqRecord.retired.is_(None))
            .distinct()
        )
        if as_in_force:
            query = query.where(FaqCitation.effective_to.is_(None))
        return (await self._opened.scalars(query)).all()

    async def resting_on_ended(
        self,
        *,
        before: date | None = None,
        document_id: str | None = None,
        last_day: date | None = None,
        waiting_for: str | None = None,
    ) -> Sequence[tuple[FaqRecord, LegalRecord]]:
        """Entries told as current that cite a document as in force beyond its last day.

        Only of documents whose last day was before *before*, or of one, perhaps as if it ended on
        *last_day*. When they were reviewed does not matter: a review that knew of the end took the
        document out, or wrote the end beside it. With *waiting_for* also those that wait for review
        because of that cause.
        """
        told = FaqRecord.review.in_((FaqReview.UNREVIEWED, FaqReview.REVIEWED))
        waiting = (FaqRecord.review == FaqReview.TO_REVIEW) & (
            FaqRecord.review_cause == waiting_for
        )
        end = LegalRecord.effective_to if last_day is None else literal(last_day, Date)
        query = (
            select(FaqRecord, LegalRecord)
            .join(FaqCitation, FaqCitation.entry_id == FaqRecord.id)
            .join(LegalRecord, LegalRecord.id == FaqCitation.document_id)
            .where(
                FaqRecord.retired.is_(None),
                or_(
                    FaqCitation.effective_to.is_(None),
                    FaqCitation.effective_to > end,
                ),
                told if waiting_for is None else or_(told, waiting),
            )
            .order_by(FaqRecord.id, LegalRecord.id)
            .execution_options(populate_existing=True)
        )
        if before is not None:
            query = query.where(LegalRecord.effective_to < before)
        if document_id is not None:
            query = query.where(LegalRecord.id == document_id)
        rows = (await self._opened.execute(query)).all()
        return list({record.id: (record, document) for record, document in rows}.values())

    async def of_cause(self, cause: str) -> Sequence[FaqRecord]:
        """Entries that are to be reviewed because of *cause*."""
        query = select(FaqRecord).where(
            FaqRecord.review == FaqReview.TO_REVIEW, FaqRecord.review_cause == cause
        )
        return (await self._opened.scalars(query.order_by(FaqRecord.id))).all()
