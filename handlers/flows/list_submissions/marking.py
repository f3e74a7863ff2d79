"""Taking the urgent mark away from a submission, or setting it."""

from __future__ import annotations

from faq.guards import Danger
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Outcome, Say, choose, option, preceded, say
from handlers.flows.list_submissions.answering import too_late
from handlers.flows.list_submissions.showing import show
from handlers.services import urgency
from handlers.services.submission_changes import ChangedMeanwhile


def ask(turn: Turn) -> Outcome:
    """Say what follows and ask once more, or ask what kind of danger it tells of."""
    if turn.choice == "urgent":
        kinds = (option(one.value, f"inbox-danger-{one}") for one in Danger)
        return choose("urgent", "inbox-urgent-ask", *kinds)
    return choose(
        "calm",
        "inbox-calm-ask",
        option("yes", "inbox-calm-yes"),
        option("no", "inbox-calm-no"),
        code=turn.data["code"],
    )


async def calm(turn: Turn) -> Outcome:
    """Take the mark away, or leave it."""
    if turn.choice != "yes":
        return await show(turn, turn.data["id"])
    try:
        await urgency.clear(turn.work, turn.data["id"], turn.data["version"])
    except ChangedMeanwhile as late:
        return too_late(late)
    except RuleError as refused:
        told = Say(refused.key, refused.params)
        return preceded(await show(turn, turn.data["id"]), told)
    done = say("inbox-calm-done", code=turn.data["code"])
    return preceded(await show(turn, turn.data["id"]), done)


async def urgent(turn: Turn) -> Outcome:
    """Set the mark; other officials are told."""
    kind = Danger(turn.choice or "")
    try:
        await urgency.mark(turn.work, turn.data["id"], kind, turn.data["version"])
    except ChangedMeanwhile as late:
        return too_late(late)
    done = say("inbox-urgent-done", code=turn.data["code"])
    return preceded(await show(turn, turn.data["id"]), done)
