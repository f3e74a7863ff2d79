"""One legal document, the entries that rest on it, and what was answered under it."""

from __future__ import annotations

from collections import Counter

from handlers import access
from handlers.context import Turn
from handlers.flow import Option, Outcome, Say, choose, option, say
from handlers.services import codes, faq_entries, law_facts, legal_documents
from handlers.texts import date_words
from storage.models import LegalRecord

_SHOWN_DAYS = 7


async def show(turn: Turn, document_id: str, *says: Say) -> Outcome:
    """A document with its dates, and what may be done with it."""
    row = await legal_documents.view(turn.work, document_id)
    turn.data["document"] = row.id
    may_mark = await access.over_everybody(turn.work)
    facts = await law_facts.facts(turn.work, turn.person.language, row)
    facts.append(say("law-view-resting", count=len(await _resting(turn, row.id))))
    if not may_mark:
        facts.append(say("law-view-shared"))
    lines = "\n".join(turn.say(one.key, one.params) for one in facts)
    actions = [option(name, f"law-do-{name}") for name in _actions(row, may_mark=may_mark)]
    return choose("act", "inbox-action", *actions, says=(*says, say("law-view", lines=lines)))


def _actions(row: LegalRecord, *, may_mark: bool) -> list[str]:
    marks = ["replaced", "ended", *(["take_back"] if row.before is not None else [])]
    return [*(marks if may_mark else []), "related", "back"]


async def _resting(turn: Turn, document_id: str) -> list[faq_entries.Line]:
    """Entries told in the official's commune that rest on the document."""
    return await faq_entries.of_ids(
        turn.work, await legal_documents.resting(turn.work, document_id)
    )


async def related(turn: Turn) -> Outcome:
    """Entries, and answers under the document: codes and dates, no names."""
    given = await legal_documents.given_under(turn.work, turn.data["document"])
    entries = [
        option(f"entry:{line.record.id}", "law-of-entry", question=line.entry.question)
        for line in await _resting(turn, turn.data["document"])
    ]
    answers = [
        option(
            f"submission:{one.submission_id}",
            "law-of-answer",
            code=codes.shown(one.code),
            day=date_words(one.given_at),
        )
        for one in given.answers
    ]
    back = Option("back", "law-do-return")
    says = (say("law-told-none"),)
    if given.told:
        per_day = Counter(one.day for one in given.told)
        lines = "\n".join(
            turn.say("law-told-line", {"day": date_words(day), "count": count})
            for day, count in sorted(per_day.items(), reverse=True)[:_SHOWN_DAYS]
        )
        says = (say("law-told", count=len(given.told), lines=lines),)
    return choose("open_related", "law-related-which", *answers, *entries, back, says=says)
