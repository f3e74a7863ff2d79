"""Which lessons have which grams, and how much a message or another lesson is like each of them.

The likeness is the cosine of TF-IDF vectors, once by syllables and once by letters. Under each gram
are listed the lessons that have it, and what it weighs in each.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from math import sqrt
from typing import Final

import numpy as np
from numpy.typing import NDArray

from faq.gram_index import Arrays, Cells, Doubles, Floats, Integers, ranges
from faq.views import Counted, Grams, lookup

__all__ = ["Compared", "LessonIndex"]

Rows = NDArray[np.int32]

_KINDS: Final = 2
# a list of so many lessons is copied by itself
_LONG: Final = 128
_KEPT: Final = ("vocabulary", "telling", "starts", "rows", "weights", "sizes")
# what one lesson in so many has is multiplied as a dense matrix, the rest a few rows at a time
_DENSE_SHARE: Final = 24
_AT_ONCE: Final = 32


@dataclass(frozen=True)
class Compared:
    """A message compared with every lesson.

    `scores` says how much each lesson is like it, by syllables and by letters (a row each), and in
    a third row how much of what it says, by syllables, the lesson says as well. Of its
    grams the `common` ones are given by their numbers with how `loud` each is, the rare ones by the
    `lessons` that have them, each with the part of its score that one of them makes.
    """

    scores: Floats
    common: Integers
    loud: Floats
    lessons: Integers
    parts: Floats


class LessonIndex:
    """Lessons of grams, turned round for fast scoring of one query.

    Each lesson has two rows, the one of its letters as many behind that of its syllables as there
    are lessons: what would be done for each is done for both at once. No gram is of both kinds.
    """

    def __init__(
        self,
        lessons: int,
        vocabulary: Grams,
        telling: Floats,
        starts: Integers,
        rows: Rows,
        weights: Floats,
        sizes: Floats,
    ) -> None:
        """Take what `of` made, or what `restored` found.

        The rows that have gram *g* are those from `starts[g]` to `starts[g + 1]`; `sizes` are the
        lengths of the vectors of the lessons by syllables, before they were made one.
        """
        self.lessons: Final = lessons
        self._vocabulary: Final = vocabulary
        self._telling: Final = telling
        self._starts: Final = starts
        self._rows: Final = rows
        self._weights: Final = weights
        self._sizes: Final = sizes
        self.held: Final = np.diff(starts)
        """In how many lessons each gram is."""
        self._unknown: Final = float(np.log1p((self.lessons + 0.5) / 0.5))

    @classmethod
    def of(cls, syllables: Sequence[Grams], letters: Sequence[Grams]) -> "LessonIndex":
        """Index the grams of lessons."""
        lessons = len(syllables)
        rows = _KINDS * lessons
        cells = Cells.of([*syllables, *letters], np.arange(rows), rows)
        telling = cells.telling(lessons)
        weights: Doubles = (1 + np.log(cells.counts)) * telling[cells.columns].astype(np.float64)
        squares = np.bincount(cells.rows, weights * weights, minlength=rows)
        sizes = np.sqrt(np.where(squares > 0, squares, 1))
        return cls(
            lessons,
            cells.vocabulary,
            telling,
            np.searchsorted(cells.columns, np.arange(len(cells.vocabulary) + 1)),
            cells.rows.astype(np.int32),
            (weights / sizes[cells.rows]).astype(np.float32),
            sizes[:lessons].astype(np.float32),
        )

    def arrays(self) -> Arrays:
        """Give everything as arrays, to be kept."""
        kept = {f"lessons.{field}": getattr(self, f"_{field}") for field in _KEPT}
        return {**kept, "lessons.count": np.array(self.lessons)}

    @classmethod
    def restored(cls, kept: Arrays) -> "LessonIndex":
        """Give the index whose `arrays` were kept; KeyError when some are missing."""
        return cls(int(kept["lessons.count"]), *(kept[f"lessons.{field}"] for field in _KEPT))

    def compare(self, syllables: Counted, letters: Counted, common: Integers) -> Compared:
        """Compare a message with every lesson.

        *common* gives for each gram its number among the common ones, or -1.
        """
        grams = np.concatenate((syllables.grams, letters.grams))
        places, known = lookup(self._vocabulary, grams)
        telling = np.where(known, self._telling[places], np.float32(self._unknown))
        weights = (1 + np.log(np.concatenate((syllables.repeats, letters.repeats)))) * telling
        by_syllables, by_letters = np.split(weights, [len(syllables.grams)])
        size = sqrt(by_syllables @ by_syllables) or 1.0
        by_syllables /= size
        by_letters /= sqrt(by_letters @ by_letters) or 1.0
        # the rare ones first, so that their cells stand first
        found = np.flatnonzero(known)
        found = found[np.argsort(self.held[places[found]], kind="stable")]
        places, weights = places[found], weights[found]
        numbers = common[places]
        rare = int(np.count_nonzero(numbers < 0))
        held = self.held[places]
        rows, loud = self._cells(places)
        loud *= np.repeat(weights, held)
        sums = np.bincount(rows, loud, minlength=_KINDS * self.lessons)
        scores = sums.astype(np.float32).reshape(_KINDS, self.lessons)
        end = int(held[:rare].sum())
        return Compared(
            np.vstack((scores, scores[0] * self._sizes / np.float32(size))),
            numbers[rare:],
            weights[rare:].astype(np.float32),
            rows[:end] % max(1, self.lessons),
            loud[:end].astype(np.float32),
        )

    def _cells(self, places: Integers) -> tuple[Integers, Doubles]:
        """Give the rows of grams, those held seldom first, and what each weighs there.

        Short lists are picked together, long ones copied one by one.
        """
        few = int(np.searchsorted(self.held[places], _LONG))
        begins, ends = self._starts[places], self._starts[places + 1]
        cells, _ = ranges(begins[:few], ends[:few])
        long = list(map(slice, begins[few:].tolist(), ends[few:].tolist()))
        rows = [self._rows[cells], *map(self._rows.__getitem__, long)]
        weights = [self._weights[cells], *map(self._weights.__getitem__, long)]
        return np.concatenate(rows, dtype=np.int64), np.concatenate(weights, dtype=np.float64)

    def table(self, grams: Integers) -> Floats:
        """Give the weight of some grams in every lesson, a row per gram."""
        found = np.zeros((len(grams), self.lessons), np.float32)
        cells, _ = ranges(self._starts[grams], self._starts[grams + 1])
        places = np.repeat(np.arange(len(grams)), self.held[grams])
        found[places, self._rows[cells] % max(1, self.lessons)] = self._weights[cells]
        return found

    def likeness(self) -> Floats:
        """Give how much every lesson is like every lesson, by syllables and letters together."""
        is_frequent = self.held * _DENSE_SHARE > self.lessons
        dense = self.table(np.flatnonzero(is_frequent))
        found: Floats = dense.T @ dense
        columns = np.repeat(np.arange(len(self.held)), self.held)
        rest = np.flatnonzero(~is_frequent[columns])
        rows = self._rows[rest].astype(np.int64)
        _add_rare(found, columns[rest], rows % max(1, self.lessons), self._weights[rest])
        return found


def _add_rare(found: Floats, columns: Integers, lessons: Integers, weights: Floats) -> None:
    """Add what rare grams give every pair of lessons, cells ordered by gram and lesson.

    A cell meets itself and those behind it under its gram: lessons of higher numbers only, and
    what one is like the other, the other is like the one.
    """
    count = len(found)
    ends = np.searchsorted(columns, columns, side="right")
    by_lesson = np.argsort(lessons, kind="stable")
    borders = np.searchsorted(lessons[by_lesson], np.arange(0, count + _AT_ONCE, _AT_ONCE))
    for number, begin in enumerate(range(0, count, _AT_ONCE)):
        mine = by_lesson[borders[number] : borders[number + 1]]
        end, width = min(begin + _AT_ONCE, count), count - begin
        cells, lengths = ranges(mine, ends[mine])
        places = lessons[cells]
        places += np.repeat((lessons[mine] - begin) * width - begin, lengths)
        products = weights[cells] * np.repeat(weights[mine], lengths)
        sums = np.bincount(places, products, minlength=(end - begin) * width)
        block = sums.reshape(end - begin, width).astype(np.float32)
        own, others = block[:, : end - begin], block[:, end - begin :]
        found[begin:end, begin:end] += own + np.triu(own, 1).T
        found[begin:end, end:] += others
        found[end:, begin:end] += others.T
