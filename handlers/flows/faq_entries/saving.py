"""Saving a change of an entry: what was read back is kept, or it is said kindly why not."""

from __future__ import annotations

from collections.abc import Awaitable
from typing import Any

from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Outcome, Say, choose, option, say
from handlers.flows.faq_entries.showing import briefly, show
from handlers.services.faq_changes import ChangedMeanwhile, Saved


async def saved(turn: Turn, change: Awaitable[Saved], *says: Say) -> Outcome:
    """Carry out *change* and show the entry as it is now; nothing is lost when it is refused."""
    before = turn.data["id"]
    try:
        kept = await change
    except ChangedMeanwhile as late:
        turn.data.pop("typed", None)
        return choose(
            "changed",
            "inbox-action",
            option("read", "answer-stale-read"),
            option("leave", "faq-changed-leave"),
            says=(Say(late.key, late.params),),
        )
    except RuleError as refused:
        return await briefly(turn, before, Say(refused.key, refused.params))
    turn.data.pop("asked", None)
    copied = (say("faq-saved-copy"),) if kept.entry_id != before else ()
    return await briefly(turn, kept.entry_id, *says, *copied)


async def changed(turn: Turn) -> Outcome:
    """Read the newest version, or leave it."""
    if turn.choice == "read":
        return await show(turn, turn.data["id"])
    return Outcome(menu=True)


def confirm(step: str, key: str, *says: Say, again: bool = False, **params: Any) -> Outcome:
    """Read *key* back and ask whether to save it; *again*: it may also be typed anew."""
    options = [option("save", "faq-save"), option("drop", "answer-drop")]
    if again:
        options.insert(1, option("again", "answer-edit"))
    return choose(step, key, *options, says=says, **params)
