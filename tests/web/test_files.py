"""The store of private files: what is taken, what is refused, what is left behind."""

from __future__ import annotations

import asyncio
import errno
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from structlog.testing import capture_logs

from bot.app import App
from bot.config import Settings
from bot.files import FileKeeper, FileRefused
from bot.ticks import run_ticks
from handlers.messages import File, Incoming, Kind
from tests.clock import Clock
from tests.web.file_store import (
    JPEG,
    MB,
    keep_in_talk,
    keep_row,
    keeper_of,
    left,
    photo,
    pieces,
)


async def test_a_file_is_kept_privately(app: App) -> None:
    keeper = keeper_of(app)
    kept = await keeper.keep("webchat", "a", chunks=pieces(JPEG), size=len(JPEG))
    path = keeper.path(kept.storage_key)
    assert path.read_bytes() == JPEG
    assert path.stat().st_mode & 0o077 == 0
    assert app.settings.files_dir.stat().st_mode & 0o077 == 0
    assert kept.size == len(JPEG)
    assert left(app.settings) == [path]
    await keeper.delete(kept.storage_key)
    await keeper.delete(kept.storage_key)
    assert left(app.settings) == []


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "A" * 40, "g" * 40, "a" * 39])
def test_only_our_own_keys_are_paths(tmp_path: Path, key: str) -> None:
    keeper = FileKeeper(Settings(_env_file=None, data_dir=tmp_path))
    with pytest.raises(ValueError, match="storage key"):
        keeper.path(key)


@pytest.mark.parametrize("said", [None, 5, 2 * MB])
async def test_too_large_is_refused_whatever_the_sender_says(app: App, said: int | None) -> None:
    keeper = keeper_of(app, max_file_mb=1)
    with pytest.raises(FileRefused) as refused:
        await keeper.keep("w", "a", chunks=pieces(JPEG + b"x" * MB, 65536), size=said)
    assert refused.value.kind is Kind.TOO_BIG
    assert left(app.settings) == []


async def test_the_allowance_of_a_day(app: App, clock: Clock) -> None:
    keeper = keeper_of(app, max_file_mb=1, max_day_mb=2)
    for _ in range(2):
        await keeper.keep("w", "a", chunks=pieces(photo(MB), 65536), size=MB)
    with pytest.raises(FileRefused) as refused:
        await keeper.keep("w", "a", chunks=pieces(JPEG), size=len(JPEG))
    assert refused.value.kind is Kind.NO_ROOM
    await keeper.keep("w", "b", chunks=pieces(JPEG))
    clock.forward(days=1)
    await run_ticks(app)  # forgets yesterday's count
    await keeper.keep("w", "a", chunks=pieces(JPEG))


@pytest.mark.parametrize("said", [None, 1, 400_000])
async def test_the_rest_of_an_allowance_is_enforced_while_reading(
    app: App, said: int | None
) -> None:
    keeper = keeper_of(app, max_file_mb=1, max_day_mb=1)
    await keeper.keep("w", "a", chunks=pieces(photo(900_000), 65536))
    with pytest.raises(FileRefused) as refused:
        await keeper.keep("w", "a", chunks=pieces(photo(400_000), 65536), size=said)
    assert refused.value.kind is Kind.NO_ROOM
    assert len(left(app.settings)) == 1


async def test_files_sent_at_the_same_time_share_one_allowance(app: App) -> None:
    """Eight at once, from a new account, to two processes: only as many as fit are kept."""
    keepers = [keeper_of(app, max_file_mb=1, max_day_mb=3) for _ in range(2)]
    size = 900_000
    outcomes = await asyncio.gather(
        *(
            keepers[n % 2].keep("webchat", "a", chunks=pieces(photo(size), 65536), size=size)
            for n in range(8)
        ),
        return_exceptions=True,
    )
    kept = [one for one in outcomes if isinstance(one, File)]
    refused = [one for one in outcomes if isinstance(one, FileRefused)]
    assert [one.kind for one in refused] == [Kind.NO_ROOM] * 5
    assert len(kept) == 3
    assert len(left(app.settings)) == 3


async def test_what_is_not_kept_is_not_counted(app: App) -> None:
    keeper = keeper_of(app, max_file_mb=1, max_day_mb=1)

    async def torn() -> AsyncIterator[bytes]:
        yield JPEG
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await keeper.keep("w", "a", chunks=torn(), size=MB)
    with pytest.raises(FileRefused) as refused:
        await keeper.keep("w", "a", chunks=pieces(bytes(MB), 65536), size=MB)
    assert refused.value.kind is Kind.UNKNOWN
    # Announced as large, small in the end: the rest is free again.
    await keeper.keep("w", "a", chunks=pieces(JPEG), size=MB)
    rest = MB - len(JPEG)
    await keeper.keep("w", "a", chunks=pieces(photo(rest), 65536), size=rest)
    assert len(left(app.settings)) == 2


@pytest.mark.parametrize("place", ["_create", "_sync_folder"])
async def test_a_disk_that_refuses_costs_the_file_and_not_the_message(
    app: App, monkeypatch: pytest.MonkeyPatch, place: str
) -> None:
    def full(*_given: object) -> None:
        raise OSError(errno.ENOSPC, "No space left on device")

    keeper = keeper_of(app, max_file_mb=1, max_day_mb=1)
    with monkeypatch.context() as patch:
        patch.setattr(f"bot.files.{place}", full)
        with pytest.raises(FileRefused) as refused:
            await keeper.keep("w", "a", chunks=pieces(photo(MB)), size=MB)
    assert refused.value.kind is Kind.NO_ROOM
    # Nothing of the day's allowance is gone with it.
    await keeper.keep("w", "a", chunks=pieces(photo(MB)), size=MB)


@pytest.mark.parametrize(
    ("said", "logged"),
    [
        ("image/heic", "image/heic"),
        ("Audio/OGG; codecs=opus", "audio/ogg"),
        ("", ""),
        ("ông Mẫu Quýt lấy tiền", "other"),
        ("image/jpeg Mẫu Quýt", "other"),
        ("text/plain; name=Mẫu Quýt", "text/plain"),
        ("x" * 5000, "other"),
    ],
)
async def test_a_refusal_logs_no_word_of_the_sender(app: App, said: str, logged: str) -> None:
    keeper = keeper_of(app)
    with capture_logs() as lines, pytest.raises(FileRefused):
        await keeper.keep("w", "a", chunks=pieces(b"no file"), kind=said, content_type=said)
    [line] = [one for one in lines if one["event"] == "file_refused"]
    assert line["said_type"] == logged
    assert "Quýt" not in str(line)
    assert len(str(line)) < 300


async def test_the_disk_is_never_filled(app: App) -> None:
    settings = app.settings.model_copy(update={"min_free_mb": 500})
    keeper = FileKeeper(settings, free_bytes=lambda _folder: 499 * MB)
    keeper.connect(app.storage, app.clock, None)
    with pytest.raises(FileRefused) as refused:
        await keeper.keep("w", "a", chunks=pieces(JPEG))
    assert refused.value.kind is Kind.NO_ROOM
    assert left(settings) == []


async def test_a_file_that_no_step_took_is_removed(app: App, clock: Clock) -> None:
    keeper = keeper_of(app)
    kept = await keeper.keep("webchat", "a", chunks=pieces(JPEG))
    incoming = Incoming("webchat", "a", "1", kind=Kind.FILE, files=(kept,))
    await keep_row(app, "a", kept)
    assert await keeper.drop_unused(incoming) == 0
    other = await keeper.keep("webchat", "a", chunks=pieces(JPEG))
    await keep_in_talk(app, "a", other)
    draft = Incoming("webchat", "a", "2", kind=Kind.FILE, files=(other,))
    assert await keeper.drop_unused(draft) == 0
    third = await keeper.keep("webchat", "a", chunks=pieces(JPEG))
    lost = Incoming("webchat", "a", "3", kind=Kind.FILE, files=(third,))
    assert await keeper.drop_unused(lost) == 1
    assert {path.name for path in left(app.settings)} == {kept.storage_key, other.storage_key}


async def test_what_no_step_took_counts_towards_no_day(app: App) -> None:
    """Seven times nearly the whole of a day, and the next photo is still taken."""
    keeper = keeper_of(app, max_file_mb=1, max_day_mb=1)
    for number in range(7):
        file = await keeper.keep("w", "a", chunks=pieces(photo(900_000), 65536))
        assert await keeper.drop_unused(Incoming("w", "a", str(number), files=(file,))) == 1
    kept = await keeper.keep("webchat", "a", chunks=pieces(photo(900_000), 65536))
    await keep_row(app, "a", kept)
    assert await keeper.drop_unused(Incoming("webchat", "a", "8", files=(kept,))) == 0
    with pytest.raises(FileRefused):
        await keeper.keep("webchat", "a", chunks=pieces(photo(900_000), 65536))


async def test_a_file_dropped_after_midnight_makes_no_negative_count(
    app: App, clock: Clock
) -> None:
    keeper = keeper_of(app, max_file_mb=1, max_day_mb=1)
    late = await keeper.keep("w", "a", chunks=pieces(photo(900_000), 65536))
    clock.forward(days=1)
    await keeper.keep("w", "a", chunks=pieces(JPEG))
    await keeper.drop_unused(Incoming("w", "a", "1", files=(late,)))
    await keeper.keep("w", "a", chunks=pieces(photo(MB), 65536))
    with pytest.raises(FileRefused):
        await keeper.keep("w", "a", chunks=pieces(JPEG))


async def test_bytes_go_right_after_an_erasure(app: App, clock: Clock) -> None:
    keeper = keeper_of(app)
    kept = await keeper.keep("webchat", "a", chunks=pieces(JPEG))
    await keep_row(app, "a", kept)
    async with app.storage.write() as uow:  # rolled back: nothing is removed
        uow.drop_file(kept.storage_key)
    assert len(left(app.settings)) == 1
    for number, text in enumerate(("xoá", "1")):
        await app.intake.receive(Incoming("webchat", "a", f"e{number}", text=text))
    assert left(app.settings) == []


async def test_what_is_no_key_breaks_no_turn(app: App, clock: Clock) -> None:
    keeper_of(app)
    async with app.storage.write() as uow:
        uow.drop_file("../no key")
        await uow.commit()
