"""What an official means who writes in own words: an answer was wrong, the meeting is over.

"em trả lời nhầm", "sua lai cau tra loi", "họp xong rồi em ơi", "nđ 07/2021 còn hiệu lực không":
whole messages, with and without accents. A message that says more stays what it is.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from faq.normalize import clean, fold
from handlers.parsing import key

CORRECT = "correct"
"""An answer that went out is to be corrected."""
BEGUN = "begun"
"""The meeting begins."""
OVER = "over"
"""The meeting is over."""
NOT_OVER = "not_over"
"""It was noted by mistake that it is."""
ACT = "act"
"""Something is to be done with a session, or to be seen of it: ``about`` tells what."""
UNANSWERED = "unanswered"
"""Which questions wait?"""
OVERDUE = "overdue"
"""Which questions should have been answered before now?"""
LAW = "law"
"""A legal document, by its number."""

_MOST_WORDS = 16

_MENDS = re.compile(r"\b(?:sua|doi(?! thoai)|chinh|thay)\b")
_PARTS = (
    ("deadlines", re.compile(r"\bhan\b")),
    ("bring", re.compile(r"\bmang\b")),
    ("allowance", re.compile(r"\b(?:ho tro|phu cap|tien an|tien di lai)\b")),
    ("villages", re.compile(r"\b(?:noi moi|so cho|so ghe|thon moi|moi thon)\b")),
    ("venue", re.compile(r"\b(?:cho hop|dia diem|noi hop|hoi truong)\b")),
    ("topics", re.compile(r"\b(?:noi dung|linh vuc|chu de)\b")),
    ("when", re.compile(r"\b(?:ngay|gio|luc|\d{1,2}h\d{0,2})\b")),
)
"""How the parts are called; the first that is named counts."""
_REST = frozenset({"deadlines", "bring", "allowance"})
"""Parts that are asked together, as "rest", where several of them are named."""
_MENDS_FIRST = re.compile(
    r"(?:(?:da|a|em|oi|cho|xin|muon|can|quen|khoan|chet) )*(?:sua|doi(?! thoai)|chinh|thay)\b"
)


@dataclass(frozen=True, slots=True)
class Said:
    """What a message means, and what it names: words of a question, the number of a document."""

    meaning: str
    about: str = ""
    is_bare: bool = False
    """Nothing but a number, which may also be a month."""


_END = r"(?: (?:roi|a|ah|em|e|oi|nhe|nha|voi|giup|di|luon|day|do|nay|mat|vay|ad|z|r|dum|toi|minh))*"
_I = (
    r"(?:(?:da|a|em|e|oi|toi|tui|minh|chi|anh|thoi|chet|hom qua|hom nay|luc nay|hoi nay|sang nay"
    r"|vua|vua roi|vua nay|lo|bi|moi|can|muon|cho|xin|nho|giup|hinh nhu|hom truoc) )*"
)
_WRONG = r"(?:nham|sai|lon|lac|thieu|lo|chua dung|khong dung|chua du)"
_MEND = r"(?:sua|chinh|chinh sua|doi|thay|viet|dinh chinh|cai chinh|cap nhat)"
_PART = r"(?: (?:lai|cai|phan|noi dung|loi))*(?: cau| cau hoi)?(?: da)?"
_WHICH = r"(?: (?:lai|da gui|vua gui|hom qua|luc nay|hoi nay|cu))*"
_OF = r"(?: (?:cau|cau hoi|ma|cho|cua|ve|o|so))*"
_ABOUT = r"(?: (?P<about>.+?))??"
_CORRECTS = tuple(
    re.compile(rf"{_I}(?:{pattern}){_END}")
    for pattern in (
        rf"tra loi (?:bi )?{_WRONG}(?: (?:roi|mat|mot|1))*{_OF}{_ABOUT}",
        rf"{_MEND}{_PART} tra loi{_WHICH}{_OF}{_ABOUT}",
        rf"tra loi lai{_OF}{_ABOUT}",
        rf"(?:gui|goi) {_WRONG}(?: (?:cau|loi))? tra loi{_OF}{_ABOUT}",
        rf"{_WRONG}(?: (?:cau|loi))? tra loi{_OF}{_ABOUT}",
        rf"(?:cau|loi) tra loi{_OF}{_ABOUT} (?:bi )?{_WRONG}",
    )
)
_OF_FAQ = re.compile(r"\b(?:bo cau hoi|faq|co san|tra loi mau|cau mau|thuong gap|chinh sach)\b")
_ASKS = re.compile(r"\b(?:chua|khong|ko|k|lam sao|the nao|sao|gi|bao gio|khi nao|neu|thi|ai|dau)\b")

_MEETING = r"(?:(?:buoi|cuoc) )?(?:doi thoai|hoi nghi|hop(?: doi thoai)?)"
_DAY = r"(?:sang|chieu|hom|toi) (?:nay|qua)"
_WE = (
    rf"(?:(?:da|a|em|e|oi|toi|minh|xa|ghi|bao|giup|la|the|vay|ok|vua|moi|ba con|dan|{_DAY}"
    r"|thon) )*"
)
_DONE = r"(?:xong|ket thuc|be mac|tan|giai tan|hoan thanh)"
_AND = rf"(?: (?:{_DAY}|het|xong xuoi|ca|thon|xa|thanh cong|tot dep|tot)\b)*{_END}"
_OVER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_WE}{_MEETING}(?: {_DAY})?(?: (?:da|vua|moi|la|coi nhu))* {_DONE}{_AND}",
        rf"{_WE}{_DONE}(?: xong)? {_MEETING}{_AND}",
    )
)
_BEGUN = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_WE}(?:bat dau|khai mac|vao)(?: vao)? {_MEETING}{_AND}",
        rf"{_WE}{_MEETING}(?: {_DAY})?(?: (?:da|vua|moi))* (?:bat dau|khai mac){_AND}",
    )
)
_SLIPPED = r"(?:(?:bam|ghi|bao|nhan|chon|lo|bi|go) )*(?:nham|lon|sai)(?: (?:roi|nut|la|cai|so))*"
_NOT_YET = rf"(?:chua {_MEETING} xong|{_MEETING}(?: {_DAY})? chua {_DONE}|chua {_DONE} {_MEETING})"
_NOT_OVER = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_WE}(?:{_SLIPPED} )?(?:van )?{_NOT_YET}(?: dau| ma)*{_END}",
        rf"{_WE}{_SLIPPED} (?:da )?(?:{_MEETING} {_DONE}|{_DONE} {_MEETING}){_END}",
        rf"{_WE}(?:van )?(?:con )?dang {_MEETING}(?: dau| ma| do)*{_END}",
    )
)

_KIND = (
    r"(?:nghi dinh|n\.?d|thong tu(?: lien tich)?|t\.?t|ttlt|quyet dinh|q\.?d|nghi quyet|n\.?q"
    r"|luat|bo luat|cong van|chi thi|van ban)"
)
_NUMBER = r"\d{1,4}"
_YEAR = r"(?:19|20)\d\d"
_SUFFIX = r"(?: ?[/-] ?[a-z][a-z0-9]{1,8}(?: ?- ?[a-z]{2,8})*)"
_STANDS = (
    r"(?: (?:cua chinh phu|con|hieu luc|het hieu luc|khong|ko|k|chua|dau|o dau|xem|voi|em|oi|a|nhe"
    r"|nha|bi thay|thay the|bi thay the|nao|duoc|roi|bang van ban nao|tu khi nao|den khi nao))*"
)
_LAW = re.compile(
    r"(?:(?:da|em|oi|cho|xem|tim|tra|toi|minh|hoi|giup|mo|can|cai|ve) )*"
    rf"(?P<law>(?P<kind>{_KIND} ?)?(?:so )?{_NUMBER}"
    rf"(?P<year>(?: ?[/-] ?| nam ){_YEAR})?{_SUFFIX}?){_STANDS}[ .?!]*"
)

_SENT = r"(?:dang ky|nop danh sach|gui danh sach|nop|ghi ten)"
_ANOTHER = r"(?: (?:sang|qua|den|lai|vao)(?: [\w/]+){1,6}?)?"
_ACTS = tuple(
    (about, re.compile(rf"{_WE}(?:{pattern}){_END}"))
    for about, pattern in (
        ("postpone", rf"(?:doi|hoan|lui|chuyen)(?: lai)?(?: ngay| lich)? {_MEETING}{_ANOTHER}"),
        ("cancel", rf"huy(?: bo)? {_MEETING}"),
        ("deadline", r"(?:doi|gia|keo dai|lui|sua) han(?: dang ky| nop danh sach| ghi ten)?"),
        ("reopen", r"mo lai (?:dang ky|danh sach)"),
        ("view", r"khoa (?:danh sach|dang ky)|bao nhieu nguoi dang ky"),
        (
            "view",
            rf"(?:con )?(?:thon|noi|ap|ban|khu pho) nao (?:con )?chua {_SENT}",
        ),
    )
)
"""What is done with a session by its overview."""
_UNANSWERED = re.compile(
    rf"{_WE}(?:(?:xem|con|cac|nhung|may) )*cau(?: hoi)?(?: nao)? (?:con )?chua tra loi{_END}"
)
_QUESTIONS = (
    r"(?:(?:cau|cau hoi|kien nghi|y kien)(?: va kien nghi)?"
    r"(?: (?:cua )?(?:dan|ba con|nguoi dan|cac thon))?)"
)
_SHOW = r"(?:(?:xem|cho|con|co|cac|nhung|may|liet ke|danh sach|loc|tim|mo|muon|can) )*"
_STILL = r"(?: chua tra loi)?(?: (?:da|bi|dang|con|ma|thi|tra loi))*"
_LATE = r"(?:(?:qua|wa|tre) (?:han|hang)|cham(?: han)?)(?: tra loi)?"
_OVERDUE = tuple(
    re.compile(rf"{_WE}(?:{pattern})(?: (?:khong|ko|k|kg|chua|nhi|ha))?{_END}")
    for pattern in (
        rf"{_SHOW}{_QUESTIONS}(?: nao)?{_STILL} {_LATE}(?: (?:chua|ma chua) tra loi)?",
        rf"(?:(?:da|bi|tra loi) )*{_LATE} (?:may|nhung|cac|bao nhieu) {_QUESTIONS}",
    )
)


def read(text: str) -> Said | None:
    """What *text* means; None when it means none of these."""
    said = key(text)
    if not 0 < len(said.split()) <= _MOST_WORDS or "\n" in text.strip():
        return None
    law = _LAW.fullmatch(" ".join(fold(clean(text)).split()))
    if law is not None and (law["kind"] or law["year"]):
        return Said(LAW, law["law"].strip(), is_bare=not law["kind"])
    for meaning, patterns in ((NOT_OVER, _NOT_OVER), (OVER, _OVER), (BEGUN, _BEGUN)):
        if any(one.fullmatch(said) for one in patterns):
            return Said(meaning)
    about = next((about for about, one in _ACTS if one.fullmatch(said)), None)
    if about is not None:
        return Said(ACT, about)
    if any(one.fullmatch(said) for one in _OVERDUE):
        return Said(OVERDUE)
    return Said(UNANSWERED) if _UNANSWERED.fullmatch(said) else _corrected(said)


def part_to_mend(text: str) -> str | None:
    """Which part of a dialogue session *text* wants to be put right: "sửa lại hỗ trợ"."""
    said = key(text)
    if _MENDS.search(said) is None:
        return None
    named = [part for part, names in _PARTS if names.search(said)]
    return "rest" if len(_REST.intersection(named)) > 1 else next(iter(named), None)


def mends_part(text: str) -> bool:
    """Whether *text* orders that a part be put right, and tells nothing else."""
    return _MENDS_FIRST.match(key(text)) is not None and part_to_mend(text) is not None


def _corrected(said: str) -> Said | None:
    """A wrong answer; questions about it, and words about the FAQ, are none."""
    if _OF_FAQ.search(said):
        return None
    for one in _CORRECTS:
        found = one.fullmatch(said)
        if found is not None:
            about = found["about"] or ""
            return None if _ASKS.search(about) else Said(CORRECT, about)
    return None
