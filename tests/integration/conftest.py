"""Fixtures of most rules' tests: a migrated database, a commune, people talking to it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import migrate
from bot.config import Settings
from handlers.faq_book import FaqBook
from storage.database import Database
from storage.unit_of_work import Storage
from tests.chat import Chat
from tests.clock import Clock
from tests.faq_world import Faq, installed
from tests.integration.hall import Hall
from tests.integration.households import opened
from tests.worlds import WORLDS


@pytest.fixture
async def storage(settings: Settings) -> AsyncIterator[Storage]:
    """A migrated database without a commune."""
    await migrate(settings)
    opened_ = Storage(Database(settings.effective_database_url, synchronous="NORMAL"))
    yield opened_
    await opened_.database.close()


@pytest.fixture
async def chat(settings: Settings, clock: Clock, book: FaqBook) -> Chat:
    """People talking to a commune that announced a dialogue session."""
    return await opened(settings, clock, book)


@pytest.fixture
async def hall(storage: Storage, clock: Clock) -> Hall:
    """A commune that announced a dialogue session."""
    return Hall(storage, await WORLDS["announced"](storage, clock()), clock)


@pytest.fixture
async def faq(migrated_database_url: str, tmp_path: Path, clock: Clock) -> AsyncIterator[Faq]:
    """An installation of one commune with a small FAQ."""
    async with installed(migrated_database_url, tmp_path, clock, second=False) as made:
        yield made


@pytest.fixture
async def province(migrated_database_url: str, tmp_path: Path, clock: Clock) -> AsyncIterator[Faq]:
    """The same with a second commune beside it."""
    async with installed(migrated_database_url, tmp_path, clock, second=True) as made:
        yield made
