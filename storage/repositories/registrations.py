"""Seats and waiting lists."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import case, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Registration, RegistrationState

SEATED = (RegistrationState.REGISTERED, RegistrationState.ATTENDED)
LIVE = (*SEATED, RegistrationState.WAITLISTED, RegistrationState.REQUESTED)


IN_LIST_ORDER = (
    Registration.state == RegistrationState.WAITLISTED,
    # Who moved up keeps the old ticket: it orders only those who still wait.
    case(
        (Registration.state == RegistrationState.WAITLISTED, Registration.wait_position),
        else_=0,
    ),
    Registration.id,
)
"""Seats by entry, then the waiting list in its order: the one order of every list of a village."""


class Registrations:
    """Registrations of a village at a dialogue session. Callers hold the quota row's lock."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened

    def add(self, registration: Registration) -> None:
        """Keep a new registration."""
        self._opened.add(registration)

    async def get(self, registration_id: int) -> Registration | None:
        """One registration."""
        return await self._opened.get(Registration, registration_id, populate_existing=True)

    async def seated(self, session_id: int, village_id: int) -> int:
        """How many hold a seat."""
        return await self.count(session_id, village_id, SEATED)

    async def count(
        self, session_id: int, village_id: int, states: Sequence[RegistrationState]
    ) -> int:
        """How many are in one of *states*."""
        query = (
            select(func.count())
            .select_from(Registration)
            .where(
                Registration.dialogue_session_id == session_id,
                Registration.village_id == village_id,
                Registration.state.in_(states),
            )
        )
        return (await self._opened.scalars(query)).one()

    async def counts(self, session_id: int) -> dict[tuple[int, RegistrationState], int]:
        """How many per village and state."""
        query = (
            select(Registration.village_id, Registration.state, func.count())
            .where(Registration.dialogue_session_id == session_id)
            .group_by(Registration.village_id, Registration.state)
        )
        rows = (await self._opened.execute(query)).all()
        return {(village, state): count for village, state, count in rows}

    async def same_person(
        self,
        session_id: int,
        village_id: int,
        attendee_key: str,
        *,
        other_than: int | None = None,
        states: Sequence[RegistrationState] = LIVE,
    ) -> Registration | None:
        """A live registration under the same folded name, *other_than* one's own."""
        query = (
            select(Registration)
            .where(
                Registration.dialogue_session_id == session_id,
                Registration.village_id == village_id,
                Registration.attendee_key == attendee_key,
                Registration.state.in_(states),
            )
            .order_by(Registration.id)
            .limit(1)
        )
        if other_than is not None:
            query = query.where(Registration.id != other_than)
        return (await self._opened.scalars(query)).first()

    async def first_waiting(self, session_id: int, village_id: int) -> Registration | None:
        """Who is next when a seat frees."""
        query = (
            select(Registration)
            .where(
                Registration.dialogue_session_id == session_id,
                Registration.village_id == village_id,
                Registration.state == RegistrationState.WAITLISTED,
            )
            .order_by(Registration.wait_position)
            .limit(1)
        )
        return (await self._opened.scalars(query)).first()

    async def of_village(
        self,
        session_id: int,
        village_id: int,
        states: Sequence[RegistrationState] = (*SEATED, RegistrationState.WAITLISTED),
    ) -> Sequence[Registration]:
        """Registrations of a village: seats in order of entry, then the waiting list in order."""
        query = (
            select(Registration)
            .where(
                Registration.dialogue_session_id == session_id,
                Registration.village_id == village_id,
                Registration.state.in_(states),
            )
            .order_by(*IN_LIST_ORDER)
        )
        return (await self._opened.scalars(query)).all()

    async def of_session(
        self, session_id: int, states: Sequence[RegistrationState]
    ) -> Sequence[Registration]:
        """Registrations of a whole session."""
        query = (
            select(Registration)
            .where(Registration.dialogue_session_id == session_id, Registration.state.in_(states))
            .order_by(Registration.village_id, Registration.id)
        )
        return (await self._opened.scalars(query)).all()

    async def told_households(
        self, session_id: int, village_id: int, states: Sequence[RegistrationState] = LIVE
    ) -> set[int]:
        """Ids of households of whom somebody stands on the list and knows of the session."""
        query = select(Registration.household_id).where(
            Registration.dialogue_session_id == session_id,
            Registration.village_id == village_id,
            Registration.household_id.is_not(None),
            Registration.told_statement,
            Registration.state.in_(states),
        )
        return {one for one in await self._opened.scalars(query) if one is not None}

    async def of_person(self, person_id: int) -> Sequence[Registration]:
        """Registrations of a person's own account."""
        query = select(Registration).where(Registration.person_id == person_id)
        return (await self._opened.scalars(query.order_by(Registration.id))).all()
