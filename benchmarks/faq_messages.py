"""The labelled messages of the tests; of the final half only figures are shown."""

from __future__ import annotations

import random
from functools import cache
from pathlib import Path

from faq.evaluate import Message, load_messages
from faq.knowledge import load_starter

__all__ = ["messages"]

_FOLDER = Path(__file__).parents[1] / "tests" / "data" / "faq_messages"


@cache
def messages(half: str) -> tuple[Message, ...]:
    """Give the messages of the half called `tuning` or `final`, shuffled, always alike."""
    ids = [entry.id for entry in load_starter().entries]
    found = load_messages(_FOLDER / f"{half}.jsonl", ids)
    return tuple(random.Random(7).sample(found, len(found)))
