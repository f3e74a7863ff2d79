"""Say why an entry was found, in words that an official can check: which wording, which words."""

from dataclasses import dataclass
from itertools import pairwise

from faq.entries import FaqEntry
from faq.normalize import clean, fold, syllables
from faq.views import LONGEST, view

__all__ = ["Explanation", "explain"]


@dataclass(frozen=True)
class Explanation:
    """What a message and an entry have in common.

    `wording` is the question or alias most like the message; `words` are the syllables of the
    message that stand in it, `told` those that stand only in the answer; both as the message was
    read (shortenings spelled out), in its order.
    """

    entry_id: str
    wording: str
    words: tuple[str, ...]
    told: tuple[str, ...]


def explain(text: str, entry: FaqEntry) -> Explanation:
    """Compare a message with an entry; for one pair at a time, when somebody looks at it."""
    message = view(text)
    wordings = (entry.question, *(alias.text for alias in entry.aliases))
    nearest = max(wordings, key=lambda wording: _likeness(message.folded, view(wording).folded))
    asked = set(view(nearest).folded)
    answer = set(view(" ".join(part for _, part in entry.answer.texts)).folded)
    said = syllables(clean(text[:LONGEST]))
    return Explanation(entry.id, nearest, _found(said, asked), _found(said, answer - asked))


def _found(said: list[str], known: set[str]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(syllable for syllable in said if fold(syllable) in known))


def _likeness(one: tuple[str, ...], other: tuple[str, ...]) -> float:
    """Give the share of syllables and of neighbouring pairs that both have (Jaccard)."""
    left, right = _pieces(one), _pieces(other)
    return len(left & right) / len(left | right) if left or right else 0.0


def _pieces(syllables: tuple[str, ...]) -> set[tuple[str, ...]]:
    return {(syllable,) for syllable in syllables} | set(pairwise(syllables))
