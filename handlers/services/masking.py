"""Taking people out of a text for a list that everybody may read.

Names that we hold are found whatever their accents; phone and identity numbers by their digits
(``number_mask``); other names by the words before them ("ông", "tên là") and by family names, in
capital letters (``capital_names``) and in small ones (``name_mask``); illness by its words
(``illness_mask``). A person still reads the list before it is posted, and the list says so.
"""

from __future__ import annotations

import re
from collections.abc import Iterable

from faq.guards import Guard, screen
from handlers.number_mask import hide_numbers
from handlers.parsing import key
from handlers.services.capital_names import hide_capital_names
from handlers.services.illness_mask import hide_illness
from handlers.services.name_mask import hide_names

_WORD = re.compile(r"\w+")
_FEWEST_WORDS, _MOST_WORDS = 2, 6
# In Unicode's block of Vietnamese letters capitals stand at the even places.
_CAPITAL = f"[A-ZÀ-ÖØ-ÞĂĐĨŨƠƯ{''.join(map(chr, range(0x1EA0, 0x1EFA, 2)))}]"
_AFTER_TITLE = re.compile(
    r"(?P<title>\b(?:[Tt]ên(?:\s+là)?|(?:[Tt]ôi|[Ee]m|[Cc]háu|[Cc]on|[Mm]ình)\s+là|[ÔôOo]ng|[Bb]à"
    r"|[Aa]nh|[Cc]hị|[Cc]ô|[Cc]hú|[Bb]ác|[Hh]ộ|[Cc]hủ hộ)\s+)"
    rf"(?P<name>(?:{_CAPITAL}\w*)(?:\s+{_CAPITAL}\w*){{1,4}})"
)


class Mask:
    """Replaces people in texts by *name_sign* and *number_sign*, their illness by *health_sign*.

    A text about danger, or one that denounces somebody, is not for everybody at all: it becomes
    *withheld_sign*. The row stays, so that the totals agree.
    """

    def __init__(
        self,
        names: Iterable[str],
        *,
        name_sign: str,
        number_sign: str,
        withheld_sign: str,
        health_sign: str = "",
    ) -> None:
        self._health_sign = health_sign
        self._withheld_sign = withheld_sign
        self._name_sign = name_sign
        self._number_sign = number_sign
        folded = (key(name) for name in names)
        # A single syllable is also a common word ("Hoa", "Mai").
        self._names = frozenset(name for name in folded if " " in name)

    def __call__(self, text: str) -> str:
        """*text* without names, long numbers and illness, or the sign that it is withheld."""
        if screen(text) in {Guard.DANGER, Guard.DENUNCIATION}:
            return self._withheld_sign
        text = self.people(text)
        return hide_illness(text, self._health_sign) if self._health_sign else text

    def people(self, text: str) -> str:
        """*text* without names and long numbers, whatever it tells."""
        text = hide_capital_names(self.known(text), self._name_sign)
        text = _AFTER_TITLE.sub(lambda found: found["title"] + self._name_sign, text)
        return hide_names(text, self._name_sign)

    def known(self, text: str) -> str:
        """*text* without the names that we hold and without long numbers."""
        return self._known(hide_numbers(text, self._number_sign))

    def _known(self, text: str) -> str:
        words = [(found.start(), found.end(), key(found[0])) for found in _WORD.finditer(text)]
        pieces: list[str] = []
        done = place = 0
        while place < len(words):
            length = self._name_at([word for _, _, word in words[place : place + _MOST_WORDS]])
            if length:
                pieces += [text[done : words[place][0]], self._name_sign]
                done = words[place + length - 1][1]
                place += length
            else:
                place += 1
        return "".join([*pieces, text[done:]])

    def _name_at(self, words: list[str]) -> int:
        """How many of *words*, from the first, are a known name."""
        for length in range(len(words), _FEWEST_WORDS - 1, -1):
            if " ".join(words[:length]) in self._names:
                return length
        return 0
