"""A turn that the database breaks off, so that another may go on, is run anew a few times."""

from __future__ import annotations

import pytest
from sqlalchemy import select
from sqlalchemy.exc import DBAPIError

from bot.turns import Turns
from storage.models import InboundMessage
from tests.acting import acting
from tests.chat import Chat
from tests.integration.households import say, storage_of, stored, text_of

MOST_RUNS = 4


class _BrokenOffError(Exception):
    """What the driver raises."""

    sqlstate = "40P01"


def _broken(monkeypatch: pytest.MonkeyPatch, times: int) -> list[None]:
    """The next *times* turns are broken off; what is returned grows by every run of one."""
    runs: list[None] = []
    replies = Turns.replies

    async def run(*args: object) -> object:
        runs.append(None)
        if len(runs) <= times:
            raise DBAPIError("SELECT 1", {}, _BrokenOffError())
        return await replies(*args)  # type: ignore[arg-type]

    monkeypatch.setattr(Turns, "replies", run)
    return runs


async def _errors(chat: Chat) -> list[str | None]:
    return await stored(chat, select(InboundMessage.error_id).order_by(InboundMessage.id))


@pytest.mark.parametrize("times", [1, MOST_RUNS - 1])
async def test_nobody_sees_that_a_turn_was_run_anew(
    chat: Chat, monkeypatch: pytest.MonkeyPatch, times: int
) -> None:
    runs = _broken(monkeypatch, times)
    assert "Họp lúc" in text_of(await say(chat, "H", "lịch họp"))
    assert len(runs) == times + 1
    assert await _errors(chat) == [None]


async def test_a_turn_that_is_broken_off_every_time_failed(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    runs = _broken(monkeypatch, 99)
    told = text_of(await say(chat, "H", "lịch họp"))
    assert len(runs) == MOST_RUNS
    (error,) = await _errors(chat)
    assert error is not None
    assert error.upper() in told


async def test_who_is_read_anew_keeps_what_this_turn_changed(chat: Chat) -> None:
    assert chat.world is not None
    number = chat.world.people["H"].id
    async with storage_of(chat) as storage, acting(storage, number, chat.clock.now) as work:
        assert work.actor is not None
        work.actor.display_name = "Lò Mẫu Ba"
        again = await work.uow.people.get(number, anew=True)
        assert again is work.actor
        assert work.actor.display_name == "Lò Mẫu Ba"
