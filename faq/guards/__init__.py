"""What a message must never become: looked at before anything is written.

A told denunciation is written nowhere (Law on Denunciations 25/2018/QH14, article 9: the
denouncer's identity is secret); a complaint has its own procedure; danger cannot wait for office
hours. Phrases are searched in text without accents and with chat spellings written out, so that
nothing hides. Asking *how* to denounce or complain is an ordinary question and passes, unless it
tells who did what. So does dissatisfaction ("cán bộ không trả lời"), and a question about aid
after a flood, or about what the law says about beating.
"""

from __future__ import annotations

from collections.abc import Iterable
from enum import StrEnum

from faq.guards import complaint, danger, denunciation, scam
from faq.guards.danger import Danger
from faq.guards.phrases import Phrases, Said
from faq.guards.reading import read
from faq.guards.small_talk import SmallTalk, kind_of, small_talk

__all__ = [
    "Danger",
    "Guard",
    "SmallTalk",
    "danger_kind",
    "is_guarded",
    "prepare",
    "screen",
    "screen_rows",
    "small_talk",
    "tells_denunciation",
]


class Guard(StrEnum):
    """What a text was recognised as."""

    DENUNCIATION = "denunciation"
    COMPLAINT = "complaint"
    DANGER = "danger"
    SCAM = "scam"


def screen(text: str, waived: Guard | None = None) -> Guard | None:
    """What *text* must be treated as, or None for an ordinary message.

    *waived*: the guard that does not look, as the person said that it was mistaken. Who says that
    it is no denunciation has it sent, and is not asked next whether it is a complaint; danger is
    always heard.
    """
    return _screen(text, read(text), waived)


def screen_rows(rows: Iterable[str], waived: Guard | None = None) -> Guard | None:
    """What a list must be treated as whose rows have nothing to do with each other."""
    found = [guard for row in rows if (guard := screen(row, waived)) is not None]
    return Guard.DANGER if Guard.DANGER in found else next(iter(found), None)


def _screen(text: str, said: Said, waived: Guard | None = None) -> Guard | None:
    if danger.kind_of(said) is not None:
        return Guard.DANGER
    if waived is Guard.DENUNCIATION:
        return None
    if denunciation.tells(text, said, dangerous=False):
        return Guard.DENUNCIATION
    if scam.warns(said):
        return Guard.SCAM
    if waived is Guard.COMPLAINT:
        return None
    if complaint.complains(said) and not denunciation.asks(said):
        return Guard.COMPLAINT
    return None


def is_guarded(text: str) -> bool:
    """Whether *text* is no question about policy, whatever its words."""
    said = read(text)
    return _screen(text, said) is not None or kind_of(text, said) is not None


def prepare() -> None:
    """Make ready what the first messages would wait for. Takes CPU time: call it in a thread."""
    Phrases.prepare()


def tells_denunciation(text: str) -> bool:
    """Whether *text* denounces somebody, whatever else it tells or asks.

    A text may be a denunciation and tell of danger, too.
    """
    said = read(text)
    if danger.blames_office(said):
        return True
    return denunciation.tells(text, said, dangerous=danger.kind_of(said) is not None)


def danger_kind(text: str) -> Danger | None:
    """What kind of danger a text tells of; None when it tells of none."""
    return danger.kind_of(read(text))
