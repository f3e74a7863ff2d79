"""Helpers for tests that talk as households: the harness, and a look into every table."""

from __future__ import annotations

from sqlalchemy import select

from bot.config import Settings
from handlers.faq_book import FaqBook
from handlers.messages import Reply
from storage.models import Base, Submission
from tests.chat import Chat
from tests.clock import Clock


async def opened(settings: Settings, clock: Clock, book: FaqBook, world: str = "announced") -> Chat:
    """A commune with people talking to it."""
    chat = Chat(settings, clock, book)
    await chat.prepare(world)
    return chat


async def say(chat: Chat, who: str, *texts: str) -> list[Reply]:
    """Send lines as *who*; what they were told by the last one."""
    got: list[tuple[str, Reply]] = []
    for text in texts:
        got = await chat.say(who, text)
    return [reply for address, reply in got if address == who]


def text_of(replies: list[Reply]) -> str:
    """Everything in *replies* as one text."""
    return "\n".join(reply.plain() for reply in replies)


async def all_cells(chat: Chat) -> str:
    """Every cell of every table, as one text."""
    storage = chat.storage()
    cells: list[str] = []
    try:
        async with storage.database.reading() as opened_:
            for table in Base.metadata.sorted_tables:
                rows = (await opened_.execute(select(table))).all()
                cells += [str(cell) for row in rows for cell in row]
    finally:
        await storage.database.close()
    return "\n".join(cells)


async def submissions(chat: Chat) -> list[Submission]:
    """All submissions, the oldest first."""
    storage = chat.storage()
    try:
        async with storage.database.reading() as opened_:
            return list((await opened_.scalars(select(Submission).order_by(Submission.id))).all())
    finally:
        await storage.database.close()
