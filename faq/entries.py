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

ReviewState = Literal["unreviewed", "reviewed", "to_review", "expired"]


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
    number_recalled: bool = False
    title_recalled: bool = False
    """Written down from memory: nobody has seen it in a source."""

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

    @property
    def is_recalled(self) -> bool:
        """Tell whether nobody has seen the number of its document in a source."""
        return self.document is not None and self.document.number_recalled

    @property
    def last_day(self) -> date | None:
        """Give the last day on which it applies, None while no end is known."""
        ends = (self.effective_to, self.document.effective_to if self.document else None)
        return min((end for end in ends if end is not None), default=None)

    @property
    def unexpected_end(self) -> date | None:
        """Give the last day of a document that ends although the entry cites it as in force."""
        end = self.document.effective_to if self.document else None
        known = self.effective_to is not None and end is not None and self.effective_to <= end
        return None if known else end

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
    same_but_for_category: tuple[str, ...] = ()
    """Ids of the entries that differ from it only in the household's category."""
    review: Review = Review()
    unconfirmed: tuple[str, ...] = ()
    sources: tuple[str, ...] = ()
    checked_on: date | None = None
    seen: bool = True
    confidence: str | None = None
    check_before_use: str | None = None
    answered_by: tuple[str, ...] = ()
    valid_from: date | None = None
    valid_to: date | None = None

    def current_citations(self, on: date) -> tuple[Citation, ...]:
        """Give the citations that may be shown as legal basis on a date.

        A number from memory waits until an official has reviewed the entry. Without any, the
        answer has no legal line.
        """
        vouched = self.review.state == "reviewed"
        return tuple(
            citation
            for citation in self.citations
            if citation.is_current(on) and (vouched or not citation.is_recalled)
        )

    @property
    def last_day(self) -> date | None:
        """Give the last day on which it may be stated as current, None while no end is known.

        It ends with its own validity, and with any document that it cites as in force: no review
        passes over that, as long as the entry cites it so. It also ends with all that it cites,
        unless somebody has looked through the entry since.
        """
        ends = [] if self.valid_to is None else [self.valid_to]
        ends += [end for one in self.citations if (end := one.unexpected_end) is not None]
        cited = [citation.last_day for citation in self.citations]
        known = [day for day in cited if day is not None]
        if known and len(known) == len(cited) and not self._is_reviewed_since(max(known)):
            ends.append(max(known))
        return min(ends, default=None)

    def _is_reviewed_since(self, end: date) -> bool:
        review = self.review
        return review.state == "reviewed" and review.on is not None and review.on > end

    def is_stale(self, on: date) -> bool:
        """Tell whether the entry may no longer be stated as current on a date.

        That is so when it waits for review or was marked expired, after its last day, and when
        nothing that it cites is in force and nobody has looked through it since.
        """
        if self.review.state in {"to_review", "expired"}:
            return True
        if self.last_day is not None and self.last_day < on:
            return True
        return bool(self.citations) and not any(self._bears(c, on) for c in self.citations)

    def _bears(self, citation: Citation, on: date) -> bool:
        end = citation.last_day
        return citation.in_force(on) or (end is not None and self._is_reviewed_since(end))

    def is_ahead(self, on: date) -> bool:
        """Tell whether the entry only holds from a later day."""
        return self.valid_from is not None and on < self.valid_from


def _within(on: date, start: date | None, end: date | None) -> bool:
    return (start is None or start <= on) and (end is None or on <= end)
