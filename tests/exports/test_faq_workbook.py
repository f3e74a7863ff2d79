"""The FAQ as a workbook: it opens in LibreOffice, prints, and survives being saved there."""

from __future__ import annotations

import shutil
import subprocess
import zipfile
from pathlib import Path

import pytest

from bot.exporting import make_faq
from faq.knowledge import load_starter
from handlers.services import faq_reading
from handlers.texts import Texts
from tests.exports.conftest import Exported
from tests.faq_files import ENTRIES, WORDINGS, Edited, title

_KINDS = (
    *("bo-luat", "luat", "nghi-dinh", "thong-tu", "thong-tu-lien-tich", "quyet-dinh"),
    *("nghi-quyet", "cong-van"),
)
_SOFFICE = pytest.mark.skipif(shutil.which("soffice") is None, reason="LibreOffice is missing")


async def _file(exported: Exported) -> Path:
    path = exported.folder / "faq.xlsx"
    made = await make_faq(exported.parts, None, path)
    assert made.name == "bo-cau-hoi-2026-11-20.xlsx"
    return path


def _convert(path: Path, to: str) -> Path:
    subprocess.run(
        [
            "soffice",
            f"-env:UserInstallation=file://{path.parent / 'profile'}",
            "--headless",
            "--convert-to",
            to,
            "--outdir",
            str(path.parent / "converted"),
            str(path),
        ],
        check=True,
        capture_output=True,
        timeout=240,
    )
    return path.parent / "converted" / f"{path.stem}.{to.partition(':')[0]}"


async def test_four_sheets_with_what_is_not_read_back_locked(exported: Exported) -> None:
    path = await _file(exported)
    sheets = Edited.of(path.read_bytes()).sheets
    assert list(sheets) == ["Câu hỏi", "Cách dân hỏi", "Văn bản", "Hướng dẫn"]
    assert len(sheets[ENTRIES]) > 150
    assert len(sheets[WORDINGS]) > 3000
    assert sheets[WORDINGS][0] == [title("id"), title("alias")]
    with zipfile.ZipFile(path) as archive:
        xml = [archive.read(f"xl/worksheets/sheet{number}.xml").decode() for number in range(1, 5)]
    assert ["<sheetProtection" in one for one in xml] == [True, False, True, True]
    assert all('state="frozen"' in one for one in xml)
    assert all("<f>" not in one for one in xml)


async def test_the_register_stands_there_in_words_and_can_be_read_back(
    exported: Exported,
) -> None:
    path = await _file(exported)
    titles, *rows = Edited.of(path.read_bytes()).sheets["Văn bản"]
    assert titles[0] == "Mã văn bản"
    kinds = {Texts.load().render("vi", f"law-kind-{kind}"): kind for kind in _KINDS}
    register = {one.id: one for one in load_starter().documents}
    for id_, number, kind, issuer, title_, first, last, replaced_by, _ in rows:
        one = register.pop(id_)
        assert [number, issuer, title_] == [one.number or "", one.issuer or "", one.title or ""]
        assert kinds[kind] == one.kind
        assert (first or None, last or None) == (one.effective_from, one.effective_to)
        assert not set(replaced_by.split(", ")) & {other for other in one.replaced_by}
    assert not register
    with zipfile.ZipFile(path) as archive:
        assert b'formatCode="dd/mm/yyyy"' in archive.read("xl/styles.xml")


@pytest.mark.office
@pytest.mark.slow
@_SOFFICE
async def test_saving_in_libreoffice_changes_nothing(exported: Exported) -> None:
    path = await _file(exported)
    saved = _convert(path, "xlsx:Calc MS Excel 2007 XML")
    edited = faq_reading.read(saved.read_bytes(), Texts.load())
    assert edited.problems == ()
    assert len(edited.rows) > 150
    assert [row.id for row in edited.rows if not row.draft.is_of(row.mark)] == []


@pytest.mark.office
@pytest.mark.slow
@_SOFFICE
@pytest.mark.skipif(shutil.which("pdftotext") is None, reason="pdftotext is not installed")
async def test_it_prints_on_a4_landscape_with_the_id_on_every_page(exported: Exported) -> None:
    pdf = _convert(await _file(exported), "pdf")
    about = subprocess.run(["pdfinfo", str(pdf)], check=True, capture_output=True, text=True)
    size = next(line for line in about.stdout.splitlines() if line.startswith("Page size"))
    assert "841.8" in size
    text = ["pdftotext", "-layout", "-l", "150", str(pdf), "-"]
    pages = subprocess.run(text, check=True, capture_output=True, text=True).stdout.split("\f")
    entries = [page for page in pages if page.strip() and "Cách dân hỏi" not in page]
    assert len(entries) > 50
    assert all("Mã câu" in page for page in entries)
    assert any("Lời đáp ngắn" in page for page in entries)
    assert any("Căn cứ" in page for page in entries)
