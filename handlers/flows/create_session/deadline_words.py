"""Which deadline of a dialogue session an official types about, and what is said of it."""

from __future__ import annotations

import re

from faq.normalize import clean

REGISTRATION, QUESTIONS = "registration", "questions"
_NAMES = re.compile(
    r"\b(?:h[ạa]n\s+)?(?:g[ửu]i\s+|nh[ậa]n\s+)?"
    r"(?:(đ[ăa]ng\s*k[ýíyi]|dang\s*k[yi]|đk|dk)|(c[âa]u\s*h[ỏo]i|h[ỏo]i))\b",
    re.I,
)
_BETWEEN = re.compile(
    r"^(?:(?:sang|th[àa]nh|l[àa]|th[ìi]|[đd][ếe]n|v[àa]o|v[àa]|v[ớo]i|c[òo]n)\b|[\s,;:.\-–=&+])+",
    re.I,
)
_ONLY_CHANGES = re.compile(
    r"(?:đ[ổo]i|d[ờo]i|s[ửu]a|chuy[ểe]n|l[ùu]i|h[ạa]n|l[ạa]i|cho|em|[\s,;:.\-–])*", re.I
)


def by_name(text: str) -> dict[str, str]:
    """What *text* says of each deadline that it names: "đăng ký 30/11 9h, câu hỏi trưa 1/12"."""
    told = clean(text)
    found = list(_NAMES.finditer(told))
    names = [REGISTRATION if one[1] else QUESTIONS for one in found]
    if not found or len(set(names)) != len(names):
        return {}
    starts = [one.start() for one in found]
    ends = [one.end() for one in found]
    if _ONLY_CHANGES.fullmatch(told[: starts[0]]):
        pieces = zip(ends, [*starts[1:], len(told)], strict=True)
    else:  # "30/11 9h đăng ký, 1/12 9h câu hỏi"
        pieces = zip([0, *ends[:-1]], starts, strict=True)
    said = [_bare(told[start:end]) for start, end in pieces]
    if not said[0]:  # "đăng ký và câu hỏi đều 30/11 9h"
        said[0] = said[-1]
    return dict(zip(names, said, strict=True))


def _bare(words: str) -> str:
    """*words* without what joins them to the name: "sang trưa 1/12"."""
    return _BETWEEN.sub("", words).strip(" ,;:.-–")
