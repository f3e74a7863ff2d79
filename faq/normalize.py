"""From what a person typed to the syllables that can be compared.

Nothing here raises, whatever the text: emoji, right-to-left marks, NUL, lone surrogates and
10,000 characters are all just text. Words are never translated, only cleaned and spelled out.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

from faq.lexicon import AFTER, SHORT_FORMS, UNITS
from faq.telex import decode

__all__ = ["accentedness", "clean", "expand", "fold", "spoken", "syllables", "tone_key", "words"]

_TONES: Final = {"\u0300": "2", "\u0301": "1", "\u0303": "4", "\u0309": "3", "\u0323": "5"}
_WORD: Final = re.compile(r"[^\W\d_]+|\d+")
_NUMBER_UNIT: Final = re.compile(r"(\d)([^\W\d_]{1,5})\b")
_SPACES: Final = re.compile(r"[^\S\n]+")
_LONG_RUN: Final = re.compile(r"([^\W\d_])\1{2,}")
_DEPENDING: Final = frozenset(word for _, word in AFTER)
"""Words that mean something else after certain others."""
# the characters of ordinary Vietnamese and English chat, composed or not
_ORDINARY: Final = re.compile(
    r"[\n\x20-\x7e\u00a1-\u00ac\u00ae-\u0233\u0300-\u0323\u1e00-\u1ef9\u2013-\u201d\u2026]*\Z"
)


def clean(text: str) -> str:
    """Give the text in NFC without control, zero-width and unpaired surrogate characters.

    Newlines stay, every other white space becomes one space, the ends are trimmed.
    """
    text = unicodedata.normalize("NFC", text)
    if not _ORDINARY.match(text):
        lines = text.replace("\r\n", "\n").replace("\r", "\n")
        text = unicodedata.normalize("NFC", "".join(map(_visible, lines)))
    return _SPACES.sub(" ", text).strip()


@lru_cache(maxsize=4096)
def _visible(char: str) -> str:
    if char == "\n":
        return char
    kind = unicodedata.category(char)
    if kind in {"Zs", "Zl", "Zp"} or char in "\t\v\f\x1c\x1d\x1e\x1f\x85":
        return " "
    return "" if kind in {"Cc", "Cf", "Cs", "Cn", "Co"} else char


def fold(text: str) -> str:
    """Give the text in lower case without diacritics: "Hộ nghèo Đ" becomes "ho ngheo d"."""
    if text.isascii():
        return text.lower()
    if _ORDINARY.match(text):
        return text.translate(_FOLDED)
    return _folded(text)


def _folded(text: str) -> str:
    spread = unicodedata.normalize("NFKD", text).lower()
    bare = "".join(c for c in unicodedata.normalize("NFKD", spread) if not _is_mark(c))
    return bare.replace("đ", "d").lower()


def _is_mark(char: str) -> bool:
    return not char.isascii() and unicodedata.category(char) in {"Mn", "Me"}


_FOLDED: Final = {code: _folded(chr(code)) for code in range(0x2027) if _ORDINARY.match(chr(code))}
"""Letter by letter what the whole text gives: in ordinary chat no letter changes another."""


def accentedness(text: str) -> float:
    """Tell how much of a message carries Vietnamese diacritics.

    0 for a bare message, 1 from half of its syllables on (ordinary accented Vietnamese has
    diacritics on three syllables of four).
    """
    return _accentedness(clean(text))


def _accentedness(cleaned: str) -> float:
    if cleaned.isascii():
        return 0.0
    found = [word for word in _WORD.findall(cleaned.lower()) if not word.isdigit()]
    if not found:
        return 0.0
    bare = sum(map(str.isascii, found))
    return min(1.0, 2.0 * (len(found) - bare) / len(found))


def words(text: str) -> list[str]:
    """Give the lower-case words of a text as typed: runs of letters and runs of digits."""
    return _words(clean(text))


def _words(cleaned: str) -> list[str]:
    lowered = unicodedata.normalize("NFC", cleaned.lower())
    return _WORD.findall(_NUMBER_UNIT.sub(_spell_unit, lowered))


def _spell_unit(found: re.Match[str]) -> str:
    unit = found.group(2)
    return f"{found.group(1)} {UNITS.get(unit, unit)} "


def expand(typed: list[str]) -> list[str]:
    """Spell out chat shortenings and abbreviations, undo telex leftovers and drawn-out letters."""
    spelled: list[str] = []
    before = ""
    for word in typed:
        full = AFTER.get((before, word)) if word in _DEPENDING else None
        spelled += _spelled(word) if full is None else full.split(" ")
        before = word
    return spelled


@lru_cache(maxsize=16384)
def _spelled(word: str) -> tuple[str, ...]:
    """Give the syllables that a word stands for, whatever stands before it."""
    full = SHORT_FORMS.get(word)
    if full is not None:
        return tuple(full.split(" "))
    return (word if word.isdigit() else decode(_LONG_RUN.sub(r"\1", word)),)


def syllables(text: str) -> list[str]:
    """Give the lower-case syllables of a message with shortenings spelled out."""
    return expand(words(text))


def spoken(cleaned: str) -> tuple[list[str], float]:
    """Give `syllables` and `accentedness` of a text that `clean` gave: it is not cleaned again."""
    return expand(_words(cleaned)), _accentedness(cleaned)


def tone_key(syllable: str) -> str:
    """Give a spelling that is the same for both ways of placing the tone ("hòa", "hoà")."""
    if syllable.isascii():
        return syllable
    letters: list[str] = []
    tone = ""
    for char in unicodedata.normalize("NFD", syllable):
        if char in _TONES:
            tone = _TONES[char]
        else:
            letters.append(char)
    return unicodedata.normalize("NFC", "".join(letters)) + tone
