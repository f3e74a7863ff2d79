"""Kernel ridge regression over all entries at once, trained on how households ask.

It is kept in its dual form: a message is compared with every lesson (an alias, a question, a part
of an answer), and each lesson speaks for its own entry and against the entries it was mistaken
for. One linear system gives all voices, in a third of the time of logistic regression, and no less
often right (the two were compared on the tuning half of the labelled messages).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from faq.gram_index import Floats, GramIndex, Integers
from faq.linear import solved
from faq.views import Grams

__all__ = ["MOST_LESSONS", "Classifier", "Heard", "Lesson", "held_out", "lessons_within"]

MOST_LESSONS: Final = 7000
_RIDGE: Final = np.float32(1.0)
_LOUDNESS: Final = np.float32(8.0)
_STRONGEST: Final = 300


@dataclass(frozen=True)
class Lesson:
    """One text that belongs to an entry, as grams, and how much it counts in training."""

    owner: int
    syllables: Grams
    letters: Grams
    trust: float


@dataclass(frozen=True)
class Heard:
    """One number per entry, higher for likelier ones, and how much each lesson is like it."""

    opinions: Floats
    by_syllable: Floats
    by_letter: Floats


def lessons_within(lessons: Sequence[Lesson], most: int = MOST_LESSONS) -> list[Lesson]:
    """Give no more lessons than training can bear.

    Too many: only the most trusted are kept, one joined lesson per entry. Still too many: none,
    and the other signals decide alone.
    """
    if len(lessons) <= most:
        return list(lessons)
    trusted = max(lesson.trust for lesson in lessons)
    groups: dict[int, list[Lesson]] = {}
    for lesson in lessons:
        if lesson.trust == trusted:
            groups.setdefault(lesson.owner, []).append(lesson)
    if len(groups) > most:
        return []
    return [
        Lesson(
            owner,
            np.concatenate([lesson.syllables for lesson in group]),
            np.concatenate([lesson.letters for lesson in group]),
            trusted,
        )
        for owner, group in groups.items()
    ]


class Classifier:
    """Gives one number per entry for a message, higher for likelier entries."""

    def __init__(
        self, lessons: Sequence[Lesson], entries: int, voices: Floats | None = None
    ) -> None:
        """Train on lessons, or use the `voices` that an earlier training gave."""
        count = len(lessons)
        owners: Integers = np.array([lesson.owner for lesson in lessons], np.int64)
        trust = np.array([lesson.trust for lesson in lessons], np.float32)
        self._syllables: Final = _index([lesson.syllables for lesson in lessons])
        self._letters: Final = _index([lesson.letters for lesson in lessons])
        if voices is None or voices.shape != (count, entries):
            voices = self._train(owners, trust, entries)
        self.voices: Final = voices

    def hear(self, syllables: Grams, letters: Grams) -> Heard:
        """Compare the grams of a message with every lesson."""
        by_syllable = self._syllables.scores(syllables)[0]
        by_letter = self._letters.scores(letters)[0]
        alike = by_syllable + by_letter
        strongest = np.arange(len(alike))
        if len(alike) > _STRONGEST:
            strongest = np.argpartition(-alike, _STRONGEST)[:_STRONGEST]
        opinions = np.asarray(alike[strongest] @ self.voices[strongest], np.float32)
        return Heard(opinions, by_syllable, by_letter)

    def _train(self, owners: Integers, trust: Floats, entries: int) -> Floats:
        wanted = _wanted(owners, entries)
        if not len(owners):
            return wanted
        system = _system(self._syllables, self._letters, trust)
        return solved(system, wanted)


def held_out(lessons: Sequence[Lesson], entries: int) -> Floats:
    """Give what a training without it makes of each lesson: a row per lesson, a column per entry.

    Exact from one training: the error on a lesson that is left out is its voice over the diagonal
    of the inverse (Allen 1974, PRESS).
    """
    owners: Integers = np.array([lesson.owner for lesson in lessons], np.int64)
    wanted = _wanted(owners, entries)
    if not lessons:
        return wanted
    syllables = _index([lesson.syllables for lesson in lessons])
    letters = _index([lesson.letters for lesson in lessons])
    trust = np.array([lesson.trust for lesson in lessons], np.float32)
    inverse = np.linalg.inv(_system(syllables, letters, trust))
    found = wanted - (inverse @ wanted) / np.diag(inverse)[:, None]
    return np.asarray(found, np.float32)


def _wanted(owners: Integers, entries: int) -> Floats:
    wanted = np.zeros((len(owners), entries), np.float32)
    wanted[np.arange(len(owners)), owners] = _LOUDNESS
    return wanted


def _system(syllables: GramIndex, letters: GramIndex, trust: Floats) -> Floats:
    count = len(trust)
    alike = syllables.likeness()
    alike += letters.likeness()
    alike[np.arange(count), np.arange(count)] += _RIDGE / trust
    return alike


def _index(texts: Sequence[Grams]) -> GramIndex:
    return GramIndex(texts, np.arange(len(texts)), len(texts), "cosine")
