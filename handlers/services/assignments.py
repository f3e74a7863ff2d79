"""Who deals with a submission: which official, and under which topic."""

from __future__ import annotations

from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import codes, notices, submissions
from handlers.services.submission_changes import locked_open
from storage.models import Person, SubmissionState


async def assign(work: Work, submission_id: int, official_id: int, expected_version: int) -> Person:
    """Give a submission to another official, who is told. Raises ``RuleError``."""
    found = await locked_open(work, submission_id, expected_version)
    officials = await submissions.officials(work, found.commune_id)
    chosen = next((one for one in officials if one.id == official_id), None)
    if chosen is None:
        raise RuleError("not-found")
    found.assignee_id = chosen.id
    await submissions.move(work, found, SubmissionState.ASSIGNED, "assigned")
    if chosen.id != work.actor_id:
        await notices.tell(
            work,
            chosen,
            "answer-assigned-notice",
            {"code": codes.shown(found.code)},
            purpose="assigned",
        )
    return chosen


async def change_topic(work: Work, submission_id: int, topic: str, expected_version: int) -> None:
    """Put a submission under another topic. Raises ``RuleError``."""
    found = await locked_open(work, submission_id, expected_version)
    found.topic = topic
    found.version += 1
    found.changed_at = work.now
    work.audit("submission.topic_changed", "submission", found.id, unit_id=found.commune_id)
