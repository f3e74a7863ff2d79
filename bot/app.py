"""Composition root: the only place where the parts are joined."""

from __future__ import annotations

import random
from collections.abc import AsyncIterator, Callable, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime

from bot.channels.base import Channel
from bot.config import Settings
from bot.dispatcher import Dispatcher
from bot.faq_seeding import seed
from bot.faq_shelf import Shelf
from bot.intake import Intake
from handlers.context import Door, ReadFile, Rules
from handlers.faq_book import FaqBook
from handlers.flows import by_name
from handlers.router import Router
from handlers.services.faq_release import Seeded
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
    shelf: Shelf
    channels: Mapping[str, Channel]
    dispatcher: Dispatcher
    intake: Intake
    clock: Callable[[], datetime]
    read_file: ReadFile | None = None
    """None where no files come in."""

    @property
    def book(self) -> FaqBook:
        """The FAQ as it is now."""
        return self.shelf.book


async def build(
    settings: Settings,
    channels: Mapping[str, Channel],
    *,
    clock: Callable[[], datetime] | None = None,
    book: FaqBook | None = None,
    dice: random.Random | None = None,
    read_file: ReadFile | None = None,
    database: Database | None = None,
) -> App:
    """Open the database (which must be migrated) and join the parts over *channels*.

    Without a *clock* that of *settings* is used, without a *book* the FAQ of the database, without
    a *database* the one that *settings* name. Channels that take files in need *read_file*.
    """
    clock = clock or settings.time()
    storage = Storage(database or open_database(settings))
    texts = Texts.load()
    cache_dir = settings.data_dir / "cache"
    shelf = (
        await Shelf.loaded(storage, cache_dir)
        if book is None
        else Shelf(storage, cache_dir, book, fixed=True)
    )
    rules = replace(settings.rules(), commune_id=await _home_commune(storage, settings))
    dispatcher = Dispatcher(storage, channels, clock)
    intake = Intake(
        storage,
        Router(by_name()),
        lambda: shelf.book,
        texts,
        rules,
        dispatcher,
        clock,
        language=settings.language,
        dice=dice or random.SystemRandom(),
        doors={
            name: Door(
                foreign=one.capabilities.foreign,
                files=one.capabilities.files_out,
                reads_aloud=one.capabilities.reads_aloud,
                reopens=not one.capabilities.mailbox,
            )
            for name, one in channels.items()
        },
        read_file=read_file,
    )
    return App(
        settings, rules, storage, texts, shelf, channels, dispatcher, intake, clock, read_file
    )


def open_database(settings: Settings) -> Database:
    """The database that *settings* name; it connects when it is used."""
    return Database(
        settings.effective_database_url,
        synchronous=settings.sqlite_synchronous,
        pool_size=settings.pool_size,
    )


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


async def migrate(settings: Settings) -> Seeded | None:
    """Bring the database of *settings* to the newest schema and the newest starter FAQ.

    What the FAQ brought, None when it was there already.
    """
    if not settings.database_url:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    database = Database(settings.effective_database_url, synchronous="FULL")
    try:
        await upgrade(database)
        return await seed(Storage(database), settings.time()())
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
