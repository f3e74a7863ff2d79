"""What becomes of a message that was not accepted: by the kind of failure and the tries so far."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta

from bot.channels.base import (
    ContactStopped,
    Rejected,
    SendError,
    Temporary,
    Throttled,
    Unauthorised,
)
from storage.models import OutboxState

_MOST_ATTEMPTS = 8
_MOST_BROKEN = 3
"""Tries of a message that breaks our own code: it hardly mends, and later ones wait behind it."""
_FIRST_BACKOFF = timedelta(seconds=2)
_LONGEST_BACKOFF = timedelta(minutes=15)
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


def decide(error: SendError, attempts: int) -> Decision:
    """The retry policy for a message that failed *attempts* times before."""
    match error:
        case ContactStopped():
            return Decision(OutboxState.STOPPED)
        case Rejected():
            return Decision(OutboxState.FAILED)
        case Throttled():
            return Decision(None, error.wait, counts=False)
        case Unauthorised():
            return Decision(None, _TOKEN_WAIT, counts=False)
    most = _MOST_BROKEN if isinstance(error, Broken) else _MOST_ATTEMPTS
    if attempts + 1 >= most:
        return Decision(OutboxState.FAILED)
    return Decision(None, min(_LONGEST_BACKOFF, _FIRST_BACKOFF * 2**attempts))
