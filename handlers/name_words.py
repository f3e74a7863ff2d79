"""Words that come where a name is asked for and are none: an answer, a command, a line to drop."""

from __future__ import annotations

import re
from collections.abc import Sequence

from faq.normalize import clean
from handlers import phrases
from handlers.global_words import BACK_WORDS, DROP_WORDS, GLOBAL_WORDS
from handlers.parsing import key, number, pick, yes_no

_REPLIES = frozenset(
    {
        *("khong biet", "khong hieu", "ko hieu", "chua biet", "de sau", "cho ti", "cho chut"),
        *("la sao", "sao vay", "gi vay", "khong co", "khong co ten", "sua lai", "sai roi"),
    }
)
_TARGET = r"(?:\s+(?:tên|ten|dòng|dong|số|so|người|nguoi))*\s+(?P<target>\S.*)$"
_PLAIN = re.compile(r"^(?:dạ |em |cho em )?(?:xoá|xóa|xoa|bỏ|gạch|gach)" + _TARGET, re.IGNORECASE)
_UNSURE = re.compile(r"^(?:bo|huy|huỷ|hủy|loai|loại)" + _TARGET)
"""Without accents and capitals these may also begin a name: "Bo Bo", "Huy"."""


def is_reply(text: str) -> bool:
    """Whether *text* answers or orders something, so that it names nobody."""
    typed = key(text)
    return (
        yes_no(text) is not None
        or typed in GLOBAL_WORDS
        or typed in BACK_WORDS
        or typed in DROP_WORDS
        or typed in _REPLIES
        or drops_somebody(text)
        or phrases.meant(text) is not None
    )


def drops_somebody(text: str) -> bool:
    """Whether *text* surely asks to take somebody off a list."""
    return _PLAIN.match(clean(text)) is not None


def dropped(text: str, names: Sequence[str]) -> int | None:
    """Which of *names* "xoá ‹tên›" or "bỏ dòng 2" means; None when it means none of them."""
    cleaned = clean(text)
    found = _PLAIN.match(cleaned) or _UNSURE.match(cleaned)
    if found is None:
        return None
    place = number(found["target"])
    if place is not None:
        return place - 1 if 1 <= place <= len(names) else None
    return pick(found["target"], names)
