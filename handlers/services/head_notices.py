"""What a village head gets when a meeting is announced: words to pass on, and homes to go to.

The words to pass on stand alone in their message, and no household is named in it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, field
from typing import Any

from handlers.context import Work
from handlers.messages import Reply
from handlers.services import notice_words, reach
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


async def invitations(
    work: Work, dialogue_session: DialogueSession
) -> dict[int, tuple[Person, tuple[Reply, ...]]]:
    """Messages for every head of an invited village, in order, by id of the head."""
    told: dict[int, _Told] = {}
    for village in await notice_words.invited_villages(work, dialogue_session):
        waiting = await reach.to_tell(work, village.id)
        households = await work.uow.people.households(village.id)
        for head in await work.uow.people.with_role(Role.VILLAGE_HEAD, [village.id]):
            one = told.setdefault(head.id, _Told(head))
            one.villages.append(village.name)
            if waiting:
                one.homes += _homes(work, head.language, village, waiting)
            else:
                key = "notice-head-all-told" if households else "notice-head-no-list"
                one.lines.append(_say(work, head.language, key, village=village.name))
    return {
        head_id: (one.head, await _messages(work, dialogue_session, one))
        for head_id, one in told.items()
    }


async def _messages(work: Work, dialogue_session: DialogueSession, one: _Told) -> tuple[Reply, ...]:
    language = one.head.language
    first = _say(work, language, "notice-head", villages=", ".join(one.villages))
    notice = await notice_words.notice(work, dialogue_session, language)
    return (Reply("\n".join([first, *one.lines])), Reply(notice), *one.homes)


def _homes(work: Work, language: str, village: Unit, waiting: Sequence[Household]) -> list[Reply]:
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
        homes = "\n".join(lines[start : start + _HOMES])
        text = _say(work, language, key, **counts, homes=homes)
        messages.append(Reply(text, elsewhere="" if start else elsewhere))
    return messages


def _say(work: Work, language: str, key: str, **params: Any) -> str:
    return work.texts.render(language, key, params)
