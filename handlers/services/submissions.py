"""What households send in: receiving, history, telling the officials.

Who may read it, and how it is looked up, stands in ``submission_reading``.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime, time, timedelta
from typing import Any

from faq import guards
from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.messages import File
from handlers.number_mask import hide_papers
from handlers.services import (
    codes,
    meetings,
    notices,
    people,
    session_deadlines,
    topic_guess,
)
from handlers.texts import LOCAL_ZONE, local
from storage.models import (
    AskedFor,
    Attachment,
    AttachmentKind,
    DialogueSession,
    Person,
    Priority,
    ReturnChannel,
    Submission,
    SubmissionEvent,
    SubmissionKind,
    SubmissionState,
)
from storage.repositories.deliveries import URGENT

_TRIES = 200
_MOST_DAYS = 10
"""A provincial procedure counts ten calendar days: the earlier of the two holds."""
_CLOSES_AT = time(17, 0)
_SATURDAY = 5

WAITING_STATES = frozenset(
    {
        SubmissionState.RECEIVED,
        SubmissionState.NEEDS_DETAIL,
        SubmissionState.DUPLICATE,
        SubmissionState.ASSIGNED,
        SubmissionState.IN_PROGRESS,
    }
)
"""States in which the first answer is still due."""


async def receive(
    work: Work,
    *,
    kind: SubmissionKind,
    text: str,
    commune_id: int,
    village_id: int | None,
    asker: Person | None,
    asker_name: str | None,
    asked_for: AskedFor | None = None,
    teller: Person | None = None,
    household_id: int | None = None,
    anonymous: bool = False,
    return_channel: ReturnChannel = ReturnChannel.HERE,
    topic: str | None = None,
    faq_candidates: Sequence[dict[str, Any]] = (),
    files: Sequence[File] = (),
    danger: str | None = None,
) -> Submission:
    """Keep a submission with a new code, tell the commune's officials, and return it.

    *asker* is the account that asks (it must have consented, or for *asked_for* whoever is
    asked for has, in the talk; what is sent as a *danger* is kept for its sake alone), None
    when a village head sends it for a household without an account: then *teller* is the head.
    It is linked to the next announced dialogue session of the village and marked late after the
    deadline for questions; late ones are accepted all the same. Without *topic* the nearest of
    *faq_candidates* propose one. What tells of danger is marked
    as such, whichever way it came; *danger* is the kind where the words do not tell. Raises
    ``RuleError``.
    """
    if not text.strip() and not files:
        raise RuleError("submission-empty")
    needs_yes = asker is not None and asked_for is None and danger is None
    if needs_yes and asker is not None and not await people.consented(work, asker):
        raise RuleError("consent-missing")
    owner = asker or teller
    danger = danger or guards.danger_kind(text)
    guess = topic_guess.of(work, faq_candidates) if topic is None and danger is None else None
    text = hide_papers(text, work.texts.render("vi", "paper-number-sign"))
    # Before looking for the session: one that is being announced takes in what came before it.
    await work.uow.units.hold(commune_id, alone=False)
    meeting = await next_session(work, commune_id, village_id)
    row = Submission(
        code=await _free_code(work, commune_id),
        kind=kind,
        state=SubmissionState.RECEIVED,
        commune_id=commune_id,
        village_id=village_id,
        dialogue_session_id=meeting.id if meeting else None,
        asker_id=asker.id if asker else None,
        asker_name=asker_name,
        asked_for=asked_for,
        teller_id=teller.id if teller else None,
        household_id=household_id,
        anonymous=anonymous,
        text=text,
        danger=danger,
        topic=topic or guess,
        topic_guessed=guess is not None,
        faq_candidates=list(faq_candidates),
        return_channel=return_channel,
        late=meeting is not None and not session_deadlines.questions_open(meeting, work.now),
        due_at=due_at(work.now, work.rules.answer_working_days),
        created_at=work.now,
        changed_at=work.now,
        is_sample=owner is not None and owner.is_sample,
    )
    work.uow.submissions.add(row)
    await work.uow.flush()
    note(work, row, None, "received")
    if owner is not None:
        _attach(work, row, owner, files)
    work.audit("submission.received", "submission", row.id, unit_id=commune_id, files=len(files))
    await _tell_officials(work, row)
    return row


def file_of(kept: dict[str, Any]) -> File:
    """A file as an open talk keeps it."""
    return File(**kept)


async def move(work: Work, submission: Submission, to: SubmissionState, reason: str) -> None:
    """Change the state of *submission* and write its history; *reason* is a machine word."""
    before = submission.state
    submission.state = to
    submission.changed_at = work.now
    submission.version += 1
    note(work, submission, before, reason)
    work.audit("submission.moved", "submission", submission.id, unit_id=submission.commune_id)


def note(work: Work, submission: Submission, before: SubmissionState | None, reason: str) -> None:
    """A line of history: from *before* to the present state; *reason* is a machine word."""
    work.uow.submissions.add(
        SubmissionEvent(
            submission_id=submission.id,
            from_state=before.value if before else None,
            to_state=submission.state.value,
            actor_id=work.actor_id,
            at=work.now,
            reason=reason,
        )
    )


async def next_session(
    work: Work, commune_id: int, village_id: int | None
) -> DialogueSession | None:
    """The next announced dialogue session to which the village is invited."""
    return next(iter(await meetings.open_to(work, commune_id, village_id)), None)


def due_at(now: datetime, working_days: int) -> datetime:
    """When the first answer is due: end of office hours, the earlier of two rules.

    Law 42/2013/QH13, article 28: ten working days. A provincial procedure counts ten days; the
    earlier holds. A due day on a weekend moves to the Friday before it.
    """
    today = local(now).date()
    day = today
    left = working_days
    while left > 0:
        day += timedelta(days=1)
        left -= day.weekday() < _SATURDAY
    day = min(day, today + timedelta(days=_MOST_DAYS))
    day -= timedelta(days=max(0, day.weekday() - _SATURDAY + 1))
    return datetime.combine(day, _CLOSES_AT, LOCAL_ZONE)


# -- inside -------------------------------------------------------------------------------------


async def _free_code(work: Work, commune_id: int) -> str:
    unit = await work.uow.units.get(commune_id)
    prefix = (unit.code_prefix if unit else None) or ""
    for _ in range(_TRIES):
        code = codes.draw(prefix, work.dice)
        if not await work.uow.submissions.code_exists(code):
            return code
    raise RuleError("codes-used-up")


def _attach(work: Work, submission: Submission, owner: Person, files: Sequence[File]) -> None:
    for file in files:
        work.uow.submissions.add(
            Attachment(
                person_id=owner.id,
                submission_id=submission.id,
                kind=AttachmentKind(file.kind),
                content_type=file.content_type,
                size=file.size,
                sha256=file.sha256,
                storage_key=file.storage_key,
                created_at=work.now,
            )
        )


async def _tell_officials(work: Work, submission: Submission) -> None:
    where = submission.village_id or submission.commune_id
    unit = await work.uow.units.get(where)
    urgent = submission.danger is not None
    for official in await officials(work, submission.commune_id):
        await notices.tell(
            work,
            official,
            "notice-new-danger" if urgent else f"notice-new-{submission.kind.value}",
            {"place": unit.name if unit else "", "code": codes.shown(submission.code)},
            purpose=URGENT if urgent else "new_submission",
            priority=Priority.REPLY if urgent else Priority.NOTICE,
            dedupe_key=f"new-submission:{submission.id}:{official.id}",
            wanted=urgent,
        )


async def officials(work: Work, commune_id: int) -> Sequence[Person]:
    """Officials of a commune, each once."""
    return await access.officials(work, [commune_id])
