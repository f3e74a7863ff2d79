"""Changing the words of an entry, part by part."""

from __future__ import annotations

from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Outcome, Say, ask, ask_again, choose, option, say
from handlers.flows.faq_entries import basis
from handlers.flows.faq_entries.saving import confirm, saved
from handlers.flows.faq_entries.showing import briefly, cited
from handlers.services import faq_changes, faq_entries, faq_parts
from handlers.services.faq_entries import View
from handlers.services.faq_facts import DETAILS
from handlers.services.faq_parts import MAY_GO

_PARTS = ("short", "details", "how", "question", "basis")


def ask_part() -> Outcome:
    """Ask which part."""
    return choose("part", "faq-part-ask", *(option(one, f"faq-part-{one}") for one in _PARTS))


async def part(turn: Turn) -> Outcome:
    """The part to change; of details also which."""
    if turn.choice == "basis":
        return await basis.ask_way(turn)
    if turn.choice == "details":
        return choose(
            "detail", "faq-detail-ask", *(option(kind, f"faq-detail-{kind}") for kind in DETAILS)
        )
    return await _ask_text(turn, turn.choice or "short")


async def detail(turn: Turn) -> Outcome:
    """The kind of detail to change."""
    return await _ask_text(turn, f"details.{turn.choice}")


async def _ask_text(turn: Turn, part_: str) -> Outcome:
    """Show the present words and ask for new ones."""
    turn.data["part"] = part_
    now = faq_parts.now((await _view(turn)).revisions[0].content, part_)
    says = (say("faq-part-now", text=now),) if now else (say("faq-part-empty"),)
    drop = (option("empty", "faq-part-drop"),) if now and part_ in MAY_GO else ()
    return ask("text", "faq-part-type", *drop, says=says)


async def text(turn: Turn) -> Outcome:
    """The new words, read back with what is hard to read in them."""
    typed = None if turn.choice == "empty" else turn.text.strip()
    most = faq_parts.longest(turn.data["part"])
    if typed is not None and not 0 < len(typed) <= most:
        return ask_again("faq-text-wrong", most=most)
    view = await _view(turn)
    content = faq_parts.put(view.revisions[0].content, turn.data["part"], typed)
    try:
        found = await faq_changes.advice(
            turn.work, view.record.id, view.record.topic, content, view.entry
        )
    except RuleError as refused:
        return ask_again(refused.key, **refused.params)
    turn.data |= {"text": typed, "typed": typed is not None}
    rules = dict.fromkeys(one.rule for one in found)
    advice = [say(f"faq-advice-{rule}") for rule in rules]
    if typed is None:
        return confirm("sure", "faq-part-drop-sure")
    told = (*_advised(turn, advice), cited(turn, view.entry))
    return confirm("sure", "faq-part-read-back", *told, again=True, text=typed)


def _advised(turn: Turn, advice: list[Say]) -> tuple[Say, ...]:
    if not advice:
        return ()
    lines = "\n".join(f"– {turn.say(one.key)}" for one in advice)
    return (say("faq-advice", lines=lines),)


async def sure(turn: Turn) -> Outcome:
    """Save it, type it anew, or leave the entry as it is."""
    if turn.choice == "again":
        return await _ask_text(turn, turn.data["part"])
    if turn.choice != "save":
        return await briefly(turn, turn.data["id"], say("faq-not-saved"))
    content = faq_parts.put(
        (await _view(turn)).revisions[0].content, turn.data["part"], turn.data["text"]
    )
    change = faq_changes.edit(turn.work, turn.data["id"], content, turn.data["revision"])
    return await saved(turn, change, say("faq-saved"))


async def _view(turn: Turn) -> View:
    return await faq_entries.view(turn.work, turn.data["id"])
