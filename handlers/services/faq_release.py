"""A release of the software brings its FAQ: new entries come in, the commune's own words stay.

Words that officials changed here are left alone and named, so that somebody compares them. Wordings
learned here are no such change: they are put under the new words. What a release no longer has is
taken out, never deleted: what was told from it must stay readable.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import datetime
from typing import Any

from faq.content import (
    content_hash,
    learned,
    read_content,
    to_content,
    with_learned,
)
from faq.entries import FaqEntry, LegalDocument
from faq.knowledge import Knowledge
from handlers.services.faq_let_go import let_go
from storage.models import (
    FaqCitation,
    FaqOrigin,
    FaqRecord,
    FaqRetired,
    FaqReview,
    FaqRevision,
    LegalRecord,
)
from storage.unit_of_work import UnitOfWork

_DOCUMENT_FIELDS = (
    "number",
    "kind",
    "issuer",
    "title",
    "effective_from",
    "effective_to",
    "replaces",
    "replaced_by",
    "amended_by",
    "source",
    "checked_on",
    "note",
    "number_recalled",
    "title_recalled",
)


@dataclass(frozen=True, slots=True)
class Seeded:
    """What a release brought."""

    documents: int
    """Documents that are new or changed."""
    added: int
    updated: int
    retired: int
    kept: tuple[str, ...]
    """Entries and documents that were changed here and differ: left as they are."""


async def bring_in(uow: UnitOfWork, knowledge: Knowledge, release: str, now: datetime) -> Seeded:
    """Bring the FAQ of a release into the database, under the lock of the FAQ."""
    version = await uow.faq.lock()
    seeding = _Seeding(uow, knowledge, release, now)
    seeded = await seeding.run()
    version.release = release
    await uow.faq.bump()
    uow.audit.note(
        "faq.seeded",
        at=now,
        actor_id=None,
        subject="faq",
        documents=seeded.documents,
        added=seeded.added,
        updated=seeded.updated,
        retired=seeded.retired,
        kept=len(seeded.kept),
    )
    return seeded


class _Seeding:
    def __init__(self, uow: UnitOfWork, knowledge: Knowledge, release: str, now: datetime) -> None:
        self._uow = uow
        self._knowledge = knowledge
        self._release = release
        self._now = now
        self._documents = 0
        self._updated = 0
        self._retired = 0
        self._kept: list[str] = []
        self._registered: set[str] = set()

    async def run(self) -> Seeded:
        await self._register()
        records = {record.id: record for record in await self._uow.faq.all()}
        new = [entry for entry in self._knowledge.entries if entry.id not in records]
        await self._add(new)
        if records:
            await self._compare(records)
        return Seeded(self._documents, len(new), self._updated, self._retired, tuple(self._kept))

    async def _register(self) -> None:
        """Documents: new ones come in, changed ones follow unless they were changed here."""
        held = {row.id: row for row in await self._uow.legal.all()}
        new = []
        for document in self._knowledge.documents:
            fields = _fields(document)
            row = held.get(document.id)
            if row is None:
                new.append({"id": document.id, "edited_here": False, **fields})
            elif any(getattr(row, name) != value for name, value in fields.items()):
                self._follow(row, fields)
        await self._uow.faq.add_all(LegalRecord, new)
        self._documents += len(new)
        self._registered = {*held, *(document.id for document in self._knowledge.documents)}

    def _follow(self, row: LegalRecord, fields: Mapping[str, Any]) -> None:
        if row.edited_here:
            self._kept.append(row.id)
            return
        for name, value in fields.items():
            setattr(row, name, value)
        self._documents += 1

    async def _add(self, entries: list[FaqEntry]) -> None:
        contents = [to_content(entry) for entry in entries]
        await self._uow.faq.add_all(
            FaqRecord,
            [
                {
                    "id": entry.id,
                    "topic": entry.topic,
                    "revision": 1,
                    "review": FaqReview(entry.review.state),
                    "reviewed_by": entry.review.by,
                    "reviewed_on": entry.review.on,
                    "valid_from": entry.valid_from,
                    "valid_to": entry.valid_to,
                    "edited_here": False,
                    "changed_at": self._now,
                }
                for entry in entries
            ],
        )
        await self._uow.faq.add_all(
            FaqRevision,
            [
                self._revision(entry.id, 1, content)
                for entry, content in zip(entries, contents, strict=True)
            ],
        )
        await self._uow.faq.add_all(
            FaqCitation, [row for entry in entries for row in self._cited(entry)]
        )

    def _revision(self, entry_id: str, number: int, content: dict[str, Any]) -> dict[str, Any]:
        return {
            "entry_id": entry_id,
            "number": number,
            "content": content,
            "origin": FaqOrigin.SEED,
            "at": self._now,
            "content_hash": content_hash(content),
            "release": self._release,
        }

    def _cited(self, entry: FaqEntry) -> list[dict[str, Any]]:
        return [
            {
                "entry_id": entry.id,
                "document_id": one.document_id,
                "article": one.article,
                "effective_to": one.effective_to,
            }
            for one in entry.citations
            if one.document_id in self._registered
        ]

    async def _compare(self, records: Mapping[str, FaqRecord]) -> None:
        """Entries that were there before: follow the release, or stay as the commune has them."""
        seeds = await self._uow.faq.seed_hashes()
        brought = {entry.id: entry for entry in self._knowledge.entries}
        for record in records.values():
            entry = brought.get(record.copy_of or record.id)
            if entry is None:
                self._gone(record, known=record.id in seeds)
                continue
            if record.retired is FaqRetired.RELEASE:
                record.retired = None
            if content_hash(to_content(entry)) != seeds.get(record.copy_of or record.id):
                await self._update(record, entry)

    def _gone(self, record: FaqRecord, *, known: bool) -> None:
        if not known or record.retired is not None:
            return
        if record.edited_here:
            self._kept.append(record.id)
            return
        record.retired, record.changed_at = FaqRetired.RELEASE, self._now
        self._retired += 1

    async def _update(self, record: FaqRecord, entry: FaqEntry) -> None:
        if record.edited_here:
            self._kept.append(record.id)
            return
        before = await self._uow.faq.revision(record.id, record.revision)
        known = before.content if before is not None else {}
        content = with_learned(to_content(entry), learned(known))
        record.revision += 1
        record.topic = entry.topic
        record.changed_at = self._now
        await let_go(self._uow, record, known, content)
        self._uow.faq.add(FaqRevision(**self._revision(record.id, record.revision, content)))
        told = read_content(record.id, record.topic, content, {})
        await self._uow.faq.cite(
            record.id,
            [
                (one.document_id, one.article, one.effective_to)
                for one in told.citations
                if one.document_id in self._registered
            ],
        )
        self._updated += 1


def _fields(document: LegalDocument) -> dict[str, Any]:
    values = asdict(document)
    return {
        name: list(value) if isinstance(value := values[name], tuple) else value
        for name in _DOCUMENT_FIELDS
    }
