"""An inverted index on numpy: which rows hold a gram, and with what weight.

Two ways of weighing are offered: BM25 (rows are entries) and the cosine of TF-IDF vectors (rows
are single aliases).
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final, Literal

import numpy as np
from numpy.typing import NDArray

from faq.views import Grams, lookup, vocabulary

__all__ = ["Arrays", "Floats", "GramIndex", "Integers"]

Floats = NDArray[np.float32]
Integers = NDArray[np.int64]
Arrays = Mapping[str, NDArray[Any]]
Weighing = Literal["bm25", "cosine"]

_SATURATION: Final = 1.2
_LENGTH: Final = 0.6
# what one row in so many holds is multiplied as a dense matrix, the rest a few rows at a time
_DENSE_SHARE: Final = 24
_AT_ONCE: Final = 16


@dataclass(frozen=True)
class _Cells:
    """The filled cells of the table of grams by rows, ordered by gram."""

    columns: Integers
    rows: Integers
    counts: Floats


class GramIndex:
    """Rows of grams, turned round for fast scoring of one query."""

    def __init__(
        self,
        weighing: Weighing,
        rows: int,
        vocabulary: Grams,
        telling: Floats,
        starts: Integers,
        row_ids: Integers,
        weights: Floats,
    ) -> None:
        """Take what `of` made, or what `restored` found."""
        self.rows: Final = rows
        self.weighing: Final = weighing
        self._vocabulary: Final = vocabulary
        self._telling: Final = telling
        self._starts: Final = starts
        self._row_ids: Final = row_ids
        self._weights: Final = weights
        self._unknown: Final = float(np.log1p((rows + 0.5) / 0.5))

    @classmethod
    def of(
        cls, texts: Sequence[Grams], owners: Integers, rows: int, weighing: Weighing
    ) -> "GramIndex":
        """Index texts; `owners` names for each text the row that it belongs to."""
        known = vocabulary(texts)
        columns, _ = lookup(known, np.concatenate([np.zeros(0, np.uint64), *texts]))
        cells = _count(columns, np.repeat(owners, [len(text) for text in texts]), rows)
        held = np.bincount(cells.columns, minlength=len(known))
        telling = np.log1p((rows - held + 0.5) / (held + 0.5)).astype(np.float32)
        starts = np.searchsorted(cells.columns, np.arange(len(known) + 1)).astype(np.int64)
        weights = _weigh(cells, telling, rows, weighing)
        return cls(weighing, rows, known, telling, starts, cells.rows.astype(np.int64), weights)

    def arrays(self, name: str) -> Arrays:
        """Give everything as arrays, to be kept under names that begin with *name*."""
        return {
            f"{name}.rows": np.array(self.rows),
            f"{name}.vocabulary": self._vocabulary,
            f"{name}.telling": self._telling,
            f"{name}.starts": self._starts,
            f"{name}.row_ids": self._row_ids,
            f"{name}.weights": self._weights,
        }

    @classmethod
    def restored(cls, kept: Arrays, name: str, weighing: Weighing) -> "GramIndex":
        """Give the index whose `arrays` were kept; KeyError when some are missing."""
        fields = ("vocabulary", "telling", "starts", "row_ids", "weights")
        return cls(
            weighing, int(kept[f"{name}.rows"]), *(kept[f"{name}.{field}"] for field in fields)
        )

    def scores(self, query: Grams) -> tuple[Floats, float]:
        """Give the score of every row, and how much of the query's weight the index knows.

        Scores are relative to what the query could reach at best, so that they lie near 0..1
        whatever the number of rows; unknown grams count as rare ones.
        """
        grams, repeats = np.unique(query, return_counts=True)
        places, known = lookup(self._vocabulary, grams)
        telling = np.where(known, self._telling[places], self._unknown)
        if self.weighing == "cosine":
            weights = (1 + np.log(repeats)) * telling
            best = float(np.sqrt((weights * weights).sum()))
        else:
            weights = np.ones(len(grams))
            best = float((_SATURATION + 1) / 2 * telling.sum())
        total = float(telling.sum())
        if not known.any():
            return np.zeros(self.rows, np.float32), 0.0
        found = self._gather(places[known], (weights[known] / best).astype(np.float32))
        return found, float(telling[known].sum()) / total

    def likeness(self) -> Floats:
        """Give the score of every row for every row (cosine weighing only)."""
        lengths = np.diff(self._starts)
        columns = np.repeat(np.arange(len(lengths)), lengths)
        found = np.zeros((self.rows, self.rows), np.float32)
        frequent = np.flatnonzero(lengths * _DENSE_SHARE > self.rows)
        dense = np.zeros((self.rows, len(frequent)), np.float32)
        position = np.full(len(lengths), -1)
        position[frequent] = np.arange(len(frequent))
        is_dense = position[columns] >= 0
        dense[self._row_ids[is_dense], position[columns[is_dense]]] = self._weights[is_dense]
        np.matmul(dense, dense.T, out=found)
        rest = np.flatnonzero(~is_dense)
        by_row = rest[np.argsort(self._row_ids[rest], kind="stable")]
        borders = np.searchsorted(self._row_ids[by_row], np.arange(self.rows + 1))
        for begin in range(0, self.rows, _AT_ONCE):
            rows = found[begin : begin + _AT_ONCE]
            cells = by_row[borders[begin] : borders[begin + len(rows)]]
            targets = self._row_ids[cells] - begin
            rows += self._gather(columns[cells], self._weights[cells], targets, len(rows))
        return found

    def _gather(
        self, columns: Integers, weights: Floats, targets: Integers | None = None, count: int = 1
    ) -> Floats:
        """Add up what the grams in *columns* give every row, for *count* queries at once."""
        starts = self._starts[columns]
        lengths = self._starts[columns + 1] - starts
        before = np.cumsum(lengths) - lengths
        cells = np.repeat(starts - before, lengths)
        cells += np.arange(len(cells))
        products = self._weights.take(cells)
        products *= np.repeat(weights, lengths)
        places = self._row_ids.take(cells)
        if targets is not None:
            places = places + np.repeat(targets * self.rows, lengths)
        found = np.bincount(places, products, minlength=count * self.rows).astype(np.float32)
        return found if targets is None else found.reshape(count, self.rows)


def _weigh(cells: _Cells, telling: Floats, rows: int, weighing: Weighing) -> Floats:
    told = telling[cells.columns]
    if weighing == "cosine":
        weights = (1 + np.log(cells.counts)) * told
        squares = np.bincount(cells.rows, weights * weights, minlength=rows)
        return (weights / np.sqrt(squares)[cells.rows]).astype(np.float32)
    lengths = np.bincount(cells.rows, cells.counts, minlength=rows)
    relative = lengths / (lengths.mean() or 1.0)
    damping = _SATURATION * (1 - _LENGTH + _LENGTH * relative[cells.rows])
    return (told * cells.counts * (_SATURATION + 1) / (cells.counts + damping)).astype(np.float32)


def _count(columns: Integers, rows: Integers, total: int) -> _Cells:
    keys, counts = np.unique(columns * total + rows, return_counts=True)
    return _Cells(keys // total, keys % total, counts.astype(np.float32))
