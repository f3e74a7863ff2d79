"""The neutral messages between channels and the conversation: frozen and JSON-able."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, field, fields, replace
from datetime import datetime
from enum import StrEnum
from typing import Any

MAX_TEXT = 4000
"""Characters of a household's message that are read; the rest is refused kindly."""


class Kind(StrEnum):
    """What arrived."""

    TEXT = "text"
    BUTTON = "button"
    FILE = "file"
    START = "start"
    """The person opened the bot, perhaps with a payload from a printed link."""
    STICKER = "sticker"
    UNKNOWN = "unknown"
    TOO_BIG = "too_big"
    """A file over the limit: its bytes were never taken in."""
    NO_ROOM = "no_room"
    """A file that the disk guard or the daily allowance of the person refused."""
    LOST = "lost"
    """A file that the platform did not hand out."""
    STOPPED = "stopped"
    """The person blocked the bot; nothing to answer."""


@dataclass(frozen=True, slots=True)
class File:
    """A private file already in the file store."""

    kind: str
    """photo, voice or document."""
    content_type: str
    size: int
    sha256: str
    storage_key: str

    def to_json(self) -> dict[str, Any]:
        """As plain data, to be kept with an open talk."""
        return asdict(self)


@dataclass(frozen=True, slots=True)
class Incoming:
    """One message from a person, whatever the channel."""

    channel: str
    address: str
    external_id: str
    """The platform's id; unique per channel."""
    kind: Kind = Kind.TEXT
    text: str = ""
    button: str | None = None
    """Token of a pressed button, ``<menu number>:<choice number>``."""
    files: tuple[File, ...] = ()
    sent_at: datetime | None = None
    start: str | None = None


@dataclass(frozen=True, slots=True)
class Choice:
    """One numbered choice of a menu."""

    number: str
    label: str


@dataclass(frozen=True, slots=True)
class OutFile:
    """A file that goes with a reply; made when it is sent or fetched, never in the turn."""

    name: str
    kind: str
    """An export kind, see ``handlers.exports``."""
    format: str
    params: Mapping[str, Any]
    public: bool
    """Carries no names: may leave through servers that are elsewhere."""


@dataclass(frozen=True, slots=True)
class Reply:
    """One message to a person."""

    text: str
    choices: tuple[Choice, ...] = ()
    menu: int = 0
    """Number of the menu, 0 when there are no choices."""
    files: tuple[OutFile, ...] = field(default=())
    private: bool = False
    """Repeats the person's own words: not read aloud, and kept for a day at most."""
    alone: bool = False
    """Meant to be passed on as it is: nothing else stands in its message."""
    documents: bool = False
    """Asks for a document: a page shows where to choose one."""
    about: tuple[int, ...] = ()
    """Submissions of other people that it shows: kept for a day at most, and gone with the asker's
    XOÁ."""
    last: bool = False
    """The last word to somebody who is erased: a page forgets everything but this."""
    drops: str = ""
    """External id of a message that is written nowhere: a page takes it out of sight, too."""
    elsewhere: str | None = None
    """The text where a channel's servers are elsewhere, because *text* names people. Empty: nothing
    is said there."""

    def outside(self) -> Reply | None:
        """As it may leave through servers that are elsewhere; None when there is nothing to say."""
        if self.elsewhere is None:
            return self
        return replace(self, text=self.elsewhere, elsewhere=None) if self.elsewhere else None

    def plain(self) -> str:
        """The reply as text alone, choices as a numbered list."""
        lines = [self.text, *(f"{choice.number}. {choice.label}" for choice in self.choices)]
        return "\n".join(line for line in lines if line)

    def token(self, choice: Choice) -> str:
        """What a button of *choice* sends back; at most 14 bytes."""
        return f"{self.menu}:{choice.number}"

    def to_json(self) -> dict[str, Any]:
        """As plain data, for the outbox: without the copies of everything that ``asdict`` makes."""
        return {
            **{name: getattr(self, name) for name in _PLAIN_PARTS},
            "choices": [{"number": one.number, "label": one.label} for one in self.choices],
            "files": [asdict(file) for file in self.files],
        }

    @classmethod
    def from_json(cls, data: Mapping[str, Any]) -> Reply:
        """Inverse of :meth:`to_json`."""
        return cls(
            text=data["text"],
            choices=tuple(Choice(**choice) for choice in data.get("choices", ())),
            menu=data.get("menu", 0),
            files=tuple(OutFile(**file) for file in data.get("files", ())),
            private=data.get("private", False),
            alone=data.get("alone", False),
            documents=data.get("documents", False),
            about=tuple(data.get("about", ())),
            last=data.get("last", False),
            drops=data.get("drops", ""),
            elsewhere=data.get("elsewhere"),
        )


_PLAIN_PARTS = tuple(part.name for part in fields(Reply) if part.name not in {"choices", "files"})


def joined(replies: Sequence[Reply], most: int = 1500) -> list[Reply]:
    """*replies* of one turn as few messages as read well: paid channels count messages, and a
    phone rings once.

    Texts are joined by a blank line up to *most* characters. A message ends with its choices or
    its files, which always stay at the end of what they belong to. One that is to be passed on
    stays alone.
    """
    made: list[Reply] = []
    for reply in replies:
        last = made[-1] if made else None
        open_ended = last is not None and not (last.choices or last.files or last.alone)
        short = last is not None and len(last.text) + len(reply.text) < most
        if last is not None and open_ended and short and not reply.alone:
            made[-1] = replace(
                reply,
                text=f"{last.text}\n\n{reply.text}",
                private=last.private or reply.private,
                about=tuple(sorted({*last.about, *reply.about})),
                drops=last.drops or reply.drops,
            )
        else:
            made.append(reply)
    return made
