"""One entry in words: its answer, what it rests on, and how far it may be told."""

from __future__ import annotations

from typing import Any

from faq.entries import Citation, Detail, FaqEntry
from handlers.context import Work
from handlers.flow import Say, say
from handlers.services import faq_audio, notice_words
from handlers.services.faq_entries import View
from handlers.texts import date_words
from storage.models import FaqReview

_LAWS = {"law": "faq-view-to-review-law", "law-back": "faq-view-to-review-back"}
"""What is said of a review because of a document, by the kind of its cause."""
DETAILS = ("who", "how_much", "where", "papers", "how_long", "cost", "note")
"""Kinds of details as the starter FAQ has them; each has a text."""


async def everything(work: Work, language: str, view: View, *between: Say) -> list[Say]:
    """The whole of an entry; *between* the answer and what it rests on."""
    return [
        _head(work, language, view),
        *answer(work, language, view.entry),
        *between,
        cited(work, language, view.entry),
        await state(work, language, view),
    ]


def _head(work: Work, language: str, view: View) -> Say:
    return say(
        "faq-view-head",
        question=view.entry.question,
        topic=notice_words.topic_name(work, language, view.record.topic),
        number=view.record.revision,
        id=view.record.id,
    )


def answer(work: Work, language: str, entry: FaqEntry) -> list[Say]:
    """Short answer, details, how to get it."""
    says = [say("faq-view-short", text=entry.answer.short)]
    details = "\n".join(_detail(work, language, one) for one in entry.answer.details)
    if details:
        says.append(say("faq-view-details", details=details))
    if entry.answer.how_to_get:
        says.append(say("faq-view-how", text=entry.answer.how_to_get))
    return says


def _detail(work: Work, language: str, detail: Detail) -> str:
    if detail.kind not in DETAILS:
        return f"– {detail.text}"
    return f"– {_words(work, language, f'faq-detail-{detail.kind}')}: {detail.text}"


def cited(work: Work, language: str, entry: FaqEntry) -> Say:
    """What an entry rests on."""
    named = "; ".join(_cited(work, language, one) for one in entry.citations)
    return say("faq-view-basis", cited=named) if named else say("faq-view-no-basis")


def _cited(work: Work, language: str, citation: Citation) -> str:
    number = citation.number or citation.document_id
    if citation.is_recalled:
        number = _words(work, language, "faq-view-recalled", document=number)
    named = ", ".join(filter(None, (number, citation.article)))
    if citation.in_force(work.today):
        return named
    return _words(work, language, "faq-view-ended", document=named)


async def state(work: Work, language: str, view: View) -> Say:
    """Review, last day, place, wordings, recording."""
    record, entry = view.record, view.entry
    says = [await _review(work, view)]
    if record.retired is not None:
        says.append(say("faq-view-retired"))
    if record.valid_from is not None and entry.is_ahead(work.today):
        says.append(say("faq-view-ahead", day=date_words(record.valid_from)))
    if entry.last_day is not None:
        says.append(say("faq-view-last-day", day=date_words(entry.last_day)))
    if record.unit_id is not None:
        place = await work.uow.units.get(record.unit_id)
        says.append(say("faq-view-own", place=place.name if place else ""))
    elif view.copies:
        says.append(say("faq-view-copies"))
    else:
        says.append(say("faq-view-shared"))
    says.append(say("faq-view-asked", count=len(entry.aliases)))
    if await faq_audio.recorded(work.uow, record) is not None:
        says.append(say("faq-view-audio"))
    lines = (_words(work, language, one.key, **one.params) for one in says)
    return say("faq-view-state", lines="\n".join(lines))


def unsure(work: Work, language: str, entry: FaqEntry) -> list[str]:
    """What is to be looked at before somebody stands behind the words."""
    recalled = [one.number for one in entry.citations if one.is_recalled and one.number]
    return [
        *entry.unconfirmed,
        *(
            _words(work, language, "faq-review-recalled", number=one)
            for one in dict.fromkeys(recalled)
        ),
        *filter(None, (entry.check_before_use,)),
    ]


async def _review(work: Work, view: View) -> Say:
    record = view.record
    if record.review is FaqReview.REVIEWED and record.reviewed_on is not None:
        return say(
            "faq-view-reviewed",
            name=record.reviewed_by or record.id,
            day=date_words(record.reviewed_on),
        )
    kind, _, document_id = (record.review_cause or "").partition(":")
    if record.review is FaqReview.TO_REVIEW and kind in _LAWS:
        row = await work.uow.legal.get(document_id)
        return say(_LAWS[kind], document=(row.number if row else None) or document_id)
    return say(f"faq-view-{record.review.value}")


def _words(work: Work, language: str, key: str, **params: Any) -> str:
    return work.texts.render(language, key, params)
