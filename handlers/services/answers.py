"""Answering what households sent: an answer, who hears it and how; and other decisions about it.

An answer goes to every asker of the group under the asker's own code: to their own account, or
through the village head when there is none or when they wished so. A wish that cannot be kept (no
head, no meeting ahead) falls back to the own account.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from difflib import SequenceMatcher

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import codes, groups, notices, submission_reading, submissions
from handlers.services.session_deadlines import LONGEST_MEETING
from storage.models import (
    Answer,
    AnswerForm,
    Person,
    ReturnChannel,
    Role,
    SessionState,
    Submission,
    SubmissionState,
)

LONGEST = 2000
"""Characters of an answer; it must fit every channel together with the code."""
LONGEST_BASIS = 300

_CLOSED = frozenset(
    {
        SubmissionState.WITHDRAWN,
        SubmissionState.DUPLICATE,
        SubmissionState.CLOSED,
    }
)


_WITH_QUESTION = {
    "answer-notice": "answer-notice-asked",
    "answer-notice-head": "answer-notice-head-asked",
}
_OVER = frozenset({SessionState.CONCLUDED, SessionState.CANCELLED})


class ChangedMeanwhile(RuleError):
    """Somebody else saved first: nothing was kept, nothing is sent.

    ``first`` is the answer that stands now, if one was given; ``version`` is the present one.
    """

    def __init__(self, submission: Submission, text: str) -> None:
        answer = submission.answers[-1].text if submission.answers else None
        key = "answer-changed-answered" if answer else "answer-changed"
        params = {"code": codes.shown(submission.code)}
        if answer:
            params |= {"first": answer, "changes": changes(answer, text)}
        super().__init__(key, **params)
        self.first = answer
        self.version = submission.version


@dataclass(frozen=True, slots=True)
class Delivered:
    """How many askers hear the answer, and how."""

    here: int = 0
    by_head: int = 0
    at_meeting: int = 0
    nobody: int = 0
    """Nobody could be told: no account, and no village head."""

    def plus(self, way: str) -> Delivered:
        """One more by *way*, the name of a field."""
        return replace(self, **{way: getattr(self, way) + 1})


def changes(first: str, second: str) -> str:
    """The second text against the first, word by word: "[- gone] [+ new]", the rest as it is."""
    before, after = first.split(), second.split()
    parts: list[str] = []
    matcher = SequenceMatcher(None, before, after, autojunk=False)
    for kind, start, end, other_start, other_end in matcher.get_opcodes():
        if kind == "equal":
            parts.append(" ".join(before[start:end]))
            continue
        if end > start:
            parts.append(f"[- {' '.join(before[start:end])}]")
        if other_end > other_start:
            parts.append(f"[+ {' '.join(after[other_start:other_end])}]")
    return " ".join(parts)


async def answer(
    work: Work,
    submission_id: int,
    text: str,
    legal_basis: str | None,
    expected_version: int,
    *,
    faq_entry_id: str | None = None,
) -> Delivered:
    """Release an answer: kept, moved to "đã trả lời", told to every asker of the group.

    Raises ``RuleError``: an empty or too long text, a closed submission, or
    :class:`ChangedMeanwhile` when *expected_version* is not the present one.
    """
    text = text.strip()
    basis = (legal_basis or "").strip() or None
    if not text or len(text) > LONGEST or len(basis or "") > LONGEST_BASIS:
        raise RuleError("answer-text-wrong", most=LONGEST)
    found = await _open_one(work, submission_id, expected_version, text)
    return await _give_all(work, found, _Given(text, basis, faq_entry_id))


@dataclass(frozen=True, slots=True)
class _Given:
    text: str
    legal_basis: str | None
    faq_entry_id: str | None = None
    to: SubmissionState = SubmissionState.ANSWERED

    @property
    def reason(self) -> str:
        """Why the submission moves: a word of its history."""
        return "redirected" if self.to is SubmissionState.REDIRECTED else "answered"


async def _give_all(work: Work, first: Submission, given: _Given) -> Delivered:
    """The one way in which words go out: to everybody of the group of *first*."""
    delivered = Delivered()
    for one in await groups.everybody(work, first):
        delivered = delivered.plus(await _give(work, one, given))
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


async def _give(work: Work, submission: Submission, given: _Given) -> str:
    """Keep the answer under one code and tell its asker; the way it went."""
    work.uow.submissions.add(
        Answer(
            submission_id=submission.id,
            text=given.text,
            legal_basis=given.legal_basis,
            form=AnswerForm.MESSAGE,
            faq_entry_id=given.faq_entry_id,
            prepared_by_id=work.actor_id,
            approved_by_id=work.actor_id,
            created_at=work.now,
        )
    )
    await submissions.move(work, submission, given.to, given.reason)
    await work.uow.flush()
    return await _deliver(work, submission, given)


async def _deliver(work: Work, submission: Submission, given: _Given) -> str:
    asker = await _person(work, submission.asker_id)
    wish = submission.return_channel
    if wish is ReturnChannel.MEETING and not await _is_ahead(work, submission):
        wish = ReturnChannel.HERE
    if asker is not None and wish is not ReturnChannel.VILLAGE_HEAD:
        here = wish is ReturnChannel.HERE
        key = "answer-notice" if here else "answer-notice-meeting"
        if await _tell(work, asker, submission, given, key):
            return "here" if here else "at_meeting"
    for person in await _bearers(work, submission):
        if await _tell(work, person, submission, given, "answer-notice-head"):
            return "by_head"
    # The wish cannot be kept: better here than not at all.
    if (
        asker is not None
        and wish is ReturnChannel.VILLAGE_HEAD
        and await _tell(work, asker, submission, given, "answer-notice")
    ):
        return "here"
    return "at_meeting" if wish is ReturnChannel.MEETING else "nobody"


async def _is_ahead(work: Work, submission: Submission) -> bool:
    """Whether the meeting at which the answer should be given is still to come."""
    if submission.dialogue_session_id is None:
        return False
    meeting = await work.uow.dialogue_sessions.get(submission.dialogue_session_id)
    if meeting is None or meeting.state in _OVER:
        return False
    return meeting.starts_at is None or meeting.starts_at + LONGEST_MEETING > work.now


async def _bearers(work: Work, submission: Submission) -> Sequence[Person]:
    """Who may carry the answer: the head who sent it, else the heads of the village.

    Somebody who asked without giving the name is not pointed out to a head who does not know.
    """
    teller = await _person(work, submission.teller_id)
    if teller is not None:
        return [teller]
    if submission.anonymous or submission.village_id is None:
        return []
    return await work.uow.people.with_role(Role.VILLAGE_HEAD, [submission.village_id])


async def _person(work: Work, person_id: int | None) -> Person | None:
    return await work.uow.people.get(person_id) if person_id else None


async def _tell(
    work: Work, person: Person, submission: Submission, given: _Given, key: str
) -> bool:
    params = {"code": codes.shown(submission.code), "text": given.text}
    if key == "answer-notice-head":
        params["name"] = await _asker_words(work, person, submission)
    if given.legal_basis:
        basis = given.legal_basis.rstrip(".")
        said = work.texts.render(person.language, "answer-basis", {"basis": basis})
        params["text"] = f"{given.text}\n{said}"
    if key == "answer-notice-meeting":
        params.pop("text")
    own = person.id in {submission.asker_id, submission.teller_id}
    asked = submission_reading.in_short(submission) if own else ""
    if asked and key in _WITH_QUESTION:
        key, params["asked"] = _WITH_QUESTION[key], asked
    queued = await notices.tell(
        work,
        person,
        key,
        params,
        purpose="answer",
        wanted=own,
    )
    return queued is not None


async def _asker_words(work: Work, person: Person, submission: Submission) -> str:
    village = await work.uow.units.get(submission.village_id) if submission.village_id else None
    name = submission.asker_name
    if name is None:
        asker = await _person(work, submission.asker_id)
        name = asker.display_name if asker else None
    if name is None:
        name = work.texts.render(person.language, "answer-a-household")
    return f"{name}, {village.name}" if village else name


# -- other decisions ----------------------------------------------------------------------------


async def assign(work: Work, submission_id: int, official_id: int, expected_version: int) -> Person:
    """Give a submission to another official, who is told. Raises ``RuleError``."""
    found = await _open_one(work, submission_id, expected_version)
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
    found = await _open_one(work, submission_id, expected_version)
    found.topic = topic
    found.version += 1
    found.changed_at = work.now
    work.audit("submission.topic_changed", "submission", found.id, unit_id=found.commune_id)


async def mark_duplicate(
    work: Work, submission_id: int, code: str, expected_version: int
) -> Submission:
    """Say that a submission asks the same as the one of *code*, whose answer it will get.

    Each keeps its code and its words. Duplicates of this one follow it. When the other has been
    answered already, the asker is told that answer now. Returns the other. Raises ``RuleError``.
    """
    other = await find_other(work, submission_id, code)
    await groups.lock(work, (submission_id, other.id))
    found = await _open_one(work, submission_id, expected_version)
    if other.state is SubmissionState.WITHDRAWN or other.group_id is not None:
        raise RuleError("answer-duplicate-wrong")  # it changed before it was locked
    _check_marks(found, other)  # once more: an official may have marked it meanwhile
    members = [found, *await work.uow.submissions.group(found.id)]
    for one in members:
        one.group_id = other.id
        await submissions.move(work, one, SubmissionState.DUPLICATE, "same_as_other")
    if other.answers:
        last = other.answers[-1]
        given = _Given(last.text, last.legal_basis, last.faq_entry_id, _told_state(other))
        for one in members:
            await _give(work, one, given)
    return other


def _told_state(other: Submission) -> SubmissionState:
    """Where a duplicate of *other* ends that is told now what *other* was told."""
    redirected = other.state is SubmissionState.REDIRECTED
    return SubmissionState.REDIRECTED if redirected else SubmissionState.ANSWERED


async def find_other(work: Work, submission_id: int, code: str) -> Submission:
    """The submission of a typed code, or the one whose answer it waits for.

    Raises ``RuleError``: unknown in the commune of *submission_id*, or the same one.
    """
    found = await access.submission(work, submission_id)
    commune = await work.uow.units.get(found.commune_id)
    typed = codes.read(code)
    kept = typed.kept(commune.code_prefix if commune else None) if typed else ""
    other = await work.uow.submissions.by_code(kept)
    if other is not None and other.group_id is not None:
        other = await work.uow.submissions.get(other.group_id)
    if other is None or other.commune_id != found.commune_id:
        raise RuleError("answer-code-unknown")
    if other.id == found.id or other.state is SubmissionState.WITHDRAWN:
        raise RuleError("answer-duplicate-wrong")
    _check_marks(found, other)
    return other


def _check_marks(found: Submission, other: Submission) -> None:
    """An answer to something urgent never stands in the lists for others: ``RuleError``."""
    if other.danger is not None and found.danger is None:
        raise RuleError("answer-duplicate-danger")


async def redirect(work: Work, submission_id: int, where: str, expected_version: int) -> Delivered:
    """Point everybody of the group to the office in charge, in words; that ends it.

    Law 42/2013/QH13: what is not in one's competence is passed on and the sender is told.
    Raises ``RuleError``.
    """
    where = where.strip()
    if not where or len(where) > LONGEST:
        raise RuleError("answer-text-wrong", most=LONGEST)
    found = await _open_one(work, submission_id, expected_version)
    return await _give_all(work, found, _Given(where, None, to=SubmissionState.REDIRECTED))


async def _open_one(
    work: Work, submission_id: int, expected_version: int, text: str = ""
) -> Submission:
    """The submission with its group, locked; *text* is what would be told. Raises ``RuleError``."""
    found = await access.submission(work, submission_id)
    await groups.lock(work, (found.id,))
    if found.version != expected_version:
        raise ChangedMeanwhile(found, text)
    if found.state in _CLOSED:
        raise RuleError("answer-closed")
    return found
