"""Words that come where a name is asked for and are none: an answer, a command, a line to drop."""

from __future__ import annotations

import re
from collections.abc import Sequence

from faq.normalize import clean
from handlers import head_words, named_people, phrases, speakers
from handlers.global_words import BACK_WORDS, DROP_WORDS, named
from handlers.parsing import gives_up, key, number, pick, yes_no

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
    r"|giay to|thu tuc|ho so|cho hoi|xin hoi|co duoc|duoc (?:khong|ko|k)|phai (?:khong|ko|k))\b"
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
        or gives_up(text)
        or named(text) is not None
        or typed in BACK_WORDS
        or typed in DROP_WORDS
        or typed in _REPLIES
        or is_courtesy(text)
        or asks_of_list(text)
        or asks(text)
        or _puts_right(text)
        or phrases.meant(text) is not None
    )


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


def dropped(text: str, names: Sequence[str]) -> list[int]:
    """Which of *names* "xoá ‹tên›", "bỏ dòng 2" or "bà Lan bận" may mean; empty: none of them."""
    asked = head_words.change(text)
    if asked is not None and asked.who and asked.meaning == head_words.DROPS_OUT:
        return named_people.named(asked.who, names)
    cleaned = clean(text)
    plain = _PLAIN.match(cleaned)
    found = plain or _UNSURE.match(cleaned)
    if found is None:
        return []
    place = number(found["target"])
    if place is not None:
        return [place - 1] if 1 <= place <= len(names) else []
    if plain is not None or named_people.has_title(found["target"]):
        return named_people.named(found["target"], names)
    whole = pick(found["target"], names)
    return [] if whole is None else [whole]
