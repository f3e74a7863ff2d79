"""An inverted index on numpy: which entries hold a gram, and with what weight (BM25)."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from faq.views import Counted, Grams, lookup

__all__ = ["Arrays", "Cells", "Doubles", "Floats", "GramIndex", "Integers", "ranges"]

Floats = NDArray[np.float32]
Doubles = NDArray[np.float64]
Integers = NDArray[np.int64]
Arrays = Mapping[str, NDArray[Any]]

_NONE: Final = np.zeros(0, np.uint64)
_SATURATION: Final = 1.2
_LENGTH: Final = 0.6
_KEPT: Final = ("vocabulary", "telling", "starts", "places", "weights")


@dataclass(frozen=True)
class Cells:
    """The filled cells of the table of grams by rows, ordered by gram and row."""

    vocabulary: Grams
    columns: Integers
    rows: Integers
    counts: Integers

    @classmethod
    def of(cls, texts: Sequence[Grams], owners: Integers, total: int) -> "Cells":
        """Count how often each gram stands in each of *total* rows; `owners` are those of texts."""
        grams = np.concatenate([_NONE, *texts])
        rows = np.repeat(owners, [len(text) for text in texts])
        order = np.argsort(grams)
        grams, rows = grams[order], rows[order]
        is_new = np.ones(len(grams), np.bool_)
        is_new[1:] = grams[1:] != grams[:-1]
        keys, counts = np.unique((np.cumsum(is_new) - 1) * total + rows, return_counts=True)
        # there is always one, so that places in it can be looked up
        vocabulary = grams[is_new] if len(grams) else np.zeros(1, np.uint64)
        columns = keys // max(1, total)
        return cls(vocabulary, columns, keys - columns * total, counts)

    def telling(self, rows: int) -> Floats:
        """Give how much each gram tells; what few of *rows* have tells more."""
        held = np.bincount(self.columns, minlength=len(self.vocabulary))
        return np.log1p((rows - held + 0.5) / (held + 0.5)).astype(np.float32)


def ranges(begins: Integers, ends: Integers) -> tuple[Integers, Integers]:
    """Give the numbers of each range one after the other, and how many each range has."""
    counts = ends - begins
    found = np.repeat(begins - (np.cumsum(counts) - counts), counts)
    found += np.arange(len(found))
    return found, counts


class GramIndex:
    """Fields of rows of grams, turned round for fast scoring of one query in all fields at once."""

    def __init__(
        self,
        rows: int,
        vocabulary: Grams,
        telling: Floats,
        starts: Integers,
        places: Integers,
        weights: Floats,
    ) -> None:
        """Take what `of` made, or what `restored` found.

        `telling` has a row per field. A place is that of a row in its field, the fields one behind
        the other.
        """
        self.rows: Final = rows
        self._vocabulary: Final = vocabulary
        self._telling: Final = telling
        self._starts: Final = starts
        self._places: Final = places
        self._weights: Final = weights
        self._unknown: Final = _unknown(rows)

    @classmethod
    def of(cls, rows: int, *fields: tuple[Sequence[Grams], Integers]) -> "GramIndex":
        """Index the texts of each field; its owners name for each text the row it belongs to."""
        found = [Cells.of(texts, owners, rows) for texts, owners in fields]
        vocabulary = np.unique(np.concatenate([cells.vocabulary for cells in found]))
        telling = np.full((len(found), len(vocabulary)), _unknown(rows))
        weights: list[Floats] = []
        columns: list[Integers] = []
        for cells, told in zip(found, telling, strict=True):
            own = cells.telling(rows)
            columns.append(np.searchsorted(vocabulary, cells.vocabulary)[cells.columns])
            told[columns[-1]] = own[cells.columns]
            weights.append(_weigh(cells, own, rows))
        column = np.concatenate(columns)
        order = np.argsort(column, kind="stable")
        places = np.concatenate([cells.rows + at * rows for at, cells in enumerate(found)])
        starts = np.searchsorted(column[order], np.arange(len(vocabulary) + 1))
        return cls(rows, vocabulary, telling, starts, places[order], np.concatenate(weights)[order])

    def arrays(self, name: str) -> Arrays:
        """Give everything as arrays, to be kept under names that begin with *name*."""
        kept = {f"{name}.{field}": getattr(self, f"_{field}") for field in _KEPT}
        return {f"{name}.rows": np.array(self.rows), **kept}

    @classmethod
    def restored(cls, kept: Arrays, name: str) -> "GramIndex":
        """Give the index whose `arrays` were kept; KeyError when some are missing."""
        return cls(int(kept[f"{name}.rows"]), *(kept[f"{name}.{field}"] for field in _KEPT))

    def scores(self, query: Counted) -> tuple[Floats, float]:
        """Give the score of every row, and how much of the query's weight the first field knows.

        Scores, a row per field, are relative to what the query could reach at best, so that they
        lie near 0..1 whatever the number of rows; unknown grams count as rare ones.
        """
        fields = len(self._telling)
        columns, known = lookup(self._vocabulary, query.grams)
        columns = columns[known]
        if not len(columns):
            return np.zeros((fields, self.rows), np.float32), 0.0
        telling = self._telling.take(columns, axis=1)
        strange = (len(known) - len(columns)) * self._unknown
        totals = telling.sum(axis=1) + strange
        # nothing that a field has tells as much as what it has not
        strange += telling[0][telling[0] == self._unknown].sum()
        cells, _ = ranges(self._starts[columns], self._starts[columns + 1])
        sums = np.bincount(
            self._places[cells], self._weights[cells], minlength=fields * self.rows
        ).reshape(fields, self.rows)
        best = (_SATURATION + 1) / 2 * totals
        return (sums / best[:, None]).astype(np.float32), float(1 - strange / totals[0])


def _unknown(rows: int) -> float:
    """Give how much a gram tells that none of *rows* has."""
    return float(np.log1p((rows + 0.5) / 0.5))


def _weigh(cells: Cells, telling: Floats, rows: int) -> Floats:
    lengths = np.bincount(cells.rows, cells.counts, minlength=rows)
    relative = lengths / (lengths.mean() or 1.0)
    damping = _SATURATION * (1 - _LENGTH + _LENGTH * relative[cells.rows])
    times = cells.counts
    grown = telling[cells.columns] * times * (_SATURATION + 1) / (times + damping)
    return np.asarray(grown, np.float32)
