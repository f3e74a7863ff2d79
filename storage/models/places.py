"""Administrative units: a dated tree of any depth."""

from __future__ import annotations

from datetime import date
from enum import StrEnum

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.base import Base, HasId, short, words


class UnitLevel(StrEnum):
    """Where a unit stands; districts exist for history only (no district since 2025-07-01)."""

    PROVINCE = "province"
    DISTRICT = "district"
    COMMUNE = "commune"
    VILLAGE = "village"


class Unit(HasId, Base):
    """A province, district, commune/ward or village, valid from a day to a day."""

    __tablename__ = "unit"

    parent_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    level: Mapped[UnitLevel] = mapped_column(words(UnitLevel))
    kind: Mapped[str] = mapped_column(short(32))
    """What people call it: xã, phường, thôn, bản, buôn, làng, ấp, sóc, khu phố, tổ dân phố…"""
    name: Mapped[str]
    """Full name as said: "Thôn 3", "Xã Mẫu"."""
    position: Mapped[int] = mapped_column(default=0)
    """Order in menus and lists."""
    state_code: Mapped[str | None] = mapped_column(short(16))
    code_prefix: Mapped[str | None] = mapped_column(short(4), unique=True)
    """Two to four letters before submission codes of this unit, e.g. ``TL``; communes only."""
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    merged_into_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))

    old_names: Mapped[list[UnitName]] = relationship(
        back_populates="unit", cascade="all, delete-orphan", lazy="selectin"
    )


class UnitName(HasId, Base):
    """A name that people still say for a unit: before a merger, or in daily speech."""

    __tablename__ = "unit_name"
    __table_args__ = (UniqueConstraint("unit_id", "name"),)

    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    name: Mapped[str]
    valid_to: Mapped[date | None]

    unit: Mapped[Unit] = relationship(back_populates="old_names")


class UnitSetting(HasId, Base):
    """One setting of a unit (duty phone, deadlines…), with its source and who confirmed it."""

    __tablename__ = "unit_setting"
    __table_args__ = (UniqueConstraint("unit_id", "key"), Index("ix_unit_setting_key", "key"))

    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    key: Mapped[str] = mapped_column(short(64))
    value: Mapped[str]
    source: Mapped[str | None]
    confirmed_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
