"""Changing what an entry rests on: a document more, another one instead, or none."""

from __future__ import annotations

from typing import Any

from faq.entries import FaqEntry
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Outcome, Say, ask, ask_again, choose, option, preceded, say
from handlers.flows.faq_entries.saving import confirm, saved
from handlers.flows.faq_entries.showing import briefly, cited
from handlers.parsing import key
from handlers.services import faq_changes, faq_ended, faq_entries
from handlers.which_document import WhichDocument

MORE, INSTEAD, NONE = "more", "instead", "none"
_LONGEST_ARTICLE = 200
_NO_ARTICLE = frozenset({"khong", "khong co", "bo qua", "ca van ban"})


async def ask_way(turn: Turn) -> Outcome:
    """Show what it rests on now, and ask what to do with that."""
    entry = await _entry(turn)
    ways = (MORE, INSTEAD, NONE) if entry.citations else (MORE,)
    return choose(
        "basis_way",
        "faq-basis-ask",
        *(option(one, f"faq-basis-{one}") for one in ways),
        option("keep", "faq-basis-keep"),
        says=(cited(turn, entry),),
    )


async def way(turn: Turn, law: WhichDocument) -> Outcome:
    """On to the document; none is said in so many words and read back."""
    turn.data["basis_way"] = turn.choice
    if turn.choice == NONE:
        turn.data["law"] = None
        return confirm("basis_sure", "faq-basis-none-sure")
    if turn.choice == "keep":
        return await briefly(turn, turn.data["id"], say("faq-not-saved"))
    return law.start()


async def named(turn: Turn) -> Outcome:
    """The document that was found; one that is over bears nothing."""
    register = await faq_entries.documents(turn.work)
    law = turn.data["law"]
    try:
        faq_ended.refuse_not_in_force(register.get(law), law, turn.work.today)
    except RuleError as refused:
        return preceded(await ask_way(turn), Say(refused.key, refused.params))
    return ask("basis_article", "faq-basis-article", option("whole", "faq-basis-whole"))


async def basis_article(turn: Turn) -> Outcome:
    """The article, or the whole document; then all is read back."""
    typed = turn.text.strip()
    if turn.choice is None and len(typed) > _LONGEST_ARTICLE:
        return ask_again("session-text-too-long", most=_LONGEST_ARTICLE)
    whole = turn.choice == "whole" or key(typed) in _NO_ARTICLE
    turn.data["article"] = None if whole else typed
    number = (await _number(turn)) or turn.data["law"]
    told = ", ".join(filter(None, (number, turn.data["article"])))
    return confirm("basis_sure", f"faq-basis-{turn.data['basis_way']}-sure", basis=told)


async def basis_sure(turn: Turn) -> Outcome:
    """Save it, or leave the entry as it is."""
    if turn.choice != "save":
        return await briefly(turn, turn.data["id"], say("faq-not-saved"))
    view = await faq_entries.view(turn.work, turn.data["id"])
    content = _with(turn, view.revisions[0].content)
    change = faq_changes.edit(turn.work, turn.data["id"], content, turn.data["revision"])
    return await saved(turn, change, say("faq-saved"))


def _with(turn: Turn, content: Any) -> dict[str, Any]:
    """*content* with the basis that was agreed on."""
    kept = list(content.get("cites", ())) if turn.data["basis_way"] == MORE else []
    law = turn.data["law"]
    if law is not None:
        found = {"document": law, "article": turn.data["article"]}
        kept.append({name: value for name, value in found.items() if value})
    made = {**content, "cites": kept}
    return made if kept else {name: made[name] for name in made if name != "cites"}


async def _entry(turn: Turn) -> FaqEntry:
    return (await faq_entries.view(turn.work, turn.data["id"])).entry


async def _number(turn: Turn) -> str | None:
    row = await turn.work.uow.legal.get(turn.data["law"])
    return row.number if row else None
