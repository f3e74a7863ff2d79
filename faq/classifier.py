"""Logistic regression over all entries at once, trained on how households ask.

It is kept in its dual form: a message is compared with every lesson (an alias, a question, a part
of an answer), and each lesson speaks for its own entry and against the entries it was mistaken for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from threadpoolctl import threadpool_limits

from faq.gram_index import Arrays, Floats, Integers
from faq.lesson_index import LessonIndex
from faq.logistic import dealt, voices_of
from faq.views import Counted, Grams
from faq.voices import Voices, strongest

__all__ = [
    "MOST_LESSONS",
    "Classifier",
    "Heard",
    "Lesson",
    "held_out",
    "lessons_within",
]

MOST_LESSONS: Final = 7000
_PARTS: Final = 8
_NEAR: Final = 300


@dataclass(frozen=True)
class Lesson:
    """One text that belongs to an entry, as grams, and how much it counts in training."""

    owner: int
    syllables: Grams
    letters: Grams
    trust: float


@dataclass(frozen=True)
class Heard:
    """One number per entry, higher for likelier ones, and how much each lesson is like it.

    `opinions` is what all lessons say together, `near` what those say that are most like it;
    `alike` has a row by syllables, one by letters and one with how much of it each lesson says.
    """

    opinions: Floats
    near: Floats
    alike: Floats


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

    def __init__(self, index: LessonIndex, voices: Voices) -> None:
        """Take what `trained` made, or what `restored` found."""
        self._index: Final = index
        self._voices: Final = voices

    @classmethod
    def trained(cls, lessons: Sequence[Lesson], entries: int) -> "Classifier":
        """Train on lessons in the order of `dealt`."""
        index = _index(lessons)
        with _one_thread():
            voices = voices_of(index.likeness(), _owners(lessons), _trust(lessons), entries)
            return cls(index, Voices(index, voices))

    def arrays(self) -> Arrays:
        """Give everything as arrays, to be kept."""
        voices = {"voices": self._voices.by_lesson, "voices.sums": self._voices.by_gram}
        return {**self._index.arrays(), **voices}

    @classmethod
    def restored(cls, kept: Arrays) -> "Classifier":
        """Give the classifier whose `arrays` were kept; KeyError when some are missing."""
        index = LessonIndex.restored(kept)
        return cls(index, Voices(index, kept["voices"], kept["voices.sums"]))

    def hear(self, syllables: Counted, letters: Counted) -> Heard:
        """Compare the grams of a message with every lesson."""
        found = self._index.compare(syllables, letters, self._voices.numbers)
        alike = found.scores[0] + found.scores[1]
        near = self._voices.said_by(strongest(alike, _NEAR), alike)
        return Heard(self._voices.said(found, alike), near, found.scores)


def held_out(lessons: Sequence[Lesson], entries: int) -> Floats:
    """Give what a training without it makes of each lesson: a row per lesson, a column per entry.

    As many trainings as there are parts, each without one part of the lessons of each entry.
    """
    found = np.zeros((len(lessons), entries), np.float32)
    if not lessons:
        return found
    with _one_thread():
        _hold_out(lessons, found)
    return found


def _hold_out(lessons: Sequence[Lesson], found: Floats) -> None:
    owners, trust = _owners(lessons), _trust(lessons)
    alike = _index(lessons).likeness()
    for part in range(_PARTS):
        is_out = np.arange(len(lessons)) % _PARTS == part
        kept = np.flatnonzero(~is_out)
        kept = kept[dealt(len(kept))]
        voices = voices_of(alike[np.ix_(kept, kept)], owners[kept], trust[kept], found.shape[1])
        found[is_out] = alike[is_out][:, kept] @ voices


def _one_thread() -> threadpool_limits:
    """Keep BLAS to one thread, as all training does.

    Several, of which each waits for the others without sleeping, are a fourth faster on an idle
    machine and twenty times slower when another process trains, too.
    """
    return threadpool_limits(1, "blas")


def _index(lessons: Sequence[Lesson]) -> LessonIndex:
    return LessonIndex.of([one.syllables for one in lessons], [one.letters for one in lessons])


def _owners(lessons: Sequence[Lesson]) -> Integers:
    return np.array([lesson.owner for lesson in lessons], np.int64)


def _trust(lessons: Sequence[Lesson]) -> Floats:
    return np.array([lesson.trust for lesson in lessons], np.float32)
