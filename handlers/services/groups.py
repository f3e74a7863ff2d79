"""Groups of submissions that ask the same: one stands first, the others get its answer."""

from __future__ import annotations

from collections.abc import Iterable

from handlers.context import Work
from storage.models import Submission, SubmissionEvent, SubmissionState


async def lock(work: Work, submission_ids: Iterable[int]) -> None:
    """Lock these, the first ones that they follow and whoever follows them, in the order of ids.

    One order for everybody, so that two who change a group cannot block each other.
    """
    numbers = set(submission_ids)
    for number in tuple(numbers):
        found = await work.uow.submissions.get(number)
        if found is not None and found.group_id is not None:
            numbers.add(found.group_id)
        numbers |= {one.id for one in await work.uow.submissions.group(number)}
    for number in sorted(numbers):
        await work.uow.submissions.get(number, lock=True)


async def everybody(work: Work, first: Submission) -> list[Submission]:
    """*first* and its duplicates, those that were taken back left out."""
    found = [first, *await work.uow.submissions.group(first.id)]
    return [one for one in found if one.state is not SubmissionState.WITHDRAWN]


async def leave(work: Work, gone: Submission) -> None:
    """*gone* is being taken back: it leaves its group, and who waits for its answer gets an heir.

    The heir is the oldest that still waits; it is open again and the others follow it. The caller
    holds the locks of :func:`lock`.
    """
    gone.group_id = None
    await work.uow.flush()
    followers = await work.uow.submissions.group(gone.id)
    heir = min(followers, key=_rank, default=None)
    if heir is None:
        return
    heir.group_id = None
    heir.assignee_id = heir.assignee_id or gone.assignee_id
    for one in followers:
        if one is not heir:
            one.group_id = heir.id
        one.version += 1
        one.changed_at = work.now
    if heir.state is SubmissionState.DUPLICATE:
        _reopen(work, heir)
    work.audit(
        "submission.group_passed_on",
        "submission",
        heir.id,
        unit_id=heir.commune_id,
        others=len(followers) - 1,
    )


def _rank(one: Submission) -> tuple[bool, bool, int]:
    """Who still waits before who was answered; nothing urgent before what is for common lists."""
    return one.state is not SubmissionState.DUPLICATE, one.danger is not None, one.id


def _reopen(work: Work, heir: Submission) -> None:
    heir.state = SubmissionState.RECEIVED
    work.uow.submissions.add(
        SubmissionEvent(
            submission_id=heir.id,
            from_state=SubmissionState.DUPLICATE.value,
            to_state=heir.state.value,
            actor_id=None,
            at=work.now,
            reason="first_taken_back",
        )
    )
