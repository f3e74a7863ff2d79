"""``doithoai faq export | import | lint --database | expiring | worklist``: the FAQ in use."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from bot import export_command
from bot.config import Settings
from bot.exporting import Made, Parts, make_faq
from faq.entries import FaqEntry
from faq.findings import Finding
from faq.lint import lint
from handlers import access, faq_book
from handlers.context import Work
from handlers.faq_book import FaqBook
from handlers.parsing import key
from handlers.services import (
    faq_expiry,
    faq_import,
    faq_import_words,
    faq_places,
    faq_reading,
)
from handlers.services.faq_reading import Edited
from handlers.texts import local
from storage.models import FaqReview, Person

_TERMINAL = "terminal"


@dataclass(eq=False)
class FaqCommandError(Exception):
    """Why the command does nothing; ``key`` names the sentence."""

    key: str
    params: dict[str, str]


@dataclass(frozen=True, slots=True)
class Preview:
    """What a file would change, in words."""

    lines: list[str]
    problems: list[str]
    """With any of these nothing can be taken in."""
    changes: int


@dataclass(frozen=True, slots=True)
class Worklist:
    """What officials still have to look through, as their chat lists it."""

    due: list[tuple[date | None, FaqEntry]]
    """Waits for review (None), or ends soon."""
    unreviewed: list[FaqEntry]
    """Nobody has looked through these yet."""
    everything: int


async def export(settings: Settings, file: Path) -> Made:
    """Write the whole FAQ to *file*. Raises ``OSError``."""
    async with export_command.opened(settings) as parts:
        return await make_faq(parts, None, file)


async def preview(settings: Settings, content: bytes, name: str) -> Preview:
    """What the file of bytes *content* would change when *name* takes it in.

    Raises ``FaqCommandError`` and ``RuleError``; nothing is changed.
    """
    async with acting(settings, name) as work:
        plan = await faq_import.plan(work, await _read(work, content))
        texts = work.texts
        return Preview(
            lines=[
                faq_import_words.counts(texts, plan),
                *(faq_import_words.change(texts, one) for one in plan.changes),
                *faq_import_words.remarks(texts, plan),
            ],
            problems=[faq_import_words.problem(texts, one) for one in plan.problems],
            changes=len(plan.changes),
        )


async def take_in(settings: Settings, content: bytes, name: str) -> int:
    """Take the file in, all of it or nothing; how many entries changed.

    Raises ``FaqCommandError`` and ``RuleError``.
    """
    async with acting(settings, name) as work:
        plan = await faq_import.plan(work, await _read(work, content))
        count = await faq_import.carry_out(work, plan)
        await work.uow.commit()
    return count


async def _read(work: Work, content: bytes) -> Edited:
    return await asyncio.to_thread(faq_reading.read, content, work.texts)


async def findings(settings: Settings) -> list[Finding]:
    """What the linter finds in the database's FAQ."""
    async with export_command.opened(settings) as parts:
        async with parts.storage.snapshot() as uow:
            stored = await faq_book.read(uow)
            records = [record for record, _ in await uow.faq.current()]
            places = await faq_places.of_records(uow, parts.texts, records)
        return await asyncio.to_thread(lint, stored.knowledge, _today(parts), places.meet)


async def expiring(settings: Settings) -> list[tuple[date | None, FaqEntry]]:
    """Entries that wait for review (None) or end within 60 days, the soonest first."""
    async with export_command.opened(settings) as parts:
        async with parts.storage.snapshot() as uow:
            stored = await faq_book.read(uow)
        return faq_expiry.ending(stored.knowledge.entries, _today(parts))


async def worklist(settings: Settings) -> Worklist:
    """What :func:`expiring` gives, and every entry that no official has looked through yet."""
    async with export_command.opened(settings) as parts:
        async with parts.storage.snapshot() as uow:
            entries = (await faq_book.read(uow)).knowledge.entries
        return Worklist(
            due=faq_expiry.ending(entries, _today(parts)),
            unreviewed=sorted(
                (one for one in entries if one.review.state == FaqReview.UNREVIEWED.value),
                key=lambda one: (one.topic, one.id),
            ),
            everything=len(entries),
        )


def _today(parts: Parts) -> date:
    return local(parts.clock()).date()


@asynccontextmanager
async def acting(settings: Settings, name: str) -> AsyncIterator[Work]:
    """An act of the official *name*, rolled back unless the caller commits.

    Raises ``FaqCommandError``.
    """
    async with export_command.opened(settings) as parts, acting_in(parts, name) as work:
        yield work


@asynccontextmanager
async def acting_in(parts: Parts, name: str, book: FaqBook | None = None) -> AsyncIterator[Work]:
    """Like :func:`acting`, in an installation that is open; *book* for who searches.

    Raises ``FaqCommandError``.
    """
    async with parts.storage.write() as uow:
        work = Work(
            uow, parts.clock(), parts.rules, parts.texts, parts.book if book is None else book
        )
        work.actor = await _official(work, name)
        yield work


async def _official(work: Work, name: str) -> Person:
    """The official whose name, or whose account in the terminal, is *name*."""
    units = list(await work.uow.units.above_villages())
    officials = {person.id: person for person in await access.officials(work, units)}
    account = await work.uow.people.address(_TERMINAL, name)
    if account is not None and account.person_id in officials:
        return officials[account.person_id]
    named = [one for one in officials.values() if key(one.display_name or "") == key(name)]
    if len(named) == 1:
        return named[0]
    known = "cli-faq-many-officials" if named else "cli-faq-no-official"
    raise FaqCommandError(known, {"name": name})
