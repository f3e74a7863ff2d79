"""What stands behind words stays with these words: reviews given back, copies that begin anew."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.services import faq_changes, faq_proposals, faq_states, legal_documents
from storage.models import FaqReview
from tests.clock import Clock
from tests.faq_world import ASKED, CARD, ENTRIES, LAW, NEW_LAW, Faq, entry

NEW = "Anh/chị gọi điện cho xã trước."
OWN = "Xã có lời riêng."


async def _reviewed_then_ended(faq: Faq, clock: Clock) -> None:
    """The words are reviewed; days later the law they rest on is said to be over."""
    async with faq.acting("O") as work:
        await faq_states.review(work, CARD, 1)
    clock.forward(days=3)
    async with faq.acting("O") as work:
        await legal_documents.mark_ended(work, LAW, clock.now.date() - timedelta(days=1))


async def _edit(faq: Faq) -> None:
    words = {**await faq.content(CARD), "answer": {"short": NEW}}
    async with faq.acting("O") as work:
        await faq_changes.edit(work, CARD, words, 1)


async def _release(faq: Faq) -> None:
    await faq.bring({**ENTRIES, CARD: entry(CARD, NEW)})


async def _rest_on_another(faq: Faq) -> None:
    words = {**await faq.content(CARD), "cites": [{"document": NEW_LAW}, {"document": LAW}]}
    async with faq.acting("O") as work:
        await faq_changes.edit(work, CARD, words, 1)


@pytest.mark.parametrize("change", [_edit, _release, _rest_on_another])
@pytest.mark.parametrize("corrected", [False, True])
async def test_words_that_came_while_waiting_get_no_review_back(
    faq: Faq, clock: Clock, change: object, *, corrected: bool
) -> None:
    await _reviewed_then_ended(faq, clock)
    assert callable(change)
    await change(faq)
    assert (await faq.record(CARD)).review is FaqReview.TO_REVIEW
    async with faq.acting("O") as work:
        if corrected:
            await legal_documents.mark_ended(work, LAW, clock.now.date() + timedelta(days=30))
        else:
            await legal_documents.take_back(work, LAW)
    record = await faq.record(CARD)
    assert (record.review, record.reviewed_by, record.reviewed_on) == (
        FaqReview.UNREVIEWED,
        None,
        None,
    )


async def test_a_learned_wording_leaves_the_review_that_comes_back(faq: Faq, clock: Clock) -> None:
    await _reviewed_then_ended(faq, clock)
    async with faq.acting("O") as work:
        await faq_proposals.learn(work, CARD, "cái thẻ đi viện rớt xuống suối rồi")
        await legal_documents.take_back(work, LAW)
    record = await faq.record(CARD)
    assert (record.review, record.reviewed_by) == (FaqReview.REVIEWED, "Cán bộ Mẫu")


# -- copies ---------------------------------------------------------------------------------------


async def _retired_copy(faq: Faq) -> str:
    """The commune had words of its own, and took them out again."""
    words = await faq.content(CARD)
    async with faq.acting("O") as work:
        own = {**words, "answer": {"short": OWN}}
        saved = await faq_changes.edit(work, CARD, own, 1)
        await faq_states.retire(work, saved.entry_id, saved.revision)
    return saved.entry_id


async def _decision(faq: Faq, clock: Clock) -> str:
    book = await faq.book()
    return book.match(ASKED[CARD], clock.now.date(), [faq.units["XM"].id]).decision


async def test_a_copy_that_begins_anew_is_not_told_while_the_shared_entry_waits(
    province: Faq, clock: Clock
) -> None:
    copy = await _retired_copy(province)
    async with province.acting("P") as work:
        await faq_states.send_to_review(work, CARD, 1)
    assert await _decision(province, clock) == "none"
    async with province.acting("O") as work:
        saved = await faq_proposals.learn(work, CARD, "cái thẻ đi viện rớt xuống suối rồi")
    assert saved.entry_id == copy
    record = await province.record(copy)
    assert (record.review, record.review_cause) == (FaqReview.TO_REVIEW, faq_states.SENT)
    assert await _decision(province, clock) == "none"


async def test_a_copy_that_begins_anew_stands_where_the_shared_entry_stands(
    province: Faq, clock: Clock
) -> None:
    copy = await _retired_copy(province)
    last = clock.now.date() + timedelta(days=20)
    async with province.acting("P") as work:
        await faq_states.review(work, CARD, 1)
        await faq_states.set_validity(work, CARD, 1, first=None, last=last)
    async with province.acting("O") as work:
        await faq_proposals.learn(work, CARD, "cái thẻ đi viện rớt xuống suối rồi")
    record = await province.record(copy)
    assert (record.review, record.reviewed_by) == (FaqReview.REVIEWED, "Cán bộ Mẫu Tỉnh")
    assert (record.retired, record.valid_to) == (None, last)


async def test_own_words_in_a_copy_that_begins_anew_are_unread(province: Faq) -> None:
    copy = await _retired_copy(province)
    async with province.acting("P") as work:
        await faq_states.review(work, CARD, 1)
    words = await province.content(CARD)
    async with province.acting("O") as work:
        await faq_changes.edit(work, CARD, {**words, "answer": {"short": NEW}}, 1)
    record = await province.record(copy)
    assert (record.review, record.reviewed_by) == (FaqReview.UNREVIEWED, None)
