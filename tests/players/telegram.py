"""People with the Telegram app: the product polls the fake platform; they press or type."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

from bot.ticks import run_ticks
from handlers.faq_book import FaqBook
from tests.channels.telegram_world import TelegramWorld, joined
from tests.chat import move
from tests.clock import Clock
from tests.players.outbox import rows
from tests.players.script import Shown, gathered, picked, plain
from tests.worlds import move_accounts

_SPECIAL = re.compile(r"\[(\w+)(?: (.+))?\]")


class TelegramPlayer:
    """Everybody on the fake platform."""

    channel = "telegram"

    def __init__(self, world: TelegramWorld, clock: Clock) -> None:
        self._world = world
        self._clock = clock
        self._read: dict[int, int] = {}

    async def say(self, who: str, text: str) -> Shown | None:
        """Press the button of a number that is offered, else type."""
        update = await self._send(number(who), text)
        if update is None:
            return None
        await self._world.fake.wait_confirmed(update)
        return await self._news()

    async def move(self, text: str) -> Shown:
        """Move the clock by hand and let timed work run."""
        move(self._clock, text)
        await run_ticks(self._world.app)
        return await self._news()

    async def file(self, who: str, name: str) -> bytes:
        """The document that was sent."""
        for message in reversed(self._world.fake.user(number(who)).received):
            if message.get("document", {}).get("file_name") == name:
                content: bytes = message["_file"]
                return content
        raise AssertionError(f"{who} has no file {name}")

    async def _send(self, user: int, text: str) -> int | None:
        fake = self._world.fake
        special = _SPECIAL.fullmatch(text)
        if special is None:
            if picked(text, self._offered(user)):
                return await fake.press(user, f"{text}. ")
            return await fake.send(user, text)
        match special.groups():
            case "start", payload:
                return await fake.start(user, payload or "")
            case "sticker", _:
                return await fake.sticker(user)
            case "button", "old":
                return await fake.press_data(user, "0:1")
        return None

    def _offered(self, user: int) -> dict[str, Any]:
        received = self._world.fake.user(user).received
        if not received or "reply_markup" not in received[-1]:
            return {}
        return {one["text"].partition(".")[0]: one for one in self._world.fake.user(user).buttons()}

    async def _news(self) -> Shown:
        app = self._world.app
        while any(row.pending for row in await rows(app.storage.database, 0)):
            await app.dispatcher.drain()  # beside the bot's own pump, which may hold some of them
            await asyncio.sleep(0)
        messages = []
        for user in self._world.fake.users.values():
            new = user.received[self._read.get(user.id, 0) :]
            self._read[user.id] = len(user.received)
            messages += [(name(user.id), _text(message)) for message in new]
        return gathered(messages)


def number(who: str) -> int:
    """The account of "T1"."""
    return int.from_bytes(who.encode(), "big")


def name(account: int) -> str:
    """Whose account it is."""
    return account.to_bytes((account.bit_length() + 7) // 8, "big").decode()


def _text(message: dict[str, Any]) -> str:
    files = [message["document"]["file_name"]] if "document" in message else []
    return plain(message.get("text", ""), (), files)


@asynccontextmanager
async def telegram_player(
    folder: Path, clock: Clock, book: FaqBook, world: str
) -> AsyncIterator[TelegramPlayer]:
    """The running bot, the platform, and the people of *world* who started the bot before."""
    url = f"sqlite:///{folder / 'telegram.sqlite3'}"
    async with joined(url, folder, book, world=world, clock=clock) as made:
        known = await move_accounts(made.app.storage, "telegram", lambda who: str(number(who)))
        for account in known:
            made.fake.user(int(account)).started = True
        yield TelegramPlayer(made, clock)
