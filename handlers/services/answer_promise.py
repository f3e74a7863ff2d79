"""When a household is promised its answer: one day, never two."""

from __future__ import annotations

from handlers.context import Work
from handlers.flow import Say, say
from handlers.services import answer_delivery
from handlers.texts import moment_words
from storage.models import Submission


async def of(work: Work, submission: Submission) -> list[Say]:
    """The meeting for who wants to hear it there, else the deadline of the law.

    Somebody in danger does not wait for a meeting.
    """
    meeting = None
    if submission.danger is None:
        meeting = await answer_delivery.told_at(work, submission)
    if meeting is not None and meeting.starts_at is None:
        return [say("submission-due-meeting-open")]
    if meeting is not None and meeting.starts_at is not None:
        return [say("submission-due-meeting", day=moment_words(meeting.starts_at))]
    if submission.due_at is None:
        return []
    return [say("submission-due", day=moment_words(submission.due_at))]
