"""What households and officials do in passing teaches the FAQ; each lesson waits for an official.

Nothing is kept here but through ``faq_proposals.propose``, which masks names and numbers and
refuses what a guard knows.
"""

from __future__ import annotations

from contextlib import suppress
from enum import StrEnum

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import faq_proposals
from handlers.services.submission_changes import ChangedMeanwhile
from storage.models import FaqProposalSource, Person, Submission, SubmissionState


class Lesson(StrEnum):
    """What became of a lesson."""

    WAITS = "waits"
    KNOWN = "known"
    """There is nothing to learn."""
    REFUSED = "refused"
    """The words are too long, or not for common use."""


async def from_choice(work: Work, asker: Person, text: str, entry_id: str) -> None:
    """A household took another entry than the first that was offered for *text*.

    Only with its consent; otherwise, and when the words are refused, nothing is kept.
    """
    if asker.commune_id is None:
        return
    with suppress(RuleError):
        await faq_proposals.propose(
            work,
            text=text,
            source=FaqProposalSource.CHOICE,
            unit_id=asker.commune_id,
            entry_id=entry_id,
            asker=asker,
        )


async def from_correction(
    work: Work, submission_id: int, entry_id: str, expected_version: int
) -> Lesson:
    """An official says which entry a submission really asks for: it stands first there from now on.

    Raises ``RuleError``, also ``ChangedMeanwhile`` when *expected_version* is not the present one.
    """
    found = await access.submission(work, submission_id, lock=True)
    if found.version != expected_version:
        raise ChangedMeanwhile(found, "")
    if found.state is SubmissionState.WITHDRAWN:
        raise RuleError("answer-closed")
    record = await access.faq_entry(work, entry_id)
    others = [one for one in found.faq_candidates if one.get("id") != record.id]
    found.faq_candidates = [{"id": record.id, "score": 1.0}, *others]
    found.version += 1
    found.changed_at = work.now
    work.audit("submission.match_corrected", "submission", found.id, unit_id=found.commune_id)
    return await _lesson(work, found, FaqProposalSource.CORRECTION, entry_id=record.id)


async def from_answer(work: Work, submission_id: int) -> Lesson:
    """An official wants the answer just given kept for the next who asks the same.

    Raises ``RuleError``.
    """
    found = await access.submission(work, submission_id)
    if not found.answers:
        raise RuleError("not-found")
    given = found.answers[-1].text
    return await _lesson(work, found, FaqProposalSource.ANSWER, answer=given)


async def _lesson(
    work: Work,
    found: Submission,
    source: FaqProposalSource,
    *,
    entry_id: str | None = None,
    answer: str | None = None,
) -> Lesson:
    if found.danger is not None:
        return Lesson.REFUSED
    try:
        kept = await faq_proposals.propose(
            work,
            text=found.text,
            source=source,
            unit_id=found.commune_id,
            entry_id=entry_id,
            topic=found.topic,
            answer=answer,
        )
    except RuleError:
        return Lesson.REFUSED
    return Lesson.KNOWN if kept is None else Lesson.WAITS
