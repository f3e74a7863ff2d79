"""Cells of the tables of submissions, read back by another program."""

from __future__ import annotations

import csv
import zipfile
from collections import Counter
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.config import Settings
from bot.exporting import Wanted, make
from handlers.errors import RuleError
from handlers.exports import submission_cells, submission_places
from handlers.exports.base import Options
from storage.models import Answer, AnswerForm, Submission, SubmissionState, ToldHow, Untold
from tests.clock import Clock
from tests.export_world import installation, keep, sheets, submission
from tests.exports.conftest import Exported
from tests.worlds import announced

_HEAD = 9
"""Rows of the title block of the full table, down to the column titles."""


def _code(row: list[object]) -> str:
    return str(row[1]).partition("\n")[0]


def _found(rows: list[list[object]], code: str) -> list[object]:
    return next(row for row in rows if _code(row) == code)


async def test_the_full_table_has_every_column_of_the_office(exported: Exported) -> None:
    rows = sheets(await exported.export("submissions"))["Theo lĩnh vực"]

    assert rows[0][0] == "ỦY BAN NHÂN DÂN"
    assert rows[1][0] == "XÃ MẪU"
    assert rows[4][0] == "BẢNG TỔNG HỢP CÂU HỎI, KIẾN NGHỊ THEO LĨNH VỰC"
    assert "Mẫu, ngày 20 tháng 11 năm 2026" in rows[3]
    assert rows[6][0] == ("Thời gian: 7 giờ 30 sáng, thứ Bảy, 05/12/2026. Địa điểm: hội trường xã")
    assert rows[7][0] == ("Gồm 5 ý kiến. Đã che số điện thoại, số giấy tờ")
    assert rows[_HEAD] == [
        *("STT", "Mã\nLoại", "Họ tên, hộ\nThôn", "Nội dung"),
        *("Thẩm quyền\nCơ quan, người trả lời", "Nội dung trả lời"),
        *("Hình thức\nHạn\nTrạng thái", "Ghi chú"),
    ]
    assert _found(rows, "XM 000 001") == [
        1,
        "XM 000 001\nCâu hỏi",
        "Lò Thị Mẫu\nThôn 3",
        "Nhà tôi mất thẻ bảo hiểm y tế thì làm lại ở đâu? Tôi là Lò Thị Mẫu, số (số).",
        "Xã\nUBND Xã Mẫu\nCán bộ Mẫu",
        "Anh/chị tới trạm y tế xã, gặp Cán bộ Mẫu để làm lại thẻ.\n(Luật Bảo hiểm y tế, Điều 18)",
        "Tin nhắn\n30/11/2026\nĐã trả lời",
        "Đã sửa câu trả lời ngày 20/11/2026\nKèm 2 tệp",
    ]


async def test_what_the_name_of_a_group_says_stands_in_no_line_below_it(
    exported: Exported,
) -> None:
    for kind, asker in (("submissions", "Họ tên, hộ\n"), ("submissions_public", "")):
        book = sheets(await exported.export(kind))
        head = next(at for at, row in enumerate(book["Theo thôn"]) if row[0] == "STT")
        assert book["Theo lĩnh vực"][head][2] == f"{asker}Thôn"
        assert book["Theo thôn"][head][2] == f"{asker}Lĩnh vực"
        found = _found(book["Theo thôn"], "XM 000 003")
        assert str(found[2]).split("\n")[-1] == "Giáo dục"
        assert "Thôn 1" not in map(str, found)


async def test_what_happened_to_a_submission_shows_in_its_line(exported: Exported) -> None:
    rows = sheets(await exported.export("submissions"))["Theo lĩnh vực"]

    petition = _found(rows, "XM 000 002")
    assert petition[1:3] == [
        "XM 000 002\nKiến nghị",
        "Vàng Thị Mẫu (hộ Giàng A Mẫu)\nThôn 1",
    ]
    assert (petition[4], petition[7]) == ("Cấp trên", "Gửi sau hạn")
    hidden = _found(rows, "XM 000 003")
    assert (hidden[2], hidden[4]) == ("(ẩn danh)\nThôn 1", "")
    told = _found(rows, "XM 000 004")
    assert told[2] == "Hộ Mẫu\n(chưa rõ thôn)"
    assert (told[4], told[6], told[7]) == (
        "Nơi khác",
        "Đã chỉ nơi khác",
        "Trưởng thôn gửi thay",
    )
    copy = _found(rows, "XM 000 006")
    assert copy[5] == _found(rows, "XM 000 001")[5], "the answer of its group"
    assert str(copy[6]).endswith("\nTrùng câu khác")
    assert copy[7] == "Trùng với XM 000 001\nĐã sửa câu trả lời ngày 20/11/2026"
    assert not any(_code(row) == "XM 000 005" for row in rows), "taken back"


@pytest.mark.parametrize(
    ("state", "untold", "shown"),
    [
        (SubmissionState.ANSWERED, None, "Qua trưởng thôn, chưa báo\nĐã trả lời"),
        (SubmissionState.TOLD, None, "Qua trưởng thôn\nĐã báo dân"),
        (SubmissionState.ANSWERED, {}, "Chưa báo được\nĐã trả lời"),
        (SubmissionState.TOLD, {"how": ToldHow.PHONE}, "Gọi điện\nĐã báo dân"),
    ],
)
async def test_what_nobody_was_told_yet_is_not_called_a_message(
    exported: Exported,
    state: SubmissionState,
    untold: dict[str, ToldHow] | None,
    shown: str,
) -> None:
    world, now = exported.world, exported.parts.clock()
    head, official = (world.people[one].id for one in ("T", "O"))
    asked = submission(
        world, now, 77, "Mái nhà dột.", state=state, teller_id=head, due_at=None
    )  # of a household that has no phone
    async with exported.parts.storage.write() as uow:
        uow.submissions.add(asked)
        await uow.flush()
        answer = Answer(
            submission_id=asked.id, text="Xã ghi tên.", prepared_by_id=official, created_at=now
        )
        uow.submissions.add(answer)
        await uow.flush()
        if untold is not None:
            settled = now if untold else None
            uow.untold.add(
                Untold(
                    commune_id=world.commune.id,
                    answer_id=answer.id,
                    purpose="answer",
                    since=now,
                    settled_at=settled,
                    **untold,
                )
            )
        await uow.commit()
    for kind in ("submissions", "submissions_public"):
        rows = sheets(await exported.export(kind))["Theo lĩnh vực"]
        assert shown in _found(rows, "XM 000 077")


async def test_what_was_told_at_the_meeting_stands_there_as_told_at_the_meeting(
    exported: Exported,
) -> None:
    world, now = exported.world, exported.parts.clock()
    asked = submission(world, now, 78, "Đường hỏng.", state=SubmissionState.ANSWERED, due_at=None)
    async with exported.parts.storage.write() as uow:
        uow.submissions.add(asked)
        await uow.flush()
        uow.submissions.add(
            Answer(
                submission_id=asked.id,
                text="Xã sẽ sửa.",
                form=AnswerForm.MEETING,
                prepared_by_id=world.people["O"].id,
                created_at=now,
            )
        )
        await uow.commit()
    for kind in ("submissions", "submissions_public"):
        rows = sheets(await exported.export(kind))["Theo lĩnh vực"]
        assert "Tại hội nghị\nĐã trả lời" in _found(rows, "XM 000 078")


async def test_both_orders_hold_the_same_lines(exported: Exported) -> None:
    book = sheets(await exported.export("submissions"))

    def lines(name: str) -> list[list[object]]:
        return [row for row in book[name][_HEAD + 1 :] if isinstance(row[0], float | int)]

    by_topic, by_village = lines("Theo lĩnh vực"), lines("Theo thôn")
    assert [_code(row) for row in by_topic] == [
        *("XM 000 001", "XM 000 006", "XM 000 003", "XM 000 004", "XM 000 002")
    ]
    assert [_code(row) for row in by_village] == [
        *("XM 000 003", "XM 000 002", "XM 000 001", "XM 000 006", "XM 000 004")
    ]
    assert {(*map(str, row[3:]), _code(row)) for row in by_topic} == {
        (*map(str, row[3:]), _code(row)) for row in by_village
    }
    bands = [row[0] for row in book["Theo thôn"][_HEAD + 1 : -3] if isinstance(row[0], str)]
    assert bands == [
        *("Thôn 1: 2 ý kiến", "Thôn 3: 2 ý kiến", "(chưa rõ thôn): 1 ý kiến"),
        "Tổng cộng: 5 ý kiến",
    ]


@pytest.mark.parametrize("kind", ["submissions", "submissions_public"])
async def test_every_table_ends_with_who_drew_it_up_and_who_signs(
    exported: Exported, kind: str
) -> None:
    for name, rows in sheets(await exported.export(kind)).items():
        offices, below = ([cell for cell in row if cell] for row in rows[-2:])
        assert offices == ["NGƯỜI LẬP BIỂU", "TM. ỦY BAN NHÂN DÂN\nCHỦ TỊCH"], name
        assert below == ["(Ký, ghi rõ họ tên)"] * 2


async def test_counts_name_every_invited_village_and_announced_field(exported: Exported) -> None:
    rows = sheets(await exported.export("submissions"))["Số lượng"]
    assert rows[_HEAD][2:] == [
        *("Bảo hiểm y tế", "Giáo dục", "Nhà ở", "Vốn vay", "Nước sạch, điện"),
        *("(chưa xếp lĩnh vực)", "Cộng"),
    ]
    assert rows[_HEAD + 1] == [1, "Thôn 1", 0, 1, 0, 0, 0, 1, 2]
    assert rows[_HEAD + 3] == [3, "Thôn 3", 2, 0, 0, 0, 0, 0, 2]
    assert rows[_HEAD + 7] == [7, "(chưa rõ thôn)", 0, 0, 0, 0, 1, 0, 1]
    assert rows[_HEAD + 8] == ["Tổng cộng", "", 2, 1, 0, 0, 1, 1, 5]


@pytest.mark.parametrize("format_", ["xlsx", "csv"])
async def test_numbers_of_people_stand_in_full_only_where_phones_are_asked_for(
    exported: Exported, format_: str
) -> None:
    text = "Căn cước 012345678901, gọi 0987.654.321, vay 50 triệu năm 2026"
    async with exported.parts.storage.write() as uow:
        row = await uow.submissions.get(2)
        assert row is not None
        row.text = text
        await uow.commit()
    shown = "Căn cước (số), gọi (số), vay 50 triệu năm 2026"
    for options, expected in ((Options(), shown), (Options(full_phones=True), text)):
        words = _words(await exported.export("submissions", format_, options=options))
        assert expected in words
        assert ("012345678901" in words) is options.full_phones


def _words(path: Path) -> str:
    if path.suffix == ".csv":
        return path.read_text("utf-8-sig")
    return "\n".join(str(cell) for rows in sheets(path).values() for row in rows for cell in row)


async def test_no_font_of_a_theme_takes_the_place_of_ours(exported: Exported) -> None:
    """With a scheme Excel shows Calibri, whatever the name of the font says."""
    with zipfile.ZipFile(await exported.export("submissions")) as archive:
        styles = archive.read("xl/styles.xml").decode()
    assert styles.count('<name val="Times New Roman"/>') == styles.count("<font>") > 5
    assert "<scheme" not in styles


@pytest.mark.parametrize("format_", ["xlsx", "csv"])
async def test_the_public_version_names_nobody(exported: Exported, format_: str) -> None:
    path = await exported.export("submissions_public", format_)
    if format_ == "xlsx":
        words = "\n".join(
            str(cell) for rows in sheets(path).values() for row in rows for cell in row
        )
    else:
        words = path.read_text("utf-8-sig")
    for name in (
        *("Lò Thị Mẫu", "Vàng Thị Mẫu", "Giàng A Mẫu", "Người Giấu Tên Mẫu", "Hà Văn Mẫu"),
        *("Cán bộ Mẫu", "Hộ Mẫu", "0912 345 678", "Họ tên"),
    ):
        assert name not in words
    assert "Tôi là (tên), số (số)." in words
    assert "Ông (tên) đã bị ngã." in words
    assert "XM 000 001" in words


async def test_only_the_full_list_makes_submissions_issued_and_only_once(
    exported: Exported, clock: Clock
) -> None:
    async def issued() -> Counter[object]:
        async with exported.parts.storage.read() as uow:
            rows = [await uow.submissions.get(id_) for id_ in range(1, 7)]
        return Counter(row.issued_at for row in rows if row is not None)

    await exported.export("submissions_public")
    assert await issued() == {None: 6}
    first = clock()
    await exported.export("submissions", "csv")
    clock.forward(hours=1)
    await exported.export("submissions")
    assert await issued() == {first: 5, None: 1}, "what was taken back never left"


async def test_every_export_is_audited_with_counts_only(exported: Exported) -> None:
    await exported.export("submissions")
    async with exported.parts.storage.read() as uow:
        entries = await uow.audit.of("dialogue_session", exported.session_id)
    assert [(one.action, one.details) for one in entries] == [
        ("export.made", {"kind": "submissions", "format": "xlsx", "count": 5})
    ]
    assert entries[0].actor_id == exported.world.people["O"].id


@pytest.mark.parametrize("who", ["T", "H"])
async def test_nobody_but_an_official_gets_a_list(exported: Exported, who: str) -> None:
    with pytest.raises(RuleError):
        await exported.export("submissions", person_id=exported.world.people[who].id)
    with pytest.raises(RuleError):
        await exported.export("submissions", "docx")
    assert list(exported.folder.iterdir()) == []


async def test_a_failure_half_way_leaves_the_old_file(
    exported: Exported, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = await exported.export("submissions")
    before = path.read_bytes()

    def broken(*_: object, **__: object) -> str:
        raise RuntimeError("half way")

    monkeypatch.setattr(submission_cells, "note_of", broken)
    with pytest.raises(RuntimeError):
        await exported.export("submissions")
    assert path.read_bytes() == before
    assert list(exported.folder.iterdir()) == [path]


async def test_what_is_under_no_field_yet_stands_in_a_group_and_leaves_the_cell_empty(
    exported: Exported,
) -> None:
    book = sheets(await exported.export("submissions"))
    assert "(chưa xếp lĩnh vực): 1 ý kiến" in [row[0] for row in book["Theo lĩnh vực"]]
    (asker,) = [row[2] for row in book["Theo thôn"] if "000 002" in str(row[1])]
    assert asker == "Vàng Thị Mẫu (hộ Giàng A Mẫu)"
    with (await exported.export("submissions", "csv")).open(
        encoding="utf-8-sig", newline=""
    ) as file:
        (row,) = [one for one in csv.reader(file) if one[1].endswith("000 002")]
    assert row[5] == ""


async def test_lines_of_a_text_stay_in_their_cell_of_csv(exported: Exported, clock: Clock) -> None:
    text = 'Đường hỏng,\r\nxe không vào "được"\n\nmong xã sửa'
    await keep(exported.parts.storage, [submission(exported.world, clock(), 90, text)])
    path = await exported.export("submissions", "csv")
    with path.open(encoding="utf-8-sig", newline="") as file:
        rows = list(csv.reader(file))
    assert {len(row) for row in rows} == {14}
    assert [row[4] for row in rows if row[1].endswith("000 090")] == [text.replace("\r", "")]
    # Excel begins a new row at CRLF, within quotes too where it is imported by a wizard.
    assert path.read_bytes().count(b"\r\n") == len(rows)


async def test_csv_opens_in_excel_and_says_the_same(exported: Exported) -> None:
    path = await exported.export("submissions", "csv")
    raw = path.read_bytes()
    assert raw.startswith(b"\xef\xbb\xbf")
    assert raw.count(b"\r\n") == 6
    rows = list(csv.reader(raw.decode("utf-8-sig").splitlines(keepends=True)))
    assert rows[0] == [
        *("STT", "Mã", "Họ tên, hộ", "Thôn", "Nội dung", "Lĩnh vực", "Loại", "Thẩm quyền"),
        *("Cơ quan, người trả lời", "Nội dung trả lời", "Hình thức", "Hạn", "Trạng thái"),
        "Ghi chú",
    ]
    book = sheets(await exported.export("submissions"))["Theo lĩnh vực"]
    assert [row[1] for row in rows[1:]] == [
        _code(row) for row in book[_HEAD + 1 :] if isinstance(row[0], float | int)
    ]
    assert rows[1][5:9] == ["Bảo hiểm y tế", "Câu hỏi", "Xã", "UBND Xã Mẫu\nCán bộ Mẫu"]
    assert rows[1][11] == "30/11/2026"


async def test_a_list_of_any_length_passes_through_a_page_at_a_time(
    exported: Exported, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(submission_places, "PAGE", 10)
    monkeypatch.setattr(submission_places, "_KEYS_AT_ONCE", 7)
    await keep(
        exported.parts.storage,
        [submission(exported.world, clock(), 100 + number, "x") for number in range(40)],
    )
    from storage.queries import Queries

    asked: list[int] = []
    real = Queries.submission_rows

    async def counted(self: Queries, ids: list[int]) -> object:
        asked.append(len(ids))
        return await real(self, ids)

    monkeypatch.setattr(Queries, "submission_rows", counted)
    rows = sheets(await exported.export("submissions"))["Theo lĩnh vực"]
    assert asked == [10, 10, 10, 10, 5], "both orders read every line once, ten at a time"
    assert sum(isinstance(row[0], float | int) for row in rows[_HEAD:]) == 45


async def test_a_guessed_field_groups_the_line_and_is_said_beside_it(exported: Exported) -> None:
    async with exported.parts.storage.write() as uow:
        row = await uow.submissions.get(3)
        assert row is not None
        row.topic_guessed = True
        await uow.commit()
    book = sheets(await exported.export("submissions"))
    for sheet in ("Theo lĩnh vực", "Theo thôn"):
        assert "Lĩnh vực do máy đoán" in str(_found(book[sheet], "XM 000 003")[7])
        assert "Lĩnh vực do máy đoán" not in str(_found(book[sheet], "XM 000 001")[7])
    public = sheets(await exported.export("submissions_public"))
    text = await exported.export("submissions_public", "csv")
    assert "XM 000 003" in str(public)
    assert "máy đoán" not in str(public) + text.read_text("utf-8-sig")


async def test_an_erased_asker_stays_as_a_line_without_identity(exported: Exported) -> None:
    async with exported.parts.storage.write() as uow:
        row = await uow.submissions.get(1)
        assert row is not None
        row.asker_id = row.asker_name = row.household_id = None
        await uow.commit()
    rows = sheets(await exported.export("submissions"))["Theo lĩnh vực"]
    assert _found(rows, "XM 000 001")[2] == "(chưa rõ tên)\nThôn 3"


async def test_an_empty_or_dateless_session_still_makes_a_readable_table(
    exported: Exported,
) -> None:
    async with exported.parts.storage.write() as uow:
        meeting = await uow.dialogue_sessions.get(exported.session_id)
        assert meeting is not None
        meeting.starts_at = meeting.venue = None
        await uow.commit()
    made = await exported.made("submissions", "xlsx", exported.folder / "x.xlsx")
    assert made.name == f"cau-hoi-kien-nghi-xa-mau-{exported.session_id}.xlsx"
    rows = sheets(exported.folder / "x.xlsx")["Theo lĩnh vực"]
    assert rows[6][0] == "Thời gian: chưa có ngày. Địa điểm: chưa có chỗ"


_PLACES = st.lists(
    st.tuples(
        st.integers(0, 6),
        st.sampled_from(["bhyt", "giao-duc", "viec-lam", "lạ", None]),
        st.sampled_from([SubmissionState.RECEIVED, SubmissionState.WITHDRAWN]),
    ),
    max_size=25,
)


@given(places=_PLACES)
@settings(
    max_examples=12,
    deadline=None,
    suppress_health_check=[HealthCheck.function_scoped_fixture],
)
def test_totals_of_the_counts_agree_with_the_lines(
    places: list[tuple[int, str | None, SubmissionState]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    import asyncio

    asyncio.run(_check_totals(places, tmp_path_factory.mktemp("totals")))


async def _check_totals(
    places: list[tuple[int, str | None, SubmissionState]], folder: Path
) -> None:
    clock = Clock()
    config = Settings(data_dir=folder, database_url=f"sqlite:///{folder / 'x.sqlite3'}")
    parts = await installation(config, clock)
    try:
        world = await announced(parts.storage, clock())
        assert world.dialogue_session is not None
        rows: list[Submission] = []
        for number, (village, topic, state) in enumerate(places):
            id_ = world.villages[village].id if village < 6 else None
            rows.append(
                submission(world, clock(), number, "x", village_id=id_, topic=topic, state=state)
            )
        await keep(parts.storage, rows)
        for format_ in ("xlsx", "csv"):
            wanted = Wanted("submissions", format_, world.dialogue_session.id, None)
            await make(parts, wanted, folder / f"x.{format_}")
    finally:
        await parts.storage.database.close()
    book = sheets(folder / "x.xlsx")
    with (folder / "x.csv").open(encoding="utf-8-sig", newline="") as file:
        _, *lines = csv.reader(file)
    counted: Counter[tuple[object, object]] = Counter(
        (row[3], row[5] or "(chưa xếp lĩnh vực)") for row in lines
    )
    titles, *body = book["Số lượng"][_HEAD:-3]
    *villages, total = body
    for row in villages:
        cells = dict(zip(titles[2:-1], row[2:-1], strict=True))
        assert cells == {topic: counted[row[1], topic] for topic in cells}
        assert row[-1] == sum(cells.values())  # type: ignore[arg-type]
    live = [state for _, _, state in places if state is not SubmissionState.WITHDRAWN]
    assert total[-1] == len(lines) == len(live)
    for place in range(2, len(titles)):
        assert total[place] == sum(row[place] for row in villages)  # type: ignore[misc]


@pytest.mark.parametrize(
    ("today", "shown"),
    [
        ("2026-03-05", "ngày 05 tháng 3 năm 2026"),
        ("2026-02-10", "ngày 10 tháng 02 năm 2026"),
        ("2027-01-31", "ngày 31 tháng 01 năm 2027"),
        ("2026-10-09", "ngày 09 tháng 10 năm 2026"),
    ],
)
async def test_the_day_is_written_as_decree_30_2020_orders(
    exported: Exported, clock: Clock, today: str, shown: str
) -> None:
    clock.set_local(f"{today} 08:00")
    for rows in sheets(await exported.export("submissions")).values():
        assert f"Mẫu, {shown}" in rows[3]
