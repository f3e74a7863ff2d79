"""Match labelled messages and count how often the matcher is right; `faq.report` puts it in words.

The file holds one JSON object a line: `text`, `expected` (the id of the right entry, or null when
no entry fits), `style`, and for a message that no entry fits its `kind`.
"""

import json
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import chain
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

import numpy as np

from faq.entries import FaqEntry
from faq.matcher import Matcher, MatchResult
from faq.normalize import fold, words

__all__ = [
    "NEAR_MISS",
    "EvaluationError",
    "Interval",
    "Likeness",
    "Message",
    "Outcome",
    "Trust",
    "auroc",
    "bare",
    "evaluate",
    "likeness",
    "load_messages",
    "mean_interval",
    "reciprocal_rank",
    "share_interval",
    "top",
    "trust",
]

# the only kind of message without an entry that may be offered a choice
NEAR_MISS: Final = "near_miss"
_NORMAL: Final = 1.96


class EvaluationError(ValueError):
    """The file of labelled messages cannot be used; says which line and why."""


@dataclass(frozen=True)
class Message:
    """One labelled message; `expected` is None when no entry fits, and `kind` tells what it is."""

    text: str
    expected: str | None
    style: str
    kind: str = ""


@dataclass(frozen=True)
class Outcome:
    """What the matcher made of one message, and how long it took."""

    message: Message
    result: MatchResult
    seconds: float = 0.0

    @property
    def rank(self) -> int:
        """Give the place of the right entry from 1 on, 0 when it is not listed."""
        ids = [candidate.id for candidate in self.result.candidates]
        return ids.index(self.message.expected) + 1 if self.message.expected in ids else 0

    @property
    def first(self) -> str:
        """Give the id of the first candidate."""
        return self.result.candidates[0].id if self.result.candidates else ""

    @property
    def score(self) -> float:
        """Give the score of the first candidate."""
        return self.result.candidates[0].score if self.result.candidates else 0.0


@dataclass(frozen=True)
class Likeness:
    """How much messages resemble the aliases they are matched with.

    `median` and `highest` are of each message's Jaccard likeness (folded words) with the nearest
    alias of any entry; `equal` counts the messages with the very words of one.
    """

    median: float
    highest: float
    equal: int


@dataclass(frozen=True)
class Interval:
    """A measured figure with its 95 % interval, all between 0 and 1."""

    value: float
    low: float
    high: float

    def __str__(self) -> str:
        return f"{100 * self.value:5.1f} [{100 * self.low:.0f}-{100 * self.high:.0f}]"


def share_interval(hits: int, total: int) -> Interval:
    """Give a share with its Wilson interval; nothing measured gives 0 with 0 to 1."""
    if total == 0:
        return Interval(0.0, 0.0, 1.0)
    share, square = hits / total, _NORMAL * _NORMAL
    middle = (share + square / (2 * total)) / (1 + square / total)
    spread = share * (1 - share) / total + square / (4 * total * total)
    half = _NORMAL * float(np.sqrt(spread)) / (1 + square / total)
    return Interval(share, max(0.0, middle - half), min(1.0, middle + half))


def mean_interval(values: Sequence[float]) -> Interval:
    """Give a mean with its normal interval."""
    if not values:
        return Interval(0.0, 0.0, 1.0)
    mean = float(np.mean(values))
    half = _NORMAL * float(np.std(values)) / float(np.sqrt(len(values)))
    return Interval(mean, max(0.0, mean - half), min(1.0, mean + half))


def auroc(inside: Sequence[float], outside: Sequence[float]) -> float:
    """Give how often a message inside the FAQ scores above one outside it; ties count half."""
    if not inside or not outside:
        return float("nan")
    left, right = np.array(inside)[:, None], np.array(outside)[None, :]
    return float(np.mean((left > right) + 0.5 * (left == right)))


@dataclass(frozen=True)
class Trust:
    """How far answers can be relied on.

    `precision` is the share of answers that are right, `coverage` the share of messages with an
    entry that get one, `strangers` that of messages without; `area` tells how well scores part
    the two (AUROC, 0 to 1).
    """

    precision: Interval
    coverage: Interval
    strangers: Interval
    area: float


def load_messages(path: Path, known: Iterable[str]) -> list[Message]:
    """Read labelled messages whose expected ids are all known. Raises `EvaluationError`."""
    ids = set(known)
    try:
        lines = path.read_text(encoding="utf-8-sig").split("\n")
    except (OSError, UnicodeDecodeError) as error:
        raise EvaluationError(f"{path} cannot be read: {error}") from error
    found = [
        _message(line, f"{path.name} line {number}", ids)
        for number, line in enumerate(lines, start=1)
        if line.strip()
    ]
    if not found:
        raise EvaluationError(f"{path.name} holds no message")
    return found


def _message(line: str, place: str, ids: set[str]) -> Message:
    try:
        raw = json.loads(line)
    except (ValueError, RecursionError):
        raw = None
    if not isinstance(raw, dict) or not isinstance(raw.get("text"), str):
        raise EvaluationError(f"{place} is no JSON object with a text")
    expected = raw.get("expected")
    if expected is not None and expected not in ids:
        raise EvaluationError(f"{place} expects {expected!r}, which is no entry")
    style, kind = str(raw.get("style") or "-"), str(raw.get("kind") or "-")
    return Message(raw["text"], expected, style, kind if expected is None else "")


def evaluate(messages: Sequence[Message], matcher: Matcher) -> list[Outcome]:
    """Match every message, timing each."""
    return [_outcome(message, matcher) for message in messages]


def _outcome(message: Message, matcher: Matcher) -> Outcome:
    start = perf_counter()
    result = matcher.match(message.text)
    return Outcome(message, result, perf_counter() - start)


def bare(messages: Iterable[Message]) -> list[Message]:
    """Give the messages without diacritics."""
    return [replace(message, text=fold(message.text)) for message in messages]


def top(outcomes: Sequence[Outcome], places: int) -> Interval:
    """Give the share of outcomes whose right entry is among the first `places`."""
    hits = sum(1 for outcome in outcomes if 1 <= outcome.rank <= places)
    return share_interval(hits, len(outcomes))


def reciprocal_rank(outcomes: Sequence[Outcome]) -> Interval:
    """Give the mean of 1 over the rank, 0 for entries that are not listed."""
    return mean_interval([1 / outcome.rank if outcome.rank else 0.0 for outcome in outcomes])


def trust(inside: Sequence[Outcome], outside: Sequence[Outcome]) -> Trust:
    """Tell how far answers can be relied on, from messages with an entry and without one."""
    answered, strange = _answered(inside), _answered(outside)
    right = sum(1 for outcome in answered if outcome.rank == 1)
    return Trust(
        share_interval(right, len(answered) + len(strange)),
        share_interval(len(answered), len(inside)),
        share_interval(len(strange), len(outside)),
        auroc([outcome.score for outcome in inside], [outcome.score for outcome in outside]),
    )


def _answered(outcomes: Iterable[Outcome]) -> list[Outcome]:
    return [outcome for outcome in outcomes if outcome.result.decision == "answer"]


def likeness(messages: Iterable[Message], entries: Iterable[FaqEntry]) -> Likeness | None:
    """Compare messages with every question and alias; None when there is no message."""
    asked = [
        words(fold(text))
        for entry in entries
        for text in (entry.question, *(alias.text for alias in entry.aliases))
    ]
    known, sets = {tuple(text) for text in asked}, [frozenset(text) for text in asked]
    typed = [words(fold(message.text)) for message in messages]
    if not typed:
        return None
    having: dict[str, list[int]] = defaultdict(list)
    for number, text in enumerate(sets):
        for word in text:
            having[word].append(number)
    sizes = [len(text) for text in sets]
    nearest = [_nearest(frozenset(own), having, sizes) for own in typed]
    equal = sum(1 for own in typed if tuple(own) in known)
    return Likeness(median(nearest), max(nearest), equal)


def _nearest(own: frozenset[str], having: Mapping[str, list[int]], sizes: list[int]) -> float:
    """The highest Jaccard likeness; texts without a common word, 0, need no look."""
    common = Counter(chain.from_iterable(having.get(word, ()) for word in own))
    return max(
        (count / (len(own) + sizes[number] - count) for number, count in common.items()),
        default=0.0,
    )
