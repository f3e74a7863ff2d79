"""Which lessons have which grams, and how much a message or another lesson is like each of them.

The likeness is the cosine of TF-IDF vectors, once by syllables and once by letters. The weight of
a gram in a lesson is the product of what the gram tells, how often the lesson has it and the
lesson's length, so that only the lessons need to be listed: under each gram those that have it
once, then those that have it twice, ….
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

import numpy as np

from faq.gram_index import Arrays, Cells, Doubles, Floats, Integers, ranges
from faq.views import Counted, Grams, lookup

__all__ = ["Compared", "LessonIndex"]

_KINDS: Final = 2
_FIELDS: Final = ("vocabulary", "telling", "first", "starts", "loudness", "row_ids", "scale")
# what one lesson in so many has is multiplied as a dense matrix, the rest a few rows at a time
_DENSE_SHARE: Final = 24
_AT_ONCE: Final = 16


@dataclass(frozen=True)
class Compared:
    """A message compared with every lesson.

    `scores` says how much each lesson is like it, by syllables and by letters (a row each). Of its
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
        vocabulary: Grams,
        telling: Floats,
        first: Integers,
        starts: Integers,
        loudness: Doubles,
        row_ids: Integers,
        scale: Doubles,
    ) -> None:
        """Take what `of` made, or what `restored` found.

        The lists of gram *g* are those from `first[g]` to `first[g + 1]`, list *l* holds the rows
        from `starts[l]` to `starts[l + 1]`.
        """
        self.lessons: Final = len(scale) // _KINDS
        self._vocabulary: Final = vocabulary
        self._telling: Final = telling
        self._first: Final = first
        self._starts: Final = starts
        self._loudness: Final = loudness
        self._row_ids: Final = row_ids
        self._scale: Final = scale
        self._bounds: Final[Integers] = starts[first]
        self._lengths: Final = np.diff(starts)
        self.held: Final = np.diff(self._bounds)
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
        scale = 1 / np.sqrt(np.where(squares > 0, squares, 1))
        lists = cells.columns * (int(cells.counts.max(initial=0)) + 1) + cells.counts
        order = np.argsort(lists, kind="stable")
        begin = np.flatnonzero(np.diff(lists[order], prepend=-1))
        first = np.searchsorted(cells.columns[order[begin]], np.arange(len(cells.vocabulary) + 1))
        return cls(
            cells.vocabulary,
            telling,
            first,
            np.append(begin, len(order)),
            weights[order[begin]],
            cells.rows[order].astype(np.int32),
            scale,
        )

    def arrays(self) -> Arrays:
        """Give everything as arrays, to be kept."""
        return {f"lessons.{field}": getattr(self, f"_{field}") for field in _FIELDS}

    @classmethod
    def restored(cls, kept: Arrays) -> "LessonIndex":
        """Give the index whose `arrays` were kept; KeyError when some are missing."""
        return cls(*(kept[f"lessons.{field}"] for field in _FIELDS))

    def compare(self, syllables: Counted, letters: Counted, common: Integers) -> Compared:
        """Compare a message with every lesson.

        *common* gives for each gram its number among the common ones, or -1.
        """
        grams = np.concatenate((syllables.grams, letters.grams))
        places, known = lookup(self._vocabulary, grams)
        weights = 1 + np.log(np.concatenate((syllables.repeats, letters.repeats)))
        weights *= np.where(known, self._telling[places], self._unknown)
        for kind in np.split(weights, [len(syllables.grams)]):
            np.divide(kind, np.sqrt(kind @ kind) or 1.0, out=kind)
        numbers = common[places]
        # the rare ones stand first, so that their cells do
        rare, often = np.flatnonzero(known & (numbers < 0)), np.flatnonzero(known & (numbers >= 0))
        order = np.concatenate((rare, often))
        places, weights = places[order], weights[order]
        rows, loud = self._cells(places, weights)
        scores = np.bincount(rows, loud, minlength=len(self._scale)) * self._scale
        end = int(self.held[places[: len(rare)]].sum())
        few = rows[:end]
        return Compared(
            scores.astype(np.float32).reshape(_KINDS, self.lessons),
            numbers[often],
            weights[len(rare) :].astype(np.float32),
            few % max(1, self.lessons),
            (loud[:end] * self._scale[few]).astype(np.float32),
        )

    def _cells(self, places: Integers, weights: Doubles) -> tuple[Integers, Doubles]:
        """Give the rows of the grams in *places*, and how loud each is before it is scaled."""
        begins, ends = self._bounds[places].tolist(), self._bounds[places + 1].tolist()
        pieces = [self._row_ids[begin:end] for begin, end in zip(begins, ends, strict=True)]
        rows = np.concatenate([self._row_ids[:0], *pieces], dtype=np.int64)
        lists, counts = ranges(self._first[places], self._first[places + 1])
        loud = self._loudness[lists] * np.repeat(weights, counts)
        return rows, np.repeat(loud, self._lengths[lists])

    def table(self, grams: Integers) -> Floats:
        """Give the weight of some grams in every lesson, a row per gram."""
        found = np.zeros((len(grams), self.lessons), np.float32)
        rows, loud = self._cells(grams, np.ones(len(grams)))
        places = np.repeat(np.arange(len(grams)), self.held[grams])
        found[places, rows % max(1, self.lessons)] = loud * self._scale[rows]
        return found

    def likeness(self) -> Floats:
        """Give how much every lesson is like every lesson, by syllables and letters together."""
        is_frequent = self.held * _DENSE_SHARE > self.lessons
        dense = self.table(np.flatnonzero(is_frequent))
        found: Floats = dense.T @ dense
        columns = np.repeat(np.arange(len(self.held)), self.held)
        rest = np.flatnonzero(~is_frequent[columns])
        # by lesson under each gram
        rest = rest[np.argsort(columns[rest] * len(self._scale) + self._row_ids[rest])]
        rows = self._row_ids[rest].astype(np.int64)
        loud = np.repeat(self._loudness, self._lengths)[rest] * self._scale[rows]
        _add_rare(found, columns[rest], rows % max(1, self.lessons), loud.astype(np.float32))
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
