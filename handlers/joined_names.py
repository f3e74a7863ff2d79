"""Two people in one line of a list: "Vừ Thị Dủ và Sùng A Lầu", "bà Mẫu với ông Tư"."""

from __future__ import annotations

import re
from collections.abc import Sequence

from faq.normalize import fold
from handlers.name_parts import FAMILY_NAMES, MIDDLE_NAMES
from handlers.named_people import without_title

_JOINT = re.compile(
    r"\s+(?P<word>và|va|cùng với|cung voi|với|voi|cùng|cung)\s+|\s*(?P<sign>[&+])\s*",
    re.IGNORECASE,
)
_KIN = frozenset(
    {
        *("vợ", "vo", "chồng", "chong", "con", "cháu", "chau", "mẹ", "me", "bố", "bo", "cha"),
        *("em", "anh", "chị", "chi", "gia", "cả", "ca", "hai", "mấy", "may"),
    }
)
"""Before a name, or alone: somebody of the house, whose own name is not told."""
_MIDDLE = MIDDLE_NAMES | {"a"}
_FULL = 2
"""Syllables of the shortest full name."""


def apart(piece: str) -> list[str]:
    """The names that *piece* joins, as typed; *piece* alone unless each is surely somebody's."""
    names: list[str] = []
    rest, start = piece, 0
    while found := _JOINT.search(rest, start):
        before, after = rest[: found.start()], rest[found.end() :]
        if _joins(found, before, after) and _names_one(before) and _names_one(_first(after)):
            names.append(before.strip())
            rest, start = after, 0
        else:
            start = _behind(found)
    return [*names, rest] if names else [piece]


def names_two(name: str) -> bool:
    """Whether *name* joins two people, be they named in full or not."""
    start = 0
    while found := _JOINT.search(name, start):
        if _joins(found, name[: found.start()], name[found.end() :]):
            return True
        start = _behind(found)
    return False


def _behind(found: re.Match[str]) -> int:
    """Where to go on; the blank behind a word may stand before the next one."""
    return max(found.end() - 1, found.start() + 1)


def _joins(found: re.Match[str], before: str, after: str) -> bool:
    """Whether the word stands between two people; as a part of one's name it may, too."""
    left, right = before.split(), after.split()
    if not left or not right:
        return False
    word = found["word"]
    if not word:
        return left[-1][-1].isalpha() and right[0][0].isalnum() and "=" not in before
    if fold(left[-1]) in _MIDDLE:  # "Lò Thị Và Mẫu"
        return False
    loud = f"{before}{after}".isupper()
    if word[0].isupper() and not loud:
        return len(left) >= _FULL and _has_usual_name(right)
    return word == "và" or (len(left) >= _FULL and (fold(word) == "va" or len(right) >= _FULL))


def _first(after: str) -> str:
    found = _JOINT.search(after)
    joins = found is not None and _joins(found, after[: found.start()], after[found.end() :])
    return after[: found.start()] if found is not None and joins else after


def _names_one(said: str) -> bool:
    """Whether *said* begins with a title and a name, or is a name of two syllables or more."""
    words = said.split()
    bare = without_title(said).split()
    if len(words) > 1 and len(bare) < len(words):
        return not _is_kin(bare)
    if len(bare) < _FULL or _is_kin(bare) or fold(bare[-1]) in _MIDDLE:
        return False
    return all(word[0].isupper() for word in bare[:_FULL]) or _has_usual_name(bare)


def _is_kin(words: Sequence[str]) -> bool:
    """ "vợ Lò Thị Mẫu"; "Vo Thi Mẫu" has the family name."""
    middle = fold(words[1]) in MIDDLE_NAMES if len(words) > 1 else False
    return words[0].casefold() in _KIN and not (words[0].isascii() and middle)


def _has_usual_name(words: Sequence[str]) -> bool:
    bare = [fold(word) for word in words]
    return bare[0] in FAMILY_NAMES or not _MIDDLE.isdisjoint(bare[1:-1])
