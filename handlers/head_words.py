"""What a village head means who writes about the list in own words.

"ba Lan khong di duoc", "thay ông Mẫu", "con may cho", "ai chua nhan dc tin": whole messages, with
and without accents. A message that says more stays what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from faq.normalize import clean, fold
from handlers.named_people import TITLE, is_somebody

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
OF_LIST = (DROPS_OUT, REPLACE, SEATS_LEFT, REQUESTS)
"""What is about the list of the village."""

# No word of a repeated group is made of others of it ("em oi" of "em" and "oi"): the number of ways
# to read a message would double with each.
_LEAD = r"(?:(?:da|a|em|oi|cho (?:em |toi |minh |anh |chi )?hoi|xin hoi|xem|xem giup|cho xem) )*"
_WHERE = r"(?:(?:thon|ban|to|ap|xom|khu)(?: (?:minh|em|toi|\d+))? )?"
_TAIL = (
    r"(?: (?:roi|vay|the|a|ah|em|e|nhe|nha|nhi|nua|ha|oi|z|day|hop|di hop|hom do|bua do|dau|duoc"
    r"|trong|ngoi))*$"
)
_NONE = "(?:khong|ko|k|kh|hong|hok|chua)"
_MANY = "(?:may|bao nhieu|bao nhiu|bnhieu|bn|nhieu)"
_SEAT = "(?:cho|suat|ghe|nguoi|ng)"
_COUNTED = "(?:ghi|dang ky|dang ki|dk|dki|di hop|di)"

_SEATS_LEFT = re.compile(
    rf"^{_LEAD}{_WHERE}(?:"
    rf"(?:con|thieu|con thieu|con lai|du)(?: duoc)? {_MANY} {_SEAT}"
    rf"|con (?:cho|suat)(?: trong| nao)?(?: {_NONE})?"
    rf"|(?:da )?(?:het cho|du cho|du nguoi|du so|du) {_NONE}"
    rf"|(?:da |duoc |dc |co )?{_COUNTED}(?: duoc| dc)? {_MANY} (?:nguoi|ng|ten|cho)"
    rf"|(?:da |duoc |dc |co )+{_MANY} (?:nguoi|ng)(?: {_COUNTED})?"
    rf"|{_MANY} (?:nguoi|ng) {_COUNTED} roi"
    rf"){_TAIL}"
)

_HOMES = "(?:ai|nguoi nao|nha nao|ho nao|nhung ai|nhung nha nao|nhung ho nao|nha|ho)"
_REQUESTS = re.compile(
    rf"^{_LEAD}(?:(?:(?:co|con|nhung|{_MANY}) )*(?:{_HOMES}|nguoi|ng) (?:nao )?"
    rf"(?:(?:dang|da|muon) )*xin (?:(?:mot|1|di|ghi) )*(?:cho|suat|ghe)"
    rf"|(?:duyet|xem) (?:(?:nguoi|ho|ai|loi|nha) )*(?:dang )?xin (?:cho|suat|ghe)"
    rf"|duyet (?:cho|suat|ghe))(?: (?:ngoi|hop|di hop))*(?: {_NONE})?"
    rf"{_TAIL}"
)

_TOLD = (
    r"(?:(?:duoc|dc|co|ai|em|nhan|biet|bao|nghe|thay|doc|tin|loi bao|thong bao|giay moi|loi moi"
    r"|lich hop)(?: |$))+"
)
_NOT_REACHED = re.compile(
    rf"^{_LEAD}(?:con |{_WHERE}con |nhung )?(?:{_MANY} )?{_HOMES} (?:con )?"
    rf"(?:chua|ko|khong) (?:{_TOLD})(?:roi|a|em|nhe|vay|the|nhi|ha|hop)?$"
)
_TO_GO_TO = re.compile(
    rf"^{_LEAD}(?:phai |can )?(?:den|toi|di bao|bao|phai bao)(?: them)? "
    rf"(?:nhung )?(?:nha|ho) nao{_TAIL}"
)

_NOTICE = re.compile(
    rf"^{_LEAD}(?:(?:lay|gui|cho|xin|can|co|dua|doc)(?: (?:em|toi|lai|anh|chi))? )*"
    r"(?:(?:bai|loi|ban|to|noi dung|mau|cai)(?: de)? )?"
    r"(?:(?:doc|phat|thong bao|bao)(?: tren| bang| o| qua)? (?:loa|truyen thanh)"
    r"|(?:bai|loi|noi dung|mau) (?:bao|thong bao|moi)(?: hop| di hop)?)"
    r"(?: (?:dau|o dau|roi|nhe|em|a|nao|the nao|gi|voi|cua xa|phuong|thon|cho thon|di))*$"
)

_REPLACE = re.compile(
    rf"^{_LEAD}(?:muon |can |xin |cho )*(?:doi|thay|thay doi) (?:nguoi|ng)(?: khac)?"
    rf"(?: di| thay| vao)*{_TAIL}"
)
_REPLACE_WHOM = re.compile(
    rf"^{_LEAD}(?:muon |can |xin |cho )*(?:doi|thay|thay doi) (?P<old>{TITLE} \w.*?)"
    rf"(?: (?:bang|thanh|sang|lay|qua)(?P<new> \S.*))?$"
)
_REPLACE_BOTH = re.compile(
    rf"^{_LEAD}(?:muon |can |xin |cho )*(?:doi|thay)(?: ten)? (?P<old>\S+(?: \S+){{1,6}}?)"
    rf" (?:bang|thanh|sang|lay|qua) (?P<new>\S+ \S.*)$"
)
"""Without a title only for who writes both names with capitals."""
_INSTEAD = re.compile(
    rf"^{_LEAD}(?:cho |de )?(?P<new>(?:{TITLE} )?\S+(?: \S+){{0,6}}?) "
    rf"(?:di |vao )?(?P<verb>thay)(?: cho)? (?P<old>{TITLE} \S.*)$"
)

_CANNOT = (
    r"(?:(?:khong|ko|k|kh|hong|hok|khg|chang) (?:the )?(?:(?:di|den|toi|du|tham gia|tham du)"
    r"(?: hop)?(?: duoc| dc| noi)?|(?:duoc|dc) di)|di (?:khong|ko|k|kh|hong) (?:duoc|dc|noi))"
)
_WHY = (
    r"(?:(?:bao|noi|bi|la|thi|no|xin|hom do|bua do|mai|om|met|dau|ban|ban viec|co viec|co dam) )*"
)
_DROPS_OUT = re.compile(
    rf"^{_LEAD}(?P<who>\S+(?: \S+){{0,6}}?) {_WHY}"
    rf"(?:{_CANNOT}|ban viec|ban roi|xin nghi|xin rut|rut ten|xin vang|vang mat){_TAIL}"
)
_BUSY = re.compile(
    r"^(?P<who>.+?) (?:(?:báo|nói|bị|thì|hôm đó|bữa đó) )*(?:bận|vắng|kẹt)"
    r"(?: rồi| nhé| nha| ạ| em)*$"
)
"""With accents and small letters: "Bận" and, without them, "ban" and "vang" may end a name."""
_BARE_BUSY = re.compile(
    rf"^(?P<who>{TITLE} \S+(?: \S+){{0,4}}?) (?:ban|vang)(?: roi| nhe| nha| a| em)*$"
)

_CLAUSES = re.compile(
    r"^(?P<first>[^,;]+?)(?:\s*[,;]+\s*|\s+(?=(?:thay|đổi|doi) (?:bằng|bang|bởi|boi|thành|thanh) )"
    r"|\s+(?:thì|thi|nên|nen)\s+)(?P<second>\S.*)$",
    re.IGNORECASE,
)
_ON = r"(?:(?:thi|nen|xin|cho|de|nho|lay|cu|nay|gio) )*"
_COMES_INSTEAD = re.compile(
    rf"^{_ON}(?:(?:thay|doi|the)(?: (?:bang|boi|thanh|sang|vao|la))+ (?P<named>\S.*?)"
    rf"|(?P<coming>\S.*?) (?:(?:se|vao|di|den|hop) )*thay(?: the| cho| vao)*(?: {TITLE})?){_TAIL}"
)
"""What follows "bà Lan bận": "thay bằng ông Mẫu", "cho ông Mẫu đi thay"."""

_TAKES_OFF = re.compile(
    rf"^{_LEAD}(?P<verb>xoa|bo|gach|rut|huy|loai)(?: (?:ten|giup|cho|nguoi))* "
    rf"(?P<who>(?!nha |ho |em |chau ){TITLE} \S+(?: \S+){{0,4}}?)"
    rf"(?: (?:khoi|ra khoi|ra|di)(?: danh sach| ds)?)?{_TAIL}"
)

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


def change(text: str) -> Change | None:
    """What *text* asks of the list; None when it asks nothing of the kind."""
    cleaned = clean(text).strip(" .,;!?")
    if not cleaned or "\n" in cleaned or len(cleaned) > _LONGEST:
        return None
    folded = _folded(cleaned)
    if _SEATS_LEFT.match(folded):
        return Change(SEATS_LEFT)
    if _REQUESTS.match(folded):
        return Change(REQUESTS)
    if _NOT_REACHED.match(folded) or _TO_GO_TO.match(folded):
        return Change(NOT_REACHED)
    if _REPLACE.match(folded):
        return Change(REPLACE)
    if _NOTICE.match(folded):
        return Change(NOTICE)
    return (
        _in_two_clauses(cleaned)
        or _replacing(cleaned, folded)
        or _taking_off(cleaned, folded)
        or _dropping_out(cleaned, folded)
    )


def meant(text: str) -> str | None:
    """Which of the meanings above a message has; None for anything else."""
    found = change(text)
    return found.meaning if found else None


def _in_two_clauses(cleaned: str) -> Change | None:
    """ "bà Lan bận, cho ông Mẫu đi thay"."""
    parts = _CLAUSES.match(cleaned)
    if parts is None:
        return None
    first, second = parts["first"], parts["second"]
    out = _dropping_out(first, _folded(first))
    comes = _COMES_INSTEAD.match(_folded(second))
    if out is None or comes is None:
        return None
    instead = _typed(second, comes, "named") or _typed(second, comes, "coming")
    return Change(REPLACE, out.who, instead) if instead and is_somebody(instead) else None


def _replacing(cleaned: str, folded: str) -> Change | None:
    found = _REPLACE_WHOM.match(folded)
    if found is None:
        found = _REPLACE_BOTH.match(folded)
        if found is not None and not _in_capitals(cleaned, found):
            found = None
    if found is None:
        found = _INSTEAD.match(folded)
        if found is not None and cleaned[found.start("verb")].isupper():
            return None  # a name
    old = _typed(cleaned, found, "old") if found is not None else None
    if found is None or old is None or not is_somebody(old):
        return None
    return Change(REPLACE, old, _typed(cleaned, found, "new"))


def _taking_off(cleaned: str, folded: str) -> Change | None:
    found = _TAKES_OFF.match(folded)
    who = _typed(cleaned, found, "who") if found is not None else None
    if found is None or who is None or not is_somebody(who):
        return None
    verb = _typed(cleaned, found, "verb") or ""
    sure = verb in {"xoa", "gach", "rut"} or not verb.isascii()  # "Bo", "Huy" may begin a name
    return Change(DROPS_OUT, who, sure=sure)


def _dropping_out(cleaned: str, folded: str) -> Change | None:
    found = _DROPS_OUT.match(folded) or _BUSY.match(cleaned[:1].lower() + cleaned[1:])
    bare = None if found else _BARE_BUSY.match(cleaned[:1].lower() + cleaned[1:])
    said = found or bare
    who = _typed(cleaned, said, "who") if said is not None else None
    if who is None or not is_somebody(who):
        return None
    return Change(DROPS_OUT, who, sure=bare is None)


def _folded(cleaned: str) -> str:
    """Folded letter by letter, so that places in it are places in *cleaned*."""
    return "".join(map(_letter, cleaned))


@lru_cache(maxsize=4096)
def _letter(one: str) -> str:
    folded = fold(one)
    return folded if len(folded) == 1 else one.lower()[:1]


def _typed(cleaned: str, found: re.Match[str], group: str) -> str | None:
    start, end = found.span(group)
    return cleaned[start:end].strip() or None if start >= 0 else None


def _in_capitals(cleaned: str, found: re.Match[str]) -> bool:
    names = (cleaned[slice(*found.span(group))] for group in ("old", "new"))
    return all(word[0].isupper() for name in names for word in name.split())
