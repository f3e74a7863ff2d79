"""A question that its asker takes back keeps no words, and nobody else's can be taken back."""

from __future__ import annotations

from typing import Any

import pytest
from sqlalchemy import update

from storage.models import AskedFor, Submission, SubmissionState
from tests.chat import Chat
from tests.integration.households import (
    UNANSWERED,
    ask_until_read_back,
    change,
    say,
    submissions,
    text_of,
)


async def _send(chat: Chat, *opening: str) -> None:
    await ask_until_read_back(chat, *opening)
    await say(chat, "H", "gửi")


async def test_what_is_taken_back_is_gone(chat: Chat) -> None:
    await _send(chat, UNANSWERED)
    await say(chat, "H", "rut lai cau do", "1")
    (row,) = await submissions(chat)
    assert row.state is SubmissionState.WITHDRAWN
    assert (row.text, row.asker_name, row.asker_id) == ("", None, None)
    assert "chưa gửi câu nào" in text_of(await say(chat, "H", "câu đã gửi"))


async def test_the_owner_takes_back_no_neighbours_question(chat: Chat) -> None:
    await _send(chat, f"tôi là Mẫu Tre hàng xóm mượn máy hỏi tí: {UNANSWERED}")
    (row,) = await submissions(chat)
    assert row.asker_name == "Mẫu Tre"
    told = text_of(await say(chat, "H", "chủ máy", "rút lại câu đó"))
    assert "Câu này không rút qua tin nhắn được" in told
    assert "đã in" not in told
    (row,) = await submissions(chat)
    assert row.state is SubmissionState.RECEIVED


@pytest.mark.parametrize(
    "became", [{"asked_for": AskedFor.HOUSEHOLD}, {"danger": "disaster"}], ids=["lent", "danger"]
)
async def test_what_may_be_taken_back_is_looked_at_anew_at_the_yes(
    chat: Chat, became: dict[str, Any]
) -> None:
    await _send(chat, UNANSWERED)
    await say(chat, "H", "rut lai cau do")
    await change(chat, update(Submission).values(**became))
    told = text_of(await say(chat, "H", "1"))
    assert "không rút qua tin nhắn được" in told
    assert "đã in" not in told
    assert (await submissions(chat))[0].state is SubmissionState.RECEIVED
