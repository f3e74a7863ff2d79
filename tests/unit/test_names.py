"""Whole lists of names as people send them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from handlers import names
from handlers.names import (
    MAX_LINES,
    MAX_NAME,
    NameLine,
    problem_of,
    read_names,
    rows_of,
)
from handlers.parsing import key
from storage.models import PovertyStatus as P


def test_good_lines_are_kept_and_bad_ones_told_with_their_line() -> None:
    found = read_names("1. Nông Thị Mẫu\n\nMẫu\nnong thi mau, hn\nLò Mẫu, Vàng Mẫu, Sùng Mẫu, 2")
    assert [line.name for line in found.good] == ["Nông Thị Mẫu", "Lò Mẫu", "Vàng Mẫu", "Sùng Mẫu"]
    assert found.good[-1].category is P.NEAR_POOR
    assert [(one.line, one.problem) for one in found.bad] == [(2, "short"), (3, "repeat")]


def test_more_than_sixty_lines() -> None:
    lines = [f"Mẫu {chr(97 + number // 20)}a {chr(97 + number % 20)}o" for number in range(80)]
    found = read_names("\n".join(lines))
    assert len(found.good) == MAX_LINES
    assert [one.problem for one in found.bad] == ["too-many"]


def test_a_long_line_is_quoted_short() -> None:
    (bad,) = read_names("x" * 5000).bad
    assert len(bad.text) == MAX_NAME


@given(st.text(max_size=400))
def test_no_text_breaks_it(text: str) -> None:
    found = read_names(text)
    keys = [key(line.name) for line in found.good]
    assert len(keys) == len(set(keys))
    assert all(problem_of(line.name) is None for line in found.good)
    assert all(len(one.text) <= MAX_NAME for one in found.bad)


def test_the_rows_of_a_long_list_are_found_without_judging_its_names(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    judged: list[str] = []

    def counted(name: str) -> str | None:
        judged.append(name)
        return problem_of(name)

    monkeypatch.setattr(names, "problem_of", counted)
    text = "\n".join(["Nông Văn Mẫu"] * 150)
    assert len(rows_of(text)) == 150
    assert judged == []
    assert len(read_names(text).good) == 1
    assert len(judged) == MAX_LINES


SYLLABLE = st.sampled_from(("Nông", "Thị", "Mẫu", "Lò", "Hai", "H'Mẫu", "Y-Mẫu", "A", "Ê", "Ksor"))
NAME = st.lists(SYLLABLE, min_size=2, max_size=5).map(" ".join).filter(lambda n: not problem_of(n))
MARK = st.sampled_from([", ", " - ", "; ", ": ", " – ", "- "])
CATEGORY = st.sampled_from(
    [
        ("hộ nghèo", P.POOR),
        ("can ngheo", P.NEAR_POOR),
        ("3", P.JUST_ESCAPED),
        ("BQL", P.VILLAGE_BOARD),
    ]
)
NUMBER = st.sampled_from(["", "1. ", "12) ", "(3) ", "- ", "07 "])


@given(st.lists(st.tuples(NUMBER, NAME, MARK, CATEGORY), max_size=20))
def test_what_was_written_is_what_is_read(
    lines: list[tuple[str, str, str, tuple[str, P]]],
) -> None:
    text = "\n".join(f"{number}{name}{mark}{said}" for number, name, mark, (said, _) in lines)
    wanted: dict[str, NameLine] = {}
    for _, name, _, (_, category) in lines:
        wanted.setdefault(key(name), NameLine(name, category))
    assert list(read_names(text).good) == list(wanted.values())
