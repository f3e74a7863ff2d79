"""Acting as somebody of a world, straight on the services, each act in its own transaction."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import datetime
from typing import cast

from handlers.context import Rules, Work
from handlers.faq_book import FaqBook
from handlers.texts import Texts
from storage.unit_of_work import Storage, UnitOfWork

NO_FAQ = cast("FaqBook", None)
"""For services that never look at the FAQ."""


def work_of(uow: UnitOfWork, now: datetime) -> Work:
    """A unit of work as services take it, nobody acting yet."""
    return Work(uow=uow, now=now, rules=Rules(), texts=Texts.load(), faq=NO_FAQ)


@asynccontextmanager
async def acting(storage: Storage, actor_id: int | None, now: datetime) -> AsyncIterator[Work]:
    """One act of a person; committed at the end, rolled back by an error."""
    async with storage.write() as uow:
        work = work_of(uow, now)
        if actor_id is not None:
            work.actor = await uow.people.get(actor_id)
        yield work
        await uow.commit()
