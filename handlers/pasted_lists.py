"""Whether a message is a list of people who come to the meeting, though nobody asked for one.

A village head often pastes the list as the first thing: a heading and rows, "gui ds thon 2: …", or
rows alone, each with a category or phone. A petition in which people are named stays a petition.
"""

from __future__ import annotations

import re

from faq.normalize import clean
from handlers.headings import is_heading
from handlers.named_people import has_title
from handlers.names import NameLine, NameList, look_like_names, read_names
from handlers.parsing import key

LIST = "list"
"""The meaning of such a message."""

_OF_ATTENDEES = re.compile(
    r"\b(?:danh sach|ds|dang k[yi]|dk|dki|ghi ten|ghi danh|stt|ho va ten|ho ten"
    r"|(?:di|du|tham du|tham gia|moi|nguoi|ng|bc) (?:hop|doi thoai|hoi nghi)"
    r"|co \d{1,3} (?:nguoi|ng|ho|ten)|(?:nguoi|ho) di|thanh phan)\b"
)
_TELLS = re.compile(
    r"\b(?:chua|bi|khong|ko|hong|sap|dot|thieu|mat|hu|ho tro|vay|tien|nhan|cap|kien nghi|de nghi"
    r"|phan anh|khieu nai|to cao|y kien|cau hoi|thac mac|sai|nham|bo sot|vi sao|tai sao|xet"
    r"|can (?!ngheo)|dien tich|nha o|xin (?!dang|gui|ghi))\b"
)
"""Words of a heading that is told about people: what follows is no list of who comes."""
_NUMBERED = re.compile(r"^\s*\(?\d{1,3}\s*[.)/-]\s*\S")
_MOST_BAD = 3
"""Of so many lines of a list one may be none that can be read: it is told then."""


def is_list(text: str) -> bool:
    """Whether *text* is sure to be a list of attendees."""
    if "?" in text:
        return False
    rows = [row for row in clean(text).split("\n") if key(row)]
    headings, rows = _apart(rows)
    if not rows or any(_TELLS.search(key(one)) for one in headings):
        return False
    found = read_names("\n".join(rows))
    if any(_OF_ATTENDEES.search(key(one)) for one in headings):
        return _are_mostly_names(found)
    return all(map(look_like_names, rows)) and _are_told_of(found, rows)


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
    told = [one for one in found.good if one.left_out is None]
    return bool(told) and len(found.good) - len(told) + len(found.bad) <= len(told) // _MOST_BAD


def _are_told_of(found: NameList, rows: list[str]) -> bool:
    """Whether nothing but names stands there, and they say who they are on a list.

    Of several full names half may say nothing beside: the head does not know each category.
    """
    if not found.good or any(one.problem not in {"heading", "repeat"} for one in found.bad):
        return False
    alone = len(found.good) == 1
    numbered = not alone and all(map(_NUMBERED.match, rows))
    if any(one.left_out is not None for one in found.good):
        return False
    bare = [one for one in found.good if not (numbered or _tells(one, alone=alone))]
    return len(bare) <= len(found.good) // 2 and not (
        (alone and bare) or any(one.familiar or has_title(one.name) for one in bare)
    )


def _tells(one: NameLine, *, alone: bool) -> bool:
    """A category or office; a phone tells so only where there are several."""
    said = one.category is not None or one.office is not None
    if alone:  # "nhà ông Mẫu, hộ nghèo" may begin a story
        return said and not one.familiar and not has_title(one.name)
    return said or one.phone is not None
