"""Which submissions stand in a list, read page by page."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from handlers.context import Work
from handlers.exports.base import Scope
from storage.queries import SubmissionPlace

PAGE = 1000
"""Lines that are read at once. Smaller pages cost more round trips."""
_KEYS_AT_ONCE = 2000


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
