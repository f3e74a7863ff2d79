"""Marking the end of a document, after a look at what it means; taking the mark back."""

from __future__ import annotations

from datetime import date, timedelta

from handlers.asking_dates import hear_day
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Outcome, Say, ask, ask_again, choose, option, say
from handlers.flows.legal_documents.showing import show
from handlers.services import faq_entries, law_facts, legal_documents
from handlers.texts import date_words

_NAMED = 6


async def ask_day(turn: Turn) -> Outcome:
    """The last day; the eve of what replaces it is offered."""
    row = await legal_documents.view(turn.work, turn.data["document"])
    options = []
    if turn.data.get("replacing"):
        other = await legal_documents.view(turn.work, turn.data["replacing"])
        if other.id == row.id:
            return await show(turn, row.id, say("law-replaces-itself"))
        if other.effective_from is not None:
            eve = other.effective_from - timedelta(days=1)
            options.append(option(eve.isoformat(), label=date_words(eve)))
    return ask("day", "law-ask-day", *options, number=row.number or row.id)


async def day(turn: Turn) -> Outcome:
    """Show what the end means, and ask whether to save it."""
    heard = date.fromisoformat(turn.choice) if turn.choice else hear_day(turn)
    if isinstance(heard, Outcome):
        return heard
    try:
        preview = await legal_documents.preview(turn.work, turn.data["document"], heard)
    except RuleError as refused:
        return ask_again(refused.key, **refused.params)
    turn.data["day"] = heard.isoformat()
    row = await legal_documents.view(turn.work, turn.data["document"])
    replacing = turn.data.get("replacing")
    facts = await law_facts.end_of(turn.work, row, heard, replacing, preview)
    lines = "\n".join(turn.say(one.key, one.params) for one in facts)
    return choose(
        "end_sure",
        "law-end-sure",
        option("save", "faq-save"),
        option("drop", "answer-drop"),
        says=(say("law-view", lines=lines),),
    )


async def end_sure(turn: Turn) -> Outcome:
    """Save the end."""
    data = turn.data
    if turn.choice != "save":
        return await show(turn, data["document"], say("faq-not-saved"))
    try:
        ended = await legal_documents.mark_ended(
            turn.work,
            data["document"],
            date.fromisoformat(data["day"]),
            replaced_by=data.get("replacing"),
        )
    except RuleError as refused:
        return await show(turn, data["document"], Say(refused.key, refused.params))
    key = "law-ended-now" if ended.now else "law-ended"
    return await show(turn, ended.document_id, say(key, count=len(ended.now)))


def ask_take_back(_turn: Turn) -> Outcome:
    """Whether the mark was wrong."""
    return choose(
        "take_back",
        "law-take-back-ask",
        option("save", "law-take-back-yes"),
        option("drop", "answer-drop"),
    )


async def take_back(turn: Turn) -> Outcome:
    """The document is in force as before, and so are the entries."""
    document_id = turn.data["document"]
    if turn.choice != "save":
        return await show(turn, document_id, say("faq-not-saved"))
    try:
        back = await legal_documents.take_back(turn.work, document_id)
    except RuleError as refused:
        return await show(turn, document_id, Say(refused.key, refused.params))
    says = [say("law-taken-back", count=len(back.again))]
    moved = await faq_entries.of_ids(turn.work, back.moved)
    if moved:
        lines = "\n".join(f"– {line.entry.question}" for line in moved[:_NAMED])
        says.append(say("law-taken-back-moved", count=len(moved), lines=lines))
    return await show(turn, document_id, *says)
