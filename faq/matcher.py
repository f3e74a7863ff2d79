"""Find the entry that a household's message means, or say honestly that none fits."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import Final, Literal

from faq.background import load_background
from faq.entries import FaqEntry
from faq.index_cache import signal_index
from faq.normalize import clean
from faq.ranking import Ranking, rank
from faq.signals import SignalIndex
from faq.thresholds import Thresholds, load_thresholds
from faq.views import LONGEST, View, view

__all__ = ["Candidate", "Decision", "MatchResult", "Matcher"]

Decision = Literal["answer", "suggest", "none"]
_FEWEST_SYLLABLES: Final = 2


@dataclass(frozen=True)
class Candidate:
    """One entry that may be meant; `score` is the probability that it is, 0 to 1."""

    id: str
    score: float


@dataclass(frozen=True)
class MatchResult:
    """What the matcher makes of one message.

    `answer`: offer the first candidate; `suggest`: offer the first three to choose from;
    `none`: pass the message to an official. The candidates are listed in every case.
    """

    text: str
    decision: Decision
    candidates: tuple[Candidate, ...]


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
        self._thresholds: Final = thresholds or load_thresholds()
        strange = load_background() if background is None else background
        self._index: Final[SignalIndex | None] = (
            signal_index(self.entries, strange, cache_dir) if self.entries else None
        )

    def match(self, text: str, limit: int = 5, on: date | None = None) -> MatchResult:
        """Give the decision and up to `limit` candidates, best first.

        With a date, an entry that may no longer be stated as current on it is never an answer,
        at most a suggestion.
        """
        if self._index is None:
            return MatchResult(text, "none", ())
        message = view(text)
        ranking = rank(self._index.opinions(message), self._thresholds)
        place = self._index.word_for_word(message)
        if place is not None:
            ranking = ranking.certain(place)
        readable = _is_readable(text, message)
        places = range(min(limit, len(self.entries)))
        candidates = tuple(
            Candidate(
                self.entries[ranking.order[place]].id,
                round(ranking.score(place), 4) if readable else 0.0,
            )
            for place in places
        )
        return MatchResult(text, self._decide(ranking, on) if readable else "none", candidates)

    def _decide(self, ranking: Ranking, on: date | None) -> Decision:
        if ranking.confidence < self._thresholds.suggest:
            return "none"
        first = self.entries[ranking.order[0]]
        is_stale = on is not None and first.is_stale(on)
        if ranking.confidence < self._thresholds.answer or is_stale:
            return "suggest"
        return "answer"


def _is_readable(text: str, message: View) -> bool:
    """Tell whether a message says enough, and not far too much, to be one question."""
    letters = [syllable for syllable in message.folded if not syllable.isdigit()]
    return len(letters) >= _FEWEST_SYLLABLES and len(clean(text[: 2 * LONGEST])) <= LONGEST
