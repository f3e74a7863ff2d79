"""Statements compiled once for all databases of a test run: every test opens engines of its own."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

import pytest
from sqlalchemy import Engine
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from storage import database


@contextmanager
def compiled_once() -> Iterator[None]:
    """Let engines of one kind of database share its dialect and the statements compiled for it.

    A fifth of the time of a scripted dialogue went into compiling what the test before had
    compiled, too. SQLAlchemy keeps statements by dialect, and a dialect for each engine.
    """
    first: dict[str, Engine] = {}

    def create(url: Any, **options: Any) -> AsyncEngine:
        made = create_async_engine(url, **options)
        own = made.sync_engine
        other = first.get(own.dialect.name)
        # a dialect is ready from the first connection on
        if other is None or not hasattr(other.dialect, "server_version_info"):
            first[own.dialect.name] = own
        else:
            own.dialect, own._compiled_cache = other.dialect, other._compiled_cache
        return made

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(database, "create_async_engine", create)
        yield
