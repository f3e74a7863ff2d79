"""Taking back the file that officials edited: first a plan, then all of it or nothing.

A row that nobody touched is left alone, whatever happened to its entry meanwhile; so is a row that
says what the entry says already. What was changed both in the file and here is refused. Rows that
are missing from the file say nothing: nothing is taken out because of them.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import Any

from faq.entries import FaqEntry
from faq.guards import screen
from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import (
    faq_changes,
    faq_fit,
    faq_import_checks,
    faq_states,
    faq_wordings,
)
from handlers.services.faq_changes import Saved
from handlers.services.faq_here import Here, Known
from handlers.services.faq_import_plan import Change, Plan
from handlers.services.faq_reading import ENTRIES, WORDINGS, Edited, Problem, Row
from handlers.services.faq_rows import ALIASES, WORDS, Draft, shortened
from storage.models import FaqOrigin

_NAME = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")
_LONGEST_NAME = 60


async def plan(work: Work, edited: Edited) -> Plan:
    """Compare a file with the FAQ, under its lock. Raises ``RuleError``: no official."""
    await access.commune_of_official(work)
    await work.uow.faq.lock()
    here = await Here.read(work)
    changes: list[Change] = []
    problems = list(edited.problems)
    unchanged = 0
    mask = await faq_wordings.mask_of(work, (await access.commune_of_official(work)).id)
    masked = 0
    for typed in edited.rows:
        row = _masked(typed, here, mask)
        masked += row is not typed
        reader = _Reader(work, here, row)
        try:
            change = await reader.change()
        except _WrongError as wrong:
            problems += wrong.problems
            continue
        problems += reader.problems
        if change is None:
            unchanged += 1
        else:
            changes.append(change)
    strays = {id_: row for id_, row in edited.strays.items() if here.find(id_) is None}
    problems += [
        Problem(WORDINGS, row, "id", "faq-file-stray", {"id": shortened(id_)})
        for id_, row in strays.items()
    ]
    found = await faq_import_checks.check(work, here, changes)
    problems += found.problems
    order = {ENTRIES: 0, WORDINGS: 1}
    problems.sort(key=lambda one: (order[one.sheet], one.row))
    left_out = len(edited.strays) - len(strays)
    return Plan(tuple(changes), unchanged, tuple(problems), left_out, found.advice, masked)


def _masked(row: Row, here: Here, mask: Callable[[str], str]) -> Row:
    """The row without people in its new wordings, as proposals are; itself where nobody is."""
    known = here.find(row.id) if row.id else None
    kept = set(known.draft.aliases) if known is not None else set()
    fresh = [one for one in row.draft.aliases if one not in kept and screen(one) is None]
    hidden = {text: masked for text in fresh if (masked := mask(text)) != " ".join(text.split())}
    if not hidden:
        return row
    shown = {text: hidden.get(text, text) for text in row.draft.aliases}
    draft = replace(row.draft, aliases=tuple(dict.fromkeys(shown.values())))
    rows = {shown.get(text, text): number for text, number in row.wording_rows.items()}
    return replace(row, draft=draft, wording_rows=rows)


async def carry_out(work: Work, plan: Plan) -> int:
    """Take the file in: every change or none; how many entries changed.

    In the transaction in which *plan* was made. Raises ``RuleError``.
    """
    if plan.problems:
        raise RuleError("faq-file-has-problems", count=len(plan.problems))
    async with work.uow.together():
        for change in plan.changes:
            await _save(work, change)
        work.audit("faq.imported", "faq", new=len(plan.new), changed=len(plan.changed))
        await work.uow.flush()
    return len(plan.changes)


async def _save(work: Work, change: Change) -> None:
    saved = await _save_words(work, change)
    draft = change.draft
    if change.known is None or {"valid_from", "valid_to"} & set(change.parts):
        first, last = draft.day("valid_from"), draft.day("valid_to")
        if change.known is not None or first or last:
            saved = await faq_states.set_validity(
                work, saved.entry_id, saved.revision, first=first, last=last
            )
    if change.scope is not None:
        await faq_states.set_scope(work, saved.entry_id, saved.revision, change.scope[0])


async def _save_words(work: Work, change: Change) -> Saved:
    origin = FaqOrigin.IMPORT
    if change.known is None:
        return await faq_changes.create(
            work, change.topic, change.content, origin=origin, name=change.name
        )
    record = change.known.record
    if not {"topic", *WORDS, ALIASES} & set(change.parts):
        return Saved(record.id, record.revision)
    return await faq_changes.edit(
        work, record.id, change.content, record.revision, topic=change.topic, origin=origin
    )


class _WrongError(Exception):
    """What is wrong with a row."""

    def __init__(self, *problems: Problem) -> None:
        super().__init__()
        self.problems = problems


class _Reader:
    """Makes a change of one row."""

    def __init__(self, work: Work, here: Here, row: Row) -> None:
        self._work = work
        self._here = here
        self._row = row
        self._draft = row.draft
        self.problems: list[Problem] = []
        """What is wrong with a row whose change could be made all the same, to be looked at."""

    async def change(self) -> Change | None:
        """What the row asks for; None for nothing. Raises ``_WrongError``."""
        if self._draft.is_of(self._row.mark):
            return None
        known = self._known()
        if known is None:
            return await self._new()
        self._draft = self._filled(known)
        parts = self._draft.differs(known.draft)
        if not parts:
            return None
        self._is_mine(known)
        try:
            await faq_changes.open_for_change(self._work, known.record.id, known.record.revision)
        except RuleError as refused:
            raise self._wrong("id", refused) from refused
        return await self._made(known, None, parts, known.content)

    def _known(self) -> Known | None:
        """The entry that the row is about; None when it is new. Raises ``_WrongError``."""
        here, row = self._here, self._row
        if row.id:
            return here.find(row.id)
        again = here.asking(self._draft.cells["topic"], self._draft.cells["question"])
        if again is not None and self._filled(again).differs(again.draft):
            raise self._problem("id", "faq-file-asked-already", id=again.record.id)
        return again

    def _filled(self, known: Known) -> Draft:
        """The row, holding where the entry does when it leaves that open.

        So does a row that names the shared entry, when its copy was made by taking the file in.
        """
        scope = self._draft.cells["scope"]
        if not scope or known.record.copy_of == self._row.id:
            scope = known.draft.cells["scope"]
        return self._draft.placed(scope)

    def _is_mine(self, known: Known) -> None:
        """Refuse a change of what others changed meanwhile."""
        mark = self._row.mark
        if not mark:
            raise self._problem("id", "faq-file-id-known", id=self._row.id)
        if mark != known.draft.mark(known.record.revision):
            raise self._problem("mark", "faq-file-changed", now=str(known.record.revision))

    async def _new(self) -> Change:
        row = self._row
        if row.id in self._here.retired:
            raise self._problem("id", "faq-retired")
        if row.mark:
            raise self._problem("id", "faq-file-id-unknown", id=shortened(row.id))
        if row.id and (_NAME.fullmatch(row.id) is None or len(row.id) > _LONGEST_NAME):
            raise self._problem("id", "faq-file-bad-id", id=shortened(row.id))
        parts = tuple(name for name, text in self._draft.cells.items() if text)
        return await self._made(None, row.id or None, parts, {})

    async def _made(
        self, known: Known | None, name: str | None, parts: tuple[str, ...], base: Mapping[str, Any]
    ) -> Change:
        """Every mistake is noted; it goes on as long as there is an entry to look at."""
        draft = self._draft
        missing = [one for one in ("topic", "question", "short") if not draft.cells[one]]
        for column in missing:
            self._note(column, RuleError("faq-file-empty"))
        topic = draft.cells["topic"]
        if topic and topic not in self._here.topics:
            words = self._here.topic_words
            self._note("topic", RuleError("faq-file-no-topic", topics=words))
        self._days(draft)
        scope = await self._scope(known, parts)
        content = self._content(known, base)
        if missing or content is None:
            raise _WrongError(*self.problems)
        entry = await self._entry(known, topic, content)
        return Change(self._row, known, name, draft, parts, topic, content, entry, scope)

    def _days(self, draft: Draft) -> None:
        days = []
        for column in ("valid_from", "valid_to"):
            try:
                days.append(draft.day(column))
            except RuleError as refused:
                self._note(column, refused)
                return
        first, last = days
        if first is not None and last is not None and last < first:
            self._note("valid_to", RuleError("faq-dates-wrong"))

    def _content(self, known: Known | None, base: Mapping[str, Any]) -> dict[str, Any] | None:
        """The words; with the basis that is there when the new one cannot be read."""
        try:
            return self._draft.content(base)
        except RuleError as refused:
            self._note("cites", refused)
        if known is None:
            return None
        cells = {**self._draft.cells, "cites": known.draft.cells["cites"]}
        return replace(self._draft, cells=cells).content(base)

    async def _entry(self, known: Known | None, topic: str, content: Mapping[str, Any]) -> FaqEntry:
        question = self._draft.cells["question"]
        entry_id = self._row.id or faq_changes.slug(topic, question)
        entry_id = known.record.id if known else entry_id
        try:
            before = known.entry if known else None
            return await faq_fit.checked(self._work, entry_id, topic, content, before)
        except faq_fit.Unfit as unfit:
            for fault in unfit.faults:
                self._note(fault.params["part"], fault)
            return unfit.entry
        except RuleError as refused:
            self._note("short", refused)
            raise _WrongError(*self.problems) from refused

    async def _scope(self, known: Known | None, parts: tuple[str, ...]) -> tuple[int | None] | None:
        if "scope" not in parts:
            return None
        try:
            unit_id = await self._here.place(self._work, self._draft.cells["scope"])
            if known is not None:
                record = known.record
                await faq_states.open_for_scope(self._work, record.id, record.revision, unit_id)
            else:
                await faq_states.refuse_foreign(self._work, unit_id)
        except RuleError as refused:
            self._note("scope", refused)
            return None
        return (unit_id,)

    def _note(self, column: str, refused: RuleError) -> None:
        self.problems.append(
            Problem(ENTRIES, self._row.number, column, refused.key, refused.params)
        )

    def _problem(self, column: str, key: str, **params: Any) -> _WrongError:
        return _WrongError(Problem(ENTRIES, self._row.number, column, key, params))

    def _wrong(self, column: str, refused: RuleError) -> _WrongError:
        return _WrongError(Problem(ENTRIES, self._row.number, column, refused.key, refused.params))
