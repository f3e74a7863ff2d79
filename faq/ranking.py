"""Weigh the opinions: which entries come first, and how sure that the first one is right."""

from dataclasses import dataclass
from typing import Final

import numpy as np

from faq.gram_index import Floats, Integers
from faq.signals import NAMES, Opinions
from faq.thresholds import Thresholds

__all__ = ["EVIDENCE", "Ranking", "evidence", "rank"]

EVIDENCE: Final = ("share", "lead", "syllables", "letters", "learned", "known", "stranger")
_MOST: Final = 6.0
_CERTAIN: Final = 0.99
_ROWS: Final = {name: row for row, name in enumerate(NAMES)}


@dataclass(frozen=True)
class Ranking:
    """Entries in order of likelihood, each one's share, and the trust in the first."""

    order: Integers
    shares: Floats
    confidence: float

    def certain(self, first: int) -> "Ranking":
        """Put an entry first because the message is word for word one of its aliases."""
        order = np.concatenate(([first], self.order[self.order != first]))
        shares = self.shares * np.float32(1 - _CERTAIN)
        shares[first] = _CERTAIN
        return Ranking(order, shares, max(self.confidence, _CERTAIN))

    def score(self, place: int) -> float:
        """Give the calibrated score of the entry in a place of the order (0 is first)."""
        first = float(self.shares[self.order[0]])
        return self.confidence * float(self.shares[self.order[place]]) / first


def shares_of(opinions: Opinions, weights: dict[str, float]) -> Floats:
    """Turn the opinions into one share per entry; the shares add up to one."""
    weighed = np.array([weights.get(name, 0.0) for name in NAMES], np.float32) @ opinions.table
    grown = np.exp(weighed - weighed.max())
    shares: Floats = grown / grown.sum()
    return shares


def evidence(opinions: Opinions, shares: Floats) -> Floats:
    """Give what speaks for and against the first entry, one number per name in `EVIDENCE`."""
    top = int(np.argmax(shares))
    first = float(shares[top])
    second = float(np.partition(shares, -2)[-2]) if len(shares) > 1 else 0.0
    odds = np.log(max(first, 1e-6) / max(1 - first, 1e-6))
    at_top = {name: float(opinions.table[row, top]) for name, row in _ROWS.items()}
    return np.array(
        (
            np.clip(odds, -_MOST, _MOST),
            first - second,
            at_top["syllables"],
            at_top["letters"],
            np.clip(at_top["learned"], -_MOST, _MOST),
            opinions.known,
            np.clip(opinions.stranger, -_MOST, _MOST),
        ),
        np.float32,
    )


def rank(opinions: Opinions, thresholds: Thresholds) -> Ranking:
    """Order the entries and say how sure the first one is."""
    shares = shares_of(opinions, thresholds.signals)
    order = np.argsort(-shares, kind="stable")
    found = dict(zip(EVIDENCE, evidence(opinions, shares).tolist(), strict=True))
    strength = thresholds.bias + sum(
        weight * found[name] for name, weight in thresholds.evidence.items()
    )
    confidence = 1 / (1 + np.exp(-np.clip(strength, -30, 30)))
    return Ranking(order, shares, float(confidence))
