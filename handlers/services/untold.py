"""What did not reach somebody: an official passes it on, or says how it was told."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from dataclasses import dataclass
from datetime import date

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.messages import Reply
from handlers.services import answer_delivery, groups, submission_changes, submissions
from handlers.services.untold_list import Facts, facts
from handlers.texts import local
from storage.models import (
    Answer,
    Person,
    ReturnChannel,
    Submission,
    SubmissionState,
    ToldHow,
    Untold,
)
from storage.repositories.deliveries import for_reader

BEFORE_TOLD = (
    SubmissionState.ANSWERED,
    SubmissionState.EXPLAINED,
    SubmissionState.UPPER_ANSWERED,
)
"""States after which "told" follows."""


async def read_out(work: Work, ids: Collection[int]) -> None:
    """Ask a head of the village to tell it. Raises ``RuleError``: settled already, no such head."""
    rows = await _locked(work, ids)
    known = await facts(work, rows)
    for row in rows:
        if row.answer_id is not None:
            answer, submission = known.answered[row.answer_id]
            if not await answer_delivery.deliver_by_head(work, submission, answer, chosen=True):
                raise RuleError("untold-no-head")
    notices_ = [row for row in rows if row.answer_id is None]
    if notices_:
        _retell(work, notices_, known)
    for row in rows:
        settle(work, row, ToldHow.BY_HEAD)


async def send_again(work: Work, ids: Collection[int]) -> None:
    """Send it once more to those who can be written to and want to be.

    Raises ``RuleError``: there is nobody.
    """
    rows = await _locked(work, ids)
    known = await facts(work, rows)
    sent = [row for row in rows if known.takes(row)]
    if not sent:
        raise RuleError("untold-nobody")
    for row in sent:
        if row.answer_id is not None:
            answer, submission = known.answered[row.answer_id]
            await answer_delivery.deliver(work, submission, answer)
        else:
            account = known.accounts[row.person_id or 0][0]
            work.queue(
                account,
                Reply(row.text, elsewhere=row.elsewhere),
                purpose=row.purpose,
                announcement_id=row.announcement_id,
                not_after=row.not_after,
            )
        settle(work, row, ToldHow.SENT_AGAIN)


async def told(work: Work, ids: Collection[int], how: ToldHow, on: date) -> None:
    """Keep that it was told by other means, how and on which day; an answer counts as told then.

    Raises ``RuleError``: settled already, or a day to come or before there was anything to tell.
    """
    rows = await _locked(work, ids)
    known = await _answered(work, rows)
    for row in rows:
        answer, submission = known.get(row.answer_id or 0, (None, None))
        first = local(answer.created_at if answer else row.since).date()
        if not min(first, work.today) <= on <= work.today:
            raise RuleError("untold-day-wrong", today=work.today.strftime("%d/%m/%Y"))
        settle(work, row, how, on)
        if submission is not None and submission.state in BEFORE_TOLD:
            await submissions.move(work, submission, SubmissionState.TOLD, f"told_{how.value}")


async def may_be_told(work: Work, submission: Submission) -> bool:
    """Whether its answer is with a village head, of whom nobody has said yet that it was told."""
    if not _is_with_head(submission):
        return False
    return not await work.uow.untold.waiting([submission.answers[-1].id])


async def told_by_head(work: Work, submission_id: int, expected_version: int) -> None:
    """Keep that the village head has told the answer. Raises ``RuleError``: it is not with one."""
    found = await submission_changes.locked(work, submission_id, expected_version)
    if not await may_be_told(work, found):
        raise RuleError("answer-closed")
    await _told_by_head(work, found)


@dataclass(frozen=True, slots=True)
class WithHead:
    """An answer that a village head reads out."""

    id: int
    """Of the submission."""
    version: int
    """Of the submission: a newer answer is another thing to read."""
    code: str
    name: str | None
    """Of who asked, where the head may know it."""


async def with_heads(work: Work, village_id: int) -> list[WithHead]:
    """Answers that the actor, head of the village, was to read out and has not said so of.

    Raises ``RuleError``.
    """
    await access.head_of(work, village_id)
    found = [
        one
        for one in await work.uow.submissions.with_head(village_id, BEFORE_TOLD)
        if _is_with_head(one) and _reads(work, one)
    ]
    waiting = await work.uow.untold.waiting([one.answers[-1].id for one in found])
    found = [one for one in found if one.answers[-1].id not in waiting]
    askers = await work.uow.people.several([one.asker_id for one in found if one.asker_id])
    known = {id_: one.display_name for id_, one in askers.items()}
    return [
        WithHead(one.id, one.version, one.code, one.asker_name or known.get(one.asker_id or 0))
        for one in found
    ]


async def head_has_told(
    work: Work, village_id: int, submission_id: int, expected_version: int
) -> str:
    """Keep that the actor, head of the village, has read the answer out; its code.

    Raises ``RuleError``: it is not with this head, is told already, or was answered anew since.
    """
    await groups.lock(work, (submission_id,))
    for one in await with_heads(work, village_id):
        if (one.id, one.version) == (submission_id, expected_version):
            found = await work.uow.submissions.get(submission_id)
            if found is not None:
                await _told_by_head(work, found)
                return one.code
    raise RuleError("answer-closed")


def settle(work: Work, row: Untold, how: ToldHow, on: date | None = None) -> None:
    """*row* waits no longer; who may do that, and under which lock, the caller has seen to."""
    row.settled_at, row.settled_by_id = work.now, work.actor_id
    row.how, row.told_on, row.text, row.elsewhere = how, on, "", None
    work.audit("untold.settled", "untold", row.id, unit_id=row.commune_id, how=how.value)


# -- inside -------------------------------------------------------------------------------------


async def _told_by_head(work: Work, found: Submission) -> None:
    await submissions.move(work, found, SubmissionState.TOLD, f"told_{ToldHow.BY_HEAD.value}")


def _is_with_head(submission: Submission) -> bool:
    """Whether a head is to read its answer out, unless that waits for an official."""
    sent_by_head = submission.asker_id is None and submission.teller_id is not None
    with_head = sent_by_head or submission.return_channel is ReturnChannel.VILLAGE_HEAD
    return submission.state in BEFORE_TOLD and with_head and bool(submission.answers)


def _reads(work: Work, submission: Submission) -> bool:
    """Whether the answer goes to the actor as head: see :func:`answer_delivery.readers`."""
    if submission.teller_id == work.actor_id:
        return answer_delivery.reads_out(work.actor, submission)
    return answer_delivery.heads_may_read(submission, chosen=False)


async def _locked(work: Work, ids: Collection[int]) -> Sequence[Untold]:
    # Submissions first, as whoever answers anew does: two in other orders block each other.
    await groups.lock(work, await work.uow.untold.submissions_of(ids))
    rows = await work.uow.untold.locked(ids)
    for row in rows:
        await access.official_of(work, row.commune_id)
    if len(rows) != len(ids) or any(row.settled_at is not None for row in rows):
        raise RuleError("untold-settled")
    return rows


async def _answered(work: Work, rows: Sequence[Untold]) -> dict[int, tuple[Answer, Submission]]:
    ids = [row.answer_id for row in rows if row.answer_id is not None]
    return await work.uow.submissions.answered(ids)


def _retell(work: Work, rows: Sequence[Untold], known: Facts) -> None:
    names = ", ".join(known.names(rows))
    for head in known.retellers(rows):
        work.queue(
            known.accounts[head.id][0],
            _retold(work, head, rows, names),
            purpose=for_reader(rows[0].village_id or 0),
            not_after=rows[0].not_after,
        )
        return
    raise RuleError("untold-no-head")


def _retold(work: Work, head: Person, rows: Sequence[Untold], names: str) -> Reply:
    """What *head* is asked to tell: names of homes only where no server is elsewhere."""
    first = rows[0]
    if not names:
        return Reply(first.text, elsewhere=first.elsewhere)
    outside = first.text if first.elsewhere is None else first.elsewhere
    named, counted = {"names": names, "text": first.text}, {"count": len(rows), "text": outside}
    return Reply(
        work.texts.render(head.language, "untold-head-notice", named),
        elsewhere=work.texts.render(head.language, "untold-head-notice-elsewhere", counted),
    )
