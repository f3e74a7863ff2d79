"""The schema: up from empty, down again, the same as the models, safe from two processes."""

from __future__ import annotations

import asyncio
import os
import sys
from importlib.resources import files

from alembic.autogenerate import compare_metadata
from alembic.runtime.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import Connection, inspect

from storage.database import Database
from storage.migrate import config, current, downgrade, head, upgrade
from storage.models import Base


def test_the_head_file_names_the_only_head() -> None:
    script = ScriptDirectory.from_config(config())
    assert script.get_heads() == [head()]
    assert (files("storage") / "migrations" / "HEAD").is_file()


async def test_up_from_empty_gives_the_models(empty_database_url: str) -> None:
    database = Database(empty_database_url, synchronous="NORMAL")
    try:
        assert await current(database) is None
        await upgrade(database)
        assert await current(database) == head()
        async with database.engine.connect() as connection:
            assert await connection.run_sync(_differences) == []
    finally:
        await database.close()


async def test_down_and_up_again(empty_database_url: str) -> None:
    database = Database(empty_database_url, synchronous="NORMAL")
    try:
        await upgrade(database)
        await downgrade(database, "base")
        async with database.engine.connect() as connection:
            tables = await connection.run_sync(lambda sync: inspect(sync).get_table_names())
        assert tables == ["alembic_version"]
        await upgrade(database)
        assert await current(database) == head()
    finally:
        await database.close()


async def test_twice_changes_nothing(empty_database_url: str) -> None:
    database = Database(empty_database_url, synchronous="NORMAL")
    try:
        await upgrade(database)
        await upgrade(database)
        assert await current(database) == head()
    finally:
        await database.close()


async def test_four_processes_at_once(empty_database_url: str) -> None:
    processes = [
        await asyncio.create_subprocess_exec(
            sys.executable,
            "-m",
            "bot",
            "migrate",
            "--database-url",
            empty_database_url,
            stdout=asyncio.subprocess.PIPE,
            stderr=asyncio.subprocess.PIPE,
            env={**os.environ},
        )
        for _ in range(4)
    ]
    ended = [await process.communicate() for process in processes]
    assert [process.returncode for process in processes] == [0] * 4, ended
    database = Database(empty_database_url, synchronous="NORMAL")
    try:
        assert await current(database) == head()
    finally:
        await database.close()


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, Base.metadata))
