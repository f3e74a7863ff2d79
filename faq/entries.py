"""One entry of the FAQ and what belongs to it: answer, aliases, legal basis, review.

Everything is frozen and comparable; nothing here reads files or clocks.
"""

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

__all__ = [
    "Alias",
    "Answer",
    "Citation",
    "Contrast",
    "Detail",
    "FaqEntry",
    "LegalDocument",
    "Review",
    "ReviewState",
]

ReviewState = Literal["unreviewed", "reviewed", "expired"]


@dataclass(frozen=True)
class LegalDocument:
    """A law, decree, decision… of the register. Both dates are days on which it is in force."""

    id: str
    number: str | None = None
    kind: str = ""
    issuer: str | None = None
    title: str | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    replaces: tuple[str, ...] = ()
    replaced_by: tuple[str, ...] = ()
    amended_by: tuple[str, ...] = ()
    source: str | None = None
    checked_on: date | None = None
    note: str | None = None

    def in_force(self, on: date) -> bool:
        """Tell whether the document applies on a date; an unknown date does not exclude it."""
        return _within(on, self.effective_from, self.effective_to)


@dataclass(frozen=True)
class Citation:
    """An article that an entry rests on; `document` is None when the register lacks it."""

    document_id: str
    article: str | None = None
    effective_from: date | None = None
    effective_to: date | None = None
    document: LegalDocument | None = field(default=None, compare=False)

    @property
    def number(self) -> str | None:
        """Give the official number that a legal line may show, or None."""
        return self.document.number if self.document else None

    def is_current(self, on: date) -> bool:
        """Tell whether it may be shown as legal basis on a date: numbered and in force."""
        if self.document is None or self.document.number is None:
            return False
        return self.in_force(on)

    def in_force(self, on: date) -> bool:
        """Tell whether the article, and its document when known, apply on a date."""
        document_applies = self.document is None or self.document.in_force(on)
        return document_applies and _within(on, self.effective_from, self.effective_to)


@dataclass(frozen=True)
class Detail:
    """One paragraph of "xem thêm": its kind (who, how_much, where, …) and its text."""

    kind: str
    text: str


@dataclass(frozen=True)
class Answer:
    """What a household is told: the short answer first, the rest on request."""

    short: str
    details: tuple[Detail, ...] = ()
    how_to_get: str | None = None

    @property
    def texts(self) -> tuple[tuple[str, str], ...]:
        """Give every text of the answer with the name of its field."""
        found = [("short", self.short)]
        found += [(f"details.{detail.kind}", detail.text) for detail in self.details]
        if self.how_to_get:
            found.append(("how_to_get", self.how_to_get))
        return tuple(found)


@dataclass(frozen=True)
class Alias:
    """One way in which households ask the question; `kind` is bare, story, indirect…"""

    text: str
    kind: str = "plain"


@dataclass(frozen=True)
class Contrast:
    """A neighbour that the entry is confused with, and how they differ."""

    id: str
    how: str = ""


@dataclass(frozen=True)
class Review:
    """Whether an official has looked through the entry, who and when."""

    state: ReviewState = "unreviewed"
    by: str | None = None
    on: date | None = None


@dataclass(frozen=True)
class FaqEntry:
    """One thing that households ask, with its answer and its basis."""

    id: str
    topic: str
    question: str
    answer: Answer
    aliases: tuple[Alias, ...] = ()
    citations: tuple[Citation, ...] = ()
    contrasts: tuple[Contrast, ...] = ()
    review: Review = Review()
    unconfirmed: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    checked_on: date | None = None
    seen: bool = True
    confidence: str | None = None
    check_before_use: str | None = None
    answered_by: tuple[str, ...] = ()

    def current_citations(self, on: date) -> tuple[Citation, ...]:
        """Give the citations that may be shown as legal basis on a date.

        Without any, the answer has no legal line.
        """
        return tuple(citation for citation in self.citations if citation.is_current(on))

    def is_stale(self, on: date) -> bool:
        """Tell whether the entry may no longer be stated as current on a date.

        That is so when it was marked expired, or when everything it cites has ended.
        """
        if self.review.state == "expired":
            return True
        return bool(self.citations) and not any(c.in_force(on) for c in self.citations)


def _within(on: date, start: date | None, end: date | None) -> bool:
    return (start is None or start <= on) and (end is None or on <= end)
