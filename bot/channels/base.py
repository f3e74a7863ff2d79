"""What every channel is to the rest: capabilities as data, one way to send, a family of errors."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Protocol

from handlers.messages import Reply


@dataclass(frozen=True, slots=True)
class Capabilities:
    """What a channel can do, stated as data; the conversation never asks for a channel's name."""

    max_text: int
    """Characters (UTF-16 units where the platform counts so) of one message."""
    buttons: bool = False
    files_in: bool = False
    files_out: bool = False
    """Files may be sent as they are; otherwise a link to our own server."""
    reads_aloud: bool = False
    """People can have every message read out, where their device has a voice."""
    foreign: bool = False
    """The platform's servers are elsewhere: no file with names may leave through it."""
    mailbox: bool = False
    """Our rows are what people read. Elsewhere the platform keeps the talk, and what it accepted is
    blanked in ours."""
    rate: float | None = None
    """Messages per second overall; None means as fast as it goes."""
    per_chat: float | None = None


class SendError(Exception):
    """A message was not accepted; the kind decides what happens next."""

    code = "error"

    def __init__(self, code: str | None = None) -> None:
        self.code = code or self.code
        super().__init__(self.code)


class Throttled(SendError):
    """The platform asks the whole channel to wait."""

    code = "throttled"

    def __init__(self, wait: timedelta) -> None:
        super().__init__()
        self.wait = wait


class Temporary(SendError):
    """Network or server trouble: later, with backoff."""

    code = "temporary"


class ContactStopped(SendError):
    """The person blocked us or left: no retry, the address is marked."""

    code = "contact_stopped"


class Rejected(SendError):
    """The platform will never take this message."""

    code = "rejected"


class Unauthorised(SendError):
    """Our token is wrong: the channel waits for an operator, nothing is lost."""

    code = "unauthorised"


class Channel(Protocol):
    """A way to and from people."""

    name: str
    capabilities: Capabilities

    async def send(self, address: str, reply: Reply, key: str) -> str | None:
        """Send *reply* and give the platform's message id. *key* is ours, for idempotency.

        Raises a ``SendError``.
        """

    async def run(self) -> None:
        """Take in messages until cancelled; returns at once when the channel is only pushed to."""

    async def close(self) -> None:
        """Give back connections."""


def split_text(text: str, limit: int, *, utf16: bool = False, parts: int = 3) -> list[str]:
    """*text* in pieces of at most *limit*, cut at paragraphs, then sentences, then words.

    Counts UTF-16 units with *utf16*. More than *parts* pieces end in an ellipsis.
    """
    pieces: list[str] = []
    rest = text.strip()
    while rest and len(pieces) < parts:
        if _units(rest, utf16) <= limit:
            pieces.append(rest)
            return pieces
        cut = _cut(rest, limit, utf16)
        pieces.append(rest[:cut].rstrip())
        rest = rest[cut:].lstrip()
    if rest and pieces:
        pieces[-1] = pieces[-1][: _fit(pieces[-1], limit - 1, utf16)].rstrip() + "…"
    return pieces or [""]


def _units(text: str, utf16: bool) -> int:
    return len(text.encode("utf-16-le")) // 2 if utf16 else len(text)


def _fit(text: str, limit: int, utf16: bool) -> int:
    """How many leading characters of *text* are at most *limit* units."""
    if not utf16:
        return min(len(text), limit)
    used = 0
    for place, letter in enumerate(text):
        used += 2 if ord(letter) > 0xFFFF else 1  # noqa: PLR2004 - end of the basic plane
        if used > limit:
            return place
    return len(text)


def _cut(text: str, limit: int, utf16: bool) -> int:
    longest = max(1, _fit(text, limit, utf16))
    head = text[:longest]
    for mark in ("\n\n", "\n", ". ", "? ", "; ", ", ", " "):
        found = head.rfind(mark)
        if found > longest // 3:
            return found + len(mark)
    return longest
