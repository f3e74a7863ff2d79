"""Logistic regression over all entries at once, trained on how households ask.

It is kept in its dual form: a message is compared with every lesson (an alias, a question, a part
of an answer), and each lesson speaks for its own entry and against the entries it was mistaken
for. Training is deterministic: a fixed number of accelerated gradient steps.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from faq.gram_index import Floats, GramIndex, Integers
from faq.views import Grams

__all__ = ["Classifier", "Lesson", "lessons_within"]

MOST_LESSONS: Final = 4500
_RIDGE: Final = np.float32(0.3)
_STEPS: Final = 28
_CURVATURE: Final = 0.25
_POWER_STEPS: Final = 20
_STRONGEST: Final = 300


@dataclass(frozen=True)
class Lesson:
    """One text that belongs to an entry, as grams, and how much it counts in training."""

    owner: int
    syllables: Grams
    letters: Grams
    trust: float


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

    def logits(self, syllables: Grams, letters: Grams) -> Floats:
        """Give one number per entry for the grams of a message."""
        alike = self._syllables.scores(syllables)[0] + self._letters.scores(letters)[0]
        strongest = np.arange(len(alike))
        if len(alike) > _STRONGEST:
            strongest = np.sort(np.argpartition(-alike, _STRONGEST)[:_STRONGEST])
        return np.asarray(alike[strongest] @ self.voices[strongest], np.float32)

    def _train(self, owners: Integers, trust: Floats, entries: int) -> Floats:
        count = len(owners)
        voices = np.zeros((count, entries), np.float32)
        if count == 0:
            return voices
        alike = self._syllables.likeness()
        alike += self._letters.likeness()
        rate = np.float32(1 / (_CURVATURE * _greatest(alike, trust) + float(_RIDGE)))
        ahead, pace = voices, 1.0
        for _ in range(_STEPS):
            slope = _likelihoods(alike @ ahead)
            slope[np.arange(count), owners] -= 1
            slope *= trust[:, None]
            slope += _RIDGE * ahead
            stepped = ahead - rate * slope
            faster = (1 + np.sqrt(1 + 4 * pace * pace)) / 2
            ahead = stepped + np.float32((pace - 1) / faster) * (stepped - voices)
            voices, pace = stepped, faster
        return voices


def _index(texts: Sequence[Grams]) -> GramIndex:
    return GramIndex(texts, np.arange(len(texts)), len(texts), "cosine")


def _greatest(alike: Floats, trust: Floats) -> float:
    """Give the greatest eigenvalue of the likeness weighed by trust (power iteration)."""
    vector = np.full(len(trust), 1 / np.sqrt(len(trust)), np.float32)
    size = 0.0
    for _ in range(_POWER_STEPS):
        vector = alike @ (trust * vector)
        size = float(np.linalg.norm(vector))
        if size == 0.0:
            return 0.0
        vector /= np.float32(size)
    return size


def _likelihoods(logits: Floats) -> Floats:
    logits -= logits.max(axis=1, keepdims=True)
    np.exp(logits, out=logits)
    logits /= logits.sum(axis=1, keepdims=True)
    return logits
