"""Writing down a document that the register lacks."""

from __future__ import annotations

import re
from datetime import date

from faq.entries import LegalDocument
from faq.normalize import fold
from handlers.asking_dates import hear_day
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Outcome, ask, ask_again, choose, done, option
from handlers.services import legal_documents
from handlers.texts import date_words

_KINDS = {
    "luat": "luat",
    "nghi-dinh": "nd",
    "thong-tu": "tt",
    "quyet-dinh": "qd",
    "nghi-quyet": "nq",
    "cong-van": "cv",
}
"""Kinds of documents, and how the ids of the register begin."""
_NUMBER = re.compile(r"\d+.*[-/].+")
_LONGEST = 200


def ask_kind() -> Outcome:
    """Ask what kind of document it is."""
    return choose("kind", "law-add-kind", *(option(kind_, f"law-kind-{kind_}") for kind_ in _KINDS))


async def kind(turn: Turn) -> Outcome:
    """Keep the kind, ask for the number."""
    turn.data["kind"] = turn.choice
    return ask("number", "law-add-number")


async def number(turn: Turn) -> Outcome:
    """Keep the number, ask for the title."""
    typed = turn.text.strip()
    if _NUMBER.fullmatch(typed) is None or len(typed) > _LONGEST:
        return ask_again("law-number-wrong")
    turn.data["number"] = typed
    return ask("title", "law-add-title")


async def title(turn: Turn) -> Outcome:
    """Keep the title, ask from when it is in force."""
    typed = turn.text.strip()
    if not 0 < len(typed) <= _LONGEST:
        return ask_again("faq-text-wrong", most=_LONGEST)
    turn.data["title"] = typed
    return ask("first_day", "law-add-from")


async def first_day(turn: Turn) -> Outcome:
    """Keep the day, read all back."""
    heard = hear_day(turn)
    if isinstance(heard, Outcome):
        return heard
    turn.data["from"] = heard.isoformat()
    return choose(
        "add_sure",
        "law-add-sure",
        option("save", "faq-save"),
        option("drop", "answer-drop"),
        kind=turn.say(f"law-kind-{turn.data['kind']}"),
        number=turn.data["number"],
        title=turn.data["title"],
        day=date_words(heard),
    )


async def save(turn: Turn) -> str | Outcome:
    """The id of the kept document, or what to say instead."""
    data = turn.data
    if turn.choice != "save":
        return done("faq-not-saved", menu=True)
    words = re.findall(r"[a-z0-9]+", fold(data["number"]))
    document = LegalDocument(
        id="-".join([_KINDS[data["kind"]], *words]),
        number=data["number"],
        kind=data["kind"],
        title=data["title"],
        effective_from=date.fromisoformat(data["from"]),
        checked_on=turn.work.today,
    )
    try:
        return (await legal_documents.add(turn.work, document)).id
    except RuleError as refused:
        return done(refused.key, menu=True, **refused.params)
