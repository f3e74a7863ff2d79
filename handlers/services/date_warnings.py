"""What is odd about the date of a dialogue session. Warnings never stop an official."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import Any

from handlers.context import Work
from handlers.texts import local, moment_words
from storage.models import DialogueSession, SessionState

NOTICE_RULE = "Luật Tổ chức chính quyền địa phương 72/2025/QH15, Điều 43"
"""Where the 7 days' notice comes from."""


@dataclass(frozen=True, slots=True)
class Caution:
    """Something an official must confirm: text key and its params."""

    key: str
    params: Mapping[str, Any] = field(default_factory=dict)


async def of_session(work: Work, dialogue_session: DialogueSession) -> list[Caution]:
    """What to confirm about the date of a dialogue session, see :func:`of_date`."""
    if dialogue_session.starts_at is None:
        return []
    return await of_date(
        work,
        dialogue_session.unit_id,
        dialogue_session.starts_at,
        but_not=dialogue_session.id,
    )


async def of_date(
    work: Work,
    commune_id: int,
    starts_at: datetime,
    *,
    but_not: int | None = None,
) -> list[Caution]:
    """What an official must confirm: a past date, too short a notice, a clash with another one."""
    found: list[Caution] = []
    day = local(starts_at).date()
    if starts_at <= work.now:
        found.append(Caution("session-warn-past", {"moment": moment_words(starts_at)}))
    elif (day - work.today).days < work.rules.announce_days:
        found.append(
            Caution(
                "session-warn-notice",
                {
                    "left": (day - work.today).days,
                    "days": work.rules.announce_days,
                    "rule": NOTICE_RULE,
                },
            )
        )
    found += await _clashes(work, commune_id, starts_at, but_not)
    return found


async def _clashes(
    work: Work, commune_id: int, starts_at: datetime, but_not: int | None
) -> list[Caution]:
    day = local(starts_at).date()
    return [
        Caution("session-warn-clash", {"moment": moment_words(other.starts_at)})
        for other in await work.uow.dialogue_sessions.of_commune(commune_id)
        if other.id != but_not
        and other.starts_at is not None
        and other.state is not SessionState.CANCELLED
        and local(other.starts_at).date() == day
    ]
