"""Every ``tests/transcripts/*.chat`` is played, on both databases."""

from __future__ import annotations

from pathlib import Path

import pytest

from bot.config import Settings
from handlers.faq_book import FaqBook
from tests.chat import Chat, as_written, play, read
from tests.chat_files import names
from tests.clock import Clock

TRANSCRIPTS = sorted((Path(__file__).parent / "transcripts").glob("*.chat"))


@pytest.mark.parametrize("path", TRANSCRIPTS, ids=lambda path: path.stem)
async def test_transcript(
    path: Path, settings: Settings, clock: Clock, book: FaqBook, request: pytest.FixtureRequest
) -> None:
    given, lines = read(path)
    chat = Chat(settings, clock, book)
    await chat.prepare(given)
    update = request.config.getoption("--update-transcripts")
    played = await play(chat, lines, update=update)
    if not update:
        assert played == as_written(lines)
        return
    head = [line for line in path.read_text("utf-8").split("\n") if line.startswith("#")]
    path.write_text("\n".join([*head, f"given: {given}", "", *played, ""]), "utf-8")
    assert names(played) == names(as_written(lines)), "put the names in braces where they belong"
