"""Entries of the FAQ as officials read them: lists, search, one entry with its history."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass

from faq.entries import FaqEntry, LegalDocument
from faq.explain import explain
from faq.matcher import Candidate
from faq.normalize import fold
from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.faq_book import document_of, entry_of
from storage.models import FaqRecord, FaqReview, FaqRevision
from storage.repositories.faq_entries import FaqFilter

_FOUND_AT_MOST = 6
_WORTH_SHOWING = 0.05


@dataclass(frozen=True, slots=True)
class Line:
    """An entry in a list: its record and the words that are told now."""

    record: FaqRecord
    entry: FaqEntry


@dataclass(frozen=True, slots=True)
class View:
    """One entry as an official sees it."""

    record: FaqRecord
    entry: FaqEntry
    revisions: Sequence[FaqRevision]
    """The newest first."""
    copies: bool
    """A change by the actor makes a copy for the own commune; the shared entry stays."""


async def listed(
    work: Work,
    *,
    topic: str | None = None,
    reviews: tuple[FaqReview, ...] | None = None,
    limit: int,
    offset: int = 0,
) -> list[Line]:
    """A page of what is told in the actor's commune, by topic. Raises ``RuleError``."""
    wanted = await _filter(work, topic=topic, reviews=reviews)
    records = await work.uow.faq.listed(wanted, limit=limit, offset=offset)
    return await _lines(work, [record.id for record in records])


async def count(
    work: Work, *, topic: str | None = None, reviews: tuple[FaqReview, ...] | None = None
) -> int:
    """How many there are in :func:`listed`. Raises ``RuleError``."""
    return await work.uow.faq.count(await _filter(work, topic=topic, reviews=reviews))


async def retired(work: Work, *, limit: int, offset: int = 0) -> Sequence[FaqRecord]:
    """A page of what was taken out in the actor's commune. Raises ``RuleError``."""
    units = await _units(work)
    return await work.uow.faq.listed(FaqFilter(units, retired=True), limit=limit, offset=offset)


async def search(work: Work, text: str) -> list[Line]:
    """At most six entries told in the actor's commune that *text* names or may mean.

    By id, then those whose question or an alias has all the words, the matcher's likeliest first,
    then what the matcher makes of it, where that can be explained by a word. Raises ``RuleError``.
    """
    units = await _units(work)
    matched = work.faq.match(text, work.today, units)
    words = set(fold(text).split())
    named = [one.id for one in work.faq.knowledge.entries if one.id == text.strip().lower()]
    said = [
        one.id
        for one in work.faq.knowledge.entries
        if words and any(words <= set(fold(asked).split()) for asked in _asked(one))
    ]
    meant = [one.id for one in matched.candidates if _is_explained(work, one, text)]
    likely = [one.id for one in matched.candidates if one.id in said]
    wanted = (*named, *likely, *said, *meant)
    told = (work.faq.told(entry_id, work.today, units) for entry_id in wanted)
    found = list(dict.fromkeys(entry.id for entry in told if entry is not None))
    return (await of_ids(work, found))[:_FOUND_AT_MOST]


async def topics(work: Work) -> Mapping[str, int]:
    """How many entries are told in the actor's commune, by topic. Raises ``RuleError``."""
    return await work.uow.faq.topics(FaqFilter(await _units(work)))


async def of_ids(work: Work, entry_ids: Sequence[str]) -> list[Line]:
    """Those of *entry_ids* that are told in the actor's commune, in this order.

    Raises ``RuleError``.
    """
    units = await _units(work)
    return [line for line in await _lines(work, entry_ids) if _holds(line.record, units)]


async def nearest(work: Work, entry_id: str) -> str:
    """The entry that is told in the actor's commune for *entry_id*: its copy, where it has one.

    Who changes shared entries themselves sees the shared one. Raises ``RuleError``.
    """
    record = await access.faq_entry(work, entry_id)
    if record.unit_id is not None or await access.over_everybody(work):
        return record.id
    commune = await access.commune_of_official(work)
    copy = await work.uow.faq.copy(entry_id, commune.id)
    return copy.id if copy is not None and copy.retired is None else record.id


async def view(work: Work, entry_id: str) -> View:
    """One entry with its history. Raises ``RuleError``."""
    record = await access.faq_entry(work, entry_id)
    revision = await work.uow.faq.revision(record.id, record.revision)
    if revision is None:
        raise RuleError("not-found")
    return View(
        record=record,
        entry=entry_of(record, revision, await documents(work)),
        revisions=await work.uow.faq.revisions(record.id),
        copies=record.unit_id is None and not await access.over_everybody(work),
    )


async def at(work: Work, entry_id: str, number: int) -> FaqEntry:
    """An entry in the words of revision *number*. Raises ``RuleError``."""
    record = await access.faq_entry(work, entry_id)
    revision = await work.uow.faq.revision(record.id, number)
    if revision is None:
        raise RuleError("faq-no-revision", number=number)
    return entry_of(record, revision, await documents(work))


async def documents(work: Work) -> dict[str, LegalDocument]:
    """The register by id."""
    return {row.id: document_of(row) for row in await work.uow.legal.all()}


async def _filter(
    work: Work, *, topic: str | None, reviews: tuple[FaqReview, ...] | None
) -> FaqFilter:
    return FaqFilter(await _units(work), topic=topic, reviews=reviews)


async def _units(work: Work) -> tuple[int, ...]:
    commune = await access.commune_of_official(work)
    return tuple(await work.uow.units.lineage(commune.id))


async def _lines(work: Work, entry_ids: Sequence[str]) -> list[Line]:
    """Entries in this order; those taken out are left out."""
    register = await documents(work)
    rows = {row[0].id: row for row in await work.uow.faq.current(entry_ids)}
    found = [rows[entry_id] for entry_id in entry_ids if entry_id in rows]
    return [Line(record, entry_of(record, revision, register)) for record, revision in found]


def _is_explained(work: Work, one: Candidate, text: str) -> bool:
    entry = work.faq.entry(one.id)
    if entry is None or one.score < _WORTH_SHOWING:
        return False
    found = explain(text, entry)
    return bool(found.words or found.told)


def _asked(entry: FaqEntry) -> list[str]:
    return [entry.question, *(alias.text for alias in entry.aliases)]


def _holds(record: FaqRecord, units: Collection[int]) -> bool:
    return record.unit_id is None or record.unit_id in units
