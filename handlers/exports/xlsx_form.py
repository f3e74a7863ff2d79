"""A sheet that somebody edits and sends back.

Titles stand in the first row and stay in sight, each thing stands in one row however long it is,
and what is not read back is grey. The protection has no password: it only keeps a hand from
slipping.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import Any

from handlers.exports import paging
from handlers.exports.blocks import Piece
from handlers.exports.measuring import LINE_HEIGHT
from handlers.exports.tables import Cell, Row, Sheet
from handlers.exports.xlsx_formats import FONT, Formats, Look
from handlers.exports.xlsx_sheet import A4, SheetWriter

_PERCENT = 75
"""Of the size of letters on paper; columns that do not fit go on the next page."""
_HIGHEST = 405.0
"""Points of a row; Excel allows 409. What does not fit is there all the same."""
_ALLOWED = {
    "format_cells": True,
    "format_columns": True,
    "format_rows": True,
    "insert_rows": True,
    "delete_rows": True,
    "sort": True,
    "autofilter": True,
}


class FormWriter(SheetWriter):
    """Writes one sheet of a form."""

    def __init__(self, workbook: Any, formats: Formats, sheet: Sheet) -> None:
        self._kept = sheet.kept
        super().__init__(workbook, formats, sheet)
        self._looks = [
            (formats.locked if one.locked else formats.form)[one.kind] for one in sheet.columns
        ]

    def end(self) -> None:
        """Set what is known only now."""
        super().end()
        if self._at > 1 and self._last > 0:
            self._sheet.autofilter(0, 0, self._at - 1, self._last)

    def _set_up(self, percent: int) -> None:
        sheet = self._sheet
        sheet.set_landscape()
        sheet.set_paper(A4)
        sheet.set_margins(**paging.MARGINS)
        breaks = paging.side_breaks(self._widths, self._kept, _PERCENT)
        sheet.set_print_scale(_PERCENT if breaks else percent)
        sheet.set_v_pagebreaks(breaks)
        if self._kept:
            sheet.repeat_columns(0, self._kept - 1)
        sheet.set_header(f'&C&"{FONT}"&13&P')
        sheet.ignore_errors({"number_stored_as_text": "A1:XFD1048576"})
        for place, width in enumerate(self._widths):
            # below the last row somebody may go on typing
            open_look = self._formats.form[self._columns[place].kind].plain
            sheet.set_column(place, place, width, open_look)
        if any(one.locked for one in self._columns):
            sheet.protect("", _ALLOWED)

    def _repeated_titles(self) -> None:
        super()._repeated_titles()
        self._sheet.freeze_panes(1, self._kept)

    def _row_pieces(self, line: Row, most: int, begins: bool = True) -> list[Piece]:
        lines = self._lines(line.cells)
        # one line grows with what somebody types
        height = min(_HIGHEST, lines * LINE_HEIGHT + 2) if lines > 1 else None
        return [Piece(0, partial(self._row, line.cells, height, self._looks))]

    def _row(self, cells: Sequence[Cell], height: float | None, looks: Sequence[Look]) -> None:
        self._sheet.put(self._place(0), height, cells, looks)
