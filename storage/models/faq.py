"""The FAQ of an installation: legal documents, entries with every revision, what was told.

The files that come with the software are the seed; from then on these tables are the truth.
"""

from __future__ import annotations

from datetime import date, datetime
from enum import StrEnum
from typing import Any

from sqlalchemy import ForeignKey, Index, UniqueConstraint
from sqlalchemy.orm import Mapped, mapped_column

from storage.models.base import Base, HasId, short, words

SLUG = 80
"""Longest id of an entry or document, with the unit of a copy behind it."""


class LegalRecord(Base):
    """A law, decree, decision… of the register. Both dates are days on which it is in force."""

    __tablename__ = "legal_document"

    id: Mapped[str] = mapped_column(short(SLUG), primary_key=True)
    number: Mapped[str | None]
    kind: Mapped[str] = mapped_column(short(32), default="")
    issuer: Mapped[str | None]
    title: Mapped[str | None]
    effective_from: Mapped[date | None]
    effective_to: Mapped[date | None]
    replaces: Mapped[list[str]] = mapped_column(default=list)
    replaced_by: Mapped[list[str]] = mapped_column(default=list)
    amended_by: Mapped[list[str]] = mapped_column(default=list)
    source: Mapped[str | None]
    checked_on: Mapped[date | None]
    note: Mapped[str | None]
    number_recalled: Mapped[bool] = mapped_column(default=False)
    title_recalled: Mapped[bool] = mapped_column(default=False)
    """Written down from memory: nobody has seen it in a source."""
    edited_here: Mapped[bool] = mapped_column(default=False)
    """An official changed it; a later release of the software leaves it alone."""
    before: Mapped[dict[str, Any] | None]
    """What the dates were before an official marked its end: the mark can be taken back."""


class FaqReview(StrEnum):
    """Whether officials stand behind the answer."""

    UNREVIEWED = "unreviewed"
    REVIEWED = "reviewed"
    TO_REVIEW = "to_review"
    """Not told as current until an official has looked through it."""
    EXPIRED = "expired"


class FaqRetired(StrEnum):
    """Who took an entry out; it is kept for what was told from it."""

    RELEASE = "release"
    HERE = "here"


class FaqRecord(Base):
    """One entry: where it holds and how far it can be trusted. Its words are in the revision."""

    __tablename__ = "faq_entry"

    id: Mapped[str] = mapped_column(short(SLUG), primary_key=True)
    topic: Mapped[str] = mapped_column(short(32), index=True)
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    """Where it holds, with everything below; None is everywhere."""
    copy_of: Mapped[str | None] = mapped_column(ForeignKey("faq_entry.id"), index=True)
    """The shared entry instead of which it is told in its unit."""
    revision: Mapped[int]
    """Number of the revision that is told now, always the highest."""
    review: Mapped[FaqReview] = mapped_column(words(FaqReview), default=FaqReview.UNREVIEWED)
    reviewed_by: Mapped[str | None]
    reviewed_on: Mapped[date | None]
    review_cause: Mapped[str | None] = mapped_column(short(96))
    """Why it is to be reviewed: a machine word, or ``law:`` and the id of the document."""
    review_before: Mapped[FaqReview | None] = mapped_column(words(FaqReview, name="faqreview_old"))
    """What the state was before a document ended."""
    valid_from: Mapped[date | None]
    valid_to: Mapped[date | None]
    audio_id: Mapped[int | None] = mapped_column(ForeignKey("attachment.id", ondelete="SET NULL"))
    edited_here: Mapped[bool] = mapped_column(default=False)
    """Its words are no longer those of the release; wordings learned here do not count."""
    retired: Mapped[FaqRetired | None] = mapped_column(words(FaqRetired))
    reported: Mapped[str | None] = mapped_column(short(128))
    """What officials were last told about its end, so that they are told once."""
    changed_at: Mapped[datetime]


class FaqOrigin(StrEnum):
    """Where a revision comes from."""

    SEED = "seed"
    EDIT = "edit"
    IMPORT = "import"
    ALIAS = "alias"
    ROLLBACK = "rollback"


class FaqRevision(HasId, Base):
    """The words of an entry at one time; never changed, only followed by the next."""

    __tablename__ = "faq_revision"
    __table_args__ = (UniqueConstraint("entry_id", "number"),)

    entry_id: Mapped[str] = mapped_column(ForeignKey("faq_entry.id"))
    number: Mapped[int]
    content: Mapped[dict[str, Any]]
    """In the shape of an entry of the YAML files."""
    origin: Mapped[FaqOrigin] = mapped_column(words(FaqOrigin))
    by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    at: Mapped[datetime]
    content_hash: Mapped[str] = mapped_column(short(32))
    release: Mapped[str | None] = mapped_column(short(32))
    """The release of the software that brought it."""


class FaqCitation(HasId, Base):
    """An article that the current revision of an entry rests on."""

    __tablename__ = "faq_citation"

    entry_id: Mapped[str] = mapped_column(ForeignKey("faq_entry.id"), index=True)
    document_id: Mapped[str] = mapped_column(ForeignKey("legal_document.id"), index=True)
    article: Mapped[str | None]
    effective_to: Mapped[date | None]
    """The entry itself says that the article ends then."""


class FaqGiven(HasId, Base):
    """An entry was told: which words, on which day and where; never what was asked."""

    __tablename__ = "faq_given"
    __table_args__ = (Index("ix_faq_given_entry", "entry_id", "revision"),)

    entry_id: Mapped[str] = mapped_column(ForeignKey("faq_entry.id"))
    revision: Mapped[int]
    day: Mapped[date]
    """Of Việt Nam; no hour, so that the row cannot be laid beside a message that left."""
    unit_id: Mapped[int | None] = mapped_column(ForeignKey("unit.id"), index=True)
    person_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"), index=True)
    """Only of somebody who agreed to our keeping what they send."""


class FaqProposalKind(StrEnum):
    """A further wording of an entry, or a question that no entry answers."""

    ALIAS = "alias"
    ENTRY = "entry"


class FaqProposalSource(StrEnum):
    """What taught us the wording."""

    CORRECTION = "official_correction"
    ANSWER = "answer"
    CHOICE = "household_choice"


class FaqProposalState(StrEnum):
    """What an official decided."""

    WAITING = "waiting"
    APPROVED = "approved"
    REJECTED = "rejected"


class FaqProposal(HasId, Base):
    """Something the FAQ could learn; its text names nobody."""

    __tablename__ = "faq_proposal"
    __table_args__ = (
        UniqueConstraint("dedupe_key"),
        Index("ix_faq_proposal_list", "unit_id", "state", "id"),
    )

    kind: Mapped[FaqProposalKind] = mapped_column(words(FaqProposalKind))
    text: Mapped[str]
    answer: Mapped[str | None]
    """What an official answered to it, kept for a new entry; it names nobody either."""
    entry_id: Mapped[str | None] = mapped_column(ForeignKey("faq_entry.id"), index=True)
    topic: Mapped[str | None] = mapped_column(short(32))
    unit_id: Mapped[int] = mapped_column(ForeignKey("unit.id"))
    """Whose officials decide."""
    source: Mapped[FaqProposalSource] = mapped_column(words(FaqProposalSource))
    times: Mapped[int] = mapped_column(default=1)
    """How often the same was proposed."""
    dedupe_key: Mapped[str] = mapped_column(short(64))
    state: Mapped[FaqProposalState] = mapped_column(
        words(FaqProposalState), default=FaqProposalState.WAITING
    )
    decided_by_id: Mapped[int | None] = mapped_column(ForeignKey("person.id"))
    decided_at: Mapped[datetime | None]
    created_at: Mapped[datetime]


class FaqVersion(Base):
    """One row: raised by every change of the tables above, and the lock of those changes."""

    __tablename__ = "faq_version"

    id: Mapped[int] = mapped_column(primary_key=True, autoincrement=False)
    counter: Mapped[int] = mapped_column(default=0)
    release: Mapped[str | None] = mapped_column(short(32))
    """Hash of the starter FAQ that was last brought in."""
