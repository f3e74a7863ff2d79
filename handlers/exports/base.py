"""What an export is: its name, who may have it, and how it reads what stands in it.

An export is made in two steps. ``choose`` runs in a writing transaction: it fixes what will stand
in the list and notes that this leaves the system. ``book`` then reads page by page from one
snapshot. So whoever has their data erased afterwards was counted as issued, and nothing that was
not noted leaves.
"""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from typing import Any, ClassVar

from faq.normalize import fold
from handlers.context import Work
from handlers.errors import RuleError
from handlers.exports import letterhead
from handlers.exports.tables import Book, Heading, Signers
from handlers.flow import OFFICIALS
from handlers.texts import Texts, date_words, local, time_words
from storage.models import DialogueSession, Unit
from storage.queries import Queries, SubmissionPlace, SubmissionsOf

_LAST_MONTH_WITH_NOUGHT = 2


@dataclass(frozen=True, slots=True)
class Options:
    """What may be asked for beside the kind."""

    language: str = "vi"
    full_phones: bool = False
    """Phones of attendees in full; masked otherwise."""


@dataclass(frozen=True, slots=True)
class Scope:
    """What a list is of: a dialogue session, or what a commune got that belongs to none (None)."""

    commune_id: int
    meeting: DialogueSession | None

    @property
    def session(self) -> DialogueSession:
        """The dialogue session. Raises ``RuleError`` where there is none."""
        if self.meeting is None:
            raise RuleError("not-found")
        return self.meeting

    @property
    def submissions(self) -> SubmissionsOf:
        """Its submissions, for queries."""
        return SubmissionsOf(self.commune_id, self.meeting.id if self.meeting else None)


@dataclass(frozen=True, slots=True)
class Selection:
    """What an export fixed in its first step."""

    count: int = 0
    places: tuple[SubmissionPlace, ...] = ()


@dataclass(frozen=True, slots=True)
class Source:
    """What an export reads from and says its words with."""

    queries: Queries
    texts: Texts
    options: Options
    today: date
    scope: Scope
    commune: Unit
    villages: Sequence[Unit]
    """Villages of the commune, old ones too, in order."""
    _said: dict[str, str] = field(default_factory=dict)

    def say(self, key: str, **params: Any) -> str:
        """A text of the catalogues."""
        if params:
            return self.texts.render(self.options.language, key, params)
        # The same few words stand in every line, and rendering one costs as much as writing it.
        if key not in self._said:
            self._said[key] = self.texts.render(self.options.language, key)
        return self._said[key]

    def topic(self, topic: str | None) -> str:
        """A field of policy in words; one without words is shown as it is named."""
        if topic is None:
            return self.say("export-no-topic")
        key = f"topic-{topic}"
        known = key in self.texts.keys(self.options.language)
        return _capital(self.say(key) if known else str(topic))

    def word(self, key: str, value: str) -> str:
        """The text ``<key>-<value>``, with a capital letter."""
        return _capital(self.say(f"{key}-{value}"))

    def seats(self) -> Mapping[int, int]:
        """Seats of each invited village, in order of invitation."""
        meeting = self.scope.meeting
        return {quota.village_id: quota.seats for quota in meeting.quotas} if meeting else {}

    def heading(self, title: str, *more: str) -> Heading:
        """The block above a table: office, state, title, which dialogue session."""
        return Heading(
            office=(self.say("export-office"), self.commune.name.upper()),
            nation=(self.say("export-nation"), self.say("export-motto")),
            dated=self._dated(),
            title=title,
            subtitles=(*self._session_lines(), *more),
        )

    def signers(self) -> Signers:
        """Who signs a list of the commune: who drew it up, and the chair for the committee."""
        chair = f"{self.say('export-signer-committee')}\n{self.say('export-signer-chair')}"
        return Signers(self.say("export-signer-clerk"), chair, self.say("export-sign-here"))

    def _dated(self) -> str:
        """Place and day; a nought before days to 9 and months 1 and 2 (30/2020/NĐ-CP, annex I)."""
        day, month = self.today.day, self.today.month
        return self.say(
            "export-place-date",
            place=letterhead.place(self.commune.name),
            day=f"{day:02}",
            month=f"{month:02}" if month <= _LAST_MONTH_WITH_NOUGHT else f"{month}",
            year=f"{self.today.year}",
        )

    def _session_lines(self) -> tuple[str, ...]:
        meeting = self.scope.meeting
        if meeting is None:
            return (self.say("export-no-session"),)
        when = self.say("export-no-date")
        if meeting.starts_at is not None:
            when = self.say(
                "export-when",
                time=time_words(meeting.starts_at),
                date=date_words(meeting.starts_at),
            )
        where = meeting.venue or self.say("export-no-venue")
        return (
            self.say("export-session", title=meeting.title),
            self.say("export-session-when", when=when, venue=where),
        )


class Export(ABC):
    """One kind of list. Subclasses stand in ``registry.EXPORTS``."""

    id: ClassVar[str]
    """Stable name, for the command line and links; its label is text ``export-kind-<id>``."""
    roles: ClassVar[frozenset[str]] = OFFICIALS
    public: ClassVar[bool] = False
    """Carries no names of people."""
    of_session: ClassVar[bool] = False
    """Stands for a dialogue session only: without one there is no such list."""
    formats: ClassVar[tuple[str, ...]] = ("xlsx", "csv")
    nothing: ClassVar[str] = "export-nothing"
    """Text key of what is said instead of an empty one."""

    @property
    def label(self) -> str:
        """Text key of its name."""
        return f"export-kind-{self.id.replace('_', '-')}"

    @abstractmethod
    async def count(self, work: Work, scope: Scope) -> int | None:
        """How many things would stand in it; None when an empty one is of use too."""

    @abstractmethod
    async def choose(self, work: Work, scope: Scope) -> Selection:
        """Fix what will stand in it and note that it leaves; in a writing transaction."""

    @abstractmethod
    async def book(self, source: Source, selection: Selection) -> Book:
        """The tables; their lines are read while they are written."""

    def file_name(self, texts: Texts, commune: Unit, scope: Scope, format_: str) -> str:
        """A file name in plain letters: kind, commune, day of the meeting."""
        meeting = scope.meeting
        if meeting is None:
            day = texts.render("vi", "export-no-session-file")
        else:
            day = f"{local(meeting.starts_at):%Y-%m-%d}" if meeting.starts_at else f"{meeting.id}"
        kind = texts.render("vi", f"{self.label}-file")
        words = "".join(sign if sign.isalnum() else " " for sign in fold(commune.name)).split()
        return f"{'-'.join([kind, *words, day])}.{format_}"


def _capital(words: str) -> str:
    return words[:1].upper() + words[1:]
