"""Codes of submissions that can be said aloud: ``XM 482 739``.

Prefix of the commune, five random digits and a check digit (Damm), no type inside. Kept without
blanks. The check digit finds every single wrong digit and every swap of two neighbours.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from random import Random

from faq.normalize import fold

_RANDOM_DIGITS = 5
_DAMM = (
    (0, 3, 1, 7, 5, 9, 8, 6, 4, 2),
    (7, 0, 9, 2, 1, 5, 4, 8, 6, 3),
    (4, 2, 0, 6, 8, 7, 1, 3, 5, 9),
    (1, 7, 5, 0, 9, 8, 3, 4, 2, 6),
    (6, 1, 2, 3, 0, 4, 5, 9, 7, 8),
    (3, 6, 7, 4, 2, 0, 9, 5, 8, 1),
    (5, 8, 6, 9, 7, 2, 0, 1, 3, 4),
    (8, 9, 4, 5, 3, 6, 2, 0, 1, 7),
    (9, 4, 3, 8, 6, 1, 7, 2, 0, 5),
    (2, 5, 8, 1, 4, 3, 6, 7, 9, 0),
)
"""Damm's quasigroup of order ten (D. Damm, dissertation, Marburg 2004)."""

_TYPED = re.compile(
    r"^(?:(?:ma|so|ma so|xem|xem ma|tra|tra ma|code)[\s:]+)?"
    r"(?P<prefix>[a-z]{2,4})?[\s.\-_]*(?P<digits>\d(?:[\s.\-_]*\d){5})$"
)
_LEADING_WORDS = frozenset(
    {
        "ma",
        "so",
        "xem",
        "tra",
        "code",
        "la",
        "qua",
        "cua",
        "toi",
        "em",
        "cau",
        "hoi",
        "nay",
        "coi",
        "xin",
    }
)
"""Words before a code that are no prefix of a commune."""
_WITHIN = re.compile(
    r"(?<!\w)(?:(?P<prefix>[a-z]{2,4})[\s.\-_]*)?(?P<digits>\d(?:[\s.\-_]?\d){5})(?![\s.\-_]?\w*\d)"
)
_LOOKS_UP = re.compile(r"\b(?:ma|ket qua|xem|tra|code|cau (?:da|toi) gui)\b")
_NEAR = re.compile(
    r"(?<!\w)(?P<prefix>[a-z]{2,4})[\s.\-_]*(?=(?:[a-z\s.\-_]*\d){4})(?:[0-9a-z][\s.\-_]*){4,6}[0-9a-z]$"
)
_MOST_WORDS = 14


@dataclass(frozen=True, slots=True)
class TypedCode:
    """A code as somebody typed it: digits, and the prefix when they gave one."""

    prefix: str | None
    digits: str

    @property
    def valid(self) -> bool:
        """Whether the check digit agrees with the others."""
        return _damm(self.digits) == 0

    def kept(self, default_prefix: str | None) -> str:
        """The code as it is kept, with *default_prefix* when none was typed."""
        return f"{self.prefix or default_prefix or ''}{self.digits}"


def draw(prefix: str, dice: Random) -> str:
    """A code as it is kept, by chance; whether it is free is for the caller to see."""
    digits = "".join(str(dice.randrange(10)) for _ in range(_RANDOM_DIGITS))
    return f"{prefix}{digits}{_damm(digits)}"


def shown(code: str) -> str:
    """A kept code as people read it: ``XM482739`` becomes ``XM 482 739``."""
    return f"{code[:-6]} {code[-6:-3]} {code[-3:]}".strip()


def read(text: str) -> TypedCode | None:
    """The code in a message that is nothing but a code; tolerant of blanks, case and accents."""
    found = _TYPED.match(fold(text).strip(" .!?,;:\n"))
    if found is None:
        return None
    prefix = found["prefix"]
    if prefix in _LEADING_WORDS:
        prefix = None
    digits = re.sub(r"\D", "", found["digits"])
    return TypedCode(prefix.upper() if prefix else None, digits)


def named(text: str) -> TypedCode | None:
    """The code that a message is, or that a sentence about looking up holds: "mã của tôi là …"."""
    typed = read(text)
    folded = fold(text)
    if typed is not None or len(folded.split()) > _MOST_WORDS or not _LOOKS_UP.search(folded):
        return typed
    return within(text)


def within(text: str) -> TypedCode | None:
    """The first code that stands anywhere in a message that is known to be about one."""
    for found in _WITHIN.finditer(fold(text)):
        prefix = None if found["prefix"] in _LEADING_WORDS else found["prefix"]
        typed = TypedCode(prefix.upper() if prefix else None, re.sub(r"\D", "", found["digits"]))
        if typed.valid:
            return typed
    return None


def nearly(text: str) -> str | None:
    """The prefix of what ends a message and is a code but for a letter or digit; None for none."""
    folded = fold(text).strip(" .!?,;:\n")
    found = _NEAR.search(folded)
    alone = found is not None and (found.start() == 0 or bool(_LOOKS_UP.search(folded)))
    return found["prefix"].upper() if found is not None and alone else None


def _damm(digits: str) -> int:
    state = 0
    for digit in digits:
        state = _DAMM[state][int(digit)]
    return state
