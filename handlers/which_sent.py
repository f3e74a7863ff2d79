"""What somebody sent, to choose from: shared by the flows that show it and put it right."""

from __future__ import annotations

from collections.abc import Collection, Iterable

from handlers.captions import marked
from handlers.context import Turn
from handlers.flow import Option, option
from handlers.services import codes, submission_reading
from storage.models import Submission

_LABEL_SYLLABLES = 7


async def of_speaker(turn: Turn) -> list[Submission]:
    """What who speaks has sent, the newest first."""
    mine = await submission_reading.of_actor(turn.work)
    return [one for one in mine if may_see(turn, one)]


def may_see(turn: Turn, row: Submission) -> bool:
    """Whether it is told in full to who speaks: nothing of the owner's to a neighbour."""
    return turn.is_theirs(row.asker_name, row.asked_for)


def note_others(turn: Turn, rows: Iterable[Submission]) -> None:
    """What of *rows* was asked for somebody else can be found again where it was shown."""
    turn.work.seen.update(one.id for one in rows if one.asked_for is not None)


def label(turn: Turn, row: Submission, kinds: Collection[str]) -> Option:
    """One of them by code and first words."""
    answered = "answered" if row.state in submission_reading.ANSWERED_STATES else "waiting"
    if row.danger is not None:  # who did it may hold the same phone
        code = {"code": codes.shown(row.code)}
        return option(str(row.id), label=turn.say(f"mine-label-code-{answered}", code))
    if row.asked_for is not None:  # of somebody else: opened only on purpose
        whose = {"code": codes.shown(row.code), "name": row.asker_name or ""}
        return option(str(row.id), label=turn.say(f"mine-label-other-{answered}", whose))
    words = row.text.split()
    short = " ".join(words[:_LABEL_SYLLABLES]) + ("…" if len(words) > _LABEL_SYLLABLES else "")
    label = turn.say(
        f"mine-label-{answered}",
        {"code": codes.shown(row.code), "text": marked(turn, short, kinds)},
    )
    return option(str(row.id), label=label)
