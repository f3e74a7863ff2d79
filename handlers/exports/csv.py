"""A table as CSV: UTF-8 with BOM and CRLF, which Excel and LibreOffice open by a double click.

CSV has no types, so a cell that a spreadsheet could take for a formula, a number or a date gets an
apostrophe in front (``'=1+1``, ``'0912345678``). Why an apostrophe and not a tab: both programs
then read words, also after the file was saved again; a tab is cut off by many imports, after
which the formula would live. Whoever reads the file by a program drops one leading apostrophe.
"""

from __future__ import annotations

import asyncio
import csv
from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TextIO

from handlers.exports.cells import clean, is_like_number, is_risky
from handlers.exports.tables import Book, Cell, Line, Row

CONTENT_TYPE = "text/csv; charset=utf-8"


async def write(book: Book, path: Path) -> None:
    """Write the rows of the plain table of *book* to *path*."""
    sheet = book.plain or book.sheets[0]
    file = await asyncio.to_thread(path.open, "w", encoding="utf-8-sig", newline="")
    try:
        await asyncio.to_thread(_write, file, [[column.title for column in sheet.columns]])
        async for batch in sheet.lines():
            rows = [_cells(line) for line in batch if isinstance(line, Row)]
            await asyncio.to_thread(_write, file, rows)
    finally:
        await asyncio.to_thread(file.close)


def _write(file: TextIO, rows: Iterable[Sequence[str]]) -> None:
    csv.writer(file, lineterminator="\r\n").writerows(rows)


def _cells(row: Line) -> list[str]:
    return [_cell(cell) for cell in row.cells] if isinstance(row, Row) else []


def _cell(cell: Cell) -> str:
    match cell:
        case None:
            return ""
        case str():
            text = clean(cell)
            return f"'{text}" if is_risky(cell) or is_like_number(text) else text
        case date():
            return f"{cell:%d/%m/%Y}"
    return str(cell)
