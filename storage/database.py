"""Engine and the differences between SQLite and PostgreSQL, all in this one file."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any, Literal, cast

from sqlalchemy import URL, event, make_url
from sqlalchemy.engine import Connection
from sqlalchemy.engine.interfaces import DBAPIConnection
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, AsyncSession, create_async_engine
from sqlalchemy.pool import ConnectionPoolEntry

from storage.sqlite_connection import Connection as SqliteConnection
from storage.sqlite_connection import connect

Synchronous = Literal["FULL", "NORMAL"]

_DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
_BUSY_TIMEOUT_MS = 15_000
_DEADLOCK = "40P01"


def is_deadlock(error: BaseException) -> bool:
    """Whether PostgreSQL broke a transaction off so that another one may go on."""
    original = error.orig if isinstance(error, DBAPIError) else None
    return getattr(original, "sqlstate", None) == _DEADLOCK


def async_url(url: str) -> URL:
    """Return *url* with the asynchronous driver this project uses for its dialect.

    Raises ``ValueError`` for a database that is neither SQLite nor PostgreSQL.
    """
    parsed = make_url(url)
    dialect = parsed.get_backend_name()
    if dialect not in _DRIVERS:
        raise ValueError(f"unsupported database: {dialect}")
    return parsed.set(drivername=_DRIVERS[dialect])


def missing_file(url: str) -> Path | None:
    """The file of the SQLite database *url* where there is none; None for any other database."""
    parsed = make_url(url)
    name = parsed.database or ""
    if parsed.get_backend_name() != "sqlite" or name in {"", ":memory:"}:
        return None
    file = Path(name)
    return None if file.exists() else file


class Database:
    """One engine, and sessions that begin either a reading or a writing transaction.

    On SQLite a writer begins with ``BEGIN IMMEDIATE`` and waits its turn on an ``asyncio.Lock``
    inside the process: tasks that fight for the file lock instead show p99 above 100 ms. On
    PostgreSQL rows are locked by the repositories that need it.
    """

    def __init__(
        self,
        url: str,
        *,
        synchronous: Synchronous = "FULL",
        pool_size: int = 10,
        echo: bool = False,
    ) -> None:
        self.url = async_url(url)
        self.is_sqlite = self.url.get_backend_name() == "sqlite"
        options: dict[str, Any] = {
            "echo": echo,
            "pool_size": pool_size,
            "pool_timeout": 15,
            "hide_parameters": True,  # an error must not carry a household's words into a log
        }
        if self.is_sqlite:
            options["connect_args"] = {
                "timeout": _BUSY_TIMEOUT_MS / 1000,
                "async_creator_fn": connect,
            }
        else:
            options |= {"max_overflow": pool_size, "pool_pre_ping": True}
        self.engine: AsyncEngine = create_async_engine(self.url, **options)
        self._writing: AsyncEngine = self.engine.execution_options(writing=True)
        # SQLite's reader sees one moment anyway.
        self._snapshots: AsyncEngine = (
            self.engine
            if self.is_sqlite
            else self.engine.execution_options(isolation_level="REPEATABLE READ")
        )
        self._write_turn = asyncio.Lock()
        self._synchronous = synchronous
        if self.is_sqlite:
            event.listen(self.engine.sync_engine, "connect", self._prepare_sqlite)
            event.listen(self.engine.sync_engine, "begin", _begin_sqlite)

    def _prepare_sqlite(self, connection: DBAPIConnection, _entry: ConnectionPoolEntry) -> None:
        # The driver must not begin transactions by itself: `_begin_sqlite` chooses the kind.
        connection.isolation_level = None
        cursor = connection.cursor()
        cursor.execute(f"PRAGMA busy_timeout={_BUSY_TIMEOUT_MS}")
        cursor.execute("PRAGMA journal_mode=WAL")
        cursor.execute(f"PRAGMA synchronous={self._synchronous}")
        cursor.execute("PRAGMA foreign_keys=ON")
        cursor.close()

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncSession]:
        """A session in a writing transaction; rolled back unless the caller commits."""
        if not self.is_sqlite:
            async with AsyncSession(self._writing, expire_on_commit=False) as opened:
                yield opened
            return
        async with (
            self._write_turn,
            AsyncSession(self._writing, expire_on_commit=False) as opened,
        ):
            yield opened

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncSession]:
        """A session for reads: it never waits for a writer on SQLite."""
        async with AsyncSession(self.engine, expire_on_commit=False) as opened:
            yield opened

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[AsyncSession]:
        """A session whose reads all see the database as it is at the first of them."""
        async with AsyncSession(self._snapshots, expire_on_commit=False) as opened:
            yield opened

    @asynccontextmanager
    async def exclusive(self) -> AsyncIterator[AsyncConnection]:
        """A bare connection in a writing transaction, committed at the end (migrations)."""
        async with self._write_turn, self._writing.begin() as connection:
            yield connection

    async def close(self) -> None:
        """Give back every connection."""
        await self.engine.dispose()


def _begin_sqlite(connection: Connection) -> None:
    writing = connection.get_execution_options().get("writing", False)
    driver = cast("SqliteConnection", connection.connection.driver_connection)
    driver.to_begin = "BEGIN IMMEDIATE" if writing else "BEGIN"
