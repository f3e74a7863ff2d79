"""Two households on one phone: what is asked with it says whose it is, and changes nobody else."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from storage.models import AskedFor, Consent, Person, Submission, Unit
from tests.chat import Chat
from tests.clock import Clock
from tests.integration.households import (
    all_cells,
    say,
    stored,
    submissions,
    text_of,
)

WORDS = "con suối sau nhà tôi sạt bờ Mẫu Đá thì ai lo việc đó"


async def _first(chat: Chat) -> tuple[str | None, int | None]:
    assert chat.world is not None
    wanted = chat.world.people["H"].id
    (person,) = await stored(chat, select(Person).where(Person.id == wanted))
    return person.display_name, person.village_id


async def _asked(chat: Chat, *opening: str) -> Submission:
    """Ask as somebody else with the phone of H, as far as the code."""
    await say(chat, "H", *opening, WORDS)
    for _ in range(8):
        labels = [choice.label for choice in chat.last("H").choices]
        if "Gửi" in labels:
            break
        if "Thôn 1" in labels:
            await say(chat, "H", "thôn 5")
        elif "Chưa, gửi cho cán bộ" in labels or "Không, gửi cho cán bộ" in labels:
            await say(chat, "H", "2")
        else:
            await say(chat, "H", "1")
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
    await say(chat, "H", "toi hoi cho ba noi", "Mẫu Nứa", WORDS, "2")
    assert "Mẫu Nứa có đồng ý không" in text_of([chat.last("H")])
    await say(chat, "H", "không")
    assert "Mẫu Nứa" not in await all_cells(chat)
    assert await submissions(chat) == []


async def test_a_name_left_alone_goes_and_the_question_is_not_the_owners(
    chat: Chat, clock: Clock
) -> None:
    await say(chat, "H", "toi la nguoi khac", "2", "Mẫu Tre", WORDS)
    clock.forward(minutes=61)
    await chat.wait()
    assert "Mẫu Tre" not in await all_cells(chat)
    assert "hỏi cho ai" in text_of(await say(chat, "H", "2"))
    await say(chat, "H", "2", "Mẫu Tre", WORDS, "2", "thôn 5")
    clock.forward(minutes=61)
    await chat.wait()
    told = text_of(await say(chat, "H", "đồng ý"))
    assert "Lâu quá rồi" in told
    assert "hỏi cho ai" in told
    assert await submissions(chat) == []


@pytest.mark.parametrize(
    ("opening", "kept"),
    [
        (("toi la nguoi khac", "2", "Mẫu Tre", WORDS), False),
        (("toi la nguoi khac", "2", "Mẫu Tre", WORDS, "2"), False),
        (("dung chung may", "2", "Mẫu Tre", WORDS, "2", "thôn 2"), False),
        (("dung chung may", "2", "Mẫu Tre", WORDS, "2", "thôn 2", "đồng ý"), True),
        (("toi hoi cho ba noi", "Mẫu Tre", WORDS), False),
        (("tôi muốn góp ý", WORDS), True),
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
