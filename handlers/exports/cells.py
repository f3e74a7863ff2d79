"""Text on its way into a cell: nothing a household typed may turn into a formula or a number."""

from __future__ import annotations

import re
from unicodedata import normalize

LONGEST = 32_000
"""A cell of Excel holds 32,767 units of UTF-16; a picture of a face takes two."""

_CONTROL = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_STARTERS = ("=", "+", "-", "@", "\t", "\r", "\n")
_LIKE_NUMBER = re.compile(r"[\s\d.,:/%()+\-−–$€₫đ]*\d[\s\d.,:/%()+\-−–$€₫đ]*(?:e[+-]?\d+)?", re.I)


def clean(text: str) -> str:
    """*text* as a cell can hold it: line ends as ``\\n``, no control characters, not too long."""
    if text.isprintable() and len(text) <= LONGEST // 2:
        return text  # nearly always: a list has hundreds of thousands of cells
    text = _CONTROL.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    units = text.encode("utf-16-le")
    if len(units) <= 2 * LONGEST:
        return text
    return units[: 2 * (LONGEST - 1)].decode("utf-16-le", "ignore") + "…"


def is_risky(text: str) -> bool:
    """Whether a spreadsheet might read *text* as a formula when it is typed or imported.

    ``=``, ``+``, ``-``, ``@``, tab and line end at the beginning, also after blanks and in their
    full-width forms.
    """
    if not text or text[0].isalnum():
        return False
    if text[0] in _STARTERS:
        return True
    first = normalize("NFKC", text.lstrip()[:1])
    return first in _STARTERS


def is_like_number(text: str) -> bool:
    """Whether an import might turn *text* into a number or a date: ``0912…``, ``3/5``, ``1e5``."""
    return _LIKE_NUMBER.fullmatch(normalize("NFKC", text)) is not None
