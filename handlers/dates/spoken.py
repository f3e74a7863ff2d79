"""Days, months and years said in words, turned into digits: "mồng tám tháng mười hai"."""

from __future__ import annotations

import re

_UNITS = ("mot", "hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin")


def _numbers() -> dict[str, int]:
    """Folded words of 1 to 99; "một" is a digit already, see ``reading``."""
    found = {word: number for number, word in enumerate(_UNITS, start=1)} | {"tu": 4, "1": 1}
    for ten in range(1, 10):
        tens = "muoi" if ten == 1 else f"{_UNITS[ten - 1]} muoi"
        found[tens] = 10 * ten
        for number, word in enumerate(_UNITS, start=1):
            found[f"{tens} {word}"] = 10 * ten + number
        found |= {
            f"{tens} 1": 10 * ten + 1,
            f"{tens} lam": 10 * ten + 5,
            f"{tens} tu": 10 * ten + 4,
        }
    return found


_NUMBERS = _numbers()
_WORDS = "|".join(sorted(_NUMBERS, key=len, reverse=True))
_MONTH_WORDS = "|".join(
    word
    for word in sorted(_NUMBERS, key=len, reverse=True)
    # "tháng sau" is the coming month.
    if _NUMBERS[word] <= 12 and word != "sau"  # noqa: PLR2004 - months
)
_PATTERNS = (
    # "ngày mốt" is the day after tomorrow, "ngày sau" a later one: a month must follow.
    re.compile(rf"(?P<before>\bngay )(?P<number>{_WORDS})(?= (?:thang|t)\b)"),
    re.compile(rf"(?P<before>\b(?:mung|mong) )(?P<number>{_WORDS})\b"),
    re.compile(rf"(?P<before>\bthang )(?P<number>{_MONTH_WORDS})\b"),
)
_YEAR = re.compile(
    rf"\bnam hai (?:nghin|ngan) (?:khong tram )?(?:linh |le )?(?P<number>{_WORDS})\b"
)


def in_digits(words: str) -> str:
    """Folded *words* with dates in digits."""
    words = _YEAR.sub(lambda found: f"nam {2000 + _NUMBERS[found['number']]}", words)
    for pattern in _PATTERNS:
        words = pattern.sub(lambda found: f"{found['before']}{_NUMBERS[found['number']]}", words)
    return words
