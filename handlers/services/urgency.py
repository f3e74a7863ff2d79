"""The mark that something cannot wait: officials take a wrong one away, and set a missing one.

What bears it stands in a list of its own that no meeting sees, and nothing that shares its answer
may stand in the lists for others.
"""

from __future__ import annotations

from faq.guards import Danger
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import alerts
from handlers.services.submission_changes import locked
from storage.models import Submission, SubmissionState


async def clear(work: Work, submission_id: int, expected_version: int) -> Submission:
    """An official has read it: it can wait. From here on it stands in the lists with the others.

    Duplicates keep their own marks: their words are others. Raises ``RuleError``: taken back, the
    duplicate of an urgent one, or ``ChangedMeanwhile``.
    """
    found = await _not_taken_back(work, submission_id, expected_version)
    first = await work.uow.submissions.get(found.group_id) if found.group_id else None
    if first is not None and first.danger is not None:
        raise RuleError("inbox-calm-group")
    if found.danger is not None:
        _set(work, found, None)
        work.audit("submission.danger_cleared", "submission", found.id, unit_id=found.commune_id)
    return found


async def mark(work: Work, submission_id: int, kind: Danger, expected_version: int) -> Submission:
    """An official has read it: it cannot wait. Its duplicates follow; other officials are told.

    Raises ``RuleError``: taken back, or ``ChangedMeanwhile``.
    """
    found = await _not_taken_back(work, submission_id, expected_version)
    if found.danger is not None:
        return found
    group = [one for one in await work.uow.submissions.group(found.id) if one.danger is None]
    for one in (found, *group):
        _set(work, one, kind)
        work.audit("submission.danger_marked", "submission", one.id, unit_id=one.commune_id)
    await alerts.marked(work, found)
    return found


def _set(work: Work, submission: Submission, kind: Danger | None) -> None:
    submission.danger = kind.value if kind else None
    submission.version += 1
    submission.changed_at = work.now


async def _not_taken_back(work: Work, submission_id: int, expected_version: int) -> Submission:
    """The submission, locked together with those that share its answer."""
    found = await locked(work, submission_id, expected_version)
    if found.state is SubmissionState.WITHDRAWN:
        raise RuleError("answer-closed")
    return found
