"""What the lessons say about every entry: one by one, and added up under the grams they share.

A message hears a lesson for each gram that both have. What all lessons that have a common gram say
is added up beforehand, so that few numbers are read for a message: a row for each of its common
grams, and one for each lesson that has one of its rare grams.
"""

from typing import Final

import numpy as np

from faq.gram_index import Floats, Integers
from faq.lesson_index import Compared, LessonIndex

__all__ = ["Voices"]

# a gram is common if so many lessons have it
_COMMON: Final = 32
# so many numbers at most are added up; when there are more, the strongest lessons are heard alone
_MOST: Final = 4_000_000
_MOST_HEARD: Final = 1_000_000
_FEWEST: Final = 300
_GRAMS_AT_ONCE: Final = 512
# so many numbers are copied at once that they stay near
_NUMBERS_AT_ONCE: Final = 65_536


class Voices:
    """One number per entry and lesson, higher for entries that the lesson speaks for."""

    def __init__(
        self, index: LessonIndex, by_lesson: Floats, by_gram: Floats | None = None
    ) -> None:
        """Add up what is said by gram, unless it was kept."""
        common = np.flatnonzero(index.held >= _COMMON)
        self._are_added: Final = by_lesson.shape[1] * len(common) <= _MOST
        if not self._are_added:
            common = common[:0]
        self.by_lesson: Final = by_lesson
        self.by_gram: Final = _added(index, common, by_lesson) if by_gram is None else by_gram
        # where nothing is added up no lesson is looked for by its rare grams
        self.numbers: Final = np.full_like(index.held, -1 if self._are_added else 0)
        """Where the sum of each gram stands, -1 for a rare one."""
        self.numbers[common] = np.arange(len(common))

    def said_by(self, lessons: Integers, alike: Floats) -> Floats:
        """Give what some lessons say to a message that is like all lessons so much."""
        return _heard(self.by_lesson, lessons, alike[lessons])

    def said(self, found: Compared, alike: Floats) -> Floats:
        """Give what all lessons say to a message, or the strongest if there are too many."""
        if not self._are_added:
            most = max(_FEWEST, _MOST_HEARD // max(1, self.by_lesson.shape[1]))
            return self.said_by(strongest(alike, most), alike)
        said = _heard(self.by_gram, found.common, found.loud)
        said += _heard(self.by_lesson, found.lessons, found.parts)
        return said


def strongest(alike: Floats, most: int) -> Integers:
    """Give the lessons that a message is most like, in no order."""
    if len(alike) <= most:
        return np.arange(len(alike))
    weakest = np.partition(alike, len(alike) - most)[len(alike) - most]
    above = np.flatnonzero(alike > weakest)
    return np.concatenate((above, np.flatnonzero(alike == weakest)[: most - len(above)]))


def _heard(voices: Floats, rows: Integers, loud: Floats) -> Floats:
    """Give the sum of some rows, each as loud as it is.

    Without BLAS: its threads cost more than so small a product takes.
    """
    heard = np.zeros(voices.shape[1], np.float32)
    at_once = max(1, _NUMBERS_AT_ONCE // max(1, len(heard)))
    for begin in range(0, len(rows), at_once):
        now = slice(begin, begin + at_once)
        heard += np.einsum("i,ij->j", loud[now], voices.take(rows[now], axis=0))
    return heard


def _added(index: LessonIndex, grams: Integers, voices: Floats) -> Floats:
    """Give what the lessons that have a gram say together, a row per gram."""
    sums = np.empty((len(grams), voices.shape[1]), np.float32)
    for begin in range(0, len(grams), _GRAMS_AT_ONCE):
        some = slice(begin, begin + _GRAMS_AT_ONCE)
        np.matmul(index.table(grams[some]), voices, out=sums[some])
    return sums
