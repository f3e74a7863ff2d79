"""Tables of phrases that are searched in a message, word by word.

Each line of a table is one phrase; one that begins with ``/`` goes on with the line before. The
parts of a phrase, parted by blanks:

==========  ==============================================================
``danh``    this word
``a/b_c``   one of these; ``_`` joins words
``[a/b]``   the same, or nothing
``{name}``  one of a named group, given to :class:`Phrases`
``..3``     up to three words, whichever
``#``       a number, in digits or spelled
``sap*``    this word whatever its tones
``chay3``   this word only as typed with the tones that make it sure
``!a/b``    none of these follows
``<a/b``    none of these stands before
``^ $``     begin and end of the message
==========  ==============================================================

Only phrases that begin with a word of the message are looked at, and every gap is bounded: a
search takes time in proportion to the length of the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import ClassVar

_NUMBER = "#"
_SPELLED = (
    "mot",
    "hai",
    "ba",
    "bon",
    "nam",
    "sau",
    "bay",
    "tam",
    "chin",
    "muoi",
    "may",
    "vai",
    "nua",
)
_ANY_NUMBER = f"(?:[0-9]+|{'|'.join(_SPELLED)})"
_GOES_ON = re.compile(r"\s*\n\s*/")
SURE = "3"
_MARKS = ("", "1", "2", SURE)
_ALSO_SURE = frozenset({"bo", "chay", "roi"})
"""Words that a table finds as they are typed without tones, and where the tones make them sure."""


class Line:
    """Words with one blank between them, and where each of them stands.

    `places` gives for each word with which a phrase may begin the places of it, and at which
    letter of `text` each begins: made once, asked by every table.
    """

    def __init__(self, words: Sequence[str]) -> None:
        self.text = f" {' '.join(words)} "
        self.places: dict[str, list[tuple[int, int]]] = {}
        letter = 1
        for place, word in enumerate(words):
            first = _NUMBER if word.isdigit() else word
            self.places.setdefault(first, []).append((place, letter))
            letter += len(word) + 1


class Said:
    """A message in the form in which phrases are searched: its words, one blank between them."""

    def __init__(self, words: Sequence[str], meant: Sequence[str] | None = None) -> None:
        """*words* without tones; *meant* the same, marked where the tones exclude a danger."""
        self.words = words
        self.line = Line(words)
        self.meant = words if meant is None else meant
        self.meant_line = self.line if meant is None else Line(meant)


@dataclass(frozen=True, slots=True)
class Found:
    """A phrase in a message: at which word it begins, and its words."""

    at: int
    words: tuple[str, ...]

    @property
    def end(self) -> int:
        """The word behind it."""
        return self.at + len(self.words)


class Phrases:
    """A table of phrases; see the head of this file for how it is written.

    A *strict* table is searched in what was meant, any other in the words without tones.
    """

    _tables: ClassVar[list[Phrases]] = []

    def __init__(
        self, table: str, *, strict: bool = False, groups: Mapping[str, str] | None = None
    ) -> None:
        self._strict = strict
        self._lines: dict[str, list[str]] = {}
        self._ready: dict[str, re.Pattern[str]] = {}
        self._tables.append(self)
        table = _GOES_ON.sub("/", table)
        for name, words in (groups or {}).items():
            table = table.replace(f"{{{name}}}", "/".join(words.split()))
        for line in table.strip().splitlines():
            parts = line.split()
            for first in _first_words(parts):
                self._lines.setdefault(first, []).append(_phrase(parts, first))

    @classmethod
    def prepare(cls) -> None:
        """Make all patterns of all tables, so that no message pays for it. Takes CPU time."""
        for table in cls._tables:
            for first in table._lines:
                table._pattern(first)

    def search(self, said: Said) -> Found | None:
        """The first phrase in *said*, or None."""
        return next(self.all(said), None)

    def all(self, said: Said) -> Iterator[Found]:
        """A phrase for each word of *said* at which one begins."""
        line = said.meant_line if self._strict else said.line
        begun = [
            (place, letter, first)
            for first in self._lines.keys() & line.places.keys()
            for place, letter in line.places[first]
        ]
        begun.sort()
        for place, letter, first in begun:
            found = self._pattern(first).match(line.text, letter)
            if found is not None:
                yield Found(place, tuple(found[0].split()))

    def _pattern(self, first: str) -> re.Pattern[str]:
        """The phrases that begin with *first*; made when they are needed for the first time."""
        if first not in self._ready:
            self._ready[first] = re.compile("|".join(self._lines[first]))
        return self._ready[first]


def _first_words(parts: Iterable[str]) -> set[str]:
    """The words with which a phrase may begin."""
    found: set[str] = set()
    for part in parts:
        if part[0] in "<^":
            continue
        if part[0] in "!$" or part.startswith(".."):
            raise AssertionError(f"a phrase begins with {part}")
        for alternative in _alternatives(part):
            found.update(_begins(alternative))
        if part[0] != "[":
            break
    return found


def _phrase(parts: Iterable[str], first: str) -> str:
    """A phrase as a regular expression, of which only what begins with *first* is kept."""
    written: list[str] = []
    begun = False
    for part in parts:
        if begun or part[0] in "<^":
            written.append(_part(part))
            continue
        kept = [one for one in _alternatives(part) if first in _begins(one)]
        if kept:
            written.append(_words(kept))
            begun = True
    return "".join(written)


def _begins(alternative: str) -> list[str]:
    word = alternative.partition("_")[0]
    if word == _NUMBER:
        return [_NUMBER, *_SPELLED]
    if word.endswith("*"):
        return [f"{word[:-1]}{mark}" for mark in _MARKS]
    return [word, f"{word}{SURE}"] if word in _ALSO_SURE else [word]


def _part(part: str) -> str:
    if part == "^":
        return r"(?<=\A )"
    if part.startswith(".."):
        return rf"(?:\S+ ){{0,{int(part[2:])}}}?"
    if part[0] == "!":
        return f"(?!{_words(part[1:].split('/'))})"
    if part[0] == "<":
        before = (one for words in part[1:].split("/") for one in _typed(words))
        return "".join(f"(?<! {one} )" for one in before)
    written = _words(_alternatives(part))
    return f"{written}?" if part[0] == "[" else written


def _typed(words: str) -> list[str]:
    """The ways in which *words* may stand in a message; each has one length."""
    found = [""]
    for word in words.split("_"):
        found = [f"{one} {mark}".strip() for one in found for mark in _begins(word)]
    return found


def _alternatives(part: str) -> list[str]:
    if part.startswith("[") != part.endswith("]") or part.count("[") != part.count("]"):
        raise AssertionError(f"half a bracket in {part}")
    return part.strip("[]").split("/")


def _words(alternatives: Iterable[str]) -> str:
    return f"(?:{'|'.join(map(_alternative, alternatives))})"


def _alternative(words: str) -> str:
    if words == "$":
        return r"\Z"
    each = (f"{one}{SURE}?" if one in _ALSO_SURE else one for one in words.split("_"))
    written = " ".join(each).replace("*", f"[{''.join(_MARKS)}]?")
    return f"{written.replace(_NUMBER, _ANY_NUMBER)} "
