"""Several questions in one message."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from faq.split import split_questions


@pytest.mark.parametrize(
    ("message", "parts"),
    [
        (
            "Nhà em hộ nghèo. Con em 4 tuổi. Có được tiền ăn trưa không? Còn tiền điện thì sao?",
            [
                "Nhà em hộ nghèo. Con em 4 tuổi. Có được tiền ăn trưa không?",
                "Còn tiền điện thì sao?",
            ],
        ),
        (
            "bhyt ho ngheo co mat tien ko, con tien dien thi duoc bao nhieu",
            ["bhyt ho ngheo co mat tien ko", "con tien dien thi duoc bao nhieu"],
        ),
        (
            "1. thẻ bảo hiểm mất làm lại ở đâu 2. sổ hộ nghèo hết hạn thì sao",
            ["thẻ bảo hiểm mất làm lại ở đâu", "sổ hộ nghèo hết hạn thì sao"],
        ),
        (
            "học phí cấp 2 có phải đóng không với lại sách giáo khoa có phát không",
            ["học phí cấp 2 có phải đóng không", "với lại sách giáo khoa có phát không"],
        ),
        (
            "Làm giếng có vay được không?\nMẹ già 80 tuổi có trợ cấp không?\nEm cảm ơn.",
            ["Làm giếng có vay được không?", "Mẹ già 80 tuổi có trợ cấp không? Em cảm ơn."],
        ),
        (
            "Vay nuôi bò được bao nhiêu? Lãi thì sao? Nợ cũ tính thế nào? Cảm ơn.",
            ["Vay nuôi bò được bao nhiêu? Lãi thì sao?", "Nợ cũ tính thế nào? Cảm ơn."],
        ),
    ],
)
def test_questions_are_parted(message: str, parts: list[str]) -> None:
    assert split_questions(message) == parts


@pytest.mark.parametrize(
    "message",
    [
        "Muốn vay vốn thì cần giấy gì? Nộp ở đâu? Bao lâu có tiền?",
        "Nhà tôi 5 người, còn mẹ già 80 tuổi, có được trợ cấp không?",
        "nha em ho ngheo, con be 1 tuoi thi co duoc tro cap khong",
        "Tôi ở thôn 3. Nhà dột lắm. Xin xã giúp.",
        "Thẻ 2.530.000 đồng là sao? Ai được?",
        "con em bệnh",
    ],
)
def test_one_question_stays_whole(message: str) -> None:
    assert split_questions(message) == [message]


def test_nothing_and_far_too_much() -> None:
    assert split_questions("") == split_questions(" \n\u200b ") == []
    flood = "Vay nuôi bò được bao nhiêu? Điện nước ra sao? " * 200
    assert split_questions(flood) == [flood.strip()]
    eight = " ".join(f"Chuyện bò số {n} vay được bao nhiêu?" for n in "abcdefgh")
    assert split_questions(eight) == [eight]


@given(st.text(max_size=400))
def test_no_word_is_lost(message: str) -> None:
    from faq.normalize import clean

    parts = split_questions(message)
    kept = "".join(parts).split()
    assert set("".join(kept)) <= set("".join(clean(message).split()))
    assert bool(parts) == bool(clean(message))
