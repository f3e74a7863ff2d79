"""``make bench``: what the software costs and how good it is, against named peers, in one run."""

from __future__ import annotations

import argparse
import statistics
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import export, faq, start, turns
from bot import logs
from faq.knowledge import load_starter
from faq.matcher import Matcher
from handlers.faq_book import FaqBook

RUNS = 3


def _medians(once: Callable[[], tuple[float, float]]) -> tuple[float, float]:
    pairs = [once() for _ in range(RUNS)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def _turns() -> Iterator[str]:
    knowledge = load_starter()
    book = FaqBook(knowledge, Matcher(knowledge.entries))
    ours, peer = _medians(lambda: turns.once(book))
    yield (
        f"turns: {ours:.0f}/s, bare python-telegram-bot echo {peer:.0f}/s, "
        f"ratio {ours / peer:.2f} (floor 0.3, aim 1.0)"
    )


def _export() -> Iterator[str]:
    ratio, growth = _medians(export.once)
    yield f"export of 10,000 submissions: {ratio:.2f} times XlsxWriter alone (at most 2)"
    yield f"export memory growth from 1,000 to 10,000 rows: {growth:.1f} MB (under 30)"


def _start() -> Iterator[str]:
    with start.warm() as folder:
        seconds, megabytes = _medians(lambda: start.once(Path(folder)))
    yield f"warm start to /readyz: {seconds:.2f} s (3)"
    yield f"resident memory of serve --demo: {megabytes:.0f} MB (200)"


_PARTS: dict[str, Callable[[], Iterator[str]]] = {
    "turns": _turns,
    "export": _export,
    "start": _start,
    "faq": faq.report,
}


def main() -> None:
    """Measure the parts that are named, or all, and print."""
    parser = argparse.ArgumentParser(prog="python -m benchmarks", description=__doc__)
    parser.add_argument("part", nargs="*", help=f"any of {', '.join(_PARTS)}; all when none is")
    named = parser.parse_args().part or list(_PARTS)
    unknown = [name for name in named if name not in _PARTS]
    if unknown:
        parser.error(f"no such part: {', '.join(unknown)}")
    logs.set_up(level="CRITICAL", as_json=True)
    for name in named:
        for line in _PARTS[name]():
            print(line, flush=True)


if __name__ == "__main__":
    main()
