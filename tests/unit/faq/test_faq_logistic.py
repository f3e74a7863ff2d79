"""The training: what it finds agrees with a library's, and the order of lessons is a shuffle."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from sklearn.linear_model import LogisticRegression

from faq.gram_index import Floats, Integers
from faq.logistic import dealt, voices_of


def _lessons(count: int, classes: int, spread: float) -> tuple[Floats, Integers]:
    """Unit vectors scattered around one direction per class."""
    random = np.random.default_rng(5)
    owners = np.arange(count) % classes
    centres = random.normal(size=(classes, 40))
    found = centres[owners] + spread * random.normal(size=(count, 40))
    found /= np.linalg.norm(found, axis=1, keepdims=True)
    return found.astype(np.float32), owners.astype(np.int64)


@given(st.integers(0, 3000))
def test_dealing_is_a_shuffle(count: int) -> None:
    order = dealt(count)
    assert sorted(order.tolist()) == list(range(count))


def test_lessons_that_stand_together_land_in_different_blocks() -> None:
    blocks = np.argsort(dealt(1280))[:10] // 128
    assert len(set(blocks.tolist())) == 10


def test_it_decides_as_the_library_does() -> None:
    rows, owners = _lessons(600, 12, spread=0.9)
    asked, meant = _lessons(900, 12, spread=0.9)
    asked, meant = asked[600:], meant[600:]
    voices = voices_of(rows @ rows.T, owners, np.ones(600, np.float32), 12)
    ours = np.argmax(asked @ rows.T @ voices, axis=1)
    peer = LogisticRegression(C=10, fit_intercept=False).fit(rows, owners)
    theirs = peer.predict(asked)
    right = float((ours == meant).mean())
    assert right >= float((theirs == meant).mean()) - 0.02
    assert right > 0.6


def test_what_speaks_for_an_entry_speaks_against_the_others() -> None:
    rows, owners = _lessons(300, 5, spread=0.5)
    voices = voices_of(rows @ rows.T, owners, np.ones(300, np.float32), 5)
    assert voices.sum(axis=1) == pytest.approx(np.zeros(300), abs=1e-3)
    assert (voices[np.arange(300), owners] > 0).mean() > 0.75


def test_a_lesson_that_is_trusted_less_speaks_more_softly() -> None:
    rows, owners = _lessons(200, 4, spread=0.5)
    trust = np.ones(200, np.float32)
    loud = voices_of(rows @ rows.T, owners, trust, 4)[0, owners[0]]
    trust[0] = 0.01
    soft = voices_of(rows @ rows.T, owners, trust, 4)[0, owners[0]]
    assert soft < loud
