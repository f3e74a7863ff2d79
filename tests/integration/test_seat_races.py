"""Registrars race for seats from several operating-system processes, on both databases."""

from __future__ import annotations

import asyncio
import json
import sys
from collections import Counter
from typing import Any

import pytest

from bot.config import Settings
from handlers.services import seat_requests
from storage.models import Registration, RegistrationState
from storage.unit_of_work import Storage
from tests.acting import acting
from tests.clock import Clock
from tests.worlds import World, announced, full_village

PROCESSES = 4
LETTERS = "abcdeghiklmnopqrstuvxy"


def name(number: int) -> str:
    """A name of letters alone, a new one for each number."""
    return f"Mẫu {LETTERS[number // 22]}a {LETTERS[number % 22]}o".title()


async def race(settings: Settings, task: dict[str, Any], acts: list[list[Any]]) -> list[str]:
    """Do *acts* from several processes, all let loose together; what each came to."""
    started = [
        await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "tests.seat_racer",
            settings.effective_database_url,
            stdin=asyncio.subprocess.PIPE,
            stdout=asyncio.subprocess.PIPE,
        )
        for _ in range(PROCESSES)
    ]
    for one in started:
        assert one.stdout is not None
        assert await one.stdout.readline() == b"ready\n"
    lines = [
        json.dumps({**task, "acts": acts[place::PROCESSES]}) + "\n" for place in range(PROCESSES)
    ]
    answers = await asyncio.gather(
        *(one.communicate(line.encode()) for one, line in zip(started, lines, strict=True))
    )
    assert [one.returncode for one in started] == [0] * PROCESSES
    return [result for out, _ in answers for result in json.loads(out)]


def task_of(world: World, clock: Clock, actor: str = "T") -> dict[str, Any]:
    assert world.dialogue_session is not None
    return {
        "actor": world.people[actor].id,
        "meeting": world.dialogue_session.id,
        "village": world.villages[2].id,
        "now": clock().isoformat(),
    }


async def everybody(storage: Storage, world: World, village: int = 2) -> list[Registration]:
    assert world.dialogue_session is not None
    async with storage.read() as uow:
        return list(
            await uow.registrations.of_village(
                world.dialogue_session.id, world.villages[village].id, tuple(RegistrationState)
            )
        )


@pytest.mark.slow
async def test_two_hundred_people_for_fifteen_seats(
    settings: Settings, storage: Storage, clock: Clock
) -> None:
    world = await announced(storage, clock())
    acts = [["register", name(number)] for number in range(200)]
    results = await race(settings, task_of(world, clock), acts)
    assert Counter(results) == {"registered": 15, "waitlisted": 185}
    rows = await everybody(storage, world)
    assert len({row.attendee_key for row in rows}) == 200
    seated = [row for row in rows if row.state is RegistrationState.REGISTERED]
    waiting = [row for row in rows if row.state is RegistrationState.WAITLISTED]
    assert len(seated) == 15
    assert [row.wait_position for row in waiting] == list(range(1, 186))


@pytest.mark.slow
async def test_leaving_and_coming_at_once_neither_exceeds_nor_strands_a_seat(
    settings: Settings, storage: Storage, clock: Clock
) -> None:
    world = await full_village(storage, clock())
    before = await everybody(storage, world)
    leaving: list[list[Any]] = [["cancel", row.id] for row in before if row.id % 2]
    # Some are taken off twice at the same moment: only one of the two may free the seat.
    acts = [*leaving, *leaving[:4], *(["register", name(number)] for number in range(30))]
    acts = [act for place in range(7) for act in acts[place::7]]
    results = Counter(await race(settings, task_of(world, clock), acts))
    assert results["cancelled"] == len(leaving)
    assert results["registration-gone"] == 4
    assert results["registered"] + results["waitlisted"] == 30
    states = Counter(row.state for row in await everybody(storage, world))
    assert states[RegistrationState.REGISTERED] == 15
    assert states[RegistrationState.CANCELLED] == len(leaving)
    assert states[RegistrationState.WAITLISTED] == len(before) + 30 - len(leaving) - 15


@pytest.mark.slow
async def test_moves_in_opposite_directions_never_wait_for_each_other_in_a_ring(
    settings: Settings, storage: Storage, clock: Clock
) -> None:
    world = await full_village(storage, clock())
    official = task_of(world, clock, "O")
    there = {**official, "village": world.villages[3].id}
    await race(settings, there, [["register", name(number)] for number in range(18)])
    moves: list[list[Any]] = [
        ["move", row.id, world.villages[3].id] for row in (await everybody(storage, world))[:8]
    ]
    moves += [
        ["move", row.id, world.villages[2].id] for row in (await everybody(storage, world, 3))[:8]
    ]
    results = await race(settings, official, [act for k in range(8) for act in moves[k::8]])
    assert set(results) <= {"registered", "waitlisted"}
    both = [await everybody(storage, world, village) for village in (2, 3)]
    assert sum(len(rows) for rows in both) == 16 + 18
    for rows in both:
        states = Counter(row.state for row in rows)
        assert states[RegistrationState.REGISTERED] == 15


@pytest.mark.slow
async def test_the_last_seat_that_a_household_asks_for_goes_to_one_of_many(
    settings: Settings, storage: Storage, clock: Clock
) -> None:
    """Without the registrar's word it stays free; with it one gets it, the request may lose."""
    world = await full_village(storage, clock())
    first, *_, waiting = await everybody(storage, world)
    task = task_of(world, clock)
    await race(settings, task, [["cancel", waiting.id]])
    await race(settings, task, [["cancel", first.id]])
    assert world.dialogue_session is not None
    async with acting(storage, world.people["H"].id, clock()) as work:
        assert work.actor is not None
        village = world.villages[2].id
        asked = await seat_requests.ask(work, world.dialogue_session.id, village, work.actor)
    taking: list[list[Any]] = [["register", name(number)] for number in range(12)]
    assert set(await race(settings, task, taking)) == {"registration-requests-open"}
    acts = [*taking[:6], ["accept", asked.id], *taking[6:]]
    results = Counter(await race(settings, {**task, "passing_over": 1}, acts))
    assert results == {"registered": 1, "waitlisted": 12}
    states = Counter(row.state for row in await everybody(storage, world))
    assert states[RegistrationState.REGISTERED] == 15
    assert states[RegistrationState.REQUESTED] == 0
