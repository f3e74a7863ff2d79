"""Put what `faq.evaluate` measured into a plain report; ids and figures only, never a message."""

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Final

import numpy as np

from faq.entries import FaqEntry
from faq.evaluate import (
    NEAR_MISS,
    Message,
    Outcome,
    bare,
    evaluate,
    likeness,
    load_messages,
    reciprocal_rank,
    share_interval,
    top,
    trust,
)
from faq.matcher import Matcher

__all__ = ["main_report"]

_DECISIONS: Final = ("answer", "suggest", "none")


@dataclass(frozen=True)
class _Parts:
    """Outcomes of messages with an entry (as written, without diacritics) and without one."""

    inside: Sequence[Outcome]
    bare: Sequence[Outcome]
    outside: Sequence[Outcome]


def main_report(path: Path, matcher: Matcher) -> str:
    """Measure a matcher on a file of labelled messages and give the report as text.

    Raises `EvaluationError` when the file cannot be used.
    """
    messages = load_messages(path, (entry.id for entry in matcher.entries))
    inside = [message for message in messages if message.expected is not None]
    outside = [message for message in messages if message.expected is None]
    matcher.match(messages[0].text)  # the first call of a process pays for what all share
    parts = _Parts(
        evaluate(inside, matcher), evaluate(bare(inside), matcher), evaluate(outside, matcher)
    )
    head = f"{len(messages)} messages: {len(inside)} inside the FAQ, {len(outside)} outside"
    return "\n".join(
        [
            f"{head}; {len(matcher.entries)} entries",
            *_ranks("as written", parts.inside, matcher.entries),
            *_ranks("without diacritics", parts.bare, matcher.entries),
            f"lost without diacritics: {_lost(parts):.1f} points of P@1",
            *_decisions(parts, matcher.entries),
            *_kinds(parts.outside),
            *_likeness(inside, matcher.entries),
            *_confusions(parts.inside),
            *_latency((*parts.inside, *parts.outside)),
            "",
        ]
    )


def _ranks(title: str, outcomes: Sequence[Outcome], entries: Sequence[FaqEntry]) -> Iterable[str]:
    topics = {entry.id: entry.topic for entry in entries}
    yield ""
    yield f"{title:24}{'n':>5}  {'P@1':<16}{'R@3':<16}{'MRR':<16}".rstrip()
    yield _rank_row("all", outcomes)
    yield from _rank_rows("style", outcomes, lambda outcome: outcome.message.style)
    yield from _rank_rows("topic", outcomes, lambda o: topics[o.message.expected or ""])


def _rank_rows(
    word: str, outcomes: Sequence[Outcome], group: Callable[[Outcome], str]
) -> Iterable[str]:
    for name in sorted({group(outcome) for outcome in outcomes}):
        yield _rank_row(f"{word} {name}", [one for one in outcomes if group(one) == name])


def _rank_row(name: str, outcomes: Sequence[Outcome]) -> str:
    figures = (top(outcomes, 1), top(outcomes, 3), reciprocal_rank(outcomes))
    return f"{name:24}{len(outcomes):5}  {''.join(f'{one!s:<16}' for one in figures)}".rstrip()


def _lost(parts: _Parts) -> float:
    return 100 * (top(parts.inside, 1).value - top(parts.bare, 1).value)


def _decisions(parts: _Parts, entries: Sequence[FaqEntry]) -> Iterable[str]:
    found = trust(parts.inside, parts.outside)
    yield ""
    yield f"answer: precision        {found.precision}"
    yield f"answer: coverage         {found.coverage}"
    yield f"outside: answered        {found.strangers}"
    yield f"outside: AUROC           {100 * found.area:5.1f}"
    yield from _topics(parts.inside, entries)
    yield f"inside                   {_spread(parts.inside)}"
    yield f"outside                  {_spread(parts.outside)}"


def _topics(inside: Sequence[Outcome], entries: Sequence[FaqEntry]) -> Iterable[str]:
    topics = {entry.id: entry.topic for entry in entries}
    right = sum(1 for o in inside if o.result.topic == topics[o.message.expected or ""])
    yield f"inside: topic guessed    {share_interval(right, len(inside))}"


def _spread(outcomes: Iterable[Outcome]) -> str:
    counts = Counter(outcome.result.decision for outcome in outcomes)
    return ", ".join(f"{decision} {counts[decision]}" for decision in _DECISIONS)


def _kinds(outside: Sequence[Outcome]) -> Iterable[str]:
    if not outside:
        return
    kinds = Counter(outcome.message.kind for outcome in outside)
    yield ""
    yield "decisions outside by kind"
    for kind in sorted(kinds):
        found = [outcome for outcome in outside if outcome.message.kind == kind]
        wrong = sum(1 for outcome in found if outcome.result.decision != "none")
        note = f"  must be none: {wrong} not" if wrong and kind != NEAR_MISS else ""
        yield f"{kind:28}{kinds[kind]:5}  {_spread(found)}{note}"


def _likeness(inside: Sequence[Message], entries: Sequence[FaqEntry]) -> Iterable[str]:
    found = likeness(inside, entries)
    if found is not None:
        yield ""
        yield (
            f"likeness to the nearest alias (Jaccard): median {found.median:.2f}, "
            f"highest {found.highest:.2f}; word for word an alias: {found.equal}"
        )


def _confusions(inside: Sequence[Outcome]) -> Iterable[str]:
    pairs = Counter((o.message.expected, o.first) for o in inside if o.rank != 1)
    if pairs:
        yield ""
        yield "wrong first (expected -> found)"
    for (expected, first), count in pairs.most_common():
        yield f"{count:4}  {expected} -> {first or '-'}"


def _latency(outcomes: Sequence[Outcome]) -> Iterable[str]:
    taken = [1000 * outcome.seconds for outcome in outcomes]
    yield ""
    yield (
        f"one query: median {np.median(taken):.2f} ms, p99 {np.percentile(taken, 99):.2f} ms, "
        f"longest {max(taken):.2f} ms"
    )
