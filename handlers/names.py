"""Reading names of people as a village head types them: one message, many lines.

"1. Họ tên - hộ nghèo", "họ tên (HN)", "họ tên, 2": list numbers go, the category is understood,
titles and roles come off the name. A line that cannot be a name is told apart; the good ones count.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from faq.normalize import clean
from handlers import joined_names
from handlers.categories import read_category, read_office
from handlers.headings import is_heading
from handlers.name_parts import (
    FAMILY_NAMES,
    MIDDLE_NAMES,
    is_familiar,
    phone_in,
    phones_apart,
    with_capitals,
    without_aside,
    without_birth,
    without_mark,
    without_role,
    without_title,
)
from handlers.name_verbs import says_more, tells_of, with_comma
from handlers.name_words import is_courtesy, is_reply, names_several, without_addition
from handlers.number_mask import without_papers
from handlers.parsing import key
from storage.models import PovertyStatus

MAX_LINES = 60
MAX_NAME = 60
_MOST_SYLLABLES = 8

_LIST_NUMBER = re.compile(
    r"^\s*(?:[-–—•*·+]\s*)*(?:\(\d{1,3}\)|\d{1,3}\s*[.)/:,–-]|\d{1,3}(?=\s))?\s*(?:[-–—•*·+]\s+)?"
)
_BRACKETS = re.compile(r"^(?P<name>[^()\[\]]*?)\s*[(\[](?P<rest>[^()\[\]]*)[)\]]\s*$")
_MARKS = re.compile(r"\s*[,;|]\s*|\s+[-–—:]\s+|\s*:\s+")
_TIGHT = re.compile(r"^(?P<name>.+?)\s*[-–—:/.=]\s*(?P<rest>[^-–—:/.=]+)$")
_NAME_LETTERS = re.compile(r"^[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|[ '’.\-])*$")
_SEX = frozenset({"nam", "nu"})
_DIGIT = re.compile(r"\d")
_ADDRESS = re.compile(r"@|https?:|www\.|\.(?:com|vn|net)\b", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class NameLine:
    """A line that names somebody."""

    name: str
    category: PovertyStatus | None = None
    phone: str | None = None
    left_out: str | None = None
    """What stood behind the name and was not understood."""
    familiar: bool = False
    """Only what people call somebody ("ông Tư"): the office needs the full name."""
    office: str | None = None
    """What they are in the village or a body, as typed ("bí thư chi bộ")."""


@dataclass(slots=True)
class _Read:
    person: NameLine
    problem: str | None = None


@dataclass(frozen=True, slots=True)
class BadLine:
    """A line that cannot be used; ``problem`` ends the text key ``names-<problem>``."""

    line: int
    text: str
    problem: str


@dataclass(frozen=True, slots=True)
class NameList:
    """What one message gives."""

    good: Sequence[NameLine]
    bad: Sequence[BadLine]


def problem_of(name: str) -> str | None:
    """Why *name* cannot be the full name of a person; None when it can.

    ``empty`` (or only a category), ``address`` (e-mail or link), ``long``, ``digits``, ``signs``,
    ``short`` (one syllable or single letters only), ``reply`` ("đồng ý", "xoá ‹tên›"), ``heading``
    (of a list).
    """
    name = name.strip()
    if not name or (not name.isdecimal() and _is_about_somebody(name)):
        return "empty"
    if _ADDRESS.search(name):
        return "address"
    said = _no_name(name)
    if said is not None:
        return said
    syllables = name.split()
    if len(name) > MAX_NAME or len(syllables) > _MOST_SYLLABLES:
        return "long"
    name = without_mark(name)
    if _DIGIT.search(name):
        return "digits"
    if not _NAME_LETTERS.match(name):
        return "signs"
    parts = key(name).split()
    if len(parts) < 2 or all(len(part) == 1 for part in parts):  # noqa: PLR2004 - a full name
        return "short"
    return None


def _is_about_somebody(said: str) -> bool:
    """Whether *said* is a category or an office, which stands beside a name."""
    return read_category(said) is not None or read_office(said) is not None


def _no_name(said: str) -> str | None:
    """What words are that name nobody, or more than one."""
    if is_reply(said) or says_more(said):
        return "reply"
    if is_heading(said):
        return "heading"
    if tells_of(said):
        return "reply"
    return "several" if names_several(said) or joined_names.names_two(said) else None


def read_names(text: str) -> NameList:
    """Names of *text*, one per line or separated by commas, and the lines that are none.

    The same name (compared without accents) counts once; numbers of papers are left out. Lines
    after the 60th are not read.
    """
    good: list[NameLine] = []
    bad: list[BadLine] = []
    seen: set[str] = set()
    lines = _lines(map(without_papers, clean(text).split("\n")))
    for number, line in enumerate(lines[:MAX_LINES], start=1):
        pieces = [_judged(one) for one in _read_line(line)]
        for one in pieces:
            problem = one.problem
            folded = key(one.person.name)
            if problem is None and folded in seen:
                problem = "repeat"
            if problem is not None:
                quoted = one.person.name if len(pieces) > 1 else line
                bad.append(BadLine(number, _shown(quoted), problem))
                continue
            seen.add(folded)
            good.append(replace(one.person, name=with_capitals(one.person.name)))
    if len(lines) > MAX_LINES:
        bad.append(BadLine(MAX_LINES + 1, _shown(lines[MAX_LINES]), "too-many"))
    return NameList(tuple(good), tuple(bad))


def rows_of(text: str) -> list[str]:
    """The rows of a pasted list, each for itself; what names nobody belongs to the row before."""
    rows: list[str] = []
    for line in clean(text).split("\n"):
        if rows and not (_has_letters(line) and _looks_like_name(line)):
            rows[-1] = f"{rows[-1]}\n{line}"
        else:
            rows.append(line)
    return rows


def look_like_names(text: str) -> bool:
    """Whether *text*, which answers no question for names, must be names all the same.

    A list number, a category, capitals throughout, a usual family or middle name: "đúng rồi em"
    has none of these.
    """
    lines = _lines(clean(text).split("\n"))
    return bool(lines) and all(map(_looks_like_name, lines))


def _looks_like_name(line: str) -> bool:
    line = without_papers(line)
    body = _body(line)
    first = _read_line(line)[0].person
    syllables = first.name.split()
    if len(syllables) < 2:  # noqa: PLR2004 - a full name
        return False
    bare = key(first.name).split()
    return (
        body != line.strip()
        or first.category is not None
        or first.office is not None
        or (first.familiar and syllables[-1][0].isupper())
        or all(one[0].isupper() for one in syllables)
        or not FAMILY_NAMES.isdisjoint(bare[:1])
        or not MIDDLE_NAMES.isdisjoint(bare[1:-1])
    )


def read_one(text: str) -> NameLine | str:
    """One name with its category, or the problem."""
    found = read_names(text)
    if len(found.good) == 1 and not found.bad:
        return found.good[0]
    return found.bad[0].problem if found.bad else "one-only" if found.good else "empty"


def _body(line: str) -> str:
    """*line* without its number in the list, and without "thêm"."""
    return without_addition(_LIST_NUMBER.sub("", line, count=1).strip())


def _read_line(line: str) -> list[_Read]:
    body = phones_apart(_body(line))
    before, mark, after = body.partition(": ")
    first = joined_names.apart(after.split(",")[0])[0]
    if mark and is_heading(before) and problem_of(first) is None:
        body = after  # "Thôn 3: Nông Thị Mẫu, Lò Văn Mẫu"
    if is_heading(body):
        return [_Read(NameLine(body), "heading")]
    body = with_comma(without_birth(body.strip(".;,")), _is_about_somebody)
    if says_more(body):
        return [_Read(NameLine(body), "reply")]
    bracketed = _BRACKETS.match(body)
    if bracketed:
        body = f"{bracketed['name']}, {bracketed['rest']}"
    pieces = [one for piece in _MARKS.split(body) if piece.strip() for one in _people_of(piece)]
    if not pieces:
        return [_Read(NameLine(""), "empty")]
    found: list[_Read] = []
    for piece in pieces:
        if not (found and _adds(found[-1], piece)):
            found.append(_name_piece(piece))
    return found if _all_names(found) else [_unclear(found)]


def _people_of(piece: str) -> list[str]:
    """Each of two people whom *piece* names; an office may have an "và" as well."""
    people = joined_names.apart(piece)
    if len(people) == 1 or any(map(_is_about_somebody, (piece, *people))):
        return [piece]
    return [without_addition(one) for one in people]


def _adds(before: _Read, piece: str) -> bool:
    """Whether *piece* says the category, office, phone or sex of the name before it."""
    if key(piece) in _SEX:
        return True
    person = before.person
    office, category = read_office(piece), read_category(piece)
    if office is not None:
        both = f"{person.office}, {office}" if person.office else office
        before.person = replace(person, office=both, category=person.category or category)
        return True
    if category is not None and (person.category is None or _only_by_office(person)):
        before.person = replace(person, category=category)
        return True
    phone = phone_in(piece)
    if phone is not None and person.phone is None:
        before.person = replace(person, phone=phone)
        return True
    return False


def _only_by_office(person: NameLine) -> bool:
    """Whether nothing but the office told the category: one that is said counts more."""
    return person.office is not None and read_category(person.office) == person.category


def _name_piece(piece: str) -> _Read:
    """A name, maybe with a category or role that only a tight sign or nothing separates from it."""
    tight = _TIGHT.match(piece)
    if tight and _is_about_somebody(tight["rest"]):
        return _Read(_person(tight["name"], tight["rest"]))
    return _Read(_person(*without_role(without_aside(piece.strip()))))


def _person(name: str, said: str) -> NameLine:
    """Who bears the name as typed, without a title; *said* is the category or office beside it."""
    bare = without_title(name.strip())
    familiar = is_familiar(bare)
    return NameLine(bare, read_category(said), familiar=familiar, office=read_office(said))


def _all_names(found: list[_Read]) -> bool:
    """One piece, or several that are all full names; anything else is one line not understood.

    Who begins names with capitals begins all of them so: "tốt bụng" after a name is no name.
    """
    if len(found) == 1:
        return True
    names = [one.person.name for one in found]
    full = [one.person.name for one in found if not one.person.familiar]
    small = [name for name in full if name[:1].islower()]
    return all(problem_of(name) is None for name in names) and len(small) in {0, len(full)}


def _judged(one: _Read) -> _Read:
    """*one* with what is wrong with its name; to find that out costs more than all the reading."""
    return one if one.problem else _Read(one.person, problem_of(one.person.name))


def _unclear(found: list[_Read]) -> _Read:
    """The first piece may be a good name: it counts, and what follows is told as not understood."""
    first = found[0].person
    rest = [one.person.name for one in found[1:]]
    problem = problem_of(first.name)
    if problem is None and any(map(_looks_like_name, rest)):
        problem = "category"  # somebody else may be meant
    if problem is not None:
        return _Read(first, problem)
    told = [one.person for one in found]  # the category may stand behind what is not understood
    category = next((one.category for one in told if one.category), None)
    office = next((one.office for one in told if one.office), None)
    phone = next((one.phone for one in told if one.phone), None)
    more = replace(first, category=category, office=office, phone=phone)
    return _Read(replace(more, left_out=", ".join(rest)))


def _lines(rows: Iterable[str]) -> list[str]:
    return [row for row in rows if _has_letters(row) and not is_courtesy(row)]


def _has_letters(line: str) -> bool:
    return any(letter.isalnum() for letter in line)


def _shown(line: str) -> str:
    """The line as it is quoted back: short enough for a small screen."""
    line = " ".join(line.split())
    return line if len(line) <= MAX_NAME else f"{line[: MAX_NAME - 1]}…"
