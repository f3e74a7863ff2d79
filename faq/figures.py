"""Amounts, shares, lengths of time, ages… in a text, whether in digits or in words.

"150.000 đồng", "150 nghìn đồng" and "một trăm năm mươi nghìn" are one figure. A year, the number of
a law and "bước hai" are none; nor is "một tháng" in words, which only says how often.
"""

import re
import unicodedata
from collections.abc import Iterator, Sequence
from decimal import Decimal
from typing import Final, NamedTuple

__all__ = ["Figure", "figures"]

_WORDS: Final = {
    "một": 1,
    "hai": 2,
    "ba": 3,
    "bốn": 4,
    "năm": 5,
    "sáu": 6,
    "bảy": 7,
    "tám": 8,
    "chín": 9,
    "mười": 10,
}
_ENDINGS: Final = {**_WORDS, "mốt": 1, "tư": 4, "lăm": 5}
"""Words that may follow "mươi", "trăm", "mười"."""
_TENS: Final = {"mươi": 10, "trăm": 100}
_SCALES: Final = {"nghìn": 1_000, "ngàn": 1_000, "triệu": 1_000_000, "tỷ": 10**9, "tỉ": 10**9}
_MONEY: Final = "đồng"
_UNITS: Final = {
    ("đồng",): _MONEY,
    ("%",): "phần trăm",
    ("phần", "trăm"): "phần trăm",
    ("ngày",): "ngày",
    ("tuần",): "tuần",
    ("tháng",): "tháng",
    ("năm",): "năm",
    ("giờ",): "giờ",
    ("tuổi",): "tuổi",
    ("lần",): "lần",
    ("điểm",): "điểm",
    ("km",): "km",
    ("cây", "số"): "km",
    ("ki", "lô", "mét"): "km",
    ("m2",): "m2",
    ("m²",): "m2",
    ("mét", "vuông"): "m2",
    ("mét",): "m",
    ("kg",): "kg",
    ("ki", "lô", "gam"): "kg",
    ("cân",): "kg",
    ("ha",): "ha",
    ("héc", "ta"): "ha",
    ("lít",): "lít",
    ("kwh",): "kWh",
    ("số", "điện"): "kWh",
}
_LONGEST_UNIT: Final = 3
_TOKEN: Final = re.compile(r"\d+(?:[.,]\d+)*|m[2²](?!\w)|%|[^\W\d_]+|[^\w\s]")
_HYPHEN: Final = re.compile(r"(?<=[^\W\d_])-(?=[^\W\d_])")
_GROUPED: Final = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z")
_TO: Final = frozenset({"đến", "tới", "hoặc", "hay", "-", "–"})
_DATE: Final = frozenset({"ngày", "tháng"})


class Figure(NamedTuple):
    """A value and what it counts; `unit` is one of the units' own names, money is "đồng"."""

    value: Decimal
    unit: str


class _Number(NamedTuple):
    value: Decimal
    end: int
    spelled: bool
    scaled: bool


def figures(text: str) -> frozenset[Figure]:
    """Give the figures of a text; of "3 đến 5 tuổi" both."""
    return frozenset(_figures(_tokens(text)))


def _tokens(text: str) -> list[str]:
    lowered = _HYPHEN.sub(" ", unicodedata.normalize("NFC", text).lower())
    return _TOKEN.findall(lowered)


def _figures(tokens: Sequence[str]) -> Iterator[Figure]:
    place = 0
    while place < len(tokens):
        number = _number(tokens, place)
        if number is None:
            place += 1
            continue
        unit = _unit(tokens, number.end) or (_MONEY if number.scaled else None)
        if unit is None:
            unit = _unit_of_range(tokens, number.end)
        dated = place > 0 and tokens[place - 1] in _DATE and not number.scaled
        how_often = number.spelled and number.value == 1
        if unit is not None and not dated and not how_often:
            yield Figure(number.value, unit)
        place = number.end


def _number(tokens: Sequence[str], place: int) -> _Number | None:
    """Read a number that begins at a place: "150.000", "1 triệu 80 nghìn", "hai mươi lăm"."""
    total, part = Decimal(0), None
    first, spelled, scaled = place, False, False
    while place < len(tokens):
        token = tokens[place]
        if token[0].isdigit() and token[-1].isdigit():
            if part is not None:
                break
            part = _digits(token)
        elif token in _SCALES and (part is not None or scaled):
            scale = _SCALES[token]
            total = total * scale if part is None else total + part * scale
            part, scaled = None, True
        elif token in _TENS and spelled and part is not None:
            part += part % 100 * (_TENS[token] - 1)
        elif part is None and token in _WORDS:
            part, spelled = Decimal(_WORDS[token]), True
        elif spelled and part is not None and token in _ENDINGS and part % 10 == 0:
            part += _ENDINGS[token]
        else:
            break
        place += 1
    if place == first:
        return None
    return _Number(total + (part or 0), place, spelled, scaled)


def _digits(token: str) -> Decimal:
    if _GROUPED.match(token):
        token = token.replace(".", "")
    head, *rest = re.split(r"[.,]", token)
    return Decimal(f"{head}.{''.join(rest)}" if rest else head)


def _unit(tokens: Sequence[str], place: int) -> str | None:
    for length in range(_LONGEST_UNIT, 0, -1):
        found = _UNITS.get(tuple(tokens[place : place + length]))
        if found is not None:
            return found
    return None


def _unit_of_range(tokens: Sequence[str], place: int) -> str | None:
    """Give the unit of "3 đến 5 tuổi" to its 3."""
    if place >= len(tokens) or tokens[place] not in _TO:
        return None
    other = _number(tokens, place + 1)
    return _unit(tokens, other.end) if other is not None and not other.scaled else None
