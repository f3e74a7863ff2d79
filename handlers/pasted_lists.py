"""Whether a message is a list of people who come to the meeting, though nobody asked for one.

A village head often pastes the list as the first thing: a heading and rows, "gui ds thon 2: …", or
rows alone, each with a category or phone. A petition in which people are named stays a petition.
"""

from __future__ import annotations

import re

from faq.normalize import clean, fold
from handlers.categories import read_category, read_office
from handlers.headings import is_heading
from handlers.name_parts import FAMILY_NAMES, MIDDLE_NAMES
from handlers.named_people import has_title, without_title
from handlers.names import NameLine, NameList, look_like_names, read_names
from handlers.parsing import key

LIST = "list"
"""The meaning of such a message."""

_OF_ATTENDEES = re.compile(
    r"\b(?:danh sach|ds|dang k[yi]|dk|dki|ghi ten|ghi danh|stt|ho va ten|ho ten"
    r"|(?:di|du|tham du|tham gia|moi|nguoi|ng|bc) (?:hop|doi thoai|hoi nghi)"
    r"|co \d{1,3} (?:nguoi|ng|ho|ten)|(?:nguoi|ho) di|thanh phan)\b"
    r"|^(?:(?:da|em|toi|cho|nho|xin|muon|anh|chi) )*ghi(?: (?:cho|giup|them|di|nguoi|\d{1,2}))*$"
)
_TELLS = re.compile(
    r"\b(?:chua|bi(?! thu)|khong|ko|hong|sap|dot|thieu|mat(?! tran)|hu|ho tro|vay"
    r"|tien|nhan|cap|kien nghi|de nghi|phan anh|khieu nai|to cao|y kien|cau hoi|thac mac|sai"
    r"|nham|bo sot|vi sao|tai sao|xet|benh|om|dau yeu|khuyet tat|tan tat|neo don|chet|ra khoi"
    r"|vao (?!hop|du|hoi|doi)|cat|nguyen vong|mong muon|kho khan|hoan canh|gia yeu"
    r"|can (?!ngheo)|dien tich|nha o|xin (?!dang|gui|ghi))\b"
)
"""Words of a heading that is told about people: what follows is no list of who comes."""
_NUMBERED = re.compile(r"^\s*\(?\d{1,3}\s*[.)/-]\s*\S")
_NUMBER = re.compile(r"^[\s*•+–—-]*(?:\(?\d{1,3}\s*[.)/-]\s*)?")
_SIGN = re.compile(r"\s*[-–—,;:|(\[=/]\s*")
_KIN = frozenset(
    {
        *("mẹ", "me", "bố", "cha", "má", "vợ", "vo", "chồng", "chong", "con", "gia", "thằng"),
        *("đứa", "bé", "người", "nguoi", "mấy", "may", "các", "cac", "cả"),
    }
)
"""Before the name in a story, beside the titles."""
_MIDDLE = MIDDLE_NAMES | {"a"}
_PLACE = re.compile(r"(?:thon|ban|xom|ap|to|khu|buon|lang)(?: so)? \d{1,2}")
_REGISTERS = re.compile(
    r"(?:(?:dạ|da|em|tôi|toi|cho|nhờ|nho|xin|muốn|muon|anh|chị|chi)\s+)*"
    r"(?:đăng\s?k[ýí]|dang\s?k[yi]|đk|dk|ghi(?:\s(?:tên|ten|danh))?)"
    r"(?:\s+(?:cho|giúp|giup|thêm|them|đi|di|họp|hop|người|nguoi|\d{1,2}))*\s+",
    re.I,
)
_BETWEEN = re.compile(r"\s*[,;]\s*|\s+(?:và|va|với|voi)\s+", re.I)
_FEWEST_SYLLABLES = 2
_MOST_BAD = 3
"""Of so many lines of a list one may be none that can be read: it is told then."""


def is_list(text: str) -> bool:
    """Whether *text* is sure to be a list of attendees."""
    if "?" in text:
        return False
    headings, rows = _apart(_rows(text))
    if not rows or any(_TELLS.search(key(one)) for one in headings):
        return False
    found = read_names("\n".join(rows))
    if any(_OF_ATTENDEES.search(key(one)) for one in headings):
        return _are_mostly_names(found)
    if len(found.good) > 1 and any(_PLACE.fullmatch(key(one)) for one in headings):
        return not found.bad and _are_names_alone(found, rows)
    if _are_mostly_clear(found, rows):
        return True
    return all(map(look_like_names, rows)) and _are_told_of(found, rows)


def headings_of(text: str) -> list[str]:
    """What stands over the names in *text*, or before them: "DANH SÁCH THÔN 2", "gui ds thon 2".

    With it the place that a row tells beside the name.
    """
    headings, rows = _apart(_rows(text))
    said = (one.left_out for one in read_names("\n".join(rows)).good)
    return [*headings, *(one for one in said if one and _PLACE.fullmatch(key(one)))]


def without_headings(text: str) -> str:
    """*text* without what stands before names in their row and only the talk tells as a heading."""
    rows = _rows(text)
    told = ((row, *row.partition(":")) for row in rows)
    return "\n".join(
        after
        if mark and key(after) and _OF_ATTENDEES.search(key(before)) and not is_heading(before)
        else row
        for row, before, mark, after in told
    )


def _rows(text: str) -> list[str]:
    return [_with_colon(row) for row in clean(text).split("\n") if key(row)]


def _with_colon(row: str) -> str:
    """ "Đăng ký Lò Thị Mẫu, Lò Văn Mẫu" as it is read with a colon behind the verb.

    Only before full names: one registers loans and births, too.
    """
    led = _REGISTERS.match(row)
    if led is None or ":" in row:
        return row
    everything = led.group().istitle()  # who writes so tells no name by capitals
    first, *others = _BETWEEN.split(row[led.end() :])
    fits = _is_full(first, everything) and all(
        _is_full(one, everything) or read_category(one) for one in others
    )
    if not fits:
        return row
    return f"{row[: led.end()].rstrip()}: {row[led.end() :]}"


def _is_full(name: str, everything: bool) -> bool:
    """Whether it is surely a name of several syllables.

    Small letters need a usual middle name, and so does who writes *everything* with capitals.
    """
    words = without_title(name).split()
    bare = [fold(word) for word in words]
    if len(words) < _FEWEST_SYLLABLES or not words[0][:1].isalpha():
        return False
    if not _MIDDLE.isdisjoint(bare[1:-1]):
        return True
    return not everything and all(word[0].isupper() for word in words)


def _apart(rows: list[str]) -> tuple[list[str], list[str]]:
    """Headings and the other rows; what stands behind "ds thôn 2:" is a row of its own."""
    headings: list[str] = []
    others: list[str] = []
    for row in rows:
        before, mark, after = row.partition(":")
        if mark and key(after) and (is_heading(before) or _OF_ATTENDEES.search(key(before))):
            headings.append(before)
            others.append(after)
        else:
            (headings if is_heading(row) else others).append(row)
    return headings, others


def _are_mostly_names(found: NameList) -> bool:
    told = [one for one in found.good if not _says_more(one)]
    return bool(told) and len(found.good) - len(told) + len(found.bad) <= len(told) // _MOST_BAD


def _are_mostly_clear(found: NameList, rows: list[str]) -> bool:
    """Whether the rows are numbered full names, but for a few odd ones: those are told then."""
    if not all(map(_NUMBERED.match, rows)) or any(_TELLS.search(key(row)) for row in rows):
        return False
    names = [_name_in(row)[0] for row in rows]
    clear = sum(len(name.split()) >= _FEWEST_SYLLABLES and _is_clear(name) for name in names)
    return len(found.good) >= clear > 0 and 0 < len(rows) - clear <= clear // _MOST_BAD


def _are_told_of(found: NameList, rows: list[str]) -> bool:
    """Whether nothing but names stands there, and they say who they are on a list.

    Of several full names half may say nothing beside: the head does not know each category.
    """
    if not found.good or any(one.problem not in {"heading", "repeat"} for one in found.bad):
        return False
    if any(map(_says_more, found.good)):
        return False
    if len(found.good) == 1:
        return _is_row_of_list(found.good[0], rows[0])
    if all(_NUMBERED.match(row) and _is_clear(_name_in(row)[0]) for row in rows):
        return True
    bare = [one for one in found.good if not _tells(one)]
    return len(bare) <= len(found.good) // 2 and not any(
        one.familiar or has_title(one.name) for one in bare
    )


def _is_row_of_list(one: NameLine, row: str) -> bool:
    """Whether *row* alone is of a list, and begins no story.

    "Nhà ông Mẫu, hộ nghèo" and "mẹ Mẫu hộ nghèo" may: a sign must stand behind the name and
    nothing before it.
    """
    said = one.category is not None or one.office is not None
    name, sign, _ = _name_in(row)
    return said and bool(sign) and not one.familiar and not _is_titled(name) and _is_clear(name)


def _name_in(row: str) -> tuple[str, str, str]:
    """*row* without its number: what stands before the first sign, the sign, and the rest."""
    found = _SIGN.search(body := _NUMBER.sub("", row, count=1).strip())
    return (body[: found.start()], found[0], body[found.end() :]) if found else (body, "", "")


def _is_titled(name: str) -> bool:
    """ "Bà", "mẹ" or "nhà" leads the name; of "Chu Thị Mẫu" it is the family name."""
    first, *others = name.casefold().split() or [""]
    is_family = bool(others) and fold(others[0]) in MIDDLE_NAMES
    return not is_family and (first in _KIN or has_title(name))


def _is_clear(name: str) -> bool:
    """Whether *name*, as typed, has the capitals of a name, or a usual family or middle name."""
    words = name.split()
    if name != name.lower():
        return all(word[0].isupper() or fold(word) in MIDDLE_NAMES for word in words)
    bare = [fold(word) for word in words]
    return not FAMILY_NAMES.isdisjoint(bare[:1]) or not _MIDDLE.isdisjoint(bare[1:-1])


def _are_names_alone(found: NameList, rows: list[str]) -> bool:
    """Whether each of *rows* is one clear name or several, and nothing more is told of them."""
    names = [name for row in rows for name in _name_pieces(row)]
    return not any(map(_says_more, found.good)) and all(map(_is_clear, names))


def _name_pieces(row: str) -> list[str]:
    """The names of *row* as typed: in "Lò Văn Mẫu, Nông Thị Mẫu" the comma parts two."""
    body = _NUMBER.sub("", row, count=1)
    return [piece for piece in _SIGN.split(body) if len(piece.split()) > 1 and not _is_said(piece)]


def _is_said(piece: str) -> bool:
    return read_category(piece) is not None or read_office(piece) is not None


def _says_more(one: NameLine) -> bool:
    """Whether something stands behind the name that is neither understood nor a place."""
    return one.left_out is not None and _PLACE.fullmatch(key(one.left_out)) is None


def _tells(one: NameLine) -> bool:
    """A category, office or phone beside the name."""
    return one.category is not None or one.office is not None or one.phone is not None
