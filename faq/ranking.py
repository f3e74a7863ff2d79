"""Weigh the opinions: which entries come first, and how sure that the first one is right."""

from dataclasses import dataclass
from math import log
from typing import Final

import numpy as np

from faq.gram_index import Floats, Integers
from faq.signals import NAMES, Opinions
from faq.thresholds import Thresholds

__all__ = ["EVIDENCE", "MENU_EVIDENCE", "Ranking", "evidence", "menu_evidence", "rank"]

EVIDENCE: Final = ("share", "lead", "syllables", "letters", "near", "known", "stranger")
MENU_EVIDENCE: Final = ("share", "syllables", "letters", "near", "known", "stranger")
MENU: Final = 3
"""How many entries are offered to choose from."""
_MOST: Final = 6.0
_CERTAIN: Final = 0.99
_CLOSEST: Final = [NAMES.index(name) for name in ("syllables", "letters", "near")]


@dataclass(frozen=True)
class Ranking:
    """Entries in order of likelihood, each one's share, and the trust in them.

    `confidence` is the probability that the first is right, `helpful` that one of the first three
    is; both 0 to 1.
    """

    order: Integers
    shares: Floats
    confidence: float
    helpful: float

    def certain(self, first: int) -> "Ranking":
        """Put an entry first because the message is word for word one of its aliases."""
        order = np.concatenate(([first], self.order[self.order != first]))
        shares = self.shares * np.float32(1 - _CERTAIN)
        shares[first] = _CERTAIN
        sure = (max(self.confidence, _CERTAIN), max(self.helpful, _CERTAIN))
        return Ranking(order, shares, *sure)

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
    return np.array(_first(opinions, shares, _order(shares)), np.float32)


def menu_evidence(opinions: Opinions, shares: Floats) -> Floats:
    """Give what speaks for and against the first three, one number per name in `MENU_EVIDENCE`."""
    return np.array(_heard(opinions, shares, _order(shares)[:MENU]), np.float32)


def _order(shares: Floats) -> Integers:
    return np.argsort(-shares, kind="stable")


def _first(opinions: Opinions, shares: Floats, order: Integers) -> tuple[float, ...]:
    odds, *others = _heard(opinions, shares, order[:1])
    leading = shares[order[:2]].tolist()
    return (odds, leading[0] - sum(leading[1:]), *others)


def _heard(opinions: Opinions, shares: Floats, places: Integers) -> tuple[float, ...]:
    """Give the odds that one of some entries is meant, and the strongest opinion on any of them."""
    share = float(shares[places].sum())
    odds = log(max(share, 1e-6) / max(1 - share, 1e-6))
    syllables, letters, near = opinions.table.take(places, axis=1)[_CLOSEST].max(axis=1).tolist()
    return (
        _bounded(odds),
        syllables,
        letters,
        _bounded(near),
        opinions.known,
        _bounded(opinions.stranger),
    )


def _bounded(value: float) -> float:
    return min(max(value, -_MOST), _MOST)


def rank(opinions: Opinions, thresholds: Thresholds) -> Ranking:
    """Order the entries and say how sure the first one is."""
    shares = shares_of(opinions, thresholds.signals)
    order = _order(shares)
    first = dict(zip(EVIDENCE, _first(opinions, shares, order), strict=True))
    menu = dict(zip(MENU_EVIDENCE, _heard(opinions, shares, order[:MENU]), strict=True))
    return Ranking(order, shares, thresholds.first.chance(first), thresholds.menu.chance(menu))
