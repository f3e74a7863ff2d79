"""Programmes, dialogue sessions, seats per village and registrations."""

from __future__ import annotations

from datetime import datetime
from enum import StrEnum

from sqlalchemy import CheckConstraint, ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.base import Base, HasId, short, words
from storage.models.people import PovertyStatus
from storage.models.submissions import AskedFor


class Programme(HasId, Base):
    """A plan (kế hoạch) that has one or many dialogue sessions."""

    __tablename__ = "programme"

    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    title: Mapped[str]
    year: Mapped[int | None]
    plan_number: Mapped[str | None]
    created_at: Mapped[datetime]


class SessionState(StrEnum):
    """Life of a dialogue session."""

    DRAFT = "draft"
    ANNOUNCED = "announced"
    REGISTRATION_CLOSED = "registration_closed"
    IN_PROGRESS = "in_progress"
    CONCLUDED = "concluded"
    POSTPONED = "postponed"
    CANCELLED = "cancelled"


class DialogueSession(HasId, Base):
    """One hội nghị đối thoại; date and place may still be missing (a legal, incomplete draft)."""

    __tablename__ = "dialogue_session"

    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    programme_id: Mapped[int | None] = mapped_column(ForeignKey("programme.id"))
    title: Mapped[str]
    state: Mapped[SessionState] = mapped_column(words(SessionState), default=SessionState.DRAFT)
    starts_at: Mapped[datetime | None]
    ends_at: Mapped[datetime | None]
    venue: Mapped[str | None]
    topics: Mapped[list[str]] = mapped_column(default=list)
    registration_closes_at: Mapped[datetime | None]
    questions_close_at: Mapped[datetime | None]
    answers_due_at: Mapped[datetime | None]
    invited_groups: Mapped[list[str]] = mapped_column(default=list)
    """Category codes of ``PovertyStatus`` that are invited; empty means that nobody said so yet."""
    bring_items: Mapped[str | None]
    attendee_allowance: Mapped[str | None]
    proxy_rule: Mapped[str | None]
    """Who may come instead of the invited person."""
    languages: Mapped[str | None]
    """Languages spoken and the interpreter."""
    responders: Mapped[str | None]
    results_published_at: Mapped[str | None]
    """Where the results can be read, in words."""
    contact: Mapped[str | None]
    reopened_until: Mapped[datetime | None]
    """An official's reopening of citizens' registration and questions."""
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    created_at: Mapped[datetime]
    announced_at: Mapped[datetime | None]
    is_sample: Mapped[bool] = mapped_column(default=False)

    quotas: Mapped[list[VillageQuota]] = relationship(
        back_populates="dialogue_session",
        order_by="VillageQuota.id",
        lazy="selectin",
        cascade="all, delete-orphan",
    )


class VillageQuota(HasId, Base):
    """Seats of one village at one dialogue session. This row is the lock of its registrations."""

    __tablename__ = "village_quota"
    __table_args__ = (
        UniqueConstraint("dialogue_session_id", "village_id"),
        CheckConstraint("seats >= 0", name="seats_not_negative"),
    )

    dialogue_session_id: Mapped[int] = mapped_column(ForeignKey("dialogue_session.id"))
    village_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    seats: Mapped[int]
    last_position: Mapped[int] = mapped_column(default=0)
    """Last number given on the waiting list; it only grows, so order is never reused."""

    dialogue_session: Mapped[DialogueSession] = relationship(back_populates="quotas")


class RegistrationState(StrEnum):
    """What became of a person's seat."""

    REQUESTED = "requested"
    """Asked for by the household; the village head decides."""
    REGISTERED = "registered"
    WAITLISTED = "waitlisted"
    CANCELLED = "cancelled"
    REPLACED = "replaced"
    ATTENDED = "attended"
    ABSENT = "absent"


class Registration(HasId, Base):
    """A person's seat, or place in the waiting list, at a dialogue session for a village."""

    __tablename__ = "registration"
    __table_args__ = (
        Index("ix_registration_seats", "dialogue_session_id", "village_id", "state"),
        UniqueConstraint("dialogue_session_id", "village_id", "wait_position"),
    )

    dialogue_session_id: Mapped[int] = mapped_column(ForeignKey("dialogue_session.id"))
    village_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    attendee_name: Mapped[str]
    """As typed by whoever registered; blanked by erasure."""
    attendee_key: Mapped[str]
    """Folded name: the same person twice is found by it."""
    category: Mapped[PovertyStatus | None] = mapped_column(words(PovertyStatus))
    office: Mapped[str | None]
    """Their office in the village or a body, as typed; blanked by erasure."""
    phone: Mapped[str | None] = mapped_column(short(20))
    household_id: Mapped[int | None] = mapped_column(ForeignKey("household.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    """The account of the attendee, when there is one."""
    asked_for: Mapped[AskedFor | None] = mapped_column(words(AskedFor))
    """Another household asked for it with that account; None for the owner and whom they bring."""
    state: Mapped[RegistrationState] = mapped_column(words(RegistrationState))
    wait_position: Mapped[int | None]
    registered_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    source: Mapped[str] = mapped_column(short(16))
    """chat, village_head or official."""
    told_statement: Mapped[bool] = mapped_column(default=False)
    """The head stated that the person was told of being written down."""
    replaced_by_id: Mapped[int | None] = mapped_column(ForeignKey("registration.id"))
    created_at: Mapped[datetime]
    changed_at: Mapped[datetime]
