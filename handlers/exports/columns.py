"""Which facts of a thing stand together in one column of a list.

On paper what is short stands one below the other, so that letters stay large enough to read; a
file for other programs has a column for each.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from handlers.exports.base import Source
from handlers.exports.tables import Cell, Column, Kind, Row

Facts = Mapping[str, Cell]
"""What is told of one thing, by name; the title of a fact is ``export-column-<name>``."""


@dataclass(frozen=True, slots=True)
class Stack:
    """A column: the names of the facts in it from top to bottom, how wide it is, what it holds."""

    names: tuple[str, ...]
    width: float
    kind: Kind = Kind.TEXT


def apart(names: Iterable[str]) -> tuple[Stack, ...]:
    """A column for each fact."""
    return tuple(Stack((name,), 12) for name in names)


def columns(source: Source, stacks: Sequence[Stack]) -> tuple[Column, ...]:
    """The columns with their titles in words."""
    return tuple(
        Column(
            "\n".join(source.say(f"export-column-{name}") for name in one.names),
            one.width,
            one.kind,
        )
        for one in stacks
    )


def row(stacks: Sequence[Stack], facts: Facts) -> Row:
    """A line of these columns; facts that are empty take no room in a column of several."""
    return Row(tuple(_cell([facts[name] for name in one.names]) for one in stacks))


def _cell(cells: Sequence[Cell]) -> Cell:
    if len(cells) == 1:
        return cells[0]
    return "\n".join(_words(one) for one in cells if one not in (None, ""))


def _words(cell: Cell) -> str:
    return f"{cell:%d/%m/%Y}" if isinstance(cell, date) else str(cell)
