"""One operating-system process of the races for seats: ``python -m tests.seat_racer URL``.

Says "ready", reads one line of JSON (who acts, where, and what to do), does everything at once,
and prints what each act came to.
"""

from __future__ import annotations

import asyncio
import json
import sys
from datetime import datetime
from typing import Any

from handlers.errors import RuleError
from handlers.services import attendees, registrations, seat_changes, seat_requests
from storage.database import Database
from storage.unit_of_work import Storage
from tests.acting import acting


async def _act(storage: Storage, task: dict[str, Any], act: list[Any]) -> str:
    now = datetime.fromisoformat(task["now"])
    try:
        async with acting(storage, task["actor"], now) as work:
            if act[0] == "cancel":
                left = await seat_changes.cancel(work, act[1])
                return left.registration.state.value
            if act[0] == "accept":
                return (await seat_requests.decide(work, act[1], True)).state.value
            if act[0] == "move":
                return (await seat_changes.move(work, act[1], act[2])).registration.state.value
            made = await registrations.register(
                work,
                task["meeting"],
                task["village"],
                act[1],
                source=attendees.SOURCE_HEAD,
                told_statement=True,
                passing_over=task.get("passing_over", 0),
            )
            return made.state.value
    except RuleError as refused:
        return refused.key


# four processes of each of two tests at the same time: PostgreSQL admits a hundred as it comes
_CONNECTIONS = 4


async def _run(url: str) -> None:
    storage = Storage(Database(url, synchronous="NORMAL", pool_size=_CONNECTIONS))
    async with storage.read() as uow:
        await uow.units.communes()
    print("ready", flush=True)  # noqa: T201 - this is how the processes talk
    task = json.loads(await asyncio.to_thread(sys.stdin.readline))
    results = await asyncio.gather(*(_act(storage, task, act) for act in task["acts"]))
    print(json.dumps(results), flush=True)  # noqa: T201
    await storage.database.close()


if __name__ == "__main__":
    asyncio.run(_run(sys.argv[1]))
