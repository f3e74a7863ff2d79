"""What an official sees of a group of duplicates, and the way out of it."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Option, Say, option, say
from handlers.services import codes, ungrouping
from storage.models import Submission

_LISTED = 12


def offered(found: Submission) -> list[Option]:
    """Taking a duplicate out; nothing for others."""
    return [option("apart", "inbox-do-apart")] if ungrouping.may(found) else []


async def told(turn: Turn, found: Submission) -> list[Say]:
    """Whom it shares its answer with, by code."""
    says = []
    group = await turn.work.uow.submissions.group(found.id)
    if group:
        listed = ", ".join(codes.shown(one.code) for one in group[:_LISTED])
        listed += "…" if len(group) > _LISTED else ""
        says.append(say("inbox-group", count=len(group), codes=listed))
    first = await turn.work.uow.submissions.get(found.group_id) if found.group_id else None
    if first is not None:
        says.append(say("inbox-same-as", code=codes.shown(first.code)))
    return says
