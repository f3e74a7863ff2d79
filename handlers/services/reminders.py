"""One reminder to people who stopped in the middle of something."""

from __future__ import annotations

from datetime import datetime, time

from handlers.context import Work
from handlers.messages import Reply
from handlers.texts import local
from storage.models import Priority

RESUME = "resume_draft"
"""The flow that asks whether to go on with what is not finished."""
GONE = "words_gone"
"""The flow that asks again for words that were not kept."""

_QUIET_FROM, _QUIET_UNTIL = time(20, 30), time(6, 30)
_AT_ONCE = 200
_NOT_BEGUN = frozenset({"help", RESUME})
_GUARD = "guard_"


async def remind(work: Work) -> int:
    """Remind everybody whose open talk was silent for ``Rules.idle_hours``, once; how many.

    In the same conversation, without a word of what it was about: others may read the phone.
    Nobody is told at night, nor after DỪNG. What is still held of the draft stays.
    """
    if is_quiet(work.now):
        return 0
    reminded = 0
    for talk in await work.uow.due_talks.silent(work.now, _AT_ONCE):
        talk.reminded = True
        if not talk.frames or not is_draft(str(talk.frames[-1]["flow"])):
            continue
        person = talk.address.person
        gone = talk.frames[-1]["flow"] == GONE
        key = "resume-reminder-gone" if gone else "resume-reminder"
        text = work.texts.render(person.language, key)
        work.queue(talk.address, Reply(text), purpose="reminder", priority=Priority.NOTICE)
        work.audit("conversation.reminded", "conversation", talk.id)
        reminded += 1
    return reminded


def is_quiet(now: datetime) -> bool:
    """Whether people sleep: 20:30 to 6:30 in Việt Nam."""
    clock = local(now).time()
    return clock >= _QUIET_FROM or clock < _QUIET_UNTIL


def is_draft(flow: str) -> bool:
    """Whether people are reminded of an open *flow*.

    What a guard said is no draft, and a word about it might endanger somebody.
    """
    return flow not in _NOT_BEGUN and not flow.startswith(_GUARD)
