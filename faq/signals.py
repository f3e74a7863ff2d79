"""The separate opinions on which entry a message means, one number per entry each.

BM25 over how people ask (folded and toned), BM25 over what the answers say, the most similar
single alias by syllables and by letters, how much of the message one alias says as well, and
logistic regression. `ranking` weighs them.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from hashlib import blake2b
from typing import Final

import numpy as np

from faq.classifier import MOST_LESSONS, Classifier, Lesson, held_out, lessons_within
from faq.entries import FaqEntry
from faq.gram_index import Arrays, Floats, GramIndex, Integers
from faq.logistic import dealt
from faq.views import Counted, Grams, View, letter_grams, syllable_grams, view

__all__ = ["NAMES", "Opinions", "SignalIndex", "wordings_held_out"]

NAMES: Final = ("asked", "toned", "told", "syllables", "letters", "within", "learned", "near")
_TONED, _LEARNED, _NEAR = (NAMES.index(name) for name in ("toned", "learned", "near"))
_FOLDED: Final = [NAMES.index("asked"), NAMES.index("told")]
_ALIKE: Final = slice(NAMES.index("syllables"), NAMES.index("within") + 1)
_TOLD_TRUST: Final = 0.5
_WORDINGS: Final = (
    *("wording.names", "wording.owners"),
    *("asking.lessons", "asking.begins", "asking.owners"),
)


@dataclass(frozen=True)
class Opinions:
    """What the signals say about one message.

    `table` has one row per name in `NAMES` and one column per entry. `known` is how much of the
    message's weight occurs in any alias; `stranger` is how much more the message looks like
    something outside the FAQ than like its likeliest entry. Only the lessons most like it are asked
    about that: to the many others every unusual wording is strange.
    """

    table: Floats
    known: float
    stranger: float


@dataclass(frozen=True)
class _Texts:
    """Texts that belong to entries, with their grams."""

    owners: Integers
    views: tuple[View, ...]
    syllables: tuple[Grams, ...]
    letters: tuple[Grams, ...]

    @classmethod
    def of(cls, found: Sequence[tuple[int, str]]) -> "_Texts":
        views = tuple(view(text) for _, text in found)
        return cls(
            np.array([owner for owner, _ in found], np.int64),
            views,
            tuple(syllable_grams(one.folded) for one in views),
            tuple(letter_grams(one.folded) for one in views),
        )

    def lessons(self, trust: float) -> list[Lesson]:
        owners = self.owners.tolist()
        return list(map(Lesson, owners, self.syllables, self.letters, [trust] * len(owners)))


class SignalIndex:
    """All that is precomputed from the entries of one FAQ."""

    def __init__(
        self, folded: GramIndex, toned: GramIndex, classifier: Classifier, wordings: Arrays
    ) -> None:
        """Take what `of` made, or what `restored` found.

        The fields of *folded* are what is asked and what is told.
        """
        self._folded: Final = folded
        self._toned: Final = toned
        self._classifier: Final = classifier
        self._wordings: Final = wordings

    @classmethod
    def of(cls, entries: Sequence[FaqEntry], background: Sequence[str] = ()) -> "SignalIndex":
        """Index entries, and train to tell them apart and from the background.

        `background` are messages that no entry answers.
        """
        count = len(entries)
        asked, told = _Texts.of(_asked(entries)), _Texts.of(_told(entries))
        strange = _Texts.of([(count, text) for text in background])
        toned = [syllable_grams(one.toned) for one in asked.views]
        lessons = [*asked.lessons(1.0), *told.lessons(_TOLD_TRUST), *strange.lessons(1.0)]
        within = lessons_within(lessons)
        kept = [within[place] for place in dealt(len(within)).tolist()]
        # what is asked in so many words: likeness to an answer or to the background is none
        asking = [place for place, one in enumerate(kept) if one.trust == 1 and one.owner < count]
        asking.sort(key=lambda place: kept[place].owner)
        owners, begins = np.unique([kept[place].owner for place in asking], return_index=True)
        names = np.array([_name(one.folded) for one in asked.views], np.uint64)
        order = np.argsort(names, kind="stable")
        return cls(
            GramIndex.of(count, (asked.syllables, asked.owners), (told.syllables, told.owners)),
            GramIndex.of(count, (toned, asked.owners)),
            Classifier.trained(kept, count + 1),
            {
                "wording.names": names[order],
                "wording.owners": asked.owners[order],
                "asking.lessons": np.array(asking, np.int64),
                "asking.begins": begins,
                "asking.owners": owners.astype(np.int64),
            },
        )

    def arrays(self) -> Arrays:
        """Give everything as arrays, to be kept for the next start."""
        return {
            **self._folded.arrays("folded"),
            **self._toned.arrays("toned"),
            **self._classifier.arrays(),
            **self._wordings,
        }

    @classmethod
    def restored(cls, kept: Arrays) -> "SignalIndex":
        """Give the index whose `arrays` were kept; KeyError when some are missing."""
        folded, toned = (GramIndex.restored(kept, name) for name in ("folded", "toned"))
        return cls(folded, toned, Classifier.restored(kept), {n: kept[n] for n in _WORDINGS})

    def word_for_word(self, message: View) -> frozenset[int]:
        """Give the entries that have these very syllables as their question or alias."""
        names, name = self._wordings["wording.names"], np.uint64(_name(message.folded))
        begin, end = np.searchsorted(names, name), np.searchsorted(names, name, side="right")
        return frozenset(self._wordings["wording.owners"][begin:end].tolist())

    def opinions(self, message: View) -> Opinions:
        """Ask every signal about one message."""
        folded = Counted.of(syllable_grams(message.folded))
        table = np.zeros((len(NAMES), self._folded.rows), np.float32)
        table[_FOLDED], known = self._folded.scores(folded)
        if message.accentedness:
            toned, _ = self._toned.scores(Counted.of(syllable_grams(message.toned)))
            np.multiply(toned[0], np.float32(message.accentedness), out=table[_TONED])
        heard = self._classifier.hear(folded, Counted.of(letter_grams(message.folded)))
        self._best(heard.alike, table[_ALIKE])
        table[_LEARNED], table[_NEAR] = heard.opinions[:-1], heard.near[:-1]
        stranger = float(heard.near[-1] - table[_NEAR].max())
        return Opinions(table, known, stranger)

    def _best(self, alike: Floats, best: Floats) -> None:
        """Write how much the likest way of asking for each entry is like a message, or says it."""
        begins, owners = self._wordings["asking.begins"], self._wordings["asking.owners"]
        if len(owners):
            asking = alike.take(self._wordings["asking.lessons"], axis=1)
            best[:, owners] = np.maximum.reduceat(asking, begins, axis=1)


def _name(wording: Sequence[str]) -> int:
    """Give a number that stands for these syllables."""
    return int.from_bytes(blake2b(" ".join(wording).encode(), digest_size=8).digest(), "big")


def wordings_held_out(
    entries: Sequence[FaqEntry],
) -> tuple[list[tuple[int, str]], Floats] | None:
    """Give every wording (place of its entry, text) and what training without it makes of it.

    A row per wording and a column per entry, higher for likelier ones; None when there are too
    many wordings to train on.
    """
    wordings = _asked(entries)
    asked, told = _Texts.of(wordings), _Texts.of(_told(entries))
    lessons = [*asked.lessons(1.0), *told.lessons(_TOLD_TRUST)]
    if len(lessons) > MOST_LESSONS:
        return None
    return wordings, held_out(lessons, len(entries))[: len(wordings)]


def _asked(entries: Sequence[FaqEntry]) -> list[tuple[int, str]]:
    """Give every way in which an entry is asked for, its question first."""
    return [
        (place, text)
        for place, entry in enumerate(entries)
        for text in (entry.question, *(alias.text for alias in entry.aliases))
    ]


def _told(entries: Sequence[FaqEntry]) -> list[tuple[int, str]]:
    """Give what each entry is about: its question, and what the answer says."""
    joined = [
        (place, " ".join((entry.question, *(text for _, text in entry.answer.texts))))
        for place, entry in enumerate(entries)
    ]
    return [(place, text) for place, text in joined if text]
