"""Codes that can be said aloud: five random digits and a check digit, read tolerantly."""

from __future__ import annotations

import random

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.services import codes

KEPT = st.integers(0, 2**32).map(lambda seed: codes.draw("XM", random.Random(seed)))


@given(KEPT)
def test_shown_code_reads_back(code: str) -> None:
    typed = codes.read(codes.shown(code))
    assert typed is not None
    assert typed.valid
    assert typed.kept(None) == code


@given(KEPT, st.integers(2, 7), st.integers(1, 9))
def test_one_wrong_digit_is_found(code: str, place: int, off: int) -> None:
    wrong = code[:place] + str((int(code[place]) + off) % 10) + code[place + 1 :]
    typed = codes.read(wrong)
    assert typed is not None
    assert not typed.valid


@given(KEPT, st.integers(2, 6))
def test_swapped_neighbours_are_found(code: str, place: int) -> None:
    swapped = code[:place] + code[place + 1] + code[place] + code[place + 2 :]
    typed = codes.read(swapped)
    assert typed is not None
    assert typed.valid == (code[place] == code[place + 1])


@pytest.mark.parametrize(
    ("text", "prefix", "digits"),
    [
        ("XM 482 739", "XM", "482739"),
        ("xm482739", "XM", "482739"),
        ("  Xm-482.739. ", "XM", "482739"),
        ("mã XM 482 739", "XM", "482739"),
        ("mã số: 4 8 2 7 3 9", None, "482739"),
        ("482739", None, "482739"),
        ("ma 482 739", None, "482739"),
        ("tlab 482739", "TLAB", "482739"),
    ],
)
def test_reads_what_people_type(text: str, prefix: str | None, digits: str) -> None:
    typed = codes.read(text)
    assert typed == codes.TypedCode(prefix, digits)


@pytest.mark.parametrize(
    "text",
    ["", "XM", "48273", "4827391", "0912345678", "05/12/2026", "em hỏi mã 482 739 xong chưa", "x1"],
)
def test_other_texts_are_no_code(text: str) -> None:
    assert codes.read(text) is None


def test_a_missing_prefix_is_that_of_the_asker() -> None:
    assert codes.TypedCode(None, "482739").kept("XM") == "XM482739"
    assert codes.TypedCode("TL", "482739").kept("XM") == "TL482739"


@pytest.mark.parametrize(
    "said",
    [
        "ma cua toi la {}",
        "xem ket qua {}",
        "cho em hỏi mã {} có trả lời chưa",
        "tra giúp tôi mã số {} với",
    ],
)
@given(code=KEPT)
def test_code_in_a_sentence(said: str, code: str) -> None:
    typed = codes.named(said.format(codes.shown(code)))
    assert typed is not None
    assert typed.kept(None) == code


@given(KEPT)
def test_a_word_before_the_digits_is_no_prefix(code: str) -> None:
    typed = codes.named(f"ma cau hoi {code[2:]}")
    assert typed == codes.TypedCode(None, code[2:])


@pytest.mark.parametrize(
    "text", ["tôi xin vay 500 000 đồng", "nhà tôi có 500000 đồng tiền nợ", "mã thẻ 0912345678"]
)
def test_sums_and_phones_are_no_codes(text: str) -> None:
    assert codes.named(text) is None


@pytest.mark.parametrize(
    ("text", "prefix"),
    [
        ("xm 46a 018", "XM"),
        ("XM 464 01", "XM"),
        ("ma cua toi la XM 46a 018", "XM"),
        ("xm 464 0188", "XM"),
        ("thon 3 ak", None),
        ("quyết định 24/2021", None),
        ("toi sinh nam 1985", None),
    ],
)
def test_nearly_a_code(text: str, prefix: str | None) -> None:
    assert codes.nearly(text) == prefix
