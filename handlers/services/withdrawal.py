"""Who asked takes a question back, before anybody answered it and before it stands in a list."""

from __future__ import annotations

from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import groups, sight, submissions
from storage.models import Submission, SubmissionState


def may_take_back(work: Work, row: Submission) -> bool:
    """Whether the actor may take *row* back; what tells of danger is for the officials to close."""
    own = work.actor is not None and row.asker_id == work.actor.id
    waits = row.state in submissions.WAITING_STATES and not row.answers
    return own and waits and row.issued_at is None and row.danger is None


async def take_back(work: Work, submission_id: int) -> Submission:
    """Withdraw a submission of the actor: its words, name and files go. Raises ``RuleError``.

    What officials and village heads have open or can read again of it goes, too.
    """
    row = await work.uow.submissions.get(submission_id)
    if work.actor is None or row is None or not may_take_back(work, row):
        raise RuleError("withdraw-not")
    await sight.blank(work, work.actor, [row], names=())
    await groups.lock(work, (submission_id,))
    row = await work.uow.submissions.get(submission_id, lock=True)
    if row is None or not may_take_back(work, row):
        raise RuleError("withdraw-not")
    await submissions.move(work, row, SubmissionState.WITHDRAWN, "taken_back")
    await groups.leave(work, row)
    for file in await work.uow.submissions.attachments(row.id):
        await work.uow.submissions.delete_file(file)
        work.uow.drop_file(file.storage_key)
    row.text, row.faq_candidates = "", []
    row.asker_id = row.asker_name = row.household_id = None
    row.anonymous = True
    await work.uow.flush()
    return row
