"""Reading short answers: choices, yes and no. Tolerant of missing accents and of typing errors."""

from __future__ import annotations

import re
from collections.abc import Sequence

from rapidfuzz import fuzz

from faq.normalize import fold

_NUMBER_WORDS = {
    "mot": 1,
    "hai": 2,
    "ba": 3,
    "bon": 4,
    "tu": 4,
    "nam": 5,
    "sau": 6,
}
_NUMBERED = re.compile(r"^(?:so|chon|cau|muc|y|phim|bam)?\s*(\d{1,2})\s*[.)]?$")
_CLOSE_ENOUGH = 88
_CLEARLY_BETTER = 6
_SHORTEST_FUZZY = 3


def key(text: str) -> str:
    """*text* for comparing: folded, punctuation and extra blanks gone."""
    return " ".join(re.sub(r"[^\w]+", " ", fold(text)).split())


def number(text: str) -> int | None:
    """The number of a choice as typed: "1", "số 1", "1.", "một"; None for anything else."""
    folded = " ".join(fold(text).split()).strip(" .!?,")
    found = _NUMBERED.match(folded)
    if found:
        return int(found.group(1))
    if folded == "so khong":  # "không" alone is a no
        return 0
    if folded.startswith("so "):
        folded = folded[3:]
    return _NUMBER_WORDS.get(folded)


def pick(text: str, labels: Sequence[str]) -> int | None:
    """Index of the label that *text* spells, with or without accents and small errors.

    None when no label is close, or when two are equally close.
    """
    typed = key(text)
    if not typed:
        return None
    keys = [key(label) for label in labels]
    exact = [index for index, label in enumerate(keys) if label == typed]
    if len(exact) == 1:
        return exact[0]
    if exact or len(typed) < _SHORTEST_FUZZY:
        return None
    # Digits tell villages apart ("thôn 1", "thôn 11"): they must agree exactly.
    digits = re.findall(r"\d+", typed)
    scored = sorted(
        (
            (fuzz.ratio(typed, label), index)
            for index, label in enumerate(keys)
            if re.findall(r"\d+", label) == digits
        ),
        reverse=True,
    )
    if not scored or scored[0][0] < _CLOSE_ENOUGH:
        return None
    if len(scored) > 1 and scored[0][0] - scored[1][0] < _CLEARLY_BETTER:
        return None
    return scored[0][1]


_YES = frozenset(
    [
        "dung",
        "co",
        "u",
        "uh",
        "uhm",
        "vang",
        "da",
        "ok",
        "oke",
        "okie",
        "roi",
        "dung",
        "roi",
        "chuan",
        "phai",
        "dong",
        "y",
    ]
) | {
    "dung roi",
    "dung vay",
    "dong y",
    "vang a",
    "da dung",
    "da vang",
    "co a",
}
_NO = frozenset({"khong", "ko", "k", "hok", "chua", "sai", "khong phai", "chua dung", "thoi"})


def yes_no(text: str) -> bool | None:
    """True for a plain yes, False for a plain no, None for anything else."""
    typed = key(text)
    if typed in _YES:
        return True
    if typed in _NO:
        return False
    return None
