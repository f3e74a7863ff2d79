"""What a few plain words choose where a menu waits: send it, hide my name, tell me at the meeting.

A table, and one reader of it: a message means something when a saying of that meaning stands in it
and nothing is left over but small words. A longer sentence keeps what it asks.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from faq.normalize import clean, words
from faq.telex import decode
from handlers.sayings import Heard, Sayings

SEND, QUIET, DROP = "send", "quiet", "drop"
"""Send it or write it down; without my name; throw it away."""
MORE = "more"
"""Tell me more of it."""
HERE, HEAD, MEETING = "here", "head", "at_meeting"
"""Where the answer should be told."""

_MOST_WORDS = 9

_WRITTEN: Mapping[str, tuple[str, ...]] = {
    QUIET: (
        *("giấu tên", "dấu tên", "ẩn danh", "ẩn tên", "giấu", "nặc danh", "bí mật", "kín tên"),
        *(
            f"{no} {show} tên"
            for no in ("không", "ko", "k", "đừng", "khỏi", "hông")
            for show in ("ghi", "để", "nêu", "lộ", "đưa", "có", "hiện")
        ),
    ),
    DROP: ("bỏ", "xóa câu này", "xoá câu này", "xóa câu", "xoá câu", "xoá lời này"),
    SEND: ("gửi", "gởi", "chuyển", "nộp", "ghi", "lưu"),
    MORE: ("thêm", "xem thêm", "nói thêm", "đọc thêm", "kể thêm"),
    MEETING: ("họp", "buổi họp", "cuộc họp", "đối thoại", "hội nghị"),
    HEAD: ("trưởng thôn", "trưởng bản", "trưởng ấp", "trưởng buôn", "trưởng xóm", "trưởng làng"),
    HERE: ("ở đây", "đây", "tại đây", "trên này", "máy này", "điện thoại", "zalo", "nhắn tin"),
}
"""Sayings as they are written with accents; of several meanings the first counts."""

_SMALL = frozenset(
    (
        *(
            "dạ",
            "ạ",
            "à",
            "ơi",
            "nha",
            "nhé",
            "nghe",
            "đi",
            "giúp",
            "giùm",
            "dùm",
            "luôn",
            "thì",
            "là",
        ),
        *("em", "e", "tôi", "tui", "mình", "con", "cháu", "chị", "anh", "cho", "với", "cứ", "vậy"),
        *("ông", "bà", "bác", "chú", "cô", "nói", "báo", "nhắn", "trả lời", "lại", "nhờ", "muốn"),
        *(
            "xin",
            "ở",
            "tại",
            "trong",
            "trên",
            "qua",
            "hôm",
            "buổi",
            "hãy",
            "ok",
            "ừ",
            "thôi",
            "rồi",
        ),
        *("được", "hết", "tin", "câu này", "cán bộ", "xã", "nó", "câu", "này", "về"),
    )
)
_BESIDE: Mapping[str, frozenset[str]] = {
    QUIET: frozenset(_WRITTEN[SEND]),  # "gửi giấu tên"
}
_SAYINGS = Sayings(frozenset(_SMALL).union(*_WRITTEN.values()))


def meant(text: str) -> tuple[str, ...]:
    """The meanings above that *text* may have, the surest first; none for anything else."""
    typed = [decode(word) for word in words(clean(text))]
    if not 0 < len(typed) <= _MOST_WORDS or "?" in text:
        return ()
    heard = _SAYINGS.heard(typed)
    return tuple(
        meaning
        for meaning, sayings in _WRITTEN.items()
        if _fills(typed, heard, frozenset(sayings), _SMALL | _BESIDE.get(meaning, frozenset()))
    )


def _fills(
    typed: Sequence[str], heard: Heard, sayings: frozenset[str], small: frozenset[str]
) -> bool:
    """Whether one of *sayings* is heard, and every other word is a small one."""
    said = {place for run, here in heard if here & sayings for place in run}
    beside = {place for run, here in heard if here & small for place in run}
    return bool(said) and len(said | beside) == len(typed)
