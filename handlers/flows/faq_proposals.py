"""Officials decide one by one what the FAQ learns from how households asked."""

from __future__ import annotations

from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import (
    OFFICIALS,
    Flow,
    Outcome,
    Say,
    ask,
    ask_again,
    choose,
    done,
    go,
    option,
    preceded,
    say,
)
from handlers.services import faq_entries, faq_proposals
from handlers.which_entry import WhichEntry, why
from storage.models import FaqProposal

flow = Flow(
    "faq_proposals",
    roles=OFFICIALS,
    triggers=("cach hoi moi", "cach hoi cho duyet", "de nghi cho duyet", "duyet cach hoi"),
    interruptible=False,
)

_LISTED = 50


@flow.entry
async def start(turn: Turn) -> Outcome:
    """The first that waits and was not put off in this talk."""
    return await _next(turn)


async def _next(turn: Turn, *says: Say) -> Outcome:
    later = turn.data.setdefault("later", [])
    for name in ("entry", "text", "asked"):
        turn.data.pop(name, None)
    waiting = await faq_proposals.waiting(turn.work, limit=_LISTED)
    found = next((one for one in waiting if one.id not in later), None)
    if found is None:
        ended = say("faq-proposals-later", count=len(later)) if later else say("faq-proposals-none")
        return done(*says, ended, menu=True)
    left = await faq_proposals.count_waiting(turn.work) - len(later)
    return preceded(await _show(turn, found), *says, say("faq-proposals-left", count=left))


async def _show(turn: Turn, found: FaqProposal) -> Outcome:
    """The words, how often they came, the entry they may mean and why."""
    turn.data["id"] = found.id
    source = turn.say(f"faq-proposal-{found.source.value}")
    says = [say("faq-proposal-text", text=found.text, source=source, count=found.times)]
    entry_id = turn.data.get("entry") or found.entry_id
    actions = ["other", "new", "reject", "later"]
    if entry_id is not None:
        view = await faq_entries.view(turn.work, await faq_entries.nearest(turn.work, entry_id))
        turn.data["entry"] = view.record.id
        text = say("faq-proposal-entry", question=view.entry.question, text=view.entry.answer.short)
        says += [text, why(found.text, view.entry)]
        actions = ["approve", "reword", *actions]
    elif found.answer:
        says.append(say("faq-proposal-answered", text=found.answer))
    return choose(
        "act",
        "faq-proposal-ask",
        *(option(one, f"faq-proposal-do-{one}") for one in actions),
        says=tuple(says),
    )


async def _again(turn: Turn, *says: Say) -> Outcome:
    """The same proposal once more; the next when somebody else decided it."""
    try:
        found = await faq_proposals.view(turn.work, turn.data["id"])
    except RuleError as refused:
        return await _next(turn, Say(refused.key, refused.params))
    return preceded(await _show(turn, found), *says)


async def _chosen(turn: Turn) -> Outcome:
    return await _again(turn)


other = WhichEntry(flow, _chosen)


@flow.step
async def act(turn: Turn) -> Outcome:
    """Learn it, change it first, or not."""
    match turn.choice:
        case "approve":
            return await _approve(turn, None)
        case "other":
            return other.start()
        case "new":
            return go("faq_new", proposal=turn.data["id"])
        case "reword":
            return ask("reworded", "faq-proposal-reword")
        case "reject":
            return await _reject(turn)
    turn.data["later"].append(turn.data["id"])
    return await _next(turn)


@flow.step
async def reworded(turn: Turn) -> Outcome:
    """Better words, read back."""
    text = turn.text.strip()
    if not text:
        return ask_again("faq-proposal-wrong")
    turn.data["text"] = text
    return choose(
        "sure",
        "faq-asked-add-sure",
        option("save", "faq-save"),
        option("drop", "answer-drop"),
        text=text,
    )


@flow.step
async def sure(turn: Turn) -> Outcome:
    """Save the better words."""
    if turn.choice != "save":
        return await _again(turn, say("faq-not-saved"))
    return await _approve(turn, turn.data["text"])


async def _approve(turn: Turn, text: str | None) -> Outcome:
    data = turn.data
    try:
        await faq_proposals.approve(turn.work, data["id"], entry_id=data["entry"], text=text)
    except RuleError as refused:
        return await _again(turn, Say(refused.key, refused.params))
    return await _next(turn, say("faq-asked-added"))


async def _reject(turn: Turn) -> Outcome:
    try:
        await faq_proposals.reject(turn.work, turn.data["id"])
    except RuleError as refused:
        return await _again(turn, Say(refused.key, refused.params))
    return await _next(turn, say("faq-proposal-rejected"))
