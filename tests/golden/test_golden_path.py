"""The golden path: the same transcript through every channel, every text as people see it."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
from python_calamine import CalamineWorkbook

from bot.config import Settings
from handlers.faq_book import FaqBook
from tests.chat import Chat
from tests.clock import Clock
from tests.players.chat import ChatPlayer
from tests.players.script import Player, Said, play, read, written
from tests.players.telegram import telegram_player
from tests.players.terminal import terminal_player

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
in_terminals = pytest.mark.parametrize("path", [*GOLDEN, SHORT[1]], ids=lambda path: path.stem)
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
        path.write_text(written(path, await play(player, turns, update=True)), "utf-8")
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
    path: Path, tmp_path: Path, clock: Clock, book: FaqBook, faq_cache: Path
) -> None:
    given, turns = read(path)
    async with terminal_player(tmp_path, clock, book, faq_cache, given) as player:
        await _whole_path(player, turns)


@in_browsers
@pytest.mark.browser
async def test_web_chat(path: Path, tmp_path: Path, clock: Clock, book: FaqBook) -> None:
    from tests.players.web import chromium, path_of_chromium, web_player

    if path_of_chromium() is None:
        pytest.skip("Chromium is not installed")
    given, turns = read(path)
    async with chromium() as browser, web_player(tmp_path, clock, book, browser, given) as player:
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
