"""Before an official stands behind an entry: ended documents first, then what is unsure."""

from __future__ import annotations

from faq.entries import FaqEntry, LegalDocument
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Option, Outcome, Say, choose, option, say
from handlers.flows.faq_entries.showing import briefly
from handlers.services import faq_ended, faq_entries, faq_facts
from handlers.texts import date_words

OTHER = "other"
_WITHOUT = "without"
_LATER = "later"
_IS = "is:"


async def next_question(turn: Turn, *says: Say) -> Outcome:
    """Ask about the next ended document; when none is left, whether the answer may be used."""
    entry = (await faq_entries.view(turn.work, turn.data["id"])).entry
    for document in faq_ended.ended(entry, turn.work.today):
        if document.id not in turn.data["settled"]:
            turn.data["ended"] = document.id
            return await _ask_instead(turn, document, *says)
    return await _ask_sure(turn, entry)


async def _ask_instead(turn: Turn, document: LegalDocument, *says: Say) -> Outcome:
    register = await faq_entries.documents(turn.work)
    end = document.effective_to
    return choose(
        "law_ended",
        "faq-review-law-now",
        *_replacing(turn, document, register),
        option(OTHER, "faq-review-law-other"),
        option(_WITHOUT, "faq-review-law-without"),
        option(_LATER, "faq-review-law-later"),
        says=(
            *says,
            say(
                "faq-review-law-ended",
                document=document.number or document.id,
                day=date_words(end) if end else "",
            ),
        ),
    )


def _replacing(
    turn: Turn, document: LegalDocument, register: dict[str, LegalDocument]
) -> list[Option]:
    """At most three documents of the register that took its place and are in force."""
    found = [register[one] for one in document.replaced_by if one in register]
    return [
        option(f"{_IS}{one.id}", label=one.number or one.id)
        for one in found
        if one.in_force(turn.work.today)
    ][:3]


async def answered(turn: Turn) -> Outcome:
    """A document, none at all after second thoughts, or not known yet."""
    choice = turn.choice or ""
    if choice.startswith(_IS):
        return await _settled(turn, choice.removeprefix(_IS))
    if choice == _WITHOUT:
        return choose(
            "without_sure",
            "faq-review-law-sure",
            option("sure", "faq-review-law-sure-yes"),
            option("later", "faq-review-law-later"),
            document=await _number(turn, turn.data["ended"]),
        )
    return await _left(turn)


async def named(turn: Turn) -> Outcome:
    """The document that was found by number or title."""
    return await _settled(turn, turn.data.pop("instead"))


async def without_sure(turn: Turn) -> Outcome:
    """The official knows that no document takes the place, or lets the entry wait."""
    if turn.choice != "sure":
        return await _left(turn)
    return await _settled(turn, None)


async def _settled(turn: Turn, document_id: str | None) -> Outcome:
    if document_id is not None:
        register = await faq_entries.documents(turn.work)
        try:
            faq_ended.refuse_not_in_force(register.get(document_id), document_id, turn.work.today)
        except RuleError as refused:
            return await next_question(turn, Say(refused.key, refused.params))
    turn.data["settled"] = {**turn.data["settled"], turn.data.pop("ended"): document_id}
    return await next_question(turn)


async def _left(turn: Turn) -> Outcome:
    turn.data.pop("settled", None)
    turn.data.pop("ended", None)
    return await briefly(turn, turn.data["id"], say("faq-not-saved"))


async def _ask_sure(turn: Turn, entry: FaqEntry) -> Outcome:
    unsure = [
        *[await _told(turn, *pair) for pair in turn.data["settled"].items()],
        *faq_facts.unsure(turn.work, turn.person.language, entry),
    ]
    lines = "\n".join(f"– {one}" for one in unsure)
    says = (say("faq-review-unsure", lines=lines),) if lines else ()
    return choose(
        "review_sure",
        "faq-review-ask",
        option("save", "faq-review-yes"),
        option("drop", "faq-review-no"),
        says=says,
        name=turn.person.display_name or turn.say("inbox-no-name"),
        day=date_words(turn.work.today),
        question=entry.question,
    )


async def _told(turn: Turn, ended: str, now: str | None) -> str:
    document = await _number(turn, ended)
    if now is None:
        return turn.say("faq-review-law-dropped", {"document": document})
    params = {"document": document, "now": await _number(turn, now)}
    return turn.say("faq-review-law-settled", params)


async def _number(turn: Turn, document_id: str) -> str:
    row = await turn.work.uow.legal.get(document_id)
    return (row.number if row else None) or document_id
