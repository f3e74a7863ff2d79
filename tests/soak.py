"""``kill -9`` while turns are in flight, under a stream of messages; nothing may be lost.

``python -m tests.soak --kills 20 --messages 2000`` runs a real ``doithoai serve`` (SQLite,
``synchronous=FULL``) for people at the fake Telegram and people at web chat pages, half of the
messages each, kills it at random moments, starts it again, and checks at the end that every message
that was acknowledged (Telegram: its offset confirmed; web: answered with 200) was taken in exactly
once and answered exactly once, and that every reply reached its reader.
"""

from __future__ import annotations

import argparse
import asyncio
import random
import sys
import tempfile
from collections import Counter
from collections.abc import Awaitable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from sqlalchemy import Select, func, select

from bot.config import Settings
from storage.database import Database
from storage.models import ChannelAddress, InboundMessage, OutboxMessage, OutboxState
from tests.fakes.telegram import FakeTelegram, running
from tests.soak_pages import Pages, browsing
from tests.soak_server import Server

USERS = 32
PAGES = 16
_PATIENCE = 180
_FIRST_UPDATE = 1001


@dataclass(slots=True)
class Tally:
    """What one channel showed."""

    kills_in_flight: int = 0
    """Kills at which the log showed turns begun and not finished."""
    sent: int = 0
    taken: int = 0
    """Distinct message ids taken in."""
    replies: int = 0
    """Reply rows."""
    delivered: int = 0
    """Messages that reached people; more than ``replies`` means repeats."""

    def __str__(self) -> str:
        return (
            f"messages {self.sent}, taken in once {self.taken}, reply rows {self.replies}, "
            f"delivered {self.delivered} (repeats {self.delivered - self.replies}), "
            f"{self.kills_in_flight} kills in flight"
        )


@dataclass(slots=True)
class Report:
    """What the run showed."""

    kills: int = 0
    telegram: Tally = field(default_factory=Tally)
    webchat: Tally = field(default_factory=Tally)
    recognised: int = 0
    """Messages of pages that a kill let commit but not acknowledge, known again when they came."""
    lost: list[str] = field(default_factory=list)

    def __str__(self) -> str:
        return (
            f"kills {self.kills}, lost {len(self.lost)}\n"
            f"  telegram: {self.telegram}\n"
            f"  web chat: {self.webchat}, {self.recognised} recognised when sent again"
        )


async def soak(kills: int, messages: int, folder: Path, *, seed: int = 1) -> Report:
    """Kill *kills* times with *messages* messages each; raises ``TimeoutError`` when it stalls."""
    dice = random.Random(seed)
    report = Report()
    async with running() as fake:
        server = Server(fake, folder)
        async with browsing(server.url, PAGES) as pages:
            await server.start()
            await _greet(fake, pages, report)
            for _ in range(kills):
                await _round(fake, pages, report, messages // 2, dice)
                await asyncio.sleep(dice.random() / 50)  # anywhere within a batch
                for channel in await server.kill():
                    getattr(report, channel).kills_in_flight += 1
                report.kills += 1
                await server.start()
            await _all_taken(fake, pages, report)
            await _settled(server.settings)
            await pages.look_once_more()
            await server.stop()
        await _check(server.settings, fake, pages, report)
    return report


async def _greet(fake: FakeTelegram, pages: Pages, report: Report) -> None:
    for number in range(1, USERS + 1):
        await fake.start(number)
        report.telegram.sent += 1
    for number in range(PAGES):
        pages.send(number, start="")
    await _all_taken(fake, pages, report)


async def _round(
    fake: FakeTelegram, pages: Pages, report: Report, messages: int, dice: random.Random
) -> None:
    """Send *messages* on each channel; return when one of them has got somewhere, both not far."""
    await _all_taken(fake, pages, report)  # what the last kill left over
    confirmed, acknowledged = report.telegram.sent, pages.sent
    for _ in range(messages):
        await fake.send(dice.randint(1, USERS), dice.choice(("0", "menu")))
        report.telegram.sent += 1
        pages.send(dice.randrange(PAGES), text=dice.choice(("0", "menu")))
    share = dice.randint(messages // 10, messages * 7 // 10)
    await _first(
        fake.wait_confirmed(_FIRST_UPDATE - 1 + confirmed + share, _PATIENCE),
        pages.wait_acknowledged(acknowledged + share, _PATIENCE),
    )


async def _first(*waits: Awaitable[None]) -> None:
    """Return when one of *waits* does."""
    tasks = [asyncio.ensure_future(one) for one in waits]
    done, others = await asyncio.wait(tasks, return_when=asyncio.FIRST_COMPLETED)
    for task in others:
        task.cancel()
    await asyncio.gather(*others, return_exceptions=True)
    for task in done:
        task.result()


async def _all_taken(fake: FakeTelegram, pages: Pages, report: Report) -> None:
    """Return once everything that was sent is acknowledged."""
    await fake.wait_confirmed(_FIRST_UPDATE - 1 + report.telegram.sent, _PATIENCE)
    await pages.wait_acknowledged(pages.sent, _PATIENCE)


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


async def _check(settings: Settings, fake: FakeTelegram, pages: Pages, report: Report) -> None:
    database = Database(settings.effective_database_url)
    try:
        async with database.reading() as opened:
            taken = (
                await opened.execute(select(InboundMessage.channel, InboundMessage.external_id))
            ).all()
            rows = (await opened.execute(_replies())).all()
    finally:
        await database.close()
    report.webchat.sent, report.recognised = pages.sent, pages.repeated
    confirmed = {str(_FIRST_UPDATE + number) for number in range(report.telegram.sent)}
    acknowledged = {
        f"{page.address[:40]}:{number}" for page in pages.pages for number in page.acknowledged
    }
    for channel, wanted in (("telegram", confirmed), ("webchat", acknowledged)):
        found = Counter(number for on, number in taken if on == channel)
        tally: Tally = getattr(report, channel)
        tally.taken = len(found)
        tally.replies = sum(row.channel == channel for row in rows)
        report.lost += [f"{channel} message {one}" for one in sorted(wanted - set(found))]
        report.lost += [f"{channel} twice {one}" for one, times in found.items() if times > 1]
        if tally.replies != tally.sent:  # every message here is answered with one
            report.lost.append(f"{channel}: {tally.replies} replies instead of {tally.sent}")
    _check_telegram(fake, [row for row in rows if row.channel == "telegram"], report)
    _check_pages(pages, [row for row in rows if row.channel == "webchat"], report)


def _replies() -> Select[int, OutboxState, str | None, str, str]:
    return select(
        OutboxMessage.id,
        OutboxMessage.state,
        OutboxMessage.external_id,
        ChannelAddress.channel,
        ChannelAddress.address,
    ).join(ChannelAddress, ChannelAddress.id == OutboxMessage.address_id)


def _check_telegram(fake: FakeTelegram, rows: list[Any], report: Report) -> None:
    """The platform accepted every reply, at least once."""
    received = [str(one["message_id"]) for user in fake.users.values() for one in user.received]
    report.telegram.delivered = len(received)
    known = set(received)
    report.lost += [
        f"telegram reply {row.id}"
        for row in rows
        if row.state is not OutboxState.SENT or row.external_id not in known
    ]


def _check_pages(pages: Pages, rows: list[Any], report: Report) -> None:
    """Every page shows exactly the replies to its account, each once."""
    for page in pages.pages:
        report.webchat.delivered += len(page.shown)
        kept = {row.id for row in rows if row.address == page.address}
        if len(kept) != len(page.acknowledged):
            report.lost.append(f"page: {len(kept)} replies to {len(page.acknowledged)} messages")
        report.lost += [f"page reply {one}" for one in sorted(kept - set(page.shown))]
        report.lost += [f"page reply not kept {one}" for one in set(page.shown) - kept]


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
