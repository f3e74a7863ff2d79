"""``doithoai chat``: standard input, notices of others, roles, files; and the rehearsal's clock."""

from __future__ import annotations

import asyncio
import os
import sys
from collections.abc import AsyncIterator, Callable, Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from pydantic import ValidationError
from sqlalchemy import update

from bot import demo, terminal_chat
from bot.app import App, build, migrate
from bot.channels.terminal import NAME, TerminalChannel
from bot.cli import main
from bot.config import Settings
from bot.terminal_chat import chat, keep, lines
from handlers.faq_book import FaqBook
from handlers.messages import Incoming, OutFile, Reply
from storage.models import Person
from tests.channels.work import work_of
from tests.clock import Clock
from tests.worlds import WORLDS


@dataclass
class Terminal:
    """Standard input and output of one process."""

    source: int
    written: list[str] = field(default_factory=list)
    changed: asyncio.Event = field(default_factory=asyncio.Event)

    def write(self, text: str) -> None:
        """What the process prints."""
        self.written.append(text)
        self.changed.set()

    def type(self, text: str) -> None:
        """Type a line."""
        os.write(self.source, text.encode() + b"\n")

    async def until(self, seen: Callable[[str], bool]) -> None:
        """Wait until something is shown."""
        async with asyncio.timeout(20):
            while not any(map(seen, self.written)):
                self.changed.clear()
                await self.changed.wait()


@pytest.fixture
def terminal(monkeypatch: pytest.MonkeyPatch) -> Iterator[Terminal]:
    """Pipes in place of the standard ones."""
    out, into = os.pipe()
    made = Terminal(into)
    with os.fdopen(out) as stdin:
        monkeypatch.setattr(sys, "stdin", stdin)
        monkeypatch.setattr(terminal_chat, "_write", made.write)
        yield made
        with pytest.MonkeyPatch.context():
            try:
                os.close(made.source)
            except OSError:
                return


@pytest.fixture
async def app(
    settings: Settings, clock: Clock, book: FaqBook, faq_cache: Path
) -> AsyncIterator[App]:
    """Another process over the same database, with no channel of its own."""
    (settings.data_dir / "cache").symlink_to(faq_cache, target_is_directory=True)
    await migrate(settings)
    made = await build(settings, {}, clock=clock, book=book)
    yield made
    await made.storage.database.close()


async def _tell(app: App, address: str, text: str, file: OutFile | None = None) -> None:
    async with work_of(app) as work:
        known = await work.uow.people.address(NAME, address)
        assert known is not None
        work.queue(known, Reply(text, files=(file,) if file else ()), purpose="notice")


async def test_notices_appear_at_opening_and_while_it_waits(
    app: App, settings: Settings, clock: Clock, terminal: Terminal
) -> None:
    await WORLDS["commune"](app.storage, clock())
    await _tell(app, "H", "Lời nhắn đã chờ sẵn.")
    await _tell(app, "T", "Của người khác.")
    window = asyncio.create_task(chat(settings, "H", None))
    await terminal.until(lambda text: text == "Lời nhắn đã chờ sẵn.")
    assert terminal.written == ["Lời nhắn đã chờ sẵn."], "who finds news is not greeted"
    await _tell(app, "H", "Lời nhắn mới.")
    await terminal.until(lambda text: text == "Lời nhắn mới.")
    terminal.type("menu")
    await terminal.until(lambda text: "Anh/chị cần việc gì?" in text)
    os.close(terminal.source)
    assert await window == 0
    async with app.storage.read() as uow:
        assert await uow.outbox.due_channels([NAME], clock()), (
            "T's notice is left for T's own window"
        )
        assert await uow.outbox.due_channels([NAME], clock(), address="T")
        assert not await uow.outbox.due_channels([NAME], clock(), address="H")


async def test_only_one_address_is_served(app: App, settings: Settings, clock: Clock) -> None:
    await WORLDS["commune"](app.storage, clock())
    for address in ("H", "T", "H"):
        await _tell(app, address, f"cho {address}")
    written: list[str] = []
    second = await build(
        settings, {NAME: TerminalChannel(written.append)}, clock=clock, book=app.book
    )
    second.dispatcher.serve_only("H", 0.1)
    await second.dispatcher.drain()
    await second.storage.database.close()
    assert written == ["cho H", "cho H"]


async def test_a_newcomer_is_greeted_once(app: App, settings: Settings, terminal: Terminal) -> None:
    os.close(terminal.source)
    assert await chat(settings, "N", None) == 0
    assert terminal.written[0].startswith("Chào anh/chị.")
    terminal.written.clear()
    assert await chat(settings, "N", None) == 0
    (waiting,) = terminal.written
    assert waiting.startswith("Anh/chị cần việc gì?"), "no second greeting, but what waits"


async def test_opening_again_shows_the_question_that_waits(
    app: App, settings: Settings, clock: Clock, terminal: Terminal
) -> None:
    await WORLDS["announced"](app.storage, clock())
    channel = TerminalChannel(lambda _: None)
    other = await build(settings, {NAME: channel}, clock=clock, book=app.book)
    for number, line in enumerate(("kiến nghị", "1", "Xin xã sửa cầu Mẫu")):
        await other.intake.receive(Incoming(NAME, "H", f"m{number}", text=line))
        await other.dispatcher.drain()
    await other.storage.database.close()
    await _tell(app, "H", "Lời nhắn đã chờ sẵn.")
    os.close(terminal.source)
    for news in (["Lời nhắn đã chờ sẵn."], []):
        terminal.written.clear()
        assert await chat(settings, "H", None) == 0
        *before, waiting = terminal.written
        assert before == news
        assert "Anh/chị đồng ý không?\n1. Đồng ý" in waiting
    async with app.storage.read() as uow:
        conversation = await uow.conversations.seen(NAME, "H")
        assert conversation is not None
        assert conversation.updated_at == clock(), "looking changes nothing"


async def test_roles_are_picked_never_given(
    app: App,
    settings: Settings,
    clock: Clock,
    terminal: Terminal,
    capsys: pytest.CaptureFixture[str],
) -> None:
    await WORLDS["commune"](app.storage, clock())
    async with app.storage.database.writing() as opened:
        await opened.execute(update(Person).values(is_sample=False))
        await opened.commit()
    os.close(terminal.source)
    assert await chat(settings, "H", "official") == 1
    said = capsys.readouterr().err
    assert said.startswith('Không có người nào tên "H" giữ vai này. Đang có: O')
    assert "T" not in said.partition("Đang có: ")[2].strip(".\n").split(", ")
    assert terminal.written == []
    assert await chat(settings, "O", "official") == 0
    assert "Tạo buổi đối thoại" in terminal.written[-1]


async def test_somebody_new_is_told_whom_the_terminal_knows(
    app: App,
    settings: Settings,
    clock: Clock,
    terminal: Terminal,
    capsys: pytest.CaptureFixture[str],
) -> None:
    await WORLDS["commune"](app.storage, clock())
    os.close(terminal.source)
    assert await chat(settings, "mới", None) == 0
    said = capsys.readouterr().err
    assert said.startswith('Chưa có ai tên "mới", em mở cuộc trò chuyện mới. Đang có: ')
    assert {"O", "T", "H"} <= set(said.partition("Đang có: ")[2].strip(".\n").split(", "))
    assert await chat(settings, "mới", None) == 0
    assert capsys.readouterr().err == "", "now it knows"


async def test_a_demo_lends_its_identities(
    app: App, settings: Settings, clock: Clock, terminal: Terminal
) -> None:
    await demo.seed(app.storage, app.texts, app.rules, clock())
    os.close(terminal.source)
    assert await chat(settings, "ai-do", "village_head") == 0
    assert "Ghi người đi họp" in terminal.written[-1]
    async with app.storage.read() as uow:
        assert await uow.people.address(NAME, "ai-do") is None


async def test_files_are_saved_where_one_stands(
    app: App,
    settings: Settings,
    clock: Clock,
    terminal: Terminal,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    world = await WORLDS["announced"](app.storage, clock())
    assert world.dialogue_session is not None
    here = tmp_path / "here"
    here.mkdir()
    monkeypatch.chdir(here)
    params = {"dialogue_session_id": world.dialogue_session.id, "person_id": world.people["O"].id}
    file = OutFile("danh-sach.xlsx", "attendance_list", "xlsx", params, public=False)
    await _tell(app, "O", "Tệp đây ạ.", file)
    os.close(terminal.source)
    assert await chat(settings, "O", None) == 0
    assert terminal.written == ["Tệp đây ạ.", f"Tệp đã lưu: {here / 'danh-sach.xlsx'}"]
    assert (here / "danh-sach.xlsx").read_bytes().startswith(b"PK")


def test_no_file_is_written_over(tmp_path: Path) -> None:
    first = keep(tmp_path, "a.csv", b"1")
    second = keep(tmp_path, "../../a.csv", b"2")
    assert (first.name, second.name) == ("a.csv", "a (2).csv")
    assert (first.read_bytes(), second.read_bytes()) == (b"1", b"2")
    assert second.parent == tmp_path


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        (b"", []),
        ("một\nhai".encode(), ["một", "hai"]),
        (b"mot\r\n\n", ["mot", ""]),
        (b"mot\\nhai\n", ["mot\nhai"]),
        (b"\xff\n", ["\ufffd"]),
        (b"x" * 40_000 + b"\n", ["x" * 40_000]),
    ],
)
async def test_lines_of_standard_input(typed: bytes, read: list[str]) -> None:
    out, into = os.pipe()
    os.write(into, typed)
    os.close(into)
    assert [line async for line in lines(out)] == read
    os.close(out)


async def test_a_terminal_that_is_gone_ends_quietly(monkeypatch: pytest.MonkeyPatch) -> None:
    def gone(*_: Any) -> bytes:
        raise OSError

    monkeypatch.setattr(os, "read", gone)
    assert [line async for line in lines(0)] == []


def test_the_clock_of_a_rehearsal_starts_there_and_runs_on() -> None:
    start = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)
    tell = Settings(_env_file=None, clock="2026-11-20T08:00:00+07:00").time()
    first = tell()
    assert start <= first < start + timedelta(minutes=5)
    assert tell() >= first


def test_without_a_rehearsal_time_is_real() -> None:
    before = datetime.now(UTC)
    assert before <= Settings(_env_file=None).time()() <= datetime.now(UTC)


@pytest.mark.parametrize("host", ["0.0.0.0", "192.0.2.7", "example.test"])
def test_a_server_for_others_keeps_real_time(
    host: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setenv("DOITHOAI_CLOCK", "2026-11-20T08:00:00+07:00")
    with pytest.raises(ValidationError):
        Settings(_env_file=None, host=host)
    assert main(["serve", "--host", host]) == 2
    assert capsys.readouterr().err == "Cấu hình sai ở: clock.\n"


def test_a_clock_without_a_zone_is_refused() -> None:
    with pytest.raises(ValidationError):
        Settings(_env_file=None, clock="2026-11-20T08:00:00")
