"""Marking a submission as a duplicate: it asks the same as another, whose answer it will get."""

from __future__ import annotations

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import codes, groups, submissions
from handlers.services.answer_delivery import Given, give
from handlers.services.answer_sources import refuse_outdated
from handlers.services.submission_changes import locked_open
from storage.models import Submission, SubmissionState


async def mark_duplicate(
    work: Work, submission_id: int, code: str, expected_version: int
) -> Submission:
    """Say that a submission asks the same as the one of *code*, whose answer it will get.

    Each keeps its code and its words. Duplicates of this one follow it. When the other has been
    answered already, the asker is told that answer now, unless what it rests on is over. Returns
    the other. Raises ``RuleError``.
    """
    other = await find_other(work, submission_id, code)
    await groups.lock(work, (submission_id, other.id))
    found = await locked_open(work, submission_id, expected_version)
    if other.state is SubmissionState.WITHDRAWN or other.group_id is not None:
        raise RuleError("answer-duplicate-wrong")  # it changed before it was locked
    _check_marks(found, other)  # once more: an official may have marked it meanwhile
    given = _given(other)
    if given is not None:
        await refuse_outdated(work, given, other.commune_id)
    members = [found, *await work.uow.submissions.group(found.id)]
    for one in members:
        one.group_id = other.id
        await submissions.move(work, one, SubmissionState.DUPLICATE, "same_as_other")
        if given is not None:
            await give(work, one, given)
    return other


def _given(other: Submission) -> Given | None:
    """What *other* was told last, if anything."""
    if not other.answers:
        return None
    last = other.answers[-1]
    return Given(last.text, last.legal_basis, last.faq_entry_id, _told_state(other))


def _told_state(other: Submission) -> SubmissionState:
    """Where a duplicate of *other* ends that is told now what *other* was told."""
    redirected = other.state is SubmissionState.REDIRECTED
    return SubmissionState.REDIRECTED if redirected else SubmissionState.ANSWERED


async def find_other(work: Work, submission_id: int, code: str) -> Submission:
    """The submission of a typed code, or the one whose answer it waits for.

    Raises ``RuleError``: unknown in the commune of *submission_id*, or the same one.
    """
    found = await access.submission(work, submission_id)
    commune = await work.uow.units.get(found.commune_id)
    typed = codes.read(code)
    kept = typed.kept(commune.code_prefix if commune else None) if typed else ""
    other = await work.uow.submissions.by_code(kept)
    if other is not None and other.group_id is not None:
        other = await work.uow.submissions.get(other.group_id)
    if other is None or other.commune_id != found.commune_id:
        raise RuleError("answer-code-unknown")
    if other.id == found.id or other.state is SubmissionState.WITHDRAWN:
        raise RuleError("answer-duplicate-wrong")
    _check_marks(found, other)
    return other


def _check_marks(found: Submission, other: Submission) -> None:
    """An answer to something urgent never stands in the lists for others: ``RuleError``."""
    if other.danger is not None and found.danger is None:
        raise RuleError("answer-duplicate-danger")
