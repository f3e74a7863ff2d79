"""Categories and offices as village heads write them."""

from __future__ import annotations

import pytest

from faq.normalize import fold
from handlers.categories import LEGEND, read_category, read_office
from handlers.names import NameLine, problem_of, read_one
from storage.models import PovertyStatus as P


@pytest.mark.parametrize(
    ("role", "category"),
    [
        ("hội phụ nữ", P.ORGANISATION),
        ("chi hội trưởng phụ nữ", P.ORGANISATION),
        ("chủ tịch hội nông dân", P.ORGANISATION),
        ("hội cựu chiến binh", P.ORGANISATION),
        ("bí thư đoàn thanh niên", P.ORGANISATION),
        ("bí thư chi bộ", P.VILLAGE_BOARD),
        ("trưởng ban công tác mặt trận", P.VILLAGE_BOARD),
        ("phó thôn", P.VILLAGE_BOARD),
        ("công an viên", P.VILLAGE_BOARD),
        ("đại biểu hội nông dân", P.ORGANISATION),
        ("chi hội phó chi hội phụ nữ thôn 3", P.ORGANISATION),
        ("bí thư chi bộ bản Nà Mẫu", P.VILLAGE_BOARD),
        ("trưởng thôn 12", P.VILLAGE_BOARD),
        ("bí thư kiêm trưởng thôn", P.VILLAGE_BOARD),
        ("hội trưởng hội người cao tuổi", P.ORGANISATION),
        ("tổ trưởng tổ vay vốn", P.ORGANISATION),
        ("đại biểu HĐND xã", None),
        ("nhân viên y tế thôn", None),
    ],
)
def test_an_office_is_kept_and_says_the_category(role: str, category: P | None) -> None:
    for typed in (role, fold(role), role.upper()):
        assert read_one(f"Nông Thị Mẫu, {typed}") == NameLine(
            "Nông Thị Mẫu", category, office=typed
        )


@pytest.mark.parametrize(
    ("line", "name", "category", "office"),
    [
        ("Nông Thị Mẫu bí thư chi bộ", "Nông Thị Mẫu", P.VILLAGE_BOARD, "bí thư chi bộ"),
        ("trưởng thôn Lò Văn Mẫu", "Lò Văn Mẫu", P.VILLAGE_BOARD, "trưởng thôn"),
        ("nong thi mau hoi phu nu", "Nong Thi Mau", P.ORGANISATION, "hoi phu nu"),
        ("Nông Thị Mẫu - Đoàn TN", "Nông Thị Mẫu", P.ORGANISATION, "Đoàn TN"),
        ("Nông Thị Mẫu (Hội LHPN)", "Nông Thị Mẫu", P.ORGANISATION, "Hội LHPN"),
        ("Nông Thị Mẫu, ĐTN, hn", "Nông Thị Mẫu", P.POOR, "ĐTN"),
        ("Nông Thị Mẫu, hộ nghèo, thôn phó", "Nông Thị Mẫu", P.POOR, "thôn phó"),
        (
            *("Nông Thị Mẫu - bí thư - trưởng thôn", "Nông Thị Mẫu", P.VILLAGE_BOARD),
            "bí thư, trưởng thôn",
        ),
        (
            *("Nông Thị Mẫu chi hội trưởng chi hội nông dân", "Nông Thị Mẫu", P.ORGANISATION),
            "chi hội trưởng chi hội nông dân",
        ),
    ],
)
def test_an_office_stands_behind_or_before_the_name(
    line: str, name: str, category: P, office: str
) -> None:
    assert read_one(line) == NameLine(name, category, office=office)


@pytest.mark.parametrize(
    "said",
    [
        *("hộ nghèo", "BQL", "đoàn thể", "5", "loại 4", "", "Trương Văn Mẫu", "Y Tê", "Bí Thị Mẫu"),
        *("Chủ Văn Tịch", "Đoàn Thị Mẫu", "Hội Văn Mẫu", "tốt bụng", "Phó Thị Mẫu"),
        "trưởng thôn kiêm " * 40 + "trưởng thôn",
    ],
)
def test_what_is_no_office(said: str) -> None:
    assert read_office(said) is None


def test_an_office_alone_names_nobody() -> None:
    for said in ("bí thư chi bộ", "đại biểu HĐND xã", "chi hoi truong phu nu"):
        assert problem_of(said) == "empty"


@pytest.mark.parametrize("number", range(1, 7))
def test_the_legend(number: int) -> None:
    assert read_category(f" {number}. ") is LEGEND[number - 1]


@pytest.mark.parametrize("text", ["0", "7", "giau", "", "Lò Văn Mẫu"])
def test_no_category(text: str) -> None:
    assert read_category(text) is None
