"""The shapes in which texts are compared: syllables with and without diacritics, letter runs.

A gram is a 64-bit number (a hash of a syllable, of a pair of syllables or of a run of letters),
so that thousands of aliases can be indexed with array operations alone.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache
from hashlib import blake2b
from typing import Final

import numpy as np
from numpy.typing import NDArray

from faq.normalize import clean, fold, spoken, tone_key

__all__ = [
    "LONGEST",
    "MOST_SYLLABLES",
    "Counted",
    "Grams",
    "View",
    "letter_grams",
    "lookup",
    "mix",
    "syllable_grams",
    "view",
]

Grams = NDArray[np.uint64]

LONGEST: Final = 2000
MOST_SYLLABLES: Final = 200
RUN: Final = 4

_NONE: Final = np.zeros(0, np.uint64)
_GOLDEN: Final = np.uint64(0x9E3779B97F4A7C15)
_STEP: Final = np.uint64(1_000_003)
_PAIR: Final = np.uint64(31)


@dataclass(frozen=True)
class View:
    """One text, ready to be compared: its syllables folded, and toned (with diacritics)."""

    folded: tuple[str, ...]
    toned: tuple[str, ...]
    accentedness: float


def view(text: str) -> View:
    """Give the view of a text; of a very long one only the beginning counts."""
    found, accented = spoken(clean(text[: 2 * LONGEST])[:LONGEST])
    del found[MOST_SYLLABLES:]
    return View(tuple(map(_bare, found)), tuple(map(_toned, found)), accented)


_bare: Final = lru_cache(maxsize=16384)(fold)
_toned: Final = lru_cache(maxsize=16384)(tone_key)


def mix(numbers: Grams) -> Grams:
    """Scatter numbers so that neighbours land far apart."""
    scattered: Grams = (numbers ^ (numbers >> np.uint64(31))) * _GOLDEN
    return scattered ^ (scattered >> np.uint64(29))


@lru_cache(maxsize=32768)
def _number(syllable: str) -> int:
    return int.from_bytes(blake2b(syllable.encode(), digest_size=8).digest(), "little")


def syllable_grams(found: Sequence[str]) -> Grams:
    """Give the grams of single syllables and of neighbouring pairs."""
    single = np.fromiter(map(_number, found), np.uint64, len(found))
    pairs = mix(single[:-1] * _PAIR + single[1:])
    return np.concatenate((single, pairs))


def letter_grams(found: Sequence[str]) -> Grams:
    """Give the grams of runs of letters, across syllable borders too, so that typos cost little."""
    line = f" {' '.join(found)} "
    letters = np.frombuffer(line.encode("utf-32-le"), np.uint32).astype(np.uint64)
    if len(letters) < RUN:
        return _NONE
    runs = letters * _GOLDEN
    for size in range(2, RUN + 1):
        runs = runs[:-1] * _STEP + letters[size - 1 :]
    return mix(runs)


@dataclass(frozen=True)
class Counted:
    """Grams in order, each once, and how often each was there."""

    grams: Grams
    repeats: NDArray[np.int64]

    @classmethod
    def of(cls, grams: Grams) -> "Counted":
        """Count grams."""
        ordered = np.sort(grams)
        is_new = np.ones(len(ordered), np.bool_)
        np.not_equal(ordered[1:], ordered[:-1], out=is_new[1:])
        begins = np.flatnonzero(is_new)
        return cls(ordered[begins], np.diff(begins, append=len(ordered)))


def lookup(known: Grams, grams: Grams) -> tuple[NDArray[np.int64], NDArray[np.bool_]]:
    """Give where each gram stands in a vocabulary, and whether it really is there."""
    places = np.minimum(np.searchsorted(known, grams), len(known) - 1)
    return places, known[places] == grams
