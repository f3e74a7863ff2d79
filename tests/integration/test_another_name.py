"""A name that is told where all is read back, and is a neighbour's: what they may do from then."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from handlers.services.codes import shown
from storage.models import AskedFor, Person, RegistrationState, Submission, SubmissionState
from tests.chat import Chat
from tests.integration.households import (
    UNANSWERED,
    all_cells,
    ask_until_read_back,
    registrations,
    say,
    stored,
    submissions,
    text_of,
)


async def _handed_over(chat: Chat) -> None:
    """The owner's words were read back, and are a neighbour's."""
    await ask_until_read_back(chat, UNANSWERED)
    told = text_of(await say(chat, "H", "tôi tên là Vàng A Mẫu"))
    assert "Vàng A Mẫu là ai" in told
    await ask_until_read_back(chat, "1")


async def _sent(chat: Chat) -> Submission:
    await say(chat, "H", "gửi")
    return (await submissions(chat))[-1]


async def _owner(chat: Chat) -> str | None:
    assert chat.world is not None
    wanted = select(Person).where(Person.id == chat.world.people["H"].id)
    return (await stored(chat, wanted))[0].display_name


async def test_whoever_took_the_phone_over_erases_what_they_sent(chat: Chat) -> None:
    await _handed_over(chat)
    assert (await _sent(chat)).asker_name == "Vàng A Mẫu"
    assert "Vàng A Mẫu xoá thật không" in text_of(await say(chat, "H", "xoá"))
    assert "theo tên chủ máy" in text_of(await say(chat, "H", "1"))
    (row,) = await submissions(chat)
    assert (row.state, row.text) == (SubmissionState.WITHDRAWN, "")
    assert "Vàng A Mẫu" not in await all_cells(chat)
    assert await _owner(chat) == "Hộ Mẫu"


async def test_who_bears_the_name_of_the_owners_family_is_not_shown_theirs(chat: Chat) -> None:
    await ask_until_read_back(chat, "toi hoi cho ba noi", "Mẫu Nứa", UNANSWERED)
    sent = await _sent(chat)
    assert sent.asked_for is AskedFor.FAMILY
    await say(chat, "H", "toi la nguoi khac", "2", "Mẫu Nứa")
    for said in ("câu đã gửi", "rút lại câu đó"):
        assert shown(sent.code) not in text_of(await say(chat, "H", said))
    await say(chat, "H", "1")
    assert (await submissions(chat))[0].state is SubmissionState.RECEIVED


async def test_the_owner_gives_up_no_neighbours_seat(chat: Chat) -> None:
    await ask_until_read_back(chat, "toi la nguoi khac", "2", "Lò Mẫu Tre", UNANSWERED)
    await _sent(chat)
    await say(chat, "H", "đặt chỗ")
    for _ in range(4):
        if "xin chỗ cho Lò Mẫu Tre" in text_of([chat.last("H")]):
            break
        await say(chat, "H", "1")
    told = text_of(await say(chat, "H", "chủ máy", "tôi không đi được"))
    assert "Lò Mẫu Tre" not in told
    await say(chat, "H", "1")
    (seat,) = await registrations(chat)
    assert (seat.asked_for, seat.state) == (AskedFor.HOUSEHOLD, RegistrationState.REQUESTED)
    await say(chat, "H", "toi la nguoi khac", "2", "Lò Mẫu Tre", "menu")
    assert "Lò Mẫu Tre" in text_of(await say(chat, "H", "tôi không đi được"))
    await say(chat, "H", "1")
    assert (await registrations(chat))[0].state is not RegistrationState.REQUESTED


async def test_a_neighbour_who_mends_their_name_goes_on_by_it(chat: Chat) -> None:
    await _handed_over(chat)
    await say(chat, "H", "tôi tên là Sùng A Mẫu Mới")
    sent = await _sent(chat)
    assert (sent.asker_name, sent.asked_for) == ("Sùng A Mẫu Mới", AskedFor.HOUSEHOLD)
    assert shown(sent.code) in text_of(await say(chat, "H", "câu đã gửi"))
    assert "Sùng A Mẫu Mới xoá thật không" in text_of(await say(chat, "H", "xoá"))
    await say(chat, "H", "1")
    assert (await submissions(chat))[0].state is SubmissionState.WITHDRAWN


@pytest.mark.parametrize(("answer", "called"), [("2", "Vàng A Mẫu"), ("3", "Hộ Mẫu")])
async def test_going_back_the_owner_is_no_neighbour(chat: Chat, answer: str, called: str) -> None:
    await ask_until_read_back(chat, UNANSWERED)
    await say(chat, "H", "tôi tên là Vàng A Mẫu", "1")
    assert "Vàng A Mẫu là ai" in text_of(await say(chat, "H", "quay lại"))
    await say(chat, "H", answer)
    assert f"Người gửi là {called}, Thôn 3" in text_of([chat.last("H")])
    sent = await _sent(chat)
    assert (sent.asker_name, sent.asked_for) == (called, None)
    assert shown(sent.code) in text_of(await say(chat, "H", "câu đã gửi"))
    assert await _owner(chat) == called
