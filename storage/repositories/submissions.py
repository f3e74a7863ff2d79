"""Submissions, their history, answers and files."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

from sqlalchemy import ColumnElement, Select, and_, func, or_, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import (
    Answer,
    Attachment,
    AttachmentKind,
    ReturnChannel,
    Submission,
    SubmissionEvent,
    SubmissionState,
)


@dataclass(frozen=True, slots=True)
class SubmissionFilter:
    """What an official wants to see; None means any."""

    commune_id: int
    states: tuple[SubmissionState, ...] | None = None
    topic: str | None = None
    village_id: int | None = None
    dialogue_session_id: int | None = None
    without_session: bool = False
    """Only those that belong to no dialogue session."""
    overdue_at: datetime | None = None
    assignee_id: int | None = None

    def apply(self, query: Select[Submission]) -> Select[Submission]:
        """Add the conditions to *query*."""
        query = query.where(Submission.commune_id == self.commune_id)
        if self.states is not None:
            query = query.where(Submission.state.in_(self.states))
        if self.topic is not None:
            query = query.where(Submission.topic == self.topic)
        if self.village_id is not None:
            query = query.where(Submission.village_id == self.village_id)
        if self.dialogue_session_id is not None:
            query = query.where(Submission.dialogue_session_id == self.dialogue_session_id)
        if self.without_session:
            query = query.where(Submission.dialogue_session_id.is_(None))
        if self.assignee_id is not None:
            query = query.where(Submission.assignee_id == self.assignee_id)
        if self.overdue_at is not None:
            query = query.where(Submission.due_at < self.overdue_at)
        return query


class Submissions:
    """What households sent in."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened

    def add(self, row: Submission | SubmissionEvent | Answer | Attachment) -> None:
        """Keep a new row."""
        self._opened.add(row)

    async def get(self, submission_id: int, *, lock: bool = False) -> Submission | None:
        """One submission with its answers; *lock* before a change of state."""
        query = select(Submission).where(Submission.id == submission_id)
        if lock:
            query = query.with_for_update().execution_options(populate_existing=True)
        return (await self._opened.scalars(query)).one_or_none()

    async def by_code(self, code: str) -> Submission | None:
        """The submission of a code, written as kept: prefix and digits without blanks."""
        query = select(Submission).where(Submission.code == code)
        return (await self._opened.scalars(query)).one_or_none()

    async def code_exists(self, code: str) -> bool:
        """Whether a code is taken."""
        query = select(Submission.id).where(Submission.code == code)
        return (await self._opened.scalars(query)).first() is not None

    async def of_person(self, person_id: int, limit: int = 20) -> Sequence[Submission]:
        """What a person asked, or sent for others; the newest first."""
        query = (
            select(Submission)
            .where(or_(Submission.asker_id == person_id, Submission.teller_id == person_id))
            .order_by(Submission.id.desc())
            .limit(limit)
        )
        return (await self._opened.scalars(query)).all()

    async def all_of_asker(self, person_id: int) -> Sequence[Submission]:
        """Everything that a person's own account asked."""
        query = select(Submission).where(Submission.asker_id == person_id)
        return (await self._opened.scalars(query.order_by(Submission.id))).all()

    async def group(self, submission_id: int) -> Sequence[Submission]:
        """Duplicates whose answer is that of *submission_id*."""
        query = select(Submission).where(Submission.group_id == submission_id)
        return (await self._opened.scalars(query.order_by(Submission.id))).all()

    async def listed(
        self, wanted: SubmissionFilter, *, limit: int, offset: int = 0, latest: bool = False
    ) -> Sequence[Submission]:
        """A page of submissions: those that tell of danger, then the others; the oldest first.

        *latest*: by their last change instead, the newest first.
        """
        query = wanted.apply(select(Submission))
        if latest:
            query = query.order_by(Submission.changed_at.desc(), Submission.id.desc())
        else:
            query = query.order_by(Submission.danger.is_(None), Submission.id)
        query = query.limit(limit).offset(offset)
        return (await self._opened.scalars(query)).all()

    async def count(self, wanted: SubmissionFilter) -> int:
        """How many there are."""
        query = select(func.count()).select_from(wanted.apply(select(Submission)).subquery())
        return (await self._opened.scalars(query)).one()

    async def guessed_count(self, session_id: int) -> int:
        """How many of a dialogue session stand under a field that nobody told."""
        query = select(func.count()).where(
            Submission.dialogue_session_id == session_id,
            Submission.state != SubmissionState.WITHDRAWN,
            Submission.danger.is_(None),
            Submission.topic_guessed,
        )
        return (await self._opened.scalars(query)).one()

    async def topic_counts(self, session_id: int) -> Sequence[tuple[str | None, bool, int]]:
        """How many submissions of a dialogue session per topic, the most first.

        Those that tell of danger apart (True): they stand in a list of their own.
        """
        urgent = Submission.danger.is_not(None)
        query = (
            select(Submission.topic, urgent, func.count())
            .where(
                Submission.dialogue_session_id == session_id,
                Submission.state != SubmissionState.WITHDRAWN,
            )
            .group_by(Submission.topic, urgent)
            .order_by(func.count().desc(), Submission.topic.is_(None), Submission.topic)
        )
        rows = (await self._opened.execute(query)).all()
        return [(topic, bool(is_urgent), count) for topic, is_urgent, count in rows]

    async def count_with_head(self, village_id: int, states: Sequence[SubmissionState]) -> int:
        """How many of a village in these states have an answer that its head reads out."""
        query = select(func.count(Submission.id)).where(*_with_head(village_id, states))
        return (await self._opened.scalars(query)).one()

    async def with_head(
        self, village_id: int, states: Sequence[SubmissionState]
    ) -> Sequence[Submission]:
        """Those, the oldest first."""
        query = select(Submission).where(*_with_head(village_id, states)).order_by(Submission.id)
        return (await self._opened.scalars(query)).all()

    async def adopt(
        self,
        session_id: int,
        commune_id: int,
        village_ids: Sequence[int],
        states: Sequence[SubmissionState],
    ) -> list[int]:
        """Give submissions of no session, of these villages or of none, to a session; their ids.

        An answer that is being written meanwhile stays valid: the version does not change.
        """
        query = (
            update(Submission)
            .where(
                Submission.commune_id == commune_id,
                Submission.dialogue_session_id.is_(None),
                Submission.state.in_(states),
                or_(Submission.village_id.is_(None), Submission.village_id.in_(village_ids)),
            )
            .values(dialogue_session_id=session_id)
            .returning(Submission.id)
            .execution_options(synchronize_session=False)
        )
        return list((await self._opened.scalars(query)).all())

    async def release(self, session_id: int, states: Sequence[SubmissionState]) -> list[int]:
        """Take submissions in these states out of a session, late or not; their ids."""
        query = (
            update(Submission)
            .where(Submission.dialogue_session_id == session_id, Submission.state.in_(states))
            .values(dialogue_session_id=None, late=False)
            .returning(Submission.id)
            .execution_options(synchronize_session=False)
        )
        return list((await self._opened.scalars(query)).all())

    async def mark_issued(self, ids: Sequence[int], at: datetime) -> int:
        """These stand in a list that leaves the system at *at*; how many for the first time."""
        query = (
            update(Submission)
            .where(Submission.id.in_(ids), Submission.issued_at.is_(None))
            .values(issued_at=at)
            .returning(Submission.id)
            .execution_options(synchronize_session=False)
        )
        return len((await self._opened.scalars(query)).all())

    async def answered(self, answer_ids: Sequence[int]) -> dict[int, tuple[Answer, Submission]]:
        """Answers with what they answer, by id of the answer."""
        query = (
            select(Answer, Submission)
            .join(Submission, Submission.id == Answer.submission_id)
            .where(Answer.id.in_(answer_ids))
        )
        rows = (await self._opened.execute(query)).all()
        return {answer.id: (answer, submission) for answer, submission in rows}

    async def history(self, submission_id: int) -> Sequence[SubmissionEvent]:
        """Every change of state, in order."""
        query = select(SubmissionEvent).where(SubmissionEvent.submission_id == submission_id)
        return (await self._opened.scalars(query.order_by(SubmissionEvent.id))).all()

    async def attachments(self, submission_id: int) -> Sequence[Attachment]:
        """Files of a submission."""
        query = select(Attachment).where(Attachment.submission_id == submission_id)
        return (await self._opened.scalars(query.order_by(Attachment.id))).all()

    async def attachment(self, attachment_id: int) -> Attachment | None:
        """One file."""
        return await self._opened.get(Attachment, attachment_id)

    async def files_of_person(self, person_id: int) -> Sequence[Attachment]:
        """Files a person sent."""
        query = select(Attachment).where(Attachment.person_id == person_id)
        return (await self._opened.scalars(query.order_by(Attachment.id))).all()

    async def file_kinds(self, submission_ids: Sequence[int]) -> dict[int, set[AttachmentKind]]:
        """Which kinds of files came with each of these submissions."""
        query = (
            select(Attachment.submission_id, Attachment.kind)
            .where(Attachment.submission_id.in_(submission_ids))
            .distinct()
        )
        rows = [(of, kind) for of, kind in await self._opened.execute(query)]
        return {one: {kind for of, kind in rows if of == one} for one in submission_ids}

    async def delete_file(self, attachment: Attachment) -> None:
        """Drop the row of a file; the caller removes the bytes after commit."""
        await self._opened.delete(attachment)


def _with_head(
    village_id: int, states: Sequence[SubmissionState]
) -> tuple[ColumnElement[bool], ...]:
    sent_by_head = and_(Submission.asker_id.is_(None), Submission.teller_id.is_not(None))
    return (
        Submission.village_id == village_id,
        Submission.state.in_(states),
        or_(sent_by_head, Submission.return_channel == ReturnChannel.VILLAGE_HEAD),
    )
