"""What a village head asks for a household in one message: whose question it is, and the words.

"hỏi hộ cho bà Mẫu không có điện thoại: đường vào nhà bị sạt lở", "nhà ông Mẫu không có điện thoại
muốn hỏi sao chưa được vay vốn".
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from faq.normalize import clean
from handlers.list_words import folded
from handlers.named_people import TITLE, is_somebody

_LEAD = r"(?:(?:da|a|em|oi|toi|cho|xin|nho|muon) )*"
_NO = r"(?:khong|ko|k|kh|hong|chua)"
_NO_PHONE = rf"(?:(?:nha|ho|thi|ma) )?{_NO} (?:co |biet dung |dung )(?:dien thoai|dt|sdt|so|zalo)"
_WHO = rf"(?P<name>(?:{TITLE} )+[^\s,;:]+(?: [^\s,;:]+){{0,5}}?)"
_WANTS = r"(?:(?:muon|nho|can|xin|em|toi|gui|ho|giup|gium|la) )*hoi(?: la| rang| xem)?"
_ASKS_FOR = (
    re.compile(
        rf"^{_LEAD}(?:hoi|gui) (?:ho|giup|gium|thay)(?: cho)? {_WHO}(?:,? {_NO_PHONE})?"
        rf"(?:(?:,? {_WANTS})? ?: ?|,? {_WANTS} )(?P<words>\S.*)$",
        re.DOTALL,
    ),
    re.compile(rf"^{_LEAD}{_WHO},? {_NO_PHONE},? {_WANTS}[:,]? ?(?P<words>\S.*)$", re.DOTALL),
)
_FEWEST_WORDS = 2
_HOUSE = re.compile(r"^(?:nha|ho) ")


@dataclass(frozen=True, slots=True)
class Asked:
    """For whom something is asked, and what, as typed."""

    name: str
    words: str


def read(text: str) -> Asked | None:
    """What *text* asks for a household; None where it is no such message."""
    cleaned = clean(text)
    said = folded(cleaned)
    for pattern in _ASKS_FOR:
        found = pattern.match(said)
        if found is None:
            continue
        name, words = (cleaned[slice(*found.span(part))].strip() for part in ("name", "words"))
        if _HOUSE.match(folded(name)):
            name = name.partition(" ")[2]
        if is_somebody(name) and len(words.split()) >= _FEWEST_WORDS:
            return Asked(name, words)
    return None
