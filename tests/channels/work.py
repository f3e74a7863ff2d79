"""A transaction behind a channel's back, as a service of the commune would open it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app import App
from handlers.context import Work


@asynccontextmanager
async def work_of(app: App) -> AsyncIterator[Work]:
    """A unit of work of *app*, committed at the end."""
    async with app.storage.write() as uow:
        yield Work(uow, app.clock(), app.rules, app.texts, app.book)
        await uow.commit()
