"""What is said to somebody who did not understand an answer, or found it too long."""

from __future__ import annotations

import re

from faq.entries import FaqEntry
from handlers import after_words
from handlers.context import Work
from handlers.flow import Say, say
from handlers.services import contact

_SENTENCES = re.compile(r"(?<=[.!?])\s+")


async def plainly(
    work: Work, entry: FaqEntry | None, heard: str, commune_id: int | None
) -> tuple[Say, ...]:
    """Whom to ask instead; of an answer that is too *long*, its first sentence as it is written."""
    if heard == after_words.LONG and entry is not None and not entry.answered_by:
        first, *rest = _SENTENCES.split(entry.answer.short)
        if rest:
            return (say("faq-brief", text=first),)
    where = await contact.of(work, commune_id)
    if where.phone:
        return (say("faq-plainly-call", phone=where.phone, hours=where.hours),)
    return (say("faq-plainly-head"),)
