"""What leaves the printer, page by page, by LibreOffice: nothing cut, no block torn apart."""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path

import pytest

from bot.config import Settings
from bot.exporting import Wanted, make
from storage.models import Registration, RegistrationState, Submission
from tests.clock import Clock
from tests.export_world import installation, keep, seat, submission
from tests.worlds import World, announced

pytestmark = [
    pytest.mark.office,
    pytest.mark.slow,
    pytest.mark.skipif(
        shutil.which("soffice") is None or shutil.which("pdftotext") is None,
        reason="LibreOffice or pdftotext is not installed",
    ),
]
_TOP_MARGIN = 56
_PAGE = 595
_TEN_POINTS = 10 * 1.107
"""How high such letters of Liberation Serif are, from top to bottom of the line."""
_SENTENCE = "Nhà tôi là hộ cận nghèo, con tôi học lớp sáu nhưng chưa được miễn học phí. "
_WORD = re.compile(
    r'<word xMin="[\d.]+" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">(.*?)</word>'
)


@dataclass(frozen=True, slots=True)
class Word:
    """A word on paper, in points from the top."""

    text: str
    top: float
    bottom: float


class Press:
    """A commune with an announced session, and what its lists look like on paper."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        self._clock = Clock()
        self.rows: list[Registration | Submission] = []

    async def pages(
        self,
        kind: str,
        fill: Callable[[World, datetime], None],
        topics: Sequence[str] | None = None,
    ) -> list[list[Word]]:
        """Words of each page of the list *kind*; *fill* adds ``rows``; *topics* are announced."""
        url = f"sqlite:///{self._folder / 'x.sqlite3'}"
        config = Settings(_env_file=None, data_dir=self._folder, database_url=url)
        parts = await installation(config, self._clock)
        try:
            world = await announced(parts.storage, self._clock())
            assert world.dialogue_session is not None
            fill(world, self._clock())
            await keep(parts.storage, self.rows)
            if topics is not None:
                async with parts.storage.write() as uow:
                    meeting = await uow.dialogue_sessions.get(world.dialogue_session.id)
                    assert meeting is not None
                    meeting.topics = list(topics)
                    await uow.commit()
            wanted = Wanted(kind, "xlsx", world.dialogue_session.id, None)
            await make(parts, wanted, self._folder / "list.xlsx")
        finally:
            await parts.storage.database.close()
        return self._print()

    def _print(self) -> list[list[Word]]:
        profile = f"-env:UserInstallation=file://{self._folder / 'profile'}"
        convert = ["soffice", profile, "--headless", "--convert-to", "pdf", "--outdir"]
        self._run(*convert, str(self._folder), str(self._folder / "list.xlsx"))
        found = self._run("pdftotext", "-bbox", str(self._folder / "list.pdf"), "-")
        return [
            [Word(text, float(top), float(end)) for top, end, text in _WORD.findall(page)]
            for page in found.split("<page ")[1:]
        ]

    def _run(self, *command: str) -> str:
        done = subprocess.run(command, check=True, capture_output=True, text=True, timeout=180)
        return done.stdout


@pytest.fixture
def press(tmp_path: Path) -> Press:
    return Press(tmp_path)


@pytest.mark.parametrize(
    "kind", ["submissions", "submissions_public", "submissions_urgent", "attendance_list"]
)
async def test_letters_on_paper_can_be_read(press: Press, kind: str) -> None:
    """As annex I of decree 30/2020/NĐ-CP leaves tables free, ten points is our own measure."""

    def fill(world: World, now: datetime) -> None:
        topics = [None, "bhyt", "btxh", "chuan-ngheo", "giao-duc", "nha-o"]
        topics += ["nuoc-sach-dien", "phap-ly", "san-xuat", "viec-lam", "von-vay"]
        for number, topic in enumerate(topics):
            danger = "hunger" if kind == "submissions_urgent" else None
            press.rows.append(submission(world, now, number, "x", topic=topic, danger=danger))

    pages = await press.pages(kind, fill)
    letters = [word for page in pages for word in page if word.text in {"STT", "Thôn"}]
    assert len(letters) >= len(pages)
    assert min(word.bottom - word.top for word in letters) >= _TEN_POINTS


def _texts(page: list[Word]) -> str:
    return " ".join(word.text for word in page)


def _lines(page: list[Word]) -> list[str]:
    """Words that stand at the same height, from top to bottom."""
    heights = sorted({word.top for word in page})
    return [" ".join(word.text for word in page if word.top == one) for one in heights]


def _in_top_margin(page: list[Word]) -> list[str]:
    return [word.text for word in page if word.bottom < _TOP_MARGIN]


def _top_of_titles(page: list[Word]) -> float:
    return next(word.top for word in page if word.text == "STT")


async def test_the_attendance_list_on_paper(press: Press) -> None:
    counts = (3, 15, 40, 13, 120, 0)

    def fill(world: World, now: datetime) -> None:
        for place, count in enumerate(counts):
            for number in range(count + (2 if place else 0)):
                # Every seventh name needs several lines.
                name = (
                    "LƯƠNG THỊ HUYỀN TRANG HOÀNG PHƯƠNG QUỲNH MẪU" if number % 7 == 3 else "Lò Mẫu"
                )
                waits = number >= count
                press.rows.append(
                    seat(
                        world,
                        now,
                        name,
                        village_id=world.villages[place].id,
                        state=RegistrationState.WAITLISTED
                        if waits
                        else RegistrationState.REGISTERED,
                        wait_position=number + 1 if waits else None,
                    )
                )

    pages = await press.pages("attendance_list", fill)
    *listed, numbers = pages
    # Decree 30/2020/NĐ-CP, annex I: numbered from the second page, in the middle of the top margin.
    assert [_in_top_margin(page) for page in listed] == [
        [],
        *([str(number)] for number in range(2, len(listed) + 1)),
    ]
    assert _in_top_margin(numbers) == []
    assert "TỔNG HỢP ĐẠI BIỂU" in _texts(numbers)
    # Rows to write on and both signatures stand together, and the page is used to its end.
    blocks = [page for page in listed if "(ghi tay)" in _texts(page)]
    assert len(blocks) == len(counts)
    assert blocks == [page for page in listed if "NGƯỜI LẬP BIỂU" in _texts(page)]
    for page in blocks:
        (band,) = (word.top for word in page if word.text == "(ghi")
        signed = max(word.bottom for word in page if word.text == "tên)")
        assert signed - band > 100
        assert signed > 0.6 * _PAGE
    # Who signs does so for names: the last seat and the sum stand there. Titles are on every page.
    for number, (count, page) in enumerate(zip(counts, blocks, strict=True), start=1):
        above, _, _ = _texts(page).partition("(ghi tay)")
        assert f"Cộng Thôn {number}: {count}/15" in above
        assert str(max(count, 15)) in above.split()
    assert all("Họ và tên" in _texts(page) for page in listed)
    for page in listed:
        names = [at for at, word in enumerate(page) if word.text == "(được"]
        assert all(word.top < _top_of_titles(page) for word in (page[at] for at in names))
    # Ten rows to write on need a page beside the title block; every village says what it is.
    assert "Thôn 2" in _texts(pages[2])
    assert "DANH SÁCH ĐẠI BIỂU" in _texts(pages[2])
    assert all("HCN: hộ cận nghèo" in _texts(page) for page in blocks)
    assert "Tổng cộng Xã Mẫu" in _texts(listed[-1])
    # A page that ends in the middle of a village is full.
    for page, following in pairwise(listed):
        if "(ghi tay)" not in _texts(page) and "(ghi tay)" not in _texts(following):
            assert max(word.bottom for word in page) > 0.75 * _PAGE


async def test_no_total_no_signature_and_no_group_stands_alone(press: Press) -> None:
    def fill(world: World, now: datetime) -> None:
        for number in range(9):
            text = _SENTENCE * (1 + number % 4)
            topic = "bhyt" if number < 6 else None
            village_id = world.villages[number % 3].id
            one = submission(world, now, number, text, topic=topic, village_id=village_id)
            press.rows.append(one)

    printed = await press.pages("submissions", fill)
    pages = [_lines(page) for page in printed if "SỐ CÂU HỎI" not in _texts(page)]
    signed = [page for page in pages if any("NGƯỜI LẬP" in line for line in page)]
    assert len(signed) == 2
    for page in signed:
        assert any(line.startswith("Tổng cộng: 9 ý kiến") for line in page)
        assert any("XM 000" in line for line in page)
    groups = [(page, line) for page in pages for line in page if re.search(r": \d ý kiến$", line)]
    named = [(page, line) for page, line in groups if not line.startswith("Tổng cộng")]
    assert len(named) == 2 + 3
    for page, line in named:
        assert any("XM 000" in below for below in page[page.index(line) :])


_FIELDS = (
    *("bhyt", "giao-duc", "nha-o", "von-vay", "viec-lam"),
    *("san-xuat", "btxh", "nuoc-sach-dien", "phap-ly"),
)


@pytest.mark.parametrize("fields", [0, 1, 2, 4, 9])
async def test_the_counts_stand_whole_on_one_page_however_many_fields(
    press: Press, fields: int
) -> None:
    def fill(world: World, now: datetime) -> None:
        press.rows.append(submission(world, now, 1, "x", topic=None))
        press.rows.append(submission(world, now, 2, "x", topic=None, danger="hunger"))

    pages = await press.pages("submissions", fill, _FIELDS[:fields])
    (page,) = [_lines(page) for page in pages if "SỐ CÂU HỎI" in _texts(page)]
    assert "ỦY BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM" in page
    assert "XÃ MẪU Độc lập - Tự do - Hạnh phúc" in page
    assert any("Tổng cộng" in line for line in page)
    assert any("NGƯỜI LẬP BIỂU" in line for line in page)


async def test_no_long_text_is_cut(press: Press) -> None:
    texts = (
        _SENTENCE * 2,
        _SENTENCE * 25,
        (_SENTENCE * 25).upper(),
        "a" * 2500,
        "\n".join(["một dòng"] * 70),
        (_SENTENCE * 12).upper(),
    )

    def fill(world: World, now: datetime) -> None:
        for number, text in enumerate(texts):
            press.rows.append(submission(world, now, number, f"TỪ{number} {text} HẾT{number}"))

    pages = await press.pages("submissions", fill)
    place = {
        word.text: (number, word)
        for number, page in enumerate(pages[: len(pages) // 2], start=1)
        for word in page
    }
    for number in range(len(texts) - 1):
        (page, end), (next_page, begin) = place[f"HẾT{number}"], place[f"TỪ{number + 1}"]
        assert page < next_page or end.bottom < begin.top + 1, number
    # Line upon line: none lies on another, none below the paper.
    for page_words in pages:
        assert all(word.bottom < _PAGE - 40 for word in page_words)
