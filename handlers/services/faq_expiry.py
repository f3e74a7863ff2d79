"""Telling officials in time which answers end soon and which wait for review; once per entry."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta

from faq.entries import FaqEntry
from handlers import access
from handlers.access import OFFICIAL_ROLES
from handlers.context import Work
from handlers.services import faq_entries, legal_documents, notices
from handlers.services.faq_entries import Line
from handlers.services.reminders import is_quiet
from handlers.texts import date_words
from storage.models import FaqRecord, FaqReview, Person, UnitLevel

_AHEAD = timedelta(days=60)
_WAITS = "to_review"
_AT_MOST = 100
_UNREVIEWED = (FaqReview.UNREVIEWED,)


def ending(entries: Iterable[FaqEntry], today: date) -> list[tuple[date | None, FaqEntry]]:
    """What waits for review (None), then what ends within 60 days, the soonest first."""
    found = [(last_day, entry) for entry, _, last_day in _wanted(entries, today).values()]
    return sorted(found, key=lambda pair: (pair[0] or date.min, pair[1].id))


async def due(work: Work) -> list[Line]:
    """What waits for review in the actor's commune, then what ends within 60 days, soonest first.

    Raises ``RuleError``.
    """
    waiting = await faq_entries.listed(work, reviews=(FaqReview.TO_REVIEW,), limit=_AT_MOST)
    ending = sorted(
        (last_day, entry_id)
        for entry_id, (_, _, last_day) in _wanted(work.faq.knowledge.entries, work.today).items()
        if last_day is not None
    )
    lines = await faq_entries.of_ids(work, [entry_id for _, entry_id in ending])
    known = {line.record.id for line in waiting}
    return [*waiting, *(line for line in lines if line.record.id not in known)]


async def unreviewed(work: Work) -> tuple[list[Line], int]:
    """What nobody has looked through and :func:`due` does not name; and how much there is of it.

    Raises ``RuleError``.
    """
    count = await faq_entries.count(work, reviews=_UNREVIEWED)
    named = {line.record.id for line in await due(work) if _is_unreviewed(line)}
    listed = await faq_entries.listed(work, reviews=_UNREVIEWED, limit=_AT_MOST + len(named))
    left = [line for line in listed if line.record.id not in named]
    return left[:_AT_MOST], count - len(named)


def _is_unreviewed(line: Line) -> bool:
    return line.record.review is FaqReview.UNREVIEWED


@dataclass(frozen=True, slots=True)
class _Due:
    """An entry that officials have not been told about."""

    record: FaqRecord
    entry: FaqEntry
    mark: str
    last_day: date | None
    """None when it waits for review already."""


async def report(work: Work) -> int:
    """Send entries resting on ended law to review, then tell who is responsible; entries told.

    Nobody is told at night. Safe from several processes: an entry is marked in the transaction
    that tells about it, under the lock of the FAQ.
    """
    await legal_documents.sweep(work)
    if is_quiet(work.now) or not await _due(work):
        return 0
    await work.uow.faq.lock()
    told: dict[int, tuple[Person, list[_Due]]] = {}
    reported = 0
    for due in await _due(work):
        officials = await _responsible(work, due.record)
        for official in officials:
            told.setdefault(official.id, (official, []))[1].append(due)
        if officials:
            due.record.reported = due.mark
            reported += 1
    for official, found in told.values():
        await _tell(work, official, found)
    return reported


async def _due(work: Work) -> list[_Due]:
    wanted = _wanted(work.faq.knowledge.entries, work.today)
    if not wanted:
        return []
    found = []
    for record, _ in await work.uow.faq.current(list(wanted)):
        entry, mark, last_day = wanted[record.id]
        waits = record.review is FaqReview.TO_REVIEW
        if record.reported != mark and waits == (last_day is None):
            found.append(_Due(record, entry, mark, last_day))
    return sorted(found, key=lambda due: due.record.id)


def _wanted(
    entries: Iterable[FaqEntry], today: date
) -> Mapping[str, tuple[FaqEntry, str, date | None]]:
    """Entries to tell about, with the mark that says that it was done, and the last day."""
    found: dict[str, tuple[FaqEntry, str, date | None]] = {}
    for entry in entries:
        last_day = entry.last_day
        if entry.review.state == _WAITS:
            found[entry.id] = (entry, _WAITS, None)
        elif entry.review.state != "expired" and last_day and last_day <= today + _AHEAD:
            found[entry.id] = (entry, f"until:{last_day.isoformat()}", last_day)
    return found


async def _tell(work: Work, official: Person, found: Sequence[_Due]) -> None:
    ending = sorted(
        ((due.last_day, due.entry) for due in found if due.last_day is not None),
        key=lambda pair: pair[0],
    )
    waiting = [due.entry for due in found if due.last_day is None]
    if ending:
        day, entry = ending[0]
        params = {"count": len(ending), "day": date_words(day), "question": entry.question}
        await notices.tell(work, official, "faq-notice-expiring", params, purpose="faq")
    if waiting:
        params = {"count": len(waiting), "question": waiting[0].question}
        await notices.tell(work, official, "faq-notice-review", params, purpose="faq")


async def _responsible(work: Work, record: FaqRecord) -> Sequence[Person]:
    """Officials of the place where the entry holds whose fields include its topic, else all."""
    if record.unit_id is not None:
        units = [record.unit_id]
        found = await access.officials(work, units)
    else:
        units, communes = await _over_everybody(work)
        found = await access.officials(work, units)
        if not found:
            units, found = communes, await access.officials(work, communes)
    mine = [person for person in found if _has_topic(person, units, record.topic)]
    return mine or found


def _has_topic(person: Person, units: Sequence[int], topic: str) -> bool:
    return any(
        not grant.topics or topic in grant.topics
        for grant in person.roles
        if grant.role in OFFICIAL_ROLES and grant.unit_id in units and grant.revoked_at is None
    )


async def _over_everybody(work: Work) -> tuple[list[int], list[int]]:
    """Units in which every commune lies, and all communes."""
    tree = await work.uow.units.above_villages()
    communes = [unit for unit, (level, _) in tree.items() if level is UnitLevel.COMMUNE]
    shared: set[int] | None = None
    for commune in communes:
        line: set[int] = set()
        above: int | None = commune
        while above is not None and above in tree and above not in line:
            line.add(above)
            above = tree[above][1]
        shared = line if shared is None else shared & line
    return sorted(shared or ()), communes
