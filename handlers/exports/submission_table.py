"""The sheets of the summary table: by field then village, by village then field, and counts."""

from __future__ import annotations

import asyncio
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass

from handlers.exports import paging
from handlers.exports.base import Source
from handlers.exports.columns import Stack, apart, columns, row
from handlers.exports.submission_axes import Axes, Axis, GroupKey
from handlers.exports.submission_cells import FACTS, Cells
from handlers.exports.submission_places import pages
from handlers.exports.submission_told import Told
from handlers.exports.tables import Band, Batches, Column, Kind, Line, Row, Sheet, Total
from handlers.services.masking import Mask
from storage.queries import SubmissionPlace

_VILLAGE = 1
"""The column of the counts with the names of villages."""


@dataclass(frozen=True, slots=True)
class _Order:
    """By what the lines are grouped and sorted, and the groups."""

    name: str
    first: GroupKey
    then: GroupKey
    axis: Axis


class SubmissionTable:
    """The same submissions in two orders, and how many there are of each field and village."""

    def __init__(
        self,
        source: Source,
        places: Sequence[SubmissionPlace],
        mask: Mask | None,
        apart: int,
    ) -> None:
        """*apart*: how many urgent ones stand in a list of their own."""
        self._source = source
        self._mask = mask
        self._apart = apart
        self._places = places
        self._axes = Axes(source, places)
        self._told = Told(source.queries, Cells(source, self._axes, mask))

    def plain(self) -> Sheet:
        """Every fact in a column of its own, in the order of :meth:`by_topic`, for programs."""
        names = (name for name in ("number", *FACTS) if not (self._mask and name == "asker"))
        return self._sheet(self._topic_first(), apart(names))

    def by_topic(self) -> Sheet:
        """Field, then village, then order of arrival."""
        return self._sheet(self._topic_first(), self._stacks("village"))

    def by_village(self) -> Sheet:
        """Village, then field, then order of arrival."""
        axes = self._axes
        order = _Order("village", axes.village_of, axes.topic_of, axes.villages)
        return self._sheet(order, self._stacks("topic"))

    def _topic_first(self) -> _Order:
        axes = self._axes
        return _Order("topic", axes.topic_of, axes.village_of, axes.topics)

    def counts(self) -> Sheet:
        """How many of each field came from each village, with both totals."""
        say = self._source.say
        titles = (
            say("export-column-number"),
            say("export-column-village"),
            *self._axes.topics.labels,
            say("export-column-sum"),
        )
        widths = paging.filled((5, 22, *(9.5 for _ in self._axes.topics.labels), 8), kept=1)
        return Sheet(
            say("export-sheet-counts"),
            self._source.heading(self._title("counts"), *self._remarks()),
            tuple(
                Column(title, width, Kind.TEXT if at == _VILLAGE else Kind.NUMBER)
                for at, (title, width) in enumerate(zip(titles, widths, strict=True))
            ),
            self._count_lines,
        )

    def _sheet(self, order: _Order, stacks: Sequence[Stack]) -> Sheet:
        first, then = order.first, order.then
        ordered = sorted(self._places, key=lambda one: (first(one), then(one), one.id))
        return Sheet(
            self._source.say(f"export-sheet-{order.name}"),
            self._source.heading(self._title(order.name), *self._remarks()),
            columns(self._source, stacks),
            lambda: self._lines(ordered, order, stacks),
        )

    def _stacks(self, beside: str) -> tuple[Stack, ...]:
        """What stands on paper; *beside*: which of field and village the names of groups leave."""
        asker = () if self._mask else ("asker",)
        return (
            Stack(("number",), 4.5, Kind.NUMBER),
            Stack(("code", "kind"), 11, Kind.SHORT),
            Stack((*asker, beside), 14),
            Stack(("text",), 38),
            Stack(("competence", "answered-by"), 13),
            Stack(("answer",), 36),
            Stack(("form", "due", "state"), 11.5, Kind.SHORT),
            Stack(("note",), 12),
        )

    def _title(self, name: str) -> str:
        kind = "public" if self._mask else "full"
        return self._source.say(f"export-title-submissions-{kind}-{name}")

    def _remarks(self) -> tuple[str, ...]:
        say = self._source.say
        made = say("export-how-many", count=len(self._places))
        if self._mask:
            return (made, say("export-public-note"))
        if not self._source.options.full_phones:
            made = f"{made}. {say('export-numbers-hidden')}"
        return (made, say("export-urgent-apart", count=self._apart)) if self._apart else (made,)

    async def _lines(
        self, ordered: Sequence[SubmissionPlace], order: _Order, stacks: Sequence[Stack]
    ) -> Batches:
        run = _Run(self._source, self._told, order, stacks, ordered)
        for page in pages(ordered):
            await self._told.read(page)
            yield await asyncio.to_thread(run.lines, page)
        label = self._source.say("export-total-submissions", count=len(ordered))
        yield [Total(label, len(stacks)), self._source.signers()]

    async def _count_lines(self) -> Batches:
        counts = Counter(
            (self._axes.village_of(one), self._axes.topic_of(one)) for one in self._places
        )
        topics = range(len(self._axes.topics.ids))
        lines: list[Line] = []
        for at, village in enumerate(self._axes.villages.labels):
            cells = [counts[at, topic] for topic in topics]
            lines.append(Row((at + 1, village, *cells, sum(cells))))
        sums = [sum(counts[at, topic] for at in range(len(lines))) for topic in topics]
        cells_of_total = dict(enumerate([*sums, sum(sums)], start=2))
        lines.append(Total(self._source.say("export-total"), 2, cells_of_total))
        lines.append(self._source.signers())
        yield lines


class _Run:
    """The lines of one sheet, page by page: numbered, under the names of their groups."""

    def __init__(
        self,
        source: Source,
        told: Told,
        order: _Order,
        stacks: Sequence[Stack],
        places: Sequence[SubmissionPlace],
    ) -> None:
        self._source = source
        self._told = told
        self._order = order
        self._stacks = stacks
        self._sizes = Counter(order.first(one) for one in places)
        self._group = -1
        self._number = 1

    def lines(self, page: Sequence[SubmissionPlace]) -> list[Line]:
        """The lines of the next *page*, which was read."""
        lines: list[Line] = []
        for place in page:
            group = self._order.first(place)
            if group != self._group:
                self._group = group
                lines.append(self._band(group))
            facts = self._told.of(place, self._number)
            if facts is not None:
                self._number += 1
                lines.append(row(self._stacks, facts))
        return lines

    def _band(self, group: int) -> Band:
        label, count = self._order.axis.labels[group], self._sizes[group]
        return Band(self._source.say("export-group", label=label, count=count))
