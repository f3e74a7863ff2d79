"""The golden path: the same transcript through every channel, every text as people see it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
import pytest_asyncio
from python_calamine import CalamineWorkbook

from bot.config import Settings
from handlers.faq_book import FaqBook
from tests.chat import Chat
from tests.chat_files import names
from tests.clock import Clock
from tests.players.chat import ChatPlayer
from tests.players.script import Player, Said, play, read, written
from tests.players.telegram import telegram_player
from tests.players.terminal import terminal_player
from tests.players.windows import Open, as_command, forked

if TYPE_CHECKING:
    from playwright.async_api import Browser

HERE = Path(__file__).parent
GOLDEN = [HERE / "golden_path.chat"]
SHORT = [
    HERE.parent / "transcripts" / f"{name}.chat"
    for name in ("menu_and_help", "household_two_questions", "heads_register")
]
"""Others that people on every channel can play."""

golden = pytest.mark.parametrize("path", GOLDEN, ids=lambda path: path.stem)
every_transcript = pytest.mark.parametrize("path", [*GOLDEN, *SHORT], ids=lambda path: path.stem)
# Where every person is a process or a browser's window of their own, that takes seconds to start:
in_terminals = pytest.mark.parametrize(
    ("path", "open_window"),
    [(GOLDEN[0], forked), (SHORT[1], as_command)],
    ids=["golden_path", SHORT[1].stem],
)
in_browsers = pytest.mark.parametrize("path", [*GOLDEN, *SHORT[:2]], ids=lambda path: path.stem)


@golden
async def test_in_process(
    path: Path, settings: Settings, clock: Clock, book: FaqBook, request: pytest.FixtureRequest
) -> None:
    given, turns = read(path)
    chat = Chat(settings, clock, book)
    await chat.prepare(given)
    player = ChatPlayer(chat)
    if request.config.getoption("--update-transcripts"):
        old, new = path.read_text("utf-8"), written(path, await play(player, turns, update=True))
        path.write_text(new, "utf-8")
        assert names([new]) == names([old]), "put the names in braces where they belong"
        return
    await _whole_path(player, turns)


@every_transcript
async def test_telegram(path: Path, tmp_path: Path, clock: Clock, book: FaqBook) -> None:
    given, turns = read(path)
    async with telegram_player(tmp_path, clock, book, given) as player:
        await _whole_path(player, turns)


@in_terminals
@pytest.mark.slow
async def test_terminal(
    path: Path, open_window: Open, tmp_path: Path, clock: Clock, book: FaqBook, faq_cache: Path
) -> None:
    given, turns = read(path)
    async with terminal_player(tmp_path, clock, book, faq_cache, given, open_window) as player:
        await _whole_path(player, turns)


@pytest_asyncio.fixture(scope="module", loop_scope="module")
async def browser() -> AsyncIterator[Browser]:
    """One Chromium for all; every person has a profile of their own in it."""
    from tests.players.web import chromium

    async with chromium() as running:
        yield running


@in_browsers
@pytest.mark.browser
@pytest.mark.asyncio(loop_scope="module")
async def test_web_chat(
    path: Path, browser: Browser, tmp_path: Path, clock: Clock, book: FaqBook
) -> None:
    from tests.players.web import web_player

    given, turns = read(path)
    async with web_player(tmp_path, clock, book, browser, given) as player:
        await _whole_path(player, turns)


async def _whole_path(player: Player, turns: list[Said]) -> None:
    """Play it, and look into the files that were handed out."""
    played = await play(player, turns)
    for content in played.files.values():
        _check_roster(content)


def _check_roster(content: bytes) -> None:
    """A column to sign, and a row for each of the 15 who have a seat and the one who waits."""
    sheet = CalamineWorkbook.from_filelike(BytesIO(content)).get_sheet_by_index(0)
    rows = [[str(cell).strip() for cell in row] for row in sheet.to_python()]
    head = next(row for row in rows if "Ký nhận" in row)
    names = [row[head.index("Họ và tên")] for row in rows if row[0].partition(".")[0].isdigit()]
    on_list = [name for name in names if name]
    assert len(on_list) == 16, on_list  # 15 seats, and the one who waits
    assert {"Lò Văn Mẫu An", "Lò Thị Mẫu Na", "Hộ Mẫu"} <= set(on_list)
