"""What of a worksheet is ours and not XlsxWriter's: its name, the number of its pages, its rows."""

from __future__ import annotations

import re
from collections.abc import Sequence
from datetime import date
from functools import lru_cache

from xlsxwriter.utility import xl_col_to_name
from xlsxwriter.worksheet import Worksheet

from handlers.exports.cells import clean, is_risky
from handlers.exports.tables import Cell
from handlers.exports.xlsx_formats import Look

_NAME_LENGTH = 31
_DAY_NOUGHT = date(1899, 12, 30).toordinal()
_LIKE_A_SIGN = re.compile("_(?=x[0-9a-fA-F]{4}_)")
"""Programs read "_x000A_" as the sign of that number."""
_letters = lru_cache(maxsize=1000)(xl_col_to_name)


class Page(Worksheet):  # type: ignore[misc]
    """A worksheet whose first page bears no number (decree 30/2020/NĐ-CP, annex I, II.1.b)."""

    def put(
        self, row: int, height: float | None, cells: Sequence[Cell], looks: Sequence[Look]
    ) -> None:
        """Write *cells* as row number *row*, *height* points high (None: as programs like it).

        Rows stand one below the other. Writing them cell by cell takes XlsxWriter several times
        as long, and it keeps the height of each row in memory.
        """
        self._write_single_row(row)  # what stands above leaves memory
        self._check_dimensions(row, len(cells) - 1)
        number = row + 1
        high = "" if height is None else f' ht="{in_pixels(height):g}" customHeight="1"'
        tags = [
            _tag(f"{_letters(place)}{number}", cell, look)
            for place, (cell, look) in enumerate(zip(cells, looks, strict=True))
        ]
        self.fh.write(f'<row r="{number}"{high}>{"".join(tags)}</row>')

    def _write_header_footer(self) -> None:
        self._xml_start_tag("headerFooter", [("differentFirst", "1")])
        self._write_odd_header()
        self._xml_end_tag("headerFooter")


def sheet_name(name: str) -> str:
    """*name* without the signs that Excel refuses in names of sheets."""
    return "".join(sign for sign in name if sign not in "[]:*?/\\'")[:_NAME_LENGTH]


def in_pixels(height: float) -> float:
    """*height* in points as whole pixels of 3/4 point, as programs keep it."""
    return int(height / 0.75 + 0.5) * 0.75


def _tag(at: str, cell: Cell, look: Look) -> str:
    if cell is None or cell == "":
        return f'<c r="{at}" s="{look.plain._get_xf_index()}"/>'
    if isinstance(cell, str):
        text = clean(cell)
        style = (look.quoted if is_risky(text) else look.plain)._get_xf_index()
        kept = "" if text == text.strip() else ' xml:space="preserve"'
        return f'<c r="{at}" s="{style}" t="inlineStr"><is><t{kept}>{_escaped(text)}</t></is></c>'
    number = cell if isinstance(cell, int) else cell.toordinal() - _DAY_NOUGHT
    return f'<c r="{at}" s="{look.plain._get_xf_index()}"><v>{number}</v></c>'


def _escaped(text: str) -> str:
    if "_x" in text:
        text = _LIKE_A_SIGN.sub("_x005F_", text)
    if "&" in text or "<" in text or ">" in text:
        text = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
    return text
