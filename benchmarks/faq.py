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
_THREADS = (1, None)
_RUNS = 3
# one class per entry: with thousands of them its training takes hours
_ONLY_SMALL = "logistic regression"


def report() -> Iterator[str]:
    """Give the lines of the report as they are measured."""
    yield from faq_quality.report()
    for size in (len(load_starter().entries), *_SIZES):
        yield (
            f"{size} entries, each matcher in its own process; "
            "first with one thread for linear algebra, then with as many as it likes:"
        )
        yield from _sized(size)


def _sized(size: int) -> Iterator[str]:
    """Measure all in turns; the unit of the ratios is our query in the same place."""
    ours: dict[int | None, Speed] = {}
    for threads in _THREADS:
        cold, warm = _ours(size, threads)
        ours[threads] = warm
        yield (
            f"  {'ours':28}{_queries(warm)}, built in {cold.build:.2f} s, read when kept in "
            f"{warm.build:.2f} s, {cold.megabytes:.0f} MB ({warm.megabytes:.0f} when kept); "
            f"bad input of 10,000 characters at most {warm.bad:.1f} ms"
        )
    for name in faq_peers.NAMES:
        if name == _ONLY_SMALL and size > min(_SIZES) - 1:
            yield f"  {name:28}left out: one class per entry"
            continue
        for threads in _THREADS:
            found = once(name, size, Path(), threads)
            yield (
                f"  {name:28}{_queries(found)} ({found.p50 / ours[threads].p50:.1f} times ours), "
                f"built in {found.build:.1f} s, {found.megabytes:.0f} MB"
            )


def _ours(size: int, threads: int | None) -> tuple[Speed, Speed]:
    """Give the medians of our runs: with nothing kept, and with the index kept."""
    cold: list[Speed] = []
    warm: list[Speed] = []
    for _ in range(_RUNS if size < max(_SIZES) else 1):
        with tempfile.TemporaryDirectory() as folder:
            cold.append(once(OURS, size, Path(folder), threads))
            warm.append(once(OURS, size, Path(folder), threads))
    return _median(cold), _median(warm)


def _median(found: Sequence[Speed]) -> Speed:
    return Speed(
        **{one.name: median(getattr(run, one.name) for run in found) for one in fields(Speed)}
    )


def _queries(found: Speed) -> str:
    return f"query p50 {found.p50:.2f} ms, p99 {found.p99:.2f} ms"
