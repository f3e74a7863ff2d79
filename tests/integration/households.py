"""Helpers for tests that talk as households: the harness, and a look into every table."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import TypeVar

from sqlalchemy import Executable, Select, select

from bot.config import Settings
from handlers.context import Rules, Work
from handlers.faq_book import FaqBook
from handlers.messages import Reply
from handlers.texts import Texts
from storage.models import Base, Conversation, OutboxMessage, Person, Registration, Submission
from storage.unit_of_work import Storage, UnitOfWork
from tests.chat import Chat
from tests.clock import Clock

QUESTION = "mất thẻ bhyt làm lại ở đâu"
PETITION = "Xin xã sửa bể nước Mẫu Đơn"
UNANSWERED = "con suối sau nhà tôi sạt bờ Mẫu Đá thì ai lo việc đó"
"""A question that no entry of the FAQ answers."""
_Row = TypeVar("_Row")
_KNOWLEDGE = frozenset({"faq_entry", "faq_revision", "faq_citation", "legal_document"})
"""Tables that hold the FAQ: its words are not what anybody said."""


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


@asynccontextmanager
async def storage_of(chat: Chat) -> AsyncIterator[Storage]:
    """The database of the talk."""
    storage = chat.storage()
    try:
        yield storage
    finally:
        await storage.database.close()


async def stored(chat: Chat, statement: Select[_Row]) -> list[_Row]:
    """What stands in the database."""
    async with storage_of(chat) as storage, storage.database.reading() as opened_:
        return list(await opened_.scalars(statement))


async def change(chat: Chat, *changes: Executable | Base) -> None:
    """Run statements in the database behind the talk, and add rows to it."""
    async with storage_of(chat) as storage, storage.database.writing() as opened_:
        for one in changes:
            if isinstance(one, Base):
                opened_.add(one)
            else:
                await opened_.execute(one)
        await opened_.commit()


async def all_cells(chat: Chat) -> str:
    """Every cell of every table that people fill, as one text."""
    cells: list[str] = []
    async with storage_of(chat) as storage, storage.database.reading() as opened_:
        for table in Base.metadata.sorted_tables:
            if table.name in _KNOWLEDGE:
                continue
            rows = (await opened_.execute(select(table))).all()
            cells += [str(cell) for row in rows for cell in row]
    return "\n".join(cells)


async def open_talks(chat: Chat) -> str:
    """What the open talks hold, as one text."""
    return "\n".join(str(frames) for frames in await stored(chat, select(Conversation.frames)))


async def submissions(chat: Chat) -> list[Submission]:
    """All submissions, the oldest first."""
    return await stored(chat, select(Submission).order_by(Submission.id))


async def registrations(chat: Chat) -> list[Registration]:
    """All seats and places in the waiting lists, the oldest first."""
    return await stored(chat, select(Registration).order_by(Registration.id))


async def queued(chat: Chat) -> list[OutboxMessage]:
    """Every message on its way or sent, the oldest first."""
    return await stored(chat, select(OutboxMessage).order_by(OutboxMessage.id))


async def petition(chat: Chat, who: str = "H", text: str = PETITION) -> Submission:
    """Send a petition through the talk, whatever it still asks; what is kept of it."""
    await say(chat, who, "menu", "kiến nghị", "1", text)
    for _ in range(6):
        last = chat.last(who)
        labels = [choice.label for choice in last.choices]
        if "Đồng ý" in labels or "Nhắn ở đây" in labels or "Thôn 1" in labels:
            await say(chat, who, "1")
        elif "Không ghi tên" in labels:
            await say(chat, who, "Hộ Mẫu Mới")
        else:
            break
    await say(chat, who, "gửi")
    return (await submissions(chat))[-1]


async def ask_until_read_back(chat: Chat, *opening: str) -> None:
    """Ask with the phone of H, of village 5, until the words are read back."""
    await say(chat, "H", *opening)
    for _ in range(8):
        labels = [choice.label for choice in chat.last("H").choices]
        if "Gửi" in labels:
            return
        if "Thôn 1" in labels:
            await say(chat, "H", "thôn 5")
        elif "Chưa, gửi cho cán bộ" in labels or "Không, gửi cho cán bộ" in labels:
            await say(chat, "H", "2")
        else:
            await say(chat, "H", "1")


def work_of(uow: UnitOfWork, clock: Clock, book: FaqBook, actor: Person | None = None) -> Work:
    """What a service needs, in an open unit of work."""
    return Work(uow=uow, now=clock.now, rules=Rules(), texts=Texts.load(), faq=book, actor=actor)
