"""What stays together on paper: the name of a group and its first row, the last row, the total and
the signatures."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from handlers.exports.measuring import LINE_HEIGHT
from handlers.exports.paging import Pages
from handlers.exports.tables import Row


@dataclass(slots=True)  # frozen ones take several times as long to make
class Piece:
    """Something that no page tears apart, *height* points high."""

    height: float
    draw: Callable[[], None]
    opens: bool = False
    """It stays with what comes after it."""
    closes: bool = False
    """It stays with what came before it."""
    row: Row | None = None
    """What may still be divided, where a whole page is too small for all that stays together."""
    begins: bool = True
    """The row begins here, and not in a piece above."""


class Blocks:
    """Draws pieces in their order, and begins a page before those that must not be torn apart."""

    def __init__(
        self,
        pages: Pages,
        titles: float,
        new_page: Callable[[], None],
        divide: Callable[[Piece, int], list[Piece]],
    ) -> None:
        """*titles*: their height; *divide*: a row in pieces of at most so many lines."""
        self._pages = pages
        self._whole = pages.room - titles
        self._new_page = new_page
        self._divide = divide
        self._held: list[Piece] = []

    def take(self, pieces: Sequence[Piece]) -> None:
        """Draw *pieces*, the last ones when it is known what comes next."""
        for piece in pieces:
            if not self._joined(piece):
                self.flush()
            self._held.append(piece)

    def flush(self) -> None:
        """Draw what waits."""
        block, self._held = self._held, []
        self._put(block)

    def fill(
        self, above: Sequence[Piece], empty: Piece, fewest: int, below: Sequence[Piece]
    ) -> None:
        """A page with *above*, as many of *empty* as it has room for, and *below*."""
        kept, first = _sum((*above, *below)), 0
        least = fewest * empty.height
        while first < len(above) and (kept + least > self._whole or self._joined(above[first])):
            kept -= above[first].height
            self.take(above[first : first + 1])
            first += 1
        self.flush()
        if self._pages.left < kept + least:
            self._new_page()
        count = max(fewest, int((self._pages.left - kept) / empty.height))
        for piece in (*above[first:], *[empty] * count, *below):
            piece.draw()

    def _joined(self, piece: Piece) -> bool:
        """Whether *piece* stays with what waits."""
        return bool(self._held) and (piece.closes or self._held[-1].opens)

    def _put(self, block: Sequence[Piece]) -> None:
        height = _sum(block)
        if height > self._whole:
            at = next((at for at, one in enumerate(block) if one.row is not None), 0)
            parts = self._parts(block[at], height)
            if len(parts) > 1:
                self._put([*block[:at], parts[0]])
                for part in parts[1:-1]:
                    self._put([part])
                self._put([parts[-1], *block[at + 1 :]])
                return
        if height > self._pages.left:
            self._new_page()
        for piece in block:
            piece.draw()

    def _parts(self, piece: Piece, height: float) -> list[Piece]:
        """A row in parts that fit on a page with all else of its block, which is *height* high."""
        room = self._whole - (height - piece.height)
        return self._divide(piece, max(1, int(room / LINE_HEIGHT) - 1))


def _sum(pieces: Sequence[Piece]) -> float:
    return sum(one.height for one in pieces)
