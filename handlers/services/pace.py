"""How fast somebody writes: so many messages a minute are read, and nobody has to guess which.

What comes on top is neither read nor kept; after the minute the person is told how many those were.
"""

from __future__ import annotations

from datetime import datetime, timedelta

from handlers.context import Work
from handlers.messages import Reply
from storage.models import Conversation, Person, Priority

_MINUTE = timedelta(minutes=1)
_A_BREATH = timedelta(seconds=1)
_AT_ONCE = 200


def begin(talk: Conversation, now: datetime, most: int) -> int:
    """Begin a new minute when the last one is over; how many messages of that were not read."""
    started = talk.window_started_at
    if started is not None and now - started < _MINUTE:
        return 0
    unread = _unread(talk, most)
    talk.window_started_at, talk.window_count = now, 0
    return unread


def is_full(talk: Conversation, most: int) -> bool:
    """Whether *most* messages of the running minute were read, so that no other is."""
    return talk.window_count >= most


def has_breath(talk: Conversation, now: datetime) -> bool:
    """Whether the last message was read a moment ago, and not in the same instant."""
    return now - talk.updated_at >= _A_BREATH


def leave_unread(talk: Conversation) -> None:
    """Count a message of the running minute that is not read."""
    talk.window_count += 1


def read(talk: Conversation, most: int) -> int:
    """The messages of the running minute with one that is read.

    What is read although the minute is full, because of a danger, does not count.
    """
    return talk.window_count + (0 if is_full(talk, most) else 1)


def patience(work: Work, person: Person, talk: Conversation, most: int) -> list[Reply]:
    """What is said to a message that is not read: once a plea for patience, then nothing."""
    if _unread(talk, most) != 1:
        return []
    return [Reply(work.texts.render(person.language, "too-fast"))]


def not_read(work: Work, person: Person, unread: int) -> Reply:
    """That *unread* messages of an earlier minute were not read."""
    return Reply(work.texts.render(person.language, "too-fast-unread", {"count": unread}))


async def tell(work: Work) -> int:
    """Tell everybody whose minute is over and who has not written since; how many were told.

    It answers what they sent a moment ago, so it comes at night, too.
    """
    most = work.rules.turns_per_minute
    flooded = await work.uow.due_talks.flooded(work.now - _MINUTE, most, _AT_ONCE)
    for talk in flooded:
        reply = not_read(work, talk.address.person, _unread(talk, most))
        talk.window_started_at, talk.window_count = None, 0
        work.queue(talk.address, reply, purpose="reply", priority=Priority.NOTICE)
    return len(flooded)


def _unread(talk: Conversation, most: int) -> int:
    return max(0, talk.window_count - most)
