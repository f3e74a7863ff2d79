"""Questions, petitions and feedback of a dialogue session, as the commune's summary table.

Columns as communes write them for "bảng tổng hợp ý kiến, kiến nghị": by field then village, by
village then field, and a table of counts. What tells of danger stands in a list of its own, see
``urgent``. The version for the public drops names, households and who answered, and masks people
within the texts.
"""

from __future__ import annotations

from handlers.context import Work
from handlers.exports.base import Export, Scope, Selection, Source
from handlers.exports.submission_places import pages, places_of
from handlers.exports.submission_table import SubmissionTable
from handlers.exports.tables import Book
from handlers.services.masking import Mask


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
        """Two orders of the same lines, and the counts; for other programs one order."""
        apart = 0 if self.public else await source.queries.urgent_count(source.scope.submissions)
        table = SubmissionTable(source, selection.places, await self._mask(source), apart)
        return Book((table.by_topic(), table.by_village(), table.counts()), table.plain())

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
            health_sign=source.say("export-masked-health"),
        )
