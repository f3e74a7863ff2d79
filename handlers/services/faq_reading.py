"""Reading the file that officials edited: rows in any order, columns in any order, blank rows.

Nothing of the database is known here; what a row means for the FAQ is decided in ``faq_import``.
"""

from __future__ import annotations

import zipfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from typing import Any

from python_calamine import CalamineError, CalamineWorkbook

from handlers.errors import RuleError
from handlers.parsing import key
from handlers.services.faq_rows import COLUMNS, Draft, shortened, tidy, topics
from handlers.texts import Texts

ENTRIES, WORDINGS = "entries", "wordings"
"""Names of the sheets that are read."""
_HEADS = {ENTRIES: ("id", *COLUMNS, "mark"), WORDINGS: ("id", "alias")}
_TITLES_WITHIN = 20
"""Rows in which the line of titles is looked for."""
_MOST_BYTES = 64 * 1024 * 1024
"""Of the unpacked file: a small archive may unpack without end."""
_MOST_ROWS = 50_000


@dataclass(frozen=True, slots=True)
class Problem:
    """Something that somebody has to mend in the file, and where."""

    sheet: str
    row: int
    """As the spreadsheet counts, from 1."""
    column: str
    key: str
    """Text that says what is wrong and how to mend it."""
    params: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Row:
    """An entry as the file has it."""

    number: int
    id: str
    draft: Draft
    mark: str
    """What was in the last column; empty for an entry that is new."""
    wording_rows: Mapping[str, int]
    """Where each wording stands."""


@dataclass(frozen=True, slots=True)
class Edited:
    """What the file says."""

    rows: tuple[Row, ...]
    strays: Mapping[str, int]
    """Ids that stand only among the wordings, and the first row in which each does."""
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Wordings:
    """Wordings by id of their entry, each with its row."""

    found: dict[str, dict[str, int]] = field(default_factory=dict)
    first: dict[str, int] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read(content: bytes, texts: Texts) -> Edited:
    """What a file says. Takes CPU time: call it in a thread.

    Raises ``RuleError`` when it is not our workbook: no spreadsheet, a sheet or column is missing.
    """
    _refuse_bomb(content)
    try:
        workbook = CalamineWorkbook.from_filelike(BytesIO(content))
        sheets = {key(name): name for name in workbook.sheet_names}
        cells = {name: _cells(workbook, sheets, name, texts) for name in _HEADS}
    except (CalamineError, OSError, ValueError) as wrong:
        raise RuleError("faq-file-unreadable") from wrong
    wordings = _wordings(cells[WORDINGS])
    rows, problems = _rows(cells[ENTRIES], wordings, texts)
    known = {row.id for row in rows}
    strays = {id_: row for id_, row in wordings.first.items() if id_ not in known}
    return Edited(tuple(rows), strays, (*problems, *wordings.problems))


def _refuse_bomb(content: bytes) -> None:
    try:
        with zipfile.ZipFile(BytesIO(content)) as archive:
            size = sum(one.file_size for one in archive.infolist())
    except (zipfile.BadZipFile, NotImplementedError, ValueError, OSError) as wrong:
        raise RuleError("faq-file-unreadable") from wrong
    if size > _MOST_BYTES:
        raise RuleError("faq-file-too-big")


def _cells(
    workbook: CalamineWorkbook, sheets: Mapping[str, str], name: str, texts: Texts
) -> list[tuple[int, dict[str, str]]]:
    """Rows of a sheet that hold anything: number, and texts by column. Raises ``RuleError``."""
    title = texts.render("vi", f"export-faq-sheet-{name}")
    if key(title) not in sheets:
        raise RuleError("faq-file-no-sheet", sheet=title)
    sheet = workbook.get_sheet_by_name(sheets[key(title)])
    if sheet.total_height > _MOST_ROWS:
        raise RuleError("faq-file-too-big")
    lines = sheet.to_python(skip_empty_area=False)
    top, places = _titles(lines, name, title, texts)
    found = []
    for number, line in enumerate(lines[top + 1 :], start=top + 2):
        texts_of = {
            column: tidy(as_text(line[place])) if place < len(line) else ""
            for column, place in places.items()
        }
        if any(texts_of.values()):
            found.append((number, texts_of))
    return found


def _titles(
    lines: Sequence[Sequence[Any]], name: str, sheet: str, texts: Texts
) -> tuple[int, dict[str, int]]:
    """Number of the line of titles, and the place of each column. Raises ``RuleError``."""
    wanted = {
        column: {
            key(texts.render(language, f"export-faq-column-{column}")) for language in ("vi", "en")
        }
        for column in _HEADS[name]
    }
    best: dict[str, int] = {}
    at = 0
    for number, line in enumerate(lines[:_TITLES_WITHIN]):
        typed = [key(as_text(cell)) for cell in line]
        places = {
            column: place
            for column, titles in wanted.items()
            for place, title in enumerate(typed)
            if title in titles
        }
        if len(places) > len(best):
            best, at = places, number
    for column in _HEADS[name]:
        if column not in best:
            title = texts.render("vi", f"export-faq-column-{column}")
            raise RuleError("faq-file-no-column", sheet=sheet, column=title)
    return at, best


def as_text(cell: Any) -> str:
    """What a cell shows, however the spreadsheet keeps it."""
    match cell:
        case bool():
            return "TRUE" if cell else "FALSE"
        case float() if cell.is_integer():
            return str(int(cell))
        case datetime() | date():
            return f"{cell.day:02d}/{cell.month:02d}/{cell.year:04d}"
    return str(cell)


def _wordings(lines: Sequence[tuple[int, Mapping[str, str]]]) -> _Wordings:
    wordings = _Wordings()
    for number, cells in lines:
        if not cells["alias"]:
            continue
        if not cells["id"]:
            wordings.problems.append(Problem(WORDINGS, number, "id", "faq-file-no-id"))
            continue
        wordings.first.setdefault(cells["id"], number)
        wordings.found.setdefault(cells["id"], {}).setdefault(cells["alias"], number)
    return wordings


def _rows(
    lines: Sequence[tuple[int, Mapping[str, str]]], wordings: _Wordings, texts: Texts
) -> tuple[list[Row], list[Problem]]:
    ids = {key(words): topic for topic, words in topics(texts).items()}
    rows: list[Row] = []
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    for number, cells in lines:
        id_ = cells["id"]
        if not any(cells[name] for name in ("id", "question", "short")):
            continue  # only a grey cell is left of a row that was emptied
        if id_ and id_ in seen:
            params = {"id": shortened(id_), "row": str(seen[id_])}
            problems.append(Problem(ENTRIES, number, "id", "faq-file-id-twice", params))
            continue
        seen[id_] = number
        said = wordings.found.get(id_, {}) if id_ else {}
        said_of = {**cells, "topic": ids.get(key(cells["topic"]), cells["topic"])}
        rows.append(Row(number, id_, Draft.of(said_of, said), cells["mark"], said))
    return rows, problems
