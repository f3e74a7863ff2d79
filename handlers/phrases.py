"""What people mean who write about the meeting in their own words: a table, and one reader of it.

A phrase is a few word families that must all occur, whatever stands between them; what is left over
must be small talk. So "dk hop", "co hop dan o dau khi nao vay" and "cho tôi đi họp với" are
understood, and a story in which a meeting occurs stays a question.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from faq.normalize import clean, words
from faq.telex import decode
from handlers.sayings import Heard, Sayings

MEETING = "meeting"
"""When and where is the meeting?"""
SEAT = "seat"
"""I want to come."""
NO_SEAT = "no_seat"
"""I cannot come."""
NO_MESSAGES = "no_messages"
"""Write to me no more."""
CALL = "call"
"""Have somebody call me."""

MINE = "mine"
"""Let me see what I sent."""
PETITION = "petition"
"""I want the commune to do something."""
ACCEPTED = "accepted"
"""Has my seat been given to me?"""
MAY_COME = "may_come"
"""May I come?"""

_MOST_WORDS = 14
_MOST_READINGS = 30
"""Of one message; who repeats the same words over and over tells nothing."""

_NOT = ("không", "ko", "k", "kh", "hok", "hông", "hổng", "chẳng")
_MAY = ("được", "dc", "đc")
_COMES = tuple(f"{go} {meet}" for go in ("đi", "dự", "tham dự") for meet in ("họp", "đối thoại"))
_NO_MORE = (*_NOT, "đừng", "dừng", "thôi", "ngừng", "ngưng")

_WRITTEN: Mapping[str, tuple[str, ...]] = {
    # "hợp" for "họp" is a common misspelling; the compounds of "hợp" are in _NEVER.
    "meet": ("họp", "hợp", "đối thoại", "hội nghị"),
    "when": (
        *("khi nào", "bao giờ", "chừng nào", "lúc nào", "mấy giờ", "mấy h", "hôm nào", "hôm nao"),
        *("ngày nào", "ngày mấy", "bữa nào", "bữa mô", "khi mô", "thứ mấy", "mấy ngày nữa"),
        *("ở đâu", "chỗ nào", "ở mô", "đâu", "bn h", "bao h", "bao jo", "bao giơ", "bn giờ"),
        *("mấy jo", "mí giờ", "mấy g", "hum nào", "bửa nào", "chổ nào", "ở chổ nào", "chỗ mô"),
    ),
    "calendar": ("lịch",),
    "is there": ("có", "sắp"),
    "or not": ("không", "ko", "k", "hok", "hông", "chưa"),
    "register": (
        *("đăng ký", "đăng kí", "đk", "dk", "đki", "dki", "dky", "đky"),
        *("ghi tên", "ghi danh", "báo danh"),
    ),
    "want": ("xin", "cho", "muốn", "được", "dc", "đc"),
    "ask for": ("xin", "cho", "muốn"),
    "seat": ("chỗ", "suất", "ghế"),
    "keep": ("đặt", "giữ", "dành", "để dành", "chừa", "lấy", "đăng ký", "kiếm"),
    "attend": ("đi dự", "đến dự", "tới dự", "tham dự", "vào dự"),
    "one": ("một", "1"),
    "go": ("đi", "dự", "tham gia", "tham dự"),
    "not": _NOT,
    "busy": ("bận", "kẹt", "ốm", "mắc", "mắc việc", "bận việc", "có việc", "có đám"),
    "give up": ("hủy", "huỷ", "bỏ", "trả"),
    # In this order only: "đi được không" asks whether one may come.
    "cannot come": (
        *(f"{no} {go}" for no in (*_NOT, "khỏi") for go in ("đi", "tham gia", "tham dự")),
        *(f"{no} {can}" for no in _NOT for can in ("thể đi", "đến được", "tới được", "dự được")),
        *(f"đi {no} {can}" for no in _NOT for can in ("được", "đc", "dc", "nổi")),
    ),
    # In this order only: "không được đi họp" says that one may not.
    "may come": (
        *(f"{may} {go} {ask}" for may in _MAY for go in _COMES for ask in (*_NOT, "chưa")),
        *(f"{go} {may} {ask}" for may in _MAY for go in _COMES for ask in (*_NOT, "chưa")),
        *(f"có {may} {go}" for may in _MAY for go in _COMES),
    ),
    "give up the seat": (
        *(f"{up} chỗ" for up in ("hủy", "huỷ", "bỏ", "trả", "nhường")),
        *(f"{up} {what}" for up in ("hủy", "huỷ", "rút") for what in ("tên", "đăng ký")),
        *(
            f"{up} {what} chỗ"
            for up in ("rút", "rút lại", "hủy", "huỷ", "bỏ", "thu hồi")
            for what in ("lời xin", "yêu cầu xin")
        ),
        *(f"{no} xin chỗ nữa" for no in (*_NOT, "thôi")),
    ),
    "no messages": tuple(f"{no} {get}" for no in _NO_MORE for get in ("nhận", "nhắn", "muốn nhận")),
    "call me": tuple(
        f"gọi {how} {me}"
        for how in ("cho", "lại cho", "điện cho", "điện lại cho", "giúp")
        for me in ("tôi", "em", "tui", "mình", "bà", "ông", "bác", "cô", "chú", "cháu", "con")
    ),
    "mine": (
        *(
            f"{what} {whose}"
            for what in ("câu hỏi", "câu", "kiến nghị", "phản ánh", "ý kiến")
            for whose in ("của tôi", "của em", "của tui", "của mình", "đã gửi", "đã hỏi")
        ),
        "câu tôi gửi",
    ),
    "look": ("xem", "coi", "tìm", "tra", "mở", "xem lại", "coi lại"),
    "petition": ("kiến nghị", "phản ánh", "góp ý", "đề nghị", "đề xuất", "nêu ý kiến"),
    "accepted": ("nhận", "duyệt", "có tên", "có chỗ", "được chỗ", "có suất", "đồng ý"),
    "yet": ("chưa",),
    "any more": ("nữa", "tin", "tin nhắn"),
    "send no messages": tuple(f"{no} {send} tin" for no in _NO_MORE for send in ("gửi", "gởi")),
}
"""Words and sayings of one sense, as they are written with accents."""

_FAMILIES = {name: frozenset(sayings) for name, sayings in _WRITTEN.items()}

_ABOUT = frozenset(
    saying
    for family in (
        *("meet", "seat", "attend", "cannot come", "give up the seat"),
        *("no messages", "send no messages", "call me"),
        *("mine", "petition", "accepted"),
    )
    for saying in _FAMILIES[family]
)
"""Without one of these a message is about something else."""

_SMALL_TALK = frozenset(
    (
        *("dạ", "ạ", "à", "ơi", "vậy", "thế", "nhé", "nhe", "nha", "nghe", "với", "giúp", "giùm"),
        *(
            "hả",
            "z",
            "zậy",
            "v",
            "zị",
            "vại",
            "rứa",
            "hành",
            "coi",
            "xem",
            "ad",
            "nào",
            "nữa",
            "luôn",
            "đó",
            "đây",
            "này",
            "tới",
            "là",
            "thì",
            "mà",
        ),
        *("em", "e", "tôi", "toi", "tui", "mình", "con", "cháu", "anh", "chị", "bác", "cô", "chú"),
        *("nhà", "nhà em", "nhà tôi", "xã", "xã mình", "thôn", "thôn em", "dân", "bà con", "buổi"),
        *("cuộc", "cho em hỏi", "cho hỏi", "cho tôi hỏi", "xin hỏi", "hỏi", "muốn hỏi", "cần"),
        *(
            "cho em",
            "cho tôi",
            "đi",
            "dự",
            "có",
            "được",
            "không",
            "rồi",
            "một",
            "vào",
            "tại",
            "lại",
        ),
        *(
            "giảm nghèo",
            "chính sách",
            "người",
            "tên",
            "chỗ",
            "về",
            "biết",
            "cho em biết",
            "cho biết",
        ),
        *("dc", "đc", "xin", "muốn", "hôm đó", "bữa đó", "mai", "xin lỗi", "phải", "báo", "thôi"),
        *(
            "tham gia",
            "tham dự",
            "thứ bảy",
            "chủ nhật",
            "ngày mai",
            "hôm nay",
            "tháng này",
            "tuần này",
            "sắp tới",
            "đối thoại",
        ),
    )
)
"""What may stand in a phrase beside its families, and changes nothing."""

_NEVER = frozenset(
    (
        *(
            "hợp tác",
            "hợp đồng",
            "hợp lý",
            "hợp lệ",
            "hợp pháp",
            "hợp nhất",
            "hợp thức",
            "hợp thửa",
        ),
        *("suất vay", "suất ăn", "suất học", "suất quà", "suất gạo"),
        *("trường hợp", "phù hợp", "kết hợp", "tổng hợp", "thích hợp", "phối hợp", "hỗn hợp"),
        *("liên hợp", "tập hợp", "hộ nghèo", "cận nghèo", "hộ cận", "phụ huynh"),
        *("họp lớp", "chi bộ", "phụ nữ", "nông dân", "kết quả", "biên bản", "họp xong", "nói gì"),
        *(
            "nhận được",
            "vừa rồi",
            "hôm qua",
            "hôm trước",
            "lần trước",
            "thay",
            "giấy",
            "tiền",
            "mang",
            "trả lời",
        ),
    )
)
"""Sayings after which the message is about something else, or asks for more than a time."""

_SAYINGS = Sayings(frozenset().union(_SMALL_TALK, _NEVER, *_FAMILIES.values()))


@dataclass(frozen=True, slots=True)
class Phrase:
    """Families that must all occur, in words of their own, and how many words may be left."""

    meaning: str
    families: tuple[str, ...]
    spare: int = 1


_PHRASES: tuple[Phrase, ...] = (
    Phrase(MAY_COME, ("may come",), spare=0),
    Phrase(NO_SEAT, ("not", "go", "meet"), spare=0),
    Phrase(NO_SEAT, ("busy", "not", "go", "meet")),
    Phrase(NO_SEAT, ("give up", "seat", "meet"), spare=0),
    Phrase(NO_SEAT, ("give up", "register", "meet"), spare=0),
    Phrase(NO_SEAT, ("cannot come",), spare=0),
    Phrase(NO_SEAT, ("busy", "cannot come")),
    Phrase(NO_SEAT, ("give up the seat",), spare=0),
    Phrase(NO_SEAT, ("give up the seat", "meet"), spare=0),
    Phrase(NO_MESSAGES, ("no messages", "any more"), spare=0),
    Phrase(CALL, ("call me",), spare=0),
    Phrase(NO_MESSAGES, ("send no messages",), spare=0),
    Phrase(MEETING, ("meet", "when")),
    Phrase(MEETING, ("calendar", "meet")),
    Phrase(SEAT, ("register", "meet"), spare=2),
    Phrase(SEAT, ("register", "one", "seat")),
    Phrase(SEAT, ("ask for", "one", "seat"), spare=0),
    Phrase(SEAT, ("keep", "one", "seat"), spare=0),
    Phrase(SEAT, ("keep", "seat", "meet")),
    Phrase(SEAT, ("ask for", "attend"), spare=0),
    Phrase(SEAT, ("ask for", "seat", "meet")),
    Phrase(SEAT, ("ask for", "go", "meet")),
    Phrase(MEETING, ("is there", "meet", "or not"), spare=0),
    Phrase(MINE, ("look", "mine"), spare=0),
    Phrase(MINE, ("mine", "when"), spare=0),
    Phrase(MINE, ("mine",), spare=0),
    Phrase(PETITION, ("want", "petition"), spare=0),
    Phrase(ACCEPTED, ("accepted", "yet"), spare=0),
)
"""The first that fits counts."""


def meant(text: str) -> str | None:
    """Which of the meanings above a message has; None for anything else."""
    typed = [decode(word) for word in words(clean(text))]
    if not 1 < len(typed) <= _MOST_WORDS:
        return None
    heard = _SAYINGS.heard(typed)
    if not _places(heard, _ABOUT) or _places(heard, _NEVER):
        return None
    found = {name: _places(heard, sayings) for name, sayings in _FAMILIES.items()}
    left: dict[frozenset[int], int] = {}
    for phrase in _PHRASES:
        if _fits(typed, phrase, [found[family] for family in phrase.families], left):
            return phrase.meaning
    return None


def _fits(
    typed: Sequence[str],
    phrase: Phrase,
    places: Sequence[Sequence[range]],
    left: dict[frozenset[int], int],
) -> bool:
    """Whether each family has words of its own, and little but small talk is left.

    *left* remembers of the whole message how many words other ways of reading it left over.
    """
    for chosen in product(*places):
        taken = frozenset(place for one in chosen for place in one)
        if len(taken) < sum(map(len, chosen)):
            continue
        if taken not in left:
            if len(left) == _MOST_READINGS:
                return False
            left[taken] = _unknown([word for at, word in enumerate(typed) if at not in taken])
        if left[taken] <= phrase.spare:
            return True
    return False


def _unknown(rest: Sequence[str]) -> int:
    """How many words are neither small talk nor numbers."""
    talked = {place for one in _places(_SAYINGS.heard(rest), _SMALL_TALK) for place in one}
    return sum(place not in talked and not word.isdigit() for place, word in enumerate(rest))


def _places(heard: Heard, sayings: frozenset[str]) -> list[range]:
    """Where one of *sayings* stands."""
    return [run for run, here in heard if not here.isdisjoint(sayings)]
