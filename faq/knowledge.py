"""The whole FAQ with its register of legal documents, and where it is read from.

Everything is frozen and already validated; reading files with mistakes gives one
`KnowledgeError` that lists all of them with file, entry and field.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cached_property
from hashlib import sha256
from importlib.resources import as_file, files
from pathlib import Path
from typing import Final

from faq.entries import (
    Alias,
    Answer,
    Citation,
    Contrast,
    Detail,
    FaqEntry,
    LegalDocument,
    Review,
    ReviewState,
)
from faq.fields import KnowledgeError, Problem
from faq.loading import (
    duplicates,
    one_sided,
    parse_documents,
    parse_entries,
    read_yaml,
    refuse,
)

__all__ = [
    "REGISTER",
    "Alias",
    "Answer",
    "Citation",
    "Contrast",
    "Detail",
    "FaqEntry",
    "Knowledge",
    "KnowledgeError",
    "LegalDocument",
    "Problem",
    "Review",
    "ReviewState",
    "load_documents",
    "load_entries",
    "load_folder",
    "load_starter",
    "today",
]

REGISTER: Final = "documents.yaml"


@dataclass(frozen=True)
class Knowledge:
    """A whole FAQ with its register of legal documents."""

    entries: tuple[FaqEntry, ...]
    documents: tuple[LegalDocument, ...] = ()

    @cached_property
    def _entries_by_id(self) -> dict[str, FaqEntry]:
        return {entry.id: entry for entry in self.entries}

    @cached_property
    def _documents_by_id(self) -> dict[str, LegalDocument]:
        return {document.id: document for document in self.documents}

    @cached_property
    def content_hash(self) -> str:
        """Give a short name of the content: equal content, equal name, on every machine."""
        parts = [*map(repr, self.entries), *map(repr, self.documents)]
        return sha256("\n".join(parts).encode()).hexdigest()[:32]

    def by_id(self, entry_id: str) -> FaqEntry | None:
        """Give the entry with this id, or None."""
        return self._entries_by_id.get(entry_id)

    def document(self, document_id: str) -> LegalDocument | None:
        """Give the legal document with this id, or None."""
        return self._documents_by_id.get(document_id)


def today() -> date:
    """Give the date in Vietnam, whatever the clock of the machine says."""
    return (datetime.now(UTC) + timedelta(hours=7)).date()


def load_entries(path: Path, documents: Iterable[LegalDocument] = ()) -> tuple[FaqEntry, ...]:
    """Read the entries of one YAML file, in the full or the simple form.

    The simple form is a list of `{id, topic, question, aliases, answer}` where `aliases` is a
    list (or a mapping of lists) and `answer` is a text. Raises `KnowledgeError`.
    """
    raw, problems = read_yaml(path)
    refuse(problems)
    entries, problems = parse_entries(raw, path.name, {doc.id: doc for doc in documents})
    refuse(problems + one_sided(entries, path.name))
    return entries


def load_documents(path: Path) -> tuple[LegalDocument, ...]:
    """Read a register of legal documents. Raises `KnowledgeError`."""
    raw, problems = read_yaml(path)
    refuse(problems)
    documents, problems = parse_documents(raw, path.name)
    refuse(problems)
    return documents


def load_folder(folder: Path) -> Knowledge:
    """Read a folder with `documents.yaml` and one file of entries per topic.

    Raises `KnowledgeError` naming every mistake in all files.
    """
    problems: list[Problem] = []
    documents: tuple[LegalDocument, ...] = ()
    if (folder / REGISTER).exists():
        raw, problems = read_yaml(folder / REGISTER)
        documents, found = parse_documents(raw, REGISTER)
        problems += found
    by_id = {document.id: document for document in documents}
    entries: list[FaqEntry] = []
    for path in sorted(folder.glob("*.yaml")):
        if path.name != REGISTER:
            raw, found = read_yaml(path)
            problems += found
            parsed, found = parse_entries(raw, path.name, by_id)
            problems += found + one_sided(parsed, path.name)
            entries += parsed
    problems += duplicates(entries, folder.name)
    refuse(problems)
    return Knowledge(tuple(entries), documents)


def load_starter() -> Knowledge:
    """Read the FAQ that comes with the software (topics of household policy, Vietnamese)."""
    with as_file(files("faq").joinpath("data", "vi")) as folder:
        return load_folder(folder)
