"""Any order of registering, leaving, replacing and promoting agrees with a very simple model."""

from __future__ import annotations

import asyncio
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any, ClassVar

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import (
    RuleBasedStateMachine,
    invariant,
    precondition,
    rule,
    run_state_machine_as_test,
)

from handlers.errors import RuleError
from handlers.services import registrations, seat_changes, seat_requests, seats
from storage.database import Database
from storage.migrate import upgrade
from storage.models import DialogueSession, Registration, RegistrationState, VillageQuota
from storage.unit_of_work import Storage
from tests.acting import acting
from tests.clock import Clock
from tests.worlds import World, announced

NAMES = st.sampled_from([f"Mẫu {one}" for one in ("Mai", "Lan", "Cúc", "Hoa", "Đào", "Sen", "Mơ")])
HOLDING = (RegistrationState.REGISTERED, RegistrationState.WAITLISTED)


class Village(RuleBasedStateMachine):
    """A village of few seats; the model is a list of seats and a queue."""

    storage: ClassVar[Storage]
    world: ClassVar[World]
    runner: ClassVar[asyncio.Runner]
    clock: ClassVar[Clock]

    def __init__(self) -> None:
        super().__init__()
        self.size = 2
        self.seated: list[str] = []
        self.queue: list[str] = []
        self.asked: list[str] = []
        self.meeting = self.runner.run(self._new_meeting())
        self.village = self.world.villages[2].id

    async def _new_meeting(self) -> int:
        first = self.world.dialogue_session
        assert first is not None
        async with self.storage.write() as uow:
            meeting = DialogueSession(
                unit_id=first.unit_id,
                title=first.title,
                state=first.state,
                starts_at=first.starts_at,
                created_at=first.created_at,
            )
            uow.dialogue_sessions.add(meeting)
            await uow.flush()
            uow.dialogue_sessions.add(
                VillageQuota(
                    dialogue_session_id=meeting.id, village_id=self.world.villages[2].id, seats=2
                )
            )
            await uow.commit()
            return meeting.id

    # -- what the model does ----------------------------------------------------------------------

    def _fill(self) -> None:
        while self.queue and len(self.seated) < self.size:
            self.seated.append(self.queue.pop(0))

    def _enter(self, name: str) -> None:
        self.queue.append(name)
        self._fill()

    @property
    def known(self) -> list[str]:
        return [*self.seated, *self.queue, *self.asked]

    # -- acts -------------------------------------------------------------------------------------

    def _do(self, who: str, act: Any) -> Any:
        async def run() -> Any:
            async with acting(self.storage, self.world.people[who].id, self.clock()) as work:
                try:
                    return await act(work)
                except RuleError as refused:
                    return refused.key

        return self.runner.run(run())

    def _row(self, name: str, states: tuple[RegistrationState, ...] = HOLDING) -> Registration:
        return next(row for row in self._rows(states) if row.attendee_name == name)

    def _rows(self, states: tuple[RegistrationState, ...]) -> list[Registration]:
        async def read(work: Any) -> list[Registration]:
            return list(await work.uow.registrations.of_village(self.meeting, self.village, states))

        return list(self._do("T", read))

    @rule(name=NAMES, passing_over=st.booleans())
    def register(self, name: str, passing_over: bool) -> None:
        open_requests = len(self.asked)
        got = self._do(
            "T",
            lambda work: registrations.register(
                work,
                self.meeting,
                self.village,
                name,
                source="village_head",
                told_statement=True,
                passing_over=open_requests if passing_over else 0,
            ),
        )
        left = self.size - len(self.seated)
        if name in self.known:
            assert got == "registration-same-person"
        elif left and not passing_over and open_requests >= left:
            assert got == "registration-requests-open"
        else:
            self._enter(name)

    @rule(name=NAMES)
    def ask(self, name: str) -> None:
        person = self.world.people["H"]
        got = self._do(
            "H",
            lambda work: seat_requests.ask(work, self.meeting, self.village, person, name=name),
        )
        if isinstance(got, str):
            assert got == "registration-already-yours"
        else:
            self.asked.append(name)

    @precondition(lambda self: self.asked)
    @rule(data=st.data(), accept=st.booleans())
    def decide(self, data: st.DataObject, accept: bool) -> None:
        name = data.draw(st.sampled_from(self.asked))
        row = self._row(name, (RegistrationState.REQUESTED,))
        self._do(
            "T",
            lambda work: seat_requests.decide(work, row.id, accept, other_person=False),
        )
        self.asked.remove(name)
        if accept and name not in self.known:
            self._enter(name)

    @precondition(lambda self: self.seated or self.queue)
    @rule(data=st.data())
    def cancel(self, data: st.DataObject) -> None:
        name = data.draw(st.sampled_from([*self.seated, *self.queue]))
        row = self._row(name)
        self._do("T", lambda work: seat_changes.cancel(work, row.id))
        (self.seated if name in self.seated else self.queue).remove(name)
        self._fill()

    @precondition(lambda self: self.seated or self.queue)
    @rule(data=st.data(), name=NAMES)
    def replace(self, data: st.DataObject, name: str) -> None:
        old = data.draw(st.sampled_from([*self.seated, *self.queue]))
        row = self._row(old)
        got = self._do(
            "T", lambda work: seat_changes.replace(work, row.id, name, told_statement=True)
        )
        if (name in self.known and name != old) or name in self.asked:
            assert got == "registration-same-person"
            return
        part = self.seated if old in self.seated else self.queue
        part[part.index(old)] = name

    @rule(more=st.integers(0, 2))
    def give_seats(self, more: int) -> None:
        async def raise_seats(work: Any) -> None:
            quota = await work.uow.dialogue_sessions.quota(self.meeting, self.village, lock=True)
            quota.seats += more
            await seats.fill(work, await seats.meeting_of(work, self.meeting), quota)

        self._do("O", raise_seats)
        self.size += more
        self._fill()

    # -- what always holds ------------------------------------------------------------------------

    @invariant()
    def agrees(self) -> None:
        rows = self._rows(HOLDING)
        seated = [row for row in rows if row.state is RegistrationState.REGISTERED]
        waiting = [row for row in rows if row.state is RegistrationState.WAITLISTED]
        assert len(seated) <= self.size
        assert sorted(row.attendee_name for row in seated) == sorted(self.seated)
        assert [row.attendee_name for row in waiting] == self.queue
        tickets = [row.wait_position or 0 for row in waiting]
        assert tickets == sorted(set(tickets))


@contextmanager
def opened(url: str) -> Iterator[None]:
    with asyncio.Runner() as runner:
        Village.runner, Village.clock = runner, Clock()
        database = Database(url, synchronous="NORMAL")
        runner.run(upgrade(database))
        Village.storage = Storage(database)
        Village.world = runner.run(announced(Village.storage, Village.clock()))
        try:
            yield
        finally:
            runner.run(database.close())


@pytest.mark.slow
def test_any_order_of_acts_agrees_with_the_model(tmp_path: Path) -> None:
    with opened(f"sqlite:///{tmp_path / 'model.sqlite3'}"):
        run_state_machine_as_test(
            Village,
            settings=settings(
                max_examples=12,
                stateful_step_count=25,
                deadline=None,
                suppress_health_check=list(HealthCheck),
            ),
        )
