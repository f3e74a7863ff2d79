"""Solve a large symmetric system in place: half the work of a general solver, and no copy.

Blocked Cholesky factorisation (Golub and Van Loan, Matrix Computations, 4.2): numpy factors the
small blocks on the diagonal, and everything else is matrix products.
"""

from typing import Final

import numpy as np

from faq.gram_index import Floats

__all__ = ["solved"]

_BLOCK: Final = 512


def solved(system: Floats, wanted: Floats) -> Floats:
    """Give x with system @ x = wanted; *system* is symmetric and positive, and is used up.

    Raises ``numpy.linalg.LinAlgError`` when it is not positive.
    """
    found = wanted.copy()
    borders = range(0, len(system), _BLOCK)
    inverses = [_eliminated(system, found, begin) for begin in borders]
    for begin, inverse in zip(reversed(borders), reversed(inverses), strict=True):
        end = begin + len(inverse)
        below = system[end:, begin:end]
        found[begin:end] = inverse.T @ (found[begin:end] - below.T @ found[end:])
    return found


def _eliminated(system: Floats, found: Floats, begin: int) -> Floats:
    """Take a block of unknowns out of the equations below; give the inverse of its factor."""
    end = min(begin + _BLOCK, len(system))
    inverse: Floats = np.linalg.inv(np.linalg.cholesky(system[begin:end, begin:end]))
    found[begin:end] = inverse @ found[begin:end]
    below = system[end:, begin:end] @ inverse.T
    system[end:, begin:end] = below
    for top in range(end, len(system), _BLOCK):
        rows = slice(top - end, top - end + _BLOCK)
        # the upper half is never looked at
        system[top : top + _BLOCK, end : top + _BLOCK] -= below[rows] @ below[: rows.stop].T
    found[end:] -= below @ found[begin:end]
    return inverse
