"""What holds instead of documents that ended: asked before an entry is told as current again.

A review alone would drop the ended document from the legal line while the figures stay; the
official says which document holds now, or that the entry holds without any, knowingly.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from faq.content import to_content
from faq.entries import Citation, FaqEntry, LegalDocument
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import faq_changes, faq_entries
from storage.models import FaqOrigin, FaqRecord

Settled = Mapping[str, str | None]
"""By id of an ended document: the document that holds now, or None: it holds without any."""


def ended(entry: FaqEntry, on: date) -> list[LegalDocument]:
    """Documents that *entry* cites as in force although they ended before a day, each once."""
    found = {
        one.document_id: one.document
        for one in entry.citations
        if one.document is not None and one.unexpected_end is not None and one.unexpected_end < on
    }
    return list(found.values())


async def check(work: Work, entry: FaqEntry, settled: Settled) -> None:
    """Refuse a review that passes over an ended document, or names one not in force today.

    Raises ``RuleError``.
    """
    register = await faq_entries.documents(work)
    for document in ended(entry, work.today):
        if document.id not in settled:
            raise RuleError("faq-review-over-law", document=document.number or document.id)
        instead = settled[document.id]
        if instead is not None:
            refuse_not_in_force(register.get(instead), instead, work.today)


def refuse_not_in_force(document: LegalDocument | None, document_id: str, on: date) -> None:
    """Check that a document may take the place of an ended one. Raises ``RuleError``."""
    if document is None:
        raise RuleError("law-unknown", document=document_id)
    if not document.in_force(on):
        raise RuleError("law-not-in-force", document=document.number or document_id)


async def settle(work: Work, record: FaqRecord, entry: FaqEntry, settled: Settled) -> None:
    """Cite what holds now in the place of what ended, after :func:`check`; audited each.

    What holds without any document keeps the old one as its past, with the end written beside it.
    """
    over = {one.id for one in ended(entry, work.today)}
    for document_id in sorted(over):
        work.audit(
            "faq.ended_law_settled",
            "faq_entry",
            unit_id=record.unit_id,
            entry=record.id,
            document=document_id,
            replaced_by=settled[document_id],
        )
    if over:
        citations = _cited(entry.citations, {one: settled[one] for one in over})
        content = to_content(replace(entry, citations=citations))
        await faq_changes.revise(work, record, content, FaqOrigin.EDIT)


def _cited(citations: Iterable[Citation], settled: Settled) -> tuple[Citation, ...]:
    """Without the article: the new document has its own, which nobody has named."""
    made: dict[tuple[str, str | None], Citation] = {}
    kept = {one.document_id for one in citations}
    for one in citations:
        now = settled.get(one.document_id)
        cited = _past(one) if one.document_id in settled else one
        if now is not None:
            cited = Citation(now)
        if now is None or now not in kept:
            made.setdefault((cited.document_id, cited.article), cited)
    return tuple(made.values())


def _past(citation: Citation) -> Citation:
    end = citation.unexpected_end
    return citation if end is None else replace(citation, effective_to=end)
