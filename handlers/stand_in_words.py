"""Somebody of the house comes instead of who has the seat: "cho toi di thay vo", "vợ tôi đi thay".

Whole messages about people one has ("vợ tôi", "tôi"); whether anybody may ("chủ hộ bận thì vợ con
đi thay được không") is a question for the FAQ.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from faq.normalize import clean
from handlers.name_parts import MIDDLE_NAMES
from handlers.parsing import key
from handlers.reply_words import TEEN
from handlers.speakers import SURELY_KIN

STAND_IN = "stand_in"
"""Somebody else of my house shall come instead."""
CANNOT_COME = "kin_cannot_come"
"""Somebody of my house cannot come; or cannot walk, where nobody of it has a seat."""

_MOST_WORDS = 20
_SHORT = {**TEEN, "ck": "chong", "vk": "vo"}
_WORD = re.compile(r"\w+")
_ME = r"(?:toi|tui|em|minh|chau)"
_LEAD = (
    r"(?:(?:da|a|xa oi|em oi|can bo oi|alo|cho hoi|cho toi hoi|cho em hoi|xin hoi|hoi|the|vay|nay"
    r"|nen|thi|gio|hay|neu|(?:toi |em )?doi y) )*"
)
_PLEASE = r"(?:(?:cho|xin|de|nho|muon|dang ky|ghi|can|doi|cho phep) )*"
_KIN = (
    rf"(?:(?!nguoi ){SURELY_KIN}|(?:con|em|chau) (?:trai|gai|dau|re)(?: (?:toi|em|minh|lon|ut))*"
    r"|vo|chong|me|bo|cha|(?:ong|ba|anh|co|bac) (?:ay|do|nha(?: (?:toi|em|tui|minh|chau))?))"
)
_MEET = r"(?:hop|doi thoai|du|hoi nghi)"
_GO = rf"(?:(?:se|xin|muon|co the|duoc|phai|dinh|den|toi|di|{_MEET}) )*"
_INSTEAD = r"(?:thay|the|thay the)(?: mat)?(?: cho)?"
_BUSY = (
    r"(?:(?:bi|dang|hom do|bua do|mai|ngay do|phai|lai|nay) )*(?:om|dau|benh|ban(?: viec| ron)?"
    r"|met|ket(?: viec)?|mac viec|co viec|di lam(?: xa| an| an xa)?|di xa|di vang|di vien|nam vien"
    r"|vang nha|sinh|de|(?:khong|chua)(?: the)? (?:di|den|du)(?: hop)?(?: duoc)?"
    r"|di(?: hop)? khong duoc)(?: (?:roi|qua|lam|nen|ma|thi))*"
)
_WHY = rf"(?:(?:{_KIN}|{_ME}) {_BUSY}(?: {_BUSY})? )?(?:(?:nen|thi|gio|cho|ma) )*"
_END = (
    rf"(?: (?:{_MEET}|duoc|khong|dc|hay|chu|a|nha|nhe|voi|giup|gium|di|roi|hom do|bua do|bua hop"
    r"|buoi hop|nay|vay|em|xa|ha|hom nay|lan nay|luon|oi|o|cuoc hop|co))*"
)
_NAMED = r"(?P<name>(?:(?:la|ten)(?: la)? )?\w+(?: \w+){1,4}?)"
_SELF = re.compile(rf"{_LEAD}{_WHY}{_PLEASE}{_ME} {_GO}{_INSTEAD}(?: {_KIN}(?: {_NAMED})??)?{_END}")
_OTHER = re.compile(
    rf"{_LEAD}{_WHY}{_PLEASE}{_KIN} (?:{_NAMED} )??{_GO}{_INSTEAD}(?: (?:{_ME}|{_KIN}))?{_END}"
)
_AWAY = re.compile(
    rf"{_LEAD}{_KIN}(?: thi)? (?:{_BUSY} )??"
    rf"(?:(?:khong|chua)(?: the)? (?:di|den|du|tham gia)(?: {_MEET})*(?: (?:duoc|noi))?"
    rf"|(?:di|den|du)(?: {_MEET})* khong (?:duoc|noi)){_END}"
)
_GOES = re.compile(r"\b(?:di|du|hop|den|doi thoai|the cho|thay cho)\b")
_OTHER_WORDS = re.compile(r"\b(?:thấy|thầy|thây|thẻ|thê|thể)\b")
"""Words that only without their tones are "thay" and "thế"."""


@dataclass(frozen=True, slots=True)
class StandIn:
    """Who comes instead: their *name* if it is told; *other* when it is not who writes."""

    name: str | None = None
    other: bool = False


def read(text: str) -> StandIn | None:
    """Who comes instead by *text*; None for anything else."""
    cleaned = clean(text)
    typed = _WORD.findall(cleaned)
    if not 2 < len(typed) <= _MOST_WORDS or _OTHER_WORDS.search(cleaned.casefold()):  # noqa: PLR2004
        return None
    said = [_SHORT.get(key(word), key(word)) for word in typed]
    whole = " ".join(said)
    if len(whole.split()) != len(typed) or _GOES.search(whole) is None:
        return None
    if (found := _SELF.fullmatch(whole)) is not None:
        return StandIn() if _is_name(_name(typed, found)) else None
    if (found := _OTHER.fullmatch(whole)) is not None:
        name = _name(typed, found)
        return StandIn(name, other=True) if _is_name(name) else None
    return None


def cannot_come(text: str) -> bool:
    """Whether *text* says that somebody of the house cannot go: "vợ tôi không đi được"."""
    said = [_SHORT.get(key(word), key(word)) for word in _WORD.findall(clean(text))]
    return len(said) <= _MOST_WORDS and _AWAY.fullmatch(" ".join(said)) is not None


def _name(typed: list[str], found: re.Match[str]) -> str | None:
    if not found["name"]:
        return None
    first = found.string[: found.start("name")].count(" ")
    words = typed[first : first + found["name"].count(" ") + 1]
    while words and key(words[0]) in {"la", "ten"}:
        del words[0]
    return " ".join(words)


def _is_name(name: str | None) -> bool:
    """Nothing, or words that look like a name: capitals, or a usual middle name."""
    if name is None:
        return True
    words = name.split()
    capitals = all(word[:1].isupper() for word in words)
    return len(words) > 1 and (capitals or key(words[1]) in MIDDLE_NAMES)
