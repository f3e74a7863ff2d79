"""A transaction behind a channel's back, as a service of the commune would open it."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.app import App
from handlers.context import Work
from storage.models import Role, RoleGrant


@asynccontextmanager
async def work_of(app: App) -> AsyncIterator[Work]:
    """A unit of work of *app*, committed at the end."""
    async with app.storage.write() as uow:
        yield Work(uow, app.clock(), app.rules, app.texts, app.book)
        await uow.commit()


async def make_official(app: App, channel: str, address: str) -> int:
    """Make the account's person an official of the commune."""
    async with work_of(app) as work:
        account = await work.uow.people.address(channel, address)
        assert account is not None
        [commune] = await work.uow.units.communes()
        work.uow.people.add(
            RoleGrant(
                person_id=account.person_id,
                role=Role.OFFICIAL,
                unit_id=commune.id,
                granted_at=work.now,
            )
        )
        return account.person_id
