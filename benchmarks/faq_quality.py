"""How often ours and the peers find the right entry, on the final half of the labelled messages.

All in one run, over the same entries and aliases; figures only.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import mean
from typing import Any

from benchmarks.faq_books import as_file, thinned
from benchmarks.faq_messages import messages
from benchmarks.faq_peers import NAMES, READINGS, build
from faq.entries import FaqEntry
from faq.evaluate import Outcome, top, trust
from faq.knowledge import load_starter
from faq.matcher import Candidate, Matcher, MatchResult

__all__ = ["report"]

_SEEDS = (1, 2, 3)
_FEW = 4


@dataclass(frozen=True)
class _Found:
    """Shares of messages whose right entry came first, and among the first three."""

    first: float
    third: float

    def __str__(self) -> str:
        return f"{100 * self.first:.1f}/{100 * self.third:.1f}"

    def lead(self, other: _Found) -> str:
        """Tell by how many points this one is better."""
        return f"{100 * (self.first - other.first):+.1f}/{100 * (self.third - other.third):+.1f}"


def report() -> Iterator[str]:
    """Give the lines of the report as they are measured."""
    entries = load_starter().entries
    asking = [message for message in messages("final") if message.expected is not None]
    yield f"P@1/R@3 on {len(asking)} messages of the final half, {len(entries)} entries"
    yield f"  {'':28}{''.join(f'{reading:14}' for reading in READINGS)}ours ahead of its best"
    matcher = Matcher(entries)
    ours = _found([[c.id for c in matcher.match(m.text).candidates] for m in asking])
    yield f"  {'ours':56}{ours!s}"
    chosen: dict[str, str] = {}
    for name in NAMES:
        tried = {reading: _peer(name, entries, reading) for reading in READINGS}
        chosen[name] = max(tried, key=lambda reading: tried[reading].first)
        shown = "".join(f"{found!s:14}" for found in tried.values())
        yield f"  {name:28}{shown}{ours.lead(tried[chosen[name]])}"
    yield from _with_few(entries, chosen)


def _peer(name: str, entries: Sequence[FaqEntry], reading: str) -> _Found:
    rank = build(name, entries, reading)
    return _found([rank(m.text) for m in messages("final") if m.expected is not None])


def _found(ranked: Sequence[Sequence[str]]) -> _Found:
    """Count the right entries in lists of ids, one per message that has an entry."""
    right = [message.expected for message in messages("final") if message.expected is not None]
    pairs = list(zip(right, ranked, strict=True))
    first = sum(expected in ids[:1] for expected, ids in pairs)
    third = sum(expected in ids[:3] for expected, ids in pairs)
    return _Found(first / len(pairs), third / len(pairs))


def _with_few(entries: Sequence[FaqEntry], chosen: dict[str, str]) -> Iterator[str]:
    """Measure FAQs of few aliases; each peer reads as was best for it with all aliases."""
    books = [thinned(entries, _FEW, seed) for seed in _SEEDS]
    outcomes = [outcome for book in books for outcome in _command(book)]
    inside = [outcome for outcome in outcomes if outcome.message.expected is not None]
    outside = [outcome for outcome in outcomes if outcome.message.expected is None]
    ours = _Found(top(inside, 1).value, top(inside, 3).value)
    yield (
        f"with {_FEW} aliases per entry, through `faq match --knowledge`, thresholds as shipped "
        f"(mean of {len(_SEEDS)} samples of aliases)"
    )
    yield f"  {'ours':42}{ours!s}"
    for name, reading in chosen.items():
        tried = [_peer(name, book, reading) for book in books]
        found = _Found(mean(one.first for one in tried), mean(one.third for one in tried))
        yield f"  {name:28}{reading:14}{found!s:14}{ours.lead(found)}"
    sure = trust(inside, outside)
    yield (
        f"  ours: answer precision {100 * sure.precision.value:.1f}, coverage "
        f"{100 * sure.coverage.value:.1f}, answered outside {100 * sure.strangers.value:.1f}, "
        f"AUROC {100 * sure.area:.1f}"
    )


def _command(book: Sequence[FaqEntry]) -> list[Outcome]:
    """Match all messages of the final half by the command, as somebody with an own FAQ does."""
    lines = "".join(json.dumps({"text": message.text}) + "\n" for message in messages("final"))
    with tempfile.TemporaryDirectory() as folder:
        as_file(book, Path(folder) / "book.yaml")
        command = [sys.executable, "-m", "bot", "faq", "match", "--jsonl", "--knowledge"]
        done = subprocess.run(
            [*command, f"{folder}/book.yaml"],
            input=lines.encode(),
            env={**os.environ, "DOITHOAI_DATA_DIR": folder},
            stdout=subprocess.PIPE,
            check=True,
        )
    results = [_result(json.loads(line)) for line in done.stdout.splitlines()]
    return [Outcome(m, result) for m, result in zip(messages("final"), results, strict=True)]


def _result(line: dict[str, Any]) -> MatchResult:
    found = tuple(Candidate(one["id"], one["score"]) for one in line["candidates"])
    return MatchResult(line["text"], line["decision"], found)
