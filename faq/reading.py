"""Measure how hard a text is to read or to listen to.

The rule of the house for one chat message: at most 60 syllables and 4 sentences before the menu,
no sentence longer than 18 syllables. A colon starts a new breath, so the *length* of a sentence is
measured up to a colon; the *number* of sentences counts full stops, question marks and the like.
"""

import re
from dataclasses import dataclass
from typing import Final

__all__ = [
    "MESSAGE",
    "Limits",
    "Reading",
    "before_menu",
    "breaths",
    "count_syllables",
    "measure",
    "sentences",
    "too_hard",
]

_STOP: Final = r"(?:[.?!;…]+[\"'”’»)\]]*(?=\s|$)|\n+)"
_SENTENCE_END: Final = re.compile(_STOP)
_BREATH_END: Final = re.compile(rf"(?:{_STOP}|:(?=\s|$))")
_LISTED: Final = re.compile(r"(?:^|(?<=\s))(?:0|1)[.)]\s+\S")
_KEYED: Final = re.compile(r"[^.?!;…:\n]*:\s*bấm\s+(?:số\s+)?\d", re.IGNORECASE)


@dataclass(frozen=True)
class Reading:
    """What was counted in one text."""

    syllables: int
    sentences: int
    longest: int


@dataclass(frozen=True)
class Limits:
    """How much one text may hold; None means no limit."""

    syllables: int | None
    sentences: int | None
    longest: int | None


MESSAGE: Final = Limits(syllables=60, sentences=4, longest=18)


def count_syllables(text: str) -> int:
    """Count words between white space; a mark without letter or digit is none."""
    return sum(1 for word in text.split() if any(char.isalnum() for char in word))


def sentences(text: str) -> list[str]:
    """Split at full stop, question and exclamation mark, semicolon, ellipsis and line end.

    A stop inside a number or a date ("2.530.000", "7.30") ends nothing.
    """
    return _parts(_SENTENCE_END, text)


def breaths(text: str) -> list[str]:
    """Split like `sentences`, and at colons too."""
    return _parts(_BREATH_END, text)


def _parts(end: re.Pattern[str], text: str) -> list[str]:
    return [part.strip() for part in end.split(text) if count_syllables(part)]


def before_menu(text: str) -> str:
    """Give the text in front of its numbered choices ("1. Đồng ý", "Đăng ký: bấm 1")."""
    starts = [found.start() for found in (_LISTED.search(text), _KEYED.search(text)) if found]
    return text[: min(starts)].rstrip() if starts else text


def measure(text: str) -> Reading:
    """Count syllables, sentences and the longest breath of a text."""
    longest = max((count_syllables(part) for part in breaths(text)), default=0)
    return Reading(count_syllables(text), len(sentences(text)), longest)


def too_hard(text: str, limits: Limits = MESSAGE) -> list[str]:
    """Say in plain words which limits a text breaks; an empty list means it reads well."""
    found = measure(text)
    checks = (
        ("syllables", found.syllables, limits.syllables),
        ("sentences", found.sentences, limits.sentences),
        ("syllables in one sentence", found.longest, limits.longest),
    )
    return [
        f"{count} {what}, at most {most}"
        for what, count, most in checks
        if most is not None and count > most
    ]
