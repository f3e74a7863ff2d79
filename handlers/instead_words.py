"""Who comes instead of whom, in a village head's own words.

"thay bà Lan bằng ông Mẫu", "bà Lan bận, ông Mẫu đi thay", "bà Lan nhường cho ông Mẫu", "cho ông Mẫu
đi thế bà Lan", "sửa ‹tên› thành ‹tên›".
"""

from __future__ import annotations

import re
from collections.abc import Callable
from dataclasses import dataclass

from handlers.list_words import CANNOT, LEAD, TAIL, WHY, is_named, typed
from handlers.named_people import TITLE, is_somebody


@dataclass(frozen=True, slots=True)
class Instead:
    """Whom a message takes off, and who comes instead, as typed."""

    who: str
    instead: str | None = None
    corrects: bool = False
    """It is the same person, whose name was wrong."""

    @property
    def is_sure(self) -> bool:
        """Whether the words themselves say that people are meant."""
        return is_named(self.who) and (self.instead is None or is_named(self.instead))


_PLEASE = r"(?:(?:muon|can|xin|cho|nho|hay) )*"
_INTO = r"(?:bang|thanh|sang|lay|qua|la)"
_RELATIVE = r"(?:con|chau|vo|chong|me|bo|em)(?: (?:trai|gai|dau|re))?"
_NAME = r"[^\s,;]+(?: [^\s,;]+){0,6}?"
_WHOM = re.compile(
    rf"^{LEAD}{_PLEASE}(?P<act>doi|thay|thay doi|sua)(?: (?:lai|ten))* (?P<old>{TITLE} {_NAME})"
    rf"(?: {_INTO} (?P<new>\S.*?))?{TAIL}"
)
_BOTH = re.compile(
    rf"^{LEAD}{_PLEASE}(?P<act>doi|thay|sua|chua)(?: (?:lai|ten|nguoi))* (?P<old>{_NAME})"
    rf" {_INTO} (?P<new>\S.*?){TAIL}"
)
_GIVES_WAY = re.compile(
    rf"^{LEAD}(?P<old>{_NAME}) (?:(?:xin|muon|da|se|thi) )*nhuong(?: lai)?"
    rf"(?:(?: (?:cho|suat|ghe))+| (?=(?!nha |ho ){TITLE} )) ?"
    rf"(?P<new>(?<= )[^\s,;]+(?: [^\s,;]+){{0,6}}?)(?: (?:di|vao|thay))*{TAIL}"
)
_GIVEN = re.compile(
    rf"^{LEAD}{_PLEASE}(?:doi|chuyen|nhuong)(?: (?:lai|ten|suat|ghe|nguoi|cua|cho))* "
    rf"(?P<old>{_NAME}) (?:cho|sang cho|qua cho) (?:{_RELATIVE} )?(?:(?:la|ten) )?"
    rf"(?P<new>\S.*?)(?: (?:di|vao|thay))*{TAIL}"
)
"""Not "thay": "thay ông Mẫu cho bà Lan" says who comes, not who goes."""
_COMES_FOR = re.compile(
    rf"^{LEAD}(?:(?:cho|de|ghi|lay|nho|xin|cu|moi|dang ky) )*(?P<new>{_NAME}) "
    rf"(?P<verb>(?:di |vao |den )?thay(?: the)?(?: cho)?|(?:di |vao |den )the(?: cho)*|the cho)"
    rf" (?P<old>{_NAME}){TAIL}"
)

_REASON = (
    r"(?:ban(?: viec| ron)?|vang(?: mat| nha)?|om(?: dau)?|dau|benh|met|ket(?: viec)?|mac viec"
    r"|co viec|di vang|di vien|nam vien|di lam(?: xa| an| an xa)?|di xa|ve que"
    r"|xin (?:nghi|rut|vang))"
)
_OUT = re.compile(
    rf"^{LEAD}(?P<who>{_NAME}),? {WHY}(?:(?:dang|phai|di) )?"
    rf"(?:{CANNOT}|{_REASON}(?:,? {CANNOT})?){TAIL}"
)
_ON = r"(?:(?:thi|nen|xin|cho|de|nho|lay|cu|nay|gio|ma) )*"
_KIN = rf"(?:{_RELATIVE} (?:la|ten) )?"
_COMES = re.compile(
    rf"^{_ON}{_KIN}(?:(?:thay|doi|the)(?: (?:bang|boi|thanh|sang|vao|la))+ (?P<named>\S.*?)"
    rf"|(?P<coming>\S.*?) (?:(?:se|vao|di|den|hop) )*thay(?: the| cho| vao)*(?: {TITLE})?"
    rf"|(?P<also>\S.*?) di the(?: cho)?"
    rf"|(?<=(?:de|ho|en|hi) )(?P<sent>\S.*?) (?:se )?di(?: thay)?){TAIL}"
)
"""What follows "bà Lan bận": "thay bằng ông Mẫu", "cho ông Mẫu đi thay", "để ông Mẫu đi"."""
_COMING = ("coming", "also", "sent")
_LONGEST_NAME = 8
_SECOND = re.compile(r"\b(?:thay|the|doi|di)\b")
_BREAK = re.compile(r" *[,;.]+ *| ")


def read(cleaned: str, folded: str) -> Instead | None:
    """Who comes instead of whom, where it is sure that the words speak of people."""
    found = _in_two_clauses(cleaned, folded) or _in_one(cleaned, folded)
    return found if found is not None and found.is_sure else None


def maybe(cleaned: str, folded: str) -> Instead | None:
    """The same of names in small letters ("thay hoa bang mai"), for who knows whom a list names.

    Whom it takes off has to be looked up there; who comes instead may be called anything.
    """
    return _in_two_clauses(cleaned, folded, _is_short) or _in_one(cleaned, folded, _is_short)


def _is_short(name: str) -> bool:
    return len(name.split()) <= _LONGEST_NAME


def _in_one(cleaned: str, folded: str, fits: Callable[[str], bool] = is_somebody) -> Instead | None:
    for pattern in (_WHOM, _BOTH, _GIVEN, _GIVES_WAY, _COMES_FOR):
        found = pattern.match(folded)
        verb = _verb(cleaned, found) if found is not None else ""
        if found is None or verb.isupper() or "thẻ" in verb:
            continue  # a name, or a card
        old, new = typed(cleaned, found, "old"), typed(cleaned, found, "new")
        if old and is_somebody(old) and (new is None or fits(_without_more(new))):
            return Instead(old, new, found.groupdict().get("act") in {"sua", "chua"})
    return None


def _verb(cleaned: str, found: re.Match[str]) -> str:
    if "verb" not in found.re.groupindex:
        return ""
    said = cleaned[slice(*found.span("verb"))].split()
    return said[-1] if said[-1] != "cho" or len(said) == 1 else said[-2]


def _in_two_clauses(
    cleaned: str, folded: str, fits: Callable[[str], bool] = is_somebody
) -> Instead | None:
    """ "bà Lan bận, cho ông Mẫu đi thay"; a comma may be missing."""
    if _SECOND.search(folded) is None:
        return None
    for place in _BREAK.finditer(folded):
        out = _OUT.match(folded[: place.start()])
        comes = _COMES.match(folded[place.end() :]) if out is not None else None
        if out is None or comes is None:
            continue
        who, rest = typed(cleaned[: place.start()], out, "who"), cleaned[place.end() :]
        named = typed(rest, comes, "named")  # perhaps with a category behind it
        instead = named or next((typed(rest, comes, one) for one in _COMING if comes[one]), None)
        known = fits(_without_more(named)) if named else instead and is_somebody(instead)
        if who and instead and known and is_somebody(who):
            return Instead(who, instead)
    return None


def _without_more(name: str) -> str:
    """*name* without a category or office behind a comma."""
    return name.partition(",")[0]
