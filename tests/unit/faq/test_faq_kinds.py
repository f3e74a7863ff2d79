"""A message that names no kind of household is not told the figures of one kind."""

import pytest

from faq.kinds import same_for_other_kinds
from faq.knowledge import load_starter
from faq.matcher import Matcher

POOR = "von-vay-ho-ngheo-muc-lai"
NEAR_POOR = "von-vay-can-ngheo-muc-lai"
NO_LONGER = "von-vay-moi-thoat-ngheo"


@pytest.mark.parametrize("text", ["vay 30tr nuôi trâu lãi mấy phần", "lai suat vay bao nhieu"])
def test_a_loan_of_no_kind_leaves_open_whose(text: str) -> None:
    assert set(same_for_other_kinds(POOR, text)) == {POOR, NEAR_POOR, NO_LONGER}


@pytest.mark.parametrize(
    "text", ["hộ nghèo vay bao nhiêu", "hn vay dc bn", "nhà diện khó vay mua bò được mấy chục"]
)
def test_who_says_the_kind_is_told(text: str) -> None:
    assert same_for_other_kinds(POOR, text) == ()


def test_other_entries_have_no_sisters() -> None:
    assert same_for_other_kinds("bhyt-mat-the", "mất thẻ") == ()


def test_the_entries_exist_and_are_offered_together() -> None:
    entries = load_starter().entries
    assert {POOR, NEAR_POOR, NO_LONGER} <= {entry.id for entry in entries}
    found = Matcher(entries).match("vay 50 triệu nuôi trâu")
    assert found.decision == "suggest"
    assert {one.id for one in found.candidates[:3]} == {POOR, NEAR_POOR, NO_LONGER}
