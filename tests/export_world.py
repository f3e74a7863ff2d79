"""A dialogue session full of things to export; every name is visibly made up."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import datetime, timedelta
from pathlib import Path
from typing import cast

from bot.config import Settings
from handlers.context import ReadFile, Rules
from handlers.faq_book import FaqBook
from handlers.parsing import key
from handlers.texts import Texts
from storage.database import Database
from storage.migrate import upgrade
from storage.models import (
    Answer,
    AnswerForm,
    Attachment,
    AttachmentKind,
    Household,
    Person,
    PovertyStatus,
    Registration,
    RegistrationState,
    Submission,
    SubmissionEvent,
    SubmissionKind,
    SubmissionState,
)
from storage.unit_of_work import Storage, UnitOfWork
from tests.clock import Clock
from tests.worlds import World, announced

RISKY = (
    "=1+1",
    "+84912345678",
    "-5*3",
    "@SUM(A1:A9)",
    "\t=2+2",
    "\r=3+3",
    "\n=4+4",
    "＝5+5",
    "＋6",
    "  =7+7",
    "0912345678",
    "3/5",
    "1e5",
)
"""Texts that a spreadsheet would like to calculate."""


@dataclass(slots=True)
class Installation:
    """What an export needs of an app, over a database of its own."""

    storage: Storage
    clock: Clock
    rules: Rules = field(default_factory=Rules)
    texts: Texts = field(default_factory=Texts.load)
    book: FaqBook = field(default=cast("FaqBook", None))
    read_file: ReadFile | None = None


async def installation(settings: Settings, clock: Clock) -> Installation:
    """A migrated, empty one; the caller closes ``storage.database``."""
    database = Database(settings.effective_database_url, synchronous="NORMAL")
    await upgrade(database)
    return Installation(Storage(database), clock)


def submission(world: World, now: datetime, number: int, text: str, **more: object) -> Submission:
    """One submission of the session, of thôn 3 unless told otherwise."""
    assert world.dialogue_session is not None
    values: dict[str, object] = {
        "code": f"XM{number:06d}",
        "kind": SubmissionKind.QUESTION,
        "state": SubmissionState.RECEIVED,
        "commune_id": world.commune.id,
        "village_id": world.villages[2].id,
        "dialogue_session_id": world.dialogue_session.id,
        "asker_name": "Lò Thị Mẫu",
        "text": text,
        "topic": "bhyt",
        "due_at": now + timedelta(days=10),
        "created_at": now,
        "changed_at": now,
    }
    return Submission(**{**values, **more})


def seat(world: World, now: datetime, name: str, **more: object) -> Registration:
    """One registration of thôn 3 unless told otherwise."""
    assert world.dialogue_session is not None
    values: dict[str, object] = {
        "dialogue_session_id": world.dialogue_session.id,
        "village_id": world.villages[2].id,
        "attendee_name": name,
        "attendee_key": key(name),
        "category": PovertyStatus.POOR,
        "state": RegistrationState.REGISTERED,
        "source": "village_head",
        "told_statement": True,
        "created_at": now,
        "changed_at": now,
    }
    return Registration(**{**values, **more})


async def keep(storage: Storage, rows: Sequence[Submission | Registration]) -> None:
    """Store rows in one transaction."""
    async with storage.write() as uow:
        for row in rows:
            if isinstance(row, Submission):
                uow.submissions.add(row)
            else:
                uow.registrations.add(row)
        await uow.commit()


async def everything(storage: Storage, now: datetime) -> World:
    """Announced, with a submission of every sort and a village of every sort."""
    world = await announced(storage, now)
    async with storage.write() as uow:
        await _submissions(uow, world, now)
        await _seats(uow, world, now)
        await uow.commit()
    return world


async def _submissions(uow: UnitOfWork, world: World, now: datetime) -> None:
    household = Household(
        village_id=world.villages[0].id, head_name="Giàng A Mẫu", list_year=2026, created_at=now
    )
    uow.people.add(household)
    await uow.flush()
    official = world.people["O"]
    first = submission(
        world,
        now,
        1,
        "Nhà tôi mất thẻ bảo hiểm y tế thì làm lại ở đâu? Tôi là Lò Thị Mẫu, số 0912 345 678.",
        state=SubmissionState.ANSWERED,
    )
    rows = [
        first,
        submission(
            world,
            now,
            2,
            "Đường vào thôn hỏng cả năm nay, xe không vào được. Ông Giàng A Mẫu đã bị ngã.",
            kind=SubmissionKind.PETITION,
            topic=None,
            village_id=world.villages[0].id,
            asker_name="Vàng Thị Mẫu",
            household_id=household.id,
            state=SubmissionState.REFERRED_UP,
            late=True,
        ),
        submission(
            world,
            now,
            3,
            "Con tôi học lớp 6 có được miễn học phí không?",
            topic="giao-duc",
            village_id=world.villages[0].id,
            anonymous=True,
            asker_name="Người Giấu Tên Mẫu",
        ),
        submission(
            world,
            now,
            4,
            "Bể nước của thôn bị nứt.",
            kind=SubmissionKind.FEEDBACK,
            topic="nuoc-sach-dien",
            village_id=None,
            asker_name=None,
            asker_id=world.people["H"].id,
            teller_id=world.people["T"].id,
            state=SubmissionState.REDIRECTED,
            due_at=None,
        ),
        submission(world, now, 5, "", state=SubmissionState.WITHDRAWN, asker_name=None),
    ]
    for row in rows:
        uow.submissions.add(row)
    await uow.flush()
    copy = submission(
        world,
        now,
        6,
        "Thẻ bảo hiểm bị ướt thì sao?",
        state=SubmissionState.DUPLICATE,
        group_id=first.id,
        asker_name="Hà Văn Mẫu",
    )
    uow.submissions.add(copy)
    await uow.flush()
    uow.submissions.add(
        SubmissionEvent(
            submission_id=rows[1].id,
            from_state="da_tiep_nhan",
            to_state="chuyen_cap_tren",
            at=now,
            reason="referred",
        )
    )
    for text in ("Câu trả lời cũ.", "Anh/chị tới trạm y tế xã, gặp Cán bộ Mẫu để làm lại thẻ."):
        uow.submissions.add(
            Answer(
                submission_id=first.id,
                text=text,
                legal_basis="Luật Bảo hiểm y tế, Điều 18",
                form=AnswerForm.MESSAGE,
                prepared_by_id=official.id,
                created_at=now,
            )
        )
    for number in (1, 2):
        uow.submissions.add(
            Attachment(
                person_id=world.people["H"].id,
                submission_id=first.id,
                kind=AttachmentKind.PHOTO,
                content_type="image/jpeg",
                size=10,
                sha256="0" * 64,
                storage_key=f"key-{number}",
                created_at=now,
            )
        )


async def _seats(uow: UnitOfWork, world: World, now: datetime) -> None:
    names = ("Một", "Hai", "Ba", "Bốn", "Năm", "Sáu", "Bảy", "Tám", "Chín", "Mười")
    statuses = (PovertyStatus.POOR, PovertyStatus.NEAR_POOR, PovertyStatus.VILLAGE_BOARD, None)
    for place, name in enumerate(names):
        uow.registrations.add(
            seat(
                world,
                now,
                f"Nông Văn Mẫu {name}",
                category=statuses[place % len(statuses)],
                phone=f"091234567{place}" if place % 2 else None,
            )
        )
    uow.registrations.add(seat(world, now, "Bế Thị Mẫu", state=RegistrationState.ABSENT))
    uow.registrations.add(
        seat(world, now, "Bàn Văn Mẫu", state=RegistrationState.ATTENDED, source="official")
    )
    for place, name in ((3, "Chờ Sau Mẫu"), (1, "Chờ Trước Mẫu")):
        uow.registrations.add(
            seat(
                world,
                now,
                name,
                state=RegistrationState.WAITLISTED,
                wait_position=place,
                source="chat",
            )
        )
    uow.registrations.add(seat(world, now, "Đã Thôi Mẫu", state=RegistrationState.CANCELLED))
    uow.registrations.add(
        seat(world, now, "Đang Xin Mẫu", state=RegistrationState.REQUESTED, source="chat")
    )
    uow.registrations.add(seat(world, now, "=1+1 Mẫu", village_id=world.villages[0].id))


def official(world: World) -> Person:
    """Who may export."""
    return world.people["O"]


def sheets(path: Path) -> dict[str, list[list[object]]]:
    """Cells of an xlsx file as another program reads them, by sheet."""
    from python_calamine import CalamineWorkbook

    book = CalamineWorkbook.from_path(path)
    return {
        name: [list(row) for row in book.get_sheet_by_name(name).to_python(skip_empty_area=False)]
        for name in book.sheet_names
    }
