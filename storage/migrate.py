"""Bringing a database to the newest schema: safe twice, and from two processes at once."""

from __future__ import annotations

from importlib.resources import files
from typing import Literal

from alembic import command
from alembic.config import Config
from alembic.runtime.migration import MigrationContext
from sqlalchemy import Connection, text

from storage.database import Database

_LOCK = 5_020_127
"""Number of the PostgreSQL advisory lock that migrations hold."""


def config(connection: Connection | None = None) -> Config:
    """Alembic's configuration, working from any folder and from inside a wheel."""
    made = Config()
    made.set_main_option("script_location", str(files("storage") / "migrations"))
    made.set_main_option("path_separator", "os")
    made.attributes["connection"] = connection
    return made


def head() -> str:
    """The newest revision, as the ``HEAD`` file names it."""
    return (files("storage") / "migrations" / "HEAD").read_text("utf-8").strip()


async def upgrade(database: Database) -> None:
    """Run all missing migrations in one transaction; a second process waits, then does nothing."""
    async with database.exclusive() as connection:
        if not database.is_sqlite:
            await connection.execute(text("SELECT pg_advisory_xact_lock(:key)"), {"key": _LOCK})
        await connection.run_sync(_to, "head", "up")


async def downgrade(database: Database, revision: str) -> None:
    """Undo migrations down to *revision* (tests, and an operator after a bad deploy)."""
    async with database.exclusive() as connection:
        await connection.run_sync(_to, revision, "down")


async def current(database: Database) -> str | None:
    """The revision that the database is at, None when it is empty."""
    async with database.engine.connect() as connection:
        return await connection.run_sync(_revision)


def _revision(connection: Connection) -> str | None:
    return MigrationContext.configure(connection).get_current_revision()


def _to(connection: Connection, revision: str, direction: Literal["up", "down"]) -> None:
    step = command.upgrade if direction == "up" else command.downgrade
    step(config(connection), revision)
