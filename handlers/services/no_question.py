"""What comes where a question is expected and is none."""

from __future__ import annotations

from faq.guards import small_talk
from handlers import after_words
from handlers.flow import Outcome, go
from handlers.services.told_names import introduced_alone


def leads_to(text: str) -> Outcome | None:
    """Where a name alone, small talk or the wish to ask leads; None for what may be a question."""
    named, kind = introduced_alone(text), small_talk(text)
    if named is not None:
        return go("other_person", named=named)
    if kind is not None:
        return go("small_talk", kind=kind, text=text)
    return go("new_question") if after_words.heard(text) == after_words.ANEW else None
