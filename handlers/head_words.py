"""What a village head means who writes about the list in own words.

"ba Lan khong di duoc", "thay ông Mẫu", "con may cho", "ai chua nhan dc tin": whole messages, with
and without accents. A message that says more stays what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from faq.normalize import clean
from handlers import instead_words
from handlers.list_words import (
    CANNOT,
    LEAD,
    TAIL,
    WHY,
    folded,
    is_named,
    is_surely_person,
    typed,
)
from handlers.named_people import TITLE, has_title, is_somebody

DROPS_OUT = "drops_out"
"""Somebody of the list cannot come."""
REPLACE = "replace"
"""Somebody else comes instead."""
SEATS_LEFT = "seats_left"
"""How many seats are left?"""
REQUESTS = "requests"
"""Who asks for a seat?"""
NOT_REACHED = "not_reached"
"""Which homes has nobody told yet?"""
NOTICE = "notice"
"""The words to read out over the loudspeaker, or to pass on."""
ADDS = "adds"
"""Somebody is to be written down."""
OF_LIST = (DROPS_OUT, REPLACE, SEATS_LEFT, REQUESTS)
"""What is about the list of the village."""

_WHERE = r"(?:(?:thon|ban|to|ap|xom|khu)(?: (?:minh|em|toi|\d+))? )?"
_NONE = "(?:khong|ko|k|kh|hong|hok|chua)"
_MANY = "(?:may|bao nhieu|bao nhiu|bnhieu|bn|nhieu)"
_SEAT = "(?:cho|suat|ghe|nguoi|ng)"
_COUNTED = "(?:ghi|dang ky|dang ki|dk|dki|di hop|di)"

_SEATS_LEFT = re.compile(
    rf"^{LEAD}{_WHERE}(?:"
    rf"(?:con|thieu|con thieu|con lai|du)(?: duoc)? {_MANY} {_SEAT}"
    rf"|con (?:cho|suat)(?: trong| nao)?(?: {_NONE})?"
    rf"|(?:da )?(?:het cho|du cho|du nguoi|du so|du) {_NONE}"
    rf"|(?:da |duoc |dc |co )?{_COUNTED}(?: duoc| dc)? {_MANY} (?:nguoi|ng|ten|cho)"
    rf"|(?:da |duoc |dc |co )+{_MANY} (?:nguoi|ng)(?: {_COUNTED})?"
    rf"|{_MANY} (?:nguoi|ng) {_COUNTED} roi"
    rf"){TAIL}"
)

_HOMES = "(?:ai|nguoi nao|nha nao|ho nao|nhung ai|nhung nha nao|nhung ho nao|nha|ho)"
_REQUESTS = re.compile(
    rf"^{LEAD}(?:(?:(?:co|con|nhung|{_MANY}) )*(?:{_HOMES}|nguoi|ng) (?:nao )?"
    rf"(?:(?:dang|da|muon) )*xin (?:(?:mot|1|di|ghi) )*(?:cho|suat|ghe)"
    rf"|(?:duyet|xem) (?:(?:nguoi|ho|ai|loi|nha) )*(?:dang )?xin (?:cho|suat|ghe)"
    rf"|duyet (?:cho|suat|ghe))(?: (?:ngoi|hop|di hop))*(?: {_NONE})?"
    rf"{TAIL}"
)

_NEWS = r"(?:tin nhan|tin bao|tin|loi bao|thong bao|giay moi|loi moi|lich hop)"
_TOLD = (
    rf"(?:(?:duoc|dc|ai|em|xa) )*(?:(?:nhan|nghe|thay|doc|co|biet)(?: (?:duoc|dc))? {_NEWS}"
    r"|biet|(?:thong |nhan )?bao(?: tin)?|nhan (?:duoc |dc )bao)"
)
_NOT_REACHED = re.compile(
    rf"^{LEAD}(?:con |{_WHERE}con |nhung )?(?:{_MANY} )?{_HOMES} (?:con )?"
    rf"(?:chua|ko|khong) {_TOLD}(?: (?:roi|a|em|nhe|vay|the|nhi|ha|hop))*$"
)
_TO_GO_TO = re.compile(
    rf"^{LEAD}(?:phai |can )?(?:den|toi|di bao|bao|phai bao)(?: them)? "
    rf"(?:nhung )?(?:nha|ho) nao{TAIL}"
)

_NOTICE = re.compile(
    rf"^{LEAD}(?:(?:lay|gui|cho|xin|can|co|dua|doc)(?: (?:em|toi|lai|anh|chi))? )*"
    r"(?:(?:bai|loi|ban|to|noi dung|mau|cai)(?: de)? )?"
    r"(?:(?:doc|phat|thong bao|bao)(?: tren| bang| o| qua)? (?:loa|truyen thanh)"
    r"|(?:bai|loi|noi dung|mau) (?:bao|thong bao|moi)(?: hop| di hop)?)"
    r"(?: (?:dau|o dau|roi|nhe|em|a|nao|the nao|gi|voi|cua xa|phuong|thon|cho thon|di))*$"
)

_REPLACE = re.compile(
    rf"^{LEAD}(?:muon |can |xin |cho )*(?:doi|thay|thay doi) (?:nguoi|ng)(?: khac)?"
    rf"(?: di| thay| vao)*{TAIL}"
)
_DROPS_OUT = re.compile(
    rf"^{LEAD}(?P<who>[^\s,;]+(?: [^\s,;]+){{0,6}}?),? {WHY}"
    rf"(?:{CANNOT}|ban viec|ban roi|xin nghi|xin rut|rut ten|xin vang|vang mat){TAIL}"
)
_BUSY = re.compile(
    r"^(?P<who>.+?) (?:(?:báo|nói|bị|thì|hôm đó|bữa đó|đi) )*(?:bận|vắng|kẹt)"
    r"(?: rồi| nhé| nha| ạ| em)*$"
)
"""With accents and small letters: "Bận" and, without them, "ban" and "vang" may end a name."""
_BARE_BUSY = re.compile(
    rf"^(?P<who>{TITLE} \S+(?: \S+){{0,4}}?) (?:di )?(?:ban|vang)(?: roi| nhe| nha| a| em)*$"
)

_TAKES_OFF = re.compile(
    rf"^{LEAD}(?P<verb>xoa|bo|gach|rut|huy|loai)(?: (?:ten|giup|cho|nguoi))* "
    rf"(?P<who>(?!nha |ho |em |chau )[^\s,;]+(?: [^\s,;]+){{0,6}}?)"
    rf"(?: (?:khoi|ra khoi|ra|di)(?: danh sach| ds)?)?{TAIL}"
)

_ADDS = re.compile(
    rf"^{LEAD}(?:(?:ghi|cho|dang ky|dang ki|xin|viet|nho) )*(?:them|bo sung)"
    rf"(?: (?:ten|nguoi|mot nguoi|1 nguoi|nua|la|ca))* (?P<who>(?!nha |ho )\S.*?){TAIL}"
)

_TO_POOR_LIST = re.compile(r" (?:vao|vo|sang) (?:.* )?(?:ngheo|hn|hcn)\b")
"""To be on the list of poor households is a wish, and no seat at the meeting."""

_SUPPLEMENTS = re.compile(r"\b(?:bổ|bo) sung\b|\bBổ sung\b|^Bo sung\b")
"""With a capital "Sùng" is a family name, and so it is behind "bỏ"."""

_LONGEST = 80
"""Characters of such a message; a story is longer."""


@dataclass(frozen=True, slots=True)
class Change:
    """What a message asks to be done with the list."""

    meaning: str
    who: str | None = None
    """Whom it names, as typed."""
    instead: str | None = None
    """Who comes instead, as typed."""
    sure: bool = True
    """False when the words may also be a name."""
    corrects: bool = False
    """It is the same person, whose name was wrong."""
    on_open_list: bool = False
    """Means this only while a list is open: "sửa bà Mẫu"."""

    @property
    def is_doubtful(self) -> bool:
        """Whether only the list itself can tell that the words are about one of its people."""
        return self.who is not None and not is_surely_person(self.who.partition(",")[0])


def change(text: str) -> Change | None:
    """What *text* asks of the list; None when it asks nothing of the kind."""
    cleaned = _short(text)
    if cleaned is None:
        return None
    said = folded(cleaned)
    if _SEATS_LEFT.match(said):
        return Change(SEATS_LEFT)
    if _REQUESTS.match(said):
        return Change(REQUESTS)
    if _NOT_REACHED.match(said) or _TO_GO_TO.match(said):
        return Change(NOT_REACHED)
    if _REPLACE.match(said):
        return Change(REPLACE)
    if _NOTICE.match(said):
        return Change(NOTICE)
    return (
        _replacing(instead_words.read(cleaned, said), said)
        or _adding(cleaned, said)
        or _taking_off(cleaned, said)
        or _dropping_out(cleaned, said)
    )


def maybe_replaces(text: str) -> Change | None:
    """A replacement in words that may mean anything, for who knows whom the list names."""
    cleaned = _short(text)
    if cleaned is None:
        return None
    said = folded(cleaned)
    return _replacing(instead_words.maybe(cleaned, said), said)


def _short(text: str) -> str | None:
    """*text* without marks round it; None when it is too long, or several lines."""
    cleaned = clean(text).strip(" .,;!?")
    return None if not cleaned or "\n" in cleaned or len(cleaned) > _LONGEST else cleaned


def _replacing(found: instead_words.Instead | None, said: str) -> Change | None:
    if found is None:
        return None
    short = found.corrects and found.instead is None and " ten " not in said
    return Change(
        *(REPLACE, found.who, found.instead, found.is_sure, found.corrects), on_open_list=short
    )


def _adding(cleaned: str, said: str) -> Change | None:
    found = _ADDS.match(said)
    who = typed(cleaned, found, "who") if found is not None else None
    if who is None or _TO_POOR_LIST.search(folded(who)):
        return None
    return Change(ADDS, who) if is_named(who.partition(",")[0]) else None


def _taking_off(cleaned: str, said: str) -> Change | None:
    found = _TAKES_OFF.match(said)
    who = typed(cleaned, found, "who") if found is not None else None
    if found is None or who is None or not is_somebody(who) or _SUPPLEMENTS.search(cleaned):
        return None
    verb = typed(cleaned, found, "verb") or ""
    told = verb in {"xoa", "gach", "rut"} or not verb.isascii()  # "Bo", "Huy" may begin a name
    by_name = is_named(who) and (told or " ten " in said[: found.start("who")])
    if not (has_title(who) or by_name):
        return None
    return Change(DROPS_OUT, who, sure=told or by_name)


def _dropping_out(cleaned: str, said: str) -> Change | None:
    found = _DROPS_OUT.match(said) or _BUSY.match(cleaned[:1].lower() + cleaned[1:])
    bare = None if found else _BARE_BUSY.match(cleaned[:1].lower() + cleaned[1:])
    heard = found or bare
    who = typed(cleaned, heard, "who") if heard is not None else None
    if who is None or not is_somebody(who):
        return None
    return Change(DROPS_OUT, who, sure=bare is None)
