"""The FAQ as the database has it now, for comparing a file with it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cached_property
from typing import Any

from faq.entries import FaqEntry, LegalDocument
from handlers import access
from handlers.context import Work
from handlers.faq_book import entry_of
from handlers.parsing import key
from handlers.services import faq_changes, faq_entries, faq_places
from handlers.services.faq_places import Places
from handlers.services.faq_rows import Draft, topics
from storage.models import FaqRecord, FaqRevision


class Known:
    """An entry that is there; what is costly is made when it is asked for."""

    def __init__(self, here: Here, record: FaqRecord, revision: FaqRevision) -> None:
        self._here = here
        self._revision = revision
        self.record = record

    @property
    def content(self) -> Mapping[str, Any]:
        """The words that are told now."""
        return self._revision.content

    @cached_property
    def entry(self) -> FaqEntry:
        """The entry as it is told now."""
        return entry_of(self.record, self._revision, self._here.documents)

    @cached_property
    def draft(self) -> Draft:
        """The row that says the same."""
        return Draft.of_entry(self.entry, self._here.places.labels[self.record.unit_id])


class Here:
    """Every entry that was not taken out, and the register."""

    def __init__(
        self,
        documents: Mapping[str, LegalDocument],
        places: Places,
        unit_id: int | None,
        topic_words: Mapping[str, str],
    ) -> None:
        self.documents = documents
        self.places = places
        self.entries: dict[str, Known] = {}
        self.retired: frozenset[str] = frozenset()
        self._unit_id = unit_id
        """The commune whose copies stand before shared entries; None for who changes these."""
        self._topic_words = topic_words
        self._places: dict[str, int | None] = {}

    @classmethod
    async def read(cls, work: Work) -> Here:
        """What is there, for the actor. Raises ``RuleError``."""
        commune = await access.commune_of_official(work)
        over = await access.over_everybody(work)
        rows = await work.uow.faq.current()
        records = [record for record, _ in rows]
        places = await faq_places.of_records(work.uow, work.texts, records, [commune.id])
        documents = await faq_entries.documents(work)
        here = cls(documents, places, None if over else commune.id, topics(work.texts))
        here.entries = {record.id: Known(here, record, revision) for record, revision in rows}
        here.retired = frozenset(
            one.id for one in await work.uow.faq.all() if one.retired is not None
        )
        return here

    @property
    def unit_id(self) -> int | None:
        """Where a new entry of the actor holds."""
        return self._unit_id

    @cached_property
    def topics(self) -> frozenset[str]:
        """Topics that an entry may have."""
        return frozenset({*self._topic_words, *(one.record.topic for one in self.entries.values())})

    @property
    def topic_words(self) -> str:
        """Topics in words, for a message."""
        return "; ".join(self._topic_words.values())

    def find(self, name: str) -> Known | None:
        """The entry that a file calls *name*: the commune's copy before the shared entry."""
        found = self.entries.get(name)
        if self._unit_id is None:
            return found
        own = self.entries.get(faq_changes.id_of(name, self._unit_id))
        if own is not None and own.record.unit_id == self._unit_id:
            return own
        return found

    def asking(self, topic: str, question: str) -> Known | None:
        """An entry of the actor's place that asks this very question."""
        wanted = key(question)
        for one in self._near():
            if one.record.topic == topic and key(str(one.content.get("question", ""))) == wanted:
                return one
        return None

    def _near(self) -> Iterator[Known]:
        for one in self.entries.values():
            if one.record.unit_id in {None, self._unit_id}:
                yield one

    async def place(self, work: Work, text: str) -> int | None:
        """The unit of a place in words; None is everywhere. Raises ``RuleError``."""
        if text not in self._places:
            self._places[text] = await faq_places.find(work, text)
        return self._places[text]
