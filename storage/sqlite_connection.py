"""An aiosqlite connection that crosses to its thread once per statement instead of four times.

aiosqlite hands every call - open a cursor, execute, fetch, close - to the connection's thread; each
crossing costs more than most of our statements. Opening and closing a cursor touches no file, so
both stay in the calling thread, and the first rows come back together with the execution. A
transaction begins together with its first statement, and ends without a crossing when there is
nothing to end.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterable
from functools import partial
from typing import Any

import aiosqlite
from aiosqlite.context import contextmanager

_AHEAD = 256
"""Rows fetched together with the execution; the rest of a long result takes a crossing more."""


class _Cursor(aiosqlite.Cursor):
    def __init__(self, conn: Connection, cursor: sqlite3.Cursor) -> None:
        super().__init__(conn, cursor)
        self._owner = conn
        self._ahead: list[Any] = []
        self._more = False
        self._busy = False

    async def execute(self, sql: str, parameters: Iterable[Any] | None = None) -> aiosqlite.Cursor:
        self._busy = self._owner.in_thread = True
        self._ahead = await self._execute(self._run, sql, parameters or ())  # type: ignore[no-untyped-call]
        self._more = len(self._ahead) == _AHEAD
        self._busy = self._owner.in_thread = False
        return self

    async def executemany(self, sql: str, parameters: Iterable[Iterable[Any]]) -> aiosqlite.Cursor:
        self._busy = self._owner.in_thread = True
        await self._execute(self._run_many, sql, parameters)  # type: ignore[no-untyped-call]
        self._busy = self._owner.in_thread = False
        return self

    def _run_many(self, sql: str, parameters: Any) -> None:
        self._begin()
        self._cursor.executemany(sql, parameters)

    def _begin(self) -> None:
        if self._owner.to_begin is not None:
            self._cursor.execute(self._owner.to_begin)
            self._owner.to_begin = None

    def _run(self, sql: str, parameters: Any) -> list[Any]:
        self._begin()
        self._cursor.execute(sql, parameters)
        return self._cursor.fetchmany(_AHEAD) if self._cursor.description else []

    async def fetchone(self) -> Any:
        if self._ahead:
            return self._ahead.pop(0)
        return await super().fetchone() if self._more else None

    async def fetchmany(self, size: int | None = None) -> Iterable[Any]:
        wanted = self.arraysize if size is None else size
        rows, self._ahead = self._ahead[:wanted], self._ahead[wanted:]
        if len(rows) < wanted and self._more:
            rows += await super().fetchmany(wanted - len(rows))
        return rows

    async def fetchall(self) -> Iterable[Any]:
        rows, self._ahead = self._ahead, []
        if self._more:
            rows += await super().fetchall()
        return rows

    async def close(self) -> None:
        if self._busy:  # cancelled while its thread works: close there, after the statement
            await super().close()
        else:
            self._cursor.close()


class Connection(aiosqlite.Connection):
    """See the module."""

    to_begin: str | None = None
    """The statement that begins a transaction; runs with the next one."""
    in_thread = False
    """Whether a statement may still run in the thread: its caller waits, or was cancelled."""

    async def commit(self) -> None:
        """End the transaction, if one was begun."""
        if self._is_open():
            await super().commit()
        self.to_begin = None

    async def rollback(self) -> None:
        """Undo the transaction, if one was begun."""
        if self._is_open():
            await super().rollback()
        self.to_begin, self.in_thread = None, False

    def _is_open(self) -> bool:
        return self.in_thread or self.in_transaction

    @contextmanager
    async def cursor(self) -> aiosqlite.Cursor:
        """A cursor, opened in the calling thread."""
        return _Cursor(self, self._conn.cursor())


def connect(database: str, **options: Any) -> Connection:
    """Like ``aiosqlite.connect``; the connection may be touched from the calling thread."""
    options["check_same_thread"] = False
    return Connection(partial(sqlite3.connect, database, **options), iter_chunk_size=64)
