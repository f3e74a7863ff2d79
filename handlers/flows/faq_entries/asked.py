"""How households ask for an entry: adding a wording, taking one away."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Outcome, ask, ask_again, choose, option, say
from handlers.flows.faq_entries.saving import confirm, saved
from handlers.flows.faq_entries.showing import briefly
from handlers.services import faq_entries, faq_proposals, faq_wordings

_SHOWN = 4


async def show(turn: Turn) -> Outcome:
    """Some wordings, the learned ones first, and what may be done."""
    entry = (await faq_entries.view(turn.work, turn.data["id"])).entry
    known = [alias.text for alias in entry.aliases]
    lines = "\n".join(f"– {one}" for one in known[-_SHOWN:]) or turn.say("faq-asked-none")
    return choose(
        "wordings",
        "inbox-action",
        option("add", "faq-asked-add"),
        *([option("remove", "faq-asked-remove")] if known else []),
        option("back", "faq-asked-back"),
        says=(say("faq-asked-list", count=len(known), lines=lines),),
    )


async def wordings(turn: Turn) -> Outcome:
    """Ask for the new wording, or for the one to take away."""
    if turn.choice == "add":
        return ask("new_wording", "faq-asked-type")
    if turn.choice == "remove":
        entry = (await faq_entries.view(turn.work, turn.data["id"])).entry
        texts = [alias.text for alias in reversed(entry.aliases)]
        turn.data["texts"] = texts
        options = (option(f"text:{place}", label=one) for place, one in enumerate(texts))
        return choose("old_wording", "faq-asked-which", *options)
    return await briefly(turn, turn.data["id"])


async def new_wording(turn: Turn) -> Outcome:
    """Read the wording back."""
    if not turn.text.strip():
        return ask_again("faq-proposal-wrong")
    turn.data["wording"], turn.data["removes"] = turn.text.strip(), False
    return confirm("wording_sure", "faq-asked-add-sure", text=turn.data["wording"])


async def old_wording(turn: Turn) -> Outcome:
    """Read back what is to go."""
    place = int((turn.choice or "").partition(":")[2])
    wording = turn.data.pop("texts")[place]
    turn.data["wording"], turn.data["removes"] = wording, True
    return confirm("wording_sure", "faq-asked-remove-sure", text=wording)


async def wording_sure(turn: Turn) -> Outcome:
    """Save it; a wording that fits another entry better is refused, and why is said."""
    data = turn.data
    if turn.choice != "save":
        return await briefly(turn, data["id"], say("faq-not-saved"))
    if data["removes"]:
        change = faq_wordings.remove(turn.work, data["id"], data["wording"], data["revision"])
        return await saved(turn, change, say("faq-asked-removed"))
    change = faq_proposals.learn(turn.work, data["id"], data["wording"])
    return await saved(turn, change, say("faq-asked-added"))
