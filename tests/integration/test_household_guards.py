"""Guards over a household's words: a denunciation is written nowhere, danger is told at once."""

from __future__ import annotations

import pytest
from sqlalchemy import select

from faq.normalize import fold
from storage.models import (
    Attachment,
    AuditEntry,
    GuardCount,
    SubmissionKind,
    UnitSetting,
)
from tests.chat import Chat
from tests.clock import Clock
from tests.integration.households import all_cells, change, say, stored, submissions, text_of


@pytest.mark.parametrize("ending", ["", ", đề nghị xã xử lý", ", nhờ cán bộ xuống kiểm tra"])
async def test_a_told_denunciation_is_written_nowhere(
    chat: Chat, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, ending: str
) -> None:
    caplog.set_level("DEBUG")
    told = f"Trưởng thôn Mẫu Quýt ăn chặn tiền hỗ trợ của dân{ending}"
    answer = text_of(await say(chat, "H", told))
    assert "Thanh tra tỉnh" in answer
    assert "không ai" not in answer
    await say(chat, "H", f"[photo {told}]")
    kept = fold(await all_cells(chat))
    written = fold(capsys.readouterr().out + capsys.readouterr().err + caplog.text)
    for trace in ("mau quyt", "an chan", "key-2"):
        assert trace not in kept
        assert trace not in written
    (counted,) = await stored(chat, select(GuardCount))
    assert (counted.guard, counted.count) == ("denunciation", 2)


@pytest.mark.parametrize(
    ("who", "before"),
    [
        ("H", ["kiến nghị", "1"]),
        ("H", ["hỏi chính sách"]),
        ("H", ["gặp cán bộ"]),
        ("N", ["kiến nghị", "1", "Xin xã sửa đường"]),
        ("N", ["kiến nghị", "1", "Xin xã sửa đường", "thôn 2", "đồng ý"]),
        ("H", ["lũ ngập nhà rồi cứu với"]),
        ("H", ["có người gọi đòi mã OTP", "1"]),
        ("T", ["gửi thay"]),
        ("T", ["gửi danh sách"]),
    ],
)
async def test_a_denunciation_told_in_the_middle_of_a_talk_is_written_nowhere(
    chat: Chat,
    capsys: pytest.CaptureFixture[str],
    caplog: pytest.LogCaptureFixture,
    who: str,
    before: list[str],
) -> None:
    caplog.set_level("DEBUG")
    told = "Kế toán Mẫu Quýt lấy tiền của nhà em rồi chia nhau"
    await say(chat, who, *before)
    assert "không phải nơi nhận tố cáo" in text_of(await say(chat, who, told))
    await say(chat, who, "không", "0", "2", "menu")
    kept = fold(await all_cells(chat))
    written = fold(capsys.readouterr().out + caplog.text)
    for trace in ("mau quyt", "chia nhau"):
        assert trace not in kept
        assert trace not in written


async def test_where_a_denunciation_is_lodged_is_a_setting(chat: Chat) -> None:
    assert chat.world is not None
    commune, place = chat.world.commune.id, "trụ sở Mẫu, phòng số 2"
    await change(chat, UnitSetting(unit_id=commune, key="denunciation_place", value=place))
    assert "trụ sở Mẫu, phòng số 2" in text_of(await say(chat, "H", "tôi tố cáo ông Mẫu"))


async def test_a_false_alarm_loses_nothing(chat: Chat) -> None:
    false_alarm = "Phim ông trưởng thôn tham ô chiếu hôm nào ở nhà văn hoá"
    await say(chat, "H", false_alarm, "2", "[sticker]", false_alarm, "1", "1", "gửi")
    (row,) = await submissions(chat)
    assert row.text == false_alarm
    # Only the next message passed: the guard speaks again.
    assert "tố cáo" in text_of(await say(chat, "H", false_alarm))


async def test_no_complaint_may_still_be_a_denunciation(chat: Chat) -> None:
    await say(chat, "H", "Tôi khiếu nại quyết định thu hồi đất của xã", "3")
    told = text_of(await say(chat, "H", "Trưởng thôn Mẫu Quýt ăn chặn tiền hỗ trợ của dân"))
    assert "không phải nơi nhận tố cáo" in told
    assert "mau quyt" not in fold(await all_cells(chat))


async def test_a_complaint_that_is_none_goes_to_the_officials(chat: Chat) -> None:
    no_complaint = "Tôi khiếu nại quyết định thu hồi đất của xã"
    await say(chat, "H", no_complaint, "3", no_complaint, "1", "1", "gửi")
    (row,) = await submissions(chat)
    assert row.text == no_complaint


async def test_what_is_no_denunciation_is_not_held_up_as_a_complaint(chat: Chat) -> None:
    both = "Tôi khiếu nại quyết định phạt, phim ông trưởng thôn tham ô chiếu hôm nào"
    await say(chat, "H", both, "2", both, "1", "1", "gửi")
    (row,) = await submissions(chat)
    assert row.text == both


async def test_an_official_may_write_about_a_denunciation(chat: Chat) -> None:
    answer = text_of(await say(chat, "O", "tôi tố cáo ông Mẫu"))
    assert "không phải nơi nhận tố cáo" not in answer


async def test_danger_alerts_officials_once_an_hour_without_words(chat: Chat, clock: Clock) -> None:
    told = text_of(await say(chat, "H", "chồng Mẫu Tím đánh em chảy máu"))
    for number in ("113", "115", "111"):
        assert number in told
    assert "Thôn 3" in chat.last("O").text
    assert "Mẫu Tím" not in chat.last("O").text
    await say(chat, "H", "chồng Mẫu Tím đánh em chảy máu")
    assert len(chat.sent["O"]) == 1
    clock.forward(hours=1)
    await say(chat, "H", "chồng Mẫu Tím đánh em chảy máu", "1")
    (row,) = await submissions(chat)
    assert row.text == "chồng Mẫu Tím đánh em chảy máu"
    audited = select(AuditEntry).where(AuditEntry.action == "danger.alerted")
    assert len(await stored(chat, audited)) == 3


@pytest.mark.parametrize(
    "told",
    [
        "Trưởng thôn Mẫu Quýt ăn chặn gạo, cả nhà em nhịn đói",
        "tố cáo công an Mẫu Quýt, nó cầm dao đòi chém em, báo ai",
    ],
)
async def test_danger_told_with_a_denunciation_alerts_and_is_written_nowhere(
    chat: Chat, capsys: pytest.CaptureFixture[str], caplog: pytest.LogCaptureFixture, told: str
) -> None:
    caplog.set_level("DEBUG")
    replies = await say(chat, "H", f"[photo {told}]")
    assert "gọi 115" in text_of(replies)
    assert "Việc gấp ở Thôn 3" in chat.last("O").text
    assert replies[-1].choices[0].label == "Nhờ cán bộ nhắn lại ở đây"
    assert "Gửi lời nhắn" not in text_of(replies)
    await say(chat, "H", "1")
    (row,) = await submissions(chat)
    assert row.text == "Người dân nhờ cán bộ liên hệ lại ngay, có việc gấp."
    assert row.kind is SubmissionKind.FEEDBACK
    kept = fold(await all_cells(chat))
    written = fold(capsys.readouterr().out + capsys.readouterr().err + caplog.text)
    for trace in ("mau quyt", "an chan", "doi chem", "key-1"):
        assert trace not in kept
        assert trace not in written


@pytest.mark.parametrize(
    "more",
    [
        "ổng Mẫu Quýt đó còn lấy luôn gạo cứu trợ hôm bữa, ai cũng biết mà không dám nói",
        "[photo ổng Mẫu Quýt đó đây nè]",
        "chồng em ngất rồi, cũng tại Mẫu Quýt, cứu với",
        "gọi em 0912 345 678, ổng Mẫu Quýt đó còn lấy luôn gạo cứu trợ hôm bữa mà không ai dám nói",
    ],
)
async def test_what_follows_a_denunciation_told_in_danger_is_not_kept(
    chat: Chat, more: str
) -> None:
    await say(chat, "H", "trưởng thôn đánh chồng em chảy máu, cứu với", more)
    assert "mau quyt" not in fold(await all_cells(chat))
    if "0912" not in more:
        assert "không ghi thêm lời này" in text_of(await say(chat, "H", "cũng tại Mẫu Quýt hết"))
    await say(chat, "H", "1")
    (row,) = await submissions(chat)
    assert row.text == "Người dân nhờ cán bộ liên hệ lại ngay, có việc gấp."
    assert not await stored(chat, select(Attachment))
    assert "mau quyt" not in fold(await all_cells(chat))
