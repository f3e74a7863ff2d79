"""Bringing an answer to its askers, and keeping how it was given.

An answer goes to every asker of the group under the asker's own code: to their own account, or
through the village head when they wished so or never had one. A wish that cannot be kept (no
head, no meeting ahead) falls back to the own account, never to the head. What reaches nobody waits
for an official (``services/untold``).
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from handlers.context import Work
from handlers.services import codes, groups, notices, submission_reading, submissions
from handlers.services.session_deadlines import LONGEST_MEETING
from handlers.texts import date_words
from storage.models import (
    Answer,
    AnswerForm,
    AskedFor,
    DialogueSession,
    Person,
    ReturnChannel,
    Role,
    SessionState,
    Submission,
    SubmissionState,
    Untold,
)
from storage.repositories.deliveries import ANSWER

_WITH_QUESTION = {
    "answer-notice": "answer-notice-asked",
    "answer-notice-head": "answer-notice-head-asked",
}
_OVER = frozenset({SessionState.CONCLUDED, SessionState.CANCELLED})


@dataclass(frozen=True, slots=True)
class Delivered:
    """How many askers hear the answer, and how."""

    here: int = 0
    by_head: int = 0
    at_meeting: int = 0
    nobody: int = 0
    """Nobody could be told: no account, and no village head who may know."""

    def plus(self, way: str) -> Delivered:
        """One more by *way*, the name of a field."""
        return replace(self, **{way: getattr(self, way) + 1})


@dataclass(frozen=True, slots=True)
class Given:
    """What is told to an asker, and where that leaves the submission."""

    text: str
    legal_basis: str | None
    faq_entry_id: str | None = None
    to: SubmissionState = SubmissionState.ANSWERED

    @property
    def reason(self) -> str:
        """Why the submission moves: a word of its history."""
        return "redirected" if self.to is SubmissionState.REDIRECTED else "answered"


async def give_all(work: Work, first: Submission, given: Given) -> Delivered:
    """The one way in which words go out: to everybody of the group of *first*."""
    delivered = Delivered()
    for one in await groups.everybody(work, first):
        delivered = delivered.plus(await give(work, one, given))
    work.audit(
        "answer.redirected" if given.to is SubmissionState.REDIRECTED else "answer.released",
        "submission",
        first.id,
        unit_id=first.commune_id,
        here=delivered.here,
        by_head=delivered.by_head,
        nobody=delivered.nobody,
    )
    return delivered


async def give(work: Work, submission: Submission, given: Given) -> str:
    """Keep the answer under one code and tell its asker; the way it went."""
    answer = Answer(
        submission_id=submission.id,
        text=given.text,
        legal_basis=given.legal_basis,
        form=AnswerForm.MESSAGE,
        faq_entry_id=given.faq_entry_id,
        prepared_by_id=work.actor_id,
        approved_by_id=work.actor_id,
        created_at=work.now,
    )
    work.uow.submissions.add(answer)
    await submissions.move(work, submission, given.to, given.reason)
    await work.uow.flush()
    await work.uow.untold.forget_answers(submission.id)
    return await deliver(work, submission, answer)


async def deliver(work: Work, submission: Submission, answer: Answer) -> str:
    """Queue *answer*, or leave it to the officials when it reaches nobody; the way it went.

    What is told at the meeting is kept as an answer given there.
    """
    way = await _way(work, submission, answer)
    answer.form = AnswerForm.MEETING if way == "at_meeting" else AnswerForm.MESSAGE
    if way == "nobody":
        work.uow.untold.add(
            Untold(
                commune_id=submission.commune_id,
                village_id=submission.village_id,
                person_id=submission.asker_id,
                answer_id=answer.id,
                purpose=ANSWER,
                since=work.now,
            )
        )
    return way


async def _way(work: Work, submission: Submission, answer: Answer) -> str:
    asker = await _person(work, submission.asker_id)
    wish = submission.return_channel
    if wish is ReturnChannel.MEETING and await told_at(work, submission) is None:
        wish = ReturnChannel.HERE
    if asker is not None and wish is not ReturnChannel.VILLAGE_HEAD:
        here = wish is ReturnChannel.HERE
        key = "answer-notice" if here else "answer-notice-meeting"
        if await _tell(work, asker, submission, answer, key):
            return "here" if here else "at_meeting"
    if await deliver_by_head(work, submission, answer):
        return "by_head"
    # The wish cannot be kept: better here than not at all.
    if (
        asker is not None
        and wish is ReturnChannel.VILLAGE_HEAD
        and await _tell(work, asker, submission, answer, "answer-notice")
    ):
        return "here"
    return "at_meeting" if wish is ReturnChannel.MEETING else "nobody"


async def deliver_by_head(
    work: Work, submission: Submission, answer: Answer, *, chosen: bool = False
) -> bool:
    """Ask a head to read *answer* out; False when no head may know it or can be written to.

    *chosen*: an official asks for it, see :func:`readers`.
    """
    for person in await readers(work, submission, chosen=chosen):
        if await _tell(work, person, submission, answer, "answer-notice-head"):
            answer.form = AnswerForm.MESSAGE
            return True
    return False


async def told_at(work: Work, submission: Submission) -> DialogueSession | None:
    """The meeting at which the asker wants to hear the answer, while it is still to come."""
    if submission.return_channel is not ReturnChannel.MEETING:
        return None
    if submission.dialogue_session_id is None:
        return None
    meeting = await work.uow.dialogue_sessions.get(submission.dialogue_session_id)
    if meeting is None or meeting.state in _OVER:
        return None
    begins = meeting.starts_at
    return meeting if begins is None or begins + LONGEST_MEETING > work.now else None


async def readers(work: Work, submission: Submission, *, chosen: bool = False) -> Sequence[Person]:
    """Who may read the answer out: the head who sent it, else the heads of the village.

    The heads only where the asker wished so, or never had an account; where an official has
    *chosen* this way also when it was to be said at a meeting. What was said to the commune alone
    never goes to a head. Somebody who asked without giving the name is not pointed out to a head
    who does not know, nor is whoever told of danger: it may be the head they fear. A head whose
    role has ended reads nothing out any more.
    """
    teller = await _person(work, submission.teller_id)
    if teller is not None and reads_out(teller, submission):
        return [teller]
    if submission.village_id is None or not heads_may_read(submission, chosen=chosen):
        return []
    return await work.uow.people.with_role(Role.VILLAGE_HEAD, [submission.village_id])


def reads_out(teller: Person | None, submission: Submission) -> bool:
    """Whether *teller*, who sent it for somebody, still reads the answer out."""
    return teller is not None and submission_reading.concerns(teller, submission)


def heads_may_read(submission: Submission, *, chosen: bool) -> bool:
    """Whether heads of the village may know the answer, see :func:`readers`."""
    if submission.anonymous or submission.danger is not None or submission.village_id is None:
        return False
    wishes = {ReturnChannel.VILLAGE_HEAD, *([ReturnChannel.MEETING] if chosen else [])}
    # with a neighbour's account, which was erased since, there was one: the wish holds
    had_none = submission.asker_id is None and submission.asked_for is None
    return had_none or submission.return_channel in wishes


async def _person(work: Work, person_id: int | None) -> Person | None:
    return await work.uow.people.get(person_id) if person_id else None


async def _tell(
    work: Work, person: Person, submission: Submission, answer: Answer, key: str
) -> bool:
    params = {"code": codes.shown(submission.code), "text": answer.text}
    if key == "answer-notice-head":
        params["name"] = await _asker_words(work, person, submission)
    if answer.legal_basis:
        basis = answer.legal_basis.rstrip(".")
        said = work.texts.render(person.language, "answer-basis", {"basis": basis})
        params["text"] = f"{answer.text}\n{said}"
    replaced = corrected_by(submission, answer)
    if replaced is not None:
        told = {"day": date_words(replaced.created_at)}
        said = work.texts.render(person.language, "answer-replaces", told)
        params["text"] = f"{params['text']}\n{said}"
    if key == "answer-notice-meeting":
        params.pop("text")
    own = submission_reading.concerns(person, submission)
    if person.id == submission.asker_id and submission.asked_for is not None:
        key, params = _for_other(submission, key, params)
    if replaced is not None and "text" not in params:
        key = f"{key}-corrected"
    asked = submission_reading.in_short(submission) if own else ""
    if asked and key in _WITH_QUESTION:
        key, params["asked"] = _WITH_QUESTION[key], asked
    queued = await notices.tell(
        work, person, key, params, purpose=ANSWER, answer_id=answer.id, wanted=own
    )
    return queued is not None


def corrected_by(submission: Submission, answer: Answer | None = None) -> Answer | None:
    """The answer that *answer* replaces; without it, the one that a new answer would replace."""
    before = [one for one in submission.answers if answer is None or one.id < answer.id]
    return before[-1] if before else None


def _for_other(
    submission: Submission, key: str, params: dict[str, str]
) -> tuple[str, dict[str, str]]:
    """The notice that names for whom it is; the words of another household only by their code."""
    params = {**params, "name": submission.asker_name or ""}
    if key == "answer-notice" and submission.asked_for is AskedFor.FAMILY:
        return "answer-notice-other", params
    params.pop("text", None)
    return "answer-notice-neighbour", params


async def _asker_words(work: Work, person: Person, submission: Submission) -> str:
    village = await work.uow.units.get(submission.village_id) if submission.village_id else None
    name = submission.asker_name
    if name is None:
        asker = await _person(work, submission.asker_id)
        name = asker.display_name if asker else None
    if name is None:
        name = work.texts.render(person.language, "answer-a-household")
    return f"{name}, {village.name}" if village else name
