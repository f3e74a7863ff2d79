"""The matcher on a hundred household messages, written before anybody's aliases were read.

`tests/data/faq_messages.jsonl` was written by hand from the questions of the policy facts: six
styles, each message about another entry, and thirty messages that no entry answers.
"""

from pathlib import Path

import pytest
from rapidfuzz import fuzz, process

from faq.evaluate import Message, Outcome, evaluate, load_messages, main_report
from faq.knowledge import Knowledge
from faq.matcher import Matcher
from faq.normalize import fold, words

FILE = Path(__file__).parents[2] / "data" / "faq_messages.jsonl"


@pytest.fixture(scope="module")
def messages(starter: Knowledge) -> list[Message]:
    return load_messages(FILE, (entry.id for entry in starter.entries))


@pytest.fixture(scope="module")
def outcomes(messages: list[Message], starter_matcher: Matcher) -> list[Outcome]:
    return evaluate(messages, starter_matcher)


def asked(starter: Knowledge) -> list[tuple[str, str]]:
    return [
        (entry.id, text)
        for entry in starter.entries
        for text in (entry.question, *(alias.text for alias in entry.aliases))
    ]


def test_the_messages_are_balanced_and_no_copies(
    messages: list[Message], starter: Knowledge
) -> None:
    inside = [message for message in messages if message.expected is not None]
    assert len(inside) == 100
    assert len({message.expected for message in inside}) == 100
    assert {m.style for m in inside} == {"clean", "bare", "teen", "typo", "long", "indirect"}
    known = {tuple(words(fold(text))) for _, text in asked(starter)}
    assert not [m.text for m in messages if tuple(words(fold(m.text))) in known]


def test_twice_as_many_right_as_token_set(
    messages: list[Message], outcomes: list[Outcome], starter: Knowledge
) -> None:
    inside = [message for message in messages if message.expected is not None]
    ids, texts = zip(*asked(starter), strict=True)
    scores = process.cdist([m.text for m in inside], texts, scorer=fuzz.token_set_ratio)
    fuzzy = sum(ids[int(row.argmax())] == m.expected for row, m in zip(scores, inside, strict=True))
    right = sum(outcome.rank == 1 for outcome in outcomes)
    assert right >= 2 * fuzzy, (right, fuzzy)
    assert right >= 85


def test_three_suggestions_are_nearly_always_enough(outcomes: list[Outcome]) -> None:
    inside = [outcome for outcome in outcomes if outcome.message.expected is not None]
    assert sum(1 <= outcome.rank <= 3 for outcome in inside) >= 92


def test_an_answer_is_right_or_not_given(outcomes: list[Outcome]) -> None:
    answered = [outcome for outcome in outcomes if outcome.result.decision == "answer"]
    assert sum(outcome.rank == 1 for outcome in answered) >= 0.95 * len(answered)
    assert len(answered) >= 55
    outside = [outcome for outcome in answered if outcome.message.expected is None]
    assert len(outside) <= 1


def test_diacritics_make_no_difference(
    messages: list[Message], outcomes: list[Outcome], starter_matcher: Matcher
) -> None:
    inside = [message for message in messages if message.expected is not None]
    bare = [Message(fold(message.text), message.expected, "bare") for message in inside]
    right = sum(outcome.rank == 1 for outcome in evaluate(bare, starter_matcher))
    assert abs(right - sum(outcome.rank == 1 for outcome in outcomes)) <= 3


def test_the_report_can_be_printed(starter_matcher: Matcher) -> None:
    assert "130 messages: 100 inside the FAQ, 30 outside" in main_report(FILE, starter_matcher)
