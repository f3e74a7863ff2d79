"""Submissions that belong to no dialogue session: sent before one was announced.

The next session that is announced for their village takes them in, so that they stand in its
lists and are answered there. So does the next one to come when their session is cancelled.
"""

from __future__ import annotations

from handlers.context import Work
from handlers.services import meetings
from handlers.services.submissions import WAITING_STATES
from storage.models import DialogueSession, SubmissionState
from storage.repositories.submissions import SubmissionFilter

_STATES = tuple(WAITING_STATES)
_KEPT = tuple(one for one in SubmissionState if one is not SubmissionState.WITHDRAWN)


async def adopt(work: Work, meeting: DialogueSession) -> int:
    """Open submissions of the invited villages that belong to none now belong to *meeting*.

    Those that name no village too: after the announcement they would have been linked to it. The
    commune is held alone first: whoever sends one meanwhile (``submissions.receive``) is either
    through and found here, or waits and then sees the announced session. How many there were.
    """
    await work.uow.units.hold(meeting.unit_id, alone=True)
    villages = [quota.village_id for quota in meeting.quotas]
    ids = await work.uow.submissions.adopt(meeting.id, meeting.unit_id, villages, _STATES)
    if ids:
        work.audit(
            "submissions.adopted",
            "dialogue_session",
            meeting.id,
            unit_id=meeting.unit_id,
            count=len(ids),
        )
    return len(ids)


async def release(work: Work, meeting: DialogueSession) -> None:
    """Open submissions of a cancelled *meeting* go to the next one of their village, or to none.

    By the rule of :func:`adopt`: each announced meeting to come takes in what it is invited for.
    """
    await work.uow.units.hold(meeting.unit_id, alone=True)
    ids = await work.uow.submissions.release(meeting.id, _STATES)
    if not ids:
        return
    work.audit(
        "submissions.released",
        "dialogue_session",
        meeting.id,
        unit_id=meeting.unit_id,
        count=len(ids),
    )
    for other in await meetings.not_over(work, meeting.unit_id):
        await adopt(work, other)


def of_none(commune_id: int) -> SubmissionFilter:
    """All submissions of a commune that belong to no session, answered ones too."""
    return SubmissionFilter(commune_id=commune_id, states=_KEPT, without_session=True)


def loose(commune_id: int) -> SubmissionFilter:
    """Open submissions of a commune that belong to no session yet."""
    return SubmissionFilter(commune_id=commune_id, states=_STATES, without_session=True)
