"""Whose name goes when somebody is forgotten: theirs, and nobody's day, place or longer name."""

from __future__ import annotations

import pytest

from storage.repositories.written_names import is_named, with_name


@pytest.mark.parametrize(
    ("text", "name", "left"),
    [
        ("Bà Bảy xin một chỗ.", "Bảy", "Bà X xin một chỗ."),
        ("Bảy xin một chỗ.", "Bảy", "X xin một chỗ."),
        ("Bảy", "Bảy", "X"),
        ("Gặp Bảy ở thôn 3.", "Bảy", "Gặp X ở thôn 3."),
        ("Câu của Bảy: “mất thẻ”", "Bảy", "Câu của X: “mất thẻ”"),
        ("Dạ, Bảy và Tư.", "Bảy", "Dạ, X và Tư."),
        ("1. Bảy, hộ nghèo", "Bảy", "1. X, hộ nghèo"),
        ("Hộ Tư đã rút lại.", "Tư", "Hộ X đã rút lại."),
        ("báo cho mẫu thị lan biết", "Mẫu Thị Lan", "báo cho X biết"),
        ("Xong. Mẫu Thị Lan đi được.", "Mẫu Thị Lan", "Xong. X đi được."),
    ],
)
def test_their_name_goes(text: str, name: str, left: str) -> None:
    assert is_named(text, name)
    assert with_name(text, name, "X") == left


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("Thứ Bảy, 05/12/2026, 7 giờ 30 sáng", "Bảy"),
        ("họp thứ Tư tuần sau", "Tư"),
        ("Tháng Ba có tiền", "Ba"),
        ("Năm nay, ba người", "Ba"),
        ("Năm 2026 có 3 đợt", "Năm"),
        ("Năm nay xã xét lại", "Năm"),
        ("Thôn Sen, xã Mẫu", "Sen"),
        ("Việt Nam", "Nam"),
        ("bà Mẫu Thị Sen đến họp", "Sen"),
        ("1. Mẫu Bảy, hộ nghèo", "Bảy"),
        ("ông Sen Mẫu", "Sen"),
        ("ông Sen Đá Mẫu", "Sen"),
        ("bảy người, hoa ở vườn", "Bảy"),
        ("Thông tư 07", "Tư"),
        ("Mẫu Thị Lanh", "Mẫu Thị Lan"),
    ],
)
def test_what_only_looks_like_it_stays(text: str, name: str) -> None:
    assert not is_named(text, name)
    assert with_name(text, name, "X") == text
