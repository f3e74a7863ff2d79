"""Finds sayings in what people type: bare, with a wrong tone, with a slip.

Which words of the sayings a typed word may stand for is remembered: people use the same few
thousand words, and comparing each with every saying would cost more than all the rest of a turn.
"""

from __future__ import annotations

import unicodedata
from collections import defaultdict
from collections.abc import Collection, Iterator, Sequence
from functools import lru_cache

from rapidfuzz.distance import OSA

from faq.normalize import fold
from faq.telex import is_syllable

_SHORTEST_SLIP = 3
_SHORTEST_LONG_SLIP = 6
_TONES = frozenset("\u0300\u0301\u0303\u0309\u0323")
_WORDS_KEPT = 20_000

Heard = Sequence[tuple[range, frozenset[str]]]
"""Where sayings stand in a message, as places of its words, and which sayings."""


class Sayings:
    """A fixed collection of sayings, each of one or more words, written with accents."""

    def __init__(self, sayings: Collection[str]) -> None:
        self._longest = max(saying.count(" ") + 1 for saying in sayings)
        self._by_first: dict[str, list[tuple[str, tuple[str, ...]]]] = defaultdict(list)
        self._by_letters: dict[tuple[str, ...], list[str]] = defaultdict(list)
        for saying in sorted(sayings):
            wanted = tuple(saying.split())
            self._by_first[wanted[0]].append((saying, wanted))
            if len(wanted) > 1 and len(saying) >= _SHORTEST_LONG_SLIP:
                self._by_letters[_letters(wanted)].append(saying)
        words = {word for saying in sayings for word in saying.split()}
        self._words = [(word, fold(word), _toneless(word)) for word in sorted(words)]
        self._meant = lru_cache(maxsize=_WORDS_KEPT)(self._meant_by)

    def heard(self, typed: Sequence[str]) -> Heard:
        """Every run of neighbouring words of *typed* that may stand for sayings."""
        meant = [self._meant(word) for word in typed]
        begins = [not self._by_first.keys().isdisjoint(may) for may in meant]
        letters = _letters(typed) if len(typed) > 1 else ()
        found = []
        for size in range(1, self._longest + 1):
            for start in range(len(typed) - size + 1):
                run = slice(start, start + size)
                likely = self._by_letters.get(letters[run], ()) if size > 1 else ()
                if not begins[start] and not likely:
                    continue  # most runs of a question are none
                here = frozenset(self._said(typed[run], meant[run], likely))
                if here:
                    found.append((range(start, start + size), here))
        return found

    def _said(
        self, typed: Sequence[str], meant: Sequence[frozenset[str]], likely: Sequence[str]
    ) -> Iterator[str]:
        for first in meant[0]:
            for saying, wanted in self._by_first.get(first, ()):
                if len(wanted) == len(typed) and all(
                    word in may for word, may in zip(wanted, meant, strict=True)
                ):
                    yield saying
        # One slip in a saying of several words, its first letters right: "dan ky", "khi naò".
        if likely:
            run = " ".join(typed)
            bare = _toneless(run)
            for saying in likely:
                meant_by_it = fold(saying) if run.isascii() else _toneless(saying)
                if OSA.distance(bare, meant_by_it, score_cutoff=1) <= 1:
                    yield saying

    def _meant_by(self, typed: str) -> frozenset[str]:
        """The words that *typed* may stand for: bare, with a wrong tone, or with a slip that gives
        no word at all.

        Accents tell words apart ("họp", "hộp"), so that a word typed with them must agree in all
        but its tone.
        """
        folded, toneless, is_bare = fold(typed), _toneless(typed), typed.isascii()
        is_word = is_syllable(folded)
        return frozenset(
            word
            for word, bare, plain in self._words
            if typed in (word, bare)
            or (not is_bare and toneless == plain)
            or (
                not is_word
                and len(word) >= _SHORTEST_SLIP
                and OSA.distance(folded, bare, score_cutoff=1) <= 1
            )
        )


def _letters(words: Sequence[str]) -> tuple[str, ...]:
    return tuple(fold(word[0]) for word in words)


def _toneless(word: str) -> str:
    letters = unicodedata.normalize("NFD", word)
    return unicodedata.normalize("NFC", "".join(one for one in letters if one not in _TONES))
