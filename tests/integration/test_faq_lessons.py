"""What people do in passing is proposed to the FAQ, masked; who may look after it in the chat."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select

from bot.config import Settings
from bot.ticks import run_ticks
from handlers.errors import RuleError
from handlers.faq_book import FaqBook
from handlers.messages import Incoming
from handlers.services import (
    answers,
    faq_changes,
    faq_entries,
    faq_lessons,
    faq_proposals,
    faq_states,
    faq_wordings,
    legal_documents,
    people,
)
from handlers.services.faq_lessons import Lesson
from handlers.services.submission_changes import ChangedMeanwhile
from storage.models import (
    FaqProposal,
    FaqProposalSource,
    FaqReview,
    Submission,
    SubmissionKind,
    SubmissionState,
)
from storage.unit_of_work import Storage
from tests.acting import acting
from tests.chat import Chat
from tests.clock import Clock
from tests.faq_world import ASKED, CARD, LAW, LOAN, NEW_LAW, ROOF, Faq
from tests.worlds import TERMINAL

TOLD = "cái thẻ đi viện của ông Lò Văn Mẫu rớt xuống suối, gọi 0912 345 678"
MASKED = "cái thẻ đi viện của ông … rớt xuống suối, gọi …"


async def _proposals(storage: Storage) -> list[FaqProposal]:
    async with storage.database.reading() as opened:
        return list((await opened.scalars(select(FaqProposal).order_by(FaqProposal.id))).all())


async def _sent(faq: Faq, text: str = TOLD, danger: str | None = None) -> int:
    """A question of a household of the first commune."""
    async with faq.storage.write() as uow:
        row = Submission(
            code="XM100014",
            kind=SubmissionKind.QUESTION,
            state=SubmissionState.RECEIVED,
            commune_id=faq.units["XM"].id,
            asker_id=faq.people["H"].id,
            text=text,
            topic="bhyt",
            danger=danger,
            faq_candidates=[{"id": LOAN, "score": 0.4}],
            created_at=faq.clock(),
            changed_at=faq.clock(),
        )
        uow.submissions.add(row)
        await uow.commit()
        return row.id


# -- a household takes another entry than the first -----------------------------------------------


def _unsure(book: FaqBook, clock: Clock) -> str:
    """Words for which the FAQ offers several entries."""
    for text in ("đi học nghề được gì", "vay von nuoi heo bao nhieu", "vay vốn cho con học"):
        found = book.match(text, clock.now.date())
        if found.decision == "suggest" and found.candidates[1].score > 0.05:
            return text
    raise AssertionError("the FAQ is sure of everything")


@pytest.mark.parametrize(("consent", "choice", "kept"), [(True, 2, 1), (True, 1, 0), (False, 2, 0)])
async def test_another_choice_is_proposed_with_consent(
    settings: Settings, clock: Clock, book: FaqBook, consent: bool, choice: int, kept: int
) -> None:
    chat = Chat(settings, clock, book)
    await chat.prepare("asked")
    assert chat.world is not None
    storage = chat.storage()
    try:
        if consent:
            async with acting(storage, chat.world.people["H"].id, clock()) as work:
                assert work.actor is not None
                await people.give_consent(work, work.actor)
        text = _unsure(book, clock)
        offered = (await chat.say("H", text))[-1][1]
        await chat.say("H", str(choice))
        proposals = await _proposals(storage)
        assert len(proposals) == kept
        for one in proposals:
            entry = book.entry(one.entry_id or "")
            assert entry is not None
            assert (one.text, one.source) == (text, FaqProposalSource.CHOICE)
            assert entry.question == offered.choices[choice - 1].label
    finally:
        await storage.database.close()


async def test_a_household_without_a_commune_teaches_nothing(faq: Faq) -> None:
    async with faq.acting("H") as work:
        asker = work.actor
        assert asker is not None
        await people.give_consent(work, asker)
        await faq_lessons.from_choice(work, asker, "tôi tố cáo trưởng thôn ăn chặn tiền", CARD)
        await faq_lessons.from_choice(work, asker, TOLD, CARD)
        asker.commune_id = None
        await faq_lessons.from_choice(work, asker, "thẻ của con bị cháy mất rồi", CARD)
    assert [one.text for one in await _proposals(faq.storage)] == [MASKED]


# -- an official says which entry it is -----------------------------------------------------------


async def test_a_corrected_match_stands_first_and_is_proposed(faq: Faq) -> None:
    sent = await _sent(faq)
    async with faq.acting("O") as work:
        assert await faq_lessons.from_correction(work, sent, CARD, 1) is Lesson.WAITS
    async with faq.storage.read() as uow:
        found = await uow.submissions.get(sent)
    assert found is not None
    assert [one["id"] for one in found.faq_candidates] == [CARD, LOAN]
    (proposal,) = await _proposals(faq.storage)
    assert (proposal.text, proposal.entry_id) == (MASKED, CARD)
    assert proposal.source is FaqProposalSource.CORRECTION
    async with faq.acting("O") as work:
        with pytest.raises(ChangedMeanwhile):
            await faq_lessons.from_correction(work, sent, ROOF, 1)
        saved = await faq_proposals.approve(work, proposal.id)
    assert saved.entry_id == CARD
    async with faq.acting("O") as work:
        assert await faq_lessons.from_correction(work, sent, CARD, 2) is Lesson.KNOWN


@pytest.mark.parametrize(
    ("text", "danger"),
    [
        ("tôi tố cáo trưởng thôn ăn chặn tiền của dân", None),
        ("nhà em cần giúp gấp lắm", "hunger"),
        ("thẻ " * 200, None),
        ("", None),
    ],
)
async def test_what_is_not_for_common_use_is_corrected_but_not_proposed(
    faq: Faq, text: str, danger: str | None
) -> None:
    sent = await _sent(faq, text, danger)
    async with faq.acting("O") as work:
        assert await faq_lessons.from_correction(work, sent, CARD, 1) is Lesson.REFUSED
    async with faq.storage.read() as uow:
        found = await uow.submissions.get(sent)
    assert found is not None
    assert found.faq_candidates[0]["id"] == CARD
    assert await _proposals(faq.storage) == []


async def test_only_officials_of_the_commune_correct_or_keep(province: Faq) -> None:
    faq = province
    sent = await _sent(faq)
    for who in ("O2", "T", "H"):
        async with faq.acting(who) as work:
            with pytest.raises(RuleError, match="not-allowed"):
                await faq_lessons.from_correction(work, sent, CARD, 1)
            with pytest.raises(RuleError, match="not-allowed"):
                await faq_lessons.from_answer(work, sent)
    assert await _proposals(faq.storage) == []


# -- an answer is kept for the next time ----------------------------------------------------------


async def test_a_kept_answer_becomes_an_entry(faq: Faq, clock: Clock) -> None:
    sent = await _sent(faq, "chợ phiên xã mình họp ngày nào vậy")
    async with faq.acting("O") as work:
        with pytest.raises(RuleError, match="not-found"):
            await faq_lessons.from_answer(work, sent)
        said = "Họp ngày rằm, anh/chị hỏi ông Lò Văn Mẫu."
        await answers.answer(work, sent, said, None, 1)
    async with faq.acting("O") as work:
        assert await faq_lessons.from_answer(work, sent) is Lesson.WAITS
        (proposal,) = await faq_proposals.waiting(work, limit=5)
        assert (proposal.answer, proposal.entry_id, proposal.topic) == (
            "Họp ngày rằm, anh/chị hỏi ông ….",
            None,
            "bhyt",
        )
        assert await faq_proposals.count_waiting(work) == 1
        content = {"question": proposal.text, "answer": {"short": "Họp ngày rằm."}}
        made = await faq_proposals.approve_as_entry(work, proposal.id, "bhyt", content)
        assert await faq_proposals.count_waiting(work) == 0
    found = (await faq.book()).match("chợ phiên xã mình họp ngày nào vậy", clock.now.date())
    assert found.candidates[0].id == made.entry_id


# -- wordings -------------------------------------------------------------------------------------


async def test_a_wording_that_helps_nobody_is_refused(faq: Faq) -> None:
    async with faq.acting("O") as work:
        for text, refusal in (
            (f"{ASKED[CARD]} ạ", "faq-alias-alike"),
            ("vay tiền nuôi bò", "faq-alias-elsewhere"),
        ):
            with pytest.raises(RuleError, match=refusal):
                await faq_proposals.learn(work, CARD, text)
    assert (await faq.record(CARD)).revision == 1


async def test_a_wording_is_refused_where_another_entry_is_told(province: Faq) -> None:
    """As when a file is taken in: a shared entry is told beside those of every commune."""
    faq, words = province, "chợ phiên xã mình họp ngày nào"
    async with faq.acting("O") as work:
        content = {"question": f"{words}?", "answer": {"short": "Họp ngày rằm."}}
        own = await faq_changes.create(work, "khac", content)
    async with faq.acting("O2") as work:  # told where the other is not
        copy = await faq_proposals.learn(work, CARD, words)
    assert copy.entry_id != CARD
    for who, entry_id, other in (("P", ROOF, copy), ("O", CARD, own)):
        async with faq.acting(who) as work:
            with pytest.raises(RuleError, match="faq-alias-elsewhere") as refused:
                await faq_proposals.learn(work, entry_id, words)
        assert refused.value.params["entry"] == other.entry_id


async def test_a_wording_can_be_taken_away(faq: Faq) -> None:
    async with faq.acting("O") as work:
        with pytest.raises(RuleError, match="not-found"):
            await faq_wordings.remove(work, CARD, "không có lời này", 1)
        await faq_wordings.remove(work, CARD, ASKED[CARD], 1)
    assert "aliases" not in await faq.content(CARD)
    async with faq.acting("T") as work:
        with pytest.raises(RuleError, match="not-allowed"):
            await faq_wordings.remove(work, LOAN, ASKED[LOAN], 1)


# -- ended laws -----------------------------------------------------------------------------------


async def test_the_preview_says_what_marking_an_end_does(faq: Faq, clock: Clock) -> None:
    today = clock.now.date()
    async with faq.acting("O") as work:
        await faq_states.review(work, CARD, 1)
    clock.forward(days=3)
    for last, expected in (
        (today + timedelta(days=9), (CARD, ROOF)),
        (today - timedelta(days=1), (CARD, ROOF)),  # also what was reviewed after that day
    ):
        async with faq.acting("O") as work:
            preview = await legal_documents.preview(work, LAW, last)
            assert preview.entries == expected
            ended = await legal_documents.mark_ended(work, LAW, last, replaced_by=NEW_LAW)
            assert {*ended.now, *ended.later} == set(expected)
    assert (await faq.record(ROOF)).review is FaqReview.TO_REVIEW
    async with faq.acting("O") as work:
        assert (await legal_documents.preview(work, LAW, today)).entries == (CARD, ROOF)


async def test_only_who_stands_over_everybody_sees_a_preview(province: Faq, clock: Clock) -> None:
    async with province.acting("P") as work:
        assert (await legal_documents.preview(work, LAW, clock.now.date())).told == 0
    for who in ("O", "T", "H"):
        async with province.acting(who) as work:
            with pytest.raises(RuleError, match="not-allowed"):
                await legal_documents.preview(work, LAW, clock.now.date())


# -- the chat -------------------------------------------------------------------------------------


async def _talk(faq: Faq, who: str, *texts: str) -> str:
    """Lines of somebody; what they were told by the last one."""
    told = ""
    async with faq.app() as (app, channel):
        for text in texts:
            channel.sent.clear()
            await app.intake.receive(Incoming(TERMINAL, who, f"{who}-{faq.clock.now}", text=text))
            await app.dispatcher.drain()
            faq.clock.forward(seconds=5)
            told = "\n".join(reply.plain() for address, reply in channel.sent if address == who)
    return told


async def test_a_commune_saves_its_own_copy_and_cannot_end_a_law(province: Faq) -> None:
    faq = province
    told = await _talk(faq, "O", "bộ câu hỏi", "1", "mất thẻ", "1")
    assert "lưu thành bản riêng của xã" in told
    told = await _talk(faq, "O", "1", "1")
    assert "Đây là bản riêng của xã" in told
    assert "Chỉ dùng ở Xã Mẫu" in told
    assert (await faq.record(CARD)).review is FaqReview.UNREVIEWED
    copy = await faq.record(f"{CARD}@{faq.units['XM'].id}")
    assert (copy.review, copy.reviewed_by) == (FaqReview.REVIEWED, "Cán bộ Mẫu")
    assert "Dùng chung cho nhiều xã" in await _talk(faq, "O2", "bộ câu hỏi", "1", "mất thẻ", "1")
    told = await _talk(faq, "O", "menu", "văn bản", "1", "01/2025", "1")
    assert "Cán bộ cấp trên mới báo hết hiệu lực được" in told
    assert "Báo hết hiệu lực" not in told


@pytest.mark.parametrize("who", ["H", "T"])
@pytest.mark.parametrize("word", ["bộ câu hỏi", "văn bản hết hiệu lực", "cách hỏi chờ duyệt"])
async def test_nobody_else_reaches_the_desk(province: Faq, who: str, word: str) -> None:
    told = await _talk(province, who, word)
    assert "1. Tìm" not in told
    assert "chờ duyệt" not in told


async def test_a_role_taken_back_ends_the_open_talk(faq: Faq) -> None:
    await _talk(faq, "O", "bộ câu hỏi", "1", "mất thẻ", "1", "2", "1", "Anh/chị lên trạm y tế.")
    async with faq.acting("O") as work:
        assert work.actor is not None
        for grant in work.actor.roles:
            grant.revoked_at = work.now
    assert "dành cho người phụ trách" in await _talk(faq, "O", "1")
    assert (await faq.record(CARD)).revision == 1


async def test_a_notice_names_the_word_that_opens_the_entry(faq: Faq) -> None:
    async with faq.acting("O") as work:
        await faq_states.send_to_review(work, CARD, 1)
    async with faq.app() as (app, channel):
        await run_ticks(app)
        await app.dispatcher.drain()
        (notice,) = [reply.text for address, reply in channel.sent if address == "O"]
    assert '"câu cần rà soát"' in notice
    told = await _talk(faq, "O", "câu cần rà soát", "1")
    assert ASKED[CARD] in told
    assert "Đang chờ rà soát" in told
    async with faq.acting("O") as work:
        assert await faq_entries.nearest(work, CARD) == CARD
