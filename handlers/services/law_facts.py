"""One legal document in words: its name, its dates, and what its end means."""

from __future__ import annotations

from datetime import date

from handlers.context import Work
from handlers.flow import Say, say
from handlers.services.legal_documents import Preview
from handlers.texts import date_words
from storage.models import LegalRecord

_LONGEST_LABEL = 90


def named(work: Work, language: str, row: LegalRecord) -> str:
    """A document by number and title, and whether it has ended."""
    words = " · ".join(filter(None, (row.number or row.id, row.title)))
    words = words if len(words) <= _LONGEST_LABEL else f"{words[:_LONGEST_LABEL].rstrip()}…"
    over = row.effective_to is not None and row.effective_to < work.today
    return work.texts.render(language, "faq-view-ended", {"document": words}) if over else words


async def facts(work: Work, language: str, row: LegalRecord) -> list[Say]:
    """Name, what of it nobody has seen in a source, from when to when, and what replaces it."""
    says = [say("law-view-head", name=named(work, language, row))]
    if row.number_recalled:
        says.append(say("law-view-number-recalled"))
    if row.title_recalled:
        says.append(say("law-view-title-recalled"))
    if row.effective_from is not None:
        says.append(say("law-view-from", day=date_words(row.effective_from)))
    if row.effective_to is not None:
        says.append(say("law-view-to", day=date_words(row.effective_to)))
    return says + [await _replaced(work, one) for one in row.replaced_by]


async def end_of(
    work: Work, row: LegalRecord, day: date, replaced_by: str | None, preview: Preview
) -> list[Say]:
    """What it means that *row* is in force up to *day*."""
    says = [say("law-end-of", number=row.number or row.id, day=date_words(day))]
    if replaced_by is not None:
        says.append(await _replaced(work, replaced_by))
    when = "now" if day < work.today else "later"
    return [
        *says,
        say(f"law-end-{when}", count=len(preview.entries)),
        say("law-end-told", count=preview.told),
        say("law-end-answers", count=preview.answers),
    ]


async def _replaced(work: Work, replacing_id: str) -> Say:
    other = await work.uow.legal.get(replacing_id)
    return say("law-view-replaced", number=(other.number if other else None) or replacing_id)
