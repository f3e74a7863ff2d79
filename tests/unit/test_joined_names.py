"""Two people in one line are two people, or nobody; "Và" and "Cung" may be a part of one's name."""

from __future__ import annotations

import pytest

from handlers.names import read_names


def _names(line: str) -> list[str]:
    return [one.name for one in read_names(line).good]


@pytest.mark.parametrize(
    "line",
    [
        *("Vừ Thị Mẫu và Sùng A Mẫu", "thêm bà Vừ Thị Mẫu và ông Sùng A Mẫu"),
        *("Vừ Thị Mẫu & Sùng A Mẫu", "Vừ Thị Mẫu+Sùng A Mẫu", "Vừ Thị Mẫu với Sùng A Mẫu"),
        *("Vừ Thị Mẫu cùng với bà Sùng A Mẫu", "Vừ Thị Mẫu Và Sùng A Mẫu"),
        *("bà Vừ Thị Mẫu cùng ông Sùng A Mẫu", "thêm bà Vừ Thị Mẫu và thêm Sùng A Mẫu"),
        "Đăng ký 2 người: ông Vừ Thị Mẫu và bà Sùng A Mẫu",
        "xin đăng ký 2 người: Vừ Thị Mẫu và Sùng A Mẫu",
    ],
)
def test_two_people(line: str) -> None:
    assert _names(line) == ["Vừ Thị Mẫu", "Sùng A Mẫu"]


@pytest.mark.parametrize(
    ("line", "names"),
    [
        ("them ba vu thi mau va ong sung a mau", ["Vu Thi Mau", "Sung A Mau"]),
        ("LÒ VĂN MẪU VÀ LÒ THỊ MẪU", ["LÒ VĂN MẪU", "LÒ THỊ MẪU"]),
        ("Lò Văn Mẫu, Vừ A Mẫu và Lò Thị Mẫu", ["Lò Văn Mẫu", "Vừ A Mẫu", "Lò Thị Mẫu"]),
        ("Lò Văn Mẫu và ông Tư", ["Lò Văn Mẫu", "Ông Tư"]),
        ("Lò Văn Mẫu và Võ Thị Mẫu", ["Lò Văn Mẫu", "Võ Thị Mẫu"]),
    ],
)
def test_each_as_typed(line: str, names: list[str]) -> None:
    assert _names(line) == names


def test_each_with_a_category() -> None:
    read = read_names("Lò Văn Mẫu hộ nghèo và Vừ A Mẫu, cận nghèo").good
    assert [str(one.category) for one in read] == ["HN", "HCN"]


@pytest.mark.parametrize(
    "line",
    [
        *("Lý Văn Mẫu và vợ Phùng Thị Mẫu", "Lý Văn Mẫu và con", "Hà và Lan", "lo mau va lan"),
        *("Lý Văn Mẫu & vợ", "Lý Văn Mẫu với con gái Lan", "Lý Văn Mẫu và 2 con", "anh và chị Mẫu"),
    ],
)
def test_somebody_is_not_told_in_full(line: str) -> None:
    read = read_names(line)
    assert not read.good
    assert {one.problem for one in read.bad} <= {"several", "digits", "signs"}


@pytest.mark.parametrize(
    "line",
    [
        *("Lò Thị Và", "Lò Thị Và Mẫu", "lò thị và", "lo thi va mau", "Giàng Va Mẫu", "Vừ A Voi"),
        *("Lò Văn Cung", "Hồ Cung Mẫu", "lo van cung mau", "Lò Văn Mẫu, +84912345678, hn"),
        *("Lò Văn Mẫu, trưởng thôn và bí thư chi bộ", "Lò Văn Mẫu, hộ nghèo và khuyết tật"),
    ],
)
def test_one_person(line: str) -> None:
    assert len(_names(line)) == 1
