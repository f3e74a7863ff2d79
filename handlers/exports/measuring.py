"""How many lines a text takes in a cell, as Times New Roman 11 is set.

A file says how high each row is, so whoever writes it must know how the text will wrap: a row that
is too low prints cut. Letters with marks are as wide as without; other fonts of the same measures
(Liberation Serif) may borrow such letters from wider ones, for which there is some reserve.
"""

from __future__ import annotations

import math
from functools import lru_cache
from itertools import pairwise
from unicodedata import normalize

LINE_HEIGHT = 15.0
"""Points from line to line."""
_POINTS_PER_WIDTH = 5.25
"""A unit of column width is one digit: 7 pixels of 3/4 point."""
_EDGES = 1.5
_SIZE = 11.0
_RESERVE = 1.06
_BOLD = 1.07
_WIDTHS = {
    180: "'",
    200: "|",
    250: " ,.\u00a0",
    278: "/:;\\ijlt",
    333: "!()-[]`Ifr",
    389: "Js",
    408: '"',
    444: "?acez“”",
    480: "{}",
    500: "0123456789#$*_bdghknopquvxy–•",
    564: "~^+<=>FPS",
    611: "ELTZ",
    667: "BCR",
    722: "ADGHKNOQUVXYw",
    778: "&m",
    833: "%",
    889: "M",
    921: "@",
    944: "W",
}
"""Thousandths of the size of the font."""
_OF_LETTER = {letter: width for width, letters in _WIDTHS.items() for letter in letters}
_BLANK = 250
_OTHER = 1000
_STROKED = str.maketrans("đĐ", "dD")
_KEPT_UP_TO = 60
"""Letters of a text whose lines are worth remembering."""


def lines(text: str, width: float, *, bold: bool = False) -> int:
    """How many lines *text* takes in a column of *width*."""
    if len(text) * 2 <= width and "\n" not in text:
        return 1  # even if every letter were the widest
    if len(text) < _KEPT_UP_TO:
        return _kept_lines(text, width, bold)
    return len(starts(text, width, bold=bold))


def points(text: str, size: float, *, bold: bool = False) -> float:
    """How wide *text* is in one line, its letters *size* points high."""
    return _width_of(text) * size * (_BOLD if bold else 1.0) / 1000


def starts(text: str, width: float, *, bold: bool = False) -> list[int]:
    """Where in *text* each line begins: wrapped between words, too long words broken."""
    room = _room(width, bold)
    found: list[int] = []
    at = 0
    for paragraph in text.split("\n"):
        found.append(at)
        used = 0
        for word in paragraph.split(" "):
            wide = _width_of(word)
            if used + wide > room:
                if used:
                    found.append(at)
                if wide > room:
                    broken = _broken(word, room)
                    found += [at + one for one in broken]
                    wide = _width_of(word[broken[-1] :]) if broken else wide
                used = 0
            used += wide + _BLANK
            at += len(word) + 1
    return found


def _broken(word: str, room: int) -> list[int]:
    """Where the lines after the first begin within a word that fits on none."""
    found: list[int] = []
    used = 0
    for place, letter in enumerate(word):
        wide = _width_of(letter)
        if used + wide > room and used:
            found.append(place)
            used = 0
        used += wide
    return found


def pieces(text: str, width: float, most: int) -> list[str]:
    """*text* in pieces of at most *most* lines each; nothing but blanks between them is lost."""
    begin = starts(text, width)
    cuts = [*begin[::most], len(text)]
    return [text[one:other].strip() for one, other in pairwise(cuts)]


@lru_cache(maxsize=1000)
def _room(width: float, bold: bool) -> int:
    """Room of a line in thousandths of the font's size."""
    points = max(_POINTS_PER_WIDTH, width * _POINTS_PER_WIDTH - _EDGES)
    return math.floor(1000 * points / _SIZE / _RESERVE / (_BOLD if bold else 1.0))


@lru_cache(maxsize=20_000)
def _width_of(word: str) -> int:
    plain = normalize("NFD", word.translate(_STROKED))
    return sum(_OF_LETTER.get(sign, _OTHER) for sign in plain if not _is_mark(sign))


def _is_mark(sign: str) -> bool:
    return "\u0300" <= sign <= "\u036f"


@lru_cache(maxsize=20_000)
def _kept_lines(text: str, width: float, bold: bool) -> int:
    """The same villages, fields and offices stand in every row."""
    return len(starts(text, width, bold=bold))
