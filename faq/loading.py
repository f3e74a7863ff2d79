"""Turn YAML into checked entries and documents, collecting every mistake on the way."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from datetime import date, timedelta
from pathlib import Path
from typing import Any, Final, TypeVar, cast

import yaml

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
from faq.normalize import clean

__all__ = [
    "KnowledgeError",
    "Problem",
    "duplicates",
    "parse_documents",
    "parse_entries",
    "read_yaml",
    "refuse",
]

_Parsed = TypeVar("_Parsed")

_STATES: Final = ("unreviewed", "reviewed", "expired")
_DETAILS: Final = ("who", "how_much", "where", "papers", "how_long", "cost", "note")
_BASE: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEPT_TYPES: Final = frozenset({"tag:yaml.org,2002:null", "tag:yaml.org,2002:merge"})


@dataclass(frozen=True)
class Problem:
    """One mistake in a knowledge file."""

    file: str
    entry_id: str
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.entry_id}: {self.field}: {self.message}"


class KnowledgeError(ValueError):
    """A knowledge file cannot be used; `problems` lists every mistake found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Final = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class _TextLoader(_BASE):  # type: ignore[misc]  # the C loader when the library has it
    """Reads every scalar as text: an alias "no" or "2026" is what somebody typed."""


_TextLoader.yaml_implicit_resolvers = {
    first: [(tag, pattern) for tag, pattern in resolvers if tag in _KEPT_TYPES]
    for first, resolvers in _BASE.yaml_implicit_resolvers.items()
}


def read_yaml(path: Path) -> tuple[object, list[Problem]]:
    """Read a YAML file; what is wrong with the file as a whole comes back as problems."""
    try:
        text = path.read_text(encoding="utf-8-sig")
        return yaml.load(text, Loader=_TextLoader), []  # noqa: S506  # a safe loader, see above
    except OSError as error:
        return None, [Problem(path.name, "-", "file", f"cannot be read ({error.strerror})")]
    except (yaml.YAMLError, UnicodeDecodeError) as error:
        reason = " ".join(str(error).split())
        return None, [Problem(path.name, "-", "file", f"is not valid YAML: {reason}")]


def refuse(problems: Iterable[Problem]) -> None:
    """Raise one `KnowledgeError` when there is any problem."""
    found = tuple(problems)
    if found:
        raise KnowledgeError(found)


class _Fields:
    """The fields of one raw mapping; every wrong one is noted with where it stands."""

    def __init__(self, raw: object, file: str, place: str, prefix: str = "") -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._prefix = prefix
        self._raw: Mapping[str, Any] = {}
        self.place = place
        if isinstance(raw, Mapping):
            self._raw = cast("Mapping[str, Any]", raw)
            self.place = str(self._raw.get("id") or place) if not prefix else place
        else:
            self.wrong("-", "must be a mapping of fields")

    def wrong(self, name: str, message: str) -> None:
        """Note a mistake in a field."""
        self.problems.append(Problem(self._file, self.place, f"{self._prefix}{name}", message))

    def raw(self, name: str) -> Any:
        """Give a field as it stands in the file."""
        return self._raw.get(name)

    def names(self) -> list[str]:
        """Give the names of the fields in the file."""
        return [str(name) for name in self._raw]

    def text(self, name: str) -> str:
        """Give a text that must be there."""
        found = self.optional(name)
        if not found and not any(p.field == f"{self._prefix}{name}" for p in self.problems):
            self.wrong(name, "is missing or empty")
        return found or ""

    def optional(self, name: str) -> str | None:
        """Give a text that may be absent."""
        value = self.raw(name)
        if value is None:
            return None
        if not isinstance(value, str):
            self.wrong(name, "must be a text")
            return None
        return clean(value) or None

    def day(self, name: str) -> date | None:
        """Give a date written YYYY-MM-DD that may be absent."""
        value = self.optional(name)
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.wrong(name, f"{value!r} is not a date like 2026-11-21")
            return None

    def flag(self, name: str, *, default: bool) -> bool:
        """Give a yes-or-no field."""
        value = self.optional(name)
        if value is None:
            return default
        if value.lower() not in {"true", "false"}:
            self.wrong(name, f"{value!r} is neither true nor false")
        return value.lower() == "true"

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a list of texts that may be absent."""
        return tuple(self._listed(name, self.raw(name)))

    def _listed(self, name: str, value: object) -> Iterable[str]:
        if value is None:
            return
        if not isinstance(value, list):
            self.wrong(name, "must be a list")
            return
        for number, item in enumerate(value, start=1):
            if isinstance(item, str) and clean(item):
                yield clean(item)
            else:
                self.wrong(f"{name}[{number}]", "must be a text that is not empty")

    def parts(self, name: str) -> list["_Fields"]:
        """Give a list of mappings that may be absent."""
        value = self.raw(name)
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong(name, "must be a list")
            return []
        return [
            _Fields(item, self._file, self.place, f"{self._prefix}{name}[{number}].")
            for number, item in enumerate(value, start=1)
        ]

    def part(self, name: str) -> "_Fields":
        """Give a nested mapping."""
        return _Fields(self.raw(name), self._file, self.place, f"{self._prefix}{name}.")

    def take(self, other: "_Fields") -> None:
        """Take over the problems noted in a part."""
        self.problems += other.problems


def _parse_list(
    raw: object, file: str, parse: Callable[[_Fields], _Parsed]
) -> tuple[tuple[_Parsed, ...], list[Problem]]:
    if raw is None:
        return (), []
    if not isinstance(raw, list):
        return (), [Problem(file, "-", "file", "must hold a list")]
    found: list[_Parsed] = []
    problems: list[Problem] = []
    for number, item in enumerate(raw, start=1):
        fields = _Fields(item, file, f"item {number}")
        found.append(parse(fields))
        problems += fields.problems
    return tuple(found), problems


def parse_entries(
    raw: object, file: str, documents: Mapping[str, LegalDocument]
) -> tuple[tuple[FaqEntry, ...], list[Problem]]:
    """Give the entries of a raw list (or of `{"entries": [...]}`) and what is wrong with them."""
    if isinstance(raw, Mapping) and "entries" in raw:
        raw = raw["entries"]
    entries, problems = _parse_list(raw, file, lambda fields: _entry(fields, documents))
    return entries, problems + duplicates(entries, file)


def duplicates(entries: Iterable[FaqEntry], file: str) -> list[Problem]:
    """Give a problem for each id that was used before."""
    seen: set[str] = set()
    found: list[Problem] = []
    for entry in entries:
        if entry.id and entry.id in seen:
            found.append(Problem(file, entry.id, "id", "is used twice"))
        seen.add(entry.id)
    return found


def parse_documents(raw: object, file: str) -> tuple[tuple[LegalDocument, ...], list[Problem]]:
    """Give the legal documents of a raw list and what is wrong with them.

    A document that another one replaced ends on the day before the other begins, unless the
    register says when it ends.
    """
    documents, problems = _parse_list(raw, file, _document)
    seen: set[str] = set()
    for document in documents:
        if document.id in seen:
            problems.append(Problem(file, document.id, "id", "is used twice"))
        seen.add(document.id)
    begins = {document.id: document.effective_from for document in documents}
    return tuple(_ended(document, begins) for document in documents), problems


def _ended(document: LegalDocument, begins: Mapping[str, date | None]) -> LegalDocument:
    if document.effective_to is not None or not document.replaced_by:
        return document
    known = [start for start in map(begins.get, document.replaced_by) if start is not None]
    if not known:
        return document
    return replace(document, effective_to=min(known) - timedelta(days=1))


def _document(fields: _Fields) -> LegalDocument:
    return LegalDocument(
        id=fields.text("id"),
        number=fields.optional("number"),
        kind=fields.optional("kind") or "",
        issuer=fields.optional("issuer"),
        title=fields.optional("title"),
        effective_from=fields.day("effective_from"),
        effective_to=fields.day("effective_to"),
        replaces=fields.texts("replaces"),
        replaced_by=fields.texts("replaced_by"),
        amended_by=fields.texts("amended_by"),
        source=fields.optional("source"),
        checked_on=fields.day("checked_on"),
        note=fields.optional("note"),
    )


def _entry(fields: _Fields, documents: Mapping[str, LegalDocument]) -> FaqEntry:
    return FaqEntry(
        id=fields.text("id"),
        topic=fields.optional("topic") or "",
        question=fields.text("question"),
        answer=_answer(fields),
        aliases=_aliases(fields),
        citations=_citations(fields, documents),
        contrasts=_contrasts(fields),
        review=_review(fields),
        unconfirmed=fields.texts("unconfirmed"),
        sources=fields.texts("sources"),
        checked_on=fields.day("checked_on"),
        seen=fields.flag("seen", default=True),
        confidence=fields.optional("confidence"),
        check_before_use=fields.optional("check_before_use"),
        answered_by=_answered_by(fields),
    )


def _answer(fields: _Fields) -> Answer:
    raw = fields.raw("answer")
    if not isinstance(raw, Mapping):
        return Answer(short=fields.optional("answer") or "")
    part = fields.part("answer")
    answer = Answer(
        short=part.text("short"),
        details=_details(part),
        how_to_get=part.optional("how_to_get"),
    )
    fields.take(part)
    return answer


def _details(answer: _Fields) -> tuple[Detail, ...]:
    if answer.raw("details") is None:
        return ()
    part = answer.part("details")
    for name in part.names():
        if name not in _DETAILS:
            part.wrong(name, f"is unknown; the kinds are {', '.join(_DETAILS)}")
    texts = ((kind, part.optional(kind)) for kind in _DETAILS)
    found = tuple(Detail(kind, text) for kind, text in texts if text)
    answer.take(part)
    return found


def _aliases(fields: _Fields) -> tuple[Alias, ...]:
    raw = fields.raw("aliases")
    if not isinstance(raw, Mapping):
        return tuple(Alias(text) for text in fields.texts("aliases"))
    part = fields.part("aliases")
    found = tuple(Alias(text, kind) for kind in part.names() for text in part.texts(kind))
    fields.take(part)
    return found


def _citations(fields: _Fields, documents: Mapping[str, LegalDocument]) -> tuple[Citation, ...]:
    found: list[Citation] = []
    for part in fields.parts("cites"):
        document_id = part.text("document")
        found.append(
            Citation(
                document_id=document_id,
                article=part.optional("article"),
                effective_from=part.day("effective_from"),
                effective_to=part.day("effective_to"),
                document=documents.get(document_id),
            )
        )
        fields.take(part)
    return tuple(found)


def _contrasts(fields: _Fields) -> tuple[Contrast, ...]:
    found: list[Contrast] = []
    for part in fields.parts("contrasts"):
        found.append(Contrast(part.text("id"), part.optional("how") or ""))
        fields.take(part)
    return tuple(found)


def _review(fields: _Fields) -> Review:
    if fields.raw("review") is None:
        return Review()
    part = fields.part("review")
    state = part.optional("state") or "unreviewed"
    if state not in _STATES:
        part.wrong("state", f"{state!r} is none of {', '.join(_STATES)}")
        state = "unreviewed"
    review = Review(cast("ReviewState", state), part.optional("by"), part.day("on"))
    fields.take(part)
    return review


def _answered_by(fields: _Fields) -> tuple[str, ...]:
    if isinstance(fields.raw("answered_by"), list):
        return fields.texts("answered_by")
    found = fields.optional("answered_by") or ""
    return tuple(name.strip() for name in found.split(",") if name.strip())
