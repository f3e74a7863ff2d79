"""Messages on their way out, announcements and one-time links."""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, SmallInteger, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, HasId, short, words


class OutboxState(StrEnum):
    """Where a message is: waiting (perhaps leased), or at one of its ends."""

    PENDING = "pending"
    SENT = "sent"
    FAILED = "failed"
    STOPPED = "stopped"
    EXPIRED = "expired"


class Priority:
    """Lower goes first."""

    REPLY = 0
    NOTICE = 5
    BULK = 9


class OutboxMessage(HasId, Base):
    """One message to one address, committed with what caused it; sent at least once.

    A row is free to be claimed while ``lease_until`` is in the past or empty. A reply is born
    leased to the process that commits it.
    """

    __tablename__ = "outbox_message"
    __table_args__ = (
        UniqueConstraint("dedupe_key"),
        Index("ix_outbox_due", "state", "priority", "id"),
        Index("ix_outbox_address", "address_id", "state", "id"),
    )

    address_id: Mapped[int] = mapped_column(ForeignKey("channel_address.id"))
    channel: Mapped[str] = mapped_column(short(16))
    announcement_id: Mapped[int | None] = mapped_column(ForeignKey("announcement.id"), index=True)
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("answer.id"))
    """The answer that it brings, or that it says is there."""
    payload: Mapped[dict[str, Any]]
    """A ``handlers.messages.Reply`` as JSON; blank once nobody needs it any more."""
    payload_until: Mapped[datetime | None] = mapped_column(index=True)
    """When the payload is blanked at the latest, once sent; empty when it is blank."""
    purpose: Mapped[str] = mapped_column(short(24))
    priority: Mapped[int] = mapped_column(SmallInteger)
    state: Mapped[OutboxState] = mapped_column(words(OutboxState), default=OutboxState.PENDING)
    dedupe_key: Mapped[str | None] = mapped_column(short(96))
    """Of what is said only once. It stands on the message that counts: a hand-over moves it."""
    handed_over: Mapped[bool] = mapped_column(default=False)
    """It was meant for another account of the person, which could not be written to."""
    lease_owner: Mapped[str | None] = mapped_column(short(32))
    lease_until: Mapped[datetime | None]
    attempts: Mapped[int] = mapped_column(default=0)
    """Tries that the platform did not accept."""
    broken: Mapped[int] = mapped_column(default=0)
    """Tries that our own code broke off: counted apart, they are given up much sooner."""
    next_attempt_at: Mapped[datetime | None]
    not_after: Mapped[datetime | None]
    """When it is of no use any more; empty: it is tried for some days."""
    external_id: Mapped[str | None] = mapped_column(short(64))
    error_code: Mapped[str | None] = mapped_column(short(48))
    created_at: Mapped[datetime]
    done_at: Mapped[datetime | None]


class ToldHow(StrEnum):
    """How an official settled what did not reach somebody."""

    IN_PERSON = "in_person"
    PHONE = "phone"
    LETTER = "letter"
    BY_HEAD = "by_head"
    """A village head was asked to tell it; whether that reached them is another record."""
    SENT_AGAIN = "sent_again"


class Untold(HasId, Base):
    """Something that no message brings to somebody any more: an official sees to it.

    Settled once it was told by other means, with day and way, or is on its way again.
    """

    __tablename__ = "untold"
    __table_args__ = (Index("ix_untold_open", "commune_id", "settled_at"),)

    commune_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    village_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"))
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    """Who should have heard it; None for an asker without an account."""
    answer_id: Mapped[int | None] = mapped_column(ForeignKey("answer.id"), index=True)
    """The answer that did not arrive; None for another notice."""
    announcement_id: Mapped[int | None] = mapped_column(ForeignKey("announcement.id"))
    """The announcement of a change that tells it; None for what else is told."""
    purpose: Mapped[str] = mapped_column(short(24))
    text: Mapped[str] = mapped_column(default="")
    """Words of a notice, blank once it is settled; those of an answer stand with the answer."""
    elsewhere: Mapped[str | None]
    """The same without names, for channels whose servers are elsewhere: see ``Reply``."""
    not_after: Mapped[datetime | None]
    """When it is of no use any more."""
    since: Mapped[datetime]
    settled_at: Mapped[datetime | None]
    settled_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    how: Mapped[ToldHow | None] = mapped_column(words(ToldHow))
    told_on: Mapped[date | None]
    """The day on which the person heard it, as the official says."""


class Announcement(HasId, Base):
    """A notice about a dialogue session, published once to an audience."""

    __tablename__ = "announcement"

    dialogue_session_id: Mapped[int] = mapped_column(ForeignKey("dialogue_session.id"), index=True)
    kind: Mapped[str] = mapped_column(short(24))
    created_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    published_at: Mapped[datetime]
    reachable: Mapped[int]
    unreachable: Mapped[int]


class DownloadLink(HasId, Base):
    """A file for one person, fetched once within minutes; only the token's hash is kept."""

    __tablename__ = "download_link"

    token_hash: Mapped[str] = mapped_column(short(64), unique=True)
    person_id: Mapped[int] = mapped_column(ForeignKey("person.id"))
    export_kind: Mapped[str] = mapped_column(short(32))
    format: Mapped[str] = mapped_column(short(8))
    dialogue_session_id: Mapped[int | None] = mapped_column(ForeignKey("dialogue_session.id"))
    attachment_id: Mapped[int | None] = mapped_column(
        ForeignKey("attachment.id", ondelete="CASCADE"), index=True
    )
    """What a household sent, instead of a list of a dialogue session; goes when the file goes."""
    created_at: Mapped[datetime]
    expires_at: Mapped[datetime]
    used_at: Mapped[datetime | None]
