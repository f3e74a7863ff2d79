"""An announced meeting is moved or called off: nobody is left with the old day."""

from __future__ import annotations

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import timedelta

import pytest

from bot.config import Settings
from handlers.context import Work
from handlers.faq_book import FaqBook
from handlers.services import (
    announcements,
    change_notices,
    dialogue_sessions,
    head_roles,
    invitations,
)
from tests.acting import acting
from tests.chat import Chat
from tests.clock import Clock

OLD_DAY, NEW_DAY = "05/12/2026", "12/12/2026"


@pytest.fixture
async def chat(settings: Settings, clock: Clock, book: FaqBook) -> Chat:
    chat = Chat(settings, clock, book)
    await chat.prepare("drafted")
    return chat


@asynccontextmanager
async def official(chat: Chat) -> AsyncIterator[Work]:
    assert chat.world is not None
    storage = chat.storage()
    try:
        async with acting(storage, chat.world.people["O"].id, chat.clock()) as work:
            yield work
    finally:
        await storage.database.close()


def meeting_id(chat: Chat) -> int:
    assert chat.world is not None
    assert chat.world.dialogue_session is not None
    return chat.world.dialogue_session.id


async def publish(chat: Chat) -> None:
    async with official(chat) as work:
        await announcements.publish(work, meeting_id(chat))


async def postpone(chat: Chat, *, days: int | None = 7) -> int:
    async with official(chat) as work:
        found = await work.uow.dialogue_sessions.get(meeting_id(chat))
        assert found is not None
        before = found.starts_at
        assert before is not None
        later = before + timedelta(days=days) if days else None
        found = await dialogue_sessions.postpone(work, found.id, later)
        return await change_notices.tell_postponed(work, found, before)


async def cancel(chat: Chat) -> int:
    async with official(chat) as work:
        found = await dialogue_sessions.cancel(work, meeting_id(chat))
        return await change_notices.tell_cancelled(work, found)


async def told(chat: Chat, who: str) -> list[str]:
    await chat.wait()
    return [reply.text for reply in chat.sent.get(who, [])]


async def test_who_read_the_invitation_hears_the_new_day_and_deadline(chat: Chat) -> None:
    await publish(chat)
    await chat.wait()
    assert await postpone(chat) == len({"T", "T1", "H", "H1"})
    invited, moved = await told(chat, "H1")
    assert OLD_DAY in invited
    assert moved.startswith("⚠ Buổi họp thứ Bảy, 05/12/2026 dời ngày.")
    assert NEW_DAY in moved
    assert "Hạn đăng ký: 5 giờ chiều, thứ Tư, 09/12/2026." in moved
    homes = (await told(chat, "T"))[-1]
    assert homes.startswith("Thôn 3 có 2 nhà em chưa nhắn được.")
    assert "1) Hộ Mẫu" in homes


async def test_who_did_not_read_it_is_invited_to_the_new_day_only(chat: Chat) -> None:
    await publish(chat)
    assert await postpone(chat) == len({"T", "T1", "H", "H1"})
    (invited,) = await told(chat, "H1")
    assert invited.startswith("📅 Mời bà con")
    assert NEW_DAY in invited
    assert OLD_DAY not in invited
    head = await told(chat, "T")
    assert head[0].startswith("⚠ Buổi họp")
    assert sum("📅 Mời bà con" in text for text in head) == 1
    assert not any("📅" in text and OLD_DAY in text for text in head)
    assert any("Hộ Mẫu Ba" in text for text in head)


async def test_a_second_change_still_reaches_everybody_once(chat: Chat) -> None:
    await publish(chat)
    assert await postpone(chat) == 4
    assert await postpone(chat) == 4
    (invited,) = await told(chat, "H1")
    assert "19/12/2026" in invited


async def test_without_a_new_day_the_invitation_is_taken_back(chat: Chat) -> None:
    await publish(chat)
    assert await postpone(chat, days=None) == 4
    (put_off,) = await told(chat, "H1")
    assert "phải hoãn" in put_off


@pytest.mark.parametrize("read", [True, False])
async def test_everybody_who_was_invited_hears_that_there_is_no_meeting(
    chat: Chat, *, read: bool
) -> None:
    await publish(chat)
    if read:
        await chat.wait()
    assert await cancel(chat) == len({"T", "T1", "H", "H1"})
    texts = await told(chat, "H1")
    assert texts[-1].startswith("⚠ Buổi họp thứ Bảy, 05/12/2026 không họp nữa.")
    assert len(texts) == (2 if read else 1)


async def test_what_was_taken_back_counts_as_no_failure(chat: Chat) -> None:
    await publish(chat)
    await cancel(chat)
    await chat.wait()
    async with official(chat) as work:
        found = await work.uow.dialogue_sessions.get(meeting_id(chat))
        assert found is not None
        counted = await announcements.deliveries(work, found)
        assert (counted.failed, counted.waiting, counted.sent) == (0, 0, 4)


async def join(chat: Chat) -> None:
    """ "A" asks to be head of thôn 3."""
    assert chat.world is not None
    async with official(chat) as work:
        code = await invitations.issue(work, chat.world.villages[2].id)
    for line in (f"[start join_{code}]", "đồng ý", "Trưởng Thôn Mẫu Mới", "1"):
        await chat.say("A", line)


async def replace_head(chat: Chat) -> None:
    """ "A" becomes head of thôn 3 instead of "T"."""
    assert chat.world is not None
    async with official(chat) as work:
        (holder,) = await head_roles.waiting(work, chat.world.commune.id)
        await head_roles.approve(work, holder.invitation_id, replace=True)


async def test_homes_go_to_the_new_head_and_not_to_the_one_before(chat: Chat) -> None:
    await join(chat)
    await publish(chat)
    await replace_head(chat)
    before = await told(chat, "T")
    assert not any("Hộ Mẫu Ba" in text for text in before)
    assert sum(text.startswith("📅 Mời bà con") for text in before) == 1, "as everybody of thôn 3"
    new = await told(chat, "A")
    assert any("Thôn 3 có 2 nhà" in text and "Hộ Mẫu Ba" in text for text in new)
    assert sum(text.startswith("📅 Mời bà con") for text in new) == 1
    async with official(chat) as work:
        assert (await announcements.publish(work, meeting_id(chat))).added == 0


async def test_a_new_head_gets_the_homes_after_the_first_one_had_them(chat: Chat) -> None:
    await publish(chat)
    await chat.wait()
    await join(chat)
    before = len(await told(chat, "T"))
    await replace_head(chat)
    assert any("Hộ Mẫu Ba" in text for text in await told(chat, "A"))
    (revoked,) = (await told(chat, "T"))[before:]
    assert "thôi làm trưởng" in revoked
