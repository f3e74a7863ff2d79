"""Entries that do not hold somewhere are left out after scoring, as if they did not exist."""

from dataclasses import replace

import pytest

from faq.entries import FaqEntry
from faq.knowledge import Knowledge
from faq.matcher import Matcher
from tests.unit.faq.conftest import LIBRARY


@pytest.fixture(scope="module")
def entries(library: Knowledge) -> tuple[FaqEntry, ...]:
    """The library, and a branch that tells its opening hours in its own words."""
    hours = library.by_id("gio-mo-cua")
    assert hours is not None
    return (*library.entries, replace(hours, id="gio-mo-cua@2"))


@pytest.fixture(scope="module")
def matcher(entries: tuple[FaqEntry, ...]) -> Matcher:
    return Matcher(entries, background=())


def test_hiding_nothing_is_matching(matcher: Matcher) -> None:
    for _, _, aliases in LIBRARY.values():
        for alias in aliases:
            assert matcher.decide(matcher.score(alias)) == matcher.match(alias)


def test_a_hidden_entry_is_no_candidate(matcher: Matcher) -> None:
    scored = matcher.score("may gio thu vien mo")
    both = matcher.decide(scored)
    assert {one.id for one in both.candidates[:2]} == {"gio-mo-cua", "gio-mo-cua@2"}
    for hidden, seen in (("gio-mo-cua", "gio-mo-cua@2"), ("gio-mo-cua@2", "gio-mo-cua")):
        found = matcher.decide(scored, hidden={hidden})
        assert found.candidates[0].id == seen
        assert hidden not in {one.id for one in found.candidates}
        assert found.candidates[0].score > both.candidates[0].score, "no twin shares with it"


def test_a_hidden_entry_takes_its_certainty_along(matcher: Matcher) -> None:
    asked = "gia han o dau"
    assert matcher.match(asked).candidates[0].score == 0.99
    found = matcher.decide(matcher.score(asked), hidden={"gia-han-sach"})
    assert found.decision == "none"
    assert found.candidates[0].score < 0.5


def test_one_of_two_that_share_their_words_is_certain_where_the_other_is_hidden(
    matcher: Matcher,
) -> None:
    asked = "MAY GIO thu vien mo?"
    scored = matcher.score(asked)
    assert matcher.decide(scored).candidates[0].score < 0.99, "nobody can tell which is meant"
    for hidden, seen in (("gio-mo-cua", "gio-mo-cua@2"), ("gio-mo-cua@2", "gio-mo-cua")):
        found = matcher.decide(scored, hidden={hidden})
        assert (found.decision, found.candidates[0].id) == ("answer", seen)
        assert found.candidates[0].score == 0.99
    neither = matcher.decide(scored, hidden={"gio-mo-cua", "gio-mo-cua@2"})
    assert neither.candidates[0].score < 0.99


def test_everything_hidden_is_nothing(matcher: Matcher, entries: tuple[FaqEntry, ...]) -> None:
    found = matcher.decide(matcher.score("may gio thu vien mo"), hidden={one.id for one in entries})
    assert (found.decision, found.candidates) == ("none", ())
