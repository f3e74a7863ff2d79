"""Export of 10,000 submissions to xlsx against plain XlsxWriter writing the same cells.

Time: both in this process, in turns, the shortest of three each; the peer gets the finished cells
as lists and writes them, boxed like ours, with the same ``constant_memory`` option. Memory: peak
resident size of two processes of their own, with 1,000 and with 10,000 submissions.
"""

from __future__ import annotations

import asyncio
import random
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any, cast

import xlsxwriter

from bot import demo
from bot.app import utc_now
from bot.exporting import Wanted, make
from handlers.context import Rules
from handlers.exports import xlsx
from handlers.exports.cells import clean
from handlers.exports.tables import Band, Book, Row, Sheet, Total
from handlers.faq_book import FaqBook
from handlers.texts import Texts
from storage.database import Database
from storage.migrate import upgrade
from storage.models import Answer, AnswerForm, Submission, SubmissionKind, SubmissionState
from storage.unit_of_work import Storage

ROWS, FEW = 10_000, 1_000
_CHUNK = 1_000
_TRIES = 3
_TOPICS = ("bhyt", "giao-duc", "nha-o", "von-vay", "san-xuat", "btxh", None)
_PHRASES = (
    *("nhà tôi hỏi xã", "hỗ trợ sửa nhà", "vay vốn nuôi bò", "thẻ bảo hiểm y tế", "con đi học"),
    *("nước sạch", "đường vào thôn", "hộ cận nghèo", "bao giờ thì được", "giấy tờ nộp ở đâu"),
)


@dataclass(slots=True)
class Installation:
    """Parts of an installation that an export needs."""

    storage: Storage
    rules: Rules
    texts: Texts
    book: FaqBook
    clock: Callable[[], datetime]


def once() -> tuple[float, float]:
    """Our time as a multiple of the peer's, and MB of peak memory from 1,000 to 10,000 rows."""
    with tempfile.TemporaryDirectory() as folder:
        ratio = asyncio.run(_ratio(Path(folder)))
        growth = _peak_mb(Path(folder), ROWS) - _peak_mb(Path(folder), FEW)
    return ratio, growth


async def _ratio(folder: Path) -> float:
    parts = await _prepare(folder, ROWS)
    try:
        cells = await _cells_of(parts, folder)
        ours, peer = [], []
        for _ in range(_TRIES):
            begun = time.perf_counter()
            await _export(parts, folder / "ours.xlsx")
            between = time.perf_counter()
            _plain(cells, folder / "peer.xlsx")
            ours.append(between - begun)
            peer.append(time.perf_counter() - between)
    finally:
        await parts.storage.database.close()
    return min(ours) / min(peer)


def _peak_mb(folder: Path, rows: int) -> float:
    asyncio.run(_ready(folder, rows))
    command = [sys.executable, "-m", "benchmarks.export", str(folder), str(rows)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    return float(done.stdout)


async def _ready(folder: Path, rows: int) -> None:
    """The database exists before the measured process opens it."""
    await (await _prepare(folder, rows)).storage.database.close()


async def _prepare(folder: Path, rows: int) -> Installation:
    """An installation with *rows* sample submissions; an existing one is opened."""
    path = folder / f"{rows}.sqlite3"
    fresh = not path.exists()
    database = Database(f"sqlite:///{path}", synchronous="NORMAL")
    storage = Storage(database)
    parts = Installation(storage, Rules(), Texts.load(), cast("FaqBook", None), utc_now)
    if fresh:
        await upgrade(database)
        await demo.seed(storage, parts.texts, parts.rules, utc_now())
        await _fill(storage, rows)
    return parts


async def _fill(storage: Storage, rows: int) -> None:
    dice = random.Random(7)
    now = datetime(2026, 11, 20, tzinfo=UTC)
    async with storage.read() as uow:
        commune = (await uow.units.communes())[0]
        villages = await uow.units.villages(commune.id)
        session_id = (await uow.dialogue_sessions.all())[0].id
    for start in range(0, rows, _CHUNK):
        async with storage.write() as uow:
            made = [
                Submission(
                    code=f"XM{number:06d}",
                    kind=dice.choice(list(SubmissionKind)),
                    state=SubmissionState.ANSWERED if number % 2 else SubmissionState.RECEIVED,
                    commune_id=commune.id,
                    village_id=dice.choice(villages).id,
                    dialogue_session_id=session_id,
                    asker_name=f"Hộ Mẫu {number}",
                    text=_sentence(dice),
                    topic=dice.choice(_TOPICS),
                    due_at=now + timedelta(days=10),
                    created_at=now,
                    changed_at=now,
                    is_sample=True,
                )
                for number in range(start, min(rows, start + _CHUNK))
            ]
            for one in made:
                uow.submissions.add(one)
            await uow.flush()
            for one in made[1::2]:
                uow.submissions.add(
                    Answer(
                        submission_id=one.id,
                        text=_sentence(dice),
                        form=AnswerForm.MESSAGE,
                        created_at=now,
                    )
                )
            await uow.commit()


def _sentence(dice: random.Random) -> str:
    return " ".join(dice.choices(_PHRASES, k=dice.randint(3, 13)))


async def _export(parts: Installation, path: Path) -> None:
    async with parts.storage.read() as uow:
        session_id = (await uow.dialogue_sessions.all())[0].id
    await make(parts, Wanted("submissions", "xlsx", session_id, None), path)


async def _cells_of(parts: Installation, folder: Path) -> list[list[list[Any]]]:
    """The cells of the export, by sheet: caught on their way to the file."""
    caught: list[list[list[Any]]] = []
    real = xlsx.write

    async def catch(book: Book, path: Path) -> None:
        caught.extend([await _cells(sheet) for sheet in book.sheets])
        await real(Book(()), path)

    xlsx.write = catch
    try:
        await _export(parts, folder / "caught.xlsx")
    finally:
        xlsx.write = real
    return caught


async def _cells(sheet: Sheet) -> list[list[Any]]:
    rows: list[list[Any]] = [[clean(column.title) for column in sheet.columns]]
    async for batch in sheet.lines():
        for line in batch:
            match line:
                case Row():
                    rows.append(list(line.cells))
                case Band():
                    rows.append([line.text])
                case Total():
                    rows.append([line.label, *line.cells.values()])
    return rows


def _plain(sheets: list[list[list[Any]]], path: Path) -> None:
    with xlsxwriter.Workbook(str(path), {"constant_memory": True}) as workbook:
        box = workbook.add_format({"border": 1, "text_wrap": True})
        day = workbook.add_format({"border": 1, "num_format": "dd/mm/yyyy"})
        for rows in sheets:
            sheet = workbook.add_worksheet()
            for at, row in enumerate(rows):
                for place, cell in enumerate(row):
                    if cell is None or cell == "":
                        sheet.write_blank(at, place, None, box)
                    elif isinstance(cell, str):
                        sheet.write_string(at, place, cell, box)
                    elif isinstance(cell, int):
                        sheet.write_number(at, place, cell, box)
                    else:
                        sheet.write_datetime(at, place, cell, day)


def _high_water_mb() -> float:
    """Most memory this program held (``getrusage`` would count the parent's before the start)."""
    for line in Path("/proc/self/status").read_text("utf-8").splitlines():
        if line.startswith("VmHWM:"):
            return int(line.split()[1]) / 1024
    raise RuntimeError("no VmHWM")


async def _measured(folder: Path, rows: int) -> None:
    parts = await _prepare(folder, rows)
    try:
        await _export(parts, folder / "measured.xlsx")
    finally:
        await parts.storage.database.close()


if __name__ == "__main__":
    asyncio.run(_measured(Path(sys.argv[1]), int(sys.argv[2])))
    print(_high_water_mb())
