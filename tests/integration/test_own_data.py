"""A household corrects its village and name: what follows, what stays, and who is told."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select, update

from storage.models import (
    AuditEntry,
    DialogueSession,
    Person,
    Registration,
    RegistrationState,
    Submission,
    SubmissionEvent,
    Unit,
    VillageQuota,
)
from tests.chat import Chat
from tests.clock import Clock
from tests.integration.households import (
    all_cells,
    change,
    open_talks,
    petition,
    registrations,
    say,
    stored,
    submissions,
    text_of,
)


async def _person(chat: Chat, who: str) -> Person:
    assert chat.world is not None
    wanted = chat.world.people[who].id
    return (await stored(chat, select(Person).where(Person.id == wanted)))[0]


async def _village(chat: Chat, number: int) -> int:
    found = await stored(chat, select(Unit.id).where(Unit.name == f"Thôn {number}"))
    return found[0]


async def _seated(chat: Chat) -> Registration:
    """H asks for a seat of thôn 3 and gets it."""
    await say(chat, "H", "họp", "1", "đồng ý", "1")
    await change(chat, update(Registration).values(state=RegistrationState.REGISTERED))
    return (await registrations(chat))[0]


async def test_open_questions_follow_with_their_history(chat: Chat) -> None:
    sent = await petition(chat)
    told = text_of(await say(chat, "H", "toi o thon 4 ko phai thon 3"))
    assert "1 câu chưa trả lời cũng chuyển sang Thôn 4" in told
    assert (await _person(chat, "H")).village_id == await _village(chat, 3)
    await say(chat, "H", "đúng")
    assert (await _person(chat, "H")).village_id == await _village(chat, 4)
    (moved,) = await submissions(chat)
    assert moved.village_id == await _village(chat, 4)
    assert moved.version == sent.version + 1
    reasons = await stored(chat, select(SubmissionEvent.reason).order_by(SubmissionEvent.id))
    assert reasons == ["received", "village_corrected"]
    acts = await stored(chat, select(AuditEntry.action))
    assert "person.village_corrected" in acts


async def test_what_is_issued_or_answered_stays(chat: Chat, clock: Clock) -> None:
    await petition(chat)
    await change(chat, update(Submission).values(issued_at=clock.now))
    told = text_of(await say(chat, "H", "đổi thôn", "thôn 4"))
    assert "chưa trả lời" not in told
    await say(chat, "H", "1")
    assert (await submissions(chat))[0].village_id == await _village(chat, 3)


async def test_questions_go_to_a_session_that_invites_the_new_village(chat: Chat) -> None:
    await petition(chat)
    thon_4 = await _village(chat, 4)
    (quota,) = await stored(chat, select(VillageQuota).where(VillageQuota.village_id == thon_4))
    await change(
        chat,
        update(VillageQuota)
        .where(VillageQuota.id == quota.id)
        .values(village_id=(await stored(chat, select(Unit.id).where(Unit.name == "Xã Mẫu")))[0]),
    )
    await say(chat, "H", "đổi thôn", "thôn 4", "1")
    assert (await submissions(chat))[0].dialogue_session_id is None


async def test_a_seat_is_asked_for_in_the_new_village_and_the_next_moves_up(
    chat: Chat, clock: Clock
) -> None:
    seat = await _seated(chat)
    await change(
        chat,
        update(VillageQuota).where(VillageQuota.village_id == seat.village_id).values(seats=1),
        Registration(
            dialogue_session_id=seat.dialogue_session_id,
            village_id=seat.village_id,
            attendee_name="Người Mẫu Chờ",
            attendee_key="nguoi mau cho",
            state=RegistrationState.WAITLISTED,
            wait_position=1,
            source="village_head",
            told_statement=True,
            created_at=clock.now,
            changed_at=clock.now,
        ),
    )
    told = text_of(await say(chat, "H", "đổi sang thôn 1"))
    assert "Em xin chỗ ở Thôn 1, trưởng thôn ở đó quyết" in told
    got = await chat.say("H", "đúng")
    mine, waiting = await registrations(chat)
    assert (mine.state, mine.village_id) == (RegistrationState.REQUESTED, await _village(chat, 1))
    assert waiting.state is RegistrationState.REGISTERED
    assert "xin một chỗ" in text_of([reply for who, reply in got if who == "T1"])
    assert "chuyển sang" in text_of([reply for who, reply in got if who == "T"])
    acts = await stored(chat, select(AuditEntry.action))
    assert "registration.moved" in acts


async def test_a_seat_stays_where_the_list_is_closed(chat: Chat, clock: Clock) -> None:
    await _seated(chat)
    await change(
        chat,
        update(DialogueSession).values(registration_closes_at=clock.now - timedelta(hours=1)),
    )
    told = text_of(await say(chat, "H", "đổi thôn", "thôn 1", "đúng"))
    assert "Chỗ họp của Hộ Mẫu vẫn ở Thôn 3" in told
    (seat,) = await registrations(chat)
    assert (seat.state, seat.village_id) == (
        RegistrationState.REGISTERED,
        await _village(chat, 3),
    )


async def test_a_seat_asked_for_somebody_else_is_not_touched(chat: Chat) -> None:
    await say(chat, "H", "họp", "1", "đồng ý", "2", "Bà Mẫu Nứa", "1")
    await say(chat, "H", "đổi thôn", "thôn 1", "đúng")
    assert [one.village_id for one in await registrations(chat)] == [await _village(chat, 3)]


async def test_a_name_is_corrected_where_it_is_the_same_one(chat: Chat) -> None:
    await petition(chat)
    await _seated(chat)
    told = text_of(await say(chat, "H", "tôi tên là Hồ Mẫu, ghi sai tên", "đúng"))
    assert "Từ nay em gọi anh/chị là Hồ Mẫu" in told
    assert (await _person(chat, "H")).display_name == "Hồ Mẫu"
    assert (await submissions(chat))[0].asker_name == "Hồ Mẫu"
    assert (await registrations(chat))[0].attendee_name == "Hồ Mẫu"


async def test_another_name_does_not_hand_the_seat_over(chat: Chat) -> None:
    await _seated(chat)
    told = text_of(await say(chat, "H", "sửa tên", "Lò Thị Mẫu", "1"))
    assert "Danh sách họp vẫn ghi Hộ Mẫu" in told
    assert (await registrations(chat))[0].attendee_name == "Hộ Mẫu"


@pytest.mark.parametrize("answer", ["không", "huỷ", "menu"])
async def test_nothing_changes_without_a_yes(chat: Chat, answer: str) -> None:
    await say(chat, "H", "toi o thon 4 ko phai thon 3", answer)
    await say(chat, "H", "sua ten", "Lò Thị Mẫu", answer)
    person = await _person(chat, "H")
    assert (person.village_id, person.display_name) == (await _village(chat, 3), "Hộ Mẫu")


async def test_a_name_left_alone_goes_after_an_hour(chat: Chat, clock: Clock) -> None:
    await say(chat, "H", "sua ten", "Lò Thị Mẫu")
    clock.forward(minutes=61)
    await chat.wait()
    assert "Lò Thị Mẫu" not in await all_cells(chat)
    assert "Tên đúng là gì" in text_of(await say(chat, "H", "1"))


async def test_a_village_that_goes_with_a_role_is_the_communes(chat: Chat) -> None:
    assert "nhờ cán bộ xã" in text_of(await say(chat, "T", "toi o thon 4 khong phai thon 3"))
    assert (await _person(chat, "T")).village_id == await _village(chat, 3)


async def test_correcting_while_sending_answers_the_waiting_question(chat: Chat) -> None:
    await say(chat, "N", "kiến nghị", "1", "Xin xã sửa đường", "thôn 3")
    told = text_of(await say(chat, "N", "toi o thon 5 khong phai thon 3"))
    assert "em ghi là Thôn 5" in told
    assert "đồng ý không" in told
    await say(chat, "N", "đồng ý", "Lo Mau Ba", "1", "em tên Lò Mẫu Ba, ghi sai tên")
    assert "Người gửi là Lò Mẫu Ba, Thôn 5" in text_of(
        await say(chat, "N", "tôi ở thôn 5 không phải thôn 3")
    )
    await say(chat, "N", "gửi")
    (sent,) = await submissions(chat)
    assert (sent.asker_name, sent.village_id) == ("Lò Mẫu Ba", await _village(chat, 5))
    assert "send_submission" not in await open_talks(chat)
