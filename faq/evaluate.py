"""Measure a matcher on labelled messages, and say so in a plain report.

The file holds one JSON object a line: `text`, `expected` (the id of the right entry, or null when
no entry fits) and `style`.
"""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import Final

import numpy as np

from faq.matcher import Matcher, MatchResult
from faq.normalize import fold, words

__all__ = [
    "EvaluationError",
    "Interval",
    "Message",
    "Outcome",
    "auroc",
    "evaluate",
    "load_messages",
    "main_report",
    "mean_interval",
    "report",
    "share_interval",
]

_NORMAL: Final = 1.96
_LISTED: Final = 25


class EvaluationError(ValueError):
    """The file of labelled messages cannot be used; says which line and why."""


@dataclass(frozen=True)
class Message:
    """One labelled message; `expected` is None when no entry fits."""

    text: str
    expected: str | None
    style: str


@dataclass(frozen=True)
class Outcome:
    """What the matcher made of one message; `rank` counts from 1, 0 means not listed."""

    message: Message
    result: MatchResult
    rank: int
    seconds: float

    @property
    def first(self) -> str:
        """Give the id of the first candidate."""
        return self.result.candidates[0].id if self.result.candidates else ""

    @property
    def score(self) -> float:
        """Give the score of the first candidate."""
        return self.result.candidates[0].score if self.result.candidates else 0.0


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
    return Message(raw["text"], expected, str(raw.get("style") or "-"))


def evaluate(messages: Sequence[Message], matcher: Matcher) -> list[Outcome]:
    """Match every message, timing each."""
    return [_outcome(message, matcher) for message in messages]


def _outcome(message: Message, matcher: Matcher) -> Outcome:
    start = perf_counter()
    result = matcher.match(message.text)
    seconds = perf_counter() - start
    ids = [candidate.id for candidate in result.candidates]
    rank = ids.index(message.expected) + 1 if message.expected in ids else 0
    return Outcome(message, result, rank, seconds)


def main_report(path: Path, matcher: Matcher) -> str:
    """Measure a matcher on a file of labelled messages and give the report as text."""
    messages = load_messages(path, (entry.id for entry in matcher.entries))
    outcomes = evaluate(messages, matcher)
    inside = [message for message in messages if message.expected is not None]
    bare = evaluate([replace(message, text=fold(message.text)) for message in inside], matcher)
    return report(outcomes, bare, matcher)


def report(outcomes: Sequence[Outcome], bare: Sequence[Outcome], matcher: Matcher) -> str:
    """Put outcomes into words and tables; `bare` are the same messages without diacritics."""
    inside = [outcome for outcome in outcomes if outcome.message.expected is not None]
    outside = [outcome for outcome in outcomes if outcome.message.expected is None]
    head = f"{len(outcomes)} messages: {len(inside)} inside the FAQ, {len(outside)} outside"
    return "\n".join(
        [
            f"{head}; {len(matcher.entries)} entries",
            *_ranks(inside, bare, matcher),
            *_decisions(inside, outside),
            *_likeness(inside, matcher),
            *_confusions(inside),
            *_latency(outcomes),
            "",
        ]
    )


def _ranks(inside: Sequence[Outcome], bare: Sequence[Outcome], matcher: Matcher) -> Iterable[str]:
    topics = {entry.id: entry.topic for entry in matcher.entries}
    yield ""
    yield f"{'':28}{'n':>5}  {'P@1':<16}{'R@3':<16}{'MRR':<16}"
    yield _rank_row("all", inside)
    yield _rank_row("the same without diacritics", bare)
    for style in sorted({outcome.message.style for outcome in inside}):
        yield _rank_row(f"style {style}", [o for o in inside if o.message.style == style])
    of_topic = {id(o): topics[o.message.expected or ""] for o in inside}
    for topic in sorted(set(of_topic.values())):
        yield _rank_row(f"topic {topic}", [o for o in inside if of_topic[id(o)] == topic])


def _rank_row(name: str, outcomes: Sequence[Outcome]) -> str:
    total = len(outcomes)
    first = share_interval(sum(1 for o in outcomes if o.rank == 1), total)
    third = share_interval(sum(1 for o in outcomes if 1 <= o.rank <= 3), total)  # noqa: PLR2004
    reciprocal = mean_interval([1 / o.rank if o.rank else 0.0 for o in outcomes])
    return f"{name:28}{total:5}  {first!s:<16}{third!s:<16}{reciprocal!s:<16}".rstrip()


def _decisions(inside: Sequence[Outcome], outside: Sequence[Outcome]) -> Iterable[str]:
    answered = [o for o in (*inside, *outside) if o.result.decision == "answer"]
    right = sum(1 for o in answered if o.rank == 1)
    covered = sum(1 for o in inside if o.result.decision == "answer")
    wrongly = sum(1 for o in outside if o.result.decision == "answer")
    yield ""
    yield f"answer: precision  {share_interval(right, len(answered))}"
    yield f"answer: coverage   {share_interval(covered, len(inside))}"
    yield f"answer: outside    {share_interval(wrongly, len(outside))}"
    for name, group in (("inside", inside), ("outside", outside)):
        counts = Counter(outcome.result.decision for outcome in group)
        spread = ", ".join(f"{kind} {counts[kind]}" for kind in ("answer", "suggest", "none"))
        yield f"decisions {name}: {spread}"
    area = auroc([o.score for o in inside], [o.score for o in outside])
    yield f"out-of-scope AUROC {100 * area:.1f}"


def _likeness(inside: Sequence[Outcome], matcher: Matcher) -> Iterable[str]:
    """Tell how much the messages resemble the nearest alias of their entry (Jaccard)."""
    asked = {
        entry.id: [
            _syllable_set(text) for text in (entry.question, *(a.text for a in entry.aliases))
        ]
        for entry in matcher.entries
    }
    nearest = [
        max(_jaccard(_syllable_set(o.message.text), own) for own in asked[o.message.expected or ""])
        for o in inside
    ]
    if nearest:
        yield (
            f"likeness to the nearest alias: median {median(nearest):.2f}, "
            f"highest {max(nearest):.2f}"
        )


def _syllable_set(text: str) -> frozenset[str]:
    return frozenset(words(fold(text)))


def _jaccard(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / len(one | other) if one or other else 0.0


def _confusions(inside: Sequence[Outcome]) -> Iterable[str]:
    pairs = Counter((o.message.expected, o.first) for o in inside if o.rank != 1)
    if pairs:
        yield ""
        yield "wrong first (expected -> found)"
    for (expected, first), count in pairs.most_common(_LISTED):
        yield f"{count:4}  {expected} -> {first or '-'}"


def _latency(outcomes: Sequence[Outcome]) -> Iterable[str]:
    taken = [1000 * outcome.seconds for outcome in outcomes]
    yield ""
    yield (
        f"one query: median {np.median(taken):.2f} ms, p99 {np.percentile(taken, 99):.2f} ms, "
        f"longest {max(taken):.2f} ms"
    )
