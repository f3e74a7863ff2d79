"""Who deals with a submission: which official, under which topic, and as what kind."""

from __future__ import annotations

from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import codes, notices, submissions
from handlers.services.submission_changes import locked_open
from storage.models import Person, SubmissionEvent, SubmissionKind, SubmissionState

KINDS = (SubmissionKind.QUESTION, SubmissionKind.PETITION, SubmissionKind.FEEDBACK)
"""What a submission may be made to be: a need has a list of its own."""
_AS = "kind:"


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


async def change_topic(
    work: Work, submission_id: int, topic: str | None, expected_version: int
) -> None:
    """Put a submission under a topic or none, which is no guess any more. Raises ``RuleError``."""
    found = await locked_open(work, submission_id, expected_version)
    found.topic, found.topic_guessed = topic, False
    found.version += 1
    found.changed_at = work.now
    work.audit("submission.topic_changed", "submission", found.id, unit_id=found.commune_id)


async def change_kind(
    work: Work, submission_id: int, kind: SubmissionKind, expected_version: int
) -> None:
    """Make a question a petition or feedback, or back; its history tells it.

    Raises ``RuleError``.
    """
    if kind not in KINDS:
        raise RuleError("not-found")
    found = await locked_open(work, submission_id, expected_version)
    if found.kind is kind:
        return
    found.kind = kind
    found.version += 1
    found.changed_at = work.now
    submissions.note(work, found, found.state, f"{_AS}{kind.value}")
    work.audit("submission.kind_changed", "submission", found.id, unit_id=found.commune_id)


def kind_noted(event: SubmissionEvent) -> str | None:
    """The kind that a line of history says a submission became; None for any other line."""
    reason = event.reason or ""
    return reason.removeprefix(_AS) if reason.startswith(_AS) else None
