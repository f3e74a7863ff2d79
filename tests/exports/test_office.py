"""LibreOffice opens the files: nothing is calculated, no zero is lost, pages print."""

from __future__ import annotations

import csv
import shutil
import subprocess
from pathlib import Path

import pytest

from handlers.exports.base import Options
from tests.clock import Clock
from tests.export_world import RISKY, keep, seat, sheets, submission
from tests.exports.conftest import Exported

pytestmark = [
    pytest.mark.office,
    pytest.mark.slow,
    pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is not installed"),
]

_SHEETS_AS_CSV = "csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false,false,false,-1"
"""Comma, quotes, UTF-8, cells as they are shown, every sheet in a file of its own."""


_AS_TYPED = Options(full_phones=True)
_EAGER_IMPORT = "--infilter=CSV:44,34,76,1,,0,false,true,false,false,false,0,true"
"""UTF-8, special numbers found in every cell, formulas calculated."""


def _convert(path: Path, to: str, *more: str) -> None:
    profile = path.parent / "profile"
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{profile}",
            "--headless",
            *more,
            "--convert-to",
            to,
            "--outdir",
            str(path.parent / "converted"),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=180,
    )


async def _risky(exported: Exported, clock: Clock) -> None:
    rows = [
        submission(exported.world, clock(), 200 + at, text, asker_name=text)
        for at, text in enumerate(RISKY)
    ]
    seats = [seat(exported.world, clock(), text, phone="0912345678") for text in RISKY]
    await keep(exported.parts.storage, [*rows, *seats])


def _shown(text: str) -> str:
    return text.replace("\r", "\n")


async def test_libreoffice_shows_risky_cells_of_xlsx_as_they_were_typed(
    exported: Exported, clock: Clock
) -> None:
    await _risky(exported, clock)
    path = await exported.export("submissions", options=_AS_TYPED)
    _convert(path, _SHEETS_AS_CSV)
    found = exported.folder / "converted" / "submissions-Theo lĩnh vực.csv"
    with found.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    texts = [row[3] for row in rows if row[1].startswith("XM 000 2")]
    assert texts == [_shown(text) for text in RISKY]
    attendance = await exported.export("attendance_list", options=Options(full_phones=True))
    _convert(attendance, _SHEETS_AS_CSV)
    found = exported.folder / "converted" / "attendance_list-Ký nhận.csv"
    with found.open(encoding="utf-8", newline="") as file:
        rows = list(csv.reader(file))
    assert sum(row[8] == "0912345678" for row in rows) == len(RISKY)


async def test_calamine_reads_risky_cells_of_xlsx_as_text(exported: Exported, clock: Clock) -> None:
    await _risky(exported, clock)
    rows = sheets(await exported.export("submissions", options=_AS_TYPED))["Theo lĩnh vực"]
    texts = [row[3] for row in rows if str(row[1]).startswith("XM 000 2")]
    assert texts == [_shown(text) for text in RISKY]


async def test_libreoffice_imports_risky_cells_of_csv_as_text(
    exported: Exported, clock: Clock
) -> None:
    await _risky(exported, clock)
    _convert(await exported.export("submissions", "csv", options=_AS_TYPED), "xlsx", _EAGER_IMPORT)
    ((_, rows),) = sheets(exported.folder / "converted" / "submissions.xlsx").items()
    texts = [row[4] for row in rows if str(row[1]).startswith("XM 000 2")]
    assert texts == [f"'{_shown(text)}" for text in RISKY]


async def test_libreoffice_keeps_the_lines_of_a_csv_cell(exported: Exported, clock: Clock) -> None:
    text = 'Đường hỏng,\nxe không vào "được"\n\nmong xã sửa'
    await keep(exported.parts.storage, [submission(exported.world, clock(), 90, text)])
    _convert(await exported.export("submissions", "csv"), "xlsx", "--infilter=CSV:44,34,76,1")
    ((_, rows),) = sheets(exported.folder / "converted" / "submissions.xlsx").items()
    assert [row[4] for row in rows if str(row[1]).endswith("000 090")] == [text]


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
async def test_many_fields_stand_beside_their_sum_on_one_page(
    exported: Exported, clock: Clock
) -> None:
    topics = ("nha-o", "von-vay", "san-xuat", "btxh", "viec-lam", "phap-ly", "linh-vuc-mau-khac")
    rows = [
        submission(exported.world, clock(), 90 + at, "Xin hỏi?", topic=topic)
        for at, topic in enumerate(topics)
    ]
    await keep(exported.parts.storage, rows)
    _convert(await exported.export("submissions"), "pdf")
    pdf = exported.folder / "converted" / "submissions.pdf"
    pages = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout.split("\f")
    (counts,) = [page for page in pages if "SỐ CÂU HỎI" in page]
    assert "Việc làm" in counts
    assert "Cộng" in counts


@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
async def test_the_attendance_list_prints_on_a4_landscape_with_titles_on_every_page(
    exported: Exported,
) -> None:
    _convert(await exported.export("attendance_list"), "pdf")
    pdf = exported.folder / "converted" / "attendance_list.pdf"
    about = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True)
    size = next(line for line in about.stdout.splitlines() if line.startswith("Page size"))
    assert "841.8" in size
    assert "A4" in size
    pages = subprocess.run(
        ["pdftotext", "-layout", str(pdf), "-"], check=True, capture_output=True, text=True
    ).stdout.split("\f")
    listed = [page for page in pages if "Thôn" in page and "TỔNG HỢP" not in page]
    assert len(listed) >= 6, "a new page for each village"
    assert all("Họ và tên" in page for page in listed)
