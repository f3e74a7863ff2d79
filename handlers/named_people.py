"""Whom words of a village head name: one person, with a title or without, among those of a list."""

from __future__ import annotations

import re
from collections.abc import Sequence

from faq.normalize import fold
from handlers.name_parts import MIDDLE_NAMES, without_mark
from handlers.parsing import key, pick

_TITLE_WORDS = (
    *("ông", "bà", "anh", "chị", "cô", "chú", "bác", "cụ", "dì", "cậu", "mợ", "thím", "em"),
    *("cháu", "nhà", "hộ"),
)
_TITLES = frozenset({*_TITLE_WORDS, *(fold(word) for word in _TITLE_WORDS)})
TITLE = "(?:" + "|".join(sorted({fold(word) for word in _TITLE_WORDS})) + ")"
"""A title, folded, in a pattern."""

_NOBODY = frozenset(
    {
        *("toi", "tui", "minh", "ai", "nguoi", "dan", "ngheo", "can", "duong", "xe", "cau", "suoi"),
        *("con", "hoc", "sinh", "khong", "ko", "duoc", "neu", "khi", "benh", "moi", "nao"),
        *("bhyt", "tien"),
    }
)
"""Words of a message that is about something else than one person of the list."""
_NAMES_TOO = frozenset({"minh", "dương", "duong", "sinh"})
"""Names that bare letters share with words of :data:`_NOBODY`; "mình" is no name."""
_OF_ONE = frozenset(["ong", "ba", "anh", "chi", "co", "chu", "bac", "cu", "di", "mo", "thim"])
"""Titles behind which they are names; "nhà mình" and "con mình" are one's own."""
_NO_TITLES = re.compile(r"cau (?:hoi|tra loi)\b|nha (?:nuoc|o)\b")
"""Without tones a question, "câu hỏi", would be an uncle, "cậu"."""
_LONGEST_NAME = 8


def is_somebody(who: str) -> bool:
    """Whether *who*, as typed, may be one person of the list: more than a title."""
    if "," in who or _NO_TITLES.match(key(who)):
        return False
    bare = [key(word) for word in _bare(who.split())]
    if not 0 < len(bare) <= _LONGEST_NAME or not _NOBODY.isdisjoint(_no_names(who, bare)):
        return False
    return bare[0] not in _TITLES or len(bare) > 1 or _bears_a_title(who.split())


def _no_names(who: str, bare: Sequence[str]) -> Sequence[str]:
    """Those words of *bare* that are sure to end no name: "Giàng A Sinh", "lo thi sinh"."""
    if not MIDDLE_NAMES.isdisjoint(bare[1:-1]):
        return bare[:-1]
    typed = who.split()[-len(bare) :]
    small = [key(word) for word in typed[1:] if word[0].islower()]
    titled = len(who.split()) > len(bare) and fold(who.split()[-len(bare) - 1]) in _OF_ONE
    return small if titled and typed[0].casefold() in _NAMES_TOO else [bare[0], *small]


def _bears_a_title(words: Sequence[str]) -> bool:
    """ "ông Ba", "bà Em": the last word is a name, though titles are written so, too."""
    if len(words) < 2:  # noqa: PLR2004 - a title and a name
        return False
    before, name = fold(words[-2]), words[-1]
    return name[0].isupper() or (name == "ba" and before not in {"nha", "ho", "ba", "em", "chau"})


def _bare(words: Sequence[str]) -> Sequence[str]:
    """*words*, as typed, without the titles before the name: "nha ba Lan" is Lan."""
    start = 0
    while start < len(words) - 1 and words[start].casefold() in _TITLES:
        start += 1
    return words[start:]


def without_title(who: str) -> str:
    """The name in *who*, as typed: "ông Lò Văn Mẫu" is "Lò Văn Mẫu"."""
    return " ".join(_bare(who.split()))


def titles_of(who: str) -> Sequence[str]:
    """The titles before the name in *who*, as typed."""
    words = who.split()
    return words[: len(words) - len(_bare(words))]


def has_title(who: str) -> bool:
    """Whether *who* begins with a title."""
    return without_title(who) != who


def named(who: str, names: Sequence[str]) -> list[int]:
    """Which of *names* the words mean: the whole name, or its end ("bà Lan" for "Lò Thị Mẫu Lan").

    Accents that were typed decide between names that differ in them; the number that tells two of
    one name apart need not be typed.
    """
    for typed in (who, without_title(who)):
        whole = pick(typed, names)
        if whole is not None:
            return [whole]
    for typed in (who, without_title(who)):
        said = key(typed).split()
        found = [
            place
            for place, name in enumerate(names)
            if said and said in (_end(name, len(said)), _end(without_mark(name), len(said)))
        ]
        if found:
            return _with_accents(typed, names, found)
    return []


def _end(name: str, size: int) -> list[str]:
    return key(name).split()[-size:]


def _with_accents(typed: str, names: Sequence[str], found: list[int]) -> list[int]:
    if typed.isascii():
        return found
    size = len(typed.split())
    same = [
        place
        for place in found
        if typed.casefold()
        in (
            " ".join(one.split()[-size:]).casefold()
            for one in (names[place], without_mark(names[place]))
        )
    ]
    return same or found
