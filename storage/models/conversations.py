"""State of each conversation, and the ids of messages already taken in."""

from __future__ import annotations

from datetime import datetime
from typing import Any

from sqlalchemy import ForeignKey, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column, relationship

from storage.models.base import Base, HasId, short
from storage.models.people import ChannelAddress


class Conversation(HasId, Base):
    """A person's talk with the bot on one channel; the row is the lock of its turns."""

    __tablename__ = "conversation"

    address_id: Mapped[int] = mapped_column(ForeignKey("channel_address.id"), unique=True)
    frames: Mapped[list[dict[str, Any]]] = mapped_column(default=list)
    """Open flows, the innermost last; see ``handlers.talk``."""
    menu_seq: Mapped[int] = mapped_column(default=0)
    """Number of the last menu shown; buttons of older menus are recognised by it."""
    misses: Mapped[int] = mapped_column(default=0)
    """Misunderstandings in a row."""
    waived_guard: Mapped[str | None] = mapped_column(short(32))
    """The guard that does not look at the next message: the person said that it was mistaken."""
    words_until: Mapped[datetime | None] = mapped_column(index=True)
    """When words that were only asked, and not sent, go; None while the talk holds none."""
    window_started_at: Mapped[datetime | None]
    window_count: Mapped[int] = mapped_column(default=0)
    wrong_codes: Mapped[int] = mapped_column(default=0)
    wrong_codes_since: Mapped[datetime | None]
    expires_at: Mapped[datetime | None]
    reminded: Mapped[bool] = mapped_column(default=False)
    updated_at: Mapped[datetime]

    address: Mapped[ChannelAddress] = relationship(lazy="joined")


class InboundMessage(HasId, Base):
    """The platform's id of a message taken in: no text, so that a repeat is harmless."""

    __tablename__ = "inbound_message"
    __table_args__ = (UniqueConstraint("channel", "external_id"),)

    channel: Mapped[str] = mapped_column(short(16))
    external_id: Mapped[str] = mapped_column(short(160))
    received_at: Mapped[datetime]
    error_id: Mapped[str | None] = mapped_column(short(16))
    """Set when the turn failed and an apology was sent instead."""


class GuardCount(HasId, Base):
    """How often a guard spoke, per day and commune: a number and nothing else."""

    __tablename__ = "guard_count"
    __table_args__ = (UniqueConstraint("guard", "day", "commune_id"),)

    guard: Mapped[str] = mapped_column(short(32))
    day: Mapped[str] = mapped_column(short(10))
    commune_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    count: Mapped[int] = mapped_column(default=0)
