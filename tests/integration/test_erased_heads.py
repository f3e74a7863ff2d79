"""A village head is erased while an official, or another head, needs the same talks."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from typing import Any

import pytest
from sqlalchemy import select

from bot.app import build, open_database
from bot.config import Settings
from handlers.faq_book import FaqBook
from handlers.messages import Incoming
from handlers.services import head_roles, head_tasks, sight
from storage.models import Person, Role, RoleGrant, Untold
from tests.chat import Chat, CollectingChannel
from tests.clock import Clock
from tests.integration.households import change, opened, say, stored
from tests.worlds import TERMINAL

Act = Callable[..., Awaitable[Any]]


@pytest.fixture
async def chat(settings: Settings, clock: Clock, book: FaqBook) -> Chat:
    """A village head with answers to read out, and an official."""
    return await opened(settings, clock, book, "asked")


class Meeting:
    """The first two who come wait for each other, each with what they hold already."""

    def __init__(self, monkeypatch: pytest.MonkeyPatch) -> None:
        self._barrier = asyncio.Barrier(2)
        self._patch = monkeypatch
        self._came = 0

    def before(self, module: Any, name: str) -> None:
        """Let whoever calls *name* of *module* wait first."""
        act: Act = getattr(module, name)

        async def waits(*args: Any, **named: Any) -> Any:
            self._came += 1
            if self._came <= self._barrier.parties:
                await self._barrier.wait()
            return await act(*args, **named)

        self._patch.setattr(module, name, waits)


async def at_once(chat: Chat, book: FaqBook, **said: str) -> None:
    """Everybody says their line at the same moment, each to a process of their own."""
    database = open_database(chat.settings)
    channel = CollectingChannel()
    app = await build(
        chat.settings, {channel.name: channel}, clock=chat.clock, book=book, database=database
    )
    try:
        receipts = await asyncio.gather(
            *(
                app.intake.receive(
                    Incoming(TERMINAL, who, f"at-once-{who}", text=text, sent_at=chat.clock())
                )
                for who, text in said.items()
            )
        )
    finally:
        await app.storage.database.close()
    assert [one.result for one in receipts] == ["done"] * len(said)


def is_sqlite(chat: Chat) -> bool:
    """One writer: nobody can hold what another one needs."""
    return chat.settings.effective_database_url.startswith("sqlite")


async def grants(chat: Chat) -> list[RoleGrant]:
    heads = select(RoleGrant).where(RoleGrant.role == Role.VILLAGE_HEAD).order_by(RoleGrant.id)
    return await stored(chat, heads)


async def test_the_role_is_taken_back_at_the_same_moment(
    chat: Chat, book: FaqBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert chat.world is not None
    head = chat.world.people["T"].id
    await say(chat, "T", "xoá")
    await say(chat, "O", "thôi trưởng thôn", "2")
    if not is_sqlite(chat):
        meeting = Meeting(monkeypatch)
        meeting.before(sight, "blank")
        meeting.before(head_roles, "_take_back")
    await at_once(chat, book, T="1", O="2")
    ended = [one for one in await grants(chat) if one.person_id == head]
    assert [one.revoked_at is not None for one in ended] == [True]
    [person] = await stored(chat, select(Person).where(Person.id == head))
    assert (person.display_name, person.erased_at) == (None, chat.clock())
    of_head = select(Untold).where(Untold.person_id == head)
    assert await stored(chat, of_head) == [], "nobody is to tell them anything"


async def test_two_heads_of_a_village_are_erased_at_the_same_moment(
    chat: Chat, book: FaqBook, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert chat.world is not None
    first, second = chat.world.people["T"].id, chat.world.people["T1"].id
    for head, village in ((first, 0), (second, 2)):
        unit = chat.world.villages[village].id
        both = RoleGrant(
            person_id=head, role=Role.VILLAGE_HEAD, unit_id=unit, granted_at=chat.clock()
        )
        await change(chat, both)
    await say(chat, "T", "xoá")
    await say(chat, "T1", "xoá")
    if not is_sqlite(chat):
        Meeting(monkeypatch).before(sight, "blank")
    await at_once(chat, book, T="1", T1="1")
    gone = await stored(chat, select(Person.id).where(Person.erased_at.is_not(None)))
    assert sorted(gone) == sorted([first, second])
    assert all(one.revoked_at is not None for one in await grants(chat))


async def test_who_is_erased_just_before_is_not_taken_the_role_from_again(
    chat: Chat, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert chat.world is not None
    taken: list[int] = []
    take_back: Act = head_tasks.take_back

    async def noted(work: Any, person: Person, village_id: int) -> None:
        taken.append(person.id)
        await take_back(work, person, village_id)

    monkeypatch.setattr(head_tasks, "take_back", noted)
    await say(chat, "O", "thôi trưởng thôn", "2")
    await say(chat, "T", "xoá", "1")
    await say(chat, "O", "2")
    assert taken == [chat.world.people["T"].id]
