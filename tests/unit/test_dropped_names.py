"""Which lines of a list words take off it."""

from __future__ import annotations

import pytest

from handlers.name_words import all_dropped, dropped

NAMES = ("Vàng Thị Mẫu B", "Vàng Thị Mẫu C", "Lò Thị Mất", "Sùng B Mẫu", "Hà Thị Mai 2")


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("Sùng B Mẫu chết rồi", [3]),
        ("ông Sùng B Mẫu mới mất hôm qua", [3]),
        ("sung b mau da qua doi", [3]),
        ("bỏ Lò Thị Mất", [2]),
        ("xoá bà Mai", [4]),
        ("trâu nhà em chết rồi", []),
        ("Sùng B Mất", []),
    ],
)
def test_one_comes_off(text: str, places: list[int]) -> None:
    assert dropped(text, NAMES) == places


@pytest.mark.parametrize(
    ("text", "places"),
    [
        ("bo Vàng Thị Mẫu B, Vàng Thị Mẫu C", [0, 1]),
        ("bỏ Sùng B Mẫu và Lò Thị Mất đi", [2, 3]),
        ("xoá bà Mai, xoá Sùng B Mẫu", [3, 4]),
        ("bỏ Sùng B Mẫu", []),
        ("bỏ Sùng B Mẫu, Vàng Xa Mẫu", []),
    ],
)
def test_several_come_off(text: str, places: list[int]) -> None:
    assert all_dropped(text, NAMES) == places
