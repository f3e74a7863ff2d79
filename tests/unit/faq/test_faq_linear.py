"""The solver agrees with that of numpy."""

import numpy as np
import pytest

from faq.gram_index import Floats
from faq.linear import solved


@pytest.mark.parametrize("size", [1, 7, 511, 512, 513, 1400])
def test_it_gives_what_numpy_gives(size: int) -> None:
    dice = np.random.default_rng(size)
    half = dice.standard_normal((size, max(1, size // 3))).astype(np.float32)
    system: Floats = half @ half.T / np.float32(size) + np.eye(size, dtype=np.float32)
    wanted = dice.standard_normal((size, 5)).astype(np.float32)
    expected = np.linalg.solve(system, wanted)
    assert np.allclose(solved(system.copy(), wanted), expected, atol=1e-4)


def test_a_system_that_is_not_positive_is_refused() -> None:
    with pytest.raises(np.linalg.LinAlgError):
        solved(-np.eye(3, dtype=np.float32), np.ones((3, 1), np.float32))
