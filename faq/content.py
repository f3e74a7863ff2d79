"""The words of an entry as plain data, in the shape in which the YAML files hold them.

What is decided about an entry (review, validity, topic) is kept beside its words, not in them.
"""

import json
from collections.abc import Iterable, Mapping
from datetime import date
from hashlib import sha256
from typing import Any, Final

from faq.entries import FaqEntry, LegalDocument
from faq.fields import Problem
from faq.loading import parse_entries, refuse

__all__ = ["LEARNED", "content_hash", "learned", "read_content", "to_content", "with_learned"]

LEARNED: Final = "learned"
"""Kind of the aliases that an installation was taught; a release of the software keeps them."""

_PARTS: Final = frozenset(
    {
        "question",
        "answer",
        "aliases",
        "unconfirmed",
        "cites",
        "contrasts",
        "same_but_for_category",
        "sources",
        "checked_on",
        "seen",
        "confidence",
        "check_before_use",
        "answered_by",
    }
)


def to_content(entry: FaqEntry) -> dict[str, Any]:
    """Give the words of an entry; `read_content` gives the entry back."""
    aliases: dict[str, list[str]] = {}
    for alias in entry.aliases:
        aliases.setdefault(alias.kind, []).append(alias.text)
    answer = {
        "short": entry.answer.short,
        "details": {detail.kind: detail.text for detail in entry.answer.details},
        "how_to_get": entry.answer.how_to_get,
    }
    cites = [
        _filled(
            document=one.document_id,
            article=one.article,
            effective_from=_iso(one.effective_from),
            effective_to=_iso(one.effective_to),
        )
        for one in entry.citations
    ]
    return _filled(
        question=entry.question,
        answer=_filled(**answer),
        aliases=aliases,
        unconfirmed=list(entry.unconfirmed),
        cites=cites,
        contrasts=[_filled(id=one.id, how=one.how) for one in entry.contrasts],
        same_but_for_category=list(entry.same_but_for_category),
        sources=list(entry.sources),
        checked_on=_iso(entry.checked_on),
        seen=None if entry.seen else "false",
        confidence=entry.confidence,
        check_before_use=entry.check_before_use,
        answered_by=list(entry.answered_by),
    )


def read_content(
    entry_id: str,
    topic: str,
    content: Mapping[str, Any],
    documents: Mapping[str, LegalDocument],
) -> FaqEntry:
    """Give the entry of these words. Raises `KnowledgeError` naming every mistake in them."""
    strange = sorted(set(content) - _PARTS)
    refuse(Problem("content", entry_id, name, "is unknown") for name in strange)
    raw = {"id": entry_id, "topic": topic, **content}
    entries, problems = parse_entries([raw], "content", documents)
    refuse(problems)
    return entries[0]


def content_hash(content: Mapping[str, Any]) -> str:
    """Give a short name of the words: equal words, equal name, on every machine.

    The aliases that an installation was taught do not count: they change no word of the release.
    """
    packed = json.dumps(with_learned(content, ()), ensure_ascii=True, sort_keys=True)
    return sha256(packed.encode()).hexdigest()[:32]


def learned(content: Mapping[str, Any]) -> list[str]:
    """Give the aliases that the installation was taught."""
    aliases = content.get("aliases")
    return list(aliases.get(LEARNED, ())) if isinstance(aliases, Mapping) else []


def with_learned(content: Mapping[str, Any], texts: Iterable[str]) -> dict[str, Any]:
    """Give the words with exactly these taught aliases."""
    aliases = dict(content.get("aliases", {}))
    aliases.pop(LEARNED, None)
    taught = list(texts)
    if taught:
        aliases[LEARNED] = taught
    made = {**content, "aliases": aliases}
    return made if aliases else {name: made[name] for name in made if name != "aliases"}


def _iso(day: date | None) -> str | None:
    return day.isoformat() if day else None


def _filled(**fields: Any) -> dict[str, Any]:
    return {name: value for name, value in fields.items() if value not in (None, "", [], {})}


_TOLD: Final = ("question", "answer", "cites", "unconfirmed")


def tells_the_same(before: Mapping[str, Any], content: Mapping[str, Any]) -> bool:
    """Whether an official who reviewed *before* stands behind *content*, too.

    Aliases and neighbours only help to find an entry.
    """
    return all(before.get(part) == content.get(part) for part in _TOLD)
