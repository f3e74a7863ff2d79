"""Exit status 0 when a PostgreSQL server answers at the URL given."""

import asyncio
import sys

import asyncpg


async def _reach(url: str) -> None:
    connection = await asyncpg.connect(url, timeout=3)
    await connection.close()


try:
    asyncio.run(_reach(sys.argv[1]))
except (OSError, asyncpg.PostgresError, TimeoutError, asyncpg.InterfaceError):
    sys.exit(1)
