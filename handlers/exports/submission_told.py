"""What is told of submissions, for every order in which they stand."""

from __future__ import annotations

import asyncio
from collections.abc import Mapping, Sequence

from handlers.exports.columns import Facts
from handlers.exports.submission_cells import FACTS, Cells
from handlers.exports.tables import Cell
from storage.queries import Queries, SubmissionPlace, SubmissionRow


class Told:
    """Reads and masks each submission once, and keeps its words.

    To take people out of a text takes a millisecond, so that happens in a thread.
    """

    def __init__(self, queries: Queries, cells: Cells) -> None:
        self._queries = queries
        self._cells = cells
        self._kept: dict[int, tuple[Cell, ...]] = {}

    async def read(self, page: Sequence[SubmissionPlace]) -> None:
        """Make sure that *page* can be told; those that are gone are not."""
        new = [one for one in page if one.id not in self._kept]
        if new:
            rows = await self._queries.submission_rows([one.id for one in new])
            await asyncio.to_thread(self._keep, new, rows)

    def of(self, place: SubmissionPlace, number: int) -> Facts | None:
        """What is told of a submission that was read, as line *number*; None when it is gone."""
        kept = self._kept.get(place.id)
        return None if kept is None else dict(zip(FACTS, kept, strict=True), number=number)

    def _keep(self, places: Sequence[SubmissionPlace], rows: Mapping[int, SubmissionRow]) -> None:
        for place in places:
            if place.id in rows:
                facts = self._cells.of(place, rows[place.id])
                # a third of what they take by name
                self._kept[place.id] = tuple(facts[name] for name in FACTS)
