"""Looking up by code: those concerned see all, others one bit."""

from __future__ import annotations

from sqlalchemy import select, update

from storage.models import (
    AuditEntry,
    Submission,
    SubmissionState,
)
from tests.chat import Chat
from tests.clock import Clock
from tests.integration.households import change, petition, say, stored, text_of


async def test_who_sees_what_of_a_code(chat: Chat) -> None:
    row = await petition(chat)
    digits = row.code[2:]
    for typed in (row.code, row.code.lower(), f"xm {digits[:3]} {digits[3:]}", digits):
        assert "Mẫu Đơn" in text_of(await say(chat, "H", typed))
    assert "Mẫu Đơn" in text_of(await say(chat, "O", row.code))
    for stranger in ("T", "N"):
        seen = text_of(await say(chat, stranger, row.code))
        assert "Mẫu Đơn" not in seen
        assert "đã nhận" in seen
    seen_by = select(AuditEntry).where(AuditEntry.action == "submission.seen")
    assert len(await stored(chat, seen_by)) == 1


async def test_answered_code_tells_a_stranger_one_bit(chat: Chat) -> None:
    row = await petition(chat)
    await change(chat, update(Submission).values(state=SubmissionState.ANSWERED))
    seen = text_of(await say(chat, "N", row.code))
    assert "đã có trả lời" in seen
    assert "Mẫu Đơn" not in seen


async def test_ten_wrong_codes_pause_the_look_up_for_an_hour(chat: Chat, clock: Clock) -> None:
    row = await petition(chat)
    for _ in range(10):
        assert "không tìm thấy" in text_of(await say(chat, "N", "XM 000 001"))
    assert "tạm nghỉ" in text_of(await say(chat, "N", row.code))
    assert "Mẫu Đơn" in text_of(await say(chat, "H", row.code))  # others are not held up
    clock.forward(hours=1)
    assert "đã nhận" in text_of(await say(chat, "N", row.code))


async def test_a_list_entry_shows_words_state_and_answer(chat: Chat) -> None:
    await petition(chat)
    await petition(chat, text="Xin đèn đường Mẫu Cúc")
    listed = (await say(chat, "H", "câu đã gửi"))[-1]
    assert "Mẫu Cúc" in listed.choices[0].label  # the newest first
    assert "Mẫu Đơn" in text_of(await say(chat, "H", "2"))
