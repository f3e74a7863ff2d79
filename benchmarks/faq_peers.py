"""What others offer for finding the entry that a message means, each as strong as it gets.

Every peer is given the same questions and aliases as ours, with three ways to read a text, the
last of them our own normaliser; the bench tries all three. Whether a peer compares with single
aliases or with all aliases of an entry in one was chosen on the tuning half, and so were the runs
of letters. Answers are left out: with them the peers found fewer, or as many.
"""

from __future__ import annotations

import logging
import sqlite3
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Any, Final, Protocol

import numpy as np
from numpy.typing import NDArray

from faq.entries import FaqEntry
from faq.normalize import fold, syllables, words

__all__ = ["NAMES", "READINGS", "Ranker", "build"]

Scores = NDArray[np.float64]
Ranker = Callable[[str], list[str]]
_ROWS: Final = 200

# as typed in lower case; without diacritics; our normaliser: short forms and Telex spelled out too
READINGS: Final[dict[str, Callable[[str], str]]] = {
    "typed": lambda text: " ".join(words(text)),
    "folded": lambda text: fold(" ".join(words(text))),
    "normalised": lambda text: fold(" ".join(syllables(text))),
}


class _Peer(Protocol):
    """Gives one number per entry for a message, higher for likelier ones."""

    def scores(self, text: str) -> Scores: ...


@dataclass(frozen=True)
class Given:
    """What a peer may look at: texts with the place of their entry."""

    count: int
    owners: NDArray[np.int64]
    texts: tuple[str, ...]

    @classmethod
    def of(cls, entries: Sequence[FaqEntry], read: Callable[[str], str], joined: bool) -> Given:
        """Give the questions and aliases of entries, one text each or joined by entry."""
        found: list[tuple[int, str]] = []
        for place, entry in enumerate(entries):
            own = [read(text) for text in (entry.question, *(a.text for a in entry.aliases))]
            found += [(place, " ".join(own))] if joined else [(place, text) for text in own]
        owners = np.array([place for place, _ in found], np.int64)
        return cls(len(entries), owners, tuple(text for _, text in found))

    def by_entry(self, scores: Sequence[float] | Scores) -> Scores:
        """Give each entry the score of its best text."""
        best = np.full(self.count, -np.inf)
        np.maximum.at(best, self.owners, np.asarray(scores, np.float64))
        return best


class _Fuzzy:
    """rapidfuzz: the most similar text of each entry."""

    def __init__(self, given: Given, scorer: str) -> None:
        from rapidfuzz import fuzz, process

        self._given, self._texts = given, list(given.texts)
        self._compare: Callable[..., Any] = partial(process.cdist, scorer=getattr(fuzz, scorer))

    def scores(self, text: str) -> Scores:
        return self._given.by_entry(self._compare([text], self._texts)[0])


class _Bm25s:
    """bm25s over words, its method and constants as they come."""

    def __init__(self, given: Given) -> None:
        import bm25s

        logging.getLogger("bm25s").setLevel(logging.ERROR)
        self._given = given
        self._index = bm25s.BM25()
        self._index.index([text.split() or [""] for text in given.texts], show_progress=False)

    def scores(self, text: str) -> Scores:
        # It refuses words that are in no text.
        known = [word for word in text.split() if word in self._index.vocab_dict]
        if not known:
            return np.zeros(self._given.count)
        return self._given.by_entry(self._index.get_scores(known))


class _Fts5:
    """SQLite's full-text index in memory, any word (or run of three letters) of the message."""

    def __init__(self, given: Given, tokenizer: str) -> None:
        self._given, self._runs = given, tokenizer == "trigram"
        self._database = sqlite3.connect(":memory:")
        self._database.execute(f"CREATE VIRTUAL TABLE faq USING fts5(text, tokenize='{tokenizer}')")
        self._database.executemany(
            "INSERT INTO faq (rowid, text) VALUES (?, ?)", enumerate(given.texts, start=1)
        )

    def scores(self, text: str) -> Scores:
        parts = [text[at : at + 3] for at in range(len(text) - 2)] if self._runs else text.split()
        found = np.full(len(self._given.texts), -np.inf)
        query = " OR ".join(f'"{part}"' for part in dict.fromkeys(parts))
        rows = self._database.execute(
            f"SELECT rowid, rank FROM faq WHERE faq MATCH ? ORDER BY rank LIMIT {_ROWS}",
            (query or '""',),
        )
        for number, rank in rows:
            found[number - 1] = -rank
        return self._given.by_entry(found)


def _runs(shortest: int, longest: int) -> Any:
    from sklearn.feature_extraction.text import TfidfVectorizer

    return TfidfVectorizer(analyzer="char", ngram_range=(shortest, longest), sublinear_tf=True)


class _TfIdf:
    """Cosine of TF-IDF over runs of 3 to 6 letters (scikit-learn)."""

    def __init__(self, given: Given) -> None:
        self._given, self._reader = given, _runs(3, 6)
        self._table = self._reader.fit_transform(given.texts).T.tocsr()

    def scores(self, text: str) -> Scores:
        alike = self._reader.transform([text]) @ self._table
        return self._given.by_entry(alike.toarray()[0])


class _Logistic:
    """Logistic regression over runs of 2 to 5 letters (scikit-learn)."""

    def __init__(self, given: Given) -> None:
        from sklearn.linear_model import LogisticRegression

        self._reader = _runs(2, 5)
        table = self._reader.fit_transform(given.texts)
        self._model = LogisticRegression(C=30, max_iter=100).fit(table, given.owners)

    def scores(self, text: str) -> Scores:
        found: Scores = self._model.decision_function(self._reader.transform([text]))[0]
        return found


_UNICODE61: Final = "unicode61 remove_diacritics 2"
# how to make a peer, and whether all aliases of an entry are joined for it
_MAKERS: Final[dict[str, tuple[Callable[[Given], _Peer], bool]]] = {
    "rapidfuzz token_set_ratio": (partial(_Fuzzy, scorer="token_set_ratio"), False),
    "rapidfuzz WRatio": (partial(_Fuzzy, scorer="WRatio"), False),
    "bm25s": (_Bm25s, True),
    "SQLite FTS5 trigram": (partial(_Fts5, tokenizer="trigram"), True),
    "SQLite FTS5 unicode61": (partial(_Fts5, tokenizer=_UNICODE61), True),
    "TF-IDF of letters": (_TfIdf, True),
    "logistic regression": (_Logistic, False),
}
NAMES: Final = tuple(_MAKERS)


def build(name: str, entries: Sequence[FaqEntry], reading: str) -> Ranker:
    """Give a peer over entries: a function from a message to ids, the likeliest three first."""
    maker, joined = _MAKERS[name]
    read, ids = READINGS[reading], [entry.id for entry in entries]
    peer = maker(Given.of(entries, read, joined))

    def ranked(text: str) -> list[str]:
        return [ids[place] for place in np.argsort(-peer.scores(read(text)), kind="stable")[:3]]

    return ranked
