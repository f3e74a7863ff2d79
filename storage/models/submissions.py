"""What households send in, its history, answers and files."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import BigInteger, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.base import Base, HasId, short, words


class SubmissionKind(StrEnum):
    """Question, feedback, petition or need; a complaint or denunciation has no kind."""

    QUESTION = "question"
    FEEDBACK = "feedback"
    PETITION = "petition"
    NEED = "need"


class SubmissionState(StrEnum):
    """States of ``reference/officials-documents.md`` section 4."""

    RECEIVED = "da_tiep_nhan"
    NEEDS_DETAIL = "cho_bo_sung"
    DUPLICATE = "trung_lap"
    ASSIGNED = "da_phan_cong"
    IN_PROGRESS = "dang_xu_ly"
    ANSWERED = "da_tra_loi"
    EXPLAINED = "giai_trinh"
    REFERRED_UP = "chuyen_cap_tren"
    UPPER_ANSWERED = "cap_tren_tra_loi"
    TOLD = "da_bao_dan"
    CLOSED = "dong"
    WITHDRAWN = "rut"
    REDIRECTED = "huong_dan_khac"
    UNCLEAR = "khong_du_noi_dung"


class ReturnChannel(StrEnum):
    """How the household wants the answer back."""

    HERE = "here"
    VILLAGE_HEAD = "village_head"
    MEETING = "meeting"


class AskedFor(StrEnum):
    """For whom somebody asked with their own account, when not for themselves."""

    FAMILY = "family"
    """Somebody near, who leaves it to them."""
    HOUSEHOLD = "household"
    """Another household that uses the same phone."""


class Submission(HasId, Base):
    """One question, feedback, petition or need, with a code that can be said aloud."""

    __tablename__ = "submission"
    __table_args__ = (Index("ix_submission_list", "commune_id", "state", "topic"),)

    code: Mapped[str] = mapped_column(short(16), unique=True)
    kind: Mapped[SubmissionKind] = mapped_column(words(SubmissionKind))
    state: Mapped[SubmissionState] = mapped_column(words(SubmissionState))
    commune_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    village_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    dialogue_session_id: Mapped[int | None] = mapped_column(
        ForeignKey("dialogue_session.id"), index=True
    )
    asker_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    """The account that asked; None when the asker has no account."""
    asker_name: Mapped[str | None]
    """Name as told, of the asker or of the household on whose behalf it is asked."""
    asked_for: Mapped[AskedFor | None] = mapped_column(words(AskedFor))
    """Set when the account asked for somebody else, whom ``asker_name`` calls."""
    teller_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    """The village head who sent it on behalf of the asker."""
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    anonymous: Mapped[bool] = mapped_column(default=False)
    """The asker's name is not to be said at the meeting nor shown in lists for others."""
    text: Mapped[str]
    danger: Mapped[str | None] = mapped_column(short(16))
    """What kind of danger it tells of, a stable word; such a one stands in no list but its own."""
    topic: Mapped[str | None] = mapped_column(short(32))
    topic_guessed: Mapped[bool] = mapped_column(default=False)
    """The field follows from the nearest FAQ entries; no household and no official told it."""
    faq_candidates: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    return_channel: Mapped[ReturnChannel] = mapped_column(
        words(ReturnChannel), default=ReturnChannel.HERE
    )
    late: Mapped[bool] = mapped_column(default=False)
    assignee_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    due_at: Mapped[datetime | None]
    group_id: Mapped[int | None] = mapped_column(ForeignKey("submission.id"))
    """Set on a duplicate: the submission whose answer also goes to this one."""
    parent_id: Mapped[int | None] = mapped_column(ForeignKey("submission.id"))
    """Set on a part: the message it was split from."""
    issued_at: Mapped[datetime | None]
    """When it first stood in a list that left the system."""
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
    version: Mapped[int] = mapped_column(default=1)
    """Raised by every change; a save with an old version is refused."""
    is_sample: Mapped[bool] = mapped_column(default=False)

    events: Mapped[list[SubmissionEvent]] = relationship(
        back_populates="submission", order_by="SubmissionEvent.id", lazy="raise"
    )
    answers: Mapped[list[Answer]] = relationship(
        back_populates="submission", order_by="Answer.id", lazy="selectin"
    )


class SubmissionEvent(HasId, Base):
    """One step in the history of a submission: who, when, from what to what, why."""

    __tablename__ = "submission_event"

    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"), index=True)
    from_state: Mapped[str | None] = mapped_column(short(24))
    to_state: Mapped[str] = mapped_column(short(24))
    actor_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    reason: Mapped[str | None] = mapped_column(short(64))
    """A stable machine word, never free text of a citizen."""

    submission: Mapped[Submission] = relationship(back_populates="events")


class AnswerForm(StrEnum):
    """Where the answer was given."""

    MEETING = "tai_hoi_nghi"
    WRITING = "van_ban"
    MESSAGE = "tin_nhan"


class Answer(HasId, Base):
    """An official's answer to a submission."""

    __tablename__ = "answer"

    submission_id: Mapped[int] = mapped_column(ForeignKey("submission.id"), index=True)
    text: Mapped[str]
    legal_basis: Mapped[str | None]
    form: Mapped[AnswerForm] = mapped_column(words(AnswerForm), default=AnswerForm.MESSAGE)
    faq_entry_id: Mapped[str | None] = mapped_column(short(64))
    prepared_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[datetime]

    submission: Mapped[Submission] = relationship(back_populates="answers")


class AttachmentKind(StrEnum):
    """What a person sent besides text."""

    PHOTO = "photo"
    VOICE = "voice"
    DOCUMENT = "document"


class Attachment(HasId, Base):
    """A private file of a person; the bytes lie in the file store under ``storage_key``."""

    __tablename__ = "attachment"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    submission_id: Mapped[int | None] = mapped_column(ForeignKey("submission.id"), index=True)
    kind: Mapped[AttachmentKind] = mapped_column(words(AttachmentKind))
    content_type: Mapped[str] = mapped_column(short(80))
    size: Mapped[int]
    """Bytes."""
    sha256: Mapped[str] = mapped_column(short(64))
    storage_key: Mapped[str] = mapped_column(short(64), unique=True)
    created_at: Mapped[datetime]


class UploadDay(HasId, Base):
    """Bytes of files that a person sent on a day, those still on their way included."""

    __tablename__ = "upload_day"
    __table_args__ = (UniqueConstraint("person_id", "day"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    day: Mapped[str] = mapped_column(short(10))
    bytes: Mapped[int] = mapped_column(BigInteger)
