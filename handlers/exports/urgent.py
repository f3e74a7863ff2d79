"""What tells of danger, in a list of its own: for officials, never for a meeting or a notice board.

Who was beaten, who does not want to live: such words must not lie on the table of a meeting. So
they stand in no other list, and this one has the number to call back.
"""

from __future__ import annotations

from collections.abc import Sequence

from handlers.context import Work
from handlers.exports.base import Export, Scope, Selection, Source
from handlers.exports.remarks import asker_of, note_of
from handlers.exports.submission_places import pages, places_of
from handlers.exports.tables import Batches, Book, Cell, Column, Kind, Line, Row, Sheet, Total
from handlers.services import codes
from handlers.texts import moment_words
from storage.queries import SubmissionPlace, SubmissionRow


class UrgentExport(Export):
    """Urgent submissions, the oldest first."""

    id = "submissions_urgent"
    nothing = "export-nothing-urgent"

    async def count(self, work: Work, scope: Scope) -> int:
        """How many there are."""
        return len(await places_of(work, scope, urgent=True))

    async def choose(self, work: Work, scope: Scope) -> Selection:
        """Those there are now; from here on they count as issued."""
        places = await places_of(work, scope, urgent=True)
        for page in pages(places):
            await work.uow.submissions.mark_issued([one.id for one in page], work.now)
        return Selection(len(places), tuple(places))

    async def book(self, source: Source, selection: Selection) -> Book:
        """One table."""
        say, places = source.say, selection.places
        made = say("export-made-on", date=f"{source.today:%d/%m/%Y}", count=len(places))
        sheet = Sheet(
            say("export-sheet-urgent"),
            source.heading(say("export-title-urgent"), made, say("export-urgent-note")),
            _columns(source),
            lambda: _lines(source, places),
        )
        return Book((sheet,))


def _columns(source: Source) -> tuple[Column, ...]:
    text, short = Kind.TEXT, Kind.SHORT
    columns = (
        ("number", 5, Kind.NUMBER),
        ("code", 11, short),
        ("received", 15, text),
        ("danger", 16, text),
        ("asker", 16, text),
        ("phone", 13, short),
        ("village", 10, text),
        ("text", 44, text),
        ("state", 11, text),
        ("answer", 36, text),
        ("note", 14, text),
    )
    return tuple(
        Column(source.say(f"export-column-{name}"), width, kind) for name, width, kind in columns
    )


async def _lines(source: Source, places: Sequence[SubmissionPlace]) -> Batches:
    villages = {village.id: village.name for village in source.villages}
    number = 0
    for page in pages(places):
        rows = await source.queries.submission_rows([one.id for one in page])
        lines: list[Line] = []
        for place in page:
            if place.id in rows:
                number += 1
                village = villages.get(place.village_id or 0, source.say("export-no-village"))
                lines.append(Row(_cells(source, number, village, rows[place.id])))
        yield lines
    label = source.say("export-total-urgent", count=len(places))
    yield [Total(label, len(_columns(source)))]


def _cells(source: Source, number: int, village: str, row: SubmissionRow) -> tuple[Cell, ...]:
    return (
        number,
        codes.shown(row.code),
        moment_words(row.created_at),
        source.word("inbox-danger", row.danger or ""),
        asker_of(source, row),
        row.phone or "",
        village,
        row.text,
        source.word("inbox-state", row.state.value),
        row.answer.text if row.answer else "",
        note_of(source, row),
    )
