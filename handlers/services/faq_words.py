"""An FAQ entry as it is said: short answer, legal line, state of review, details.

The bot quotes; it never makes up. A citation without an official number, or no longer in force,
is not shown. Entries about the dialogue session are filled from the session's own record.
"""

from __future__ import annotations

import re
from dataclasses import replace
from datetime import date

from faq import certainty
from faq.entries import Citation, FaqEntry
from handlers.context import Work
from handlers.flow import Say, say
from handlers.services import faq_audio, session_facts, submissions
from handlers.texts import date_words
from storage.models import Person

_MOST_CITED = 2
_YEAR = re.compile(r"/(?:19|20)\d\d(?:/|$)|/QH\d")
_KINDS = {
    "bo-luat": "Bộ luật",
    "luat": "Luật",
    "nghi-quyet": "Nghị quyết",
    "nghi-dinh": "Nghị định",
    "quyet-dinh": "Quyết định",
    "thong-tu": "Thông tư",
    "thong-tu-lien-tich": "Thông tư liên tịch",
    "chi-thi": "Chỉ thị",
    "cong-van": "Công văn",
    "cong-dien": "Công điện",
    "ke-hoach": "Kế hoạch",
}
"""Kinds of documents as Vietnamese offices name them; they stay Vietnamese in every language."""


async def short(work: Work, entry: FaqEntry, person: Person) -> tuple[Say, ...]:
    """What is said first: the answer, its source, and whether the commune has looked through it.

    The recording of the answer goes with it, for who does not read.
    """
    if entry.answered_by:
        return await _from_session(work, entry, person)
    basis = replace(_basis(entry, work.today), files=await faq_audio.of_told(work, entry))
    return (_answer(entry), basis)


def _answer(entry: FaqEntry) -> Say:
    """The answer under the question that was found: who asked something else can tell."""
    return say("faq-answer", question=entry.question, answer=entry.answer.short)


async def leaves_open(work: Work, entry: FaqEntry, person: Person) -> bool:
    """Whether what :func:`short` says leaves the question to an official."""
    if entry.answered_by:
        facts = await _facts(work, person)
        if facts is not None:
            return not session_facts.is_told(facts, entry.answered_by)
    return certainty.leaves_open(entry)


async def _from_session(work: Work, entry: FaqEntry, person: Person) -> tuple[Say, ...]:
    facts = await _facts(work, person)
    if facts is None:
        return (say("faq-no-session"), await _recorded(work, entry))
    told = session_facts.of_fields(facts, entry.answered_by)
    if not session_facts.is_told(facts, entry.answered_by):
        return (say("faq-session-empty"), await _recorded(work, entry), *told)
    return (say("faq-from-session", title=facts.meeting.title), *told)


async def _facts(work: Work, person: Person) -> session_facts.Facts | None:
    """The next dialogue session as the person asks about it; None when there is none."""
    if person.commune_id is None:
        return None
    meeting = await submissions.next_session(work, person.commune_id, person.village_id)
    if meeting is None:
        return None
    return session_facts.Facts(work, person.language, meeting, person.village_id)


async def _recorded(work: Work, entry: FaqEntry) -> Say:
    """The answer as it is written. What a session's record says is in no recording."""
    files = await faq_audio.of_told(work, entry)
    return replace(_answer(entry), files=files)


def not_told(entry: FaqEntry, today: date) -> Say:
    """Why an entry may not be told any more: the rule has changed, or officials look through it."""
    over = entry.last_day is not None and entry.last_day < today
    if entry.review.state == "to_review" and not over:
        return say("faq-in-review")
    return say("faq-stale")


def more(entry: FaqEntry) -> tuple[Say, ...]:
    """ "Xem thêm": the details, then how to get it."""
    told = certainty.sure_details(entry)
    says = [say(f"faq-more-{one.kind}", text=one.text) for one in told]
    way = certainty.sure_way(entry)
    if way:
        says.append(say("faq-how", how=way))
    return tuple(says)


def has_more(entry: FaqEntry) -> bool:
    """Whether there is more to see."""
    return bool(certainty.sure_details(entry) or certainty.sure_way(entry))


def _basis(entry: FaqEntry, today: date) -> Say:
    basis = "; ".join(cited(one) for one in entry.current_citations(today)[:_MOST_CITED])
    review = entry.review
    if review.state == "reviewed" and review.on is not None:
        state, day = "reviewed", date_words(review.on)
    else:
        state = "unreviewed"
        day = date_words(entry.checked_on) if entry.checked_on else ""
    if not day:
        state = "undated"
    return say(f"faq-basis-{state}" if basis else f"faq-no-basis-{state}", cited=basis, day=day)


def cited(citation: Citation) -> str:
    """A citation as people look it up: kind, number, article.

    A number without its year says from when it is in force, where the register knows.
    """
    document = citation.document
    kind = _KINDS.get(document.kind if document else "", "")
    named = f"{kind} {citation.number}".strip()
    if document and document.effective_from and not _YEAR.search(citation.number or ""):
        named = f"{named} (hiệu lực từ {document.effective_from:%d/%m/%Y})"
    return f"{named}, {citation.article}" if citation.article else named
