"""Fixtures: a fresh database per test (SQLite, PostgreSQL where one is given), a clock by hand."""

from __future__ import annotations

import asyncio
import logging
import os
import shutil
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, TypeVar

import pytest
import structlog

from bot.config import Settings
from bot.faq_seeding import seed
from faq.knowledge import Knowledge, load_starter
from faq.matcher import Matcher
from handlers.faq_book import FaqBook
from storage.database import Database
from storage.migrate import upgrade
from storage.unit_of_work import Storage
from tests.clock import Clock
from tests.compiling import compiled_once
from tests.postgres import MigratedDatabases, postgres_database, remember
from tests.tracing import outside_greenlets

_T = TypeVar("_T")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-transcripts", action="store_true", help="rewrite the bot's lines in *.chat"
    )


@pytest.fixture(scope="session", autouse=True)
def _traced_outside_greenlets() -> Iterator[None]:
    """Coverage costs less."""
    with outside_greenlets():
        yield


@pytest.fixture(scope="session", autouse=True)
def _compiled_once() -> Iterator[None]:
    """Databases cost less."""
    with compiled_once():
        yield


@pytest.fixture(scope="session", autouse=True)
def _clean_environment() -> Iterator[None]:
    """No setting of the developer's machine reaches a test."""
    with pytest.MonkeyPatch.context() as patch:
        for name in tuple(os.environ):
            if name.startswith("DOITHOAI_") and not name.startswith("DOITHOAI_TEST_"):
                patch.delenv(name)
        yield


@pytest.fixture(autouse=True)
def _own_logs() -> Iterator[None]:
    """What a test sets up for log lines ends with it: they would go to a stream that is closed."""
    root = logging.getLogger()
    level = root.level
    yield
    structlog.reset_defaults()
    for handler in root.handlers[:]:
        if isinstance(handler.formatter, structlog.stdlib.ProcessorFormatter):
            root.removeHandler(handler)
    root.setLevel(level)


@pytest.fixture
def clock() -> Clock:
    """Time that moves only when told to: Friday 20 November 2026, 8 in the morning in Việt Nam."""
    return Clock()


@pytest.fixture(scope="session")
def faq_cache(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the indexed FAQ lies, for processes that tests start."""
    return tmp_path_factory.mktemp("faq")


@pytest.fixture(scope="session")
def book(faq_cache: Path) -> FaqBook:
    """The starter FAQ, indexed once for all tests."""
    starter = load_starter()
    # in the order in which a database gives them, so that both are one training
    entries = tuple(sorted(starter.entries, key=lambda entry: (entry.topic, entry.id)))
    knowledge = Knowledge(entries, starter.documents)
    return FaqBook(knowledge, Matcher(entries, cache_dir=faq_cache))


BOTH = ["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)]


@pytest.fixture(params=BOTH)
async def empty_database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """A database without a single table, of its own name, dropped afterwards."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'test.sqlite3'}"
        return
    async with postgres_database() as url:
        yield url


@pytest.fixture(params=BOTH)
async def migrated_database_url(
    request: pytest.FixtureRequest, tmp_path: Path
) -> AsyncIterator[str]:
    """A migrated database without a row, dropped afterwards; tests run on both kinds.

    It is a copy of one that was migrated once: the migrations themselves have tests of their own.
    """
    async with _copied(request, "migrated", tmp_path) as url:
        yield url


@pytest.fixture(params=BOTH)
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """The same with the starter FAQ."""
    async with _copied(request, "seeded", tmp_path) as url:
        yield url


@asynccontextmanager
async def _copied(request: pytest.FixtureRequest, what: str, folder: Path) -> AsyncIterator[str]:
    if request.param == "sqlite":
        path = folder / "test.sqlite3"
        shutil.copyfile(request.getfixturevalue(f"{what}_file"), path)
        yield f"sqlite:///{path}"
        return
    databases: MigratedDatabases = request.getfixturevalue(f"{what}_databases")
    database = await databases.take()
    yield database.url
    await databases.give_back(database)


@pytest.fixture(scope="session")
def migrated_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A migrated SQLite database to copy."""
    path = tmp_path_factory.mktemp("template") / "migrated.sqlite3"
    _run_apart(_migrate, f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def seeded_file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The same with the starter FAQ."""
    path = tmp_path_factory.mktemp("template") / "seeded.sqlite3"
    _run_apart(_migrate_and_seed, f"sqlite:///{path}")
    return path


@pytest.fixture(scope="session")
def migrated_databases() -> Iterator[MigratedDatabases]:
    """Migrated PostgreSQL databases without a row."""
    yield from _databases(_migrate)


@pytest.fixture(scope="session")
def seeded_databases() -> Iterator[MigratedDatabases]:
    """The same with the starter FAQ."""
    yield from _databases(_migrate_and_seed)


def _databases(prepare: Callable[[str], Coroutine[Any, Any, None]]) -> Iterator[MigratedDatabases]:
    template = postgres_database()
    url = _run_apart(template.__aenter__)
    databases = MigratedDatabases(template.name)
    try:
        _run_apart(prepare, url)
        _run_apart(remember, url)
        yield databases
    finally:
        _run_apart(databases.drop_all)
        _run_apart(template.__aexit__)


def _run_apart(function: Callable[..., Coroutine[Any, Any, _T]], *given: object) -> _T:
    """Run in a thread with a loop of its own: the asking fixture may stand in a running loop."""
    with ThreadPoolExecutor(1) as thread:
        return thread.submit(lambda: asyncio.run(function(*given))).result()


async def _migrate(url: str) -> None:
    database = Database(url, synchronous="NORMAL")
    try:
        await upgrade(database)
    finally:
        await database.close()


async def _migrate_and_seed(url: str) -> None:
    await _migrate(url)
    database = Database(url, synchronous="NORMAL")
    try:
        await seed(Storage(database), Clock().now)
    finally:
        await database.close()


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Settings over the test's database, files in its folder."""
    return Settings(
        _env_file=None, database_url=database_url, data_dir=tmp_path, sqlite_synchronous="NORMAL"
    )
