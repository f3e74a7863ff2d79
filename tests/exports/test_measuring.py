"""How many lines a text takes, and where a row stands on paper."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers.exports import letterhead, paging
from handlers.exports.measuring import lines, pieces, points, starts
from handlers.exports.xlsx_formats import OFFICE_SIZE, RULE_SIZE

SENTENCE = "Con tôi học lớp sáu nhưng chưa được miễn học phí. "


def test_words_wrap_and_are_never_torn() -> None:
    text = SENTENCE * 4
    found = starts(text, 40)
    assert found[0] == 0
    assert all(text[at - 1] == " " for at in found[1:])
    assert 4 <= len(found) <= 6


def test_capitals_take_more_lines_than_small_letters() -> None:
    assert lines((SENTENCE * 8).upper(), 40) > 1.3 * lines(SENTENCE * 8, 40)


def test_marks_make_no_letter_wider() -> None:
    assert lines("ỗ" * 300, 40) == lines("o" * 300, 40)


def test_a_word_that_fits_on_no_line_is_broken() -> None:
    found = starts("a" * 300, 40)
    assert 5 <= len(found) <= 8
    assert lines("a" * 300 + " b", 40) == len(found)


def test_typed_line_ends_count() -> None:
    assert lines("một\n\nhai", 40) == 3
    assert lines("", 40) == 1


@pytest.mark.parametrize(
    ("text", "width"), [("Thôn 3", 10), ("Lò Thị Mẫu", 24), ("*******671", 12.5)]
)
def test_what_is_short_stands_on_one_line(text: str, width: float) -> None:
    assert lines(text, width) == 1


_TEXTS = st.text(alphabet="abc đỗM.\n", max_size=600)


@given(_TEXTS, st.integers(1, 9))
def test_pieces_lose_nothing_but_blanks_and_are_short(text: str, most: int) -> None:
    found = pieces(text, 12, most)
    joined = "".join(found)
    assert "".join(joined.split()) == "".join(text.split())
    assert all(lines(one, 12) <= most for one in found)


def test_columns_that_fit_are_not_made_smaller() -> None:
    assert paging.scale([20, 20]) == 100
    assert 40 < paging.scale([20] * 14) < 60


@pytest.mark.parametrize("fields", range(15))
def test_both_upper_corners_have_room_for_their_words(fields: int) -> None:
    widths = paging.filled([5, 22, *[9.5] * fields, 8], kept=1)
    middle = letterhead.split(widths)
    assert sum(widths[: middle + 1]) > 33
    assert sum(widths[middle + 1 :]) > 54
    assert widths[0] == 5


def test_few_columns_grow_until_they_fill_the_page_and_many_stay() -> None:
    for count in range(1, 10):
        widths = paging.filled([5, *[10] * count], kept=1)
        assert paging.scale(widths) == 100
        assert paging.scale([one * 1.06 for one in widths]) < 100
    assert paging.filled([20] * 14, kept=1) == [20] * 14


def test_half_a_pixel_counts_as_one_as_in_the_file() -> None:
    assert paging.scale([9.5] * 14) == paging.scale([9.6] * 14)


def test_a_page_that_begins_is_empty_and_rows_fill_it() -> None:
    pages = paging.Pages(100)
    room = pages.left
    pages.put(room / 2)
    assert pages.left == pytest.approx(room / 2)
    pages.begin(7)
    assert (pages.breaks, pages.left) == ([7], room)


@pytest.mark.parametrize("motto", ["Độc lập - Tự do - Hạnh phúc", "Khác"])
def test_the_rule_of_the_motto_is_as_long_and_that_of_the_office_at_most_half(motto: str) -> None:
    """Decree 30/2020/NĐ-CP, annex I, II.1.b and II.2.b; the blanks are underlined."""
    office = ("ỦY BAN NHÂN DÂN", "XÃ MẪU")
    under_office, under_motto = (points(one, RULE_SIZE) for one in letterhead.rules(office, motto))
    name = points(office[0], OFFICE_SIZE, bold=True)
    assert name / 3 - 1 < under_office < name / 2 + 1
    assert under_motto == pytest.approx(points(motto, OFFICE_SIZE, bold=True), abs=1)
