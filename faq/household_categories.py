"""Entries that differ only in the household's category, for messages that do not name one."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise, product
from typing import Final

from faq.entries import FaqEntry
from faq.lexicon import HOUSEHOLD_CATEGORY
from faq.normalize import fold, syllables, tone_key

__all__ = ["HouseholdCategories", "names_category"]


class HouseholdCategories:
    """Which entries of a FAQ are about the same thing for other categories of households."""

    def __init__(self, entries: Sequence[FaqEntry]) -> None:
        """Join what either side names: no other entry names a commune's copy."""
        self._groups: dict[str, frozenset[str]] = {}
        for entry in entries:
            if entry.same_but_for_category:
                self._join((entry.id, *entry.same_but_for_category))

    def left_open(self, entry_id: str, text: str, ids: Iterable[str]) -> tuple[str, ...]:
        """Give those of *ids* among which *text* leaves open which one is meant.

        Nothing for an entry that speaks to every household, and for a message that names the
        category: the figures of one category must not be told to another.
        """
        group = self._groups.get(entry_id)
        if group is None or names_category(text):
            return ()
        return tuple(one for one in ids if one in group)

    def _join(self, ids: Sequence[str]) -> None:
        group = frozenset(ids).union(*(self._groups.get(one, ()) for one in ids))
        self._groups |= dict.fromkeys(group, group)


def names_category(text: str) -> bool:
    """Tell whether a message says, however roundabout, what category of household asks.

    A syllable with diacritics is taken as it stands ("số tiền" is no "sổ"), one without for any.
    """
    typed = [tone_key(syllable) for syllable in syllables(text)]
    return any(said in _CATEGORIES for said in (*((one,) for one in typed), *pairwise(typed)))


def _spellings(words: str) -> Iterator[tuple[str, ...]]:
    """Give the ways in which the syllables of a word come: as they stand, or bare."""
    return product(*((tone_key(one), fold(one)) for one in words.split()))


_CATEGORIES: Final = frozenset(said for one in HOUSEHOLD_CATEGORY for said in _spellings(one))
