"""People, how to reach them, what they may do and what they agreed to."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.base import Base, HasId, short, words


class Role(StrEnum):
    """What a person may be within a unit."""

    HOUSEHOLD = "household"
    VILLAGE_HEAD = "village_head"
    OFFICIAL = "official"
    UNIT_ADMIN = "unit_admin"
    OBSERVER = "observer"


class AddressState(StrEnum):
    """Whether an address can still be written to."""

    ACTIVE = "active"
    BLOCKED = "blocked"
    FORGOTTEN = "forgotten"


class PovertyStatus(StrEnum):
    """Category of a household or seat; the official list decides, not the citizen's word."""

    POOR = "HN"
    NEAR_POOR = "HCN"
    JUST_ESCAPED = "MTN"
    AT_RISK = "NCTN"
    NOT_POOR = "HKN"
    VILLAGE_BOARD = "BQL"
    ORGANISATION = "DT"
    COMMUNE_OFFICIAL = "CB"
    GUEST = "KM"


class ConsentPurpose(StrEnum):
    """What a person agreed to; one row each."""

    KEEP_SUBMISSIONS = "keep_submissions"
    HOLD_ROLE = "hold_role"
    """The name and the acts of a village head or an official."""
    CALL_BACK = "call_back"
    """The number, and the name beside it, that somebody in danger left to be called back."""


class Person(HasId, Base):
    """Somebody who talks to us or of whom we keep a record. No citizen id, ever."""

    __tablename__ = "person"

    display_name: Mapped[str | None]
    phone: Mapped[str | None] = mapped_column(short(20))
    language: Mapped[str] = mapped_column(short(8), default="vi")
    village_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    commune_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    stopped_at: Mapped[datetime | None]
    """Set by DỪNG: no message that we start."""
    is_sample: Mapped[bool] = mapped_column(default=False)
    """Demo data; never set on a real person."""
    created_at: Mapped[datetime]
    erased_at: Mapped[datetime | None]

    addresses: Mapped[list[ChannelAddress]] = relationship(back_populates="person")
    roles: Mapped[list[RoleGrant]] = relationship(
        back_populates="person", foreign_keys="RoleGrant.person_id", lazy="selectin"
    )


class ChannelAddress(HasId, Base):
    """One account of a person on one channel."""

    __tablename__ = "channel_address"
    __table_args__ = (UniqueConstraint("channel", "address"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    channel: Mapped[str] = mapped_column(short(16))
    address: Mapped[str] = mapped_column(short(128))
    state: Mapped[AddressState] = mapped_column(words(AddressState), default=AddressState.ACTIVE)
    created_at: Mapped[datetime]
    last_seen_at: Mapped[datetime]

    person: Mapped[Person] = relationship(back_populates="addresses", lazy="joined")


class RoleGrant(HasId, Base):
    """A role within a unit, given by somebody, revocable."""

    __tablename__ = "role_grant"
    __table_args__ = (Index("ix_role_grant_unit", "unit_id", "role"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    role: Mapped[Role] = mapped_column(words(Role))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    topics: Mapped[list[str]] = mapped_column(default=list)
    """Fields of responsibility of an official; empty means all."""
    granted_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    granted_at: Mapped[datetime]
    revoked_at: Mapped[datetime | None]

    person: Mapped[Person] = relationship(back_populates="roles", foreign_keys=[person_id])


class Invitation(HasId, Base):
    """A one-time code that gives a role; only its hash is kept."""

    __tablename__ = "invitation"

    code_hash: Mapped[str] = mapped_column(short(64), unique=True)
    role: Mapped[Role] = mapped_column(words(Role))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    issued_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    issued_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    used_at: Mapped[datetime | None]
    approved_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    """The official who confirmed that the holder is the village head."""
    approved_at: Mapped[datetime | None]
    refused_at: Mapped[datetime | None]


class Consent(HasId, Base):
    """A yes or no, to one purpose, with the wording shown; silence is never stored as yes."""

    __tablename__ = "consent"

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"), index=True)
    purpose: Mapped[ConsentPurpose] = mapped_column(words(ConsentPurpose))
    given: Mapped[bool]
    text_version: Mapped[str] = mapped_column(short(16))
    channel: Mapped[str] = mapped_column(short(16))
    at: Mapped[datetime]
    withdrawn_at: Mapped[datetime | None]


class Household(HasId, Base):
    """A household of a village: from the recognised list, or told by itself or its head."""

    __tablename__ = "household"

    village_id: Mapped[int] = mapped_column(ForeignKey("unit.id"), index=True)
    head_name: Mapped[str | None]
    status: Mapped[PovertyStatus | None] = mapped_column(words(PovertyStatus))
    list_year: Mapped[int | None]
    """Year of the recognised list; None when self-declared."""
    is_sample: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
    left_on: Mapped[date | None]


class HouseholdLink(HasId, Base):
    """A person who speaks for a household; one phone may serve several."""

    __tablename__ = "household_link"
    __table_args__ = (UniqueConstraint("person_id", "household_id"),)

    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    household_id: Mapped[int] = mapped_column(ForeignKey("household.id"), index=True)
    confirmed: Mapped[bool] = mapped_column(default=False)
    created_at: Mapped[datetime]
