"""Officials look after the register of legal documents: what ended, and what rests on it."""

from __future__ import annotations

from handlers import official_words
from handlers.context import Turn
from handlers.flow import OFFICIALS, Flow, Outcome, choose, done, go, option
from handlers.flows.legal_documents import adding, ending, showing
from handlers.services import legal_documents
from handlers.which_document import WhichDocument, options

flow = Flow(
    "legal_documents",
    roles=OFFICIALS,
    triggers=(
        "van ban",
        "van ban phap luat",
        "van ban het hieu luc",
        "bao van ban het hieu luc",
        "so van ban",
        "luat het hieu luc",
        "nghi dinh het hieu luc",
    ),
    phrases=(official_words.LAW,),
    interruptible=False,
)

_WAYS = ("search", "ending", "ended", "add")
_NEW = "new"


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Ask which documents; or find the one whose number was typed."""
    named = official_words.read(turn.text) if turn.data.pop("meant", None) else None
    if named is not None:
        return await search.find(turn, named.about)
    return choose("way", "law-ask", *(option(way, f"law-way-{way}") for way in _WAYS))


async def _found(turn: Turn) -> Outcome:
    return await showing.show(turn, turn.data["document"])


async def _replaced(turn: Turn) -> Outcome:
    if turn.data["replacing"] == _NEW:
        turn.data.pop("replacing")
        turn.data["adds_for"] = turn.data["document"]
        return adding.ask_kind()
    return await ending.ask_day(turn)


search = WhichDocument(flow, _found)
replacing = WhichDocument(
    flow,
    _replaced,
    name="replacing",
    question="law-ask-replacing",
    others=(option(_NEW, "law-replacing-new"),),
)


@flow.step
async def way(turn: Turn) -> Outcome:
    """Search, list by their end, or write down a new one."""
    if turn.choice == "search":
        return search.start()
    if turn.choice == "add":
        return adding.ask_kind()
    today = turn.work.today
    every = [row for row in await legal_documents.listed(turn.work) if row.effective_to is not None]
    over = turn.choice == "ended"
    found = [row for row in every if row.effective_to and (row.effective_to < today) is over]
    if not found:
        return done("law-none")
    found.sort(key=lambda row: row.effective_to or today, reverse=over)
    return choose("open_one", "law-which", *options(turn, found), count=len(found))


@flow.step
async def open_one(turn: Turn) -> Outcome:
    """One document of a list."""
    return await showing.show(turn, turn.choice or "")


@flow.step
async def act(turn: Turn) -> Outcome:
    """Begin what was chosen for the document that is open."""
    turn.data.pop("replacing", None)
    match turn.choice:
        case "replaced":
            return replacing.start()
        case "ended":
            return await ending.ask_day(turn)
        case "take_back":
            return ending.ask_take_back(turn)
        case "related":
            return await showing.related(turn)
    return search.start()


@flow.step
async def open_related(turn: Turn) -> Outcome:
    """An entry or a submission that rests on the document."""
    kind, _, name = (turn.choice or "").partition(":")
    if kind == "entry":
        return go("faq_entries", open=name)
    if kind == "submission":
        return go("list_submissions", open=int(name))
    return await showing.show(turn, turn.data["document"])


@flow.step
async def add_sure(turn: Turn) -> Outcome:
    """Keep the new document; go on with what it was written down for."""
    kept = await adding.save(turn)
    if isinstance(kept, Outcome):
        return kept
    replaced = turn.data.pop("adds_for", None)
    if replaced is None:
        return await showing.show(turn, kept)
    turn.data |= {"document": replaced, "replacing": kept}
    return await ending.ask_day(turn)


for _step in (
    *(adding.kind, adding.number, adding.title, adding.first_day),
    *(ending.day, ending.end_sure, ending.take_back),
):
    flow.step(_step)
