"""What did not reach somebody, as an official sees it: a fixed number of reads however much it is.

Answers stand by themselves. Other notices of the same words in one village are one thing, with a
list of homes to go to, as an announcement has for the head.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime

from handlers import access
from handlers.context import Work
from handlers.services import answer_delivery, codes
from storage.models import Answer, ChannelAddress, Person, Role, Submission, Untold
from storage.repositories.deliveries import FOR_HEAD, ROLE

_OF_HEADS = frozenset({FOR_HEAD, ROLE})
"""Purposes of what a head was told as head: not for another one's eyes."""


@dataclass(frozen=True, slots=True)
class Thing:
    """One thing to be told, as an official sees it."""

    ids: tuple[int, ...]
    code: str | None
    """Of the submission that was answered; None for another notice."""
    village: str | None
    names: tuple[str, ...]
    """Whom to tell; empty where the name is not to be said."""
    text: str
    since: datetime
    by_head: bool
    """A village head may be asked to read it out, and can be written to."""
    again: bool
    """Somebody has an account by now that can be written to."""


@dataclass(frozen=True, slots=True)
class Facts:
    """What stands round some rows."""

    answered: Mapping[int, tuple[Answer, Submission]]
    """By id of the answer."""
    people: Mapping[int, Person]
    heads: Mapping[int, Sequence[Person]]
    """By village."""
    accounts: Mapping[int, Sequence[ChannelAddress]]
    """That can be written to, the last used first, by id of the person."""

    def names(self, rows: Iterable[Untold]) -> list[str]:
        """Whom to tell notices."""
        people = [self.people.get(row.person_id) for row in rows if row.person_id]
        return [one.display_name for one in people if one is not None and one.display_name]

    def retellers(self, rows: Sequence[Untold]) -> list[Person]:
        """Heads who may tell a notice and can be written to: not those who should hear it."""
        first = rows[0]
        if first.village_id is None or first.purpose.partition(":")[0] in _OF_HEADS:
            return []
        concerned = {row.person_id for row in rows}
        if concerned != {None} and not self.names(rows):
            return []  # nobody would know whom to tell
        heads = self.heads.get(first.village_id, ())
        return [
            one
            for one in heads
            if one.id not in concerned and one.stopped_at is None and one.id in self.accounts
        ]

    def takes(self, row: Untold) -> bool:
        """Whether its person can be written to, and wants to: after DỪNG only their answers."""
        person = self.people.get(row.person_id or 0)
        if person is None or person.id not in self.accounts:
            return False
        return row.answer_id is not None or person.stopped_at is None


async def listed(work: Work, commune_id: int) -> list[Thing]:
    """Everything that waits in a commune; the sight is audited. Raises ``RuleError``."""
    await access.official_of(work, commune_id)
    return await _things(work, commune_id, await work.uow.untold.open_of(commune_id, work.now))


async def one(work: Work, commune_id: int, number: int) -> Thing | None:
    """The thing to which row *number* belongs; None when it waits no longer.

    The sight is audited. Raises ``RuleError``.
    """
    await access.official_of(work, commune_id)
    rows = await work.uow.untold.open_with(commune_id, number, work.now)
    return next(iter(await _things(work, commune_id, rows)), None)


async def facts(work: Work, rows: Sequence[Untold]) -> Facts:
    """What stands round *rows*, read at once."""
    answers = [row.answer_id for row in rows if row.answer_id is not None]
    answered = await work.uow.submissions.answered(answers)
    asked = [submission for _, submission in answered.values()]
    work.seen.update(one.id for one in asked)
    ids = {row.person_id for row in rows}
    ids |= {one.asker_id for one in asked} | {one.teller_id for one in asked}
    people = await work.uow.people.several([number for number in ids if number is not None])
    villages = {row.village_id for row in rows} | {one.village_id for one in asked}
    heads = await work.uow.people.with_role(
        Role.VILLAGE_HEAD, [number for number in villages if number is not None]
    )
    by_village: dict[int, list[Person]] = {}
    for head in heads:
        for village_id in access.roles_in(head, (Role.VILLAGE_HEAD,)):
            by_village.setdefault(village_id, []).append(head)
    accounts = await work.uow.people.addresses_of([*people, *(head.id for head in heads)])
    return Facts(answered, people, by_village, accounts)


# -- inside -------------------------------------------------------------------------------------


async def _things(work: Work, commune_id: int, rows: Sequence[Untold]) -> list[Thing]:
    known = await facts(work, rows)
    villages = {unit.id: unit.name for unit in await work.uow.units.all_villages(commune_id)}
    found: list[Thing] = []
    groups: dict[tuple[int | None, str], list[Untold]] = {}
    for row in rows:
        if row.answer_id is None:
            groups.setdefault((row.village_id, row.text), []).append(row)
        else:
            found.append(_answer(row, known, villages))
    found += [_notice(group, known, villages) for group in groups.values()]
    work.audit("untold.listed", "unit", commune_id, unit_id=commune_id, shown=len(rows))
    return found


def _answer(row: Untold, known: Facts, villages: Mapping[int, str]) -> Thing:
    answer, submission = known.answered[row.answer_id or 0]
    asker = known.people.get(submission.asker_id or 0)
    name = submission.asker_name or (asker.display_name if asker else None)
    teller = known.people.get(submission.teller_id or 0)
    readers: Sequence[Person] = ()
    if answer_delivery.reads_out(teller, submission):
        readers = [teller] if teller else ()
    elif answer_delivery.heads_may_read(submission, chosen=True):
        readers = known.heads.get(submission.village_id or 0, ())
    return Thing(
        ids=(row.id,),
        code=codes.shown(submission.code),
        village=villages.get(row.village_id or 0),
        names=(name,) if name and not submission.anonymous else (),
        text=answer.text,
        since=row.since,
        by_head=any(one.id in known.accounts for one in readers),
        again=known.takes(row),
    )


def _notice(rows: Sequence[Untold], known: Facts, villages: Mapping[int, str]) -> Thing:
    return Thing(
        ids=tuple(row.id for row in rows),
        code=None,
        village=villages.get(rows[0].village_id or 0),
        names=tuple(known.names(rows)),
        text=rows[0].text,
        since=rows[0].since,
        by_head=bool(known.retellers(rows)),
        again=any(known.takes(row) for row in rows),
    )
