"""One line of a list: the name, and what stands beside it."""

from __future__ import annotations

import unicodedata

import pytest

from handlers.name_parts import without_aside
from handlers.names import NameLine, read_names, read_one
from storage.models import PovertyStatus as P


@pytest.mark.parametrize(
    ("line", "name", "category", "phone"),
    [
        ("Nông Thị Mẫu", "Nông Thị Mẫu", None, None),
        ("1. Nông Thị Mẫu - hộ nghèo", "Nông Thị Mẫu", P.POOR, None),
        ("2) Nông Thị Mẫu (HN)", "Nông Thị Mẫu", P.POOR, None),
        ("(3) Nông Thị Mẫu [cận nghèo]", "Nông Thị Mẫu", P.NEAR_POOR, None),
        ("4/ Nông Thị Mẫu, 3", "Nông Thị Mẫu", P.JUST_ESCAPED, None),
        ("05 Nông Thị Mẫu: không nghèo", "Nông Thị Mẫu", P.NOT_POOR, None),
        ("- Nông Thị Mẫu; ban quan ly", "Nông Thị Mẫu", P.VILLAGE_BOARD, None),
        ("• Nông Thị Mẫu\tđoàn thể", "Nông Thị Mẫu", P.ORGANISATION, None),
        ("nong thi mau ho can ngheo", "Nong Thi Mau", P.NEAR_POOR, None),
        ("Nông Thị Mẫu moi thoat ngheo.", "Nông Thị Mẫu", P.JUST_ESCAPED, None),
        ("Nông Thị Mẫu-2", "Nông Thị Mẫu", P.NEAR_POOR, None),
        ("Nông Thị Mẫu, nguy cơ tái nghèo", "Nông Thị Mẫu", P.AT_RISK, None),
        ("Nông Thị Mẫu, loại 4", "Nông Thị Mẫu", P.NOT_POOR, None),
        ("Ksor H'Mẫu, 1", "Ksor H'Mẫu", P.POOR, None),
        ("Y-Mẫu Niê", "Y-Mẫu Niê", None, None),
        ("A Mẫu", "A Mẫu", None, None),
        ("Nông Thị Mẫu, HN, 0912 345 678", "Nông Thị Mẫu", P.POOR, "0912345678"),
        ("ksor h'mẫu", "Ksor H'Mẫu", None, None),
        ("Vàng Thị Mẫu sđt 0912345678", "Vàng Thị Mẫu", None, "0912345678"),
        ("Vàng Thị Mẫu 0912.345.678 hộ nghèo", "Vàng Thị Mẫu", P.POOR, "0912345678"),
        ("vang thi mau (dt: 0912 345 678)", "Vang Thi Mau", None, "0912345678"),
        ("ông Lò Văn Mẫu", "Lò Văn Mẫu", None, None),
        ("ba lo thi mau, can ngheo", "Lo Thi Mau", P.NEAR_POOR, None),
        ("Ông Thị Mẫu", "Ông Thị Mẫu", None, None),
        ("chu van mau", "Chu Van Mau", None, None),
        ("tran thi chi doan", "Tran Thi Chi Doan", None, None),
        ("Thôn 3: Nông Thị Mẫu", "Nông Thị Mẫu", None, None),
        ("Nông Thị Mẫu, +84912345678, hn", "Nông Thị Mẫu", P.POOR, "+84912345678"),
        ("Nông Thị Mẫu, hộ cận ngèo", "Nông Thị Mẫu", P.NEAR_POOR, None),
        ("Nông Thị Mẫu, ko nghèo", "Nông Thị Mẫu", P.NOT_POOR, None),
        ("Nông Thị Mẫu nghèo", "Nông Thị Mẫu", P.POOR, None),
        ("Nông Thị Nghèo", "Nông Thị Nghèo", None, None),
        ("nong thi ngheo", "Nong Thi Ngheo", None, None),
        ("Nông Thị Mẫu,1978,hộ cận nghèo", "Nông Thị Mẫu", P.NEAR_POOR, None),
        ("Nông Thị Mẫu sn 1978 hn", "Nông Thị Mẫu", P.POOR, None),
        ("Nông Thị Mẫu (12/05/1978) hộ nghèo", "Nông Thị Mẫu", P.POOR, None),
        ("1. Nông Thị Mẫu - Nữ - 1978 - hộ nghèo", "Nông Thị Mẫu", P.POOR, None),
        ("Nông Thị Mẫu, 45 tuổi, 0912345678", "Nông Thị Mẫu", None, "0912345678"),
        ("Cháu Nông Thị Mẫu thay mẹ", "Nông Thị Mẫu", None, None),
        ("Nông Thị Mẫu đi thay bà Na", "Nông Thị Mẫu", None, None),
        ("Nông Thị Mẫu Thay", "Nông Thị Mẫu Thay", None, None),
    ],
)
def test_one_line(line: str, name: str, category: P | None, phone: str | None) -> None:
    assert read_one(line) == NameLine(name, category, phone)


@pytest.mark.parametrize(
    ("line", "problem"),
    [
        ("Mẫu", "short"),
        ("A", "short"),
        ("A B", "short"),
        ("Nông Văn 3", "digits"),
        ("0912345678", "digits"),
        ("vay von nuoi bo thi lam sao", "reply"),
        ("sửa thôn", "reply"),
        ("Cảm ơn em", "empty"),
        ("2 vợ chồng anh Mẫu", "several"),
        ("vo chong ong Mau", "several"),
        ("Nông Văn Mẫu và vợ", "several"),
        ("mẹ con chị Mẫu", "several"),
        ("thôi khỏi", "reply"),
        ("cho em gap can bo", "reply"),
        ("mau@xa.vn", "address"),
        ("http://xa.vn Mẫu", "address"),
        ("Nông " * 20, "long"),
        ("N" * 61 + " Mẫu", "long"),
        ("=1+1 Mẫu Mẫu", "digits"),
        ("=Mẫu Mẫu", "signs"),
        ("Nông Thị Mẫu, lò văn mẫu", "category"),
        (", hộ nghèo", "empty"),
        ("", "empty"),
        ("1.", "empty"),
        ("a , ,", "short"),
        ("Nông Thị Mẫu, Lò Văn Mẫu", "one-only"),
    ],
)
def test_lines_that_name_nobody(line: str, problem: str) -> None:
    assert read_one(line) == problem


@pytest.mark.parametrize(
    ("line", "category", "left_out"),
    [
        ("Nông Thị Mẫu, tốt bụng", None, "tốt bụng"),
        ("Nông Thị Mẫu - bạn tôi", None, "bạn tôi"),
        ("Nông Thị Mẫu, hộ nghèo (chồng đi thay)", P.POOR, "chồng đi thay"),
        ("Nông Thị Mẫu, tốt bụng, hộ nghèo", P.POOR, "tốt bụng"),
    ],
)
def test_a_name_counts_whatever_stands_behind_it(
    line: str, category: P | None, left_out: str
) -> None:
    assert read_one(line) == NameLine("Nông Thị Mẫu", category, left_out=left_out)


def test_each_phone_stays_with_its_owner() -> None:
    found = read_names("Lò Mẫu Na sđt 0912345678, Vàng Mẫu Thu 0987654321").good
    assert [(one.name, one.phone) for one in found] == [
        ("Lò Mẫu Na", "0912345678"),
        ("Vàng Mẫu Thu", "0987654321"),
    ]


def test_a_number_tells_two_people_of_one_name_apart() -> None:
    found = read_names("Giàng A Mẫu\nGiàng A Mẫu 2, hộ nghèo")
    assert [one.name for one in found.good] == ["Giàng A Mẫu", "Giàng A Mẫu 2"]
    assert found.bad == ()


def test_the_name_stays_as_typed_in_nfc() -> None:
    typed = unicodedata.normalize("NFD", "1.  NÔNG   thị Mẫu ")
    assert read_one(typed) == NameLine("NÔNG thị Mẫu")


@pytest.mark.parametrize(
    ("typed", "name"),
    [
        ("ba Y Lan nha ko co dt", "ba Y Lan"),
        ("Bà Lò Thị Mẫu không có điện thoại", "Bà Lò Thị Mẫu"),
        ("Lò Thị Mẫu, nhà chưa có đt", "Lò Thị Mẫu"),
        ("Lo Thi Mau (nha khong co so dien thoai)", "Lo Thi Mau"),
        ("Nông Văn Mẫu k xài zalo đâu", "Nông Văn Mẫu"),
        ("Nông Văn Số", "Nông Văn Số"),
        ("Lò Thị Không Mẫu", "Lò Thị Không Mẫu"),
        ("ko co dt", "ko co dt"),
    ],
)
def test_what_is_added_about_a_phone_is_no_name(typed: str, name: str) -> None:
    assert without_aside(typed) == name
