"""The workbook of the FAQ in tests: read by calamine, changed, written anew by XlsxWriter."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date, datetime
from io import BytesIO
from pathlib import Path
from typing import Any

import xlsxwriter
from python_calamine import CalamineWorkbook

from handlers.services import faq_import, faq_reading
from handlers.services.faq_import_plan import Plan
from handlers.texts import Texts
from tests.faq_world import Faq

ENTRIES, WORDINGS = "Câu hỏi", "Cách dân hỏi"


@dataclass(slots=True)
class Edited:
    """A workbook in the hands of an official."""

    sheets: dict[str, list[list[Any]]] = field(default_factory=dict)

    @classmethod
    def of(cls, content: bytes) -> Edited:
        """What a file holds."""
        book = CalamineWorkbook.from_filelike(BytesIO(content))
        return cls({name: book.get_sheet_by_name(name).to_python() for name in book.sheet_names})

    def row(self, entry_id: str) -> list[Any]:
        """The row of an entry."""
        return next(row for row in self.sheets[ENTRIES] if row[0] == entry_id)

    def get(self, entry_id: str, column: str) -> Any:
        """One cell."""
        return self.row(entry_id)[self.place(column)]

    def set(self, entry_id: str, column: str, value: Any) -> Edited:
        """Change one cell."""
        self.row(entry_id)[self.place(column)] = value
        return self

    def place(self, column: str) -> int:
        """Where a column stands."""
        return self.sheets[ENTRIES][0].index(column)

    def add(self, **cells: Any) -> Edited:
        """A new row; columns by what they hold: ``id``, ``topic``, ``question``…"""
        row: list[Any] = [""] * len(self.sheets[ENTRIES][0])
        for name, value in cells.items():
            row[self.place(title(name))] = value
        self.sheets[ENTRIES].append(row)
        return self

    def ask(self, entry_id: str, *wordings: Any) -> Edited:
        """Add wordings."""
        self.sheets[WORDINGS] += [[entry_id, one] for one in wordings]
        return self

    def drop(self, entry_id: str, wording: str) -> Edited:
        """Delete the row of a wording."""
        self.sheets[WORDINGS].remove([entry_id, wording])
        return self

    def wordings(self, entry_id: str) -> list[Any]:
        """How an entry is asked for."""
        return [row[1] for row in self.sheets[WORDINGS] if row[0] == entry_id]

    def bytes(self) -> bytes:
        """The file."""
        made = BytesIO()
        options = {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}
        book = xlsxwriter.Workbook(made, options)
        days = book.add_format({"num_format": "dd/mm/yyyy"})
        for name, rows in self.sheets.items():
            sheet = book.add_worksheet(name)
            for at, row in enumerate(rows):
                for place, cell in enumerate(row):
                    _write(sheet, at, place, cell, days)
        book.close()
        return made.getvalue()


def _write(sheet: Any, at: int, place: int, cell: Any, days: Any) -> None:
    match cell:
        case "" | None:
            return
        case str():
            sheet.write_string(at, place, cell)
        case datetime() | date():
            sheet.write_datetime(at, place, cell, days)
        case bool():
            sheet.write_boolean(at, place, cell)
        case _:
            sheet.write_number(at, place, cell)


def title(column: str) -> str:
    """The title of a column."""
    return Texts.load().render("vi", f"export-faq-column-{column}")


async def exported(faq: Faq, who: str | None = "O") -> Edited:
    """What *who* takes out; None is the operator."""
    return Edited.of(await exported_bytes(faq, who))


async def exported_bytes(faq: Faq, who: str | None = "O") -> bytes:
    """The file as it leaves."""
    from bot.exporting import make_faq

    path = faq.folder / "faq.xlsx"
    person = None if who is None else faq.people[who].id
    async with faq.app() as (app, _):
        await make_faq(app, person, path)
    return path.read_bytes()


async def planned(faq: Faq, edited: Edited | bytes, who: str = "O") -> Plan:
    """What a file comes to; nothing is changed."""
    async with faq.acting(who) as work:
        return await faq_import.plan(work, read_back(edited))


async def taken_in(faq: Faq, edited: Edited | bytes, who: str = "O") -> Plan:
    """Take a file in; what it came to."""
    async with faq.acting(who) as work:
        plan = await faq_import.plan(work, read_back(edited))
        assert plan.problems == (), [str(one) for one in plan.problems]
        await faq_import.carry_out(work, plan)
    return plan


def read_back(edited: Edited | bytes) -> faq_reading.Edited:
    """What the program reads in the file."""
    content = edited if isinstance(edited, bytes) else edited.bytes()
    return faq_reading.read(content, Texts.load())


def problems(plan: Plan) -> list[tuple[str, int, str, str]]:
    """Sheet, row, column and text key of what is wrong."""
    return [(one.sheet, one.row, one.column, one.key) for one in plan.problems]


Change = Callable[[Edited], object]


def column_order(edited: Edited, order: Sequence[int]) -> None:
    """Move the columns of the first sheet."""
    edited.sheets[ENTRIES] = [[row[at] for at in order] for row in edited.sheets[ENTRIES]]


def parts(plan: Plan) -> Mapping[str, tuple[str, ...]]:
    """What changes, by entry."""
    return {one.id: one.parts for one in plan.changes}


def saved(edited: Edited, folder: Path, name: str = "sua.xlsx") -> Path:
    """The file on the disk."""
    path = folder / name
    path.write_bytes(edited.bytes())
    return path


CARD = "bhyt-mat-the"
"""An entry of the starter FAQ."""


def _one_changed(edited: Edited) -> None:
    edited.set(CARD, title("short"), "Anh/chị lên bộ phận một cửa của xã làm lại thẻ.")
    edited.ask(CARD, "con trâu giẫm nát mảnh giấy đi viện")


def _with_new(edited: Edited) -> None:
    _one_changed(edited)
    edited.add(
        id="cho-phien",
        topic="Thủ tục giấy tờ",
        question="Chợ phiên của xã họp ngày nào?",
        short="Chợ họp ngày rằm.",
        cites="nd-188-2025-nd-cp",
    ).ask("cho-phien", "hôm nào trên xã có chợ phiên")


def _with_mistakes(edited: Edited) -> None:
    _one_changed(edited)
    edited.set(CARD, title("cites"), "Luật bảo hiểm y tế")
    edited.set("bhyt-cap-cuu", title("valid_to"), "cuối năm")
    edited.ask("bhyt-cap-cuu", "cấp cứu", "mất thẻ").ask("khong-co", "hôm nào có chợ phiên")


def _with_many_mistakes(edited: Edited) -> None:
    _with_mistakes(edited)
    for number in range(1, 5):
        edited.ask(f"khong-co-{number}", "hôm nào có chợ phiên")


def _not_ours(edited: Edited) -> None:
    edited.sheets = {"Sheet1": [["a", "b"]]}


CHANGES: Mapping[str, Change] = {
    "nguyên": lambda _edited: None,
    "một câu sửa": _one_changed,
    "câu mới": _with_new,
    "có chỗ sai": _with_mistakes,
    "nhiều chỗ sai": _with_many_mistakes,
    "tệp khác": _not_ours,
}
"""What an official does to the workbook of the starter FAQ, by the name in a transcript."""


async def edited_for_chat(app: Any, person_id: int, name: str) -> bytes:
    """The workbook as somebody takes it out now and edits it."""
    from tempfile import TemporaryDirectory

    from bot.exporting import make_faq

    with TemporaryDirectory() as folder:
        path = Path(folder) / "faq.xlsx"
        await make_faq(app, person_id, path)
        edited = Edited.of(path.read_bytes())
    CHANGES[name](edited)
    return edited.bytes()


SHORT, QUESTION, CITES = title("short"), title("question"), title("cites")
MARK, SCOPE = title("mark"), title("scope")
