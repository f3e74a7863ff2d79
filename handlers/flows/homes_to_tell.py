"""A village head asks which homes no message reaches: they are told in person."""

from __future__ import annotations

from handlers import head_words
from handlers.context import Turn
from handlers.flow import HEADS, Flow, Outcome, done
from handlers.heads import Where, said
from handlers.services import head_notices

flow = Flow(
    "homes_to_tell",
    roles=HEADS,
    triggers=("chua nhan tin", "chua nhan duoc tin", "nha chua bao", "cac nha chua bao"),
    phrases=(head_words.NOT_REACHED,),
    interruptible=False,
)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Settle the village, then name the homes."""
    return await where.start(turn)


async def _homes(turn: Turn) -> Outcome:
    village_id, language = turn.data["village_id"], turn.person.language
    told = await head_notices.homes_to_tell(turn.work, village_id, language)
    if turn.work.door.foreign:
        told = [outside for one in told if (outside := one.outside())]
    return done(*(said("heads-homes", homes=one.text) for one in told))


where = Where(flow, _homes, meeting=False)
