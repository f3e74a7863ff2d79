"""Whether typed words can be an entry: it is told to every household as soon as it is saved."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence, Set
from typing import Any

from faq.content import read_content
from faq.entries import FaqEntry
from faq.fields import KnowledgeError
from faq.speech_lint import LONGEST_ANSWER
from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.number_mask import numbers
from handlers.services import contact, faq_entries

_SHOUTED = re.compile(r"!\s*!")


class Unfit(RuleError):
    """Words that make an entry, and may not be told; ``faults`` are all reasons, each with the
    ``part`` of the entry that is wrong."""

    def __init__(self, entry: FaqEntry, faults: Sequence[RuleError]) -> None:
        super().__init__(faults[0].key, **faults[0].params)
        self.entry = entry
        self.faults = faults


async def checked(
    work: Work,
    entry_id: str,
    topic: str,
    content: Mapping[str, Any],
    before: FaqEntry | None = None,
) -> FaqEntry:
    """The entry of typed words, in the place of those of *before*.

    Raises ``RuleError`` naming the parts that are wrong, also :class:`Unfit`.
    """
    register = await faq_entries.documents(work)
    try:
        entry = read_content(entry_id, topic, content, register)
    except KnowledgeError as wrong:
        fields = ", ".join(dict.fromkeys(problem.field for problem in wrong.problems))
        raise RuleError("faq-content-wrong", fields=fields) from wrong
    if not entry.topic:
        raise RuleError("faq-content-wrong", fields="topic")
    if not entry.answer.short or len(entry.answer.short) > LONGEST_ANSWER:
        raise RuleError("faq-content-wrong", fields="answer.short")
    faults = [
        RuleError("faq-unknown-document", document=one.document_id, part="cites")
        for one in entry.citations
        if one.document is None
    ]
    faults += await _faults(work, entry, before)
    if faults:
        raise Unfit(entry, faults)
    return entry


async def _faults(work: Work, entry: FaqEntry, before: FaqEntry | None) -> list[RuleError]:
    """What may not be told, in words of *entry* that were not in *before*."""
    known = dict(_texts(before)) if before is not None else {}
    allowed = {one for text in known.values() for one in numbers(text)}
    allowed |= await _of_the_office(work)
    fresh = [(part, text) for part, text in _texts(entry) if known.get(part) != text]
    return [fault for part, text in fresh for fault in _wrong(text, allowed, part)]


async def refuse(work: Work, text: str) -> None:
    """Check words typed for a new entry, before the rest of it is. Raises ``RuleError``."""
    for fault in _wrong(text, await _of_the_office(work), "short"):
        raise fault


def _wrong(text: str, allowed: Set[str], part: str) -> Iterator[RuleError]:
    if _SHOUTED.search(text):
        yield RuleError("faq-text-shouted", part=part)
    if set(numbers(text)) - allowed:
        yield RuleError("faq-text-number", part=part)


async def _of_the_office(work: Work) -> set[str]:
    commune = await access.commune_of_official(work)
    return {*numbers((await contact.of(work, commune.id)).phone)}


def _texts(entry: FaqEntry) -> list[tuple[str, str]]:
    """What households are told, by the name of its column in the workbook."""
    parts = [(name.removeprefix("details."), text) for name, text in entry.answer.texts]
    return [("question", entry.question), *parts]
