"""A book as xlsx, written row by row in a thread, laid out for A4 landscape.

Every text goes through ``write_string``; XlsxWriter's guessing (formulas, addresses, numbers) is
off. A cell that begins like a formula also carries the quote prefix, so that it stays words when
somebody edits it.
"""

from __future__ import annotations

import asyncio
import math
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import xlsxwriter

from handlers.exports.cells import clean, is_risky
from handlers.exports.tables import (
    Band,
    Batches,
    Book,
    Cell,
    Column,
    Heading,
    Kind,
    Line,
    PageBreak,
    Row,
    Sheet,
    Signers,
    Total,
)

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
}
_FONT = "Times New Roman"
_SIZE, _TITLE_SIZE = 11, 13
_A4 = 9
_NAME_LENGTH = 31
_LINE_HEIGHT, _ROW_HEIGHT = 15.0, 17.0
_SIGNATURE_HEIGHT = 60.0
_HIGHEST = 409.0
"""The highest row of Excel, in points."""
_MARGINS = {"left": 0.79, "right": 0.59, "top": 0.79, "bottom": 0.79}
"""Inches: 20 mm, 15 mm at the right (decree 30/2020/NĐ-CP, annex I, turned to landscape)."""


async def write(book: Book, path: Path) -> None:
    """Write *book* to *path*."""
    file = _File(path)
    try:
        for sheet in book.sheets:
            writer = await asyncio.to_thread(_SheetWriter, file, sheet)
            await _copy(sheet.lines(), writer)
            await asyncio.to_thread(writer.end)
    finally:
        await asyncio.to_thread(file.workbook.close)


async def _copy(batches: Batches, writer: _SheetWriter) -> None:
    """Write each batch in a thread while the next one is read."""
    writing: asyncio.Task[None] | None = None
    try:
        async for batch in batches:
            if writing is not None:
                await writing
            writing = asyncio.create_task(asyncio.to_thread(writer.take, batch))
    finally:
        # Also after a failure: the file must not be closed under the thread.
        if writing is not None:
            await writing


@dataclass(frozen=True, slots=True)
class _Styles:
    """How a cell of each kind looks, plain and with the quote prefix."""

    plain: dict[Kind, Any]
    quoted: dict[Kind, Any]
    bold: dict[Kind, Any]


class _File:
    """The workbook and its formats."""

    def __init__(self, path: Path) -> None:
        self.workbook = xlsxwriter.Workbook(str(path), OPTIONS)
        base = {"font_name": _FONT, "font_size": _SIZE, "valign": "vcenter", "text_wrap": True}
        boxed = {**base, "border": 1}
        kinds: dict[Kind, dict[str, Any]] = {
            Kind.TEXT: {"align": "left"},
            Kind.SHORT: {"align": "center"},
            Kind.NUMBER: {"align": "center", "num_format": "#,##0"},
            Kind.DATE: {"align": "center", "num_format": "dd/mm/yyyy"},
        }
        make = self.workbook.add_format
        self.styles = _Styles(
            {kind: make({**boxed, **more}) for kind, more in kinds.items()},
            {
                kind: make({**boxed, **more, "quote_prefix": True})
                for kind, more in kinds.items()
                if kind in {Kind.TEXT, Kind.SHORT}
            },
            {kind: make({**boxed, **more, "bold": True}) for kind, more in kinds.items()},
        )
        centre = {**base, "align": "center", "text_wrap": False}
        self.office = make({**centre, "bold": True, "font_size": 12})
        self.underlined = make({**centre, "bold": True, "font_size": 12, "underline": 1})
        self.title = make({**centre, "bold": True, "font_size": _TITLE_SIZE})
        self.subtitle = make({**centre, "italic": True})
        self.header = make({**boxed, "bold": True, "align": "center", "bg_color": "#EDEDED"})
        self.group = make({**boxed, "bold": True, "align": "left"})
        self.remark = make({**base, "italic": True, "align": "left"})
        self.signer = make({**centre, "bold": True, "font_size": 12})


class _SheetWriter:
    """Writes one sheet from top to bottom; a row that is left behind leaves memory."""

    def __init__(self, file: _File, sheet: Sheet) -> None:
        self._file = file
        self._columns = sheet.columns
        styles = file.styles
        self._styles = [
            (styles.plain[one.kind], styles.quoted.get(one.kind, styles.plain[one.kind]))
            for one in sheet.columns
        ]
        self._widths = [column.width for column in sheet.columns]
        self._last = len(sheet.columns) - 1
        self._breaks: list[int] = []
        self._at = 0
        self._sheet = file.workbook.add_worksheet(_sheet_name(sheet.name))
        self._set_up(sheet.columns)
        self._heading(sheet.heading)
        self._titles(sheet.columns)

    def take(self, lines: Sequence[Line]) -> None:
        """Write *lines* below what is there."""
        for line in lines:
            match line:
                case Row():
                    self._row(line)
                case Band():
                    self._band(line)
                case Total():
                    self._total(line)
                case Signers():
                    self._signers(line)
                case PageBreak():
                    self._breaks.append(self._at)

    def end(self) -> None:
        """Set what is known only now."""
        if self._breaks:
            self._sheet.set_h_pagebreaks(self._breaks)
        self._sheet.print_area(0, 0, max(self._at - 1, 0), self._last)

    # -- page ------------------------------------------------------------------------------------

    def _set_up(self, columns: Sequence[Column]) -> None:
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(_A4)
        sheet.set_margins(**_MARGINS)
        sheet.fit_to_pages(1, 0)
        sheet.set_header('&C&"Times New Roman"&13&P')  # Arabic, in the middle of the top margin
        sheet.hide_gridlines(2)
        sheet.set_default_row(_ROW_HEIGHT)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for place, column in enumerate(columns):
            sheet.set_column(place, place, column.width)

    def _heading(self, heading: Heading) -> None:
        file, middle = self._file, self._split()
        for place in range(max(len(heading.office), len(heading.nation))):
            self._halves(
                heading.office[place] if place < len(heading.office) else "",
                heading.nation[place] if place < len(heading.nation) else "",
                file.underlined if place == len(heading.office) - 1 else file.office,
                file.underlined if place == len(heading.nation) - 1 else file.office,
                middle,
            )
        self._at += 1
        self._wide(heading.title, file.title, 20)
        for line in heading.subtitles:
            self._wide(line, file.subtitle, _LINE_HEIGHT + 2)
        self._at += 1

    def _titles(self, columns: Sequence[Column]) -> None:
        self._sheet.set_row(self._at, 32)
        for place, column in enumerate(columns):
            self._sheet.write_string(self._at, place, clean(column.title), self._file.header)
        self._sheet.repeat_rows(self._at)
        self._sheet.freeze_panes(self._at + 1, 0)
        self._at += 1

    # -- lines -----------------------------------------------------------------------------------

    def _row(self, row: Row) -> None:
        height = max(row.height or 0, self._height(row))
        if height != _ROW_HEIGHT:
            self._sheet.set_row(self._at, height)
        for place, cell in enumerate(row.cells):
            self._cell(place, cell, *self._styles[place])
        self._at += 1

    def _height(self, row: Row) -> float:
        """Room for the longest text: LibreOffice opens rows as high as the file says."""
        lines = 1
        for width, cell in zip(self._widths, row.cells, strict=True):
            # Most cells are short; counting is for those that may not fit on one line.
            if type(cell) is str and (len(cell) > width or "\n" in cell):
                lines = max(lines, _lines(cell, width))
        return min(_HIGHEST, lines * _LINE_HEIGHT + _ROW_HEIGHT - _LINE_HEIGHT)

    def _cell(self, place: int, cell: Cell, style: Any, quoted: Any) -> None:
        sheet, row = self._sheet, self._at
        if isinstance(cell, str):
            if cell:
                text = clean(cell)
                sheet.write_string(row, place, text, quoted if is_risky(text) else style)
            else:
                sheet.write_blank(row, place, None, style)
        elif cell is None:
            sheet.write_blank(row, place, None, style)
        elif isinstance(cell, int):
            sheet.write_number(row, place, cell, style)
        else:
            sheet.write_datetime(row, place, cell, style)

    def _band(self, band: Band) -> None:
        style = self._file.group if band.strong else self._file.remark
        self._wide(band.text, style, _LINE_HEIGHT + 4)

    def _total(self, total: Total) -> None:
        room = sum(self._widths[: total.span])
        self._sheet.set_row(self._at, _lines(total.label, room) * _LINE_HEIGHT + 5)
        self._merge(0, total.span - 1, total.label, self._file.group)
        for place in range(total.span, self._last + 1):
            bold = self._file.styles.bold[self._columns[place].kind]
            self._cell(place, total.cells.get(place), bold, bold)
        self._at += 1

    def _signers(self, signers: Signers) -> None:
        file, middle = self._file, self._split()
        self._at += 1
        self._halves(signers.left, signers.right, file.signer, file.signer, middle)
        self._halves(signers.below, signers.below, file.subtitle, file.subtitle, middle)
        self._sheet.set_row(self._at, _SIGNATURE_HEIGHT)
        self._sheet.write_blank(self._at, 0, None, file.remark)
        self._at += 1

    def _wide(self, text: str, style: Any, height: float) -> None:
        room = sum(self._widths)
        self._sheet.set_row(self._at, height + (_lines(text, room) - 1) * _LINE_HEIGHT)
        self._merge(0, self._last, text, style)
        self._at += 1

    def _halves(self, left: str, right: str, one: Any, other: Any, middle: int) -> None:
        self._sheet.set_row(self._at, _LINE_HEIGHT + 3)
        self._merge(0, middle, left, one)
        self._merge(middle + 1, self._last, right, other)
        self._at += 1

    def _merge(self, first: int, last: int, text: str, style: Any) -> None:
        text = clean(text)
        if first == last:
            self._sheet.write_string(self._at, first, text, style)
        else:
            self._sheet.merge_range(self._at, first, self._at, last, "", style)
            self._sheet.write_string(self._at, first, text, style)

    def _split(self) -> int:
        """The column after which the right half begins."""
        widths = self._widths
        half, so_far = sum(widths) / 2, 0.0
        for place, width in enumerate(widths[:-1]):
            so_far += width
            if so_far + widths[place + 1] / 2 >= half:
                return place
        return max(0, len(widths) - 2)


def _lines(text: str, width: float) -> int:
    """Lines that *text* takes in a column of *width*.

    The width counts digits of the standard font; letters of ours are narrower by a quarter, of
    which wrapping between words uses up one half.
    """
    room = max(1.0, width * 1.12)
    return sum(max(1, math.ceil(len(part) / room)) for part in text.split("\n"))


def _sheet_name(name: str) -> str:
    """*name* without the signs that Excel refuses in names of sheets."""
    return "".join(sign for sign in name if sign not in "[]:*?/\\'")[:_NAME_LENGTH]
