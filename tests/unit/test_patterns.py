"""No message can hold the program up: every pattern is fed its own words, over and over."""

from __future__ import annotations

import importlib
import pkgutil
import re
import signal
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
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
_SYNTAX = frozenset("\\()[]{}|?*+^$<>=! ")
_BETWEEN = (" ", "... ", ", ", "")


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


def marks(source: str) -> set[str]:
    """Every sign of a pattern that is neither a usual letter nor a figure."""
    usual = {"Ll", "Lu", "Nd"}
    return {one for one in source if unicodedata.category(one) not in usual} - _SYNTAX


def repeated(source: str) -> Iterator[str]:
    """Every group of a pattern that may come again and again, as it is written."""
    opened: list[int] = []
    place, in_class = 0, False
    while place < len(source):
        letter = source[place]
        if letter == "\\":
            place += 1
        elif in_class:
            in_class = letter != "]"
        elif letter == "[":
            in_class = True
        elif letter == "(":
            opened.append(place)
        elif letter == ")":
            begin = opened.pop()
            if re.match(r"[*+]|\{\d+,\}", source[place + 1 :]):
                yield source[begin : place + 1]
        place += 1


@contextmanager
def in_time(what: str) -> Iterator[None]:
    """Fail when the block takes longer than any honest reading could."""

    def stop(_signal: int, _frame: object) -> None:
        raise Stuck

    before = signal.signal(signal.SIGVTALRM, stop)
    signal.setitimer(signal.ITIMER_VIRTUAL, _SECONDS)
    try:
        yield
    except Stuck:
        pytest.fail(f"{what} {_TIMES} times takes for ever")
    finally:
        signal.setitimer(signal.ITIMER_VIRTUAL, 0)
        signal.signal(signal.SIGVTALRM, before)


def feed(pattern: re.Pattern[str], source: str, marks: Iterable[str] = ()) -> None:
    """Let *pattern* read the words of *source* over and over, and something else behind them."""
    words = sorted(set(_WORDS.findall(source)))[:_MOST_WORDS]
    for word in (*words, "0", "1. ", "a", *marks):
        with in_time(repr(word)):
            for between in _BETWEEN:
                text = f"{(word + between) * _TIMES}§ x"
                pattern.search(text)
                pattern.fullmatch(text)


@pytest.mark.parametrize("name", PATTERNS)
def test_words_over_and_over_are_read_in_one_way(name: str) -> None:
    feed(PATTERNS[name], PATTERNS[name].pattern)


@pytest.mark.parametrize("name", PATTERNS)
def test_what_may_come_again_is_read_in_one_way(name: str) -> None:
    """Also where words must stand before it, which the test above does not know."""
    pattern = PATTERNS[name]
    for group in set(repeated(pattern.pattern)):
        if "(?P=" in group or re.search(r"\\[1-9]", group):
            continue  # refers to what stands outside
        alone = re.compile(f" ?{group}*\\Z", pattern.flags & (re.I | re.M | re.S | re.X))
        feed(alone, group, marks(group))


@pytest.mark.parametrize(
    ("pattern", "ways"),
    [(r"x(?: (?:co gi|co|gi))*", 1), (r"x(?:[^\W\d_]|[ʼ.])*", 1), (r"x(?: (?:co|gi))*", 0)],
)
def test_a_second_reading_is_noticed(
    pattern: str, ways: int, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(sys.modules[__name__], "_SECONDS", 0.5)
    (group,) = repeated(pattern)
    alone = re.compile(f" ?{group}*\\Z")
    stuck = 0
    try:
        feed(alone, group, marks(group))
    except pytest.fail.Exception:
        stuck = 1
    assert stuck == ways
