"""The FAQ as the conversation uses it: entries, where they hold, and the matcher over them.

One book serves everybody: every entry is in one index, and what does not hold where somebody asks
is left out after the scoring. A book never changes; a change of the FAQ makes a new one.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from pathlib import Path

from faq.content import read_content
from faq.entries import FaqEntry, LegalDocument, Review
from faq.knowledge import Knowledge
from faq.matcher import Matcher, MatchResult, Scored
from storage.models import FaqRecord, FaqRevision, LegalRecord
from storage.unit_of_work import UnitOfWork


@dataclass(frozen=True, slots=True)
class Mark:
    """What an installation knows of an entry beside its words."""

    revision: int = 1
    unit_id: int | None = None
    """Where it holds, with everything below; None is everywhere."""
    copy_of: str | None = None
    """The shared entry instead of which it is told there."""


_SHARED = Mark()


@dataclass(frozen=True, slots=True)
class Stored:
    """Everything that a book is made from, read at one moment."""

    version: int
    knowledge: Knowledge
    marks: Mapping[str, Mark]


@dataclass(frozen=True)
class Found(MatchResult):
    """What the FAQ makes of a message where somebody asks; only what is current is offered."""

    changed: str | None = None
    """The entry that is meant but may not be told any more; the decision is ``none`` then."""
    stale: frozenset[str] = field(default=frozenset())
    """Candidates that may not be told any more: not to be offered for choosing."""

    @property
    def is_meant(self) -> bool:
        """Whether an entry is meant, be it one that may not be told any more."""
        return self.decision != "none" or self.changed is not None


class FaqBook:
    """Knowledge and its matcher, replaced together."""

    def __init__(
        self,
        knowledge: Knowledge,
        matcher: Matcher,
        marks: Mapping[str, Mark] | None = None,
        version: int = 0,
    ) -> None:
        self.knowledge = knowledge
        self.matcher = matcher
        self.version = version
        self._marks = marks or {}
        self._scoped = [
            (entry_id, mark) for entry_id, mark in self._marks.items() if mark.unit_id is not None
        ]

    @classmethod
    def of(cls, stored: Stored, cache_dir: Path | None = None) -> FaqBook:
        """A book of what was read. Takes CPU time: call it in a thread."""
        matcher = Matcher(stored.knowledge.entries, cache_dir=cache_dir)
        return cls(stored.knowledge, matcher, stored.marks, stored.version)

    @property
    def has_scopes(self) -> bool:
        """Whether it matters where somebody asks."""
        return bool(self._scoped)

    def score(self, text: str) -> Scored:
        """The slow part of matching, which does not depend on who asks."""
        return self.matcher.score(text)

    def decide(self, scored: Scored, on: date, units: Sequence[int] = ()) -> Found:
        """Entries that a message may mean on a day, for somebody in *units*, the nearest first."""
        found = self.matcher.decide(scored, hidden=self._hidden(on, units))
        stale = frozenset(
            one.id
            for one in found.candidates
            if (entry := self.entry(one.id)) is not None and entry.is_stale(on)
        )
        best = found.candidates[0].id if found.candidates else None
        if found.decision != "none" and best in stale:
            return Found(
                scored.text, "none", found.candidates, found.topic, changed=best, stale=stale
            )
        return Found(scored.text, found.decision, found.candidates, found.topic, stale=stale)

    def match(self, text: str, on: date, units: Sequence[int] = ()) -> Found:
        """:meth:`score` and :meth:`decide` in one."""
        return self.decide(self.score(text), on, units)

    def entry(self, entry_id: str) -> FaqEntry | None:
        """One entry."""
        return self.knowledge.by_id(entry_id)

    def told(self, entry_id: str, on: date, units: Sequence[int]) -> FaqEntry | None:
        """What is told in *units* for a shared entry: their own copy, else the entry itself."""
        return self.entry(self._nearest(on, units).get(entry_id, entry_id))

    def mark(self, entry_id: str) -> Mark:
        """Revision and place of an entry."""
        return self._marks.get(entry_id, _SHARED)

    def _nearest(self, on: date, units: Sequence[int]) -> dict[str, str]:
        """Id of the nearest copy that holds on a day, by id of the shared entry."""
        distance = {unit: place for place, unit in enumerate(units)}
        copies = sorted(
            (distance[mark.unit_id], entry_id, mark.copy_of)
            for entry_id, mark in self._scoped
            if mark.copy_of is not None
            and mark.unit_id in distance
            and not self._is_ahead(entry_id, on)
        )
        return {shared: entry_id for _, entry_id, shared in reversed(copies)}

    def _hidden(self, on: date, units: Sequence[int]) -> frozenset[str]:
        """What does not exist for somebody: other places', replaced by a copy, not yet valid."""
        nearest = self._nearest(on, units)
        chosen = set(nearest.values())
        hidden = {
            entry_id
            for entry_id, mark in self._scoped
            if mark.unit_id not in units or (mark.copy_of is not None and entry_id not in chosen)
        }
        ahead = {entry.id for entry in self.knowledge.entries if entry.is_ahead(on)}
        return frozenset(hidden | set(nearest) | ahead)

    def _is_ahead(self, entry_id: str, on: date) -> bool:
        entry = self.entry(entry_id)
        return entry is None or entry.is_ahead(on)


async def read(uow: UnitOfWork) -> Stored:
    """Everything of the FAQ, for a book; *uow* reads one moment.

    Raises ``KnowledgeError`` when stored words cannot be read.
    """
    version = await uow.faq.version()
    documents = tuple(document_of(row) for row in await uow.legal.all())
    by_id = {document.id: document for document in documents}
    # in one order on every database: the training is kept under the hash of the content
    rows = sorted(await uow.faq.current(), key=lambda row: (row[0].topic, row[0].id))
    entries = tuple(entry_of(record, revision, by_id) for record, revision in rows)
    entries = _in_their_groups(entries, {record.id: record.copy_of for record, _ in rows})
    marks = {record.id: Mark(record.revision, record.unit_id, record.copy_of) for record, _ in rows}
    return Stored(version, Knowledge(entries, documents), marks)


async def present(uow: UnitOfWork, entry_id: str) -> FaqEntry | None:
    """An entry as the database has it now, None when it was taken out."""
    found = await uow.faq.current([entry_id])
    if not found:
        return None
    by_id = {row.id: document_of(row) for row in await uow.legal.all()}
    return entry_of(*found[0], by_id)


def _in_their_groups(
    entries: Sequence[FaqEntry], copies: Mapping[str, str | None]
) -> tuple[FaqEntry, ...]:
    """Let a commune's copy stand where its shared entry stands, however old the copy is."""
    groups = {entry.id: entry.same_but_for_category for entry in entries}
    return tuple(
        replace(
            entry,
            same_but_for_category=entry.same_but_for_category
            or groups.get(copies[entry.id] or "", ()),
        )
        for entry in entries
    )


def entry_of(
    record: FaqRecord, revision: FaqRevision, documents: Mapping[str, LegalDocument]
) -> FaqEntry:
    """The entry of a stored revision."""
    entry = read_content(record.id, record.topic, revision.content, documents)
    return replace(
        entry,
        review=Review(record.review.value, record.reviewed_by, record.reviewed_on),
        valid_from=record.valid_from,
        valid_to=record.valid_to,
    )


def document_of(row: LegalRecord) -> LegalDocument:
    """The document of a stored row."""
    return LegalDocument(
        id=row.id,
        number=row.number,
        kind=row.kind,
        issuer=row.issuer,
        title=row.title,
        effective_from=row.effective_from,
        effective_to=row.effective_to,
        replaces=tuple(row.replaces),
        replaced_by=tuple(row.replaced_by),
        amended_by=tuple(row.amended_by),
        source=row.source,
        checked_on=row.checked_on,
        note=row.note,
        number_recalled=row.number_recalled,
        title_recalled=row.title_recalled,
    )
