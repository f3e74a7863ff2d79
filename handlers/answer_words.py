"""What a few plain words choose where a menu waits: send it, hide my name, tell me at the meeting.

Reads the table of ``reply_words``: a message means something when a saying of that meaning stands
in it and nothing is left over but small words. A longer sentence keeps what it asks.
"""

from __future__ import annotations

import re
from collections.abc import Sequence

from faq.normalize import clean, words
from faq.telex import decode
from handlers.parsing import hides_name
from handlers.reply_words import BESIDE, CHOOSES, QUIET, SMALL
from handlers.sayings import Heard, Sayings

_MOST_WORDS = 9
_DO_NOT = re.compile(r"\bdung (?:em |co )?(?:gui|goi|ghi|chuyen|nop|luu)\b")
"""Bare letters of "đừng gửi" (don't) and "đúng, gửi" (right): nothing is sent on that."""

_SAYINGS = Sayings(SMALL.union(*CHOOSES.values(), *BESIDE.values()))


def meant(text: str) -> tuple[str, ...]:
    """The meanings that *text* may have, the surest first; none for anything else."""
    typed = [decode(word) for word in words(clean(text))]
    if not 0 < len(typed) <= _MOST_WORDS or "?" in text:
        return ()
    heard = _SAYINGS.heard(typed)
    found = [
        meaning
        for meaning, sayings in CHOOSES.items()
        if _fills(typed, heard, frozenset(sayings), SMALL | BESIDE.get(meaning, frozenset()))
    ]
    if hides_name(text) and QUIET not in found:
        found.insert(0, QUIET)
    return tuple(found) if _DO_NOT.search(" ".join(typed)) is None else ()


def _fills(
    typed: Sequence[str], heard: Heard, sayings: frozenset[str], small: frozenset[str]
) -> bool:
    """Whether one of *sayings* is heard, and every other word is a small one."""
    said = {place for run, here in heard if here & sayings for place in run}
    beside = {place for run, here in heard if here & small for place in run}
    return bool(said) and len(said | beside) == len(typed)
