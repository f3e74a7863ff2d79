"""Where a text names somebody: found by those who forget a person."""

from __future__ import annotations

import re
from collections.abc import Iterator

_NO_PERSON = re.compile(
    r"(?:thứ|tháng|ngày|mùng|mồng|năm|quý|lần|lớp|tổ|khoản|điều|số|thôn|bản|xóm|ấp|buôn|làng|khu|xã"
    r"|phường|huyện|tỉnh|chợ|sông|suối|cầu|đường|trường|miền|việt)",
    re.I,
)
"""What one syllable behind it names is a day, a number or a place: "thứ Bảy", "thôn Sen"."""
_TITLE = re.compile(
    r"(?:ông|bà|anh|chị|em|cô|chú|bác|cậu|mợ|dì|thím|cụ|cháu|con|hộ|bạn|mẹ|bố|vợ|chồng|của|tên)",
    re.I,
)
_BEGINS = re.compile(r"(?:^|[^\d\s]\s*[.!?]|[\n“\"])\s*\Z")
_BEFORE = re.compile(r"(\w+)[^\S\n]\Z")
_NEXT = re.compile(r"[^\S\n](\w)")
_OF_TIME = re.compile(r"[^\S\n](?:nay|ngoái|sau|trước|tới|học|\d)")


def is_named(text: str, name: str) -> bool:
    """Whether *text* names whoever is called *name*."""
    return next(_places(text, name), None) is not None


def with_name(text: str, name: str, instead: str) -> str:
    """*text* with *instead* for *name*, with a capital where it begins a sentence."""
    parts, end = [], 0
    for found in _places(text, name):
        before = text[: found.start()].rstrip()
        begins = not before or before[-1] in ".!?"
        parts += [text[end : found.start()], instead[:1].upper() if begins else instead[:1]]
        parts.append(instead[1:])
        end = found.end()
    return "".join((*parts, text[end:]))


def _places(text: str, name: str) -> Iterator[re.Match[str]]:
    """Whole words alone; one syllable only with its capital, and not where it is something else.

    It may be a day or a place, or the end of another's name: "Mẫu Thị Sen" is not "Sen".
    """
    flags = re.IGNORECASE if " " in name else re.NOFLAG
    for found in re.finditer(rf"(?<!\w){re.escape(name)}(?!\w)", text, flags):
        if " " in name or _stands_alone(text, found):
            yield found


def _stands_alone(text: str, found: re.Match[str]) -> bool:
    before = _BEFORE.search(text[: found.start()])
    after = text[found.end() :]
    following = _NEXT.match(after)
    if (following is not None and following[1].isupper()) or _OF_TIME.match(after):
        return False
    if before is None or _TITLE.fullmatch(before[1]):
        return True
    if _NO_PERSON.fullmatch(before[1]):
        return False
    # a capital is that of a longer name, or the sentence begins there
    return not before[1][0].isupper() or _BEGINS.search(text[: before.start()]) is not None
