"""What tells of danger stands in a list of its own, and in no other."""

from __future__ import annotations

from datetime import timedelta
from pathlib import Path

import pytest

from handlers.errors import RuleError
from storage.models import SubmissionState
from tests.clock import Clock
from tests.export_world import keep, sheets, submission
from tests.exports.conftest import Exported

_BEATEN = "Chồng em đánh em gãy tay, cứu em với"
_HUNGRY = "Ba ngày nay mẹ con em chưa có gì ăn"


@pytest.fixture
async def endangered(exported: Exported, clock: Clock) -> Exported:
    """Two urgent submissions, the first of somebody who left a number; one taken back."""
    world, now = exported.world, clock()
    async with exported.parts.storage.write() as uow:
        person = await uow.people.get(world.people["H"].id)
        assert person is not None
        person.phone = "0912345678"
        await uow.commit()
    rows = [
        submission(
            world,
            now,
            101,
            _BEATEN,
            danger="violence",
            asker_id=world.people["H"].id,
            asker_name="Vàng Thị Mẫu Gấp",
        ),
        submission(
            world,
            now - timedelta(hours=1),
            102,
            _HUNGRY,
            danger="hunger",
            anonymous=True,
            village_id=None,
        ),
        submission(world, now, 103, "đói", danger="hunger", state=SubmissionState.WITHDRAWN),
    ]
    await keep(exported.parts.storage, rows)
    return exported


def _words(path: Path) -> str:
    if path.suffix == ".csv":
        return path.read_text("utf-8-sig")
    return "\n".join(str(cell) for rows in sheets(path).values() for row in rows for cell in row)


@pytest.mark.parametrize("format_", ["xlsx", "csv"])
@pytest.mark.parametrize("kind", ["submissions", "submissions_public"])
async def test_no_common_list_has_them(endangered: Exported, kind: str, format_: str) -> None:
    words = _words(await endangered.export(kind, format_))
    for trace in (_BEATEN, _HUNGRY, "XM 000 101", "XM 000 102", "Mẫu Gấp", "0912345678"):
        assert trace not in words
    # Only who reads the full table learns that there is another list.
    told = "2 việc khẩn cấp" in words
    assert told == (kind == "submissions" and format_ == "xlsx")


async def test_the_totals_of_the_common_lists_leave_them_out(endangered: Exported) -> None:
    rows = sheets(await endangered.export("submissions"))["Số lượng"]
    assert rows[-4][-1] == 5


async def test_the_urgent_list_says_whom_to_call(endangered: Exported) -> None:
    found = sheets(await endangered.export("submissions_urgent"))
    assert list(found) == ["Việc khẩn cấp"]
    rows = [row for row in found["Việc khẩn cấp"] if isinstance(row[0], float | int)]
    assert [str(row[1]).partition("\n")[0] for row in rows] == ["XM 000 101", "XM 000 102"]
    beaten, hungry = rows
    assert beaten[2:5] == [
        "Có người bị đánh hoặc bị doạ\nĐã nhận",
        "Vàng Thị Mẫu Gấp\n0912345678\nThôn 3",
        _BEATEN,
    ]
    assert hungry[2:4] == ["Có nhà đang đói\nĐã nhận", "(ẩn danh)\n(chưa rõ thôn)"]
    assert "Không phát ở hội nghị, không đăng." in _words(
        endangered.folder / "submissions_urgent.xlsx"
    )


async def test_taking_the_urgent_list_is_noted(endangered: Exported) -> None:
    await endangered.export("submissions_urgent", "csv")
    async with endangered.parts.storage.read() as uow:
        entries = await uow.audit.of("dialogue_session", endangered.session_id)
        issued = await uow.submissions.by_code("XM000101")
    assert [one.details for one in entries] == [
        {"kind": "submissions_urgent", "format": "csv", "count": 2}
    ]
    assert issued is not None
    assert issued.issued_at is not None


@pytest.mark.parametrize("who", ["T", "H"])
async def test_only_an_official_gets_it(endangered: Exported, who: str) -> None:
    with pytest.raises(RuleError):
        await endangered.export("submissions_urgent", person_id=endangered.world.people[who].id)
