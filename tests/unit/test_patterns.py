"""No message can hold the program up: every pattern is fed its own words, over and over."""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
from collections.abc import Iterable, Iterator
from types import ModuleType

import pytest

import bot
import faq
import handlers

_TIMES = 30
"""Who reads that in more than one way needs 2 ** 30 steps; who reads it in one, a few thousand."""
_SECONDS = 5.0
"""Of processor time for one pattern and one word: a few milliseconds are used."""
_MOST_WORDS = 40
_WORDS = re.compile(r"[a-zà-ỹđ]{2,}(?: [a-zà-ỹđ]+)*")
_BETWEEN = (" ", "... ", ", ")


class Stuck(Exception):
    """A pattern does not come to an end."""


def modules() -> Iterator[ModuleType]:
    for package in (handlers, faq, bot):
        for found in pkgutil.walk_packages(package.__path__, f"{package.__name__}."):
            if not found.name.endswith("__main__"):
                yield importlib.import_module(found.name)


def inside(value: object) -> Iterator[re.Pattern[str]]:
    if isinstance(value, re.Pattern):
        yield value
    elif isinstance(value, dict):
        yield from in_all(value.values())
    elif isinstance(value, (list, tuple)):
        yield from in_all(value)
    elif not isinstance(value, ModuleType):
        named = getattr(value, "__dict__", {})
        yield from (one for one in named.values() if isinstance(one, re.Pattern))


def in_all(values: Iterable[object]) -> Iterator[re.Pattern[str]]:
    for one in values:
        yield from inside(one)


def patterns() -> dict[str, re.Pattern[str]]:
    """Every pattern of the product by module and name, each once."""
    found: dict[str, re.Pattern[str]] = {}
    seen: set[str] = set()
    for module in modules():
        for name, value in vars(module).items():
            for place, pattern in enumerate(inside(value)):
                if pattern.pattern not in seen:
                    seen.add(pattern.pattern)
                    found[f"{module.__name__}.{name}.{place}"] = pattern
    return found


PATTERNS = patterns()


def test_the_patterns_of_the_product_are_found() -> None:
    assert len(PATTERNS) > 100


@pytest.mark.parametrize("name", PATTERNS)
def test_words_over_and_over_are_read_in_one_way(name: str) -> None:
    pattern = PATTERNS[name]
    words = sorted(set(_WORDS.findall(pattern.pattern)))[:_MOST_WORDS]

    def stop(_signal: int, _frame: object) -> None:
        raise Stuck

    before = signal.signal(signal.SIGVTALRM, stop)
    try:
        for word in (*words, "0", "1. ", "a"):
            for between in _BETWEEN:
                signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS)
                pattern.search(f"{(word + between) * _TIMES}§ x")
    except Stuck:
        pytest.fail(f"{word!r} {_TIMES} times takes for ever")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)
