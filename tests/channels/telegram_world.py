"""The product and the fake platform, joined over HTTP."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

from pydantic import SecretStr

from bot.app import App, build, migrate, utc_now
from bot.channels.telegram import TelegramChannel
from bot.config import Settings
from bot.exporting import carrier
from bot.files import FileKeeper
from handlers.faq_book import FaqBook
from handlers.messages import OutFile
from tests.fakes.telegram import TOKEN, FakeTelegram, running
from tests.worlds import WORLDS


@dataclass(slots=True)
class TelegramWorld:
    """Both ends."""

    app: App
    channel: TelegramChannel
    fake: FakeTelegram

    async def ask(self, number: int, text: str) -> list[str]:
        """Send *text* and give the texts that came back once the turn is over."""
        before = len(self.fake.user(number).received)
        update = await (
            self.fake.start(number) if text == "/start" else self.fake.send(number, text)
        )
        await self.fake.wait_confirmed(update)
        await self.app.dispatcher.settle()
        return self.fake.user(number).texts[before:]


def telegram_settings(database_url: str, folder: Path, url: str, **more: Any) -> Settings:
    """Settings of an installation whose Telegram is the fake at *url*."""
    return Settings(
        _env_file=None,
        database_url=database_url,
        data_dir=folder,
        sqlite_synchronous="NORMAL",
        telegram_token=SecretStr(TOKEN),
        telegram_base_url=f"{url}/bot",
        telegram_rate=1e6,
        telegram_chat_rate=1e6,
        **more,
    )


async def small_file(_file: OutFile) -> tuple[str, bytes]:
    """Stands for the export builder: the channel's part is to carry the bytes."""
    return "mau.csv", b"a,b\n"


@asynccontextmanager
async def joined(
    database_url: str,
    folder: Path,
    book: FaqBook,
    *,
    world: str = "commune",
    clock: Callable[[], datetime] = utc_now,
    whole: bool = False,
) -> AsyncIterator[TelegramWorld]:
    """A running bot that polls the fake; *whole* also makes the files of replies."""
    made: list[App] = []
    async with running() as fake:
        settings = telegram_settings(database_url, folder, fake.url)
        await migrate(settings)
        keeper = FileKeeper(settings)
        carry = carrier(lambda: made[0], foreign=True) if whole else small_file
        channel = TelegramChannel(settings, keeper, carry)
        channels = {channel.name: channel}
        app = await build(settings, channels, clock=clock, book=book, read_file=keeper.read)
        made.append(app)
        keeper.connect(app.storage, app.clock, app.rules.commune_id)
        await WORLDS[world](app.storage, clock())
        channel.connect(app.intake.receive)
        tasks = [
            asyncio.create_task(app.dispatcher.run()),
            asyncio.create_task(channel.run()),
        ]
        try:
            yield TelegramWorld(app, channel, fake)
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
            await channel.close()
            await app.storage.database.close()
