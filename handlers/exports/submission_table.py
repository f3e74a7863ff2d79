"""The sheets of the summary table: by field then village, by village then field, and counts."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from itertools import groupby

from handlers.exports.base import Source
from handlers.exports.submission_axes import Axes, Axis, GroupKey
from handlers.exports.submission_cells import Cells
from handlers.exports.submission_places import pages
from handlers.exports.tables import Band, Batches, Column, Kind, Line, Row, Sheet, Total
from handlers.services.masking import Mask
from storage.queries import SubmissionPlace


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
        self._cells = Cells(source, self._axes, mask)

    def by_topic(self) -> Sheet:
        """Field, then village, then order of arrival."""
        return self._sheet("topic", self._axes.topic_of, self._axes.village_of, self._axes.topics)

    def by_village(self) -> Sheet:
        """Village, then field, then order of arrival."""
        return self._sheet(
            "village", self._axes.village_of, self._axes.topic_of, self._axes.villages
        )

    def counts(self) -> Sheet:
        """How many of each field came from each village, with both totals."""
        say = self._source.say
        return Sheet(
            say("export-sheet-counts"),
            self._source.heading(self._title("counts"), *self._remarks()),
            (
                Column(say("export-column-number"), 5, Kind.NUMBER),
                Column(say("export-column-village"), 22),
                *(Column(label, 13, Kind.NUMBER) for label in self._axes.topics.labels),
                Column(say("export-column-sum"), 10, Kind.NUMBER),
            ),
            self._count_lines,
        )

    def _sheet(self, name: str, first: GroupKey, then: GroupKey, axis: Axis) -> Sheet:
        ordered = sorted(self._places, key=lambda one: (first(one), then(one), one.id))
        return Sheet(
            self._source.say(f"export-sheet-{name}"),
            self._source.heading(self._title(name), *self._remarks()),
            self._cells.columns(),
            lambda: self._lines(ordered, first, axis),
        )

    def _title(self, name: str) -> str:
        kind = "public" if self._mask else "full"
        return self._source.say(f"export-title-submissions-{kind}-{name}")

    def _remarks(self) -> tuple[str, ...]:
        say, today = self._source.say, f"{self._source.today:%d/%m/%Y}"
        made = say("export-made-on", date=today, count=len(self._places))
        if self._mask:
            return (made, say("export-public-note"))
        if not self._source.options.full_phones:
            made = f"{made}. {say('export-numbers-hidden')}"
        return (made, say("export-urgent-apart", count=self._apart)) if self._apart else (made,)

    async def _lines(
        self, ordered: Sequence[SubmissionPlace], first: GroupKey, axis: Axis
    ) -> Batches:
        sizes = Counter(first(one) for one in ordered)
        number, current = 0, -1
        for page in pages(ordered):
            rows = await self._source.queries.submission_rows([one.id for one in page])
            lines: list[Line] = []
            for at, group in groupby(page, key=first):
                if at != current:
                    lines.append(self._group_band(axis.labels[at], sizes[at]))
                    current = at
                for place in group:
                    if place.id in rows:
                        number += 1
                        lines.append(Row(self._cells.of(number, place, rows[place.id])))
            yield lines
        label = self._source.say("export-total-submissions", count=len(ordered))
        yield [Total(label, len(self._cells.columns()))]

    def _group_band(self, label: str, count: int) -> Band:
        return Band(self._source.say("export-group", label=label, count=count))

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
        yield lines
