"""What is kept of a household's words: nothing before a yes, a private reply for a day at most."""

from __future__ import annotations

from dataclasses import replace

import pytest

from faq.normalize import fold
from handlers.faq_book import FaqBook
from handlers.messages import Reply
from storage.models import (
    OutboxState,
)
from tests.chat import Chat, CollectingChannel
from tests.clock import Clock
from tests.integration.households import (
    PETITION,
    all_cells,
    open_talks,
    petition,
    queued,
    say,
    storage_of,
    submissions,
    text_of,
    work_of,
)


async def test_asking_the_faq_keeps_no_word_and_asks_no_consent(chat: Chat) -> None:
    first = await say(chat, "N", "Mẹ em mất thẻ bhyt, làm lại ở đâu")
    assert "đồng ý" not in text_of(first)
    await say(chat, "N", "đúng")
    assert fold("Mẹ em mất thẻ") not in fold(await all_cells(chat))
    assert await submissions(chat) == []


TOLD = "Xin xã làm lại đường vào nhà Mẫu Tre"
GONE = "Lâu quá rồi"
ASKED = "Mẹ em Mẫu Tre mất thẻ bhyt, làm lại ở đâu"


@pytest.mark.parametrize(
    ("asked", "late", "understood"),
    [
        ((ASKED,), "2", "Anh/chị muốn hỏi điều gì"),
        ((ASKED,), "1", "Anh/chị cần việc gì nữa không"),
        ((ASKED,), "3", "Đúng điều anh/chị hỏi chưa?"),
        (("Có người gọi cho Mẫu Tre đòi mã OTP ngân hàng",), "1", "kể"),
        (("[photo]",), "Mẫu Nứa mất thẻ bhyt, làm lại ở đâu", "Trả lời tự động"),
    ],
)
async def test_a_question_left_alone_goes_after_an_hour(
    chat: Chat, clock: Clock, asked: tuple[str, ...], late: str, understood: str
) -> None:
    await say(chat, "N", *asked)
    clock.forward(minutes=59)
    await chat.wait()
    assert "Mẫu Tre" in await all_cells(chat) or "photo" in asked[0]
    clock.forward(minutes=2)
    await chat.wait()
    cells = await all_cells(chat)
    assert "Mẫu Tre" not in cells
    assert "key-1" not in cells
    assert understood in text_of(await say(chat, "N", late))
    assert await submissions(chat) == []


async def test_two_questions_left_alone_go_after_an_hour(chat: Chat, clock: Clock) -> None:
    await say(chat, "N", TWO)
    clock.forward(hours=1)
    await chat.wait()
    cells = await all_cells(chat)
    assert "Mẫu Tre" not in cells
    assert "Mẫu Nứa" not in cells
    await say(chat, "N", "1")


@pytest.mark.parametrize(
    ("who", "told", "late", "understood"),
    [
        ("N", ("kiến nghị", "1", TOLD), "thôn 2", GONE),
        ("N", ("kiến nghị", "1", TOLD, "thôn 2"), "đồng ý", GONE),
        ("N", ("kiến nghị", "1", TOLD, "menu"), "1", GONE),
        ("N", ("kiến nghị", TOLD), "1", GONE),
        ("N", ("kiến nghị", "2", "[photo]", "[photo]"), "1", GONE),
        ("N", ("kiến nghị", "2", f"[photo {TOLD}]", "Mẫu"), "Xin xã làm lại đường", "thôn nào"),
        ("N", ("gặp cán bộ", TOLD), "2", GONE),
        ("N", ("chồng em đánh em, em tên là Mẫu Tre",), "1", GONE),
        ("N", ("chồng em đánh em ở nhà Mẫu Tre", "[photo]"), "không", "cần việc gì"),
        ("H", ("chồng em đánh em", "0912345678 Mẫu Tre"), "đồng ý", GONE),
        ("H", ("chồng em đánh em, Mẫu Tre",), "0912345678", "Em ghi số 0912345678"),
        ("T", ("hỏi thay", "Mẫu Tre Xanh", "2", "dột nhà Mẫu Tre"), "1", "hỏi thay cho ai"),
        (
            "N",
            ("họp", "thôn 3", "1", "em tên là Lê Mẫu Tre"),
            "đồng ý",
            "người đang nhắn, tên là gì",
        ),
    ],
)
async def test_what_was_not_agreed_to_goes_after_an_hour(
    chat: Chat, clock: Clock, who: str, told: tuple[str, ...], late: str, understood: str
) -> None:
    await say(chat, who, *told)
    written = {"Mẫu Tre", "key-"}
    clock.forward(minutes=59)
    await chat.wait()
    held = await open_talks(chat)
    assert any(word in held for word in written)
    clock.forward(minutes=2)
    await chat.wait()
    cells = await all_cells(chat)
    assert not any(word in cells for word in written)
    assert "912345678" not in await open_talks(chat)
    assert understood in text_of(await say(chat, who, late))
    assert await submissions(chat) == []


async def test_what_follows_words_that_went_is_sent_without_them(chat: Chat, clock: Clock) -> None:
    await say(chat, "H", "chồng em đánh em, em tên là Mẫu Tre")
    clock.forward(minutes=61)
    await chat.wait()
    told = await say(chat, "H", "1", "Em vẫn bị đánh, xin xã đến giúp Mẫu Nứa")
    assert GONE not in text_of(told)
    await say(chat, "H", "1")
    (sent,) = await submissions(chat)
    assert "Mẫu Nứa" in sent.text
    assert "Mẫu Tre" not in sent.text


async def test_several_things_left_alone_are_asked_for_once(chat: Chat, clock: Clock) -> None:
    await say(chat, "N", "kiến nghị", "1", TOLD, "thôn 2", "kiến nghị", "2", "[photo]")
    clock.forward(hours=2)
    await chat.wait()
    assert GONE in text_of(await say(chat, "N", "1"))
    assert "Anh/chị cần việc gì" in text_of(await say(chat, "N", "menu"))


async def test_who_agreed_keeps_what_is_not_sent(chat: Chat, clock: Clock) -> None:
    await say(chat, "N", "kiến nghị", "1", TOLD, "thôn 2", "đồng ý")
    assert "7 ngày không nhắn" in text_of(await say(chat, "N", "xem"))
    clock.forward(hours=23)
    await chat.wait()
    assert "Mẫu Tre" in await open_talks(chat)
    await say(chat, "N", "bỏ qua", "1", "gửi")
    assert (await submissions(chat))[-1].text == TOLD


async def test_seeing_tells_of_words_that_are_not_sent(chat: Chat, clock: Clock) -> None:
    await say(chat, "N", "kiến nghị", "1", TOLD)
    assert "Một giờ không nhắn" in text_of(await say(chat, "N", "xem"))
    clock.forward(minutes=61)
    await chat.wait()
    told = text_of(await say(chat, "N", "xem"))
    assert "Em không giữ tên, thôn hay câu hỏi nào" in told
    assert "chưa gửi" not in told


async def test_the_reminder_does_not_promise_what_is_gone(chat: Chat, clock: Clock) -> None:
    await say(chat, "N", "kiến nghị", "1", TOLD)
    clock.forward(hours=25)
    told = [reply.text for who, reply in await chat.wait() if who == "N"]
    assert len(told) == 1
    assert "Em không giữ lời đó" in told[0]


async def test_who_agreed_before_may_come_back_to_a_question(chat: Chat, clock: Clock) -> None:
    await petition(chat)
    await say(chat, "H", ASKED)
    clock.forward(hours=23)
    await chat.wait()
    await say(chat, "H", "2", "gửi")
    assert (await submissions(chat))[-1].text == ASKED


TWO = "Mẹ em mất thẻ Mẫu Tre bhyt làm lại ở đâu? Nhà em muốn vay vốn Mẫu Nứa thì hỏi ai?"


async def test_two_questions_at_once_leave_no_word(chat: Chat) -> None:
    first = await say(chat, "N", TWO)
    assert "Mẫu Tre" in text_of(first)
    assert "Mẫu Nứa" in text_of(first)
    assert first[0].private
    rows = await queued(chat)
    assert rows
    assert {(row.state, row.payload_until) for row in rows} == {(OutboxState.SENT, None)}
    # The second question is not lost by going to the menu: the person drops it, or goes on.
    assert "Viết tiếp" in text_of(await say(chat, "N", "menu"))
    await say(chat, "N", "bỏ")
    assert "Mẫu Tre" not in await all_cells(chat)
    assert "Mẫu Nứa" not in await all_cells(chat)


async def test_a_mailbox_keeps_own_words_a_day_and_the_rest_ninety(
    chat: Chat, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    mailbox = replace(CollectingChannel.capabilities, mailbox=True)
    monkeypatch.setattr(CollectingChannel, "capabilities", mailbox)
    await say(chat, "N", TWO)
    await say(chat, "N", "huỷ")
    assert "Mẫu Tre" in await all_cells(chat)
    clock.forward(hours=24, minutes=1)
    await chat.wait()
    assert "Mẫu Tre" not in await all_cells(chat)
    texts = [row.payload["text"] for row in await queued(chat)]
    assert texts[0] == ""
    assert texts[-1] != ""
    clock.forward(days=89)
    await chat.wait()
    assert {row.payload["text"] for row in await queued(chat)} == {""}


async def test_what_waits_is_not_blanked_before_it_left(
    chat: Chat, clock: Clock, book: FaqBook
) -> None:
    assert chat.world is not None
    async with storage_of(chat) as storage:
        async with storage.write() as uow:
            address = await uow.people.address("terminal", "H")
            assert address is not None
            work_of(uow, clock, book).queue(address, Reply("Lời Mẫu"), purpose="test")
            await uow.commit()
        clock.forward(days=91)
        async with storage.write() as uow:
            assert await uow.mailbox.blank_old(clock.now) == 0
    assert [reply.text for _, reply in await chat.wait()] == ["Lời Mẫu"]


async def test_no_consent_nothing_kept(chat: Chat) -> None:
    await say(chat, "N", "menu", "kiến nghị", "1", PETITION, "thôn 2", "không")
    assert await submissions(chat) == []
    assert "mau don" not in fold(await all_cells(chat))
    async with storage_of(chat) as storage, storage.write() as uow:
        address = await uow.people.address("terminal", "N")
        assert address is not None
        assert address.person.village_id is None
        assert await uow.people.consents(address.person_id) == []


async def test_a_village_told_before_a_no_is_not_kept(chat: Chat) -> None:
    await say(chat, "N", "bao giờ họp", "thôn 2")
    await say(chat, "N", "kiến nghị", "1", "Xin xã sửa đường", "không đồng ý")
    assert "không giữ tên, thôn" in text_of(await say(chat, "N", "xem"))
