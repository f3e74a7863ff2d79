"""What a line asks of a saved list beside what ``head_words`` reads: a category, several changes.

"Hoa cận nghèo", "sửa Hoa thành hộ nghèo"; "bỏ Sửa đi, thêm Vàng A Mẫu", "bỏ bà Na, bà Mỷ".
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from faq.normalize import clean, fold
from handlers import head_words, named_people
from handlers.categories import read_category, read_office
from handlers.name_words import all_dropped, dropped, replaced, without_addition
from handlers.parsing import key
from storage.models import PovertyStatus

_PARTS = re.compile(
    r"\s*[,;.\n]+\s*(?:(?:rồi|roi|và|va|còn|con)\s+)?(?=\S)|\s+(?:rồi|roi|và|va|xong)\s+(?=\S)"
)
_BEFORE = frozenset({"sua", "doi", "chinh", "chuyen", "lai", "ghi", "cho", "em", "da", "giup"})
"""Words before a name that gets another category."""
_LINKS = frozenset({"la", "thanh", "sang", "qua", "thuoc", "dien", "loai", "phai", "moi", "dung"})
_DENIED = re.compile(r"[ ,]+(?:chứ|chu)?\s*(?:không phải|khong phai|ko phai|k phải)(?: .*)?$", re.I)
_POLITE = re.compile(r"(?: (?:nhé|nhe|nha|em|ạ|giúp|giup|với|voi|rồi|roi|thôi|thoi|luôn|luon))+$")
_NO_CATEGORY = frozenset({"khong", "dt", "cn", "kn"})
"""Alone behind a name these may be something else."""


@dataclass(frozen=True, slots=True)
class Kind:
    """Whom a message gives another category or office: places of the list, and what it says."""

    places: Sequence[int]
    category: PovertyStatus | None
    office: str | None


def kind_of(text: str, names: Sequence[str]) -> Kind | None:
    """The category that *text* gives somebody of *names*; None when it gives nobody one."""
    words = _POLITE.sub("", _DENIED.sub("", clean(text).strip(" .,!"))).replace(",", " ").split()
    while words:
        found = _given(words, names)
        if found is not None or fold(words[0]) not in _BEFORE:
            return found
        del words[0]  # "Sửa" may be a name, too
    return None


def _given(words: list[str], names: Sequence[str]) -> Kind | None:
    """Somebody's name, and behind it a category or an office."""
    for end in range(len(words) - 1, 0, -1):
        told = words[end:]
        while len(told) > 1 and fold(told[0]) in _LINKS and read_category(" ".join(told)) is None:
            del told[0]
        said = " ".join(told)
        if key(said) in _NO_CATEGORY or said.isdigit():
            continue
        category, office = read_category(said), read_office(said)
        places = named_people.named(" ".join(words[:end]), names)
        if places and (category is not None or office is not None):
            return Kind(places, category, office)
    return None


def several(text: str, names: Sequence[str]) -> list[str]:
    """The changes of which *text* is made, who is to be written down last; empty for one alone.

    Each must be a change by itself: "thêm bà Na, hộ nghèo" is one.
    """
    gone = all_dropped(text, names)
    if gone:
        return [f"xóa {names[place]}" for place in gone]
    parts = [part for part in _PARTS.split(clean(text).strip(" .,;")) if part]
    added = [part for part in parts if _adds(part)]
    others = [part for part in parts if part not in added]
    if len(parts) < 2 or not all(_changes(part, names) for part in others):  # noqa: PLR2004
        return []
    return [*others, *(["\n".join(added)] if added else [])]


def _adds(text: str) -> bool:
    asked = head_words.change(text)
    return asked is not None and asked.meaning == head_words.ADDS and without_addition(text) != text


def _changes(text: str, names: Sequence[str]) -> bool:
    asked = replaced(text, names)
    if asked is not None and asked.who and named_people.named(asked.who, names):
        return True
    return bool(dropped(text, names)) or kind_of(text, names) is not None
