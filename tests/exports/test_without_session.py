"""Lists of what belongs to no dialogue session: sent while nothing was announced."""

from __future__ import annotations

import pytest

from bot.exporting import Wanted, make, materialise
from handlers.errors import RuleError
from handlers.flow import OFFICIALS
from handlers.messages import OutFile
from handlers.services import download_links
from storage.models import SubmissionState, Unit, UnitLevel
from tests.acting import acting
from tests.clock import Clock
from tests.export_world import keep, official, sheets, submission
from tests.exports.conftest import Exported


@pytest.fixture
async def loose(exported: Exported, clock: Clock) -> Exported:
    """One open, one answered, one urgent; one taken back; one of another commune."""
    world, now = exported.world, clock()
    async with exported.parts.storage.write() as uow:
        other = uow.units.add(
            Unit(level=UnitLevel.COMMUNE, kind="xã", name="Xã Mẫu Hai", code_prefix="XH")
        )
        await uow.flush()
        elsewhere = other.id
        await uow.commit()

    def one(number: int, text: str, **more: object) -> object:
        return submission(world, now, number, text, dialogue_session_id=None, **more)

    rows = [
        one(900017, "Bao giờ xã họp dân, hỏi chị Lò Thị Mẫu"),
        one(900024, "Câu đã trả lời", state=SubmissionState.ANSWERED, village_id=None),
        one(900031, "Nhà đang ngập", danger="disaster"),
        one(900048, "Câu đã rút", state=SubmissionState.WITHDRAWN),
        one(900055, "Câu của xã khác", commune_id=elsewhere, village_id=None),
    ]
    await keep(exported.parts.storage, rows)  # type: ignore[arg-type]
    return exported


def _promise(exported: Exported, who: str, kind: str = "submissions") -> OutFile:
    person_id = exported.world.people[who].id
    params = {"dialogue_session_id": None, "person_id": person_id}
    return OutFile("", kind, "csv", params, public=kind.endswith("public"))


async def _words(exported: Exported, kind: str) -> str:
    _, _, content = await materialise(exported.parts, _promise(exported, "O", kind))
    return content.decode("utf-8")


async def test_only_what_belongs_to_none_stands_there(loose: Exported) -> None:
    words = await _words(loose, "submissions")
    assert "XM 900 017" in words
    assert "XM 900 024" in words
    for missing in ("XM 900 031", "XM 900 048", "XM 900 055"):
        assert missing not in words
    assert words.count("XM ") == 2
    urgent = await _words(loose, "submissions_urgent")
    assert "XM 900 031" in urgent
    assert urgent.count("XM ") == 1
    public = await _words(loose, "submissions_public")
    assert "XM 900 017" in public
    assert "Lò Thị Mẫu" not in public


async def test_the_workbook_says_so_and_it_counts_as_issued(loose: Exported, clock: Clock) -> None:
    path = loose.folder / "a.xlsx"
    wanted = Wanted("submissions", "xlsx", None, official(loose.world).id)
    made = await make(loose.parts, wanted, path)
    assert (made.name, made.count) == ("cau-hoi-kien-nghi-xa-mau-chua-gan-buoi.xlsx", 2)
    cells = [str(cell) for rows in sheets(path).values() for row in rows for cell in row]
    assert "Các câu chưa gắn buổi đối thoại nào" in cells
    assert not any("Hội nghị:" in cell for cell in cells)
    async with acting(loose.parts.storage, None, clock()) as work:
        row = await work.uow.submissions.by_code("XM900017")
        assert row is not None
        assert row.issued_at == clock()
        entries = await work.uow.audit.of("unit", loose.world.commune.id)
        assert "export.made" in [entry.action for entry in entries]


async def test_the_operator_names_the_commune(loose: Exported) -> None:
    path = loose.folder / "a.csv"
    wanted = Wanted("submissions", "csv", None, None, commune_id=loose.world.commune.id)
    assert (await make(loose.parts, wanted, path)).count == 2
    with pytest.raises(RuleError, match="not-found"):
        await make(loose.parts, Wanted("submissions", "csv", None, None), path)


async def test_there_is_no_attendance_without_a_session(loose: Exported) -> None:
    wanted = Wanted("attendance_list", "xlsx", None, official(loose.world).id)
    with pytest.raises(RuleError, match="not-found"):
        await make(loose.parts, wanted, loose.folder / "a.xlsx")


@pytest.mark.parametrize("who", ["T", "H"])
async def test_it_is_for_officials(loose: Exported, clock: Clock, who: str) -> None:
    with pytest.raises(RuleError):
        await materialise(loose.parts, _promise(loose, who))
    async with acting(loose.parts.storage, loose.world.people[who].id, clock()) as work:
        with pytest.raises(RuleError):
            await download_links.create(
                work, kind="submissions", format_="csv", dialogue_session_id=None
            )


async def test_a_link_leads_to_it_while_the_role_is_held(loose: Exported, clock: Clock) -> None:
    storage, person = loose.parts.storage, official(loose.world).id

    async def link() -> str:
        async with acting(storage, person, clock()) as work:
            return await download_links.create(
                work, kind="submissions", format_="csv", dialogue_session_id=None
            )

    token, late = await link(), await link()
    async with acting(storage, None, clock()) as work:
        promised = await download_links.use(work, token)
    _, _, content = await materialise(loose.parts, promised)
    assert "XM 900 017" in content.decode("utf-8")
    async with acting(storage, None, clock()) as work:
        holder = await work.uow.people.get(person)
        assert holder is not None
        for grant in holder.roles:
            if grant.role.value in OFFICIALS:
                grant.revoked_at = clock()
    async with acting(storage, None, clock()) as work:
        with pytest.raises(RuleError, match="export-link-gone"):
            await download_links.use(work, late)
