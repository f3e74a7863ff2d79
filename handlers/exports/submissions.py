"""Questions, petitions and feedback of a dialogue session, as the commune's summary table.

Columns as communes write them for "bảng tổng hợp ý kiến, kiến nghị": by field then village, by
village then field, and a table of counts. What tells of danger stands in a list of its own, see
``urgent``. The version for the public drops names, households and who answered, and masks people
within the texts.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from itertools import groupby

from handlers.context import Work
from handlers.exports.base import Export, Scope, Selection, Source
from handlers.exports.remarks import asker_of, note_of
from handlers.exports.tables import Band, Batches, Book, Cell, Column, Kind, Line, Row, Sheet, Total
from handlers.services import codes
from handlers.services.masking import Mask
from handlers.texts import local
from storage.models import SubmissionState
from storage.queries import SubmissionPlace, SubmissionRow

PAGE = 2000
"""Lines that are read at once; twice as many are in memory. Smaller pages cost more round trips."""
_KEYS_AT_ONCE = 2000
_COMMUNE_DECIDED = frozenset({SubmissionState.ANSWERED, SubmissionState.EXPLAINED})

GroupKey = Callable[[SubmissionPlace], int]


class SubmissionsExport(Export):
    """The full table, for officials only."""

    id = "submissions"

    async def count(self, work: Work, scope: Scope) -> int:
        """How many submissions there are."""
        return len(await places_of(work, scope))

    async def choose(self, work: Work, scope: Scope) -> Selection:
        """The submissions there are now; from here on they count as issued."""
        places = await places_of(work, scope)
        if not self.public:
            for page in pages(places):
                await work.uow.submissions.mark_issued([one.id for one in page], work.now)
        return Selection(len(places), tuple(places))

    async def book(self, source: Source, selection: Selection) -> Book:
        """Two orders of the same lines, and the counts."""
        apart = 0 if self.public else await source.queries.urgent_count(source.scope.submissions)
        table = _Table(source, selection.places, await self._mask(source), apart)
        return Book((table.by_topic(), table.by_village(), table.counts()))

    async def _mask(self, source: Source) -> Mask | None:
        return None


class PublicSubmissionsExport(SubmissionsExport):
    """The table for everybody: no name, no household, no number of a person."""

    id = "submissions_public"
    public = True

    async def _mask(self, source: Source) -> Mask:
        meeting = source.scope.meeting
        names = await source.queries.known_names(meeting.id if meeting else None, source.commune.id)
        return Mask(
            names,
            name_sign=source.say("export-masked-name"),
            number_sign=source.say("export-masked-number"),
            withheld_sign=source.say("export-withheld"),
        )


async def places_of(work: Work, scope: Scope, *, urgent: bool = False) -> list[SubmissionPlace]:
    """The submissions of *scope*: those that tell of danger, or all others."""
    found: list[SubmissionPlace] = []
    while True:
        page = await work.uow.queries.submission_places(
            scope.submissions,
            urgent=urgent,
            after_id=found[-1].id if found else 0,
            limit=_KEYS_AT_ONCE,
        )
        found += page
        if len(page) < _KEYS_AT_ONCE:
            return found


def pages(places: Sequence[SubmissionPlace]) -> Iterator[Sequence[SubmissionPlace]]:
    """*places* in pieces of which the lines are read at once."""
    for start in range(0, len(places), PAGE):
        yield places[start : start + PAGE]


@dataclass(frozen=True, slots=True)
class _Axis:
    """The groups of one order, in the order in which they stand: what they are called."""

    ids: tuple[str | int | None, ...]
    labels: tuple[str, ...]


class _Table:
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
        self._topics = self._topic_axis()
        self._villages = self._village_axis()
        self._topic_at = {id_: at for at, id_ in enumerate(self._topics.ids)}
        self._village_at = {id_: at for at, id_ in enumerate(self._villages.ids)}
        self._office = source.say("export-office-of", commune=source.commune.name)

    # -- the three sheets ------------------------------------------------------------------------

    def by_topic(self) -> Sheet:
        """Field, then village, then order of arrival."""
        return self._sheet("topic", self._topic_of, self._village_of, self._topics)

    def by_village(self) -> Sheet:
        """Village, then field, then order of arrival."""
        return self._sheet("village", self._village_of, self._topic_of, self._villages)

    def counts(self) -> Sheet:
        """How many of each field came from each village, with both totals."""
        say = self._source.say
        return Sheet(
            say("export-sheet-counts"),
            self._source.heading(self._title("counts"), *self._remarks()),
            (
                Column(say("export-column-number"), 5, Kind.NUMBER),
                Column(say("export-column-village"), 22),
                *(Column(label, 13, Kind.NUMBER) for label in self._topics.labels),
                Column(say("export-column-sum"), 10, Kind.NUMBER),
            ),
            self._count_lines,
        )

    def _sheet(self, name: str, first: GroupKey, then: GroupKey, axis: _Axis) -> Sheet:
        ordered = sorted(self._places, key=lambda one: (first(one), then(one), one.id))
        return Sheet(
            self._source.say(f"export-sheet-{name}"),
            self._source.heading(self._title(name), *self._remarks()),
            self._columns(),
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
        return (made, say("export-urgent-apart", count=self._apart)) if self._apart else (made,)

    def _columns(self) -> tuple[Column, ...]:
        text, short = Kind.TEXT, Kind.SHORT
        columns = (
            ("number", 5, Kind.NUMBER),
            ("code", 11, short),
            ("asker", 16, text),
            ("village", 10, text),
            ("text", 40, text),
            ("topic", 13, text),
            ("kind", 9.5, short),
            ("competence", 9, short),
            ("answered-by", 14, text),
            ("answer", 36, text),
            ("form", 10, short),
            ("due", 11, Kind.DATE),
            ("state", 10.5, text),
            ("note", 14, text),
        )
        return tuple(
            Column(self._source.say(f"export-column-{name}"), width, kind)
            for name, width, kind in columns
            if not (self._mask and name == "asker")
        )

    # -- lines -----------------------------------------------------------------------------------

    async def _lines(
        self, ordered: Sequence[SubmissionPlace], first: GroupKey, axis: _Axis
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
                        lines.append(Row(self._cells(number, place, rows[place.id])))
            yield lines
        label = self._source.say("export-total-submissions", count=len(ordered))
        yield [Total(label, len(self._columns()))]

    def _group_band(self, label: str, count: int) -> Band:
        return Band(self._source.say("export-group", label=label, count=count))

    def _cells(self, number: int, place: SubmissionPlace, row: SubmissionRow) -> tuple[Cell, ...]:
        source, answer = self._source, row.answer
        asker = () if self._mask else (asker_of(self._source, row),)
        return (
            number,
            codes.shown(row.code),
            *asker,
            self._villages.labels[self._village_of(place)],
            self._words(row.text),
            self._topics.labels[self._topic_of(place)],
            source.word("inbox-kind", row.kind.value),
            self._competence(row),
            self._answered_by(row),
            self._answer(row),
            source.word("export-form", answer.form.value) if answer else "",
            _day(row),
            source.word("inbox-state", row.state.value),
            note_of(self._source, row),
        )

    def _words(self, text: str) -> str:
        return self._mask(text) if self._mask else text

    def _competence(self, row: SubmissionRow) -> str:
        """Who decides, as far as what was done with it shows; left for a person otherwise."""
        say = self._source.say
        if row.went_up:
            return say("export-competence-upper")
        if row.state is SubmissionState.REDIRECTED:
            return say("export-competence-other")
        if row.answer is not None or row.state in _COMMUNE_DECIDED:
            return say("export-competence-commune")
        return ""

    def _answered_by(self, row: SubmissionRow) -> str:
        if row.answer is None:
            return ""
        if self._mask or not row.answer.answered_by:
            return self._office
        return f"{self._office}\n{row.answer.answered_by}"

    def _answer(self, row: SubmissionRow) -> str:
        if row.answer is None:
            return ""
        text = self._words(row.answer.text)
        if not row.answer.legal_basis:
            return text
        return f"{text}\n({self._words(row.answer.legal_basis)})"

    async def _count_lines(self) -> Batches:
        counts = Counter((self._village_of(one), self._topic_of(one)) for one in self._places)
        topics = range(len(self._topics.ids))
        lines: list[Line] = []
        for at, village in enumerate(self._villages.labels):
            cells = [counts[at, topic] for topic in topics]
            lines.append(Row((at + 1, village, *cells, sum(cells))))
        sums = [sum(counts[at, topic] for at in range(len(lines))) for topic in topics]
        cells_of_total = dict(enumerate([*sums, sum(sums)], start=2))
        lines.append(Total(self._source.say("export-total"), 2, cells_of_total))
        yield lines

    # -- groups ----------------------------------------------------------------------------------

    def _topic_of(self, place: SubmissionPlace) -> int:
        return self._topic_at[place.topic]

    def _village_of(self, place: SubmissionPlace) -> int:
        return self._village_at[place.village_id]

    def _topic_axis(self) -> _Axis:
        """Fields of the dialogue session first, then others that came; unknown ones last."""
        found = {one.topic for one in self._places}
        meeting = self._source.scope.meeting
        announced = dict.fromkeys(meeting.topics if meeting else ())
        others = sorted(topic for topic in found if topic is not None and topic not in announced)
        ids = (*announced, *others, *((None,) if None in found else ()))
        return _Axis(ids, tuple(self._source.topic(topic) for topic in ids))

    def _village_axis(self) -> _Axis:
        """Invited villages, then others that sent something; an unknown village last."""
        found = {one.village_id for one in self._places}
        names = {village.id: village.name for village in self._source.villages}
        invited = self._source.seats()
        others = [id_ for id_ in names if id_ in found and id_ not in invited]
        # A village that is not among the commune's any more keeps its line.
        gone = sorted(
            id_ for id_ in found if id_ is not None and id_ not in names and id_ not in invited
        )
        ids = (*invited, *others, *gone, *((None,) if None in found else ()))
        unknown = self._source.say("export-no-village")
        return _Axis(ids, tuple(unknown if id_ is None else names.get(id_, unknown) for id_ in ids))


def _day(row: SubmissionRow) -> date | None:
    return local(row.due_at).date() if row.due_at else None
