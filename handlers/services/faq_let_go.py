"""What stood behind the words of an entry, and falls away when other words take their place."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from faq.content import tells_the_same
from handlers.services import faq_audio
from storage.models import FaqRecord, FaqReview
from storage.unit_of_work import UnitOfWork


async def let_go(
    uow: UnitOfWork, record: FaqRecord, before: Mapping[str, Any], content: Mapping[str, Any]
) -> None:
    """A review, and a recording, are of the words that were there.

    So is the review that an entry gets back when it no longer waits for an ended law.
    """
    if before.get("answer") != content.get("answer"):
        await faq_audio.drop(uow, record)
    if tells_the_same(before, content):
        return
    if record.review is FaqReview.REVIEWED:
        record.review = FaqReview.UNREVIEWED
    if record.review_before is FaqReview.REVIEWED:
        record.review_before = FaqReview.UNREVIEWED
    record.reviewed_by = record.reviewed_on = None
