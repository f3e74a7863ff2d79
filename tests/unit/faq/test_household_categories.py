"""A message that names no category of household is not told the figures of one category."""

from dataclasses import replace

import pytest

from faq.entries import Answer, FaqEntry
from faq.household_categories import HouseholdCategories, names_category
from faq.knowledge import Knowledge
from faq.matcher import Matcher

LOANS = {"von-vay-ho-ngheo-muc-lai", "von-vay-can-ngheo-muc-lai", "von-vay-moi-thoat-ngheo"}
CARDS = {"bhyt-ho-ngheo-the-mien-phi", "bhyt-can-ngheo-ho-tro-dong", "bhyt-dong-ho-gia-dinh"}


@pytest.mark.parametrize(
    "text",
    [
        "hộ nghèo vay bao nhiêu",
        "hn vay dc bn",
        "nhà diện khó vay mua bò được mấy chục",
        "mua bhyt tự nguyện",
        "nha co so vay dc may chuc trieu",
        "nhà tôi có sổ, vay được mấy",
    ],
)
def test_who_says_the_category(text: str) -> None:
    assert names_category(text)


@pytest.mark.parametrize(
    "text",
    [
        "vay 30tr nuôi trâu lãi mấy phần",
        "tu mua the",
        "công cn vay",
        "Số tiền đóng bảo hiểm y tế là bao nhiêu?",
        "trả chậm thì sao, em dành tiền vay nuôi bò",
    ],
)
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


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("vay 50 triệu nuôi trâu", LOANS),
        ("phải góp bao nhiêu tiền mua thẻ bảo hiểm", CARDS),
        ("mua bhyt ca nha", CARDS),
    ],
)
def test_all_categories_are_offered(starter: Knowledge, text: str, ids: set[str]) -> None:
    found = Matcher(starter.entries).match(text)
    assert found.decision == "suggest"
    assert {one.id for one in found.candidates[:3]} == ids


def test_who_named_the_category_is_told(starter: Knowledge) -> None:
    found = Matcher(starter.entries).match("cận nghèo phải góp bao nhiêu tiền mua thẻ bảo hiểm")
    assert (found.decision, found.candidates[0].id) == ("answer", "bhyt-can-ngheo-ho-tro-dong")


def test_an_entry_that_is_hardly_meant_brings_no_others(starter: Knowledge) -> None:
    found = Matcher(starter.entries).match("tiền đóng bảo hiểm hết mấy")
    first, second = found.candidates[:2]
    assert first.id in CARDS
    assert second.score < first.score < 0.5
