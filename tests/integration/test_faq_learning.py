"""The FAQ learns wordings that officials approve, in every process, without a restart."""

from __future__ import annotations

import asyncio
from contextlib import suppress

import pytest
from sqlalchemy import select, update
from structlog.testing import capture_logs

from bot.app import App
from bot.faq_shelf import Shelf
from handlers.errors import RuleError
from handlers.services import faq_changes, faq_proposals, faq_states, people
from storage.models import (
    FaqOrigin,
    FaqProposal,
    FaqProposalSource,
    FaqProposalState,
    FaqRevision,
)
from tests.clock import Clock
from tests.faq_world import ASKED, CARD, LOAN, Faq

NEW = "cái thẻ đi viện rớt xuống suối rồi"
CORRECTION = FaqProposalSource.CORRECTION


async def _propose(
    faq: Faq, text: str = NEW, entry_id: str | None = CARD, who: str = "O", place: str = "XM"
) -> int:
    async with faq.acting(who) as work:
        made = await faq_proposals.propose(
            work, text=text, source=CORRECTION, unit_id=faq.units[place].id, entry_id=entry_id
        )
    assert made is not None
    return made


async def _proposals(faq: Faq) -> list[FaqProposal]:
    async with faq.storage.database.reading() as opened:
        return list((await opened.scalars(select(FaqProposal).order_by(FaqProposal.id))).all())


async def test_an_approved_wording_is_matched(faq: Faq, clock: Clock) -> None:
    assert (await faq.book()).match(NEW, clock.now.date()).decision != "answer"
    proposal = await _propose(faq)
    async with faq.acting("O") as work:
        assert [one.id for one in await faq_proposals.waiting(work, limit=5)] == [proposal]
        saved = await faq_proposals.approve(work, proposal)
    assert (saved.entry_id, saved.revision) == (CARD, 2)
    found = (await faq.book()).match(NEW, clock.now.date())
    assert (found.decision, found.candidates[0].id) == ("answer", CARD)
    async with faq.storage.read() as uow:
        revision = await uow.faq.revision(CARD, 2)
    assert revision is not None
    assert revision.origin is FaqOrigin.ALIAS
    async with faq.acting("O") as work:
        with pytest.raises(RuleError, match="faq-proposal-decided"):
            await faq_proposals.approve(work, proposal)
        with pytest.raises(RuleError, match="faq-alias-known"):
            await faq_proposals.learn(work, CARD, NEW.upper())


async def test_the_same_words_are_one_proposal(faq: Faq) -> None:
    first = await _propose(faq)
    assert await _propose(faq, "CAI THE di vien, rot xuong suoi roi!") == first
    assert await _propose(faq, entry_id=LOAN) != first
    assert [one.times for one in await _proposals(faq)] == [2, 1]
    async with faq.acting("O") as work:
        await faq_proposals.reject(work, first)
    assert await _propose(faq) == first
    assert (await _proposals(faq))[0].state is FaqProposalState.REJECTED
    async with faq.acting("O") as work:
        known = await faq_proposals.propose(
            work,
            text=ASKED[CARD].upper(),
            source=CORRECTION,
            unit_id=faq.units["XM"].id,
            entry_id=CARD,
        )
    assert known is None


async def test_names_and_numbers_are_taken_out_before_anything_is_written(faq: Faq) -> None:
    await _propose(faq, "Hộ Mẫu ở thôn 3, ông Lò Văn Mẫu, gọi 0912 345 678, rớt mất thẻ rồi")
    assert [one.text for one in await _proposals(faq)] == [
        "… ở thôn 3, ông …, gọi …, rớt mất thẻ rồi"
    ]


async def test_amounts_and_years_stay_in_what_is_kept_for_the_faq(faq: Faq) -> None:
    async with faq.acting("O") as work:
        await faq_proposals.propose(
            work,
            text="ong nguyen van mau vay 50.000.000 đồng giai đoạn 2021-2025 được không",
            answer="Được vay tối đa 100.000.000 đồng, năm học 2026-2027. Gọi 0912/345/678.",
            source=CORRECTION,
            unit_id=faq.units["XM"].id,
        )
    assert [(one.text, one.answer) for one in await _proposals(faq)] == [
        (
            "ong … vay 50.000.000 đồng giai đoạn 2021-2025 được không",
            "Được vay tối đa 100.000.000 đồng, năm học 2026-2027. Gọi ….",
        )
    ]


@pytest.mark.parametrize(
    ("text", "refusal"),
    [
        ("tôi tố cáo trưởng thôn ăn chặn tiền của dân", "faq-proposal-refused"),
        ("chồng em đánh em đau quá cứu em với", "faq-proposal-refused"),
        ("thẻ", "faq-proposal-wrong"),
        ("thẻ bảo hiểm " * 30, "faq-proposal-wrong"),
    ],
)
async def test_what_a_guard_knows_is_kept_nowhere(faq: Faq, text: str, refusal: str) -> None:
    async with faq.acting("O") as work:
        with pytest.raises(RuleError, match=refusal):
            await faq_proposals.propose(
                work, text=text, source=CORRECTION, unit_id=faq.units["XM"].id, entry_id=CARD
            )
        with pytest.raises(RuleError, match=refusal):
            await faq_proposals.learn(work, CARD, text)
    assert await _proposals(faq) == []


async def test_a_households_words_need_its_consent(faq: Faq) -> None:
    async with faq.acting("H") as work:
        asker = work.actor
        assert asker is not None
        for wanted in (None, asker):
            with pytest.raises(RuleError, match="consent-missing"):
                await faq_proposals.propose(
                    work,
                    text=NEW,
                    source=FaqProposalSource.CHOICE,
                    unit_id=faq.units["XM"].id,
                    entry_id=CARD,
                    asker=wanted,
                )
        await people.give_consent(work, asker)
        assert await faq_proposals.propose(
            work,
            text=NEW,
            source=FaqProposalSource.CHOICE,
            unit_id=faq.units["XM"].id,
            entry_id=CARD,
            asker=asker,
        )


async def test_a_question_nobody_answered_becomes_an_entry(faq: Faq, clock: Clock) -> None:
    proposal = await _propose(faq, "chợ phiên họp ngày nào", None)
    content = {
        "question": "Chợ phiên họp ngày nào?",
        "answer": {"short": "Họp ngày rằm."},
        "aliases": {"plain": ["chợ phiên họp ngày nào"]},
    }
    async with faq.acting("O") as work:
        with pytest.raises(RuleError, match="not-found"):
            await faq_proposals.approve(work, proposal)
        made = await faq_proposals.approve_as_entry(work, proposal, "khac", content)
    found = (await faq.book()).match("chợ phiên họp ngày nào", clock.now.date())
    assert (found.decision, found.candidates[0].id) == ("answer", made.entry_id)


async def test_officials_decide_for_their_commune(province: Faq, clock: Clock) -> None:
    faq = province
    proposal = await _propose(faq)
    async with faq.acting("O2") as work:
        assert await faq_proposals.waiting(work, limit=5) == []
        for act in (faq_proposals.approve, faq_proposals.reject):
            with pytest.raises(RuleError, match="not-allowed"):
                await act(work, proposal)
    async with faq.acting("O") as work:
        saved = await faq_proposals.approve(work, proposal)
    assert saved.entry_id == f"{CARD}@{faq.units['XM'].id}"
    async with faq.acting("O") as work:
        again = await faq_proposals.learn(work, CARD, "thẻ bị bò nhai mất")
    assert (again.entry_id, again.revision) == (saved.entry_id, 3)
    book, day = await faq.book(), clock.now.date()
    assert book.match(NEW, day, (faq.units["XM"].id,)).candidates[0].id == saved.entry_id
    assert book.match(NEW, day, (faq.units["XH"].id,)).decision != "answer"


async def test_many_approvals_at_once_are_all_learned(faq: Faq) -> None:
    words = [
        "tấm bìa đi viện rớt xuống suối",
        "giấy khám bệnh cháy cùng căn nhà",
        "chuột cắn nát sổ trạm xá",
        "ướt hết giấy tờ trong đợt lũ",
        "mối ăn tờ khám của bà ngoại",
    ]
    waiting = [await _propose(faq, text) for text in words]
    book = await faq.book()

    async def approve(proposal: int) -> None:
        async with faq.acting("O", book) as work:
            await faq_proposals.approve(work, proposal)

    await asyncio.gather(*map(approve, waiting))
    learned = (await faq.content(CARD))["aliases"]["learned"]
    assert len(learned) == len(words)
    assert (await faq.record(CARD)).revision == 1 + len(words)


# -- every process ------------------------------------------------------------------------------


async def _until_told(app: App, clock: Clock, text: str) -> None:
    while app.book.match(text, clock.now.date()).decision != "answer":
        await asyncio.sleep(0)


async def _watching(shelf: Shelf, every: float) -> asyncio.Task[None]:
    return asyncio.create_task(shelf.watch(every=every))


async def test_an_approval_reaches_the_other_process_within_seconds(faq: Faq, clock: Clock) -> None:
    async with faq.app() as (here, _), faq.app() as (there, _):
        # "here" would not look for an hour: it hears of its own change at once
        watches = [await _watching(here.shelf, 3600), await _watching(there.shelf, 0.05)]
        before = there.book
        async with here.storage.write() as uow:
            from handlers.context import Work

            work = Work(uow, clock(), here.rules, here.texts, here.book)
            work.actor = await uow.people.get(faq.people["O"].id)
            await faq_proposals.learn(work, CARD, NEW)
            await uow.commit()
        for app in (here, there):
            await asyncio.wait_for(_until_told(app, clock, NEW), 20)
        assert before.match(NEW, clock.now.date()).decision != "answer", "a book never changes"
        assert there.book.mark(CARD).revision == 2
        for watch in watches:
            watch.cancel()
        await asyncio.wait(watches)


async def test_a_change_that_is_rolled_back_wakes_nobody(faq: Faq) -> None:
    async with faq.app() as (app, _):
        with suppress(RuntimeError):
            async with app.storage.write() as uow:
                await uow.faq.bump()
                raise RuntimeError
        assert not await app.shelf.refresh()
        assert await faq.version() == 1


async def test_a_rebuild_that_fails_keeps_the_old_book_and_says_so(faq: Faq, clock: Clock) -> None:
    async with faq.app() as (app, _):
        book = app.book
        async with faq.storage.database.writing() as opened:
            broken = update(FaqRevision).where(FaqRevision.entry_id == CARD)
            await opened.execute(broken.values(content={"question": ["?"]}))
            await opened.commit()
        async with faq.storage.write() as uow:
            await uow.faq.bump()
            await uow.commit()
        with capture_logs() as lines:
            watch = await _watching(app.shelf, 0.01)
            async with asyncio.timeout(20):
                while not any(line["event"] == "faq_refresh_failed" for line in lines):
                    await asyncio.sleep(0.01)
        assert app.book is book
        assert book.match(ASKED[CARD], clock.now.date()).decision == "answer"
        watch.cancel()
        await asyncio.wait({watch})


async def test_a_turn_keeps_the_book_it_began_with(faq: Faq) -> None:
    async with faq.app() as (app, _):
        book = app.book
        async with faq.acting("O") as work:
            await faq_states.retire(work, CARD, 1)
        assert await app.shelf.refresh()
        assert app.book is not book
        assert book.entry(CARD) is not None
        assert app.book.entry(CARD) is None
        assert not await app.shelf.refresh()


async def test_a_copy_of_a_copy_is_never_made(province: Faq) -> None:
    faq = province
    async with faq.acting("O") as work:
        copy = (await faq_states.review(work, CARD, 1)).entry_id
    async with faq.acting("P") as work:
        words = {**await faq.content(copy), "unconfirmed": ["Chưa rõ."]}
        assert (await faq_changes.edit(work, copy, words, 1)).entry_id == copy
        with pytest.raises(RuleError, match="faq-has-copies"):
            await faq_states.set_scope(work, CARD, 1, faq.units["XH"].id)
