"""What people say about who they are: another village, another name, somebody else at this phone.

Patterns over the folded words of a whole message, so that "toi o thon 4 ko phai thon 3" is
understood, and a question in which a grandmother occurs stays a question. The name or village that
a message tells is given back as it was typed.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from faq.normalize import clean
from handlers.named_people import TITLE
from handlers.parsing import key

VILLAGE = "wrong_village"
"""What we hold of my village is wrong."""
NAME = "wrong_name"
"""What you call me is wrong."""
OTHER = "somebody_else"
"""Somebody else writes, or asks, with this phone."""
NEIGHBOUR = "neighbours_name"
"""I, who have the phone of somebody else, am called otherwise."""
OWNER = "owner"
"""The owner of this phone writes again."""
FOR_OTHER = "for_somebody_else"
"""I ask for somebody else."""

_MOST_WORDS = 16
_WORD = re.compile(r"\w+")

_ME = r"(?:(?:da|nha)? ?(?:toi|em|e|minh|tui|chau|con|chung toi|nha em|nha toi) )?"
_KIND = r"(?:thon|ban|buon|lang|ap|soc|xom|khom|phum|plei|khu pho|to dan pho|khu|to)"
_HOME = r"(?:thon|ban|buon|lang|ap|soc|xom)"
_PLACE = rf"{_KIND}(?: \w+){{1,4}}?"
_NOT = (
    r"(?:(?:chu|cho) )?(?:khong|khg|kg|kh|ko|k|hong|hok|hem) "
    r"(?:o|phai|pham|phair|phaii|phia|pahi|phi|phai o|fai|pai)"
)
_WRONG = r"(?:(?:bi|da|xa|may|em) )?(?:ghi |luu |de )?(?:sai|nham|lon|lam)"
_MEND = r"(?:sua|doi|chinh|chinh sua|sua lai|doi lai|thay doi|muon sua|muon doi|cho sua|cho doi)"
_ASK = rf"{_ME}(?:muon |can |xin |cho (?:toi |em )?)?"
_END = (
    r"(?: (?:roi|a|nhe|nha|giup toi|giup em|voi|cho toi|cho em|oi|em oi|lai|cua toi|cua em|toi))*"
)
_TO = r"(?:thanh|la|sang|qua|ve)"
_NAME = r"(?P<to>[^\W\d]+(?: [^\W\d]+){0,6}?)"
_CALLED = (
    r"(?!ho (?:ngheo|can|kho)|can ngheo|nguoi |dan |dong |nop |tra )[^\W\d]+(?: [^\W\d]+){0,6}?"
)
_OF = (
    r"(?: (?:noi|ngoai|gai|trai|re|dau|ruot|vo|chong|hang xom|ben canh|canh nha|toi|em|minh|chau"
    r"|o ben|gia|con|cua toi|cua em))"
)
_OTHERS = (
    r"(?:me|ma|bo|cha|chong|vo|bo me|hang xom|nguoi nha|nguoi quen|nguoi khac|nguoi than|nha khac"
    r"|nha ben)"
)
_SELVES = r"(?:ong|ba|anh|chi|co|chu|bac|di|cau|mo|thim|con|chau)"
"""People call themselves so, too: "gửi giúp bác" is said by the uncle himself."""
_KIN = rf"(?:{_OTHERS}|{_SELVES}){_OF}*"
SURELY_KIN = rf"(?:{_OTHERS}{_OF}*|{_SELVES}{_OF}+)"
_NEAR = (
    r"(?:(?:o )?(?:nha )?(?:hang xom|lang gieng|ke ben|sat ben|ben canh|canh ben|gan day|gan nha"
    r"|canh nha|ke nha|ben nha|ben kia|doi dien|nha ben)(?: (?:toi|em|minh|nha toi|nha em|nha))?)"
)
_NEXT_DOOR = ("hang xom", "nguoi khac", "nha khac", "nha ben", "lang gieng")
_MOST_OF_A_PERSON = 8
_DESCRIBED = re.compile(
    rf"(?:cho |hoi cho |la |da )?(?:(?P<kin>(?:{_OTHERS}|lang gieng|{_SELVES}{_OF}){_OF}*)"
    rf"|(?P<to>[^\W\d]+(?: [^\W\d]+){{0,4}}?)?(?: ?(?P<near>{_NEAR}))?){_END}"
)
_USE = r"(?:dung|xai|muon|nho|cam)(?: nho| chung| tam)?"
_PHONE = r"(?:may|dien thoai|dt|so|zalo)"

_PATTERNS: tuple[tuple[str, re.Pattern[str]], ...] = tuple(
    (meaning, re.compile(pattern))
    for meaning, pattern in (
        (VILLAGE, rf"{_ME}(?:o|thuoc) (?P<to>{_PLACE}) {_NOT} (?:o )?(?:{_PLACE}|\d+){_END}"),
        (VILLAGE, rf"{_ME}(?P<to>{_PLACE}) {_NOT} (?:o )?{_PLACE}{_END}"),
        (VILLAGE, rf"{_ME}{_NOT} (?:o )?{_PLACE} ma (?:la |o )?(?P<to>{_PLACE}){_END}"),
        (VILLAGE, rf"{_ASK}{_MEND} {_HOME}{_END}"),
        (VILLAGE, rf"{_ASK}{_MEND} (?:{_KIND} )?{_TO} (?P<to>{_PLACE}){_END}"),
        (VILLAGE, rf"{_ME}(?:da )?chuyen (?:ve|sang|qua) (?:o )?(?P<to>{_PLACE}){_END}"),
        (VILLAGE, rf"{_ME}{_WRONG} {_HOME}{_END}"),
        (VILLAGE, rf"{_WRONG} {_KIND}{_END} {_ME}(?:(?:o|la|phai la) )?(?P<to>{_PLACE}){_END}"),
        (VILLAGE, rf"{_HOME} (?:cua (?:toi|em) )?{_WRONG}{_END}"),
        (NAME, rf"ten (?:cua )?(?:toi|em) (?:bi )?{_WRONG}{_END}"),
        (NAME, rf"{_ASK}{_MEND} (?:ho )?ten{_END}"),
        (NAME, rf"{_ASK}{_MEND} (?:ho )?ten {_TO} {_NAME}{_END}"),
        (NAME, rf"{_ME}(?:ho )?ten (?:toi |em )?(?:la )?{_NAME} {_NOT} (?:la )?{_CALLED}{_END}"),
        (NAME, rf"{_ME}(?:ho )?ten (?:toi |em )?(?:la )?{_NAME} {_WRONG}(?: (?:ho )?ten)?{_END}"),
        (NAME, rf"{_WRONG} (?:ho )?ten{_END} {_ME}ten (?:toi |em )?(?:la )?{_NAME}"),
        (NAME, rf"{_ME}{_WRONG} (?:ho )?ten{_END}"),
        (
            FOR_OTHER,
            rf"(?:cho )?{_ASK}hoi (?:cho {_KIN}|(?:giup|gium|ho|thay)(?: cho)? {SURELY_KIN})",
        ),
        (FOR_OTHER, rf"{_ASK}(?:gui|nho) (?:giup|gium|ho|thay)(?: cho)? {SURELY_KIN}"),
        (OWNER, rf"{_ME}(?:la )?chu {_PHONE}(?: (?:day|ne|nay))?{_END}"),
        (OWNER, rf"(?:da |xong roi )?tra (?:lai )?{_PHONE}(?: cho)?(?: chu {_PHONE})?{_END}"),
        (OTHER, rf"{_ME}(?:khong phai chu may|la nguoi khac|nguoi khac)(?: co)?{_END}"),
        (OTHER, rf"nguoi khac (?:dang )?(?:dung|xai|cam|muon|nhan) {_PHONE}(?: nay)?{_END}"),
        (OTHER, rf"{_ME}(?:dang )?{_USE} {_PHONE}(?: cua)? {SURELY_KIN}"),
        (OTHER, rf"{_PHONE}(?: nay)?(?: la)? (?:cua|dung chung voi|dung chung) {SURELY_KIN}"),
        (
            OTHER,
            rf"(?:nha khac|hang xom|nha ben)(?: dang)? (?:dung|xai) (?:chung )?{_PHONE}(?: nay)?",
        ),
        (OTHER, rf"(?:{_PHONE} nay )?(?:hai|nhieu|2|may) nha dung chung(?: {_PHONE}(?: nay)?)?"),
    )
)
"""The first that fits the whole message counts."""


@dataclass(frozen=True, slots=True)
class Said:
    """What a message means, and the village or name that it tells, if any."""

    meaning: str
    to: str | None = None


def read(text: str) -> Said | None:
    """What a message says about who writes; None for anything else."""
    typed = _WORD.findall(clean(text))
    if not 1 < len(typed) <= _MOST_WORDS:
        return None
    folded = " ".join(key(word) for word in typed)
    for meaning, pattern in _PATTERNS:
        found = pattern.fullmatch(folded)
        if found is not None:
            return Said(meaning, _as_typed(typed, found))
    return None


_I_AM = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_ME}(?:ten (?:la )?|la )(?:{TITLE} )?{_NAME}(?: (?:day|ne|nay|do))?{_END}",
        rf"{_ME}(?:{TITLE} )?{_NAME} (?:day|ne){_END}",
    )
)


def is_called(text: str, name: str) -> bool:
    """Whether *text* says "tôi là Lài" of somebody called *name*, in whole or by its last words."""
    folded, whole = key(text), key(name).split()
    if not 1 < len(folded.split()) <= _MOST_WORDS:
        return False
    found = (pattern.fullmatch(folded) for pattern in _I_AM)
    told = [one["to"].split() for one in found if one is not None]
    return any(whole[-len(said) :] == said for said in told)


@dataclass(frozen=True, slots=True)
class Described:
    """Whom a message describes: a name as it was typed, if any, and whether they live next door."""

    name: str | None
    next_door: bool


def described(text: str) -> Described | None:
    """Who is meant by "bà Sen nhà kế bên", "hàng xóm" or "mẹ tôi"; None where nobody is.

    A bare name describes somebody too, if it is one: that is for the caller to see.
    """
    typed = _WORD.findall(clean(text))
    folded = " ".join(key(word) for word in typed)
    found = _DESCRIBED.fullmatch(folded)
    if found is None or not 0 < len(typed) <= _MOST_OF_A_PERSON:
        return None
    if found["kin"]:
        return Described(None, found["kin"].startswith(_NEXT_DOOR))
    told = found["to"] or ""
    return Described(_as_typed(typed, found) if told else None, bool(found["near"]))


def _as_typed(typed: list[str], found: re.Match[str]) -> str | None:
    told = found.groupdict().get("to")
    if not told:
        return None
    first = found.string[: found.start("to")].count(" ")
    return " ".join(typed[first : first + told.count(" ") + 1])


def told(text: str, meaning: str) -> str | None:
    """The village or name that *text* tells while saying that another one is wrong."""
    said = read(text)
    return said.to if said is not None and said.meaning == meaning else None


def means(text: str, meaning: str) -> bool:
    """Whether *text* has that meaning."""
    said = read(text)
    return said is not None and said.meaning == meaning
