"""Who sent a question puts its words right, as long as nobody worked on them."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from handlers.context import Work
from handlers.errors import RuleError
from handlers.number_mask import hide_papers
from handlers.services import (
    codes,
    groups,
    notices,
    submission_reading,
    submissions,
    topic_guess,
)
from storage.models import Submission

REWORDED = "reworded"
"""Of a line of history."""


def refusal(work: Work, row: Submission) -> str | None:
    """Why the actor may not change *row*, as a text key; None when they may."""
    if not submission_reading.concerns(work.actor, row):
        return "not-found"
    if row.answers or row.state not in submissions.WAITING_STATES:
        return "reword-answered"
    if row.danger is not None:
        return "reword-urgent"
    if row.issued_at is not None:
        return "reword-issued"
    return "reword-grouped" if row.group_id is not None else None


async def reword(
    work: Work, submission_id: int, text: str, candidates: Sequence[dict[str, Any]]
) -> Submission:
    """Put *text* in the place of the words that were sent; code and day stay. Raises ``RuleError``.

    *candidates* are the FAQ entries nearest to it; a field that was a guess is guessed anew.

    Who has it open as it was is told when they save; who looks after it is told now.
    """
    await groups.lock(work, (submission_id,))
    row = await work.uow.submissions.get(submission_id, lock=True)
    if row is None:
        raise RuleError("not-found")
    code = codes.shown(row.code)
    why = refusal(work, row)
    if why is None and await work.uow.submissions.group(row.id):
        why = "reword-grouped"
    if why is not None:
        raise RuleError(why, code=code)
    row.text = hide_papers(text, work.texts.render("vi", "paper-number-sign"))
    row.faq_candidates = list(candidates)
    if row.topic is None or row.topic_guessed:
        row.topic = topic_guess.of(work, candidates)
        row.topic_guessed = row.topic is not None
    row.version += 1
    row.changed_at = work.now
    submissions.note(work, row, row.state, REWORDED)
    work.audit("submission.reworded", "submission", row.id, unit_id=row.commune_id)
    official = await work.uow.people.get(row.assignee_id) if row.assignee_id else None
    if official is not None:
        await notices.tell(work, official, "reword-notice", {"code": code}, purpose="assigned")
    return row
