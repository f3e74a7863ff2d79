"""The store of private files: what is taken, what is refused, what is left behind."""

from __future__ import annotations

import io
import os
import zipfile
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App, build, migrate
from bot.channels.webchat import WebChatChannel
from bot.config import Settings
from bot.files import FileKeeper, FileRefused, sniff
from handlers.faq_book import FaqBook
from handlers.messages import File, Incoming, Kind
from storage.models import Attachment, AttachmentKind
from tests.channels.work import work_of
from tests.clock import Clock

JPEG = b"\xff\xd8\xff\xe0" + b"j" * 1000


async def pieces(content: bytes, size: int = 300) -> AsyncIterator[bytes]:
    for start in range(0, len(content), size):
        yield content[start : start + size]


def archive(*names: str) -> bytes:
    made = io.BytesIO()
    with zipfile.ZipFile(made, "w") as opened:
        for name in names:
            opened.writestr(name, "x")
    return made.getvalue()


@pytest.mark.parametrize(
    ("content", "wanted"),
    [
        (JPEG, ("photo", "image/jpeg")),
        (b"\x89PNG\r\n\x1a\nrest", ("photo", "image/png")),
        (b"RIFF\x00\x00\x00\x00WEBPVP8 ", ("photo", "image/webp")),
        (b"OggS\x00rest", ("voice", "audio/ogg")),
        (b"\x1aE\xdf\xa3rest", ("voice", "audio/webm")),
        (b"RIFF\x00\x00\x00\x00WAVEfmt ", ("voice", "audio/wav")),
        (b"\x00\x00\x00\x18ftypM4A rest", ("voice", "audio/mp4")),
        (b"\x00\x00\x00\x18ftypisomrest", ("voice", "audio/mp4")),
        (b"ID3\x04rest", ("voice", "audio/mpeg")),
        (b"\xff\xfb\x90\x00", ("voice", "audio/mpeg")),
        (b"\xff\xf1\x50\x80", ("voice", "audio/aac")),
        (b"%PDF-1.7", ("document", "application/pdf")),
        (b"\x00\x00\x00\x18ftypheicrest", None),
        (b"<svg xmlns=", None),
        (b"<html><script>", None),
        (b"MZ\x90\x00", None),
        (b"\xff", None),
        (b"\xff\x00", None),
        (b"", None),
        (b"PK\x03\x04 broken", None),
        (archive("a.txt"), None),
        (archive("[Content_Types].xml", "word/document.xml", "word/vbaProject.bin"), None),
    ],
)
def test_a_file_is_what_its_bytes_say(
    tmp_path: Path, content: bytes, wanted: tuple[str, str] | None
) -> None:
    path = tmp_path / "photo.jpg"
    path.write_bytes(content)
    assert sniff(path) == wanted


@pytest.mark.parametrize("folder", ["word", "xl"])
def test_office_documents_are_documents(tmp_path: Path, folder: str) -> None:
    path = tmp_path / "x"
    path.write_bytes(archive("[Content_Types].xml", f"{folder}/main.xml"))
    found = sniff(path)
    assert found is not None
    assert found[0] == "document"


def left(settings: Settings) -> list[Path]:
    return [path for path in settings.files_dir.rglob("*") if path.is_file()]


async def test_a_file_is_kept_privately(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path, min_free_mb=0)
    kept = await FileKeeper(settings).keep("webchat", "a", chunks=pieces(JPEG), size=len(JPEG))
    path = FileKeeper(settings).path(kept.storage_key)
    assert path.read_bytes() == JPEG
    assert path.stat().st_mode & 0o077 == 0
    assert settings.files_dir.stat().st_mode & 0o077 == 0
    assert kept.size == len(JPEG)
    assert left(settings) == [path]
    await FileKeeper(settings).delete(kept.storage_key)
    await FileKeeper(settings).delete(kept.storage_key)
    assert left(settings) == []


@pytest.mark.parametrize("key", ["", "../../etc/passwd", "A" * 40, "g" * 40, "a" * 39])
def test_only_our_own_keys_are_paths(tmp_path: Path, key: str) -> None:
    keeper = FileKeeper(Settings(_env_file=None, data_dir=tmp_path))
    with pytest.raises(ValueError, match="storage key"):
        keeper.path(key)


@pytest.mark.parametrize("said", [None, 5, 2 * 1024 * 1024])
async def test_too_large_is_refused_whatever_the_sender_says(
    tmp_path: Path, said: int | None
) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path, max_file_mb=1, min_free_mb=0)
    content = JPEG + b"x" * 1024 * 1024
    with pytest.raises(FileRefused) as refused:
        await FileKeeper(settings).keep("w", "a", chunks=pieces(content, 65536), size=said)
    assert refused.value.kind is Kind.TOO_BIG
    assert left(settings) == []


async def test_the_allowance_of_a_day(tmp_path: Path, clock: Clock) -> None:
    settings = Settings(
        _env_file=None, data_dir=tmp_path, max_file_mb=1, max_day_mb=2, min_free_mb=0
    )
    keeper = FileKeeper(settings)
    keeper._clock = clock
    big = JPEG + b"x" * (1024 * 1024 - len(JPEG))
    for _ in range(2):
        await keeper.keep("w", "a", chunks=pieces(big, 65536))
    with pytest.raises(FileRefused) as refused:
        await keeper.keep("w", "a", chunks=pieces(JPEG))
    assert refused.value.kind is Kind.NO_ROOM
    await keeper.keep("w", "b", chunks=pieces(JPEG))
    clock.forward(days=1)
    await keeper.keep("w", "a", chunks=pieces(JPEG))


async def test_the_rest_of_an_allowance_is_enforced_while_reading(tmp_path: Path) -> None:
    settings = Settings(
        _env_file=None, data_dir=tmp_path, max_file_mb=1, max_day_mb=1, min_free_mb=0
    )
    keeper = FileKeeper(settings)
    await keeper.keep("w", "a", chunks=pieces(JPEG + b"x" * 900_000, 65536))
    with pytest.raises(FileRefused) as refused:
        await keeper.keep("w", "a", chunks=pieces(JPEG + b"x" * 400_000, 65536))
    assert refused.value.kind is Kind.NO_ROOM
    assert len(left(settings)) == 1


async def test_the_disk_is_never_filled(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path, min_free_mb=500)
    keeper = FileKeeper(settings, free_bytes=lambda _folder: 499 * 1024 * 1024)
    with pytest.raises(FileRefused) as refused:
        await keeper.keep("w", "a", chunks=pieces(JPEG))
    assert refused.value.kind is Kind.NO_ROOM
    assert left(settings) == []


async def test_a_broken_line_leaves_nothing(tmp_path: Path) -> None:
    settings = Settings(_env_file=None, data_dir=tmp_path, min_free_mb=0)

    async def torn() -> AsyncIterator[bytes]:
        yield JPEG
        raise ConnectionResetError

    with pytest.raises(ConnectionResetError):
        await FileKeeper(settings).keep("w", "a", chunks=torn())
    assert left(settings) == []


@pytest.fixture
async def app(settings: Settings, clock: Clock, book: FaqBook) -> AsyncIterator[App]:
    await migrate(settings)
    made = await build(settings, {"webchat": WebChatChannel()}, clock=clock, book=book)
    yield made
    await made.storage.database.close()


async def keep_row(app: App, address: str, file: File) -> None:
    async with work_of(app) as work:
        account = await work.uow.people.address_or_new(
            "webchat", address, now=work.now, commune_id=None
        )
        work.uow.submissions.add(
            Attachment(
                person_id=account.person_id,
                kind=AttachmentKind(file.kind),
                content_type=file.content_type,
                size=file.size,
                sha256=file.sha256,
                storage_key=file.storage_key,
                created_at=work.now,
            )
        )


async def test_files_of_earlier_processes_count(app: App, clock: Clock) -> None:
    settings = app.settings.model_copy(update={"max_day_mb": 1, "min_free_mb": 0})
    first, second = FileKeeper(settings), FileKeeper(settings)
    for keeper in (first, second):
        keeper.connect(app.storage, clock)
    kept = await first.keep("webchat", "a", chunks=pieces(JPEG + b"x" * 1_040_000, 65536))
    await keep_row(app, "a", kept)
    with pytest.raises(FileRefused) as refused:
        await second.keep("webchat", "a", chunks=pieces(JPEG + b"x" * 20_000), size=21_004)
    assert refused.value.kind is Kind.NO_ROOM


async def test_a_file_that_no_step_took_is_removed(app: App, clock: Clock) -> None:
    keeper = FileKeeper(app.settings.model_copy(update={"min_free_mb": 0}))
    keeper.connect(app.storage, clock)
    kept = await keeper.keep("webchat", "a", chunks=pieces(JPEG))
    incoming = Incoming("webchat", "a", "1", kind=Kind.FILE, files=(kept,))
    await keep_row(app, "a", kept)
    assert await keeper.drop_unused(incoming) == 0
    other = await keeper.keep("webchat", "a", chunks=pieces(JPEG))
    async with work_of(app) as work:
        account = await work.uow.people.address("webchat", "a")
        assert account is not None
        talk = await work.uow.conversations.locked(account, work.now)
        talk.frames = [{"flow": "x", "data": {"files": [{"storage_key": other.storage_key}]}}]
    draft = Incoming("webchat", "a", "2", kind=Kind.FILE, files=(other,))
    assert await keeper.drop_unused(draft) == 0
    third = await keeper.keep("webchat", "a", chunks=pieces(JPEG))
    lost = Incoming("webchat", "a", "3", kind=Kind.FILE, files=(third,))
    assert await keeper.drop_unused(lost) == 1
    assert {path.name for path in left(app.settings)} == {kept.storage_key, other.storage_key}


async def test_bytes_go_right_after_an_erasure(app: App, clock: Clock) -> None:
    keeper = FileKeeper(app.settings.model_copy(update={"min_free_mb": 0}))
    keeper.connect(app.storage, clock)
    kept = await keeper.keep("webchat", "a", chunks=pieces(JPEG))
    await keep_row(app, "a", kept)
    async with app.storage.write() as uow:  # rolled back: nothing is removed
        uow.drop_file(kept.storage_key)
    assert len(left(app.settings)) == 1
    for number, text in enumerate(("xoá", "1")):
        await app.intake.receive(Incoming("webchat", "a", f"e{number}", text=text))
    assert left(app.settings) == []


async def test_what_is_no_key_breaks_no_turn(app: App, clock: Clock) -> None:
    FileKeeper(app.settings).connect(app.storage, clock)
    async with app.storage.write() as uow:
        uow.drop_file("../no key")
        await uow.commit()


async def test_old_bytes_that_no_row_knows_are_swept(app: App, clock: Clock) -> None:
    keeper = FileKeeper(app.settings.model_copy(update={"min_free_mb": 0}))
    keeper.connect(app.storage, clock)
    known, lost, fresh = [
        await keeper.keep("webchat", "a", chunks=pieces(JPEG + bytes([n]))) for n in range(3)
    ]
    await keep_row(app, "a", known)
    old = clock().timestamp() - 10 * 86400
    part = keeper.path(lost.storage_key).with_name("half.part")
    part.write_bytes(b"half")
    for path in (keeper.path(known.storage_key), keeper.path(lost.storage_key), part):
        os.utime(path, (old, old))
    os.utime(keeper.path(fresh.storage_key), (clock().timestamp(), clock().timestamp()))
    from datetime import timedelta

    assert await keeper.sweep(clock() - timedelta(days=8)) == 2
    assert {path.name for path in left(app.settings)} == {known.storage_key, fresh.storage_key}
