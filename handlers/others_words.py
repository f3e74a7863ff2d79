"""Whose work a command is that is none of the person's own: an official's or a village head's.

Only whole messages count, with a few words that belong to the command: "xuất danh sách người đi
họp". What a household may say in another sense is never taken for a command.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence

from rapidfuzz import fuzz

from handlers.flow import HEADS, OFFICIALS, Flow
from handlers.parsing import without_politeness

_NEARLY = 90

_SAID_OTHERWISE = frozenset(
    {
        # "môi trường thôn" is of something else, and a wish for another head is no command.
        *("moi truong thon", "doi truong thon", "thoi truong thon", "chuyen thon"),
        *("ghi danh", "ghi ten", "ghi nguoi", "ghi them", "them nguoi", "gui thay"),
        *("danh sach", "xem danh sach", "danh sach thon", "danh sach cua thon", "thong bao"),
        *("van ban", "so van ban", "van ban phap luat", "van ban het hieu luc"),
        *("luat het hieu luc", "nghi dinh het hieu luc", "thong tin them", "tin chua toi"),
        *("sua cau hoi", "sua cau tra loi", "cau hoi thuong gap"),
    }
)
_NEWS = frozenset({"read_answers", "homes_to_tell"})
"""Their words tell something instead of asking for it."""

_MORE = re.compile(
    r"(?: (?:cho|dan|ba con|cac|ca|thon|nguoi|di|du|hop|doi thoai|dang ky|moi|ra|bang|file|tep"
    r"|excel|word|pdf|in|xa|nay|hom nay|ngay mai|ho|nha|\d+))*"
)


def whose(text: str, triggers: Mapping[str, Sequence[Flow]], roles: frozenset[str]) -> str | None:
    """``"official"`` or ``"head"``: who does what *text* orders; None when it orders nothing, or
    when *roles* may do it themselves."""
    for typed in _without_more(without_politeness(text).split()):
        for word in _commands(typed, triggers):
            flows = triggers[word]
            if any(flow.roles & roles for flow in flows):
                return None
            return "official" if any(flow.roles & OFFICIALS for flow in flows) else "head"
    return None


def _without_more(said: Sequence[str]) -> Iterator[str]:
    """All of it, then less and less of what may follow a command."""
    for words in range(len(said), 1, -1):
        if _MORE.fullmatch("".join(f" {word}" for word in said[words:])):
            yield " ".join(said[:words])


def _commands(typed: str, triggers: Mapping[str, Sequence[Flow]]) -> list[str]:
    """The command that *typed* is, or nearly is."""
    words = typed.count(" ")
    if not words or typed in _SAID_OTHERWISE:
        return []
    if typed in triggers:
        return [typed] if _is_command(typed, triggers[typed]) else []
    return [
        word
        for word, flows in triggers.items()
        if word.count(" ") == words
        and _is_command(word, flows)
        and fuzz.ratio(typed, word) >= _NEARLY
    ]


def _is_command(word: str, flows: Sequence[Flow]) -> bool:
    return word not in _SAID_OTHERWISE and all(
        flow.roles <= OFFICIALS | HEADS and flow.name not in _NEWS for flow in flows
    )
