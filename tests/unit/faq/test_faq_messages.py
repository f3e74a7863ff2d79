"""The matcher on labelled household messages: see `tests/data/faq_messages/README.md`.

Floors are measured on the tuning half. The final half is only checked for the rules of its labels;
nothing here matches it or shows its texts.
"""

from collections import Counter
from collections.abc import Callable
from pathlib import Path

import pytest
from rapidfuzz import fuzz, process

from faq.background import load_background
from faq.calibrate import labelled_trials, learn_from, trials
from faq.evaluate import (
    NEAR_MISS,
    Message,
    Outcome,
    Trust,
    bare,
    evaluate,
    likeness,
    load_messages,
    top,
    trust,
)
from faq.knowledge import Knowledge
from faq.matcher import Matcher
from faq.normalize import fold, words

FOLDER = Path(__file__).parents[2] / "data" / "faq_messages"
HALVES = ("tuning", "final")
Read = Callable[[str], list[Message]]
STYLES = {"clean", "bare", "teen", "typo", "long", "indirect"}
KINDS = {
    *(NEAR_MISS, "greeting_thanks", "scam", "danger", "denunciation_or_complaint"),
    *("abuse", "injection", "nonsense"),
}


@pytest.fixture(scope="module")
def read(starter: Knowledge) -> Read:
    """Read one half; a function, so that no failure prints the messages."""
    ids = [entry.id for entry in starter.entries]
    return lambda half: load_messages(FOLDER / f"{half}.jsonl", ids)


@pytest.fixture(scope="module")
def outcomes(read: Read, starter_matcher: Matcher) -> list[Outcome]:
    return evaluate(read("tuning"), starter_matcher)


@pytest.fixture(scope="module")
def inside(outcomes: list[Outcome]) -> list[Outcome]:
    return [outcome for outcome in outcomes if outcome.message.expected is not None]


@pytest.fixture(scope="module")
def outside(outcomes: list[Outcome]) -> list[Outcome]:
    return [outcome for outcome in outcomes if outcome.message.expected is None]


@pytest.mark.parametrize("half", HALVES)
def test_a_half_has_every_entry_style_and_kind(read: Read, half: str, starter: Knowledge) -> None:
    asking = [message for message in read(half) if message.expected is not None]
    assert Counter(message.expected for message in asking) == {
        entry.id: 2 for entry in starter.entries
    }
    styles = Counter(message.style for message in asking)
    assert set(styles) == STYLES
    assert min(styles.values()) >= 55
    strange = [message for message in read(half) if message.expected is None]
    assert len(strange) >= 150
    assert {message.kind for message in strange} == KINDS
    assert {message.style for message in strange} <= STYLES


@pytest.mark.parametrize("half", HALVES)
def test_a_half_is_unlike_the_aliases(read: Read, half: str, starter: Knowledge) -> None:
    asking = [message for message in read(half) if message.expected is not None]
    found = likeness(asking, starter.entries)
    assert found is not None
    assert found.equal == 0
    assert found.median <= 0.35
    assert found.highest <= 0.7


def test_no_message_stands_twice(read: Read) -> None:
    places = [
        (half, number, " ".join(words(fold(message.text))) or message.text)
        for half in HALVES
        for number, message in enumerate(read(half), start=1)
    ]
    counts = Counter(text for _, _, text in places)
    twice = [(half, number) for half, number, text in places if counts[text] > 1]
    assert twice == []


def test_the_right_entry_comes_first(inside: list[Outcome]) -> None:
    assert top(inside, 1).value >= 0.85
    assert top(inside, 3).value >= 0.95


@pytest.mark.parametrize("style", sorted(STYLES))
def test_no_way_of_writing_is_left_behind(inside: list[Outcome], style: str) -> None:
    assert top([one for one in inside if one.message.style == style], 1).value >= 0.75


def test_diacritics_make_little_difference(inside: list[Outcome], starter_matcher: Matcher) -> None:
    without = evaluate(bare(outcome.message for outcome in inside), starter_matcher)
    assert top(inside, 1).value - top(without, 1).value <= 0.03


@pytest.fixture(scope="module")
def crossed(read: Read, starter: Knowledge) -> list[list[Outcome]]:
    """Each part of the tuning half, judged by what was learned from the other part alone.

    The thresholds that come with the software are learned from the whole of it, and would be
    judged by what they know. The two messages of an entry stand in different parts.
    """
    seen: Counter[str] = Counter()
    parts: tuple[list[Message], list[Message]] = ([], [])
    for message in read("tuning"):
        key = message.expected or message.kind
        parts[seen[key] % 2].append(message)
        seen[key] += 1
    background = load_background()
    hidden = list(trials(starter.entries, background))
    found = []
    for known, asked in (parts, parts[::-1]):
        pairs = [(message.text, message.expected) for message in known]
        labelled = labelled_trials(starter.entries, background, pairs)
        thresholds = learn_from([*hidden, *labelled])
        found.append(evaluate(asked, Matcher(starter.entries, thresholds=thresholds)))
    return found


def test_an_answer_is_right_often_given_and_seldom_to_strangers(
    crossed: list[list[Outcome]],
) -> None:
    judged = [outcome for part in crossed for outcome in part]
    found = _trust(judged)
    assert found.coverage.value >= 0.55
    assert found.strangers.value <= 0.03
    assert found.precision.value >= 0.95
    assert min(_trust(part).area for part in crossed) >= 0.93


def _trust(outcomes: list[Outcome]) -> Trust:
    inside = [outcome for outcome in outcomes if outcome.message.expected is not None]
    return trust(inside, [outcome for outcome in outcomes if outcome.message.expected is None])


@pytest.mark.parametrize("kind", sorted(KINDS - {NEAR_MISS, "abuse"}))
def test_what_is_no_question_gets_no_entry(outside: list[Outcome], kind: str) -> None:
    found = [one.result.decision for one in outside if one.message.kind == kind]
    assert found == ["none"] * len(found)


def test_anger_gets_no_answer(outside: list[Outcome]) -> None:
    found = [one.result.decision for one in outside if one.message.kind == "abuse"]
    assert "answer" not in found
    assert found.count("suggest") <= 1


@pytest.mark.parametrize(
    "text",
    [
        "xuat khau lao dong ben han cong ty nao hay tuyen nu",
        "con trai cưới vợ xong muốn có sổ đất riêng",
    ],
)
def test_what_lies_beside_an_entry_is_no_answer(text: str, starter_matcher: Matcher) -> None:
    assert starter_matcher.match(text).decision != "answer"


def test_twice_as_many_right_as_token_set(inside: list[Outcome], starter: Knowledge) -> None:
    asked = [
        (entry.id, text)
        for entry in starter.entries
        for text in (entry.question, *(alias.text for alias in entry.aliases))
    ]
    ids, texts = zip(*asked, strict=True)
    scores = process.cdist([o.message.text for o in inside], texts, scorer=fuzz.token_set_ratio)
    fuzzy = sum(
        ids[int(row.argmax())] == outcome.message.expected
        for row, outcome in zip(scores, inside, strict=True)
    )
    right = sum(outcome.rank == 1 for outcome in inside)
    assert right >= 2 * fuzzy, (right, fuzzy)
