"""Changing the words of the FAQ. Every change is a new revision; nothing is overwritten.

Who may change what: an entry of a unit, its officials and those above; a shared entry, officials
who stand over every commune of the installation. Anybody else who changes a shared entry makes a
copy for the own commune, which is told there instead of it.

A change names the revision it was made from: who comes second is told so and loses nothing.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from faq.content import content_hash, read_content, tells_the_same, to_content
from faq.entries import FaqEntry
from faq.findings import Finding
from faq.normalize import fold
from faq.speech_lint import LONGEST_ANSWER, speech_findings
from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.services import faq_fit
from handlers.services.faq_let_go import let_go
from storage.models import FaqOrigin, FaqRecord, FaqReview, FaqRevision

LONGEST = LONGEST_ANSWER
_SLUG_WORDS = 6


class ChangedMeanwhile(RuleError):
    """Somebody else changed the entry first: nothing was kept. ``revision`` is the present one."""

    def __init__(self, revision: int) -> None:
        super().__init__("faq-changed-meanwhile")
        self.revision = revision


@dataclass(frozen=True, slots=True)
class Saved:
    """What a change came to."""

    entry_id: str
    """Of the copy when one was made."""
    revision: int
    advice: tuple[Finding, ...] = ()
    """What in the words is hard to read or not as we speak; it was saved all the same."""


@dataclass(slots=True)
class Opened:
    """An entry that may be changed now; :func:`own` gives the record to change."""

    record: FaqRecord
    content: Mapping[str, Any]
    copy_for: int | None
    """The unit that gets a copy, because the entry is shared and not the actor's to change."""


async def open_for_change(
    work: Work, entry_id: str, expected_revision: int, *, copying: bool = True
) -> Opened:
    """Lock the FAQ and check that the actor may change the entry as they saw it.

    Without *copying* a shared entry of others is refused. Raises ``RuleError``, also
    :class:`ChangedMeanwhile`; nothing is changed yet.
    """
    await access.faq_entry(work, entry_id)
    await work.uow.faq.lock()
    record = await access.faq_entry(work, entry_id)
    copy_for = None
    if record.unit_id is not None:
        await access.official_of(work, record.unit_id)
    elif not await access.over_everybody(work):
        copy_for = await _copying_unit(work, record, copying=copying)
    if record.retired is not None:
        raise RuleError("faq-retired")
    revision = await work.uow.faq.revision(record.id, record.revision)
    if revision is None or record.revision != expected_revision:
        raise ChangedMeanwhile(record.revision)
    return Opened(record, revision.content, copy_for)


async def _copying_unit(work: Work, record: FaqRecord, *, copying: bool) -> int:
    if not copying:
        raise RuleError("faq-shared")
    commune = await access.commune_of_official(work)
    copy = await work.uow.faq.copy(record.id, commune.id)
    if copy is not None and copy.retired is None:
        raise ChangedMeanwhile(copy.revision)
    return commune.id


async def own(work: Work, opened: Opened) -> FaqRecord:
    """The record to change: the entry, or a copy of it, made now, for the actor's commune."""
    if opened.copy_for is None:
        return opened.record
    shared = opened.record
    copy = await work.uow.faq.copy(shared.id, opened.copy_for)
    if copy is None:
        copy = FaqRecord(
            id=f"{shared.id}@{opened.copy_for}",
            topic=shared.topic,
            unit_id=opened.copy_for,
            copy_of=shared.id,
            revision=0,
            review=shared.review,
            changed_at=work.now,
        )
        work.uow.faq.add(copy)
        await work.uow.flush()
    await revise(work, copy, dict(opened.content), FaqOrigin.EDIT)
    _stand_like(copy, shared)
    return copy


def _stand_like(copy: FaqRecord, shared: FaqRecord) -> None:
    """A copy begins, also anew, where the shared entry stands: it has its words."""
    copy.retired = None
    copy.topic = shared.topic
    copy.review, copy.review_before = shared.review, shared.review_before
    copy.reviewed_by, copy.reviewed_on = shared.reviewed_by, shared.reviewed_on
    copy.review_cause, copy.reported = shared.review_cause, None
    copy.valid_from, copy.valid_to = shared.valid_from, shared.valid_to


async def edit(
    work: Work,
    entry_id: str,
    content: Mapping[str, Any],
    expected_revision: int,
    *,
    topic: str | None = None,
    origin: FaqOrigin = FaqOrigin.EDIT,
) -> Saved:
    """Put new words (in the shape of ``faq.content``) in the place of the present ones.

    A review of other words, and their day, do not stand for these. Raises ``RuleError``.
    """
    opened = await open_for_change(work, entry_id, expected_revision)
    if not tells_the_same(opened.content, content):
        content = {**content, "checked_on": work.today.isoformat()}
    before = read_content(entry_id, opened.record.topic, opened.content, {})
    entry = await faq_fit.checked(work, entry_id, topic or opened.record.topic, content, before)
    record = await own(work, opened)
    record.topic = entry.topic
    await revise(work, record, to_content(entry), origin)
    return await saved(work, record, "faq.edited", entry)


async def advice(
    work: Work, entry_id: str, topic: str, content: Mapping[str, Any], before: FaqEntry
) -> tuple[Finding, ...]:
    """What in new words is hard to read or not as we speak, and was not in those of *before*.

    Raises ``RuleError`` naming the parts that are wrong; nothing is changed.
    """
    known = {(one.rule, one.message) for one in speech_findings(before)}
    entry = await faq_fit.checked(work, entry_id, topic, content, before)
    found = speech_findings(entry)
    return tuple(one for one in found if (one.rule, one.message) not in known)


async def roll_back(work: Work, entry_id: str, number: int, expected_revision: int) -> Saved:
    """Tell the words of revision *number* again, as a new revision. Raises ``RuleError``."""
    opened = await open_for_change(work, entry_id, expected_revision)
    before = await work.uow.faq.revision(entry_id, number)
    if before is None or number == opened.record.revision:
        raise RuleError("faq-no-revision", number=number)
    record = await own(work, opened)
    await revise(work, record, before.content, FaqOrigin.ROLLBACK)
    return await saved(work, record, "faq.rolled_back")


async def create(
    work: Work,
    topic: str,
    content: Mapping[str, Any],
    *,
    origin: FaqOrigin = FaqOrigin.EDIT,
    name: str | None = None,
) -> Saved:
    """A new entry: for everybody from officials over everybody, else for the own commune.

    Its id is made from *name*, else from topic and question. Raises ``RuleError``, also when
    *name* is taken.
    """
    commune = await access.commune_of_official(work)
    await work.uow.faq.lock()
    unit_id = None if await access.over_everybody(work) else commune.id
    content = {"checked_on": work.today.isoformat(), **content}
    entry = await faq_fit.checked(work, "new", topic, content)
    entry_id = id_of(name or slug(topic, entry.question), unit_id)
    if name is None:
        entry_id = await _free_id(work, entry_id)
    elif await work.uow.faq.get(entry_id) is not None:
        raise RuleError("faq-id-taken", id=name)
    record = FaqRecord(
        id=entry_id,
        topic=topic,
        unit_id=unit_id,
        revision=0,
        review=FaqReview.UNREVIEWED,
        edited_here=True,
        changed_at=work.now,
    )
    work.uow.faq.add(record)
    await work.uow.flush()
    await revise(work, record, to_content(entry), origin)
    return await saved(work, record, "faq.created", entry)


async def revise(work: Work, record: FaqRecord, content: dict[str, Any], origin: FaqOrigin) -> None:
    """Make *content* the next and present revision of *record*, and keep the rest in step."""
    before = await work.uow.faq.revision(record.id, record.revision) if record.revision else None
    name = content_hash(content)
    record.revision += 1
    record.changed_at = work.now
    seeds = await work.uow.faq.seed_hashes()
    record.edited_here = seeds.get(record.copy_of or record.id) != name
    work.uow.faq.add(
        FaqRevision(
            entry_id=record.id,
            number=record.revision,
            content=content,
            origin=origin,
            by_id=work.actor_id,
            at=work.now,
            content_hash=name,
        )
    )
    if before is not None:
        await let_go(work.uow, record, before.content, content)
    await work.uow.flush()
    entry = read_content(record.id, record.topic, content, {})
    cited = [(one.document_id, one.article, one.effective_to) for one in entry.citations]
    await work.uow.faq.cite(record.id, cited)


async def saved(work: Work, record: FaqRecord, action: str, entry: FaqEntry | None = None) -> Saved:
    """Record the change, and let every process load the FAQ anew."""
    work.audit(
        action,
        "faq_entry",
        unit_id=record.unit_id,
        entry=record.id,
        revision=record.revision,
    )
    await work.uow.faq.bump()
    await work.uow.flush()
    return Saved(record.id, record.revision, tuple(speech_findings(entry)) if entry else ())


def slug(topic: str, question: str) -> str:
    """A readable id for a question."""
    words = re.findall(r"[a-z0-9]+", fold(question))[:_SLUG_WORDS]
    return "-".join([topic, *words])[:60]


def id_of(name: str, unit_id: int | None) -> str:
    """The id of an entry that is called *name* in a unit, or everywhere."""
    return name if unit_id is None else f"{name}@{unit_id}"


async def _free_id(work: Work, base: str) -> str:
    name, number = base, 1
    while await work.uow.faq.get(name) is not None:
        number += 1
        name = f"{base}-{number}"
    return name
