"""A book as xlsx, written row by row in a thread, laid out for A4 landscape.

Every text goes through ``write_string``; XlsxWriter's guessing (formulas, addresses, numbers) is
off. A cell that begins like a formula also carries the quote prefix, so that it stays words when
somebody edits it. A text that is too long for the highest row goes on in the row below.
"""

from __future__ import annotations

import asyncio
from pathlib import Path

import xlsxwriter

from handlers.exports.tables import Batches, Book
from handlers.exports.xlsx_form import FormWriter
from handlers.exports.xlsx_formats import FONT, SIZE, Formats
from handlers.exports.xlsx_sheet import SheetWriter

CONTENT_TYPE = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"

OPTIONS = {
    "constant_memory": True,
    "strings_to_formulas": False,
    "strings_to_urls": False,
    "strings_to_numbers": False,
    # The unit of column widths is a digit of this font, which is everywhere. With a scheme Excel
    # would take the font of its theme instead.
    "default_format_properties": {"font_name": FONT, "font_size": SIZE, "font_scheme": "none"},
}


async def write(book: Book, path: Path) -> None:
    """Write *book* to *path*."""
    workbook = xlsxwriter.Workbook(str(path), OPTIONS)
    try:
        formats = Formats(workbook)
        for sheet in book.sheets:
            make = FormWriter if sheet.form else SheetWriter
            writer = await asyncio.to_thread(make, workbook, formats, sheet)
            await _copy(sheet.lines(), writer)
            await asyncio.to_thread(writer.end)
    finally:
        await asyncio.to_thread(workbook.close)


async def _copy(batches: Batches, writer: SheetWriter) -> None:
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
