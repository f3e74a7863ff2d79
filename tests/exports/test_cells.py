"""What becomes of text on its way into a cell."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.exports.cells import LONGEST, clean, is_like_number, is_risky
from handlers.services.masking import Mask


@pytest.mark.parametrize(
    "text",
    ["=1", "+84", "-1", "@a", "\tx", "\rx", "\nx", "＝1", "＋1", "－1", "＠a", "  =1", "\u3000＝1"],
)
def test_what_could_become_a_formula_is_found(text: str) -> None:
    assert is_risky(text)


@pytest.mark.parametrize("text", ["", "Thôn 1", "1=1", "xin hỏi: =", "(=1)"])
def test_plain_words_are_left_alone(text: str) -> None:
    assert not is_risky(text)


@pytest.mark.parametrize(
    "text", ["0912345678", "0912 345 678", "3/5", "1-2", "1e5", "12.000", "10:30", "５", "50%"]
)
def test_what_an_import_would_count_with_is_found(text: str) -> None:
    assert is_like_number(text)


@pytest.mark.parametrize("text", ["", "XM 000 001", "thôn 3", "năm 2026", "-", "e5"])
def test_words_with_digits_are_not_numbers(text: str) -> None:
    assert not is_like_number(text)


@given(st.text(max_size=200))
def test_a_clean_text_fits_xml_and_keeps_its_letters(text: str) -> None:
    cleaned = clean(text)
    assert not any(ord(sign) < 32 and sign not in "\t\n" for sign in cleaned)
    assert [sign for sign in cleaned if sign.isalnum()] == [sign for sign in text if sign.isalnum()]
    assert clean(cleaned) == cleaned


def test_a_text_longer_than_a_cell_is_cut() -> None:
    assert len(clean("a" * 40_000)) == LONGEST
    assert clean("a" + "😀" * 40_000) == "a" + "😀" * (LONGEST // 2 - 1) + "…"


_MASK = Mask(
    ["Lò Thị Mẫu", "Hộ Mẫu", "Hoa", "Giàng A Mẫu"],
    name_sign="(tên)",
    number_sign="(số)",
    withheld_sign="(riêng)",
)


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("Cháu là lo thi mau ở thôn 3", "Cháu là (tên) ở thôn 3"),
        ("LÒ THỊ MẪU, Giàng A Mẫu.", "(tên), (tên)."),
        ("gọi 0912 345 678 hay +84.912.345.678", "gọi (số) hay (số)"),
        ("căn cước 012345678901", "căn cước (số)"),
        ("ông Vừ Mí Mẫu và bà Sùng Mẫu", "ông (tên) và bà (tên)"),
        ("Tôi tên là Y Mẫu Lan ạ", "Tôi tên là (tên) ạ"),
        ("hoa màu năm 2026 được 500000 đồng", "hoa màu năm 2026 được 500000 đồng"),
        ("anh em trong thôn", "anh em trong thôn"),
        ("", ""),
    ],
)
def test_people_are_taken_out_of_a_public_text(text: str, shown: str) -> None:
    assert _MASK(text) == shown
