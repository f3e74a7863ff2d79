"""FAQs made from the starter FAQ: one with fewer aliases, one with many entries."""

from __future__ import annotations

import random
from collections.abc import Sequence
from dataclasses import replace
from itertools import cycle, islice
from pathlib import Path

import yaml

from faq.entries import Alias, Answer, FaqEntry
from faq.normalize import words

__all__ = ["as_file", "grown", "thinned"]

_SEED = 7


def thinned(entries: Sequence[FaqEntry], aliases: int, seed: int) -> list[FaqEntry]:
    """Keep a few aliases per entry and the short answer: what a small file would have."""
    dice = random.Random(seed)
    return [
        replace(
            entry,
            aliases=tuple(dice.sample(entry.aliases, min(aliases, len(entry.aliases)))),
            answer=Answer(entry.answer.short),
        )
        for entry in entries
    ]


def as_file(entries: Sequence[FaqEntry], path: Path) -> None:
    """Write entries in the simple form that `--knowledge` reads."""
    rows = [
        {
            "id": entry.id,
            "topic": entry.topic,
            "question": entry.question,
            "aliases": [alias.text for alias in entry.aliases],
            "answer": entry.answer.short,
        }
        for entry in entries
    ]
    path.write_text(yaml.safe_dump(rows, allow_unicode=True), encoding="utf-8")


def grown(entries: Sequence[FaqEntry], count: int, aliases: int = 5) -> list[FaqEntry]:
    """Give *count* entries whose texts are as long as real ones, of shuffled real syllables.

    They mean nothing, so they tell about speed only.
    """
    dice = random.Random(_SEED)
    texts = [words(t) for e in entries for t in (e.question, *(a.text for a in e.aliases))]
    syllables = [syllable for text in texts for syllable in text]
    lengths = cycle([len(text) for text in texts])
    pool: list[str] = []

    def text() -> str:
        length = next(lengths)
        while len(pool) < length:
            pool.extend(dice.sample(syllables, len(syllables)))
        return " ".join(pool.pop() for _ in range(length))

    return [
        FaqEntry(
            id=f"entry-{number}",
            topic="bench",
            question=text(),
            answer=Answer(text()),
            aliases=tuple(Alias(one) for one in islice(iter(text, ""), aliases)),
        )
        for number in range(count)
    ]
