"""A household's question is told from a head's own one."""

from __future__ import annotations

import pytest

from handlers.behalf_words import read


@pytest.mark.parametrize(
    ("text", "name", "words"),
    [
        (
            "hoi ho cho ba Sung Thi Mau khong co dien thoai: duong vo nha bi sat lo",
            "ba Sung Thi Mau",
            "duong vo nha bi sat lo",
        ),
        (
            "nha ong Sùng khong co dien thoai muon hoi sao chua duoc vay von",
            "ong Sùng",
            "sao chua duoc vay von",
        ),
        ("Hỏi giúp bà Mẫu: bao giờ có nước sạch?", "bà Mẫu", "bao giờ có nước sạch?"),
        ("em hỏi thay cho ông Mẫu hỏi xem vay vốn ở đâu", "ông Mẫu", "vay vốn ở đâu"),
        ("bà Mẫu không có điện thoại, nhờ em hỏi: thẻ bảo hiểm", "bà Mẫu", "thẻ bảo hiểm"),
    ],
)
def test_a_question_of_a_household(text: str, name: str, words: str) -> None:
    asked = read(text)
    assert asked is not None
    assert (asked.name, asked.words) == (name, words)


@pytest.mark.parametrize(
    "text",
    [
        *("hoi ho", "hoi ho cho ba Mau", "nhà ông Mẫu không có điện thoại", "hỏi hộ: vay vốn"),
        *("nhà tôi không có điện thoại muốn hỏi vay vốn", "cho hỏi hộ nghèo được gì"),
        *("bà Mẫu không có điện", "hộ nghèo không có điện thoại muốn hỏi ở đâu"),
    ],
)
def test_no_question_of_one_household(text: str) -> None:
    assert read(text) is None
