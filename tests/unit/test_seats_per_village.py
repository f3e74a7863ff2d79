"""Seats of each village are read as officials type them; what may mean two things is not read."""

from __future__ import annotations

import pytest

from handlers.flows.create_session.seats_per_village import read_seats
from storage.models import Unit, UnitLevel

NUMBERED = tuple(
    Unit(id=100 + place, level=UnitLevel.VILLAGE, kind="thôn", name=f"Thôn {place}")
    for place in range(1, 7)
)
NAMED = tuple(
    Unit(id=200 + place, level=UnitLevel.VILLAGE, kind="bản", name=name)
    for place, name in enumerate(("Bản Nà Mẫu", "Bản Đồi Mới", "Tổ 3", "Khe Con"), start=1)
)


def seats(text: str, villages: tuple[Unit, ...] = NUMBERED) -> list[int | None] | None:
    found = read_seats(text, villages)
    return None if found is None else [found.get(one.id) for one in villages]


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("20", [20] * 6),
        ("15 chỗ", [15] * 6),
        ("mỗi thôn 15", [15] * 6),
        ("moi thon 15 cho", [15] * 6),
        ("15 chỗ mỗi thôn", [15] * 6),
        ("15 người/thôn", [15] * 6),
        ("tất cả mỗi thôn 15 chỗ nhé", [15] * 6),
        ("các thôn đều 15", [15] * 6),
        ("các thôn 15 chỗ", [15] * 6),
        ("Thôn 3: 3 chỗ; Thôn 4: 20 chỗ; các thôn khác 15 chỗ", [15, 15, 3, 20, 15, 15]),
        ("thôn 1,2,3 mỗi thôn 15, thôn 4 20", [15, 15, 15, 20, None, None]),
        ("thon 1 2 3 moi thon 15, thon 4 20", [15, 15, 15, 20, None, None]),
        ("mỗi thôn 15 riêng thôn 5 là 10", [15, 15, 15, 15, 10, 15]),
        ("mỗi thôn 15, riêng thôn 5 thì 10 chỗ thôi", [15, 15, 15, 15, 10, 15]),
        ("riêng thôn 5 chỉ 10, còn các thôn còn lại 15", [15, 15, 15, 15, 10, 15]),
        ("thôn 3 20 chỗ, mấy thôn kia 15", [15, 15, 20, 15, 15, 15]),
        ("thôn 1: 20, thôn 2 15 thôn 3 10", [20, 15, 10, None, None, None]),
        ("thon 2 15 va thon 3 10", [None, 15, 10, None, None, None]),
        ("thôn 1-3 mỗi thôn 15", [15, 15, 15, None, None, None]),
        ("thôn 1 đến thôn 4: 12; thôn 5, 6: 8", [12, 12, 12, 12, 8, 8]),
        ("thôn 3 – 20 chỗ, thôn 4 – 10 chỗ", [None, None, 20, 10, None, None]),
        ("1, 2 và 3: 15; 4: 20", [15, 15, 15, 20, None, None]),
        ("3: 20", [None, None, 20, None, None, None]),
        ("thôn 3 và thôn 4 đều 20", [None, None, 20, 20, None, None]),
        ("20 chỗ cho thôn 3, còn lại 15", [15, 15, 20, 15, 15, 15]),
        ("15 chỗ, thôn 3 20 chỗ", [15, 15, 20, 15, 15, 15]),
        ("t3: 20, t4 10", [None, None, 20, 10, None, None]),
        ("thôn số 3 20", [None, None, 20, None, None, None]),
        ("thôn 3: 0", [None, None, 0, None, None, None]),
        ("thôn 1 20\nthôn 2 15\nthôn 3 15", [20, 15, 15, None, None, None]),
        ("6 thôn mỗi thôn 20", [20] * 6),
        ("6 thon, moi thon 10 cho", [10] * 6),
        ("cả 6 thôn 10 chỗ", [10] * 6),
        ("6 thôn đều 10, riêng thôn 5 là 20", [10, 10, 10, 10, 20, 10]),
        ("thôn 3: 20, 5 thôn còn lại 15", [15, 15, 20, 15, 15, 15]),
        ("thon 3 20 cho con 5 thon con lai 15", [15, 15, 20, 15, 15, 15]),
        ("thôn 1, 2 mỗi thôn 20; 4 thôn kia 15", [20, 20, 15, 15, 15, 15]),
        ("thôn 3 20 thôn còn lại 15", [15, 15, 20, 15, 15, 15]),
        ("thôn 5 mỗi thôn 10", [None, None, None, None, 10, None]),
    ],
)
def test_seats_are_read(typed: str, expected: list[int | None]) -> None:
    assert seats(typed) == expected


@pytest.mark.parametrize(
    ("typed", "expected"),
    [
        ("Nà Mẫu 20, Khe Con 10, còn lại 15", [20, 15, 15, 10]),
        ("ban na mau: 20; doi moi 12", [20, 12, None, None]),
        ("mỗi bản 15 riêng Khe Con 10", [15, 15, 15, 10]),
        ("tổ 3 25 chỗ, các bản khác 15", [15, 15, 25, 15]),
    ],
)
def test_villages_have_names(typed: str, expected: list[int | None]) -> None:
    assert seats(typed, NAMED) == expected


@pytest.mark.parametrize(
    "typed",
    [
        "tất cả 90 chỗ",
        "tổng cộng 90",
        "thôn 3 thêm 5 chỗ",
        "thôn 3 bớt 2",
        "thôn 9 20",
        "thôn 3",
        "không mời thôn 5",
        "mỗi thôn 15-20",
        "mỗi thôn 15, trừ thôn 5",
        "thôn 3 20, thôn 3 15",
        "mỗi thôn 15, còn lại 10",
        "thôn 4-2: 15",
        "thôn 3: 20, 10",
        "thôn 5 10 mỗi thôn 15",
        "8 thôn mỗi thôn 20",
        "5 thôn mỗi thôn 10 chỗ",
        "5 thon deu 10",
        "cả 4 thôn 10",
        "6 thôn 10",
        "7 thôn còn lại 15",
        "thôn 3 20, 4 thôn còn lại 15",
        "5 thôn mỗi thôn 10, 1 thôn còn lại 20",
        "2 thôn 1 và 2 mỗi thôn 15",
        "cả 2 thôn 5, 6: 20",
        "ngày 5/12",
        "chưa biết",
        "?",
        "",
        "thôn 1 " * 200,
    ],
)
def test_what_is_unclear_is_asked_again(typed: str) -> None:
    assert seats(typed) is None
