"""``make bench``: medians of 3 in one run, most as a ratio against a named peer."""

from __future__ import annotations

import statistics
from collections.abc import Callable
from pathlib import Path

from benchmarks import export, start, turns
from bot import logs
from handlers.faq_book import FaqBook

RUNS = 3


def _medians(once: Callable[[], tuple[float, float]]) -> tuple[float, float]:
    pairs = [once() for _ in range(RUNS)]
    return statistics.median(a for a, _ in pairs), statistics.median(b for _, b in pairs)


def main() -> None:
    """Measure and print."""
    logs.set_up(level="CRITICAL", as_json=True)
    book = FaqBook.starter()
    ours, peer = _medians(lambda: turns.once(book))
    print(
        f"turns: {ours:.0f}/s, bare python-telegram-bot echo {peer:.0f}/s, "
        f"ratio {ours / peer:.2f} (floor 0.3, aim 1.0)"
    )
    ratio, growth = _medians(export.once)
    print(f"export of 10,000 submissions: {ratio:.2f} times XlsxWriter alone (at most 2)")
    print(f"export memory growth from 1,000 to 10,000 rows: {growth:.1f} MB (under 30)")
    with start.warm() as folder:
        seconds, megabytes = _medians(lambda: start.once(Path(folder)))
    print(f"warm start to /readyz: {seconds:.2f} s (3)")
    print(f"resident memory of serve --demo: {megabytes:.0f} MB (200)")


if __name__ == "__main__":
    main()
