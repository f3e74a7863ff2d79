"""Two who act at the same moment: one goes on once the other has to wait."""

from __future__ import annotations

import asyncio
from typing import Any

from sqlalchemy import text

from storage.unit_of_work import Storage


async def until_it_waits(storage: Storage, *tasks: asyncio.Task[Any]) -> None:
    """Until each of *tasks* is through, or waits for a lock that somebody else holds."""
    if storage.database.is_sqlite:  # one writer: it waits in this process, before its first word
        return
    waiting = text(
        "SELECT count(*) FROM pg_stat_activity"
        " WHERE datname = current_database() AND wait_event_type = 'Lock'"
    )
    while open_ := sum(not task.done() for task in tasks):
        async with storage.database.reading() as opened:
            if (await opened.execute(waiting)).scalar_one() >= open_:
                return
