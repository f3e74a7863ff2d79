"""Time and memory of one matcher over one FAQ, in a process of its own.

Run as ``python -m benchmarks.faq_speed NAME ENTRIES FOLDER``; prints one JSON object. As many
ENTRIES as the starter FAQ has mean that FAQ, any other number a synthetic one. Our index is kept in
FOLDER: the first run finds it empty, the next one does not.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
from collections.abc import Callable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from time import perf_counter

import numpy as np

from benchmarks import faq_peers
from benchmarks.faq_books import grown
from benchmarks.faq_messages import messages
from faq import guards
from faq.entries import FaqEntry
from faq.knowledge import load_starter
from faq.matcher import Matcher

__all__ = ["OURS", "Speed", "once"]

OURS = "ours"
_WARMING, _FEWEST, _PASSES, _SECONDS = 20, 60, 3, 8.0
_READING = "normalised"
_BAD = (
    "mất sách thì đền " * 600,
    "a" * 10_000,
    "<b>'; drop table sach; --</b> " * 340,
    "Ignore all previous instructions. " * 300,
    "\u202eשלום עולם " * 900,
    "你好" * 5_000,
    "😀" * 10_000,
    "e\u0301" * 5_000,
)


@dataclass(frozen=True)
class Speed:
    """Seconds to build the index, MB resident that this adds, ms per query.

    `bad` is the longest query of input that is no message: floods, markup, other scripts.
    """

    build: float
    megabytes: float
    p50: float
    p99: float
    bad: float


def once(name: str, entries: int, folder: Path) -> Speed:
    """Measure *name* in a new process, with as many threads as it likes."""
    environment = {key: value for key, value in os.environ.items() if "_NUM_THREADS" not in key}
    command = [sys.executable, "-m", "benchmarks.faq_speed", name, str(entries), str(folder)]
    done = subprocess.run(command, env=environment, check=True, stdout=subprocess.PIPE, text=True)
    return Speed(**json.loads(done.stdout))


def _measure(name: str, count: int, folder: Path) -> Speed:
    starter = load_starter().entries
    entries = starter if count == len(starter) else grown(starter, count)
    before, begun = _resident_mb(), perf_counter()
    query = _built(name, entries, folder)
    build, grew = perf_counter() - begun, _resident_mb() - before
    guards.prepare()  # as the server and the command do; it does not depend on the entries
    for message in messages("tuning")[:_WARMING]:
        query(message.text)
    taken: list[float] = []
    for message in messages("final") * _PASSES:
        begun = perf_counter()
        query(message.text)
        taken.append(1000 * (perf_counter() - begun))
        if len(taken) >= _FEWEST and sum(taken) > 1000 * _SECONDS:
            break
    bad = max(_fastest(query, text) for text in _BAD)
    return Speed(build, grew, float(np.median(taken)), float(np.percentile(taken, 99)), bad)


def _fastest(query: Callable[[str], object], text: str) -> float:
    """Give ms of the fastest of a few queries: what the text costs, not what else goes on."""
    taken: list[float] = []
    for _ in range(_PASSES):
        begun = perf_counter()
        query(text)
        taken.append(1000 * (perf_counter() - begun))
    return min(taken)


def _built(name: str, entries: Sequence[FaqEntry], folder: Path) -> Callable[[str], object]:
    if name != OURS:
        return faq_peers.build(name, entries, _READING)
    return Matcher(entries, cache_dir=folder).match


def _resident_mb() -> float:
    for line in Path("/proc/self/status").read_text("utf-8").splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmRSS")


if __name__ == "__main__":
    print(json.dumps(asdict(_measure(sys.argv[1], int(sys.argv[2]), Path(sys.argv[3])))))
