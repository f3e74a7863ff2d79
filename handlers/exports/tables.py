"""What an export consists of, whatever file it becomes: sheets of columns and lines.

Lines come in batches, so that a list of any length passes through memory piece by piece.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

Cell = str | int | date | None
Batches = AsyncIterator[Sequence["Line"]]


class Kind(StrEnum):
    """What a column holds; decides how its cells are written and stand."""

    TEXT = "text"
    """Words. Always written as text: a phone keeps its leading zero, ``=1+1`` stays words."""
    SHORT = "short"
    """Text of a few letters, centred: a code, a category."""
    NUMBER = "number"
    """A count."""
    DATE = "date"


@dataclass(frozen=True, slots=True)
class Column:
    """One column: its title in words, width in characters, and what it holds."""

    title: str
    width: float
    kind: Kind = Kind.TEXT
    locked: bool = False
    """Of a form: grey, and not to be changed."""


@dataclass(frozen=True, slots=True)
class Row:
    """One thing of the list, a cell per column. ``height`` in points leaves room to sign."""

    cells: tuple[Cell, ...]
    height: float | None = None


@dataclass(frozen=True, slots=True)
class Band:
    """A line of words over the whole width: the name of a group, or a remark."""

    text: str
    strong: bool = True


@dataclass(frozen=True, slots=True)
class Total:
    """A sum: words over the first *span* columns, then numbers by column number."""

    label: str
    span: int
    cells: Mapping[int, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Signers:
    """Who signs below: two names of offices, side by side, with room for the signature.

    A name may take several lines: in whose name, then as what.
    """

    left: str
    right: str
    below: str = ""
    """What stands in small under both: "sign, full name"."""


@dataclass(frozen=True, slots=True)
class PageStart:
    """The titles of the columns of a paged sheet, with the name of a group above them.

    With a heading they begin a new page, which takes title and subtitles along; without one they
    stand below the heading of the sheet.
    """

    group: str = ""
    heading: Heading | None = None


@dataclass(frozen=True, slots=True)
class FilledPage:
    """Lines that stay on one page, with *empty* rows between them as far as the page goes.

    They begin a new page when fewer than *fewest* empty rows would fit on this one. Of more than
    a whole page takes, the first lines *above* stand where lines would otherwise stand.
    """

    above: tuple[Line, ...]
    empty: Row
    fewest: int
    below: tuple[Line, ...]


Line = Row | Band | Total | Signers | PageStart | FilledPage


@dataclass(frozen=True, slots=True)
class Heading:
    """What stands above the table, as decree 30/2020/NĐ-CP orders it (annex I)."""

    office: tuple[str, ...]
    """Upper left: the issuing office, in capitals."""
    nation: tuple[str, ...]
    """Upper right: name of the state and its motto."""
    dated: str
    """Under that: place and day."""
    title: str
    subtitles: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Sheet:
    """One table. ``lines`` begins to read anew each time it is called."""

    name: str
    heading: Heading | None
    columns: tuple[Column, ...]
    lines: Callable[[], Batches]
    paged: bool = False
    """It is signed in groups that take titles of their own: its lines begin with a ``PageStart``.
    Otherwise the program that prints sets the titles on every page."""
    form: bool = False
    """Somebody edits it and sends it back: titles in the first row, each thing in one row."""
    kept: int = 0
    """Of a form: columns that stay in sight, and stand on every page."""


@dataclass(frozen=True, slots=True)
class Book:
    """All sheets of a file."""

    sheets: tuple[Sheet, ...]
    plain: Sheet | None = None
    """What a format of one table takes, if not the first: a column for each fact."""
