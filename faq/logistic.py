"""Multinomial logistic regression over what texts have in common, solved block by block.

It is kept in its dual form: each lesson gets a voice per class, and a message hears every lesson as
loudly as it is like it. The lessons are gone through in blocks; the voices of a block take a Newton
step under a fixed curvature while all others stand still (Böhning and Lindsay 1988, "Monotonicity
of quadratic-approximation algorithms"; blocks as in Gauss-Seidel). Three rounds are a third of the
work of one exact least-squares solution; going on until nothing moves found no more.
"""

from typing import Final

import numpy as np

from faq.gram_index import Floats, Integers

__all__ = ["dealt", "voices_of"]

_BLOCK: Final = 128
_ROUNDS: Final = 3
_RESTRAINT: Final = np.float32(0.1)
# Half the bound of the article: steps twice as long, the longest that cannot run away.
_CURVATURE: Final = np.float32(0.25)


def dealt(count: int) -> Integers:
    """Give the order in which lessons that stand together land in different blocks, like cards.

    A block that holds all lessons of a class learns little from them.
    """
    heaps = max(1, -(-count // _BLOCK))
    return np.concatenate([np.arange(heap, count, heaps) for heap in range(heaps)])


def voices_of(alike: Floats, owners: Integers, trust: Floats, classes: int) -> Floats:
    """Give the voice of each lesson for each class, a row per lesson.

    *alike* says how much lessons are like one another, *owners* is the class of each, *trust* how
    much it counts. Lessons should be in the order of `dealt`.
    """
    count = len(owners)
    voices = np.zeros((count, classes), np.float32)
    blocks = [slice(begin, min(begin + _BLOCK, count)) for begin in range(0, count, _BLOCK)]
    restraint = _RESTRAINT / trust
    steps = [
        np.linalg.inv(_CURVATURE * alike[block, block] + np.diag(restraint[block]))
        for block in blocks
    ]
    for number in range(_ROUNDS):
        for block, step in zip(blocks, steps, strict=True):
            # in the first round those from this block on are silent yet
            heard = slice(block.start if number == 0 else count)
            missing = -_chances(alike[block, heard] @ voices[heard])
            missing[np.arange(len(missing)), owners[block]] += 1
            missing -= restraint[block, None] * voices[block]
            voices[block] += step @ missing
    return voices


def _chances(strengths: Floats) -> Floats:
    """Turn each row into probabilities, in place."""
    strengths -= strengths.max(axis=1, keepdims=True)
    np.exp(strengths, out=strengths)
    strengths /= strengths.sum(axis=1, keepdims=True)
    return strengths
