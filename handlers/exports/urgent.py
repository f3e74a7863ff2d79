"""What tells of danger, in a list of its own: for officials, never for a meeting or a notice board.

Who was beaten, who does not want to live: such words must not lie on the table of a meeting. So
they stand in no other list, and this one has the number to call back.
"""

from __future__ import annotations

from collections.abc import Sequence

from handlers.context import Work
from handlers.exports.base import Export, Scope, Selection, Source
from handlers.exports.columns import Facts, Stack, apart, columns, row
from handlers.exports.remarks import asker_of, note_of
from handlers.exports.submission_places import pages, places_of
from handlers.exports.tables import Batches, Book, Kind, Line, Sheet, Total
from handlers.services import codes
from handlers.texts import moment_words
from storage.queries import SubmissionPlace, SubmissionRow

_FACTS = (
    *("number", "code", "received", "danger", "asker", "phone", "village", "text", "state"),
    *("answer", "note"),
)
_STACKS = (
    Stack(("number",), 4.5, Kind.NUMBER),
    Stack(("code", "received"), 13),
    Stack(("danger", "state"), 14),
    Stack(("asker", "phone", "village"), 15),
    Stack(("text",), 44),
    Stack(("answer",), 37),
    Stack(("note",), 12),
)


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
        made = say("export-how-many", count=len(places))
        heading = source.heading(say("export-title-urgent"), made, say("export-urgent-note"))

        def sheet(stacks: Sequence[Stack]) -> Sheet:
            return Sheet(
                say("export-sheet-urgent"),
                heading,
                columns(source, stacks),
                lambda: _lines(source, places, stacks),
            )

        return Book((sheet(_STACKS),), sheet(apart(_FACTS)))


async def _lines(
    source: Source, places: Sequence[SubmissionPlace], stacks: Sequence[Stack]
) -> Batches:
    villages = {village.id: village.name for village in source.villages}
    number = 0
    for page in pages(places):
        rows = await source.queries.submission_rows([one.id for one in page])
        lines: list[Line] = []
        for place in page:
            if place.id in rows:
                number += 1
                village = villages.get(place.village_id or 0, source.say("export-no-village"))
                lines.append(row(stacks, _facts(source, number, village, rows[place.id])))
        yield lines
    label = source.say("export-total-urgent", count=len(places))
    yield [Total(label, len(stacks)), source.signers()]


def _facts(source: Source, number: int, village: str, one: SubmissionRow) -> Facts:
    return {
        "number": number,
        "code": codes.shown(one.code),
        "received": moment_words(one.created_at),
        "danger": source.word("inbox-danger", one.danger or ""),
        "asker": asker_of(source, one),
        "phone": one.phone or "",
        "village": village,
        "text": one.text,
        "state": source.word("inbox-state", one.state.value),
        "answer": one.answer.text if one.answer else "",
        "note": note_of(source, one),
    }
