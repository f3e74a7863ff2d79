"""Undo telex keystrokes that a keyboard without Vietnamese support left in a message.

"baor hieerm" was meant as "bảo hiểm". A word is changed only when it is no possible Vietnamese
syllable as typed and becomes one by decoding, so that foreign words stay as they are.
"""

import re
import unicodedata
from functools import lru_cache
from typing import Final

__all__ = ["decode", "is_syllable"]

_ONSETS: Final = "ngh|ng|nh|ch|th|tr|ph|kh|gh|gi|qu|b|c|d|g|h|k|l|m|n|p|q|r|s|t|v|x"
_RIMES: Final = (
    "a|ac|ach|ai|am|an|ang|anh|ao|ap|at|au|ay|e|ec|em|en|eng|enh|eo|ep|et|eu|ech|"
    "i|ia|ich|iec|iem|ien|ieng|iep|iet|ieu|im|in|inh|ip|it|iu|"
    "o|oa|oac|oach|oai|oam|oan|oang|oanh|oao|oat|oay|oc|oe|oen|oeo|oet|oi|om|on|ong|op|ot|"
    "u|ua|uan|uang|uat|uay|uc|ue|uech|uen|uenh|uet|ui|um|un|ung|uo|uoc|uoi|uom|uon|uong|uop|uot|"
    "uou|up|ut|uu|uy|uya|uych|uyen|uyet|uyn|uynh|uyt|uyu|"
    "y|yem|yen|yet|yeu|ynh|yt"
)
_SYLLABLE: Final = re.compile(rf"(?:{_ONSETS})?(?:{_RIMES})\Z")
_UNTOUCHED: Final = frozenset({"gas", "bus", "max", "six", "tax", "mix", "xoong", "boong"})
_TONES: Final = {"s": "\u0301", "f": "\u0300", "r": "\u0309", "x": "\u0303", "j": "\u0323"}
_DOUBLES: Final = {"aa": "â", "ee": "ê", "oo": "ô", "dd": "đ", "aw": "ă", "ow": "ơ", "uw": "ư"}
_BASES: Final = {"â": "a", "ê": "e", "ô": "o", "ă": "a", "ơ": "o", "ư": "u", "đ": "d"}
_VOWELS: Final = "aeiouyâêôăơư"
_SHORTEST: Final = 3
_LONGEST: Final = 10


def is_syllable(bare: str) -> bool:
    """Tell whether a lower-case word without diacritics can be one Vietnamese syllable."""
    return _SYLLABLE.match(bare) is not None


@lru_cache(maxsize=4096)
def decode(word: str) -> str:
    """Give the syllable that the telex keys of a lower-case word spell, or the word itself."""
    too_odd = not word.isascii() or not _SHORTEST <= len(word) <= _LONGEST or word in _UNTOUCHED
    if too_odd or is_syllable(word):
        return word
    letters, tone = _letters(word)
    bare = "".join(_BASES.get(char, char) for char in letters)
    if not is_syllable(bare) or bare == word:
        return word
    return _with_tone(letters, tone)


def _letters(word: str) -> tuple[str, str]:
    """Take out the tone key and join double keys; keys may come late ("dduocwj")."""
    tone = ""
    kept: list[str] = []
    for place, key in enumerate(word):
        vowel_before = any(char in _VOWELS for char in kept)
        if key in _TONES and vowel_before and place > 0:
            tone = _TONES[key]
        elif not _join(kept, key):
            kept.append(key)
    return "".join(kept), tone


def _join(kept: list[str], key: str) -> bool:
    """Merge a modifier key into an earlier letter; tell whether it was one."""
    if key == "w":
        return _horn(kept)
    for place in range(len(kept) - 1, -1, -1):
        pair = kept[place] + key
        # a repeated vowel key counts only beside its vowel or at the end of the word ("theem")
        if pair in _DOUBLES and (place == len(kept) - 1 or key in "ead"):
            kept[place] = _DOUBLES[pair]
            return True
    return False


def _horn(kept: list[str]) -> bool:
    changed = False
    for place in range(len(kept) - 1, -1, -1):
        pair = kept[place] + "w"
        if pair == "aw" and kept[place - 1 : place] == ["u"]:
            continue  # "muaw" is "mưa", not "muă"
        if pair in _DOUBLES:
            kept[place] = _DOUBLES[pair]
            changed = True
    return changed


def _with_tone(letters: str, tone: str) -> str:
    if not tone:
        return letters
    place = _tone_place(letters)
    return unicodedata.normalize("NFC", letters[: place + 1] + tone + letters[place + 1 :])


def _tone_place(letters: str) -> int:
    marked = [i for i, char in enumerate(letters) if char in "âêôăơư"]
    if marked:
        return marked[-1]
    start = 2 if letters[:2] in {"gi", "qu"} and len(letters) > 2 else 0  # noqa: PLR2004
    vowels = [i for i, char in enumerate(letters) if char in _VOWELS and i >= start]
    if not vowels:
        return letters.index(next(char for char in letters if char in _VOWELS))
    closed = vowels[-1] < len(letters) - 1
    if len(vowels) == 1 or (len(vowels) == 2 and not closed):  # noqa: PLR2004
        return vowels[0]
    return vowels[1]
