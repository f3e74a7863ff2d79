"""Coverage is measured where it can grow: on SQLite, and in tests that know PostgreSQL alone.

A test that runs on both databases walks the same Python lines twice, and tracing them takes as long
as running them. What only its PostgreSQL run reaches counts as not covered, never the reverse.
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from coverage import Coverage

_DATABASES = ("empty_database_url", "migrated_database_url", "database_url")


def runs_on_both(item: pytest.Item) -> bool:
    """Whether *item* is the PostgreSQL run of a test that also runs on SQLite."""
    call = getattr(item, "callspec", None)
    return call is not None and any(call.params.get(url) == "postgresql" for url in _DATABASES)


@contextmanager
def untraced() -> Iterator[None]:
    """Lines run in the block are not counted as covered; nothing changes without coverage."""
    coverage = Coverage.current()
    if coverage is None:
        yield
        return
    coverage.stop()
    try:
        yield
    finally:
        coverage.start()
