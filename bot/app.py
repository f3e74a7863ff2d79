"""Composition root: the only place where the parts are joined."""

from __future__ import annotations

import asyncio
import random
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.channels.base import Channel
from bot.config import Settings
from bot.dispatcher import Dispatcher
from bot.intake import Intake
from handlers.context import Door, Rules
from handlers.faq_book import FaqBook
from handlers.flows import by_name
from handlers.router import Router
from handlers.texts import Texts
from storage.database import Database
from storage.migrate import upgrade
from storage.unit_of_work import Storage


def utc_now() -> datetime:
    """The real clock."""
    return datetime.now(UTC)


@dataclass(slots=True)
class App:
    """All parts of one process."""

    settings: Settings
    rules: Rules
    storage: Storage
    texts: Texts
    book: FaqBook
    channels: Mapping[str, Channel]
    dispatcher: Dispatcher
    intake: Intake
    clock: Callable[[], datetime]


async def build(
    settings: Settings,
    channels: Mapping[str, Channel],
    *,
    clock: Callable[[], datetime] | None = None,
    book: FaqBook | None = None,
    dice: random.Random | None = None,
) -> App:
    """Open the database (which must be migrated) and join the parts over *channels*.

    Without a *clock* that of *settings* is used.
    """
    clock = clock or settings.time()
    database = Database(
        settings.effective_database_url,
        synchronous=settings.sqlite_synchronous,
        pool_size=settings.pool_size,
    )
    storage = Storage(database)
    texts = Texts.load()
    if book is None:
        book = await asyncio.to_thread(FaqBook.starter, settings.data_dir / "cache")
    rules = replace(settings.rules(), commune_id=await _home_commune(storage, settings))
    dispatcher = Dispatcher(storage, channels, clock)
    intake = Intake(
        storage,
        Router(by_name()),
        book,
        texts,
        rules,
        dispatcher,
        clock,
        language=settings.language,
        dice=dice or random.SystemRandom(),
        doors={
            name: Door(foreign=one.capabilities.foreign, files=one.capabilities.files_out)
            for name, one in channels.items()
        },
    )
    return App(settings, rules, storage, texts, book, channels, dispatcher, intake, clock)


@asynccontextmanager
async def opened(
    settings: Settings,
    channels: Mapping[str, Channel],
    *,
    clock: Callable[[], datetime] | None = None,
    book: FaqBook | None = None,
) -> AsyncIterator[App]:
    """An app over a migrated database, closed at the end."""
    await migrate(settings)
    app = await build(settings, channels, clock=clock, book=book)
    try:
        yield app
    finally:
        for channel in channels.values():
            await channel.close()
        await app.storage.database.close()


async def migrate(settings: Settings) -> None:
    """Bring the database of *settings* to the newest schema."""
    if not settings.database_url:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database(settings.effective_database_url, synchronous="FULL")
    try:
        await upgrade(database)
    finally:
        await database.close()


async def _home_commune(storage: Storage, settings: Settings) -> int | None:
    """The commune of conversations that have not said where they are."""
    async with storage.read() as uow:
        if settings.commune:
            named = await uow.units.by_prefix(settings.commune)
            return named.id if named else None
        communes = await uow.units.communes()
        return communes[0].id if len(communes) == 1 else None
