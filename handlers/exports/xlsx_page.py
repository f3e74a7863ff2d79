"""What a worksheet is beside its cells: its name, and the number of its pages."""

from __future__ import annotations

from xlsxwriter.worksheet import Worksheet

_NAME_LENGTH = 31


class Page(Worksheet):  # type: ignore[misc]
    """A worksheet whose first page bears no number (decree 30/2020/NĐ-CP, annex I, II.1.b)."""

    def _write_header_footer(self) -> None:
        self._xml_start_tag("headerFooter", [("differentFirst", "1")])
        self._write_odd_header()
        self._xml_end_tag("headerFooter")


def sheet_name(name: str) -> str:
    """*name* without the signs that Excel refuses in names of sheets."""
    return "".join(sign for sign in name if sign not in "[]:*?/\\'")[:_NAME_LENGTH]
