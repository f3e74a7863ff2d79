"""Words that come where a name is asked for and are none: an answer, a command, a line to drop."""

from __future__ import annotations

import re
from collections.abc import Sequence

from faq.normalize import clean
from handlers import answer_words, head_words, lent_words, named_people, phrases, speakers
from handlers.global_words import BACK_WORDS, DROP_WORDS, named
from handlers.parsing import gives_up, key, number, pick, yes_no
from handlers.reply_words import NO_NAME, ORDERS_NAME, QUIET

_REPLIES = frozenset(
    {
        *("khong biet", "khong hieu", "ko hieu", "chua biet", "de sau", "cho ti", "cho chut"),
        *("la sao", "sao vay", "gi vay", "khong co", "khong co ten", "sua lai", "sai roi"),
    }
)
_THANKED = (
    r"(?: (?:em|anh|chi|ad|cac|ban|nhieu|nha|nhe|nhen|a|ah|rat|lam|truoc|xa|can bo|nghe|hi|oi))*"
)
_COURTESY = re.compile(
    r"(?:(?:da|em|vang|ok|roi|toi|minh) )*(?:"
    rf"(?:xin |thanh that |chan thanh |rat )*(?:cam on|thank|thanks|tks){_THANKED}"
    rf"|(?:xin )?chao (?:em|anh|chi|ad|ban|xa|can bo|ca nha|moi nguoi){_THANKED}"
    rf"|(?:(?:the|vay) )?(?:la )?(?:het|xong|du)(?: (?:danh sach|ds|roi|nguoi|day))*{_THANKED}"
    rf"|(?:the|vay)(?: la)? thoi{_THANKED}"
    rf"|(?:nho|phien) (?:em|ad|xa|can bo)(?: (?:ghi|giup|gium|cho|voi|dang ky|them))*{_THANKED}"
    r")"
)
"""Said round a list to who writes it down."""
_SEVERAL = re.compile(
    r"^(?:(?:ca|hai|ba|2|3|ca hai|ca nha) )?(?:vo chong|me con|bo con|anh em|chi em|ong ba|ba chau"
    r"|ong chau|nguoi nha) (?:nha |cua )?(?:ong|ba|anh|chi|co|chu|bac|cu|em|di|cau) "
    r"|^(?:(?:ca|hai|2|ca hai) )?vo chong "
    r"|\b(?:va|voi|cung) (?:vo|chong|con|chau|me|bo|cha|em|anh|chi)(?: |$)"
)
_ASKS = re.compile(
    r"\b(?:lam sao|lam the nao|the nao|nhu nao|ra sao|thi sao|tai sao|vi sao|o dau|cho nao|dau ra"
    r"|bao nhieu|bao gio|khi nao|chung nao|may gio|can gi|gom gi|nhung gi|duoc gi|la gi|gi vay"
    r"|giay to|thu tuc|ho so|cho hoi|xin hoi|co duoc|duoc (?:khong|ko|k)|phai (?:khong|ko|k)"
    r"|(?:sua|lam|xem|coi|giai quyet|ho tro|cap) (?:giup|gium|dum)|giup (?:voi|toi|em|dum|gium)"
    r"|xa (?:sua|lam|giup|xem|coi|ho tro)|can bo (?:xem|giup|coi))\b"
)
"""What asks to be told or done something, and is in nobody's name."""
_TITLE = "(?:ông|bà|anh|chị|cô|chú|bác|cụ|em|cháu|ong|ba|chi|co|chu|bac|cu|chau)"
_TARGET = r"(?:\s+(?:tên|ten|dòng|dong|số|so|người|nguoi))*\s+(?P<target>\S.*)$"
_PLAIN = re.compile(
    r"^(?:dạ |em |cho em )?(?:xoá|xóa|xoa|bỏ|gạch|gach|(?:bo|huỷ|hủy|huy|rút|rut)"
    r"(?= (?:tên|ten|dòng|dong) ))" + _TARGET,
    re.IGNORECASE,
)
_ADDED = re.compile(
    r"^(?:(?:ghi|cho|đăng ký|dang ky|xin|nhờ) )*"
    rf"(?:(?:thêm|them|bổ sung|bo sung)|(?i:thêm|them|bổ sung|bo sung)(?= (?i:{_TITLE}) ))"
    r"(?: (?:tên|ten|người|nguoi|nữa là|là|cả))* "
)
"""Before a name that is to be added; with a capital "Thêm" may be a family name."""
_INTO_LIST = re.compile(
    r"\s+(?:vào|vao)\s+(?:danh sách|danh sach|ds|sổ)"
    r"(?:\s+(?:đi|di|dự|du|họp|hop|của|cua|thôn|thon|mình|minh|\d{1,2}|luôn|luon|giúp|giup|em|nhé"
    r"|nhe|ạ))*$",
    re.IGNORECASE,
)
_MENDS_LINE = re.compile(r"(?:sua|doi|chua)(?: lai)?(?: (?:dong|so|nguoi|thu|cau))+ (\d{1,2})")
_POLITE_END = re.compile(
    r"(?: (?:đi|di|ra|nhé|nhe|nha|em|ạ|với|voi|giúp|giup|luôn|luon|rồi|roi))+$"
)
_DIED = re.compile(
    r"^(?:cụ |cu )?(?P<target>\S+(?: \S+){0,5}?) (?:(?:đã|da|mới|moi|vừa|vua|bị|bi) )*"
    r"(?:chết|chet|qua đời|qua doi|mất|mat)(?: (?:rồi|roi|hôm qua|hom qua|hôm kia|hom kia))*$"
)
_SEVERAL_NAMES = re.compile(r"\s*[,;]\s*(?:bỏ |bo |xoá |xóa |xoa )?|\s+(?:và|va)\s+")
_UNSURE = re.compile(r"^(?:bo|huy|huỷ|hủy|loai|loại)" + _TARGET)
"""Without accents and capitals these may also begin a name: "Bo Bo", "Huy"."""


def is_reply(text: str) -> bool:
    """Whether *text* answers or orders something, so that it names nobody."""
    typed = key(text)
    return (
        yes_no(text) is not None
        or gives_up(text)
        or named(text) is not None
        or typed in BACK_WORDS
        or typed in DROP_WORDS
        or typed in _REPLIES
        or names_nobody(text)
        or is_courtesy(text)
        or asks_of_list(text)
        or asks(text)
        or _puts_right(text)
        or phrases.meant(text) is not None
    )


def names_nobody(text: str) -> bool:
    """Whether *text* speaks of a name and tells none: "khỏi ghi tên", "ghi tên đi"."""
    typed = key(text)
    orders = typed in NO_NAME or ORDERS_NAME.fullmatch(typed) is not None
    return orders or QUIET in answer_words.meant(text)


def is_courtesy(text: str) -> bool:
    """Whether *text* only thanks, greets or says that this is all."""
    return _COURTESY.fullmatch(key(text)) is not None


def names_several(text: str) -> bool:
    """Whether *text* speaks of several people at once: "2 vợ chồng anh Nam", "ông Tư và vợ"."""
    return not _is_capitalised(text) and _SEVERAL.search(key(text)) is not None


def asks(text: str) -> bool:
    """Whether *text* asks something; whoever writes each syllable with a capital tells a name."""
    if "?" in text:
        return True
    return not _is_capitalised(text) and _ASKS.search(key(text)) is not None


def _is_capitalised(text: str) -> bool:
    """ "Mẫu Mới": each syllable begins with a capital."""
    return all(word[:1].isupper() and not word[1:].isupper() for word in text.split())


def _puts_right(text: str) -> bool:
    """ "sửa thôn": what is wrong of the person, without the name that is right."""
    if lent_words.read(text) is not None:
        return True
    said = speakers.read(text)
    return said is not None and (said.meaning != speakers.NAME or said.to is None)


def asks_of_list(text: str) -> bool:
    """Whether *text* surely asks to change a list, or about it."""
    asked = None if _is_capitalised(text) else head_words.change(text)
    return drops_somebody(text) or (asked is not None and asked.sure)


def drops_somebody(text: str) -> bool:
    """Whether *text* surely asks to take somebody off a list."""
    asked = head_words.change(text)
    drops = asked is not None and asked.sure and asked.meaning == head_words.DROPS_OUT
    return drops or _PLAIN.match(clean(text)) is not None


def without_addition(line: str) -> str:
    """*line* without "thêm" before the name, and without "vào danh sách đi họp" behind it."""
    return _INTO_LIST.sub("", _ADDED.sub("", line, count=1), count=1)


def dropped(text: str, names: Sequence[str]) -> list[int]:
    """Which of *names* "xoá ‹tên›", "bỏ dòng 2" or "bà Lan bận" may mean; empty: none of them."""
    asked = head_words.change(text)
    if asked is not None and asked.who and asked.meaning == head_words.DROPS_OUT:
        return named_people.named(asked.who, names)
    cleaned = clean(text)
    plain = _PLAIN.match(cleaned)
    found = plain or _UNSURE.match(cleaned)
    if found is None:
        died = _DIED.match(cleaned)
        return named_people.named(died["target"], names) if died is not None else []
    target = found["target"]
    place = number(target)
    if place is not None:
        return [place - 1] if 1 <= place <= len(names) else []
    polite = _POLITE_END.sub("", target)
    bare = cleaned.startswith("bo ") and target.islower()  # hardly anybody is called "bo"
    orders = " " in polite or polite != target  # "bo Hoa di"
    if plain is not None or bare or named_people.has_title(target) or orders:
        return named_people.named(target, names) or named_people.named(polite, names)
    whole = pick(target, names)
    return [] if whole is None else [whole]


def all_dropped(text: str, names: Sequence[str]) -> list[int]:
    """Which of *names* "bỏ ‹tên›, ‹tên›" takes off; empty unless each of several is one of them."""
    cleaned = clean(text)
    found = _PLAIN.match(cleaned) or _UNSURE.match(cleaned)
    parts = _SEVERAL_NAMES.split(_POLITE_END.sub("", found["target"])) if found else []
    places = [named_people.named(part, names) for part in parts]
    if len(places) < 2 or any(len(one) != 1 for one in places):  # noqa: PLR2004 - several
        return []
    return sorted({one for (one,) in places})


def line_to_mend(text: str, count: int) -> int | None:
    """Which of *count* lines "sửa dòng 2" wants to be mended, from 0."""
    found = _MENDS_LINE.fullmatch(key(text))
    place = int(found[1]) if found is not None else 0
    return place - 1 if 1 <= place <= count else None


def replaced(text: str, names: Sequence[str]) -> head_words.Change | None:
    """What *text* asks for where somebody else is to come, sure or about one of *names*."""
    asked = head_words.change(text)
    if asked is not None:
        return asked if asked.meaning == head_words.REPLACE else None
    found = None if _is_capitalised(text) else head_words.maybe_replaces(text)
    known = found is not None and found.who and named_people.named(found.who, names)
    return found if known else None
