"""More messages in a minute than are read: danger is heard in them, and the rest is owned up to."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from bot.config import Settings
from handlers.faq_book import FaqBook
from storage.models import AuditEntry
from tests.chat import Chat
from tests.clock import Clock
from tests.integration.households import all_cells, opened, say, submissions, text_of

DANGER = "nó cầm dao đòi chém con cứu với"
PATIENCE = "Từ tin này em đọc chưa kịp"
NUMBERS = "113"


@pytest.fixture
async def chat(settings: Settings, clock: Clock, book: FaqBook) -> Chat:
    """Three messages a minute are read."""
    return await opened(settings.model_copy(update={"turns_per_minute": 3}), clock, book)


async def fill(chat: Chat, who: str = "H") -> None:
    for _ in range(3):
        assert await say(chat, who, "menu")


def unread(text: str, count: int) -> bool:
    return f"còn {count} tin em chưa đọc" in text


async def test_what_comes_too_fast_is_not_read_and_that_is_said_once(chat: Chat) -> None:
    await fill(chat)
    assert PATIENCE in text_of(await say(chat, "H", "kiến nghị"))
    assert await say(chat, "H", "kiến nghị", "Xin sửa cầu Mẫu Mơ") == []
    assert "Mẫu Mơ" not in await all_cells(chat)
    assert text_of(await say(chat, "T", "menu"))  # others are read meanwhile


async def test_after_the_minute_the_person_hears_how_many_were_not_read(
    chat: Chat, clock: Clock
) -> None:
    await fill(chat)
    await say(chat, "H", "một", "hai", "ba", "bốn")
    clock.forward(seconds=50)
    assert await chat.wait() == []
    clock.forward(seconds=10)
    [(who, told)] = await chat.wait()
    assert who == "H"
    assert unread(told.text, 4)
    clock.forward(minutes=5)
    assert await chat.wait() == []
    assert not unread(text_of(await say(chat, "H", "menu")), 4)


async def test_who_writes_on_hears_it_before_the_next_question(chat: Chat, clock: Clock) -> None:
    await fill(chat)
    await say(chat, "H", "một", "hai")
    clock.forward(seconds=61)
    [answer] = await say(chat, "H", "kiến nghị")
    assert unread(answer.text, 2)
    assert answer.text.index("chưa đọc") < answer.text.index("muốn gửi gì")
    assert answer.choices
    assert await chat.wait() == []


async def test_nobody_hears_it_without_a_message_that_was_not_read(
    chat: Chat, clock: Clock
) -> None:
    await fill(chat)
    clock.forward(minutes=2)
    assert await chat.wait() == []
    assert "chưa đọc" not in text_of(await say(chat, "H", "menu"))


async def test_who_blocked_us_meanwhile_hears_nothing(chat: Chat, clock: Clock) -> None:
    await fill(chat)
    await say(chat, "H", "một", "hai", "[stopped]")
    clock.forward(minutes=2)
    assert await chat.wait() == []


async def test_danger_is_heard_in_what_is_not_read(chat: Chat, clock: Clock) -> None:
    await fill(chat)
    await say(chat, "H", "Đường hỏng", "Cầu gãy")
    told = text_of(await say(chat, "H", DANGER))
    assert NUMBERS in told
    assert "Thôn 3" in chat.last("O").text
    # A number to call back, typed in the same minute, is read as well.
    clock.forward(seconds=2)
    await say(chat, "H", "0912345678")
    clock.forward(seconds=2)
    assert "gọi lại số 0912345678" in text_of(await say(chat, "H", "1"))
    [row] = await submissions(chat)
    assert row.danger is not None
    assert DANGER in row.text
    clock.forward(minutes=1)
    [(_, after)] = [one for one in await chat.wait() if one[0] == "H"]
    assert unread(after.text, 2)


async def test_danger_heard_late_is_no_message_that_was_not_read(chat: Chat, clock: Clock) -> None:
    await fill(chat)
    assert NUMBERS in text_of(await say(chat, "H", DANGER))
    clock.forward(minutes=2)
    assert await chat.wait() == []
    await fill(chat)
    assert PATIENCE in text_of(await say(chat, "H", "menu"))


async def test_first_the_numbers_then_what_was_not_read(chat: Chat, clock: Clock) -> None:
    await fill(chat)
    await say(chat, "H", "một")
    clock.forward(seconds=61)
    told = text_of(await say(chat, "H", DANGER))
    assert told.index(NUMBERS) < told.index("chưa đọc")


async def test_a_machine_that_cries_danger_is_heard_once_a_second(chat: Chat, clock: Clock) -> None:
    await fill(chat)
    heard = [bool(await say(chat, "H", DANGER)) for _ in range(5)]
    assert heard == [True, True, False, False, False]  # the second one: the plea for patience
    clock.forward(seconds=1)
    assert NUMBERS in text_of(await say(chat, "H", DANGER))
    storage = chat.storage()
    try:
        async with storage.database.reading() as opened_:
            alerts = select(AuditEntry).where(AuditEntry.action == "danger.alerted")
            assert len((await opened_.scalars(alerts)).all()) == 2
    finally:
        await storage.database.close()
    assert len(chat.sent["O"]) == 1


async def test_a_denunciation_and_an_official_are_not_heard_beyond_the_limit(chat: Chat) -> None:
    for who, text in (("H", "Trưởng thôn Mẫu Quýt ăn chặn tiền hỗ trợ"), ("O", DANGER)):
        await fill(chat, who)
        assert PATIENCE in text_of(await say(chat, who, text))
    assert "Mẫu Quýt" not in await all_cells(chat)
