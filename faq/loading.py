"""Turn YAML into checked entries and documents, collecting every mistake on the way."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import replace
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
from faq.fields import Fields, KnowledgeError, Problem

__all__ = [
    "duplicates",
    "one_sided",
    "parse_documents",
    "parse_entries",
    "read_yaml",
    "refuse",
]

_Parsed = TypeVar("_Parsed")

_STATES: Final = ("unreviewed", "reviewed", "to_review", "expired")
_DETAILS: Final = ("who", "how_much", "where", "papers", "how_long", "cost", "note")
_BASE: Final[Any] = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
_KEPT_TYPES: Final = frozenset({"tag:yaml.org,2002:null", "tag:yaml.org,2002:merge"})


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
    except (yaml.YAMLError, UnicodeDecodeError, RecursionError) as error:
        reason = " ".join(str(error).split())
        return None, [Problem(path.name, "-", "file", f"is not valid YAML: {reason}")]


def refuse(problems: Iterable[Problem]) -> None:
    """Raise one `KnowledgeError` when there is any problem."""
    found = tuple(problems)
    if found:
        raise KnowledgeError(found)


def _parse_list(
    raw: object, file: str, parse: Callable[[Fields], _Parsed]
) -> tuple[tuple[_Parsed, ...], list[Problem]]:
    if raw is None:
        return (), []
    if not isinstance(raw, list):
        return (), [Problem(file, "-", "file", "must hold a list")]
    found: list[_Parsed] = []
    problems: list[Problem] = []
    for number, item in enumerate(raw, start=1):
        fields = Fields(item, file, f"item {number}")
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


def one_sided(entries: Iterable[FaqEntry], file: str) -> list[Problem]:
    """Give a problem for each entry named for another category that does not name it, too.

    Both belong into one file: what is the same but for the category is of one topic.
    """
    named = {entry.id: entry.same_but_for_category for entry in entries}
    found: list[Problem] = []
    for entry_id, others in named.items():
        for other in others:
            if other == entry_id:
                message = "names the entry itself"
            elif other not in named:
                message = f"{other} is not in this file"
            elif entry_id not in named[other]:
                message = f"{other} does not name it in return"
            else:
                continue
            found.append(Problem(file, entry_id, "same_but_for_category", message))
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


def _document(fields: Fields) -> LegalDocument:
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
        number_recalled=fields.flag("number_recalled", default=False),
        title_recalled=fields.flag("title_recalled", default=False),
    )


def _entry(fields: Fields, documents: Mapping[str, LegalDocument]) -> FaqEntry:
    return FaqEntry(
        id=fields.text("id"),
        topic=fields.optional("topic") or "",
        question=fields.text("question"),
        answer=_answer(fields),
        aliases=_aliases(fields),
        citations=_citations(fields, documents),
        contrasts=_contrasts(fields),
        same_but_for_category=fields.texts("same_but_for_category"),
        review=_review(fields),
        unconfirmed=fields.texts("unconfirmed"),
        sources=fields.texts("sources"),
        checked_on=fields.day("checked_on"),
        seen=fields.flag("seen", default=True),
        confidence=fields.optional("confidence"),
        check_before_use=fields.optional("check_before_use"),
        answered_by=_answered_by(fields),
        valid_from=fields.day("valid_from"),
        valid_to=fields.day("valid_to"),
    )


def _answer(fields: Fields) -> Answer:
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


def _details(answer: Fields) -> tuple[Detail, ...]:
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


def _aliases(fields: Fields) -> tuple[Alias, ...]:
    raw = fields.raw("aliases")
    if not isinstance(raw, Mapping):
        return tuple(Alias(text) for text in fields.texts("aliases"))
    part = fields.part("aliases")
    found = tuple(Alias(text, kind) for kind in part.names() for text in part.texts(kind))
    fields.take(part)
    return found


def _citations(fields: Fields, documents: Mapping[str, LegalDocument]) -> tuple[Citation, ...]:
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


def _contrasts(fields: Fields) -> tuple[Contrast, ...]:
    found: list[Contrast] = []
    for part in fields.parts("contrasts"):
        found.append(Contrast(part.text("id"), part.optional("how") or ""))
        fields.take(part)
    return tuple(found)


def _review(fields: Fields) -> Review:
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


def _answered_by(fields: Fields) -> tuple[str, ...]:
    if isinstance(fields.raw("answered_by"), list):
        return fields.texts("answered_by")
    found = fields.optional("answered_by") or ""
    return tuple(name.strip() for name in found.split(",") if name.strip())
