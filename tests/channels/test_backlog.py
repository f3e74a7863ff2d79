"""Updates that are not confirmed yet: order, isolation, and when one is given up."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable

from bot.channels.backlog import Backlog

LONG = 30.0


class Waits:
    """Stands for sleeping: notes how long, and lets others run."""

    def __init__(self) -> None:
        self.asked: list[float] = []

    async def __call__(self, seconds: float) -> None:
        self.asked.append(seconds)
        await asyncio.sleep(0)


def noted(done: list[int], number: int) -> Callable[[], Awaitable[None]]:
    async def turn() -> None:
        done.append(number)

    return turn


async def test_the_offset_follows_the_oldest_that_is_open() -> None:
    backlog, done, gate = Backlog(), list[int](), asyncio.Event()

    async def slow() -> None:
        await gate.wait()
        done.append(10)

    assert backlog.offset == 0
    backlog.begin(10, 1, slow)
    backlog.begin(11, 1, noted(done, 11))
    backlog.begin(12, 2, noted(done, 12))
    backlog.skip(13)
    while 12 not in done:
        await backlog.settle(0)
    assert (backlog.offset, backlog.is_open, done) == (10, True, [12])
    # The platform gives all of them again, and one more: nothing runs twice.
    for number in (10, 11, 12):
        backlog.begin(number, 1, noted(done, number))
    backlog.skip(13)
    backlog.begin(14, 2, noted(done, 14))
    gate.set()
    await backlog.settle(LONG)
    assert (backlog.offset, backlog.is_open) == (15, False)
    assert sorted(done) == [10, 11, 12, 14]
    assert done.index(10) < done.index(11)


async def test_a_smaller_number_after_a_quiet_week_is_new() -> None:
    backlog, done = Backlog(), list[int]()
    backlog.begin(900, 1, noted(done, 900))
    await backlog.settle(LONG)
    backlog.begin(7, 1, noted(done, 7))
    await backlog.settle(LONG)
    assert done == [900, 7]
    assert backlog.offset == 8


async def test_a_failing_turn_comes_again_before_its_chat_goes_on() -> None:
    waits = Waits()
    backlog, done, failures = Backlog(waits), list[int](), 5

    async def stumbling() -> None:
        nonlocal failures
        if failures:
            failures -= 1
            raise ConnectionError("no database")
        done.append(1)

    backlog.begin(1, 1, stumbling)
    backlog.begin(2, 1, noted(done, 2))
    await backlog.settle(LONG)
    assert done == [1, 2]
    assert waits.asked == [1, 2, 4, 8, 16]


async def test_a_turn_that_fails_while_others_do_not_is_given_up() -> None:
    waits = Waits()
    backlog, done, tries = Backlog(waits), list[int](), 0

    async def poison() -> None:
        nonlocal tries
        tries += 1
        backlog.begin(100 + tries, 2, noted(done, 100 + tries))
        raise ValueError("never")

    backlog.begin(1, 1, poison)
    backlog.begin(2, 1, noted(done, 2))
    await backlog.settle(LONG)
    assert tries == 8
    assert 2 in done
    assert backlog.offset == 109


async def test_nothing_is_given_up_while_nobody_gets_through() -> None:
    waits = Waits()
    backlog, tries = Backlog(waits), 0

    async def away() -> None:
        nonlocal tries
        tries += 1
        raise ConnectionError("no database")

    backlog.begin(1, 1, away)
    backlog.begin(2, 2, away)
    while tries < 200:
        await asyncio.sleep(0)
    assert backlog.offset == 1
    assert max(waits.asked) == 30
    await backlog.close()
    assert backlog.offset == 1
