"""Lists of entries: by topic, due for review, taken out."""

from __future__ import annotations

from typing import Any

from handlers.context import Turn
from handlers.flow import Outcome, choose, done, option
from handlers.flows.faq_entries.showing import show
from handlers.services import faq_entries, faq_expiry, notice_words
from handlers.which_entry import options
from storage.models import FaqReview

UNREVIEWED = (FaqReview.UNREVIEWED,)
_LISTED = 100
_RETIRED = "retired"


async def ask_topic(turn: Turn) -> Outcome:
    """Ask for the topic; what was taken out stands last."""
    language = turn.person.language
    topics = [
        option(
            topic,
            "faq-desk-of-topic",
            topic=notice_words.topic_name(turn.work, language, topic),
            count=count,
        )
        for topic, count in (await faq_entries.topics(turn.work)).items()
    ]
    return choose("by_topic", "faq-desk-which-topic", *topics, option(_RETIRED, "faq-desk-retired"))


async def by_topic(turn: Turn) -> Outcome:
    """Entries of one topic, or those taken out."""
    if turn.choice == _RETIRED:
        return await _retired(turn)
    turn.data["list"] = {"by": "topic", "topic": turn.choice}
    return await _of_topic(turn, turn.choice or "")


async def _of_topic(turn: Turn, topic: str) -> Outcome:
    found = await faq_entries.listed(turn.work, topic=topic, limit=_LISTED)
    if not found:
        return done("faq-desk-none")
    return choose("open_one", "faq-desk-which", *options(turn, found), count=len(found))


async def due(turn: Turn) -> Outcome:
    """What waits for review or ends soon."""
    turn.data["list"] = {"by": "due"}
    found = await faq_expiry.due(turn.work)
    if not found:
        unread = await faq_entries.count(turn.work, reviews=UNREVIEWED)
        return done("faq-desk-none-due", menu=True, count=unread)
    return choose("open_one", "faq-desk-which-due", *options(turn, found), count=len(found))


async def unreviewed(turn: Turn) -> Outcome:
    """What no official has looked through yet and is not due, by topic, and how much is left."""
    turn.data["list"] = {"by": "unreviewed"}
    found, count = await faq_expiry.unreviewed(turn.work)
    if not found:
        unread = await faq_entries.count(turn.work, reviews=UNREVIEWED)
        return await due(turn) if unread else done("faq-desk-none-unreviewed", menu=True)
    return choose("open_one", "faq-desk-which-unreviewed", *options(turn, found), count=count)


async def open_one(turn: Turn) -> Outcome:
    """One entry of a list."""
    turn.data.pop("asked", None)
    return await show(turn, turn.choice or "")


async def again(turn: Turn) -> Outcome | None:
    """The list that the open entry was chosen from; None when it was searched for."""
    listed: dict[str, Any] = turn.data.get("list", {})
    match listed.get("by"):
        case "topic":
            return await _of_topic(turn, listed["topic"])
        case "due":
            return await due(turn)
        case "unreviewed":
            return await unreviewed(turn)
    return None


async def _retired(turn: Turn) -> Outcome:
    turn.data.pop("list", None)
    found = await faq_entries.retired(turn.work, limit=_LISTED)
    if not found:
        return done("faq-desk-none-retired")
    named = [
        option(one.id, label=(await faq_entries.view(turn.work, one.id)).entry.question)
        for one in found
    ]
    return choose("open_one", "faq-desk-which", *named, count=len(found))
