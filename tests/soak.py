"""``kill -9`` while turns are in flight, under a stream of messages; nothing may be lost.

``python -m tests.soak --kills 20 --messages 2000`` runs a real ``doithoai serve`` (SQLite,
``synchronous=FULL``) against the fake Telegram, kills it at random moments, starts it again, and
checks at the end that every message whose offset was confirmed was taken in exactly once and that
every reply row reached the platform.
"""

from __future__ import annotations

import argparse
import asyncio
import os
import random
import signal
import sys
import tempfile
from dataclasses import dataclass, field
from pathlib import Path

from sqlalchemy import func, select

from bot.config import Settings
from storage.database import Database
from storage.models import InboundMessage, OutboxMessage, OutboxState
from tests.fakes.telegram import TOKEN, FakeTelegram, running

USERS = 32
_PATIENCE = 180


@dataclass(slots=True)
class Report:
    """What the run showed."""

    kills: int = 0
    kills_in_flight: int = 0
    """Kills at which the log showed turns begun and not finished."""
    sent: int = 0
    taken: int = 0
    """Distinct message ids taken in."""
    replies: int = 0
    """Reply rows."""
    delivered: int = 0
    """Messages that the platform accepted; more than ``replies`` means repeats."""
    lost: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"kills {self.kills} ({self.kills_in_flight} with turns in flight), "
            f"messages {self.sent}, taken in once {self.taken}, reply rows {self.replies}, "
            f"delivered {self.delivered} (repeats {self.delivered - self.replies}), "
            f"lost {len(self.lost)}"
        )


async def soak(kills: int, messages: int, folder: Path, *, seed: int = 1) -> Report:
    """Kill *kills* times with *messages* messages each; raises ``TimeoutError`` when it stalls."""
    dice = random.Random(seed)
    report = Report()
    async with running() as fake:
        runner = _Runner(fake, folder)
        await runner.start()
        for number in range(1, USERS + 1):
            await fake.start(number)
            report.sent += 1
        for _ in range(kills):
            first = report.sent
            for _ in range(messages):
                await fake.send(dice.randint(1, USERS), dice.choice(("0", "menu")))
                report.sent += 1
            await _until_taken(fake, first + dice.randint(messages // 10, messages * 7 // 10))
            await asyncio.sleep(dice.random() / 50)  # anywhere within a batch
            report.kills_in_flight += await runner.kill()
            report.kills += 1
            await runner.start()
        await _until_taken(fake, report.sent)
        await _settled(runner.settings)
        await runner.stop()
        await _check(runner.settings, fake, report)
    return report


class _Runner:
    """The server process."""

    def __init__(self, fake: FakeTelegram, folder: Path) -> None:
        self._folder = folder
        self._log = folder / "serve.log"
        self._environment = {
            **os.environ,
            "DOITHOAI_DATA_DIR": str(folder),
            "DOITHOAI_DATABASE_URL": f"sqlite:///{folder / 'soak.sqlite3'}",
            "DOITHOAI_SQLITE_SYNCHRONOUS": "FULL",
            "DOITHOAI_PORT": "0",
            "DOITHOAI_LOG_LEVEL": "DEBUG",
            "DOITHOAI_TURNS_PER_MINUTE": "1000000",
            "DOITHOAI_TELEGRAM_TOKEN": TOKEN,
            "DOITHOAI_TELEGRAM_BASE_URL": f"{fake.url}/bot",
            "DOITHOAI_TELEGRAM_RATE": "1000000",
            "DOITHOAI_TELEGRAM_CHAT_RATE": "1000000",
        }
        self.settings = Settings(
            _env_file=None,
            data_dir=folder,
            database_url=self._environment["DOITHOAI_DATABASE_URL"],
        )
        self._process: asyncio.subprocess.Process | None = None

    async def start(self) -> None:
        with self._log.open("wb") as log:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable,
                "-m",
                "bot",
                "serve",
                stdout=asyncio.subprocess.DEVNULL,
                stderr=log,
                env=self._environment,
            )

    async def kill(self) -> bool:
        """``kill -9``; whether the log shows turns begun and not finished."""
        assert self._process is not None
        self._process.send_signal(signal.SIGKILL)
        await self._process.wait()
        text = self._log.read_text("utf-8", "replace")
        return text.count('"turn_begun"') > text.count('"event": "turn"')

    async def stop(self) -> None:
        assert self._process is not None
        self._process.terminate()
        await self._process.wait()


async def _until_taken(fake: FakeTelegram, count: int) -> None:
    """Return once the platform saw the first *count* updates confirmed."""
    await fake.wait_confirmed(1000 + count, _PATIENCE)


async def _settled(settings: Settings) -> None:
    """Return once no message waits in the outbox."""
    database = Database(settings.effective_database_url)
    query = (
        select(func.count())
        .select_from(OutboxMessage)
        .where(OutboxMessage.state == OutboxState.PENDING)
    )
    try:
        async with asyncio.timeout(_PATIENCE):
            while True:
                async with database.reading() as opened:
                    if (await opened.scalars(query)).one() == 0:
                        return
                await asyncio.sleep(0.05)
    finally:
        await database.close()


async def _check(settings: Settings, fake: FakeTelegram, report: Report) -> None:
    database = Database(settings.effective_database_url)
    async with database.reading() as opened:
        ids = list((await opened.scalars(select(InboundMessage.external_id))).all())
        rows = (
            await opened.execute(
                select(OutboxMessage.id, OutboxMessage.state, OutboxMessage.external_id)
            )
        ).all()
    await database.close()
    report.taken = len(set(ids))
    report.replies = len(rows)
    received = {
        str(message["message_id"]) for user in fake.users.values() for message in user.received
    }
    report.delivered = sum(len(user.received) for user in fake.users.values())
    confirmed = {str(number) for number in range(1001, 1001 + report.sent)}
    report.lost += [f"message {number}" for number in sorted(confirmed - set(ids))]
    report.lost += [f"twice {number}" for number in ids if ids.count(number) > 1][:5]
    report.lost += [
        f"reply {number}"
        for number, state, external_id in rows
        if state is not OutboxState.SENT or external_id not in received
    ]
    if report.replies != report.sent:  # every message here is answered with one
        report.lost.append(f"{report.replies} replies instead of {report.sent}")


def main() -> int:
    """Run from the command line."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--kills", type=int, default=3)
    parser.add_argument("--messages", type=int, default=200)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        report = asyncio.run(soak(options.kills, options.messages, Path(folder)))
    sys.stdout.write(f"{report}\n")
    for line in report.lost[:20]:
        sys.stdout.write(f"  {line}\n")
    return 1 if report.lost else 0


if __name__ == "__main__":
    sys.exit(main())
