"""Reads for lists that leave the system: plain columns into small dataclasses, page by page.

Nothing here loads a mapped object: ten thousand rows pass through without staying in memory.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import ColumnElement, CompoundSelect, and_, exists, func, or_, select, union
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from storage.models import (
    Answer,
    AnswerForm,
    Attachment,
    Household,
    Person,
    PovertyStatus,
    Registration,
    RegistrationState,
    ReturnChannel,
    Submission,
    SubmissionEvent,
    SubmissionKind,
    SubmissionState,
    ToldHow,
    Unit,
    Untold,
)
from storage.repositories.registrations import IN_LIST_ORDER

_UPPER = (SubmissionState.REFERRED_UP.value, SubmissionState.UPPER_ANSWERED.value)


@dataclass(frozen=True, slots=True)
class SubmissionsOf:
    """Those of one dialogue session, or those of a commune that belong to none (None)."""

    commune_id: int
    session_id: int | None

    def condition(self) -> ColumnElement[bool]:
        """As a condition of a query."""
        if self.session_id is not None:
            return Submission.dialogue_session_id == self.session_id
        return and_(
            Submission.commune_id == self.commune_id, Submission.dialogue_session_id.is_(None)
        )


@dataclass(frozen=True, slots=True)
class SubmissionPlace:
    """Where a submission stands in a list: what it is sorted and counted by."""

    id: int
    topic: str | None
    village_id: int | None


@dataclass(frozen=True, slots=True)
class SubmissionRow:
    """One line of a list of submissions."""

    id: int
    code: str
    kind: SubmissionKind
    state: SubmissionState
    asker_name: str | None
    """As told, or of the account; None after erasure."""
    household_head: str | None
    anonymous: bool
    on_behalf: bool
    """Sent by the village head for somebody."""
    text: str
    danger: str | None
    phone: str | None
    """Of the account that asked, to call back."""
    created_at: datetime
    late: bool
    due_at: datetime | None
    group_code: str | None
    """Code of the submission of which this one is a duplicate."""
    went_up: bool
    """It was passed to a higher office at some time."""
    by_head: bool
    """The answer goes through the village head: who sent it, or as it was wished."""
    topic_guessed: bool
    """Its field was told by nobody."""
    files: int
    answer: AnswerLine | None


@dataclass(frozen=True, slots=True)
class AnswerLine:
    """The latest answer to a submission, or to the one it is a duplicate of."""

    text: str
    legal_basis: str | None
    form: AnswerForm
    answered_by: str | None
    waits: bool
    """It reached nobody, and waits for an official to tell it."""
    told: ToldHow | None
    """How an official saw to it, where it had reached nobody."""
    replaces: datetime | None
    """When the answer was given that this one corrects."""


@dataclass(frozen=True, slots=True)
class AttendeeRow:
    """One line of an attendance list."""

    id: int
    village_id: int
    name: str
    category: PovertyStatus | None
    office: str | None
    phone: str | None
    household_head: str | None
    source: str
    state: RegistrationState
    wait_position: int | None


class Queries:
    """Reads over one transaction."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened

    async def submission_places(
        self, of: SubmissionsOf, *, urgent: bool = False, after_id: int, limit: int
    ) -> list[SubmissionPlace]:
        """Submissions above *after_id* that were not taken back, by id.

        Either those that tell of danger (*urgent*) or all others: they never share a list.
        """
        query = (
            select(Submission.id, Submission.topic, Submission.village_id)
            .where(
                of.condition(),
                Submission.state != SubmissionState.WITHDRAWN,
                Submission.danger.is_not(None) if urgent else Submission.danger.is_(None),
                Submission.id > after_id,
            )
            .order_by(Submission.id)
            .limit(limit)
        )
        rows = (await self._opened.execute(query)).all()
        return [SubmissionPlace(id_, topic, village) for id_, topic, village in rows]

    async def urgent_count(self, of: SubmissionsOf) -> int:
        """How many of them tell of danger."""
        query = select(func.count()).where(
            of.condition(),
            Submission.state != SubmissionState.WITHDRAWN,
            Submission.danger.is_not(None),
        )
        return (await self._opened.scalars(query)).one()

    async def submission_rows(self, ids: Sequence[int]) -> dict[int, SubmissionRow]:
        """Lines of a list by submission id; ids that do not exist are left out."""
        first = aliased(Submission)
        asker = aliased(Person)
        went_up = exists().where(
            SubmissionEvent.submission_id == func.coalesce(first.id, Submission.id),
            SubmissionEvent.to_state.in_(_UPPER),
        )
        query = (
            select(
                Submission.id,
                Submission.code,
                Submission.kind,
                Submission.state,
                func.coalesce(Submission.asker_name, asker.display_name),
                Household.head_name,
                Submission.anonymous,
                Submission.teller_id.is_not(None),
                Submission.text,
                Submission.danger,
                asker.phone,
                Submission.created_at,
                Submission.late,
                Submission.due_at,
                first.id,
                first.code,
                went_up,
                or_(
                    and_(Submission.asker_id.is_(None), Submission.teller_id.is_not(None)),
                    Submission.return_channel == ReturnChannel.VILLAGE_HEAD,
                ),
                Submission.topic_guessed,
            )
            .outerjoin(asker, asker.id == Submission.asker_id)
            .outerjoin(Household, Household.id == Submission.household_id)
            .outerjoin(first, first.id == Submission.group_id)
            .where(Submission.id.in_(ids))
        )
        rows: Sequence[Any] = (await self._opened.execute(query)).all()
        firsts = {row[0]: row[14] or row[0] for row in rows}
        answers = await self._answers({*firsts, *firsts.values()})
        files = await self._files(ids)
        found: dict[int, SubmissionRow] = {}
        for row in rows:
            answer = answers.get(row[0]) or answers.get(firsts[row[0]])
            values = (*row[:14], *row[15:], files.get(row[0], 0), answer)
            found[row[0]] = SubmissionRow(*values)
        return found

    async def _answers(self, ids: set[int]) -> Mapping[int, AnswerLine]:
        """The latest answer of each submission."""
        query = (
            select(
                Answer.submission_id,
                Answer.id,
                Answer.created_at,
                Answer.text,
                Answer.legal_basis,
                Answer.form,
                Person.display_name,
                and_(Untold.id.is_not(None), Untold.settled_at.is_(None)),
                Untold.how,
            )
            .outerjoin(Untold, Untold.answer_id == Answer.id)
            .outerjoin(
                Person, Person.id == func.coalesce(Answer.approved_by_id, Answer.prepared_by_id)
            )
            .where(Answer.submission_id.in_(ids))
            .order_by(Answer.id, Untold.id)
        )
        rows: Sequence[Any] = (await self._opened.execute(query)).all()
        lines: dict[int, AnswerLine] = {}
        last: dict[int, tuple[int, datetime]] = {}
        replaces: dict[int, datetime] = {}
        for row in rows:
            submission_id, answer_id, created_at = row[:3]
            before = last.get(submission_id)
            if before is not None and before[0] != answer_id:
                replaces[submission_id] = before[1]
            last[submission_id] = answer_id, created_at
            values = (*row[3:], replaces.get(submission_id))
            lines[submission_id] = AnswerLine(*values)
        return lines

    async def _files(self, ids: Sequence[int]) -> Mapping[int, int]:
        query = (
            select(Attachment.submission_id, func.count())
            .where(Attachment.submission_id.in_(ids))
            .group_by(Attachment.submission_id)
        )
        return {
            id_: count
            for id_, count in (await self._opened.execute(query)).all()
            if id_ is not None
        }

    async def attendees(
        self, session_id: int, village_id: int, states: Sequence[RegistrationState]
    ) -> list[AttendeeRow]:
        """Who of a village is in one of *states*: seats by entry, then the waiting list."""
        query = (
            select(
                Registration.id,
                Registration.village_id,
                Registration.attendee_name,
                Registration.category,
                Registration.office,
                Registration.phone,
                Household.head_name,
                Registration.source,
                Registration.state,
                Registration.wait_position,
            )
            .outerjoin(Household, Household.id == Registration.household_id)
            .where(
                Registration.dialogue_session_id == session_id,
                Registration.village_id == village_id,
                Registration.state.in_(states),
            )
            .order_by(*IN_LIST_ORDER)
        )
        rows: Sequence[Any] = (await self._opened.execute(query)).all()
        return [AttendeeRow(*row) for row in rows]

    async def known_names(self, session_id: int | None, commune_id: int) -> set[str]:
        """Names of people that we hold for a commune: what a text for others must not show.

        Of those with a seat at one dialogue session, or at any (None).
        """
        villages = select(Unit.id).where(Unit.parent_id == commune_id)
        query: CompoundSelect[Any] = union(
            select(Person.display_name).where(
                or_(Person.commune_id == commune_id, Person.village_id.in_(villages))
            ),
            select(Household.head_name).where(Household.village_id.in_(villages)),
            select(Submission.asker_name).where(Submission.commune_id == commune_id),
            select(Registration.attendee_name).where(
                Registration.village_id.in_(villages)
                if session_id is None
                else Registration.dialogue_session_id == session_id
            ),
        )
        return {name for (name,) in (await self._opened.execute(query)).all() if name}
