"""The register of legal documents: what happens to the FAQ when a law is replaced or ends.

An entry that cites a document as in force is no longer told as current from the day after its last
day, until an official has looked through it. Marking an end can be taken back. The register is
shared: only officials over every commune of the installation change it.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from faq.entries import LegalDocument
from faq.normalize import fold
from handlers import access
from handlers.access import OFFICIAL_ROLES, roles_in
from handlers.context import Work
from handlers.errors import RuleError
from storage.models import FaqGiven, FaqRecord, FaqReview, LegalRecord
from storage.repositories.legal_documents import AnswerUnder

_CAUSE = "law:"
_BACK = "law-back:"
"""Cause of a review: the entry was changed for an end that was no end."""
_WORDS = re.compile(r"[a-z]+|\d+")
_ROUND_NUMBERS = frozenset({"so", "nam", "van", "ban"})
"""Words round a number: "văn bản số 07 năm 2021"; a title is found without them, too."""
_ID = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+){1,9}")


@dataclass(frozen=True, slots=True)
class Ended:
    """What the end of a document means for the FAQ."""

    document_id: str
    last_day: date
    now: tuple[str, ...]
    """Entries that wait for review from now on."""
    later: tuple[str, ...]
    """Entries that will, on the day after the last day."""


@dataclass(frozen=True, slots=True)
class TakenBack:
    """What taking the mark of an end back means for the FAQ."""

    again: tuple[str, ...]
    """Entries that have the state that they had."""
    moved: tuple[str, ...]
    """Entries that were given another basis because of the mark, and wait for review now."""


@dataclass(frozen=True, slots=True)
class Preview:
    """What marking an end would mean; nothing is changed yet."""

    entries: tuple[str, ...]
    """Entries that would wait for review from the day after the last day."""
    told: int
    """Times that the FAQ was told under the document, in the actor's units."""
    answers: int
    """Answers of officials under it, in the actor's units."""
    until: date | None
    """The last day that is known so far."""


@dataclass(frozen=True, slots=True)
class GivenUnder:
    """Answers that rest on a document."""

    told: Sequence[FaqGiven]
    """From the FAQ, the newest first; with a person only where the person agreed."""
    answers: Sequence[AnswerUnder]
    """By officials."""


async def listed(work: Work) -> Sequence[LegalRecord]:
    """The whole register, for an official. Raises ``RuleError``."""
    await access.commune_of_official(work)
    return await work.uow.legal.all()


async def search(work: Work, text: str) -> list[LegalRecord]:
    """Documents whose number, kind, issuer, title or id has every word of *text*.

    A number is found whole ("7" and "07" are one), else by how it begins. Raises ``RuleError``.
    """
    every = sorted(await listed(work), key=lambda row: row.id)
    wanted = _wanted(text)
    found = [row for row in every if wanted and _has(row, wanted)]
    return found or [row for row in every if wanted and _has(row, wanted, begins=True)]


def _wanted(text: str) -> list[str]:
    """The words of *text*, letters and digits apart, less those round a number."""
    said = _WORDS.findall(fold(text))
    return [word for word in said if word not in _ROUND_NUMBERS] or said


def _has(row: LegalRecord, wanted: Sequence[str], *, begins: bool = False) -> bool:
    told = (row.number, row.kind, row.issuer, row.title, row.id)
    words = _WORDS.findall(fold(" ".join(filter(None, told))))
    numbers = {int(word) for word in words if word.isdigit()}
    return all(
        int(word) in numbers
        if word.isdigit() and not begins
        else any(one.startswith(word) for one in words)
        for word in wanted
    )


async def view(work: Work, document_id: str) -> LegalRecord:
    """One document, for an official. Raises ``RuleError``."""
    await access.commune_of_official(work)
    return await _known(work, document_id)


async def resting(work: Work, document_id: str) -> Sequence[str]:
    """Ids of entries that rest on a document. Raises ``RuleError``."""
    await view(work, document_id)
    return sorted(await work.uow.faq.citing(document_id))  # databases sort "-" differently


async def preview(work: Work, document_id: str, last_day: date) -> Preview:
    """What :func:`mark_ended` would do, for somebody who may mark it. Raises ``RuleError``."""
    if not await access.over_everybody(work):
        raise RuleError("not-allowed")
    document = await _known(work, document_id)
    if document.effective_from is not None and last_day < document.effective_from:
        raise RuleError("faq-dates-wrong")
    entries = await _would_wait(work, document_id, last_day)
    given = await given_under(work, document_id)
    return Preview(entries, len(given.told), len(given.answers), document.effective_to)


async def _would_wait(work: Work, document_id: str, last_day: date) -> tuple[str, ...]:
    resting = await work.uow.faq.resting_on_ended(
        document_id=document_id,
        last_day=last_day,
        waiting_for=f"{_CAUSE}{document_id}",  # of an earlier mark, which this one would correct
    )
    return tuple(sorted(record.id for record, _ in resting))


async def add(work: Work, document: LegalDocument) -> LegalRecord:
    """A document that the register lacks, by an id like "nd-146-2026-nd-cp".

    Raises ``RuleError``.
    """
    if not await access.over_everybody(work):
        raise RuleError("not-allowed")
    if _ID.fullmatch(document.id) is None or not document.number:
        raise RuleError("law-incomplete")
    await work.uow.faq.lock()
    if await work.uow.legal.get(document.id) is not None:
        raise RuleError("law-known", document=document.id)
    row = LegalRecord(
        id=document.id,
        number=document.number,
        kind=document.kind,
        issuer=document.issuer,
        title=document.title,
        effective_from=document.effective_from,
        effective_to=document.effective_to,
        source=document.source,
        checked_on=document.checked_on,
        note=document.note,
        edited_here=True,
    )
    work.uow.legal.add(row)
    await work.uow.flush()
    await _noted(work, "law.added", document.id, entries=0)
    return row


async def mark_ended(
    work: Work,
    document_id: str,
    last_day: date,
    *,
    replaced_by: str | None = None,
    seen: Preview | None = None,
) -> Ended:
    """A document is in force up to *last_day*, perhaps because another one replaces it.

    Raises ``RuleError``, also when its end or the entries are no longer those that were *seen*.
    """
    document = await _mine(work, document_id)
    if seen is not None and (document.effective_to, seen.entries) != (
        seen.until,
        await _would_wait(work, document_id, last_day),
    ):
        raise RuleError("law-changed-meanwhile")
    if document.effective_from is not None and last_day < document.effective_from:
        raise RuleError("faq-dates-wrong")
    if replaced_by is not None:
        await _known(work, replaced_by)
    if replaced_by == document_id:
        raise RuleError("law-unknown", document=document_id)
    if document.before is None:  # a second mark corrects the first: one step back is enough
        document.before = {
            "effective_to": document.effective_to.isoformat() if document.effective_to else None,
            "replaced_by": list(document.replaced_by),
            "edited_here": document.edited_here,
            "resting": [],
        }
    await _give_back(work, document_id)
    document.effective_to, document.edited_here = last_day, True
    if replaced_by is not None:
        document.replaced_by = sorted({*document.replaced_by, replaced_by})
    await work.uow.flush()
    resting = await work.uow.faq.resting_on_ended(document_id=document_id)
    ids = tuple(record.id for record, _ in resting)
    rested = {*document.before["resting"], *ids}
    document.before = {**document.before, "resting": sorted(rested)}
    over = last_day < work.today
    if over:
        _send_to_review(work, resting)
    await _noted(work, "law.ended", document_id, entries=len(resting))
    return Ended(document_id, last_day, now=ids if over else (), later=() if over else ids)


async def take_back(work: Work, document_id: str) -> TakenBack:
    """The mark of an end was wrong; entries get the state that they had.

    Those that meanwhile were given another basis go to review. Raises ``RuleError`` when no
    official marked an end.
    """
    document = await _mine(work, document_id)
    if document.before is None:
        raise RuleError("law-not-marked")
    before, document.before = document.before, None
    end = before["effective_to"]
    document.effective_to = date.fromisoformat(end) if end else None
    document.replaced_by = list(before["replaced_by"])
    document.edited_here = before["edited_here"]
    again = await _give_back(work, document_id)
    moved = await _review_moved(work, document_id, before["resting"])
    await _noted(work, "law.end_taken_back", document_id, entries=len(again) + len(moved))
    return TakenBack(again, moved)


async def given_under(work: Work, document_id: str, *, since: date | None = None) -> GivenUnder:
    """What was answered under a document in the actor's units, for correcting it.

    The sight of who was told is audited. Raises ``RuleError``.
    """
    granted = roles_in(work.actor, OFFICIAL_ROLES)
    if not granted:
        raise RuleError("not-allowed")
    document = await _known(work, document_id)
    pairs = await work.uow.faq_told.pairs()
    revisions = await work.uow.faq.told_revisions(pairs)
    under = [key for key, one in revisions.items() if document_id in _cites(one.content)]
    units = await work.uow.units.within(granted)
    told = await work.uow.faq_told.listed(under, units, since)
    entries = {*await work.uow.faq.citing(document_id), *(entry_id for entry_id, _ in under)}
    answers = await work.uow.legal.answers_under(units, document.number, sorted(entries))
    seen = {"told": len(told), "answers": len(answers)}
    work.audit("law.given_seen", "legal_document", document=document_id, **seen)
    return GivenUnder(told, answers)


async def sweep(work: Work) -> int:
    """Entries resting on documents that ended go to review, on the day after; how many."""
    if not await work.uow.faq.resting_on_ended(before=work.today):
        return 0
    await work.uow.faq.lock()
    resting = await work.uow.faq.resting_on_ended(before=work.today)
    _send_to_review(work, resting)
    for document_id in sorted({document.id for _, document in resting}):
        count = sum(document.id == document_id for _, document in resting)
        await _noted(work, "law.end_reached", document_id, entries=count)
    return len(resting)


def _send_to_review(work: Work, resting: Sequence[tuple[FaqRecord, LegalRecord]]) -> None:
    for record, document in resting:
        record.review_before, record.review = record.review, FaqReview.TO_REVIEW
        record.review_cause = f"{_CAUSE}{document.id}"
        record.changed_at = work.now


async def _give_back(work: Work, document_id: str) -> tuple[str, ...]:
    """Entries that wait for review because of the document get their state back."""
    records = await work.uow.faq.of_cause(f"{_CAUSE}{document_id}")
    for record in records:
        record.review = record.review_before or FaqReview.UNREVIEWED
        record.review_before = record.review_cause = record.reported = None
        record.changed_at = work.now
    return tuple(record.id for record in records)


async def _review_moved(work: Work, document_id: str, rested: Sequence[str]) -> tuple[str, ...]:
    """Of entries that rested on the document at its mark: send those to review that do not now."""
    still = {*await work.uow.faq.citing(document_id, as_in_force=True)}
    moved: list[str] = []
    for record in await work.uow.faq.with_copies(rested):
        if record.id in still or record.review is FaqReview.EXPIRED:
            continue
        record.review, record.review_before = FaqReview.TO_REVIEW, None
        record.review_cause, record.reported = f"{_BACK}{document_id}", None
        record.changed_at = work.now
        moved.append(record.id)
    return tuple(moved)


async def _mine(work: Work, document_id: str) -> LegalRecord:
    """A document that the actor may change, with the FAQ locked."""
    if not await access.over_everybody(work):
        raise RuleError("not-allowed")
    await work.uow.faq.lock()
    return await _known(work, document_id)


async def _known(work: Work, document_id: str) -> LegalRecord:
    found = await work.uow.legal.get(document_id)
    if found is None:
        raise RuleError("law-unknown", document=document_id)
    return found


async def _noted(work: Work, action: str, document_id: str, *, entries: int) -> None:
    work.audit(action, "legal_document", document=document_id, entries=entries)
    await work.uow.faq.bump()
    await work.uow.flush()


def _cites(content: dict[str, object]) -> set[str]:
    cites = content.get("cites")
    return {str(one.get("document")) for one in cites} if isinstance(cites, list) else set()
