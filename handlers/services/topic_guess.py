"""Which field of policy a submission belongs to, as far as the nearest FAQ entries tell.

A guess stands in lists where the field would, marked as one, until an official says otherwise.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from typing import Any

from handlers.context import Work

_FITS = 0.35
"""From this probability on that one of its entries is meant, a field is proposed."""


def of(work: Work, candidates: Sequence[Mapping[str, Any]]) -> str | None:
    """The likeliest field of *candidates* (``id``, ``score``); None where none is likely."""
    sums: defaultdict[str, float] = defaultdict(float)
    for one in candidates:
        entry = work.faq.entry(str(one.get("id", "")))
        if entry is not None:
            sums[entry.topic] += float(one.get("score", 0))
    topic, score = max(sums.items(), key=lambda pair: pair[1], default=("", 0.0))
    return topic if score >= _FITS else None
