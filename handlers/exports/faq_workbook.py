"""The FAQ as a workbook that officials edit and send back; ``faq_reading`` reads it.

Four sheets: the questions, how people ask for each, the register of legal documents, and how to
edit. Without an official all entries stand in it, otherwise those told in the official's commune.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from faq.entries import FaqEntry, LegalDocument
from faq.normalize import fold
from handlers import access
from handlers.context import Work
from handlers.exports.tables import Batches, Book, Cell, Column, Kind, Row, Sheet
from handlers.faq_book import entry_of
from handlers.services import faq_entries, faq_places
from handlers.services.faq_places import Places
from handlers.services.faq_rows import COLUMNS, Draft, topics
from handlers.texts import Texts
from storage.models import FaqRecord

_WIDTHS = {
    "id": 24,
    "topic": 14,
    "question": 32,
    "short": 46,
    "how_to_get": 40,
    "unconfirmed": 32,
    "cites": 40,
    "scope": 14,
    "valid_from": 12,
    "valid_to": 12,
    "review": 14,
    "reviewed_by": 16,
    "reviewed_on": 12,
    "mark": 13,
}
_DETAIL_WIDTH = 27
_KINDS = dict.fromkeys(("valid_from", "valid_to", "reviewed_on"), Kind.DATE)
_READ_ONLY = ("review", "reviewed_by", "reviewed_on", "mark")
_DOCUMENT_WIDTHS = {
    "document-id": 26,
    "number": 20,
    "document-kind": 14,
    "issuer": 20,
    "title": 50,
    "from": 12,
    "to": 12,
    "replaced_by": 26,
    "recalled": 22,
}
_GUIDE_LINES = 12
_GUIDE_WIDTH = 110


@dataclass(frozen=True, slots=True)
class Content:
    """What stands in a workbook, read at one moment."""

    entries: Sequence[tuple[FaqRecord, FaqEntry]]
    documents: Sequence[LegalDocument]
    places: Places


async def read(work: Work) -> Content:
    """What is told in the actor's commune; without an actor everything. Raises ``RuleError``."""
    told = await _told(work) if work.actor is not None else None
    rows = await work.uow.faq.current(told)
    register = await faq_entries.documents(work)
    entries = sorted(
        ((record, entry_of(record, revision, register)) for record, revision in rows),
        key=lambda pair: (pair[0].topic, pair[0].id),
    )
    places = await faq_places.of_records(work.uow, work.texts, [record for record, _ in entries])
    return Content(entries, list(register.values()), places)


async def _told(work: Work) -> list[str]:
    count = await faq_entries.count(work)
    return [line.record.id for line in await faq_entries.listed(work, limit=count)]


async def file_name(work: Work) -> str:
    """A name in plain letters: what it is, of whom, of which day."""
    who = ""
    if work.actor is not None:
        commune = await access.commune_of_official(work)
        who = "-".join("".join(s if s.isalnum() else " " for s in fold(commune.name)).split())
    kind = work.texts.render("vi", "export-kind-faq-file")
    return "-".join(filter(None, (kind, who, f"{work.today:%Y-%m-%d}"))) + ".xlsx"


def book(texts: Texts, content: Content) -> Book:
    """The sheets."""
    return Book(
        (
            _entries(texts, content),
            _wordings(texts, content.entries),
            _documents(texts, content.documents),
            _guide(texts),
        )
    )


def _entries(texts: Texts, content: Content) -> Sheet:
    names = ("id", *COLUMNS, *_READ_ONLY)
    columns = [
        Column(
            _title(texts, name),
            _WIDTHS.get(name, _DETAIL_WIDTH),
            _KINDS.get(name, Kind.TEXT),
            locked=name == "id" or name in _READ_ONLY,
        )
        for name in names
    ]
    said = topics(texts)

    def rows() -> Iterable[tuple[Cell, ...]]:
        for record, entry in content.entries:
            draft = Draft.of_entry(entry, content.places.labels[record.unit_id])
            cells: dict[str, Cell] = {
                **draft.cells,
                "id": record.id,
                "topic": said.get(record.topic, record.topic),
                "valid_from": record.valid_from,
                "valid_to": record.valid_to,
                "review": texts.render("vi", f"export-faq-review-{record.review.value}"),
                "reviewed_by": record.reviewed_by,
                "reviewed_on": record.reviewed_on,
                "mark": draft.mark(record.revision),
            }
            yield tuple(cells[name] for name in names)

    return _sheet(texts, "entries", columns, rows(), kept=1)


def _wordings(texts: Texts, entries: Sequence[tuple[FaqRecord, FaqEntry]]) -> Sheet:
    columns = [Column(_title(texts, "id"), 40), Column(_title(texts, "alias"), 110)]
    rows = (
        (record.id, text)
        for record, entry in entries
        for text in Draft.of({}, (alias.text for alias in entry.aliases)).aliases
    )
    return _sheet(texts, "wordings", columns, rows)


def _documents(texts: Texts, documents: Sequence[LegalDocument]) -> Sheet:
    columns = [
        Column(_title(texts, name), width, Kind.DATE if name in {"from", "to"} else Kind.TEXT, True)
        for name, width in _DOCUMENT_WIDTHS.items()
    ]
    numbers = {one.id: one.number or one.id for one in documents}
    rows = (
        (
            one.id,
            one.number,
            _kind(texts, one),
            one.issuer,
            one.title,
            one.effective_from,
            one.effective_to,
            ", ".join(numbers.get(other, other) for other in one.replaced_by),
            ", ".join(_recalled(texts, one)),
        )
        for one in documents
    )
    return _sheet(texts, "documents", columns, rows, kept=1)


def _kind(texts: Texts, document: LegalDocument) -> str:
    """What kind of document it is, in words; one that has none is shown as it is named."""
    name = f"law-kind-{document.kind}"
    return texts.render("vi", name) if name in texts.keys("vi") else document.kind or ""


def _recalled(texts: Texts, document: LegalDocument) -> Iterable[str]:
    """What of a document was written down from memory."""
    marks = {"number": document.number_recalled, "title": document.title_recalled}
    return [texts.render("vi", f"export-faq-recalled-{name}") for name, is_ in marks.items() if is_]


def _guide(texts: Texts) -> Sheet:
    columns = [Column(_title(texts, "guide"), _GUIDE_WIDTH, locked=True)]
    rows = (
        (texts.render("vi", f"export-faq-guide-{number}"),) for number in range(1, _GUIDE_LINES + 1)
    )
    return _sheet(texts, "guide", columns, rows)


def _sheet(
    texts: Texts,
    name: str,
    columns: Sequence[Column],
    rows: Iterable[tuple[Cell, ...]],
    kept: int = 0,
) -> Sheet:
    made = [Row(cells) for cells in rows]

    async def lines() -> Batches:
        yield made

    title = texts.render("vi", f"export-faq-sheet-{name}")
    return Sheet(title, None, tuple(columns), lines, form=True, kept=kept)


def _title(texts: Texts, column: str) -> str:
    return texts.render("vi", f"export-faq-column-{column}")
