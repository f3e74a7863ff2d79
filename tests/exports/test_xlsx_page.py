"""A row that we write at once is the row that XlsxWriter writes cell by cell."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path
from typing import Any
from zipfile import ZipFile

import xlsxwriter
from hypothesis import given, settings
from hypothesis import strategies as st
from python_calamine import load_workbook
from xlsxwriter.worksheet import Worksheet

from handlers.exports.cells import clean, is_risky
from handlers.exports.tables import Cell
from handlers.exports.xlsx import OPTIONS
from handlers.exports.xlsx_formats import Look
from handlers.exports.xlsx_page import Page, in_pixels

_COLUMNS = 30
_Fill = Callable[[Any, Look], None]
_SIGNS = st.text(alphabet="aĐ😀 \t\n\"'&<>=+_x0AFaf", max_size=20) | st.text(max_size=20)
_CELLS: st.SearchStrategy[Cell] = st.one_of(
    st.none(), st.integers(0, 10**6), st.dates(date(1900, 3, 1), date(2100, 1, 1)), _SIGNS
)
_STANDARD = 15.0
"""Points of an ordinary row: XlsxWriter leaves them out, we say them: pages stay as counted."""
_HEIGHTS = st.floats(12, 400).filter(lambda points: in_pixels(points) != _STANDARD)
_ROWS = st.lists(
    st.tuples(st.none() | _HEIGHTS, st.lists(_CELLS, min_size=_COLUMNS, max_size=_COLUMNS)),
    min_size=1,
    max_size=4,
)


def _written(folder: Path, kind: type[Any], fill: _Fill) -> Path:
    path = folder / f"{kind.__name__}.xlsx"
    with xlsxwriter.Workbook(str(path), OPTIONS) as workbook:
        sheet = workbook.add_worksheet("1", kind)
        plain = workbook.add_format({"border": 1})
        quoted = workbook.add_format({"border": 1, "quote_prefix": True})
        for place in range(_COLUMNS):
            sheet.write_string(0, place, "Tên", plain)
        fill(sheet, Look(plain, quoted))
        sheet.write_string(9, 0, "Hết", plain)
    return path


def _table(path: Path) -> str:
    with ZipFile(path) as file:
        whole = file.read("xl/worksheets/sheet1.xml").decode()
    return whole[: whole.index("</sheetData>")]


def _cell_by_cell(
    sheet: Any, row: int, height: float | None, cells: Sequence[Cell], look: Look
) -> None:
    if height is not None:
        sheet.set_row(row, height)
    for place, cell in enumerate(cells):
        if isinstance(cell, str) and cell:
            text = clean(cell)
            sheet.write_string(row, place, text, look.quoted if is_risky(text) else look.plain)
        elif isinstance(cell, int):
            sheet.write_number(row, place, cell, look.plain)
        elif isinstance(cell, date):
            sheet.write_datetime(row, place, cell, look.plain)
        else:
            sheet.write_blank(row, place, None, look.plain)


@settings(max_examples=30)
@given(_ROWS)
def test_it_is_the_same_to_the_last_sign(rows: list[tuple[float | None, list[Cell]]]) -> None:
    def ours(sheet: Any, look: Look) -> None:
        for row, (height, cells) in enumerate(rows, start=1):
            sheet.put(row, height, cells, [look] * _COLUMNS)

    def theirs(sheet: Any, look: Look) -> None:
        for row, (height, cells) in enumerate(rows, start=1):
            _cell_by_cell(sheet, row, height, cells, look)

    with tempfile.TemporaryDirectory() as folder:
        tables = [
            _table(_written(Path(folder), kind, fill))
            for kind, fill in ((Page, ours), (Worksheet, theirs))
        ]
    assert tables[0] == tables[1]


def test_typed_markup_stays_words(tmp_path: Path) -> None:
    """XlsxWriter would take the first for its own markup."""
    typed = ["<r><t>một</t></r>", "_x0041_x0042_", "</t></is></c>"]

    def fill(sheet: Any, look: Look) -> None:
        sheet.put(1, None, typed, [look] * 3)

    path = _written(tmp_path, Page, fill)
    assert "<t>&lt;r&gt;&lt;t&gt;một&lt;/t&gt;&lt;/r&gt;</t>" in _table(path)
    assert load_workbook(path).get_sheet_by_index(0).to_python()[1][:3] == typed
