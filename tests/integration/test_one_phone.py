"""Two households on one phone: what is asked with it says whose it is, and changes nobody else."""

from __future__ import annotations

from dataclasses import replace

import pytest
from sqlalchemy import select

from handlers.messages import Reply
from storage.models import (
    AskedFor,
    Consent,
    Person,
    Registration,
    RegistrationState,
    Submission,
    SubmissionState,
    Unit,
)
from tests.chat import Chat, CollectingChannel
from tests.clock import Clock
from tests.integration.households import (
    UNANSWERED,
    all_cells,
    ask_until_read_back,
    queued,
    registrations,
    say,
    stored,
    submissions,
    text_of,
)


async def _first(chat: Chat) -> tuple[str | None, int | None]:
    assert chat.world is not None
    wanted = chat.world.people["H"].id
    (person,) = await stored(chat, select(Person).where(Person.id == wanted))
    return person.display_name, person.village_id


async def _asked(chat: Chat, *opening: str) -> Submission:
    """Ask as somebody else with the phone of H, as far as the code."""
    await ask_until_read_back(chat, *opening, UNANSWERED)
    await say(chat, "H", "gửi")
    return (await submissions(chat))[-1]


async def _answered(chat: Chat, code: str, words: str) -> str:
    """The official answers; what H is told."""
    await say(chat, "O", code, "1", words, "1")
    got = await chat.say("O", "1")
    return text_of([reply for who, reply in got if who == "H"])


async def test_another_household_keeps_apart(chat: Chat) -> None:
    before = await _first(chat)
    sent = await _asked(chat, "toi la nguoi khac", "2", "Mẫu Tre")
    (village,) = await stored(chat, select(Unit.name).where(Unit.id == sent.village_id))
    assert (sent.asker_name, village) == ("Mẫu Tre", "Thôn 5")
    assert sent.asked_for is AskedFor.HOUSEHOLD
    assert await _first(chat) == before
    assert await stored(chat, select(Consent)) == []  # nobody agreed for the phone's owner
    told = await _answered(chat, sent.code, "Xã cho người xem bờ suối Mẫu Đá.")
    assert "Xã đã trả lời cho Mẫu Tre" in told
    assert "bờ suối" not in told
    listed = text_of(await say(chat, "H", "câu đã gửi"))
    assert "hỏi cho Mẫu Tre" in listed
    assert "Mẫu Đá" not in listed


async def test_an_answer_for_somebody_near_names_them(chat: Chat) -> None:
    before = await _first(chat)
    sent = await _asked(chat, "toi hoi cho ba noi", "Mẫu Nứa")
    assert (sent.asker_name, sent.asked_for) == ("Mẫu Nứa", AskedFor.FAMILY)
    assert sent.village_id == before[1]
    assert await _first(chat) == before
    told = await _answered(chat, sent.code, "Xã cho người xem bờ suối.")
    assert "Trả lời cho Mẫu Nứa" in told
    assert "Xã cho người xem bờ suối" in told


async def test_what_they_ask_is_not_kept_without_their_yes(chat: Chat, clock: Clock) -> None:
    await say(chat, "H", "toi hoi cho ba noi", "Mẫu Nứa", UNANSWERED, "2")
    assert "Mẫu Nứa có đồng ý không" in text_of([chat.last("H")])
    await say(chat, "H", "không")
    assert "Mẫu Nứa" not in await all_cells(chat)
    assert await submissions(chat) == []


async def test_a_name_left_alone_goes_and_the_question_is_not_the_owners(
    chat: Chat, clock: Clock
) -> None:
    await say(chat, "H", "toi la nguoi khac", "2", "Mẫu Tre", UNANSWERED)
    clock.forward(minutes=61)
    await chat.wait()
    assert "Mẫu Tre" not in await all_cells(chat)
    assert "hỏi cho ai" in text_of(await say(chat, "H", "2"))
    await say(chat, "H", "2", "Mẫu Tre", UNANSWERED, "2", "thôn 5")
    clock.forward(minutes=61)
    await chat.wait()
    told = text_of(await say(chat, "H", "đồng ý"))
    assert "Lâu quá rồi" in told
    assert "hỏi cho ai" in told
    assert await submissions(chat) == []


@pytest.mark.parametrize(
    ("opening", "kept"),
    [
        (("toi la nguoi khac", "2", "Mẫu Tre", UNANSWERED), False),
        (("toi la nguoi khac", "2", "Mẫu Tre", UNANSWERED, "2"), False),
        (("dung chung may", "2", "Mẫu Tre", UNANSWERED, "2", "thôn 2"), False),
        (("dung chung may", "2", "Mẫu Tre", UNANSWERED, "2", "thôn 2", "đồng ý"), True),
        (("toi hoi cho ba noi", "Mẫu Tre", UNANSWERED), False),
        (("tôi muốn góp ý", UNANSWERED), True),
    ],
)
async def test_that_the_owner_agreed_once_keeps_nobody_elses_words(
    chat: Chat, clock: Clock, opening: tuple[str, ...], kept: bool
) -> None:
    await say(chat, "H", "gui y kien", "Xin xã sửa cái cống đầu thôn giúp bà con")
    await say(chat, "H", "đồng ý", "1", "gửi", "menu")
    assert len(await submissions(chat)) == 1
    await say(chat, "H", *opening)
    assert "Mẫu Đá" in await all_cells(chat)
    clock.forward(minutes=61)
    await chat.wait()
    cells = await all_cells(chat)
    assert ("Mẫu Tre" in cells or "Mẫu Đá" in cells) is kept


async def test_a_village_head_asks_on_behalf_as_before(chat: Chat) -> None:
    assert "hỏi thay cho ai" in text_of(await say(chat, "T", "toi hoi cho ba noi"))


async def test_the_owners_corrections_leave_their_questions_alone(chat: Chat) -> None:
    sent = await _asked(chat, "toi hoi cho ba noi", "Mẫu Nứa")
    await say(chat, "H", "đổi thôn", "thôn 1", "đúng", "sửa tên", "Lò Mẫu Ba", "đúng")
    (kept,) = await submissions(chat)
    assert (kept.village_id, kept.asker_name) == (sent.village_id, "Mẫu Nứa")


async def _owner_and_neighbour(chat: Chat) -> tuple[Submission, Submission]:
    """A petition of the owner's, and a question of a neighbour's with the same phone."""
    await say(chat, "H", "gui y kien", "Xin xã sửa cái cống đầu thôn giúp bà con")
    await say(chat, "H", "đồng ý", "1", "gửi")
    await _asked(chat, "toi la nguoi khac", "2", "Mẫu Tre")
    mine, theirs = await submissions(chat)
    return mine, theirs


async def test_a_neighbour_erases_what_they_sent_and_nothing_else(chat: Chat) -> None:
    before = await _first(chat)
    mine, theirs = await _owner_and_neighbour(chat)
    asked = text_of(await say(chat, "H", "xoá"))
    assert "Mẫu Tre xoá thật không" in asked
    told = text_of(await say(chat, "H", "1"))
    assert "theo tên chủ máy" in told
    kept = {row.id: row for row in await submissions(chat)}
    assert kept[theirs.id].state is SubmissionState.WITHDRAWN
    assert (kept[theirs.id].text, kept[theirs.id].asker_id) == ("", None)
    assert (kept[mine.id].text, kept[mine.id].asker_id) == (mine.text, mine.asker_id)
    assert await _first(chat) == before
    listed = text_of(await say(chat, "H", "câu đã gửi"))
    assert "sửa cái cống" in listed
    assert "Mẫu Tre" not in listed
    assert "Mẫu Tre" not in await all_cells(chat)


async def test_a_neighbour_who_keeps_it_loses_nothing(chat: Chat) -> None:
    _, theirs = await _owner_and_neighbour(chat)
    assert "em không xoá gì" in text_of(await say(chat, "H", "xoá", "thôi"))
    (_, kept) = await submissions(chat)
    assert (kept.text, kept.state) == (theirs.text, SubmissionState.RECEIVED)


async def test_the_owners_erasure_says_what_others_sent_and_leaves_it_to_them(chat: Chat) -> None:
    mine, theirs = await _owner_and_neighbour(chat)
    await say(chat, "H", "chủ máy")
    asked = text_of(await say(chat, "H", "xoá"))
    assert "Nhà khác gửi 1 câu bằng máy này" in asked
    await say(chat, "H", "1")
    kept = {row.id: row for row in await submissions(chat)}
    assert kept[mine.id].state is SubmissionState.WITHDRAWN
    assert (kept[theirs.id].text, kept[theirs.id].asker_name) == (theirs.text, "Mẫu Tre")
    assert kept[theirs.id].asker_id is None
    assert "chưa gửi câu nào" in text_of(await say(chat, "H", "câu đã gửi"))
    # the village head was not to know: the answer waits for an official to bring it
    got = await _answered_for(chat, theirs.code)
    assert {who for who, _ in got} == {"O"}


async def _answered_for(chat: Chat, code: str) -> list[tuple[str, Reply]]:
    await say(chat, "O", code, "1", "Xã cho người xem bờ suối.", "1")
    return await chat.say("O", "1")


def _line(one: Registration) -> tuple[str, RegistrationState, int | None]:
    return one.attendee_name, one.state, one.person_id


@pytest.mark.parametrize(
    "asked", [("1",), ("2", "Lò Thị Mẫu Na", "1")], ids=["their own seat", "one for the family"]
)
async def test_a_neighbour_of_the_same_name_leaves_the_owners_seats(
    chat: Chat, asked: tuple[str, ...]
) -> None:
    await say(chat, "H", "xin một chỗ", "1", *asked)
    (seat,) = await registrations(chat)
    sent = await _asked(chat, "toi la nguoi khac", "2", seat.attendee_name)
    assert seat.attendee_name not in text_of(await say(chat, "H", "tôi không đi họp được"))
    await say(chat, "H", "xoá", "1")
    (kept,) = await registrations(chat)
    assert _line(kept) == _line(seat)
    assert kept.state is RegistrationState.REQUESTED
    assert (await submissions(chat))[-1].state is SubmissionState.WITHDRAWN
    assert sent.text not in await all_cells(chat)
    assert seat.attendee_name in text_of(await say(chat, "H", "tôi không đi họp được"))


async def _seats_of_both(chat: Chat) -> tuple[Registration, Registration]:
    """A seat that the owner asked for, and one that a neighbour did."""
    await say(chat, "H", "xin một chỗ", "1", "1")
    await _asked(chat, "toi la nguoi khac", "2", "Lò Mẫu Tre")
    await say(chat, "H", "đặt chỗ")
    for _ in range(4):
        if "xin chỗ cho Lò Mẫu Tre" in text_of([chat.last("H")]):
            break
        await say(chat, "H", "1")
    mine, theirs = await registrations(chat)
    assert (mine.asked_for, theirs.asked_for) == (None, AskedFor.HOUSEHOLD)
    return mine, theirs


async def test_a_neighbour_erases_the_seat_that_they_asked_for(chat: Chat) -> None:
    before, _ = await _seats_of_both(chat)
    await say(chat, "H", "xoá", "1")
    mine, theirs = await registrations(chat)
    assert _line(mine) == _line(before)
    assert _line(theirs) == ("", RegistrationState.CANCELLED, None)


async def test_the_owners_erasure_leaves_a_neighbours_seat(chat: Chat) -> None:
    await _seats_of_both(chat)
    await say(chat, "H", "chủ máy", "xoá", "1")
    mine, theirs = await registrations(chat)
    assert _line(mine) == ("", RegistrationState.CANCELLED, None)
    assert _line(theirs) == ("Lò Mẫu Tre", RegistrationState.REQUESTED, None)


async def test_a_neighbours_words_leave_the_page_with_them(
    chat: Chat, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    mailbox = replace(CollectingChannel.capabilities, mailbox=True)
    monkeypatch.setattr(CollectingChannel, "capabilities", mailbox)
    await say(chat, "H", "gui y kien", "Xin xã sửa cái cống đầu thôn", "đồng ý", "1", "gửi")
    clock.forward(minutes=1)
    await _asked(chat, "toi la nguoi khac", "2", "Mẫu Tre")
    await say(chat, "H", "câu đã gửi", "1")  # reads it again
    await say(chat, "H", "chủ máy", "câu đã gửi")
    clock.forward(minutes=1)
    await _asked(chat, "toi la nguoi khac", "2", "Mẫu Tre")  # the phone went round
    assert "Mẫu Đá" in await all_cells(chat)
    assert "người phụ trách" not in text_of(await say(chat, "H", "xoá", "1"))
    told = "\n".join(str(row.payload) for row in await queued(chat))
    assert "Mẫu Đá" not in told
    assert "Mẫu Tre" not in told
    assert "sửa cái cống" in told  # the owner's own
    assert "Mẫu Đá" not in await all_cells(chat)


async def test_an_owner_alone_is_told_of_nobody_else(chat: Chat) -> None:
    assert "Nhà khác" not in text_of(await say(chat, "H", "xoá"))


@pytest.mark.parametrize(
    "said", ["tôi là Hộ Mẫu", "toi la chu may", "em là Hộ Mẫu đây", "Hộ Mẫu đây"]
)
async def test_the_owners_name_ends_the_neighbours_turn(chat: Chat, said: str) -> None:
    await _asked(chat, "toi la nguoi khac", "2", "Mẫu Tre")
    assert "theo tên chủ máy" in text_of(await say(chat, "H", said))


@pytest.mark.parametrize("said", ["tôi là Mẫu Tre", "tôi là Tre đây", "tôi là hộ nghèo"])
async def test_another_name_does_not(chat: Chat, said: str) -> None:
    await _asked(chat, "toi la nguoi khac", "2", "Mẫu Tre")
    assert "theo tên chủ máy" not in text_of(await say(chat, "H", said))
