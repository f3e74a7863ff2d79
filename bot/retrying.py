"""What becomes of a message that was not accepted: by the kind of failure and the tries so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from bot.channels.base import (
    ContactStopped,
    Rejected,
    SendError,
    Temporary,
    Throttled,
    Unauthorised,
)
from storage.models import OutboxState
from storage.repositories.outbox import Due

_LONGEST_TROUBLE = timedelta(days=3)
"""So long a message is tried that does not say itself when it is of no use any more."""
_MOST_BROKEN = 3
"""Tries of a message that breaks our own code: it hardly mends, and later ones wait behind it."""
_FIRST_BACKOFF = timedelta(seconds=2)
_LONGEST_BACKOFF = timedelta(minutes=15)
_MOST_DOUBLINGS = 10
"""Enough to reach the longest backoff."""
_TOKEN_WAIT = timedelta(minutes=5)


class Broken(Temporary):
    """An error that is no answer of the platform."""

    code = "internal"


@dataclass(frozen=True, slots=True)
class Decision:
    """What to do with a message that was not accepted."""

    state: OutboxState | None
    """End to put it at, or None to try again."""
    wait: timedelta = timedelta()
    counts: bool = True
    """Whether this was an attempt of the message's own."""
    broken: bool = False
    """Whether it is counted among those that our own code broke off."""


def decide(error: SendError, message: Due, now: datetime) -> Decision:
    """The retry policy for *message*, which failed just now; its counts are those before."""
    match error:
        case ContactStopped():
            return Decision(OutboxState.STOPPED)
        case Rejected():
            return Decision(OutboxState.FAILED)
        case Throttled():
            return Decision(None, error.wait, counts=False)
        case Unauthorised():
            return Decision(None, _TOKEN_WAIT, counts=False)
    broken = isinstance(error, Broken)
    if _is_hopeless(message, now, broken=broken):
        return Decision(OutboxState.FAILED)
    doublings = min(message.broken if broken else message.attempts, _MOST_DOUBLINGS)
    wait = min(_LONGEST_BACKOFF, _FIRST_BACKOFF * 2**doublings)
    return Decision(None, wait, counts=not broken, broken=broken)


def _is_hopeless(message: Due, now: datetime, *, broken: bool) -> bool:
    if broken:
        return message.broken + 1 >= _MOST_BROKEN
    return message.not_after is None and now - message.created_at >= _LONGEST_TROUBLE
