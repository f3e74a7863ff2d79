"""The SQLite driver's connection, through its own interface: rows that come ahead, and the rest."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from datetime import UTC, datetime
from pathlib import Path

import pytest
from sqlalchemy.exc import StatementError

from storage.database import Database, async_url
from storage.models import Person
from storage.sqlite_connection import Connection, connect

ROWS = 600
_MANY = f"""WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < {ROWS})
            SELECT i FROM n"""
_LONG = _MANY.replace(str(ROWS), "100000000")


@pytest.fixture
async def opened(tmp_path: Path) -> AsyncIterator[Connection]:
    connection = connect(str(tmp_path / "test.sqlite3"), isolation_level=None)
    async with connection:
        yield connection


async def test_rows_come_one_by_one_beyond_those_that_came_ahead(opened: Connection) -> None:
    cursor = await opened.cursor()
    await cursor.execute(_MANY)
    got = []
    while (row := await cursor.fetchone()) is not None:
        got.append(row[0])
    assert got == list(range(1, ROWS + 1))


async def test_rows_come_in_pieces_and_all_at_once(opened: Connection) -> None:
    cursor = await opened.cursor()
    await cursor.execute(_MANY)
    pieces = [list(await cursor.fetchmany(size)) for size in (100, 200, 1)]
    assert [len(piece) for piece in pieces] == [100, 200, 1]
    rest = list(await cursor.fetchall())
    assert [row[0] for piece in (*pieces, rest) for row in piece] == list(range(1, ROWS + 1))
    assert list(await cursor.fetchmany()) == []


async def test_a_short_result_needs_no_second_visit(opened: Connection) -> None:
    cursor = await opened.cursor()
    await cursor.execute("SELECT 1")
    assert list(await cursor.fetchmany()) == [(1,)]
    assert await cursor.fetchone() is None
    await cursor.execute("CREATE TABLE kept (number INTEGER)")
    assert list(await cursor.fetchall()) == []


async def test_a_transaction_begins_with_its_first_statement(opened: Connection) -> None:
    cursor = await opened.cursor()
    await cursor.execute("CREATE TABLE kept (number INTEGER)")
    opened.to_begin = "BEGIN IMMEDIATE"
    assert not opened.in_transaction
    await cursor.executemany("INSERT INTO kept VALUES (?)", [(1,), (2,)])
    assert opened.in_transaction
    await opened.rollback()
    await cursor.execute("SELECT count(*) FROM kept")
    assert await cursor.fetchone() == (0,)


async def test_a_statement_that_is_given_up_is_closed_behind_it(opened: Connection) -> None:
    cursor = await opened.cursor()
    task = asyncio.create_task(cursor.execute(_LONG))
    while not opened.in_thread:
        await asyncio.sleep(0)
    task.cancel()
    await asyncio.gather(task, return_exceptions=True)
    opened._conn.interrupt()
    await cursor.close()
    await opened.rollback()
    other = await opened.cursor()
    await other.execute("SELECT 1")
    assert await other.fetchone() == (1,)


def test_only_two_kinds_of_databases() -> None:
    with pytest.raises(ValueError, match="mysql"):
        async_url("mysql://somewhere/else")


async def test_a_time_without_a_zone_is_not_kept(migrated_database_url: str) -> None:
    database = Database(migrated_database_url)
    try:
        async with database.writing() as session:
            session.add(Person(created_at=datetime(2026, 12, 1)))  # noqa: DTZ001
            with pytest.raises(StatementError, match="aware"):
                await session.flush()
            session.expunge_all()
            session.add(Person(created_at=datetime(2026, 12, 1, tzinfo=UTC)))
    finally:
        await database.close()
