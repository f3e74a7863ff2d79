"""The announcement for a village head to pass on and to read out, and how many seats are left."""

from __future__ import annotations

from handlers import head_words
from handlers.context import Turn
from handlers.flow import HEADS, Flow, Outcome, Say, done
from handlers.heads import Where, said
from handlers.services import notice_words, seats

flow = Flow(
    "forward_notice",
    roles=HEADS,
    triggers=(
        "bao hop",
        "loi bao hop",
        "lay loi bao",
        "thong bao",
        "gui thong bao",
        "doc loa",
        "loi doc loa",
        "bai doc loa",
    ),
    phrases=(head_words.NOTICE,),
    interruptible=False,
)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Settle village and meeting, then give the text."""
    return await where.start(turn)


async def _give(turn: Turn) -> Outcome:
    data = turn.data
    meeting = await seats.meeting_of(turn.work, data["dialogue_session_id"])
    notice = await notice_words.notice(turn.work, meeting, passed_on=True)
    now = await seats.count(turn.work, meeting.id, data["village_id"])
    key = "forward-left" if now.left else "forward-full"
    left = said(key, village=data["village"], left=now.left)
    # The notice stands alone in its message, so that it can be forwarded as it is.
    alone = Say("forward-text", {"notice": notice}, alone=True)
    spoken = await notice_words.loudspeaker(turn.work, meeting)
    aloud = Say("forward-text", {"notice": spoken}, alone=True)
    return done(said("forward-intro"), alone, said("forward-loudspeaker"), aloud, left)


where = Where(flow, _give)
