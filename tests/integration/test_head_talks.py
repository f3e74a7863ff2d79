"""Talks of village heads while others act on the same list."""

from __future__ import annotations

from collections.abc import Awaitable, Callable
from typing import Any

import pytest

from bot.config import Settings
from handlers.context import Work
from handlers.errors import RuleError
from handlers.faq_book import FaqBook
from handlers.services import registrations, seat_changes, seat_requests
from storage.models import Registration, RegistrationState
from tests.acting import acting
from tests.chat import Chat
from tests.clock import Clock


@pytest.fixture
def chat(settings: Settings, clock: Clock, book: FaqBook) -> Chat:
    return Chat(settings, clock, book)


async def meanwhile(chat: Chat, who: str, act: Callable[[Work], Awaitable[Any]]) -> Any:
    """Somebody acts elsewhere, between two messages of the talk."""
    assert chat.world is not None
    storage = chat.storage()
    try:
        async with acting(storage, chat.world.people[who].id, chat.clock()) as work:
            return await act(work)
    finally:
        await storage.database.close()


def writing(chat: Chat, name: str, **more: Any) -> Callable[[Work], Awaitable[Registration]]:
    assert chat.world is not None
    assert chat.world.dialogue_session is not None
    meeting, village = chat.world.dialogue_session.id, chat.world.villages[2].id
    return lambda work: registrations.register(
        work, meeting, village, name, source="official", told_statement=True, **more
    )


async def rows(chat: Chat) -> list[Registration]:
    assert chat.world is not None
    assert chat.world.dialogue_session is not None
    meeting, village = chat.world.dialogue_session.id, chat.world.villages[2].id

    async def read(work: Work) -> list[Registration]:
        states = tuple(RegistrationState)
        return list(await work.uow.registrations.of_village(meeting, village, states))

    found: list[Registration] = await meanwhile(chat, "O", read)
    return found


async def talk(chat: Chat, who: str, *lines: str) -> list[str]:
    """Say the lines; every paragraph the person got for the last one.

    The texts of one turn come as one message, parted by blank lines; notices follow it.
    """
    sent: list[str] = []
    for line in lines:
        sent = [reply.plain() for address, reply in await chat.say(who, line) if address == who]
    return [paragraph for text in sent for paragraph in text.split("\n\n")]


async def test_the_name_was_written_down_meanwhile(chat: Chat) -> None:
    await chat.prepare("announced")
    await talk(chat, "T", "đăng ký", "Lò Thị Mẫu, hộ nghèo\nVàng Thị Mẫu", "1")
    await meanwhile(chat, "O", writing(chat, "Lò Thị Mẫu"))
    (asked,) = await talk(chat, "T", "1")
    assert asked.startswith("Lò Thị Mẫu đã có trong danh sách")
    saved = await talk(chat, "T", "1", "1", "1")
    assert saved[0] == "Em đã ghi Vàng Thị Mẫu. Thôn 3 có 2/15 người."
    assert len(await rows(chat)) == 2


async def test_who_waits_for_a_seat_is_named_before_a_list_takes_it(chat: Chat) -> None:
    await chat.prepare("seat_asked")
    said = await talk(chat, "T", "đăng ký")
    assert "người xin chỗ đang chờ anh/chị duyệt" in said[0]
    said = await talk(chat, "T", "danh sách")
    assert any(line.startswith("1. ") and "xin" in line for line in said[-1].split("\n"))


async def test_a_pasted_list_is_no_story(chat: Chat) -> None:
    await chat.prepare("announced")
    pasted = (
        "Bạc Mẫu Hùng, trưởng ban công tác mặt trận\nVì Mẫu Lâm, bí thư chi bộ\nĐèo Mẫu Oanh, hn"
    )
    said = await talk(chat, "T", "đăng ký", pasted)
    assert not any("Em dừng ở đây" in one for one in said)
    assert any("Đèo Mẫu Oanh, hộ nghèo" in one for one in said)


@pytest.mark.parametrize("before", ["", "Lò Thị Mẫu, hộ nghèo\n"])
async def test_a_story_among_names_stops_and_leads_back_to_them(chat: Chat, before: str) -> None:
    await chat.prepare("announced")
    told = f"{before}ông trưởng thôn cũ\năn chặn tiền hỗ trợ của dân"
    said = await talk(chat, "T", "đăng ký", told)
    assert "Em dừng ở đây" in said[0]
    assert "1. Không phải tố cáo, em ghi tên tiếp" in said[-1]
    (asked,) = await talk(chat, "T", "1")
    assert asked.startswith("Anh/chị gửi họ tên")
    assert await rows(chat) == []


async def test_danger_is_heard_among_names(chat: Chat) -> None:
    await chat.prepare("announced")
    said = await talk(chat, "T", "đăng ký", "Lò Thị Mẫu, hộ nghèo\nVàng Mẫu cầm dao chém vợ")
    assert "công an 113" in said[0]


async def test_the_deadline_passed_during_the_talk(chat: Chat) -> None:
    await chat.prepare("announced")
    await talk(chat, "T", "đăng ký", "Lò Thị Mẫu", "1")
    chat.clock.set_local("2026-12-02 07:30")
    said = await talk(chat, "T", "1")
    assert said[0].startswith("Anh/chị còn một việc viết dở")
    await talk(chat, "T", "1")
    said = await talk(chat, "T", "1")
    assert said[0].startswith("Hạn đăng ký đã hết")
    assert await rows(chat) == []


async def test_who_was_to_be_taken_off_or_replaced_has_left(chat: Chat) -> None:
    await chat.prepare("full_village")
    first, second = (await rows(chat))[:2]
    await talk(chat, "T", "danh sách", "2", "1")
    await meanwhile(chat, "O", lambda work: seat_changes.cancel(work, first.id))
    said = await talk(chat, "T", "1")
    assert said[0] == f"{first.attendee_name} không còn trong danh sách."
    assert "15/15" in said[1]
    await talk(chat, "T", "1", "1", "Lò Thị Mẫu", "1")
    await meanwhile(chat, "O", lambda work: seat_changes.cancel(work, second.id))
    said = await talk(chat, "T", "1")
    assert said[0] == f"{second.attendee_name} không còn trong danh sách."


async def test_two_heads_decide_the_same_request(chat: Chat) -> None:
    await chat.prepare("seat_asked")
    await talk(chat, "T", "danh sách", "1")
    request = next(one for one in await rows(chat) if one.attendee_name == "Hộ Mẫu")
    await meanwhile(chat, "O", lambda work: seat_requests.decide(work, request.id, False))
    said = await talk(chat, "T", "1")
    assert said[0] == "Việc xin chỗ của Hộ Mẫu đã xong trước đó."
    said = await talk(chat, "T", "1", "2")
    assert said[0].startswith("Em đã ghi Lò Thị Mẫu.")
    states = [one.state for one in await rows(chat) if one.attendee_name == "Lò Thị Mẫu"]
    assert states == [RegistrationState.REGISTERED] * 2


async def test_a_request_in_a_full_village_goes_on_the_waiting_list(chat: Chat) -> None:
    await chat.prepare("seat_asked")
    for last in ("Mai", "Lan", "Cúc", "Sen", "Hoa", "Đào", "Mận", "Mơ", "Bưởi", "Cam", "Chanh"):
        await meanwhile(chat, "O", writing(chat, f"Vàng Mẫu {last}"))
    for last in ("Xoài", "Nhãn", "Vải"):
        await meanwhile(chat, "O", writing(chat, f"Vàng Mẫu {last}", passing_over=2))
    (asked,) = await talk(chat, "T", "danh sách", "1")
    assert "đã đủ 15 người" in asked
    said = await talk(chat, "T", "1")
    assert said[0] == (
        "Thôn 3 đã đủ 15 người. Em ghi Hộ Mẫu vào danh sách chờ, số 1. Có chỗ em báo ngay."
    )
    assert "danh sách chờ, số 1" in chat.last("H").text
    said = await talk(chat, "H", "menu", "không đi được", "1")
    assert said[0].startswith("Em đã bỏ tên")


def seated(found: list[Registration]) -> int:
    return sum(one.state is RegistrationState.REGISTERED for one in found)


async def test_two_registrars_are_asked_about_the_last_seat_and_both_take_it(chat: Chat) -> None:
    """Both see one seat and one open request; both say yes: one of them gets the seat."""
    await chat.prepare("seat_asked")
    assert chat.world is not None
    request = next(one for one in await rows(chat) if one.attendee_name == "Hộ Mẫu")
    await meanwhile(chat, "O", lambda work: seat_requests.decide(work, request.id, False))
    for last in NAMES:
        await meanwhile(chat, "O", writing(chat, last))
    await meanwhile(chat, "O", writing(chat, "Vàng Mẫu Xoài"))
    said = await talk(chat, "T", "đăng ký", "Vàng Mẫu Nhãn", "1", "1")
    assert said[0].startswith("Còn 1 hộ xin chỗ chưa duyệt. Ghi xong lần này, Thôn 3 hết chỗ.")
    with pytest.raises(RuleError) as refused:
        await meanwhile(chat, "O", writing(chat, "Vàng Mẫu Vải"))
    assert refused.value.params == {"count": 1, "left": 0}
    taken = await meanwhile(chat, "O", writing(chat, "Vàng Mẫu Vải", passing_over=1))
    assert taken.state is RegistrationState.REGISTERED
    said = await talk(chat, "T", "2")
    assert said[0] == (
        "Thôn 3 đã đủ 15 người. Em ghi Vàng Mẫu Nhãn vào danh sách chờ, số 1. Có chỗ em báo ngay."
    )
    assert seated(await rows(chat)) == 15


async def test_who_asks_meanwhile_is_asked_about_too(chat: Chat) -> None:
    """What was agreed to covers the requests that were told, not those that came since."""
    await chat.prepare("seat_asked")
    assert chat.world is not None
    assert chat.world.dialogue_session is not None
    await talk(chat, "T", "đăng ký", "\n".join(f"Nông Mẫu {last}" for last in LAST), "1", "1")
    said = await talk(chat, "T", "Vàng Mẫu Nhãn", "1", "1")
    assert said[0].startswith(
        "Còn 2 hộ xin chỗ chưa duyệt. Ghi xong lần này, Thôn 3 chỉ còn 1 chỗ."
    )
    meeting, village = chat.world.dialogue_session.id, chat.world.villages[2].id

    async def ask(work: Work) -> Registration:
        assert work.actor is not None
        return await seat_requests.ask(work, meeting, village, work.actor, name="Lò Mẫu Mơ")

    await meanwhile(chat, "H", ask)
    said = await talk(chat, "T", "2")
    assert said[0].startswith("Còn 3 hộ xin chỗ chưa duyệt")
    said = await talk(chat, "T", "2")
    assert said[0] == "Em đã ghi Vàng Mẫu Nhãn. Thôn 3 có 14/15 người. 3 hộ đang xin chỗ."
    # What was agreed to held for that list: the last seat is asked about anew.
    said = await talk(chat, "T", "Vàng Mẫu Vải", "1", "1")
    assert said[0].startswith("Còn 3 hộ xin chỗ chưa duyệt")
    said = await talk(chat, "T", "2")
    assert said[0].startswith("Em đã ghi Vàng Mẫu Vải. Thôn 3 có 15/15 người.")


async def test_a_head_who_was_relieved_loses_the_list_at_once(chat: Chat) -> None:
    await chat.prepare("full_village")
    await talk(chat, "T", "danh sách", "2", "1")

    async def revoke(work: Work) -> None:
        assert chat.world is not None
        person = await work.uow.people.get(chat.world.people["T"].id)
        assert person is not None
        person.roles[0].revoked_at = work.now

    await meanwhile(chat, "O", revoke)
    said = await talk(chat, "T", "1")
    assert said[0].startswith("Việc này dành cho người phụ trách")
    assert not any("Nông" in text for text in said)
    assert len([one for one in await rows(chat) if one.state is RegistrationState.CANCELLED]) == 0


async def test_one_phone_holds_seats_for_two_people(chat: Chat) -> None:
    await chat.prepare("announced")
    assert chat.world is not None
    mine = chat.world.people["H"].id
    await meanwhile(chat, "O", writing(chat, "Hộ Mẫu", person_id=mine))
    await meanwhile(chat, "O", writing(chat, "Lò Thị Mẫu", person_id=mine))
    said = await talk(chat, "H", "không đi được")
    assert "2. Lò Thị Mẫu, thứ Bảy, 05/12/2026" in said[0]
    said = await talk(chat, "H", "2", "1")
    assert said[0].startswith("Em đã bỏ tên")
    states = {one.attendee_name: one.state for one in await rows(chat)}
    assert states == {
        "Hộ Mẫu": RegistrationState.REGISTERED,
        "Lò Thị Mẫu": RegistrationState.CANCELLED,
    }


async def test_a_session_without_a_day_yet(chat: Chat) -> None:
    await chat.prepare("announced")

    async def without_day(work: Work) -> None:
        assert chat.world is not None
        assert chat.world.dialogue_session is not None
        meeting = await work.uow.dialogue_sessions.get(chat.world.dialogue_session.id)
        assert meeting is not None
        meeting.starts_at = meeting.registration_closes_at = None

    await meanwhile(chat, "O", without_day)
    said = await talk(chat, "T", "đăng ký")
    assert said[0] == "Buổi họp ngày xã báo sau. Thôn 3 đã ghi 0/15 người."


async def test_no_session_to_come(chat: Chat) -> None:
    await chat.prepare("commune")
    said = await talk(chat, "T", "đăng ký")
    assert said[0] == "Thôn 3 chưa có buổi họp nào sắp tới. Có lịch họp, em báo anh/chị ngay."


LAST = ("Xuân", "Hạ", "Thu", "Đông", "Mai", "Lan", "Cúc", "Sen", "Hoa", "Đào", "Mận", "Mơ")
NAMES = tuple(f"Nông Văn Mẫu {last}" for last in LAST)


async def test_a_pasted_list_may_come_as_one_message_per_line(chat: Chat) -> None:
    await chat.prepare("announced")
    await talk(chat, "T", "ghi thêm người")
    for place, name in enumerate([*NAMES, "Lò Văn 3"], start=1):
        said = await talk(chat, "T", f"{place}. {name}, hộ nghèo")
    assert "Lò Văn 3" in said[0]
    assert "em đọc lại 12 người" in said[1]
    said = await talk(chat, "T", "đúng", "đã báo")
    assert said[0].startswith("Em đã ghi 12 người.")
    assert said[1].startswith("Còn dòng này em chưa ghi được")
    assert "Lò Văn 3" in said[1]
    assert [one.attendee_name for one in await rows(chat)] == list(NAMES)
    # The reminder comes once.
    said = await talk(chat, "T", "Lò Văn Mẫu Ba", "1", "1")
    assert not any("Lò Văn 3" in text for text in said)


async def test_names_that_wait_outlive_other_topics_and_the_menu(chat: Chat) -> None:
    await chat.prepare("announced")
    await talk(chat, "T", "đăng ký", *NAMES[:2])
    for line in ("danh sách", "menu", "0"):
        await talk(chat, "T", line)
        said = await talk(chat, "T", "đăng ký")
        assert said[-1].startswith("Thôn 3, em đọc lại 2 người"), line
    await talk(chat, "T", "danh sách")
    said = await talk(chat, "T", "ghi thêm người")
    assert said[-1].startswith("Thôn 3, em đọc lại 2 người")
    said = await talk(chat, "T", "báo họp")
    assert said[-1].startswith("Thôn 3, em đọc lại 2 người")
    assert "Em đã bỏ việc viết dở." in await talk(chat, "T", "huỷ")
    assert await rows(chat) == []
