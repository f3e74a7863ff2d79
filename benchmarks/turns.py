"""Turns per second through the Telegram adapter against a bare python-telegram-bot echo.

Ours: parse, engine, FAQ match, commit (SQLite, ``synchronous=FULL``), reply to the sink. The peer:
parse, echo to the same sink with an HTTP pool of the same size. Both with 32 conversations.
"""

from __future__ import annotations

import asyncio
import subprocess
import sys
import tempfile
import time
from collections.abc import Awaitable, Callable
from pathlib import Path
from typing import Any

import uvloop
from pydantic import SecretStr
from telegram import Update
from telegram.ext import Application, ContextTypes, MessageHandler, filters
from telegram.request import HTTPXRequest

from bot.app import build, migrate, utc_now
from bot.channels.telegram import TelegramChannel
from bot.config import Settings
from bot.demo import seed
from bot.files import FileKeeper
from handlers.faq_book import FaqBook

CONVERSATIONS = 32
TURNS = 1600
POOL = 32
TOKEN = "1234567:a-token-for-the-local-sink"
MESSAGES = (
    "bhyt ho ngheo mat the lam lai o dau",
    "menu",
    "vay von nuoi bo lai suat bao nhieu",
    "0",
    "1",
    "con em hoc lop 6 co duoc mien hoc phi khong a",
    "menu",
    "hỗ trợ sửa nhà cho hộ cận nghèo",
)

Feed = Callable[[dict[str, Any]], Awaitable[None]]


class Sink:
    """The sink in a process of its own."""

    def __enter__(self) -> str:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "benchmarks.sink"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        return f"http://127.0.0.1:{self._process.stdout.readline().strip()}/bot"

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        self._process.stdin.close()
        self._process.wait()


def update(number: int, chat: int, text: str) -> dict[str, Any]:
    """One update as it comes over the webhook."""
    person = {"id": chat, "is_bot": False, "first_name": "Mẫu"}
    return {
        "update_id": number,
        "message": {
            "message_id": number,
            "date": 1795238900,
            "chat": {"id": chat, "type": "private", "first_name": "Mẫu"},
            "from": person,
            "text": text,
        },
    }


async def _drive(feed: Feed) -> None:
    async def conversation(chat: int) -> None:
        for turn in range(TURNS // CONVERSATIONS):
            number = chat * 100_000 + turn
            await feed(update(number, chat, MESSAGES[turn % len(MESSAGES)]))

    await asyncio.gather(*(conversation(chat) for chat in range(1, CONVERSATIONS + 1)))


async def ours(sink: str, book: FaqBook, folder: Path) -> float:
    """Turns per second of the product."""
    settings = Settings(
        _env_file=None,
        data_dir=folder,
        sqlite_synchronous="FULL",
        telegram_token=SecretStr(TOKEN),
        telegram_base_url=sink,
        telegram_pool=POOL,
        telegram_rate=1e9,
        telegram_chat_rate=1e9,
        turns_per_minute=10**9,
    )
    await migrate(settings)

    async def no_file(_file: object) -> tuple[str, bytes]:
        raise AssertionError("no file is sent here")

    channel = TelegramChannel(settings, FileKeeper(settings), no_file)
    app = await build(settings, {channel.name: channel}, book=book)
    await seed(app.storage, app.texts, app.rules, utc_now())
    channel.connect(app.intake.receive)
    await channel.bot.initialize()
    pump = asyncio.create_task(app.dispatcher.run())
    begun = time.perf_counter()
    await _drive(channel.webhook)
    await app.dispatcher.settle()
    spent = time.perf_counter() - begun
    pump.cancel()
    await asyncio.gather(pump, return_exceptions=True)
    await channel.close()
    await app.storage.database.close()
    return TURNS / spent


async def echo(sink: str) -> float:
    """Updates per second of the bare echo."""

    async def answer(given: Update, _context: ContextTypes.DEFAULT_TYPE) -> None:
        if given.message is not None and given.message.text is not None:
            await given.message.reply_text(given.message.text)

    request = HTTPXRequest(connection_pool_size=POOL, pool_timeout=30)
    application = (
        Application.builder().token(TOKEN).base_url(sink).request(request).updater(None).build()
    )
    application.add_handler(MessageHandler(filters.TEXT, answer))
    await application.initialize()

    async def feed(body: dict[str, Any]) -> None:
        await application.process_update(Update.de_json(body, application.bot))

    begun = time.perf_counter()
    await _drive(feed)
    spent = time.perf_counter() - begun
    await application.shutdown()
    return TURNS / spent


def once(book: FaqBook) -> tuple[float, float]:
    """Ours and the peer's, in turns per second."""
    with Sink() as sink, tempfile.TemporaryDirectory() as folder:
        peer = uvloop.run(echo(sink))
        mine = uvloop.run(ours(sink, book, Path(folder)))
    return mine, peer
