"""The FAQ matcher against named peers: how often right, how fast, how large."""

from __future__ import annotations

import tempfile
from collections.abc import Iterator, Sequence
from dataclasses import fields
from pathlib import Path
from statistics import median

from benchmarks import faq_peers, faq_quality
from benchmarks.faq_speed import OURS, Speed, once
from faq.knowledge import load_starter

__all__ = ["report"]

_SIZES = (2_000, 10_000)
_RUNS = 3
# one class per entry: with thousands of them its training takes hours
_ONLY_SMALL = "logistic regression"


def report() -> Iterator[str]:
    """Give the lines of the report as they are measured."""
    yield from faq_quality.report()
    for size in (len(load_starter().entries), *_SIZES):
        yield (
            f"{size} entries, each matcher in its own process, "
            f"ours {_RUNS} times and the peers once:"
        )
        yield from _sized(size)


def _sized(size: int) -> Iterator[str]:
    """Measure all in turns; the unit of the ratios is our query with the index kept."""
    cold, warm = _ours(size)
    yield (
        f"  {'ours':28}{_queries(warm)}, built in {cold.build:.2f} s, read when kept in "
        f"{warm.build:.2f} s, {cold.megabytes:.0f} MB ({warm.megabytes:.0f} when kept); "
        f"bad input of 10,000 characters at most {warm.bad:.1f} ms"
    )
    for name in faq_peers.NAMES:
        if name == _ONLY_SMALL and size > min(_SIZES) - 1:
            yield f"  {name:28}left out: one class per entry"
            continue
        found = once(name, size, Path())
        yield (
            f"  {name:28}{_queries(found)} ({found.p50 / warm.p50:.1f} times ours), "
            f"built in {found.build:.1f} s, {found.megabytes:.0f} MB"
        )


def _ours(size: int) -> tuple[Speed, Speed]:
    """Give the medians of our runs: with nothing kept, and with the index kept."""
    cold: list[Speed] = []
    warm: list[Speed] = []
    for _ in range(_RUNS):
        with tempfile.TemporaryDirectory() as folder:
            cold.append(once(OURS, size, Path(folder)))
            warm.append(once(OURS, size, Path(folder)))
    return _median(cold), _median(warm)


def _median(found: Sequence[Speed]) -> Speed:
    return Speed(
        **{one.name: median(getattr(run, one.name) for run in found) for one in fields(Speed)}
    )


def _queries(found: Speed) -> str:
    return f"query p50 {found.p50:.2f} ms, p99 {found.p99:.2f} ms"
