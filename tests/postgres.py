"""PostgreSQL databases for tests, of random names: empty ones, and migrated ones that are reused.

To create and to drop a database makes the server write everything down, which takes longer than
most tests. So a migrated one is given from test to test, and put back in between as it was.
"""

from __future__ import annotations

import os
import secrets
from typing import Any

import asyncpg
import pytest

from storage.models.base import Base

POSTGRES_URL = os.environ.get("DOITHOAI_TEST_POSTGRES_URL", "")

_TABLES = [table.name for table in Base.metadata.sorted_tables]
_COPIES = "as_it_was"
# An insert or update gives a row a newer xmin, a delete lowers the count.
_MARK = "SELECT count(*) || ' ' || coalesce(max(xmin::text::bigint), 0) FROM public.{0}"
_OTHERS = (
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
    " WHERE datname = current_database() AND pid <> pg_backend_pid()"
)


class postgres_database:  # noqa: N801 - used like a function
    """``async with postgres_database() as url``: a database with a random name."""

    def __init__(self, template: str = "template0") -> None:
        if not POSTGRES_URL:
            pytest.skip("DOITHOAI_TEST_POSTGRES_URL names no PostgreSQL server")
        self.name = f"doithoai_{secrets.token_hex(6)}"
        self.url = f"{POSTGRES_URL.rsplit('/', 1)[0]}/{self.name}"
        self._template = template

    async def __aenter__(self) -> str:
        await _run(POSTGRES_URL, f'CREATE DATABASE "{self.name}" TEMPLATE "{self._template}"')
        # Nothing here has to outlive a power cut.
        await _run(POSTGRES_URL, f'ALTER DATABASE "{self.name}" SET synchronous_commit = off')
        return self.url

    async def __aexit__(self, *_: object) -> None:
        await _run(POSTGRES_URL, f'DROP DATABASE "{self.name}" WITH (FORCE)')


class MigratedDatabases:
    """Copies of one migrated database, each for one test at a time."""

    def __init__(self, template: str) -> None:
        self._template = template
        self._free: list[postgres_database] = []

    async def take(self) -> postgres_database:
        """A database as the template is."""
        if self._free:
            return self._free.pop()
        database = postgres_database(self._template)
        await database.__aenter__()
        return database

    async def give_back(self, database: postgres_database) -> None:
        """Undo what a test did; a database that cannot be put back is dropped."""
        try:
            await _put_back(database.url)
        except asyncpg.PostgresError:
            await database.__aexit__()
        else:
            self._free.append(database)

    async def drop_all(self) -> None:
        """Drop those that are free."""
        while self._free:
            await self._free.pop().__aexit__()


async def remember(url: str) -> None:
    """Keep, in a migrated database, all that :class:`MigratedDatabases` needs to put it back."""
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(f"CREATE SCHEMA {_COPIES}")
        await connection.execute(f"CREATE TABLE {_COPIES}.marks (name text PRIMARY KEY, mark text)")
        for table in _TABLES:
            mark = await connection.fetchval(_MARK.format(table))
            await connection.execute(f"INSERT INTO {_COPIES}.marks VALUES ($1, $2)", table, mark)
            if mark != "0 0":
                await connection.execute(f"CREATE TABLE {_COPIES}.{table} AS TABLE public.{table}")
        await connection.execute(
            f"CREATE TABLE {_COPIES}.sequences AS"
            " SELECT sequencename::text AS name, start_value AS first, last_value AS last"
            " FROM pg_sequences WHERE schemaname = 'public'"
        )
    finally:
        await connection.close()


async def _put_back(url: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(_OTHERS)
        async with connection.transaction():
            await _put_back_rows(connection)
            await connection.execute(
                "SELECT setval(quote_ident(name)::regclass, coalesce(last, first),"
                f" last IS NOT NULL) FROM {_COPIES}.sequences"
            )
    finally:
        await connection.close()


async def _put_back_rows(connection: asyncpg.Connection[Any]) -> None:
    kept = dict(await connection.fetch(f"SELECT name, mark FROM {_COPIES}.marks"))
    marks = " UNION ALL ".join(f"SELECT '{t}', ({_MARK.format(t)})" for t in _TABLES)
    changed = {name for name, mark in await connection.fetch(marks) if kept[name] != mark}
    filled = {name for name, mark in kept.items() if mark != "0 0"}
    if changed & filled:  # they refer to one another: all of them anew
        changed |= filled
    for table in reversed(_TABLES):
        if table in changed:
            await connection.execute(f"DELETE FROM public.{table}")
    for table in _TABLES:
        if table in changed & filled:
            await connection.execute(f"INSERT INTO public.{table} SELECT * FROM {_COPIES}.{table}")
            mark = await connection.fetchval(_MARK.format(table))
            await connection.execute(
                f"UPDATE {_COPIES}.marks SET mark = $2 WHERE name = $1", table, mark
            )


async def _run(url: str, statement: str) -> None:
    connection = await asyncpg.connect(url)
    try:
        await connection.execute(statement)
    finally:
        await connection.close()
