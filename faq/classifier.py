"""Logistic regression over all entries at once, trained on how households ask.

It is kept in its dual form: a message is compared with every lesson (an alias, a question, a part
of an answer), and each lesson speaks for its own entry and against the entries it was mistaken for.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np
from threadpoolctl import threadpool_limits

from faq.gram_index import Arrays, Floats, GramIndex, Integers
from faq.logistic import dealt, voices_of
from faq.views import Grams

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
_AT_ONCE: Final = 512
# a query multiplies no more than so many numbers
_MOST_VOICES: Final = 1_000_000


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

    `opinions` is what all lessons say together, `near` what those say that are most like it.
    """

    opinions: Floats
    near: Floats
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

    def __init__(self, syllables: GramIndex, letters: GramIndex, voices: Floats) -> None:
        """Take what `trained` made, or what `restored` found."""
        self._syllables: Final = syllables
        self._letters: Final = letters
        self._voices: Final = voices

    @classmethod
    def trained(cls, lessons: Sequence[Lesson], entries: int) -> "Classifier":
        """Train on lessons in the order of `dealt`."""
        syllables, letters = _indexes(lessons)
        with _one_thread():
            alike = _likeness(syllables, letters)
            voices = voices_of(alike, _owners(lessons), _trust(lessons), entries)
        return cls(syllables, letters, voices)

    def arrays(self) -> Arrays:
        """Give everything as arrays, to be kept."""
        grams = {**self._syllables.arrays("syllables"), **self._letters.arrays("letters")}
        return {**grams, "voices": self._voices}

    @classmethod
    def restored(cls, kept: Arrays) -> "Classifier":
        """Give the classifier whose `arrays` were kept; KeyError when some are missing."""
        syllables = GramIndex.restored(kept, "syllables", "cosine")
        letters = GramIndex.restored(kept, "letters", "cosine")
        return cls(syllables, letters, kept["voices"])

    def hear(self, syllables: Grams, letters: Grams) -> Heard:
        """Compare the grams of a message with every lesson."""
        by_syllable = self._syllables.scores(syllables)[0]
        by_letter = self._letters.scores(letters)[0]
        alike = by_syllable + by_letter
        near = self._said_by(_strongest(alike, _NEAR), alike)
        audible = max(_NEAR, _MOST_VOICES // max(1, self._voices.shape[1]))
        if len(alike) <= audible:
            return Heard(_said(alike, self._voices), near, by_syllable, by_letter)
        opinions = self._said_by(_strongest(alike, audible), alike)
        return Heard(opinions, near, by_syllable, by_letter)

    def _said_by(self, lessons: Integers, alike: Floats) -> Floats:
        """Give what some lessons say.

        Of most of them: the others are silenced. Of a few: they are copied, so few at once that
        they stay near.
        """
        if 2 * len(lessons) > len(alike):
            only = np.zeros_like(alike)
            only[lessons] = alike[lessons]
            return _said(only, self._voices)
        heard = np.zeros(self._voices.shape[1], np.float32)
        some = np.empty((1 + min(_AT_ONCE, len(lessons)), len(heard)), np.float32)
        loud = np.ones(len(some), np.float32)
        for begin in range(0, len(lessons), _AT_ONCE):
            now = lessons[begin : begin + _AT_ONCE]
            used = len(now) + 1
            # what was said before is heard first and as it was
            some[0] = heard
            self._voices.take(now, axis=0, out=some[1:used], mode="clip")
            loud[1:used] = alike[now]
            heard = _said(loud[:used], some[:used])
        return heard


def _said(alike: Floats, voices: Floats) -> Floats:
    """Give the product without BLAS: its threads cost more than so small a product takes."""
    return np.asarray(np.einsum("i,ij->j", alike, voices))


def _strongest(alike: Floats, most: int) -> Integers:
    if len(alike) <= most:
        return np.arange(len(alike))
    return np.argpartition(-alike, most)[:most]


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
    alike = _likeness(*_indexes(lessons))
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


def _likeness(syllables: GramIndex, letters: GramIndex) -> Floats:
    alike = syllables.likeness()
    alike += letters.likeness()
    return alike


def _indexes(lessons: Sequence[Lesson]) -> tuple[GramIndex, GramIndex]:
    return _index([one.syllables for one in lessons]), _index([one.letters for one in lessons])


def _index(texts: Sequence[Grams]) -> GramIndex:
    return GramIndex.of(texts, np.arange(len(texts)), len(texts), "cosine")


def _owners(lessons: Sequence[Lesson]) -> Integers:
    return np.array([lesson.owner for lesson in lessons], np.int64)


def _trust(lessons: Sequence[Lesson]) -> Floats:
    return np.array([lesson.trust for lesson in lessons], np.float32)
