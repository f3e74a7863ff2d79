"""What a village head gets when a meeting is announced: words to pass on, and homes to go to.

The words to pass on stand alone in their message, and no household is named in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from handlers import access
from handlers.context import Work
from handlers.errors import RuleError
from handlers.messages import Reply
from handlers.services import notice_words, reach, registrations
from storage.models import DialogueSession, Household, Person, Role, Unit

_HOMES = 15
"""Homes of one message: as many as are read without losing the place."""


@dataclass(slots=True)
class _Told:
    """One head, who may head several villages."""

    head: Person
    villages: list[str] = field(default_factory=list)
    lines: list[str] = field(default_factory=list)
    """About villages where nobody has to be gone to."""
    homes: list[Reply] = field(default_factory=list)
    """Messages with homes."""


async def homes_to_tell(work: Work, village_id: int, language: str) -> list[Reply]:
    """Messages with the homes of a village that no message reaches, or that there are none.

    For its head only. Raises ``RuleError``.
    """
    await access.head_of(work, village_id)
    village = await work.uow.units.get(village_id)
    if village is None:
        raise RuleError("not-found")
    meetings = await registrations.open_sessions(work, village_id)
    waiting = await _to_go_to(work, village_id, meetings)
    if waiting:
        return homes(work, language, village, waiting)
    return [Reply(await _nobody_to_tell(work, language, village))]


async def _to_go_to(
    work: Work, village_id: int, meetings: Sequence[DialogueSession]
) -> list[Household]:
    """Households that no message reaches and of whom nobody said that they know of *meetings*."""
    told = [
        await work.uow.registrations.told_households(meeting.id, village_id) for meeting in meetings
    ]
    know = set.intersection(*told) if told else set()
    return [one for one in await reach.to_tell(work, village_id) if one.id not in know]


async def _nobody_to_tell(work: Work, language: str, village: Unit) -> str:
    households = await work.uow.people.households(village.id)
    key = "notice-head-all-told" if households else "notice-head-no-list"
    return _say(work, language, key, village=village.name)


async def invitations(
    work: Work, dialogue_session: DialogueSession
) -> dict[int, tuple[Person, tuple[Reply, ...]]]:
    """Messages for every head of an invited village, in order, by id of the head."""
    told: dict[int, _Told] = {}
    for village in await notice_words.invited_villages(work, dialogue_session):
        waiting = await _to_go_to(work, village.id, [dialogue_session])
        for head in await work.uow.people.with_role(Role.VILLAGE_HEAD, [village.id]):
            one = told.setdefault(head.id, _Told(head))
            one.villages.append(village.name)
            if waiting:
                one.homes += homes(work, head.language, village, waiting)
            else:
                one.lines.append(await _nobody_to_tell(work, head.language, village))
    return {
        head_id: (one.head, await _messages(work, dialogue_session, one))
        for head_id, one in told.items()
    }


async def _messages(work: Work, dialogue_session: DialogueSession, one: _Told) -> tuple[Reply, ...]:
    language = one.head.language
    first = _say(work, language, "notice-head", villages=", ".join(one.villages))
    notice = await notice_words.notice(work, dialogue_session, language, passed_on=True)
    return (Reply("\n".join([first, *one.lines])), Reply(notice), *one.homes)


def homes(work: Work, language: str, village: Unit, waiting: Sequence[Household]) -> list[Reply]:
    """Every home to go to; those without a name are counted at the end.

    They are homes of the poor list: where servers are elsewhere, only how many there are is told.
    """
    named = [one.head_name for one in waiting if one.head_name]
    lines = [f"{place}) {name}" for place, name in enumerate(named, start=1)]
    if len(named) < len(waiting):
        unnamed = len(waiting) - len(named)
        lines.append(_say(work, language, "notice-head-unnamed", count=unnamed))
    counts = {"village": village.name, "count": len(waiting)}
    elsewhere = _say(work, language, "notice-head-homes-elsewhere", **counts)
    messages: list[Reply] = []
    for start in range(0, len(lines), _HOMES):
        key = "notice-head-homes-more" if start else "notice-head-homes"
        listed = "\n".join(lines[start : start + _HOMES])
        text = _say(work, language, key, **counts, homes=listed)
        messages.append(Reply(text, elsewhere="" if start else elsewhere))
    return messages


def _say(work: Work, language: str, key: str, **params: Any) -> str:
    return work.texts.render(language, key, params)
