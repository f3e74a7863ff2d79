"""A law is replaced: what cites it is no longer told as current, and what was told is listed."""

from __future__ import annotations

import asyncio
from datetime import date, timedelta

import pytest
from sqlalchemy import select

from bot.ticks import run_ticks
from faq.entries import LegalDocument
from handlers.errors import RuleError
from handlers.services import faq_changes, faq_states, legal_documents
from storage.models import (
    AuditEntry,
    FaqReview,
    RoleGrant,
)
from tests.clock import Clock
from tests.faq_world import (
    ASKED,
    CARD,
    DOCUMENTS,
    ENTRIES,
    LAW,
    LOAN,
    NEW_LAW,
    ROOF,
    Faq,
)
from tests.integration.laws import ask, today


async def test_an_ended_law_suspends_what_cites_it(faq: Faq, clock: Clock) -> None:
    async with faq.acting("O") as work:
        await faq_states.review(work, CARD, 1)
    clock.forward(days=3)
    yesterday = today(clock) - timedelta(days=1)
    async with faq.acting("O") as work:
        ended = await legal_documents.mark_ended(work, LAW, yesterday, replaced_by=NEW_LAW)
    assert (ended.now, ended.later) == ((CARD, ROOF), ())
    for entry_id in (CARD, ROOF):
        record = await faq.record(entry_id)
        assert (record.review, record.review_cause) == (FaqReview.TO_REVIEW, f"law:{LAW}")
    assert (await faq.record(LOAN)).review is FaqReview.UNREVIEWED
    async with faq.acting("O") as work:
        back = await legal_documents.take_back(work, LAW)
        with pytest.raises(RuleError, match="law-not-marked"):
            await legal_documents.take_back(work, LAW)
    assert (back.again, back.moved) == ((CARD, ROOF), ())
    assert (await faq.record(CARD)).review is FaqReview.REVIEWED
    assert (await faq.record(ROOF)).review is FaqReview.UNREVIEWED
    book = await faq.book()
    document = book.knowledge.document(LAW)
    assert document is not None
    assert (document.effective_to, document.replaced_by) == (None, ())
    assert book.match(ASKED[CARD], today(clock)).decision == "answer"


async def test_an_end_to_come_stops_the_answer_at_midnight_of_that_day(
    faq: Faq, clock: Clock
) -> None:
    last = today(clock) + timedelta(days=2)
    async with faq.acting("O") as work:
        ended = await legal_documents.mark_ended(work, LAW, last)
    assert (ended.now, ended.later) == ((), (CARD, ROOF))
    book = await faq.book()
    assert book.match(ASKED[CARD], last).decision == "answer"
    after = book.match(ASKED[CARD], last + timedelta(days=1))
    assert (after.decision, after.changed) == ("none", CARD), "before any timed work"

    async with faq.app() as (app, _):
        await run_ticks(app)
        assert (await faq.record(CARD)).review is FaqReview.UNREVIEWED
        clock.forward(days=3)
        await run_ticks(app)
        version = await faq.version()
        await run_ticks(app)
        assert await faq.version() == version
    assert (await faq.record(CARD)).review is FaqReview.TO_REVIEW
    async with faq.acting("O") as work:
        assert (await legal_documents.take_back(work, LAW)).again == (CARD, ROOF)


async def test_who_looked_through_it_since_is_believed(faq: Faq, clock: Clock) -> None:
    yesterday = today(clock) - timedelta(days=1)
    async with faq.acting("O") as work:
        await legal_documents.mark_ended(work, LAW, yesterday)
    async with faq.acting("O") as work:
        await faq_states.review(work, CARD, 1, settled={LAW: None})
    async with faq.app() as (app, _):
        await run_ticks(app)
    assert (await faq.record(CARD)).review is FaqReview.REVIEWED
    book = await faq.book()
    assert book.match(ASKED[CARD], today(clock)).decision == "answer"
    assert book.match(ASKED[ROOF], today(clock)).changed == ROOF
    card = book.entry(CARD)
    assert card is not None
    assert card.current_citations(today(clock)) == (), "the ended law is not named as its basis"


async def test_a_review_before_the_mark_does_not_save_what_rests_on_the_law(
    faq: Faq, clock: Clock
) -> None:
    """The end lies before the review, which could not know of it."""
    async with faq.acting("O") as work:
        await faq_states.review(work, CARD, 1)
    last = today(clock) - timedelta(days=1)
    async with faq.acting("O") as work:
        assert (await legal_documents.preview(work, LAW, last)).entries == (CARD, ROOF)
        assert (await legal_documents.mark_ended(work, LAW, last)).now == (CARD, ROOF)
    assert (await faq.record(CARD)).review is FaqReview.TO_REVIEW
    assert "Quy định về việc này đã đổi" in await ask(faq, "H", ASKED[CARD])


async def test_an_end_that_a_release_brings_stops_what_was_reviewed_since(
    faq: Faq, clock: Clock
) -> None:
    async with faq.acting("O") as work:
        await faq_states.review(work, CARD, 1)
    last = today(clock) - timedelta(days=1)
    await faq.bring(ENTRIES, [{**DOCUMENTS[0], "effective_to": last.isoformat()}, DOCUMENTS[1]])
    assert (await faq.book()).match(ASKED[CARD], today(clock)).changed == CARD
    async with faq.app() as (app, _):
        await run_ticks(app)
    assert (await faq.record(CARD)).review is FaqReview.TO_REVIEW


async def test_taking_a_mark_back_sends_what_was_given_another_basis_to_review(
    faq: Faq, clock: Clock
) -> None:
    async with faq.acting("O") as work:
        await legal_documents.mark_ended(work, LAW, today(clock) - timedelta(days=1))
    clock.forward(days=60)
    async with faq.acting("O") as work:
        await faq_states.review(work, CARD, 1, settled={LAW: NEW_LAW})
        await faq_states.review(work, ROOF, 1, settled={LAW: None})
    async with faq.acting("O") as work:
        back = await legal_documents.take_back(work, LAW)
    assert (back.again, back.moved) == ((), (CARD, ROOF))
    for entry_id in (CARD, ROOF):
        record = await faq.record(entry_id)
        assert (record.review, record.review_cause) == (FaqReview.TO_REVIEW, f"law-back:{LAW}")


async def test_a_copy_that_was_given_another_basis_is_reviewed_too(
    province: Faq, clock: Clock
) -> None:
    async with province.acting("P") as work:
        await legal_documents.mark_ended(work, LAW, today(clock) - timedelta(days=1))
    clock.forward(days=60)
    async with province.acting("O") as work:
        copy = (await faq_states.review(work, CARD, 1, settled={LAW: NEW_LAW})).entry_id
    async with province.acting("P") as work:
        back = await legal_documents.take_back(work, LAW)
    assert (back.again, back.moved) == ((CARD, ROOF), (copy,))


async def test_no_review_passes_over_an_ended_law(faq: Faq, clock: Clock) -> None:
    async with faq.acting("O") as work:
        await legal_documents.mark_ended(work, LAW, today(clock) - timedelta(days=1))
    refused: tuple[tuple[dict[str, str | None], str], ...] = (
        ({}, "faq-review-over-law"),
        ({NEW_LAW: None}, "faq-review-over-law"),
        ({LAW: "luat-khong-co"}, "law-unknown"),
        ({LAW: LAW}, "law-not-in-force"),
        ({LAW: NEW_LAW}, "law-not-in-force"),  # it begins on 01/12/2026
    )
    for settled, rule in refused:
        async with faq.acting("O") as work:
            with pytest.raises(RuleError, match=rule):
                await faq_states.review(work, CARD, 1, settled=settled)
        record = await faq.record(CARD)
        assert (record.review, record.revision) == (FaqReview.TO_REVIEW, 1)


async def test_a_review_may_name_the_law_that_holds_now(faq: Faq, clock: Clock) -> None:
    async with faq.acting("O") as work:
        await legal_documents.mark_ended(work, LAW, today(clock) - timedelta(days=1))
    clock.forward(days=60)
    async with faq.acting("O") as work:
        saved = await faq_states.review(work, CARD, 1, settled={LAW: NEW_LAW})
        await faq_states.review(work, ROOF, 1, settled={LAW: None})
    assert saved.revision == 2
    assert (await faq.content(CARD))["cites"] == [{"document": NEW_LAW}], "its own article"
    assert (await faq.content(ROOF))["cites"] == [
        {"document": LAW, "article": "Điều 1", "effective_to": "2026-11-19"}
    ], "the end stands beside it"
    book = await faq.book()
    for entry_id, numbers in ((CARD, ["02/2026/QH15"]), (ROOF, [])):
        assert book.match(ASKED[entry_id], today(clock)).decision == "answer"
        told = book.entry(entry_id)
        assert told is not None
        assert [one.number for one in told.current_citations(today(clock))] == numbers
    async with faq.storage.database.reading() as opened:
        query = select(AuditEntry).where(AuditEntry.action == "faq.ended_law_settled")
        noted = (await opened.scalars(query.order_by(AuditEntry.id))).all()
    assert [(one.details["entry"], one.details["replaced_by"]) for one in noted] == [
        (CARD, NEW_LAW),
        (ROOF, None),
    ]


async def test_an_entry_that_names_the_end_itself_is_not_suspended(faq: Faq, clock: Clock) -> None:
    yesterday = today(clock) - timedelta(days=1)
    words = await faq.content(CARD)
    cites = [
        {"document": LAW, "effective_to": yesterday.isoformat()},
        {"document": NEW_LAW, "effective_from": "2026-01-01"},
    ]
    async with faq.acting("O") as work:
        await faq_changes.edit(work, CARD, {**words, "cites": cites}, 1)
    async with faq.acting("O") as work:
        ended = await legal_documents.mark_ended(work, LAW, yesterday, replaced_by=NEW_LAW)
    assert ended.now == (ROOF,)


async def test_a_second_mark_corrects_the_first(faq: Faq, clock: Clock) -> None:
    yesterday = today(clock) - timedelta(days=1)
    later = today(clock) + timedelta(days=30)
    async with faq.acting("O") as work:
        await legal_documents.mark_ended(work, LAW, yesterday)
        ended = await legal_documents.mark_ended(work, LAW, later)
    assert ended.later == (CARD, ROOF)
    assert (await faq.record(CARD)).review is FaqReview.UNREVIEWED
    async with faq.acting("O") as work:
        await legal_documents.take_back(work, LAW)
    document = (await faq.book()).knowledge.document(LAW)
    assert document is not None
    assert document.effective_to is None


async def test_the_register_is_changed_by_who_answers_for_everybody(
    province: Faq, clock: Clock
) -> None:
    for who in ("O", "T", "H"):
        async with province.acting(who) as work:
            with pytest.raises(RuleError, match="not-allowed"):
                await legal_documents.mark_ended(work, LAW, today(clock))
    async with province.acting("P") as work:
        assert len(await legal_documents.listed(work)) == 2
        for document, day, other, refusal in (
            ("luat-khong-co", today(clock), None, "law-unknown"),
            (LAW, today(clock), "luat-khong-co", "law-unknown"),
            (LAW, today(clock), LAW, "law-unknown"),
            (LAW, date(2024, 1, 1), None, "faq-dates-wrong"),
        ):
            with pytest.raises(RuleError, match=refusal):
                await legal_documents.mark_ended(work, document, day, replaced_by=other)
    assert await province.version() == 1


async def test_a_new_law_is_added_and_can_be_cited(province: Faq, clock: Clock) -> None:
    law = LegalDocument("nd-9-2026-nd-cp", "9/2026/NĐ-CP", "nghi-dinh")
    async with province.acting("O") as work:
        with pytest.raises(RuleError, match="not-allowed"):
            await legal_documents.add(work, law)
    async with province.acting("P") as work:
        for wrong in (LegalDocument("Nghị định 9", "9"), LegalDocument("nd-9")):
            with pytest.raises(RuleError, match="law-incomplete"):
                await legal_documents.add(work, wrong)
        await legal_documents.add(work, law)
        with pytest.raises(RuleError, match="law-known"):
            await legal_documents.add(work, law)
        await legal_documents.mark_ended(work, LAW, today(clock), replaced_by=law.id)
        words = {**await province.content(CARD), "cites": [{"document": law.id}]}
        await faq_changes.edit(work, CARD, words, 1)
    card = (await province.book()).entry(CARD)
    assert card is not None
    assert [one.number for one in card.current_citations(today(clock))] == ["9/2026/NĐ-CP"]


async def _notices(faq: Faq, who: str) -> list[str]:
    async with faq.storage.read() as uow:
        address = (await uow.people.all_addresses(faq.people[who].id))[0]
        return [row.payload["text"] for row in await uow.mailbox.after(address.id, 0, 20)]


async def test_officials_hear_once_what_ends_and_what_waits(faq: Faq, clock: Clock) -> None:
    async with faq.acting("O") as work:
        last = today(clock) + timedelta(days=90)
        await faq_states.set_validity(work, LOAN, 1, first=None, last=last)
        await faq_states.send_to_review(work, CARD, 1)
    async with faq.app() as (app, _), faq.app() as (other, _):
        await asyncio.gather(run_ticks(app), run_ticks(other))
        assert [text.split("\n")[0] for text in await _notices(faq, "O")] == [
            "Có 1 câu trả lời mẫu chờ anh/chị xem lại. Em tạm thôi dùng các câu đó."
        ]
        clock.forward(days=31)
        await asyncio.gather(run_ticks(app), run_ticks(other))
        told = await _notices(faq, "O")
        assert len(told) == 2
        assert told[1].startswith(
            "Có 1 câu trả lời mẫu sắp hết hạn. Gần nhất: thứ Năm, 18/02/2027."
        )
        assert "vay tiền nuôi bò" in told[1]
    assert await _notices(faq, "T") == []


async def test_nobody_is_woken_and_it_is_told_in_the_morning(faq: Faq, clock: Clock) -> None:
    async with faq.acting("O") as work:
        await faq_states.send_to_review(work, CARD, 1)
    async with faq.app() as (app, _):
        clock.set_local("2026-11-20 22:00")
        await run_ticks(app)
        assert await _notices(faq, "O") == []
        clock.set_local("2026-11-21 07:00")
        await run_ticks(app)
        assert len(await _notices(faq, "O")) == 1


async def test_the_official_of_the_field_hears_it(province: Faq) -> None:
    faq = province
    async with faq.storage.write() as uow:
        for letter, topics in (("O", ["nha-o"]), ("T", ["bhyt"])):
            person = await uow.people.get(faq.people[letter].id)
            assert person is not None
            for grant in person.roles:
                grant.topics = topics
            if letter == "T":
                uow.people.add(
                    RoleGrant(
                        person_id=person.id,
                        role="official",
                        unit_id=faq.units["XM"].id,
                        topics=topics,
                        granted_at=faq.clock(),
                    )
                )
        await uow.commit()
    async with faq.acting("O") as work:
        copy = await faq_states.send_to_review(work, CARD, 1)
    async with faq.acting("P") as work:
        await faq_states.send_to_review(work, LOAN, 1)
    assert copy.entry_id != CARD
    async with faq.app() as (app, _):
        await run_ticks(app)
    heard = {who: len(await _notices(faq, who)) for who in ("O", "T", "O2", "P")}
    assert heard == {"O": 0, "T": 1, "O2": 0, "P": 1}
