"""What a line asks of a saved list: another category, several changes at once."""

from __future__ import annotations

import pytest

from handlers import list_changes, sent_words
from storage.models import PovertyStatus

_NAMES = ["Hộ Mẫu", "Lò Thị Sửa", "Giàng A Mẫu", "Hờ Thị Mẫu Hoa", "Vàng A Sửa"]


@pytest.mark.parametrize(
    ("text", "places", "category"),
    [
        ("Hoa cận nghèo", [3], PovertyStatus.NEAR_POOR),
        ("hoa la ho can ngheo", [3], PovertyStatus.NEAR_POOR),
        ("sửa bà Hoa thành hộ nghèo nhé em", [3], PovertyStatus.POOR),
        ("Giàng A Mẫu là hộ nghèo chứ không phải cận nghèo", [2], PovertyStatus.POOR),
        ("Sửa hộ nghèo", [1, 4], PovertyStatus.POOR),
        ("sua Lo Thi Sua sang can ngheo", [1], PovertyStatus.NEAR_POOR),
        ("chuyển bà Hoa sang mới thoát nghèo", [3], PovertyStatus.JUST_ESCAPED),
        ("bà Hoa, trưởng thôn", [3], PovertyStatus.VILLAGE_BOARD),
    ],
)
def test_another_category(text: str, places: list[int], category: PovertyStatus) -> None:
    found = list_changes.kind_of(text, _NAMES)
    assert found is not None
    assert (list(found.places), found.category) == (places, category)


@pytest.mark.parametrize(
    "text",
    [
        *("Hoa", "hoa khong", "Hoa 2", "Hoa hộ nghèo à", "bà Na cận nghèo", "cận nghèo"),
        *("bỏ bà Hoa hộ nghèo", "nhà bà Hoa thuộc hộ nghèo mà chưa có thẻ", "sửa nhà cho hộ nghèo"),
    ],
)
def test_no_other_category(text: str) -> None:
    assert list_changes.kind_of(text, _NAMES) is None


@pytest.mark.parametrize(
    ("text", "parts"),
    [
        ("bo Hoa di, them Vàng A Tủa", ["bo Hoa di", "them Vàng A Tủa"]),
        ("thêm Vừ Thị Mỷ, bỏ bà Hoa", ["bỏ bà Hoa", "thêm Vừ Thị Mỷ"]),
        ("bỏ bà Hoa rồi thêm Vừ Thị Mỷ", ["bỏ bà Hoa", "thêm Vừ Thị Mỷ"]),
        (
            "thêm Vừ Thị Mỷ, bà Hoa bận, thêm Sùng A Mới",
            ["bà Hoa bận", "thêm Vừ Thị Mỷ\nthêm Sùng A Mới"],
        ),
        (
            "đổi bà Hoa bằng ông Vừ A Mới, Giàng A Mẫu mới thoát nghèo",
            ["đổi bà Hoa bằng ông Vừ A Mới", "Giàng A Mẫu mới thoát nghèo"],
        ),
        ("bỏ bà Hoa, ông Giàng A Mẫu", ["xóa Giàng A Mẫu", "xóa Hờ Thị Mẫu Hoa"]),
    ],
)
def test_several_changes(text: str, parts: list[str]) -> None:
    assert list_changes.several(text, _NAMES) == parts


@pytest.mark.parametrize(
    "text",
    [
        *("thêm bà Na, hộ nghèo", "bà Hoa bận, cho ông Sùng A Mới đi thay", "bỏ bà Hoa"),
        *("Lò Thị Na, hộ nghèo\nGiàng A Tủa, cận nghèo", "bà Hoa ốm, không đi được", "Hoa, Mẫu"),
    ],
)
def test_one_change_or_none(text: str) -> None:
    assert list_changes.several(text, _NAMES) == []


@pytest.mark.parametrize(
    "text",
    [
        *("sửa câu hỏi", "sua lai cau hoi", "sửa câu hỏi của hộ ông Mẫu Ba", "đổi lại kiến nghị"),
        *("em muốn sửa câu tôi đã gửi", "viết lại câu hỏi đã gửi giúp em", "sua y kien da gui"),
    ],
)
def test_what_was_sent_is_reworded(text: str) -> None:
    assert sent_words.meant(text) == sent_words.MEND


@pytest.mark.parametrize(
    "text",
    [
        *("sửa cầu treo", "sua cau", "sửa nhà", "đổi câu", "sửa câu trả lời", "câu hỏi"),
        *("sửa câu hỏi thế nào cho đúng", "kiến nghị sửa đường"),
    ],
)
def test_nothing_is_reworded(text: str) -> None:
    assert sent_words.meant(text) != sent_words.MEND
