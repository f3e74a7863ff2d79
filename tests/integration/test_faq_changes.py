"""Officials change the FAQ: revisions, who may, what others see of it."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from handlers.errors import RuleError
from handlers.messages import File
from handlers.services import faq_changes, faq_entries, faq_states
from handlers.services.faq_changes import ChangedMeanwhile
from storage.models import AuditEntry, FaqOrigin, FaqReview
from tests.clock import Clock
from tests.faq_world import ASKED, CARD, LOAN, ROOF, Faq

OTHER = {"short": "Anh/chị lên trạm y tế."}


async def _audited(faq: Faq) -> list[AuditEntry]:
    from sqlalchemy import select

    async with faq.storage.database.reading() as opened:
        query = select(AuditEntry).where(AuditEntry.subject_type == "faq_entry")
        return list((await opened.scalars(query.order_by(AuditEntry.id))).all())


async def test_an_edit_is_a_new_revision_and_can_be_rolled_back(faq: Faq) -> None:
    before = await faq.content(CARD)
    async with faq.acting("O") as work:
        saved = await faq_changes.edit(work, CARD, {**before, "answer": OTHER}, 1)
    assert (saved.entry_id, saved.revision, saved.advice) == (CARD, 2, ())
    assert (await faq.record(CARD)).edited_here
    async with faq.acting("O") as work:
        await faq_changes.roll_back(work, CARD, 1, 2)
    async with faq.acting("O") as work:
        seen = await faq_entries.view(work, CARD)
        first = await faq_entries.at(work, CARD, 2)
    assert seen.entry.answer.short == "Anh/chị mang giấy tờ lên xã."
    assert first.answer.short == OTHER["short"]
    assert [(one.number, one.origin) for one in seen.revisions] == [
        (3, FaqOrigin.ROLLBACK),
        (2, FaqOrigin.EDIT),
        (1, FaqOrigin.SEED),
    ]
    assert not seen.record.edited_here, "these are the words of the release again"
    assert [one.action for one in await _audited(faq)] == ["faq.edited", "faq.rolled_back"]
    assert await faq.version() == 3


async def test_two_officials_at_once_the_second_is_told_kindly(faq: Faq) -> None:
    words = await faq.content(CARD)

    async def save(short: str) -> str:
        try:
            async with faq.acting("O", book) as work:
                await faq_changes.edit(work, CARD, {**words, "answer": {"short": short}}, 1)
        except ChangedMeanwhile as late:
            return f"{late.key} {late.revision}"
        return short

    book = await faq.book()
    results = await asyncio.gather(*(save(f"Lời thứ {n}.") for n in ("nhất", "hai", "ba", "tư")))
    kept = [one for one in results if one != "faq-changed-meanwhile 2"]
    assert len(kept) == 1
    assert (await faq.content(CARD))["answer"] == {"short": kept[0]}
    assert await faq.version() == 2


async def test_changes_of_many_entries_at_once_count_every_one(faq: Faq) -> None:
    book = await faq.book()

    async def review(entry_id: str) -> None:
        async with faq.acting("O", book) as work:
            await faq_states.review(work, entry_id, 1)

    await asyncio.gather(*(review(entry_id) for entry_id in (CARD, LOAN, ROOF)))
    assert await faq.version() == 4


async def test_a_review_stands_for_the_words_that_were_read(faq: Faq, clock: Clock) -> None:
    async with faq.acting("O") as work:
        await faq_states.review(work, CARD, 1)
    seen = await faq.record(CARD)
    assert (seen.review, seen.reviewed_by) == (FaqReview.REVIEWED, "Cán bộ Mẫu")
    assert seen.reviewed_on == clock.now.date()
    words = await faq.content(CARD)
    async with faq.acting("O") as work:
        more = {**words, "aliases": {"accented": [*words["aliases"]["accented"], "thẻ bị mất"]}}
        await faq_changes.edit(work, CARD, more, 1)
    assert (await faq.record(CARD)).review is FaqReview.REVIEWED, "only aliases were added"
    async with faq.acting("O") as work:
        await faq_changes.edit(work, CARD, {**more, "answer": OTHER}, 2)
    assert (await faq.record(CARD)).review is FaqReview.UNREVIEWED


async def test_what_waits_for_review_or_ended_is_not_told(faq: Faq, clock: Clock) -> None:
    async with faq.acting("O") as work:
        await faq_states.send_to_review(work, CARD, 1)
    async with faq.acting("O") as work:
        await faq_states.expire(work, LOAN, 1)
    async with faq.acting("O") as work:
        await faq_states.set_validity(
            work, ROOF, 1, first=None, last=clock.now.date() - timedelta(days=1)
        )
    book = await faq.book()
    for entry_id in (CARD, LOAN, ROOF):
        found = book.match(ASKED[entry_id], clock.now.date())
        assert (found.decision, found.changed) == ("none", entry_id)
        assert found.candidates[0].id == entry_id, "officials see what was meant"
    async with faq.acting("O") as work:
        with pytest.raises(RuleError, match="faq-review-over"):
            await faq_states.review(work, ROOF, 1)
        await faq_states.review(work, CARD, 1)
    assert (await faq.book()).match(ASKED[CARD], clock.now.date()).decision == "answer"


async def test_what_holds_from_a_later_day_is_not_there_before(faq: Faq, clock: Clock) -> None:
    tomorrow = clock.now.date() + timedelta(days=1)
    async with faq.acting("O") as work:
        await faq_states.set_validity(work, CARD, 1, first=tomorrow, last=None)
    book = await faq.book()
    today = book.match(ASKED[CARD], clock.now.date())
    assert CARD not in {one.id for one in today.candidates}
    assert book.match(ASKED[CARD], tomorrow).decision == "answer"


async def test_a_retired_entry_is_gone_until_it_is_restored(faq: Faq, clock: Clock) -> None:
    async with faq.acting("O") as work:
        await faq_states.retire(work, CARD, 1)
    async with faq.acting("O") as work:
        with pytest.raises(RuleError, match="faq-retired"):
            await faq_states.review(work, CARD, 1)
        assert [one.id for one in await faq_entries.retired(work, limit=5)] == [CARD]
        assert await faq_entries.count(work) == 2
    assert (await faq.book()).entry(CARD) is None
    async with faq.acting("O") as work:
        await faq_states.restore(work, CARD)
    assert (await faq.book()).match(ASKED[CARD], clock.now.date()).decision == "answer"


@pytest.mark.parametrize(
    ("changes", "refusal"),
    [
        ({"answer": {"details": {"who": "Ai cũng được."}}}, "faq-content-wrong"),
        ({"answer": {"short": "x" * 2001}}, "faq-content-wrong"),
        ({"question": ""}, "faq-content-wrong"),
        ({"strange": "x"}, "faq-content-wrong"),
        ({"cites": [{"document": "luat-khong-co"}]}, "faq-unknown-document"),
        ({"answer": {"short": "Mang thẻ lên xã ngay!!!"}}, "faq-text-shouted"),
        ({"question": "Mất thẻ thì gọi 0912 345 678 à?"}, "faq-text-number"),
        ({"answer": {"short": "Lên xã.", "details": {"who": "Gọi +84912345678."}}}, "faq-text-n"),
    ],
)
async def test_wrong_words_are_refused_and_nothing_changes(
    faq: Faq, changes: dict[str, object], refusal: str
) -> None:
    words = {**await faq.content(CARD), **changes}
    async with faq.acting("O") as work:
        with pytest.raises(RuleError, match=refusal):
            await faq_changes.edit(work, CARD, words, 1)
    assert (await faq.record(CARD)).revision == 1
    assert await faq.version() == 1


async def test_an_answer_may_name_the_duty_phone_and_numbers_it_had(faq: Faq) -> None:
    async with faq.acting("O") as work:
        await work.uow.units.set_setting(
            faq.units["XM"].id, "duty_phone", "0912 000 111", source=None, confirmed_by=None
        )
    words = await faq.content(CARD)
    async with faq.acting("O") as work:
        short = "Anh/chị gọi 0912000111 hoặc 1900 9095."
        await faq_changes.edit(work, CARD, {**words, "answer": {"short": short}}, 1)
    async with faq.acting("O") as work:
        await work.uow.units.drop_setting(faq.units["XM"].id, "duty_phone")
        answer = {"short": f"{short} Xã có người trực."}
        await faq_changes.edit(work, CARD, {**words, "answer": answer}, 2)


async def test_new_words_bear_the_day_on_which_they_were_written(faq: Faq, clock: Clock) -> None:
    words = await faq.content(CARD)
    assert words["checked_on"] == "2026-11-01"
    async with faq.acting("O") as work:
        await faq_changes.edit(work, CARD, {**words, "aliases": {"a": ["mất cái thẻ rồi"]}}, 1)
    assert (await faq.content(CARD))["checked_on"] == "2026-11-01", "no word of it was written"
    async with faq.acting("O") as work:
        await faq_changes.edit(work, CARD, {**words, "answer": {"short": "Lên xã."}}, 2)
    assert (await faq.content(CARD))["checked_on"] == clock.now.date().isoformat()


async def test_a_new_entry_is_found_and_has_a_readable_id(faq: Faq, clock: Clock) -> None:
    content = {"question": "Chợ phiên họp ngày nào?", "answer": {"short": "Họp ngày rằm."}}
    async with faq.acting("O") as work:
        first = await faq_changes.create(work, "khac", content)
        second = await faq_changes.create(work, "khac", content)
    assert first.entry_id == "khac-cho-phien-hop-ngay-nao"
    assert second.entry_id == "khac-cho-phien-hop-ngay-nao-2"
    async with faq.acting("O") as work:
        found = await faq_entries.search(work, "cho phien")
    assert {line.record.id for line in found[:2]} == {first.entry_id, second.entry_id}


async def test_hard_words_are_saved_with_advice(faq: Faq) -> None:
    words = {**await faq.content(CARD), "answer": {"short": "Đối tượng thụ hưởng nộp 5tr!"}}
    async with faq.acting("O") as work:
        saved = await faq_changes.edit(work, CARD, words, 1)
    assert {finding.rule for finding in saved.advice} >= {"money", "voice"}


async def test_a_recording_goes_when_the_answer_changes(faq: Faq) -> None:
    voice = File("voice", "audio/ogg", 10, "0" * 64, "key-mau")
    async with faq.acting("O") as work:
        with pytest.raises(RuleError, match="faq-no-recording"):
            await faq_states.set_audio(
                work, CARD, 1, File("photo", "image/jpeg", 10, "0" * 64, "key-anh")
            )
        await faq_states.set_audio(work, CARD, 1, voice)
    audio = (await faq.record(CARD)).audio_id
    assert audio is not None
    dropped: list[str] = []
    faq.storage.file_dropped = dropped.append
    words = await faq.content(CARD)
    async with faq.acting("O") as work:
        await faq_changes.edit(work, CARD, {**words, "unconfirmed": ["Chưa rõ."]}, 1)
    assert (await faq.record(CARD)).audio_id == audio
    async with faq.acting("O") as work:
        await faq_changes.edit(work, CARD, {**words, "answer": OTHER}, 2)
    assert (await faq.record(CARD)).audio_id is None
    assert dropped == ["key-mau"]


# -- who may, and where it holds ------------------------------------------------------------------


@pytest.mark.parametrize("who", ["T", "H"])
async def test_only_officials_touch_the_faq(faq: Faq, who: str) -> None:
    words = await faq.content(CARD)
    async with faq.acting(who) as work:
        for act in (
            faq_changes.edit(work, CARD, words, 1),
            faq_changes.create(work, "khac", words),
            faq_states.review(work, CARD, 1),
            faq_states.retire(work, CARD, 1),
            faq_entries.view(work, CARD),
            faq_entries.listed(work, limit=5),
            faq_entries.search(work, "thẻ"),
        ):
            with pytest.raises(RuleError, match="not-allowed"):
                await act
    assert await faq.version() == 1


async def test_a_commune_changes_its_own_copy_of_a_shared_entry(
    province: Faq, clock: Clock
) -> None:
    faq, day = province, clock.now.date()
    words = {**await faq.content(CARD), "answer": OTHER}
    async with faq.acting("O") as work:
        assert (await faq_entries.view(work, CARD)).copies
        saved = await faq_changes.edit(work, CARD, words, 1)
    copy = f"{CARD}@{faq.units['XM'].id}"
    assert (saved.entry_id, saved.revision) == (copy, 2)
    assert (await faq.record(CARD)).revision == 1

    async with faq.storage.read() as uow:
        mine = await uow.units.lineage(faq.people["T"].village_id or 0)
        other = await uow.units.lineage(faq.units["XH"].id)
    book = await faq.book()
    assert [one.id for one in book.match(ASKED[CARD], day, mine).candidates].count(copy) == 1
    assert CARD not in {one.id for one in book.match(ASKED[CARD], day, mine).candidates}
    best = book.match(ASKED[CARD], day, mine).candidates[0]
    assert (best.id, best.score) == (copy, 0.99), "certain, though the shared entry has the words"
    assert book.match(ASKED[CARD], day, other).candidates[0].id == CARD
    assert book.match(ASKED[CARD], day).candidates[0].id == CARD

    async with faq.acting("O") as work:
        found = [line.record.id for line in await faq_entries.search(work, "mất thẻ")]
        assert found[0] == copy
        assert CARD not in found
        listed = [line.record.id for line in await faq_entries.listed(work, limit=9)]
        assert CARD not in listed
        assert await faq_entries.count(work) == 3
        with pytest.raises(ChangedMeanwhile):  # the copy is theirs now, not the shared entry
            await faq_changes.edit(work, CARD, words, 1)
    async with faq.acting("O2") as work:
        with pytest.raises(RuleError, match="not-found"):
            await faq_entries.view(work, copy)
        with pytest.raises(RuleError, match="not-found"):
            await faq_changes.edit(work, copy, words, 2)
    async with faq.acting("P") as work:
        await faq_changes.edit(work, copy, {**words, "unconfirmed": ["Chưa rõ."]}, 2)
    async with faq.acting("O") as work:
        await faq_states.retire(work, copy, 3)
    assert (await faq.book()).match(ASKED[CARD], day, mine).candidates[0].id == CARD
    async with faq.acting("O") as work:
        again = await faq_changes.edit(work, CARD, words, 1)
    assert (again.entry_id, again.revision) == (copy, 5)


async def test_two_officials_of_a_commune_make_one_copy(province: Faq) -> None:
    faq, book = province, await province.book()

    async def review() -> str:
        try:
            async with faq.acting("O", book) as work:
                return (await faq_states.review(work, CARD, 1)).entry_id
        except ChangedMeanwhile as late:
            return late.key

    results = await asyncio.gather(*(review() for _ in range(4)))
    assert sorted(results) == sorted(
        [f"{CARD}@{faq.units['XM'].id}", *["faq-changed-meanwhile"] * 3]
    )


async def test_the_unit_over_all_changes_what_is_shared(province: Faq) -> None:
    faq = province
    async with faq.acting("P") as work:
        assert not (await faq_entries.view(work, CARD)).copies
        saved = await faq_states.review(work, CARD, 1)
    assert saved.entry_id == CARD
    async with faq.acting("O") as work:
        for act in (
            faq_states.retire(work, CARD, 1),
            faq_states.set_scope(work, CARD, 1, faq.units["XM"].id),
            faq_states.set_scope(work, CARD, 1, None),
        ):
            with pytest.raises(RuleError, match="faq-shared"):
                await act


async def test_an_entry_of_a_commune_does_not_exist_elsewhere(province: Faq, clock: Clock) -> None:
    faq, day = province, clock.now.date()
    question = "Chợ phiên họp ngày nào?"
    content = {"question": question, "answer": {"short": "Họp ngày rằm."}}
    async with faq.acting("O") as work:
        made = await faq_changes.create(work, "khac", content)
    assert (await faq.record(made.entry_id)).unit_id == faq.units["XM"].id
    book = await faq.book()
    here, there = (faq.units["XM"].id,), (faq.units["XH"].id,)
    assert book.match(question, day, here).decision == "answer"
    for units in (there, ()):
        found = book.match(question, day, units)
        assert found.decision == "none"
        assert made.entry_id not in {one.id for one in found.candidates}
    async with faq.acting("O") as work:
        with pytest.raises(RuleError, match="faq-shared"):
            await faq_states.set_scope(work, made.entry_id, 1, None)
    async with faq.acting("P") as work:
        await faq_states.set_scope(work, made.entry_id, 1, None)
    book = await faq.book()
    assert book.match(question, day, there).decision == "answer"
