"""What the linter has to say about the changes of a file: what is refused, what is only advice.

Only what the file brings in counts: an entry may go on being as it was.
"""

from __future__ import annotations

import asyncio
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from datetime import date

from faq.alias_lint import too_alike
from faq.findings import Finding
from faq.lint import entry_findings
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import faq_wordings
from handlers.services.faq_here import Here
from handlers.services.faq_import_plan import Change
from handlers.services.faq_reading import ENTRIES, WORDINGS, Problem
from handlers.services.faq_rows import ALIASES, DETAILS, shortened

_LONGEST_QUESTION = 300
_REFUSED = {
    "reading": "faq-file-reading",
    "missing-basis": "faq-file-no-basis",
    "date-order": "faq-file-date-order",
}
_ADVISED = frozenset(
    {
        "abbreviation",
        "money",
        "law-number",
        "brackets",
        "voice",
        "unconfirmed-figure",
        "district",
        "bare-reply",
    }
)
_BASIS = frozenset({"missing-basis", "date-order"})


@dataclass(slots=True)
class Checked:
    """What was found."""

    problems: list[Problem] = field(default_factory=list)
    advice: tuple[tuple[str, str], ...] = ()


async def check(work: Work, here: Here, changes: Sequence[Change]) -> Checked:
    """Look at every change by itself, then at all wordings beside one another."""
    checked = Checked()
    advice: list[tuple[str, str]] = []
    for change in changes:
        for finding in _new_findings(change, work.today):
            if finding.rule in _REFUSED:
                checked.problems.append(_refusal(change, finding))
            elif finding.rule in _ADVISED:
                advice.append((change.id, finding.rule))
        checked.problems += _wordings(change)
    checked.problems += await asyncio.to_thread(_elsewhere, here, changes)
    checked.advice = tuple(dict.fromkeys(advice))
    return checked


def _new_findings(change: Change, on: date) -> Iterator[Finding]:
    before: set[tuple[str, str]] = set()
    if change.known is not None:
        found = entry_findings(change.known.entry, on)
        before = {(one.rule, one.message) for one in found}
    for finding in entry_findings(change.entry, on):
        if (finding.rule, finding.message) not in before:
            yield finding


def _refusal(change: Change, finding: Finding) -> Problem:
    column = "cites" if finding.rule in _BASIS else _column(finding.message)
    return Problem(ENTRIES, change.row.number, column, _REFUSED[finding.rule])


def _column(message: str) -> str:
    """The column of a finding that begins with the name of a part of the answer."""
    part = message.partition(":")[0].removeprefix("details.")
    return part if part in {"short", "how_to_get", *DETAILS} else "short"


def _wordings(change: Change) -> Iterator[Problem]:
    """New wordings that can be none, or that the entry has nearly in the same words."""
    question = change.entry.question
    if "question" in change.parts and len(question) > _LONGEST_QUESTION:
        params = {"most": _LONGEST_QUESTION}
        yield Problem(ENTRIES, change.row.number, "question", "faq-file-too-long", params)
    if ALIASES not in change.parts and change.known is not None:
        return
    fresh = change.new_wordings
    kept = [text for text in change.draft.aliases if text not in set(fresh)]
    for place, text in enumerate(fresh):
        try:
            faq_wordings.refuse_unusable(text)
        except RuleError as refused:
            yield _of_wording(change, text, refused.key)
            continue
        near = too_alike(text, [question, *kept, *fresh[:place]])
        if near is not None:
            yield _of_wording(change, text, "faq-file-alike", wording=shortened(near))


def _of_wording(change: Change, text: str, key: str, **params: object) -> Problem:
    return Problem(WORDINGS, change.row.wording_rows.get(text, 0), "alias", key, params)


def _elsewhere(here: Here, changes: Sequence[Change]) -> list[Problem]:
    """New wordings and questions that fit another entry as well, as all will be afterwards."""
    texts, fresh = _all_texts(here, changes)
    if not fresh:
        return []
    names = {_new_id(place): change.id for place, change in enumerate(changes)}
    where = {**here.places.where}
    for place, change in enumerate(changes):
        if change.known is None:
            where[_new_id(place)] = (here.unit_id, _new_id(place))
        elif change.scope is not None:
            where[change.known.record.id] = (change.scope[0], where[change.known.record.id][1])
    problems: list[Problem] = []
    for one, other in faq_wordings.elsewhere(texts, here.places.among(where), fresh).items():
        change, is_question = fresh[one]
        other_id, wording = texts[other]
        params = {"id": names.get(other_id, other_id), "wording": shortened(wording)}
        if is_question:
            row = change.row.number
            problems.append(Problem(ENTRIES, row, "question", "faq-file-elsewhere", params))
        else:
            problems.append(_of_wording(change, texts[one][1], "faq-file-elsewhere", **params))
    return problems


def _new_id(place: int) -> str:
    return f"new {place}"


def _all_texts(
    here: Here, changes: Sequence[Change]
) -> tuple[list[tuple[str, str]], dict[int, tuple[Change, bool]]]:
    """Every wording as it will be, and which of them the file brings: change, and if a question."""
    changed = {change.known.record.id for change in changes if change.known is not None}
    texts: list[tuple[str, str]] = []
    for entry_id, known in here.entries.items():
        if entry_id not in changed:
            texts += [(entry_id, text) for text in faq_wordings.asked(known.content)]
    fresh: dict[int, tuple[Change, bool]] = {}
    for place, change in enumerate(changes):
        entry_id = change.known.record.id if change.known is not None else _new_id(place)
        asked = faq_wordings.asked(change.content)
        new = set(change.new_wordings)
        for at, text in enumerate(asked):
            is_question = at == 0
            if text in new or (is_question and "question" in change.parts):
                fresh[len(texts)] = (change, is_question)
            texts.append((entry_id, text))
    return texts, fresh
