"""A message that names no category of household is not told the figures of one category."""

from dataclasses import replace

import pytest

from faq.entries import Answer, FaqEntry
from faq.household_categories import HouseholdCategories, names_category
from faq.knowledge import Knowledge
from faq.matcher import Matcher

LOANS = {"von-vay-ho-ngheo-muc-lai", "von-vay-can-ngheo-muc-lai", "von-vay-moi-thoat-ngheo"}


@pytest.mark.parametrize(
    "text",
    [
        "hộ nghèo vay bao nhiêu",
        "hn vay dc bn",
        "nhà diện khó vay mua bò được mấy chục",
    ],
)
def test_who_says_the_category(text: str) -> None:
    assert names_category(text)


@pytest.mark.parametrize("text", ["vay 30tr nuôi trâu lãi mấy phần", "công cn vay"])
def test_who_does_not(text: str) -> None:
    assert not names_category(text)


def test_a_copy_stands_for_the_entry_that_it_was_made_from() -> None:
    poor, near = _pair()
    both = (poor, near, replace(poor, id="a@1"), replace(near, id="b@1"))
    categories = HouseholdCategories(both)
    assert categories.left_open("a@1", "vay bao nhiêu", ["b", "a@1", "c"]) == ("b", "a@1")
    assert categories.left_open("a@1", "vay bao nhiêu", ["a@1", "b@1"]) == ("a@1", "b@1")
    assert categories.left_open("a@1", "hộ nghèo vay bao nhiêu", ["a@1", "b@1"]) == ()
    assert categories.left_open("c", "vay bao nhiêu", ["a", "b", "c"]) == ()


def _pair() -> tuple[FaqEntry, FaqEntry]:
    answer = Answer("Được.")
    return (
        FaqEntry("a", "vay", "Hộ nghèo vay?", answer, same_but_for_category=("b",)),
        FaqEntry("b", "vay", "Hộ cận nghèo vay?", answer, same_but_for_category=("a",)),
    )


def test_all_categories_are_offered(starter: Knowledge) -> None:
    found = Matcher(starter.entries).match("vay 50 triệu nuôi trâu")
    assert found.decision == "suggest"
    assert {one.id for one in found.candidates[:3]} == LOANS
