"""Find the entry that a household's message means, or say honestly that none fits."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Final, Literal

import numpy as np

from faq.background import load_background
from faq.entries import FaqEntry
from faq.guards import is_guarded
from faq.household_categories import HouseholdCategories
from faq.index_cache import signal_index
from faq.normalize import clean
from faq.ranking import Ranking, rank
from faq.signals import NAMES, Opinions, SignalIndex
from faq.thresholds import Thresholds, load_thresholds
from faq.views import LONGEST, View, view

__all__ = ["Candidate", "Decision", "MatchResult", "Matcher", "Scored"]

Decision = Literal["answer", "suggest", "none"]
_FEWEST_SYLLABLES: Final = 2
_OF_TOPIC: Final = 10
# how likely an entry is still meant when a guard recognised the message
_IF_GUARDED: Final = 0.1
_LIKELIER_THAN_NOT: Final = 0.5
_NEAR, _WITHIN, _SYLLABLES = (NAMES.index(name) for name in ("near", "within", "syllables"))
# so much of what a message says, by weight, is all of it but for a word that tells nothing
_ALL_OF_IT: Final = 0.95
# a story that has the words in passing is less like it than what is asked with them
_AS_LIKE: Final = 0.6


@dataclass(frozen=True)
class Candidate:
    """One entry that may be meant; `score` is the probability that it is, 0 to 1."""

    id: str
    score: float


@dataclass(frozen=True)
class MatchResult:
    """What the matcher makes of one message.

    `answer`: offer the first candidate; `suggest`: offer the first three to choose from;
    `none`: pass the message to an official. The candidates are listed in every case. `topic` is
    the likeliest field even when no entry fits, so that the right official gets the message.
    """

    text: str
    decision: Decision
    candidates: tuple[Candidate, ...]
    topic: str | None = None


@dataclass(frozen=True)
class Scored:
    """A message with what every signal says about it: the slow part of matching.

    `wording` are the places of the entries that have these very words: a commune's copy shares
    them with the shared entry, of which one place sees only one.
    """

    text: str
    readable: bool
    opinions: Opinions | None
    wording: frozenset[int] = frozenset()


class Matcher:
    """Ranks the entries of one FAQ for a message; safe to share between threads."""

    def __init__(
        self,
        entries: Sequence[FaqEntry],
        *,
        thresholds: Thresholds | None = None,
        background: Sequence[str] | None = None,
        cache_dir: Path | None = None,
    ) -> None:
        """Index entries; with `cache_dir` the training is kept there for the next start.

        `thresholds` and `background` default to what comes with the software.
        """
        self.entries: Final = tuple(entries)
        self._categories: Final = HouseholdCategories(self.entries)
        self._thresholds: Final = thresholds or load_thresholds()
        strange = load_background() if background is None else background
        self._index: Final[SignalIndex | None] = (
            signal_index(self.entries, strange, cache_dir) if self.entries else None
        )

    def match(self, text: str, limit: int = 5, on: date | None = None) -> MatchResult:
        """Give the decision and up to `limit` candidates, best first.

        What the guards recognise (danger, a told denunciation, a complaint, a scam, small talk)
        never gets a policy answer. A conversation asks the guards first, and `score` and `decide`
        afterwards.

        With a date, an entry that may no longer be stated as current on it is never an answer,
        at most a suggestion.
        """
        found = self.decide(self.score(text), limit, on)
        return _set_aside(found) if is_guarded(text) else found

    def score(self, text: str) -> Scored:
        """Ask every signal about a message; `decide` makes of it what somebody is told."""
        if self._index is None:
            return Scored(text, readable=False, opinions=None)
        message = view(text)
        return Scored(
            text,
            _is_readable(text, message),
            self._index.opinions(message),
            self._index.word_for_word(message),
        )

    def decide(
        self,
        scored: Scored,
        limit: int = 5,
        on: date | None = None,
        hidden: Collection[str] = (),
    ) -> MatchResult:
        """Give decision and candidates as `match` does, as if the `hidden` ids did not exist."""
        seen = self._seen(hidden)
        if scored.opinions is None or not seen:
            return MatchResult(scored.text, "none", ())
        opinions = _among(scored.opinions, seen)
        ranking = rank(opinions, self._thresholds)
        same = [place for place in scored.wording if self.entries[place].id not in hidden]
        if len(same) == 1:
            ranking = ranking.certain(seen.index(same[0]))
        entries = [self.entries[place] for place in seen] if hidden else self.entries
        candidates = tuple(
            Candidate(
                entries[ranking.order[place]].id,
                round(ranking.score(place), 4) if scored.readable else 0.0,
            )
            for place in range(min(limit, len(entries)))
        )
        if not scored.readable:
            return MatchResult(scored.text, "none", candidates)
        decision = self._decide(ranking, entries, on)
        if decision != "none" and candidates:
            asked = () if len(same) == 1 else _asked_so(opinions, ranking)
            open_ids = self._left_open(scored.text, candidates[0], entries, asked)
            if open_ids:
                decision, candidates = "suggest", _as_likely(open_ids, candidates, limit)
        return MatchResult(scored.text, decision, candidates, _topic(ranking, entries))

    def _left_open(
        self, text: str, first: Candidate, entries: Sequence[FaqEntry], asked: Sequence[int]
    ) -> tuple[str, ...]:
        """Give the entries among which a message does not choose; none if it means the first.

        *asked* are the places of those that are asked for with all that it says.
        """
        # otherwise the category is not the only thing that is open
        if first.score > _LIKELIER_THAN_NOT:
            found = self._categories.left_open(first.id, text, (entry.id for entry in entries))
            if found:
                return found
        ids = tuple(entries[place].id for place in asked)
        return () if ids in {(), (first.id,)} else ids

    def _seen(self, hidden: Collection[str]) -> Sequence[int]:
        if not hidden:
            return range(len(self.entries))
        return [place for place, entry in enumerate(self.entries) if entry.id not in hidden]

    def _decide(self, ranking: Ranking, entries: Sequence[FaqEntry], on: date | None) -> Decision:
        first = entries[ranking.order[0]]
        is_stale = on is not None and first.is_stale(on)
        if ranking.confidence >= self._thresholds.answer:
            return "suggest" if is_stale else "answer"
        return "suggest" if ranking.helpful >= self._thresholds.suggest else "none"


def _set_aside(found: MatchResult) -> MatchResult:
    """Give the result for a message that is no question about policy, whatever its words."""
    candidates = tuple(
        replace(one, score=round(one.score * _IF_GUARDED, 4)) for one in found.candidates
    )
    return replace(found, decision="none", candidates=candidates)


def _as_likely(
    ids: Sequence[str], candidates: Sequence[Candidate], limit: int
) -> tuple[Candidate, ...]:
    """Put entries first that are as likely as the likeliest, which stays the first of all."""
    first, *others = candidates
    alike = [Candidate(one, first.score) for one in ids if one != first.id]
    return (first, *alike, *(one for one in others if one.id not in ids))[:limit]


def _asked_so(opinions: Opinions, ranking: Ranking) -> list[int]:
    """Give the places of the entries that are asked for with all that a message says.

    The likeliest first. More than one means that the message is too short to choose: "tiền bảo
    hiểm" stands in questions about a dozen things, and the weights find a winner all the same.
    """
    like = opinions.table[_SYLLABLES]
    whole = opinions.table[_WITHIN] >= _ALL_OF_IT
    whole &= like > _AS_LIKE * like[ranking.order[0]]
    places: list[int] = ranking.order[whole[ranking.order]].tolist()
    return places


def _topic(ranking: Ranking, entries: Sequence[FaqEntry]) -> str:
    """Give the topic whose entries are likeliest together."""
    shares: dict[str, float] = {}
    for place in ranking.order[:_OF_TOPIC]:
        topic = entries[place].topic
        shares[topic] = shares.get(topic, 0.0) + float(ranking.shares[place])
    return max(shares, key=lambda topic: shares[topic])


def _among(opinions: Opinions, seen: Sequence[int]) -> Opinions:
    """Give the opinions on some of the entries, as if there were no others."""
    if len(seen) == opinions.table.shape[1]:
        return opinions
    near = opinions.table[_NEAR]
    # how strange a message is was measured against the likeliest of all entries
    nearer = float(near.max() - near[np.asarray(seen)].max())
    return replace(opinions, table=opinions.table[:, seen], stranger=opinions.stranger + nearer)


def _is_readable(text: str, message: View) -> bool:
    """Tell whether a message says enough, and not far too much, to be one question."""
    letters = [syllable for syllable in message.folded if not syllable.isdigit()]
    return len(letters) >= _FEWEST_SYLLABLES and len(clean(text[: 2 * LONGEST])) <= LONGEST
