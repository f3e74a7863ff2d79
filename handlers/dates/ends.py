"""Until when something lasts: "hết ngày 30/11", "24h 30/11", "cuối ngày", "trưa mùng 1/12"."""

from __future__ import annotations

import re

from faq.normalize import clean

_DAY_ENDS = re.compile(
    r"\b(?:(?:h[ếe]t|cu[ốo]i|tr[ọo]n)\s+(?=(?:ng[àa]y|h[ôo]m)\b)"
    r"|h[ếe]t\s+(?=\d{1,2}\s*[/.\-]|th[ứu]\s|m[ùuồôo]ng\s|ch[ủu]\s|cn\b|mai\b)"
    r"|24\s*(?:gi[ờo]|h|g|:)(?:\s*00)?(?![\d/.\-]))",
    re.I,
)
_NOON = re.compile(r"\b(?:gi[ữu]a\s+)?tr[ưu]a\b", re.I)
_CLOCK = re.compile(r"\d\s*(?:gi[ờo]|h|g|:)(?![^\W\d_])|\d\s+(?:r[ưu][ỡo]i|tr[ưu]a)\b", re.I)
_LAST_MINUTE, _TWELVE = " 23:59 ", " 12:00 "


def as_end(text: str) -> str:
    """*text* for ``read_moment``, where the end of a day, or noon, is said without an hour."""
    told = clean(text)
    ended = _DAY_ENDS.sub(_LAST_MINUTE, told, count=1)
    if ended != told and _CLOCK.search(_DAY_ENDS.sub(" ", told)) is None:
        return " ".join(ended.split())
    if _CLOCK.search(told):
        return told
    return " ".join(_NOON.sub(_TWELVE, told, count=1).split())
