"""Fixtures: a fresh database per test (SQLite, PostgreSQL where one is given), a clock by hand."""

from __future__ import annotations

import os
import secrets
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import asyncpg
import pytest

from bot.config import Settings
from handlers.faq_book import FaqBook
from tests.clock import Clock

POSTGRES_URL = os.environ.get("DOITHOAI_TEST_POSTGRES_URL", "")


def pytest_addoption(parser: pytest.Parser) -> None:
    parser.addoption(
        "--update-transcripts", action="store_true", help="rewrite the bot's lines in *.chat"
    )


@pytest.fixture(scope="session", autouse=True)
def _clean_environment() -> Iterator[None]:
    """No setting of the developer's machine reaches a test."""
    with pytest.MonkeyPatch.context() as patch:
        for name in tuple(os.environ):
            if name.startswith("DOITHOAI_") and not name.startswith("DOITHOAI_TEST_"):
                patch.delenv(name)
        yield


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
    return FaqBook.starter(faq_cache)


@pytest.fixture(
    params=["sqlite", pytest.param("postgresql", marks=pytest.mark.postgres)],
)
async def database_url(request: pytest.FixtureRequest, tmp_path: Path) -> AsyncIterator[str]:
    """An empty database of its own name, dropped afterwards; every test runs on both kinds."""
    if request.param == "sqlite":
        yield f"sqlite:///{tmp_path / 'test.sqlite3'}"
        return
    if not POSTGRES_URL:
        pytest.skip("DOITHOAI_TEST_POSTGRES_URL names no PostgreSQL server")
    async with postgres_database() as url:
        yield url


@pytest.fixture
def settings(database_url: str, tmp_path: Path) -> Settings:
    """Settings over the test's database, files in its folder."""
    return Settings(
        _env_file=None, database_url=database_url, data_dir=tmp_path, sqlite_synchronous="NORMAL"
    )


class postgres_database:  # noqa: N801 - used like a function
    """``async with postgres_database() as url``: a database with a random name."""

    def __init__(self) -> None:
        self._name = f"doithoai_{secrets.token_hex(6)}"

    async def __aenter__(self) -> str:
        await self._run(f'CREATE DATABASE "{self._name}"')
        return f"{POSTGRES_URL.rsplit('/', 1)[0]}/{self._name}"

    async def __aexit__(self, *_: object) -> None:
        await self._run(f'DROP DATABASE "{self._name}" WITH (FORCE)')

    async def _run(self, statement: str) -> None:
        connection = await asyncpg.connect(POSTGRES_URL)
        try:
            await connection.execute(statement)
        finally:
            await connection.close()
