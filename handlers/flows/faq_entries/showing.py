"""One entry with everything that an official must know of it."""

from __future__ import annotations

from faq.entries import Citation, Detail, FaqEntry
from handlers.context import Turn
from handlers.flow import Outcome, Say, choose, option, say
from handlers.services import faq_audio, faq_entries, notice_words
from handlers.services.faq_entries import View
from handlers.texts import date_words
from handlers.which_entry import why
from storage.models import FaqReview

_LAWS = {"law": "faq-view-to-review-law", "law-back": "faq-view-to-review-back"}
"""What is said of a review because of a document, by the kind of its cause."""
DETAILS = ("who", "how_much", "where", "papers", "how_long", "cost", "note")
"""Kinds of details as the starter FAQ has them; each has a text."""
_ACTIONS = ("review", "words", "asked", "trust", "past", "back")
_RETIRED_ACTIONS = ("restore", "back")


async def show(turn: Turn, entry_id: str) -> Outcome:
    """The whole of an entry, as it is told in the official's commune, and what may be done."""
    view = await _opened(turn, entry_id)
    facts = [
        _head(turn, view),
        *answer(turn, view.entry),
        *_why(turn, view.entry),
        cited(turn, view.entry),
        await _state(turn, view),
    ]
    return _ask_act(view, *facts)


async def briefly(turn: Turn, entry_id: str, *says: Say) -> Outcome:
    """After *says*: an entry that was read just now, with its state only."""
    view = await _opened(turn, entry_id)
    question = say("faq-view-question", question=view.entry.question, number=view.record.revision)
    return _ask_act(view, *says, question, await _state(turn, view))


async def _opened(turn: Turn, entry_id: str) -> View:
    view = await faq_entries.view(turn.work, await faq_entries.nearest(turn.work, entry_id))
    turn.data |= {"id": view.record.id, "revision": view.record.revision}
    return view


def _ask_act(view: View, *says: Say) -> Outcome:
    names = _ACTIONS if view.record.retired is None else _RETIRED_ACTIONS
    return choose("act", "faq-action", *(option(one, f"faq-do-{one}") for one in names), says=says)


def _head(turn: Turn, view: View) -> Say:
    topic = notice_words.topic_name(turn.work, turn.person.language, view.record.topic)
    return say(
        "faq-view-head",
        question=view.entry.question,
        topic=topic,
        number=view.record.revision,
        id=view.record.id,
    )


def answer(turn: Turn, entry: FaqEntry) -> list[Say]:
    """Short answer, details, how to get it."""
    says = [say("faq-view-short", text=entry.answer.short)]
    details = "\n".join(_detail(turn, one) for one in entry.answer.details)
    if details:
        says.append(say("faq-view-details", details=details))
    if entry.answer.how_to_get:
        says.append(say("faq-view-how", text=entry.answer.how_to_get))
    return says


def _detail(turn: Turn, detail: Detail) -> str:
    if detail.kind not in DETAILS:
        return f"– {detail.text}"
    return f"– {turn.say(f'faq-detail-{detail.kind}')}: {detail.text}"


def _why(turn: Turn, entry: FaqEntry) -> list[Say]:
    """Why the search found it: the nearest wording, and the words in common."""
    if turn.data.get("asked", entry.id) == entry.id:
        return []
    return [why(turn.data["asked"], entry)]


def cited(turn: Turn, entry: FaqEntry) -> Say:
    """What an entry rests on."""
    named = "; ".join(_cited(turn, one) for one in entry.citations)
    return say("faq-view-basis", cited=named) if named else say("faq-view-no-basis")


def _cited(turn: Turn, citation: Citation) -> str:
    number = citation.number or citation.document_id
    if citation.is_recalled:
        number = turn.say("faq-view-recalled", {"document": number})
    named = ", ".join(filter(None, (number, citation.article)))
    if citation.in_force(turn.work.today):
        return named
    return turn.say("faq-view-ended", {"document": named})


async def _state(turn: Turn, view: View) -> Say:
    """Review, last day, place, wordings, recording."""
    record, entry = view.record, view.entry
    says = [await _review(turn, view)]
    if record.retired is not None:
        says.append(say("faq-view-retired"))
    if record.valid_from is not None and entry.is_ahead(turn.work.today):
        says.append(say("faq-view-ahead", day=date_words(record.valid_from)))
    if entry.last_day is not None:
        says.append(say("faq-view-last-day", day=date_words(entry.last_day)))
    if record.unit_id is not None:
        place = await turn.work.uow.units.get(record.unit_id)
        says.append(say("faq-view-own", place=place.name if place else ""))
    elif view.copies:
        says.append(say("faq-view-copies"))
    else:
        says.append(say("faq-view-shared"))
    says.append(say("faq-view-asked", count=len(entry.aliases)))
    if await faq_audio.recorded(turn.work.uow, record) is not None:
        says.append(say("faq-view-audio"))
    return say("faq-view-state", lines="\n".join(turn.say(one.key, one.params) for one in says))


async def _review(turn: Turn, view: View) -> Say:
    record = view.record
    if record.review is FaqReview.REVIEWED and record.reviewed_on is not None:
        return say(
            "faq-view-reviewed",
            name=record.reviewed_by or record.id,
            day=date_words(record.reviewed_on),
        )
    kind, _, document_id = (record.review_cause or "").partition(":")
    if record.review is FaqReview.TO_REVIEW and kind in _LAWS:
        row = await turn.work.uow.legal.get(document_id)
        return say(_LAWS[kind], document=(row.number if row else None) or document_id)
    return say(f"faq-view-{record.review.value}")
