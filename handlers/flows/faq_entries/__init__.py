"""Officials look after the FAQ: find an entry, read it, change it, stand behind it."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import OFFICIALS, Flow, Outcome, choose, go, option, say
from handlers.flows.faq_entries import (
    asked,
    basis,
    finding,
    past,
    reviewing,
    saving,
    showing,
    trust,
    words,
)
from handlers.parsing import key
from handlers.services import faq_entries, faq_expiry, faq_proposals
from handlers.services.faq_entries import Line
from handlers.which_document import WhichDocument
from handlers.which_entry import WhichEntry
from storage.models import FaqReview

_DUE_WORDS = frozenset({"cau can ra soat", "ra soat cau hoi", "cau sap het han"})
_UNREVIEWED_WORDS = frozenset({"cau chua ra soat"})

flow = Flow(
    "faq_entries",
    roles=OFFICIALS,
    triggers=(
        "bo cau hoi",
        "bo cau hoi chinh sach",
        "cau hoi chinh sach",
        "cau hoi thuong gap",
        "sua cau hoi",
        *("sua bo cau hoi", "sua cau mau", "sua cau tra loi mau"),
        "sua cau tra loi trong bo cau hoi",
        *sorted(_DUE_WORDS),
        *sorted(_UNREVIEWED_WORDS),
    ),
    interruptible=False,
    draft=("typed",),
    draft_waits=True,
)


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Ask what for; or show the entry in ``open``, or what is due when those words were typed."""
    if "open" in turn.data:
        return await showing.show(turn, turn.data.pop("open"))
    if key(turn.text) in _DUE_WORDS:
        return await finding.due(turn)
    if key(turn.text) in _UNREVIEWED_WORDS:
        return await finding.unreviewed(turn)
    return await _ask(turn)


async def _ask(turn: Turn) -> Outcome:
    due, waiting = await faq_expiry.due(turn.work), await faq_proposals.count_waiting(turn.work)
    everything = await faq_entries.count(turn.work)
    unread = await faq_entries.count(turn.work, reviews=finding.UNREVIEWED)
    done = await faq_entries.count(turn.work, reviews=(FaqReview.REVIEWED,))
    return choose(
        "way",
        "faq-desk-ask",
        option("search", "faq-desk-search"),
        option("topic", "faq-desk-topic"),
        option("due", "faq-desk-due", count=len(due)),
        option("proposals", "faq-desk-proposals", count=waiting),
        option("laws", "faq-desk-laws"),
        option("new", "faq-desk-new"),
        option("export", "faq-desk-export"),
        option("import", "faq-desk-import"),
        option("unreviewed", "faq-desk-unreviewed", count=unread - sum(map(_is_unread, due))),
        says=(say("faq-desk-progress", done=done, count=everything, left=unread),),
    )


def _is_unread(line: Line) -> bool:
    return line.record.review is FaqReview.UNREVIEWED


async def _found(turn: Turn) -> Outcome:
    turn.data["list"] = {"by": "search"}
    return await showing.show(turn, turn.data.pop("entry"))


search = WhichEntry(flow, _found)
law = WhichDocument(flow, basis.named, name="law")
instead = WhichDocument(flow, reviewing.named, name="instead", question="faq-review-law-which")


@flow.step
async def way(turn: Turn) -> Outcome:
    """Search, list, or go where the rest of the FAQ is looked after."""
    match turn.choice:
        case "search":
            return search.start()
        case "topic":
            return await finding.ask_topic(turn)
        case "due":
            return await finding.due(turn)
        case "unreviewed":
            return await finding.unreviewed(turn)
        case "proposals":
            return go("faq_proposals")
        case "laws":
            return go("legal_documents")
        case "export" | "import":
            return go(f"faq_{turn.choice}")
    return go("faq_new")


@flow.step
async def law_ended(turn: Turn) -> Outcome:
    """What holds instead of an ended document."""
    if turn.choice == reviewing.OTHER:
        return instead.start()
    return await reviewing.answered(turn)


@flow.step
async def basis_way(turn: Turn) -> Outcome:
    """What to do with the documents that an entry rests on."""
    return await basis.way(turn, law)


@flow.step
async def act(turn: Turn) -> Outcome:
    """Begin what was chosen for the entry that is open."""
    match turn.choice:
        case "review":
            return await trust.ask_review(turn)
        case "words":
            return words.ask_part()
        case "asked":
            return await asked.show(turn)
        case "trust":
            return await trust.ask_state(turn)
        case "past":
            return await past.show(turn)
        case "restore":
            return await trust.restore(turn)
    return await finding.again(turn) or search.start()


for _step in (
    *(finding.by_topic, finding.open_one),
    *(words.part, words.detail, words.text, words.sure),
    *(basis.basis_article, basis.basis_sure),
    *(asked.wordings, asked.new_wording, asked.old_wording, asked.wording_sure),
    reviewing.without_sure,
    *(trust.review_sure, trust.state, trust.state_sure, trust.first_day, trust.last_day),
    *(trust.days_sure, trust.place, trust.voice, trust.voice_sure),
    *(past.version, past.roll_back),
    saving.changed,
):
    flow.step(_step)
