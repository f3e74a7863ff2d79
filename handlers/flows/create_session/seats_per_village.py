"""Seats of each village as officials type them, all in one message.

"thôn 3: 20, còn lại 15", "thôn 1, 2, 3 mỗi thôn 15; thôn 4 20", "mỗi thôn 15 riêng thôn 5 là 10".
The text becomes a row of signs (a village, a number, "each", "the others" …) that is read clause
by clause. What may mean two things is not read at all: it is asked again.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from faq.normalize import fold
from handlers.parsing import key, pick
from storage.models import Unit

_LONGEST = 1000
_PLACE = (
    r"(?:thon|ban|buon|lang|ap|soc|xom|khom|phum|plei|khu pho|to dan pho|khoi pho|khu|to|noi|diem)"
)
_ALL_OF = r"(?:(?:tat ca|toan bo|ca|cac|nhung|may|so|moi) )*"
_OTHERS, _EACH, _NUMBER, _COUNT = "r", "e", "n", "k"
_SIGNS = tuple(
    (sign, re.compile(pattern))
    for sign, pattern in (
        (_OTHERS, rf"{_ALL_OF}(?:{_PLACE} )?(?:con lai|khac|kia)\b"),
        (_EACH, rf"{_ALL_OF}(?:{_PLACE} )?(?:moi|tung|deu)(?: {_PLACE})?\b|/ ?{_PLACE}\b"),
        (_EACH, rf"{_ALL_OF}(?:cac|nhung) {_PLACE}\b"),
        (_NUMBER, r"\d{1,4}(?!\d)"),
        ("c", r"[:=]|(?:la|thi|duoc|lay|co)\b"),
        ("d", r"[-–]|(?:den|toi)\b"),
        ("s", r"[,;.&+\n]|(?:va|voi|cung)\b"),
        ("", r"\s|(?:rieng|con|chi|cho|ghi|de|nhe|nha|em|a|oi|giup|thoi|nay|ngoai ra)\b"),
    )
)
"""What is told apart: the others, each, a number, "is", "to", a separator, and what is left out."""
_COUNTED = re.compile(
    rf"{_ALL_OF}(\d{{1,3}}) {_PLACE}\b(?=[,:]? ?(?:con lai|khac|kia|moi|tung|deu)\b)"
    rf"|(?:(?:tat ca|toan bo|ca|du) )+(\d{{1,3}}) {_PLACE}\b"
)
"""So many villages, and not the village of that number: "5 thôn mỗi thôn", "cả 5 thôn"."""
_UNIT = re.compile(r"\s*(?:cho(?: ngoi)?|nguoi|ng|suat|ghe|dai bieu)\b")
_BY_NUMBER = re.compile(rf"(?:(?:{_PLACE}|t)\s*(?:so\s*)?|so\s*)(\d{{1,3}})(?!\d)")
_KIND_BEFORE_NAME = re.compile(rf"^{_PLACE} (?=[a-z])")
_WORD = re.compile(r"[a-z]+")

_ITEM = "[vn](?:d[vn])??"
_VILLAGES = rf"(?P<who>v(?:d[vn])??(?:s{_ITEM})*?|n(?:dn)??(?:sn(?:dn)??)*?)"
_CLAUSES = tuple(
    re.compile(pattern)
    for pattern in (
        rf"{_VILLAGES}e*c(?P<count>n)u?(?=[svrek]|$)",
        rf"{_VILLAGES}e*(?P<count>n)u(?=[svrek]|$)",
        rf"{_VILLAGES}(?:e*|d)(?P<count>n)u?(?=[svrk]|$)",
        r"(?P<who>vnn+)e+c?(?P<count>n)u?(?=[svrk]|$)",
        r"(?P<who>[re])[re]*[cd]?(?P<count>n)u?(?=[svrk]|$)",
        r"(?P<who>k(?:[sc]?e|r))[re]*[cd]?(?P<count>n)u?(?=[svrk]|$)",
        r"(?P<who>k)c?(?P<count>n)u?(?=s?(?:v|$))",
        r"(?P<count>n)u(?P<who>v)(?=s|$)",
        r"(?P<count>n)u?(?P<who>[re])[re]*(?=[sv]|$)",
    )
)
_FOR_ALL = re.compile(r"(?P<who>)(?P<count>n)(?:u(?=[sv]|$)|(?=s|$))")
"""A number at the beginning, of no village."""


@dataclass(frozen=True, slots=True)
class _Sign:
    letter: str
    value: int = 0
    """The number, of seats or villages, or the id of the village."""


def read_seats(text: str, villages: Sequence[Unit]) -> dict[int, int] | None:
    """Seats by village id, of those that *text* tells; None when it is unclear."""
    signs = _signs_of(fold(text), villages) if len(text) <= _LONGEST else None
    told: dict[int, int] = {}
    others: int | None = None
    left: int | None = None
    """How many villages "the others" are said to be."""
    for who, count in (signs and _told_in(signs)) or ():
        if not who or who[0].letter in {_OTHERS, _EACH, _COUNT}:
            if others is not None or not _fits(who, villages):
                return None
            others = count
            left = who[0].value if _is_rest(who) else None
        else:
            named = _villages_of(who, villages)
            if not named or any(told.get(one, count) != count for one in named):
                return None
            told |= dict.fromkeys(named, count)
    if left is not None and left != len(villages) - len(told):
        return None
    every = {} if others is None else dict.fromkeys((one.id for one in villages), others)
    return every | told or None


def _told_in(signs: Sequence[_Sign]) -> list[tuple[Sequence[_Sign], int]] | None:
    """Whom each clause names, and how many seats they get; None when one is not understood."""
    row = "".join(one.letter for one in signs)
    told: list[tuple[Sequence[_Sign], int]] = []
    at = 0
    while at < len(row):
        if row[at] == "s":
            at += 1
            continue
        found = _clause(row, at)
        if found is None:
            return None
        told.append((signs[slice(*found.span("who"))], signs[found.start("count")].value))
        at = found.end()
    return told


def _is_rest(who: Sequence[_Sign]) -> bool:
    """Whether it is so many others."""
    return bool(who) and (who[0].letter, who[-1].letter) == (_COUNT, _OTHERS)


def _fits(who: Sequence[_Sign], villages: Sequence[Unit]) -> bool:
    """Whether so many villages, where a number of them is said, are all of them."""
    if not who or who[0].letter != _COUNT or _is_rest(who):
        return True
    return who[0].value == len(villages)


def _clause(row: str, at: int) -> re.Match[str] | None:
    tried = _CLAUSES if at else (*_CLAUSES, _FOR_ALL)
    return next((found for one in tried if (found := one.match(row, at))), None)


def by_number(number: int, villages: Sequence[Unit], *, place: bool = True) -> Unit | None:
    """The village that bears *number* in its name; else, with *place*, the one at that place."""
    own = [one for one in villages if re.findall(r"\d+", one.name) == [str(number)]]
    if len(own) == 1:
        return own[0]
    return villages[number - 1] if place and 1 <= number <= len(villages) else None


def _villages_of(who: Sequence[_Sign], villages: Sequence[Unit]) -> list[int]:
    """The ids of a list such as "thôn 1, 3-5"; empty when one of them is unclear."""
    found: list[int] = []
    since: int | None = None
    for one in who:
        if one.letter == "d":
            since = found[-1]
        if one.letter not in {"v", _NUMBER}:
            continue
        village = None if one.letter == "v" else by_number(one.value, villages)
        if village is None and one.letter != "v":
            return []
        found.append(village.id if village else one.value)
        if since is not None:
            ids = [row.id for row in villages]
            first, last = ids.index(since), ids.index(found[-1])
            if last <= first:
                return []
            found += ids[first + 1 : last]
            since = None
    return found


def _signs_of(words: str, villages: Sequence[Unit]) -> list[_Sign] | None:
    """The row of signs; None where something is not understood."""
    reader = _Reader(villages)
    signs: list[_Sign] = []
    at = 0
    while at < len(words):
        found = reader.at(words, at, after=signs[-1].letter if signs else "")
        if found is None:
            return None
        sign, at = found
        if sign.letter:
            signs.append(sign)
    return signs


class _Reader:
    """Finds the sign at a place of a folded text; names of villages before all else."""

    def __init__(self, villages: Sequence[Unit]) -> None:
        self._villages = villages
        self._labels = [one.name for one in villages]
        longest_first = sorted(villages, key=lambda one: len(one.name), reverse=True)
        self._names = [(_named(one), one.id) for one in longest_first]

    def at(self, words: str, at: int, *, after: str) -> tuple[_Sign, int] | None:
        """The sign and where it ends; None when it is not understood. *after*: the last letter."""
        unit = _UNIT.match(words, at) if after == _NUMBER else None
        if unit:
            return _Sign("u"), unit.end()
        counted = _COUNTED.match(words, at) if after in {"", "s", "u", _NUMBER} else None
        if counted:
            return _Sign(_COUNT, int(counted[1] or counted[2])), counted.end()
        return self._known(words, at) or self._nearly(words, at)

    def _known(self, words: str, at: int) -> tuple[_Sign, int] | None:
        for name, village_id in self._names:
            if found := name.match(words, at):
                return _Sign("v", village_id), found.end()
        for letter, pattern in _SIGNS:
            if found := pattern.match(words, at):
                return _Sign(letter, int(found[0]) if letter == _NUMBER else 0), found.end()
        numbered = _BY_NUMBER.match(words, at)
        own = by_number(int(numbered[1]), self._villages, place=False) if numbered else None
        return (_Sign("v", own.id), numbered.end()) if numbered and own else None

    def _nearly(self, words: str, at: int) -> tuple[_Sign, int] | None:
        """A name with a slip of the finger: the words up to what is known."""
        end = at
        while (word := _WORD.match(words, end)) and (end == at or not self._known(words, end)):
            end = word.end()
            while words.startswith(" ", end):
                end += 1
        near = pick(words[at:end], self._labels)
        return None if near is None else (_Sign("v", self._villages[near].id), end)


def _named(village: Unit) -> re.Pattern[str]:
    """Its name, also without the word for "village" where that leaves more than a number."""
    name = key(village.name)
    bare = _KIND_BEFORE_NAME.sub("", name)
    spelt = bare.replace(" ", " *")
    kind = "" if bare == name else f"(?:{_PLACE} )?"
    return re.compile(rf"{kind}{spelt}(?![a-z0-9])")
