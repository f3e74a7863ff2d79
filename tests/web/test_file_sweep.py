"""Bytes that nothing refers to any more, after a crash or a draft given up."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import event

from bot.app import App
from handlers.messages import Incoming
from tests.web.file_store import JPEG, aged, keep_in_talk, keep_row, keeper_of, left, pieces


async def test_what_nothing_refers_to_is_swept_after_an_hour(app: App) -> None:
    keeper = keeper_of(app)
    sent, drafted, lost, fresh = [
        await keeper.keep("webchat", "a", chunks=pieces(JPEG + bytes([n]))) for n in range(4)
    ]
    await keep_row(app, "a", sent)
    await keep_in_talk(app, "a", drafted)
    half = keeper.path(lost.storage_key).with_name("half.part")
    half.write_bytes(b"half")
    for path in (*(keeper.path(one.storage_key) for one in (sent, drafted, lost)), half):
        aged(path, 1.1)
    aged(keeper.path(fresh.storage_key), 0.9)
    assert await keeper.sweep() == 2
    assert {path.name for path in left(app.settings)} == {
        one.storage_key for one in (sent, drafted, fresh)
    }


async def test_bytes_that_a_crash_left_after_an_erasure_are_swept(app: App) -> None:
    """Killed after the commit, before the bytes are gone: the next sweep finishes."""
    keeper = keeper_of(app)
    kept = await keeper.keep("webchat", "a", chunks=pieces(JPEG))
    await keep_row(app, "a", kept)
    path = aged(keeper.path(kept.storage_key), 2)
    assert await keeper.sweep() == 0

    class KilledError(BaseException):
        pass

    def kill(_key: str) -> None:
        raise KilledError

    app.storage.file_dropped = kill
    await app.intake.receive(Incoming("webchat", "a", "e0", text="xoá"))
    with pytest.raises(KilledError):
        await app.intake.receive(Incoming("webchat", "a", "e1", text="1"))
    assert left(app.settings) == [path]
    assert await keeper_of(app).sweep() == 1
    assert left(app.settings) == []


async def test_the_sweep_asks_once_for_many_files(app: App) -> None:
    keeper = keeper_of(app)
    kept = await keeper.keep("webchat", "a", chunks=pieces(JPEG))
    await keep_row(app, "a", kept)
    aged(keeper.path(kept.storage_key), 2)
    for number in range(100):
        path = keeper.path(f"{number:040x}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(JPEG)
        aged(path, 2)
    asked: list[str] = []

    def note(*given: Any) -> None:
        asked.append(given[2])

    engine = app.storage.database.engine.sync_engine
    event.listen(engine, "before_cursor_execute", note)
    assert await keeper.sweep() == 100
    event.remove(engine, "before_cursor_execute", note)
    assert sum("attachment" in statement for statement in asked) == 1
    assert len(asked) <= 3
    assert [path.name for path in left(app.settings)] == [kept.storage_key]


async def test_the_files_of_another_database_are_left_alone(app: App) -> None:
    """A wrong database URL must not cost a commune its files."""
    keeper = keeper_of(app)
    for number in range(30):
        path = keeper.path(f"{number:040x}")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(JPEG)
        aged(path, 2)
    assert await keeper.sweep() == 0
    assert len(left(app.settings)) == 30
