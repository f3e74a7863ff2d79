"""Taking a submission out of a group: it was no duplicate after all."""

from __future__ import annotations

from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import submissions
from handlers.services.submission_changes import locked
from storage.models import Submission, SubmissionState


def may(submission: Submission) -> bool:
    """Whether *submission* is a duplicate that can be taken out of its group."""
    return submission.group_id is not None and submission.state is not SubmissionState.WITHDRAWN


async def take_out(work: Work, submission_id: int, expected_version: int) -> Submission:
    """It waits for an answer of its own again, also when it was told that of the group.

    Raises ``RuleError``: in no group, or ``ChangedMeanwhile``.
    """
    found = await locked(work, submission_id, expected_version)
    if not may(found):
        raise RuleError("answer-not-grouped")
    found.group_id = None
    await submissions.move(work, found, SubmissionState.RECEIVED, "taken_out")
    return found
