"""One sheet of a book, written from top to bottom; each row as high as its longest text needs.

Where a page ends is decided here and not by the program that prints, so that what belongs together
stays together.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from handlers.exports import letterhead, measuring, paging
from handlers.exports.blocks import Blocks, Piece
from handlers.exports.cells import clean
from handlers.exports.measuring import LINE_HEIGHT
from handlers.exports.tables import (
    Band,
    Cell,
    FilledPage,
    Heading,
    Line,
    PageStart,
    Row,
    Sheet,
    Signers,
    Total,
)
from handlers.exports.xlsx_formats import FONT, Formats, Look
from handlers.exports.xlsx_page import Page, in_pixels, sheet_name

A4 = 9
_ROW_HEIGHT = 17.0
_SIGNATURE_HEIGHT = 60.0
_HALVES_HEIGHT = LINE_HEIGHT + 3
_BAND_HEIGHT = LINE_HEIGHT + 4
_RULE_HEIGHT = 8.0
_MOST_LINES = 26
"""Of one row: the highest row of Excel has 409 points."""


class SheetWriter:
    """Writes one sheet from top to bottom; a row that is left behind leaves memory."""

    def __init__(self, workbook: Any, formats: Formats, sheet: Sheet) -> None:
        self._formats = formats
        self._columns = sheet.columns
        self._looks = [formats.cell(one.kind) for one in sheet.columns]
        self._widths = [column.width for column in sheet.columns]
        self._last = len(sheet.columns) - 1
        self._at = 0
        percent = paging.scale(self._widths)
        self._paged = sheet.paged
        self._pages = paging.Pages(percent)
        self._titles_height = self._height_of_titles()
        self._blocks = Blocks(self._pages, self._titles_height, self._new_page, self._divided)
        self._sheet = workbook.add_worksheet(sheet_name(sheet.name), Page)
        self._set_up(percent)
        if sheet.heading is not None:
            self._heading(sheet.heading)
        if not self._paged:
            self._repeated_titles()

    def take(self, lines: Sequence[Line]) -> None:
        """Write *lines* below what is there."""
        for line in lines:
            match line:
                case PageStart():
                    self._blocks.flush()
                    self._page_start(line)
                case FilledPage():
                    self._filled_page(line)
                case _:
                    self._blocks.take(self._pieces(line))

    def end(self) -> None:
        """Set what is known only now."""
        self._blocks.flush()
        self._sheet.set_h_pagebreaks(self._pages.breaks)
        self._sheet.print_area(0, 0, max(self._at - 1, 0), self._last)

    # -- page ------------------------------------------------------------------------------------

    def _set_up(self, percent: int) -> None:
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(**paging.MARGINS)
        sheet.set_print_scale(percent)  # "fit to page" would make Excel ignore where we end a page
        sheet.set_header(f'&C&"{FONT}"&13&P')  # Arabic, in the middle of the top margin
        sheet.set_start_page(1)
        sheet.hide_gridlines(2)
        sheet.set_default_row(_ROW_HEIGHT)
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for place, width in enumerate(self._widths):
            sheet.set_column(place, place, width)

    def _page_start(self, start: PageStart) -> None:
        if start.heading is not None:
            self._pages.begin(self._at)
            self._named(start.heading)
        if start.group:
            self._wide(start.group, self._formats.caption, _BAND_HEIGHT)
        self._titles()

    def _new_page(self) -> None:
        """What follows stands on another page, below the titles again."""
        self._pages.begin(self._at)
        if self._paged:
            self._titles()
        else:
            self._pages.put(self._titles_height)

    def _next(self, height: float = _ROW_HEIGHT) -> int:
        """The number of the next row, made *height* points high."""
        row = self._place(height)
        if height != _ROW_HEIGHT:
            self._sheet.set_row(row, height)
        return row

    def _place(self, height: float) -> int:
        """The number of the next row, for something *height* points high."""
        if height > self._pages.left:
            self._new_page()
        self._pages.put(in_pixels(height))
        self._at += 1
        return self._at - 1

    def _heading(self, heading: Heading) -> None:
        formats, office, nation = self._formats, heading.office, heading.nation
        for place in range(max(len(office), len(nation))):
            self._halves(
                office[place] if place < len(office) else "",
                nation[place] if place < len(nation) else "",
                formats.office,
                formats.office,
            )
        ruled = letterhead.rules(office, nation[-1])
        self._halves(*ruled, formats.rule, formats.rule, _RULE_HEIGHT)
        self._halves("", heading.dated, formats.office, formats.dated)
        self._named(heading)

    def _named(self, heading: Heading) -> None:
        self._wide(heading.title, self._formats.title, 24)
        for line in heading.subtitles:
            self._wide(line, self._formats.subtitle, LINE_HEIGHT + 2)

    def _height_of_titles(self) -> float:
        lines = (measuring.lines(one.title, one.width, bold=True) for one in self._columns)
        return max(lines) * LINE_HEIGHT + 2

    def _titles(self) -> int:
        row = self._next(self._titles_height)
        for place, column in enumerate(self._columns):
            self._sheet.write_string(row, place, clean(column.title), self._formats.header)
        return row

    def _repeated_titles(self) -> None:
        """Titles that stay in sight, and that the program that prints sets on every page."""
        if self._at:
            self._next()
        row = self._titles()
        self._sheet.repeat_rows(row)
        self._sheet.freeze_panes(row + 1, 0)

    def _filled_page(self, page: FilledPage) -> None:
        above = [piece for line in page.above for piece in self._pieces(line)]
        below = [piece for line in page.below for piece in self._pieces(line)]
        (empty,) = self._pieces(page.empty)
        self._blocks.fill(above, empty, page.fewest, below)

    # -- lines -----------------------------------------------------------------------------------

    def _pieces(self, line: Line) -> list[Piece]:
        match line:
            case Row():
                return self._row_pieces(line, _MOST_LINES)
            case Band():
                return [self._band(line)]
            case Total():
                draw = partial(self._total, line)
                return [Piece(self._total_height(line), draw, closes=True)]
            case Signers():
                height = _ROW_HEIGHT + _signers_height(line) + _HALVES_HEIGHT + _SIGNATURE_HEIGHT
                return [Piece(height, partial(self._signers, line), closes=True)]
        return []

    def _row_pieces(self, line: Row, most: int, begins: bool = True) -> list[Piece]:
        """A row as it is, or in parts of at most *most* lines."""
        lines = self._lines(line.cells)
        if lines <= most and begins:
            return [self._row_piece(line, lines, self._looks)]
        pieces, parts = [], self._parts(line, most)
        for at, part in enumerate(parts):
            first = begins and at == 0
            ends = {"top": first, "bottom": at == len(parts) - 1}
            looks = [self._formats.cell(one.kind, **ends) for one in self._columns]
            row = Row(part, line.height)
            pieces.append(self._row_piece(row, self._lines(part), looks, begins=first))
        return pieces

    def _divided(self, piece: Piece, most: int) -> list[Piece]:
        return [piece] if piece.row is None else self._row_pieces(piece.row, most, piece.begins)

    def _row_piece(
        self, line: Row, lines: int, looks: Sequence[Look], *, begins: bool = True
    ) -> Piece:
        height = max(line.height or 0.0, lines * LINE_HEIGHT + _ROW_HEIGHT - LINE_HEIGHT)
        draw = partial(self._row, line.cells, height, looks)
        return Piece(height, draw, row=line, begins=begins)

    def _row(self, cells: Sequence[Cell], height: float, looks: Sequence[Look]) -> None:
        self._sheet.put(self._place(height), height, cells, looks)

    def _lines(self, cells: Sequence[Cell]) -> int:
        """Lines of the longest text: LibreOffice opens rows as high as the file says."""
        most = 1
        for width, cell in zip(self._widths, cells, strict=True):
            if type(cell) is str and cell:
                most = max(most, measuring.lines(cell, width))
        return most

    def _parts(self, line: Row, most: int) -> list[tuple[Cell, ...]]:
        """A row in as many rows as its longest text needs; what is short stands in the first."""
        columns = [
            measuring.pieces(clean(cell), width, most) if isinstance(cell, str) else [cell]
            for width, cell in zip(self._widths, line.cells, strict=True)
        ]
        longest = max(map(len, columns))
        filled = [[*one, *[""] * (longest - len(one))] for one in columns]
        return list(zip(*filled, strict=True))

    def _band(self, band: Band) -> Piece:
        style = self._formats.group if band.strong else self._formats.remark
        draw = partial(self._wide, band.text, style, _BAND_HEIGHT)
        return Piece(self._wide_height(band.text, _BAND_HEIGHT), draw, opens=band.strong)

    def _total(self, total: Total) -> None:
        row = self._next(self._total_height(total))
        self._merge(row, 0, total.span - 1, total.label, self._formats.group)
        for place in range(total.span, self._last + 1):
            bold = self._formats.bold[self._columns[place].kind]
            self._sheet.write(row, place, total.cells.get(place), bold)

    def _total_height(self, total: Total) -> float:
        room = sum(self._widths[: total.span])
        return measuring.lines(total.label, room, bold=True) * LINE_HEIGHT + 5

    def _signers(self, signers: Signers) -> None:
        formats = self._formats
        self._next()
        high = _signers_height(signers)
        self._halves(signers.left, signers.right, formats.signer, formats.signer, high)
        self._halves(signers.below, signers.below, formats.subtitle, formats.subtitle)
        row = self._next(_SIGNATURE_HEIGHT)
        self._sheet.write_blank(row, 0, None, formats.remark)

    def _wide(self, text: str, style: Any, height: float) -> None:
        row = self._next(self._wide_height(text, height))
        self._merge(row, 0, self._last, text, style)

    def _wide_height(self, text: str, height: float) -> float:
        lines = measuring.lines(text, sum(self._widths), bold=True)
        return height + (lines - 1) * LINE_HEIGHT

    def _halves(
        self, left: str, right: str, one: Any, other: Any, height: float = _HALVES_HEIGHT
    ) -> None:
        middle = letterhead.split(self._widths)
        row = self._next(height)
        self._merge(row, 0, middle, left, one)
        self._merge(row, middle + 1, self._last, right, other)

    def _merge(self, row: int, first: int, last: int, text: str, style: Any) -> None:
        text = clean(text)
        if first == last:
            self._sheet.write_string(row, first, text, style)
        else:
            self._sheet.merge_range(row, first, row, last, "", style)
            self._sheet.write_string(row, first, text, style)


def _signers_height(signers: Signers) -> float:
    lines = 1 + max(one.count("\n") for one in (signers.left, signers.right))
    return lines * _HALVES_HEIGHT
