"""Answers and other decisions about submissions, through the services, on both databases."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from handlers.errors import RuleError
from handlers.services import answers, assignments, grouping
from handlers.services.answer_delivery import Delivered
from handlers.services.submission_changes import ChangedMeanwhile, changes
from storage.models import (
    AddressState,
    AnswerForm,
    ReturnChannel,
    Role,
    SessionState,
    SubmissionState,
)
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.clock import Clock
from tests.integration.submissions import submission_of, told

_TOLD_AGAIN = "Về mã XM 300 036, anh/chị hỏi “mat the bao hiem lam lai the nao”: Lên xã."


async def test_two_officials_at_once_only_the_first_is_sent(storage: Storage, clock: Clock) -> None:
    world = await worlds.asked(storage, clock.now)
    async with storage.read() as uow:
        found = await uow.submissions.by_code("XM100014")
        assert found is not None
        number, version = found.id, found.version

    async def save(who: str, text: str) -> str:
        try:
            async with acting(storage, world.people[who].id, clock.now) as work:
                await answers.answer(work, number, text, None, version)
        except ChangedMeanwhile as late:
            return late.first or ""
        return "sent"

    results = await asyncio.gather(
        save("O", "Mang căn cước lên xã."), save("O2", "Mang căn cước lên trạm.")
    )
    assert sorted(results, key=lambda text: text == "sent")[1] == "sent"
    async with acting(storage, None, clock.now) as work:
        kept = await submission_of(work, "XM100014")
        assert len(kept.answers) == 1
        assert kept.answers[0].text in results
        assert len(await told(work, world, "H")) == 1
        history = await work.uow.submissions.history(number)
        assert [step.to_state for step in history] == ["da_tiep_nhan", "da_tra_loi"]


async def test_everybody_of_the_group_hears_it_under_the_own_code(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        main, same = await submission_of(work, "XM100014"), await submission_of(work, "XM300036")
        await grouping.mark_duplicate(work, same.id, "XM 100 014", same.version)
        assert same.state == SubmissionState.DUPLICATE
        with pytest.raises(RuleError, match="answer-closed"):
            await answers.answer(work, same.id, "Riêng", None, same.version)
        delivered = await answers.answer(work, main.id, "Lên xã.", "Luật Mẫu.", main.version)
        assert delivered == Delivered(here=2)
        assert await told(work, world, "H") == [
            (
                "Về mã XM 100 014, anh/chị hỏi “thẻ bảo hiểm y tế mất làm lại ở đâu”: "
                "Lên xã.\nTheo Luật Mẫu."
            )
        ]
        assert await told(work, world, "H1") == [
            (
                "Về mã XM 300 036, anh/chị hỏi “mat the bao hiem lam lai the nao”: "
                "Lên xã.\nTheo Luật Mẫu."
            )
        ]
        assert (await submission_of(work, "XM300036")).state == SubmissionState.ANSWERED
        entries = await work.uow.audit.of("submission", main.id)
        assert "answer.released" in [entry.action for entry in entries]


async def test_a_duplicate_of_an_answered_one_is_told_at_once(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        main = await submission_of(work, "XM100014")
        await answers.answer(work, main.id, "Lên xã.", None, main.version)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        same = await submission_of(work, "XM300036")
        other = await grouping.mark_duplicate(work, same.id, "100014", same.version)
        assert other.code == "XM100014"
        assert await told(work, world, "H1") == [_TOLD_AGAIN]


@pytest.mark.parametrize(
    ("code", "refusal"),
    [
        ("XM 100 014", "answer-duplicate-wrong"),
        ("XM 999 999", "answer-code-unknown"),
        ("a", "answer-code-unknown"),
    ],
)
async def test_a_wrong_code_merges_nothing(
    storage: Storage, clock: Clock, code: str, refusal: str
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        main = await submission_of(work, "XM100014")
        with pytest.raises(RuleError, match=refusal):
            await grouping.mark_duplicate(work, main.id, code, main.version)
        assert main.group_id is None


async def test_without_an_account_the_head_who_sent_it_reads_it(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        found = await submission_of(work, "XM200028")
        delivered = await answers.answer(work, found.id, "Xã sẽ đến xem.", None, found.version)
        assert delivered == Delivered(by_head=1)
        assert (await told(work, world, "T"))[0].startswith("Nhờ anh/chị đọc lại cho Hộ Mẫu Ba")


async def test_the_wish_for_the_head_or_the_meeting_is_kept(storage: Storage, clock: Clock) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        by_head = await submission_of(work, "XM100014")
        by_head.return_channel = ReturnChannel.VILLAGE_HEAD
        delivered = await answers.answer(work, by_head.id, "Lên xã.", None, by_head.version)
        assert delivered == Delivered(by_head=1)
        assert not await told(work, world, "H")
        meeting = await submission_of(work, "XM400043")
        meeting.return_channel = ReturnChannel.MEETING
        delivered = await answers.answer(work, meeting.id, "Gặp tổ vay vốn.", None, meeting.version)
        assert delivered == Delivered(at_meeting=1)
        assert "Gặp tổ vay vốn" not in (await told(work, world, "H1"))[0]


@pytest.mark.parametrize(
    ("state", "form"),
    [
        (SessionState.ANNOUNCED, AnswerForm.MEETING),
        (SessionState.IN_PROGRESS, AnswerForm.MEETING),
        (SessionState.CONCLUDED, AnswerForm.MESSAGE),
    ],
)
async def test_what_is_told_at_the_meeting_is_kept_as_told_there(
    storage: Storage, clock: Clock, state: SessionState, form: AnswerForm
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        found = await submission_of(work, "XM100014")
        found.return_channel = ReturnChannel.MEETING
        meeting = await work.uow.dialogue_sessions.get(found.dialogue_session_id or 0)
        assert meeting is not None
        meeting.state = state
        await answers.answer(work, found.id, "Lên xã.", None, found.version)
    async with acting(storage, None, clock.now) as work:
        kept = await submission_of(work, "XM100014")
        assert [one.form for one in kept.answers] == [form]


@pytest.mark.parametrize("state", [AddressState.FORGOTTEN, AddressState.BLOCKED])
async def test_what_was_said_to_the_commune_alone_never_goes_to_the_head(
    storage: Storage, clock: Clock, state: AddressState
) -> None:
    """Who wanted the answer here and cannot be reached any more; the official hears that."""
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        [account] = await work.uow.people.addresses(world.people["H"].id)
        account.state = state
        found = await submission_of(work, "XM100014")
        delivered = await answers.answer(work, found.id, "Lên xã.", None, found.version)
        assert delivered == Delivered(nobody=1)
        assert not await told(work, world, "T")


async def test_an_answer_about_danger_never_goes_to_the_head(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        found = await submission_of(work, "XM400043")
        found.danger, found.return_channel = "violence", ReturnChannel.VILLAGE_HEAD
        delivered = await answers.answer(work, found.id, "Xã sẽ đến.", None, found.version)
        assert delivered == Delivered(here=1)
        [account] = await work.uow.people.addresses(world.people["H1"].id)
        account.state = AddressState.FORGOTTEN
        delivered = await answers.answer(work, found.id, "Xã đang đến.", None, found.version)
        assert delivered == Delivered(nobody=1)
        assert not await told(work, world, "T1")


async def test_the_nameless_are_not_pointed_out_to_a_head(storage: Storage, clock: Clock) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        found = await submission_of(work, "XM300036")
        found.return_channel = ReturnChannel.VILLAGE_HEAD
        delivered = await answers.answer(work, found.id, "Lên xã.", None, found.version)
        assert delivered == Delivered(here=1)
        assert not await told(work, world, "T1")
        assert await told(work, world, "H1") == [_TOLD_AGAIN]


async def test_without_a_head_the_own_account_hears_it(storage: Storage, clock: Clock) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        for head in await work.uow.people.with_role(Role.VILLAGE_HEAD, [world.villages[2].id]):
            for grant in head.roles:
                grant.revoked_at = clock.now
        await work.uow.flush()
        found = await submission_of(work, "XM100014")
        found.return_channel = ReturnChannel.VILLAGE_HEAD
        delivered = await answers.answer(work, found.id, "Lên xã.", None, found.version)
        assert delivered == Delivered(here=1)
        assert await told(work, world, "H") == [
            "Về mã XM 100 014, anh/chị hỏi “thẻ bảo hiểm y tế mất làm lại ở đâu”: Lên xã."
        ]


@pytest.mark.parametrize("gone", ["unlinked", "cancelled", "over"])
async def test_without_a_meeting_ahead_the_own_account_hears_it(
    storage: Storage, clock: Clock, gone: str
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        found = await submission_of(work, "XM400043")
        found.return_channel = ReturnChannel.MEETING
        assert found.dialogue_session_id is not None
        meeting = await work.uow.dialogue_sessions.get(found.dialogue_session_id)
        assert meeting is not None
        if gone == "unlinked":
            found.dialogue_session_id = None
        elif gone == "cancelled":
            meeting.state = SessionState.CANCELLED
        else:
            meeting.starts_at = clock.now - timedelta(days=1)
        delivered = await answers.answer(work, found.id, "Gặp tổ vay vốn.", None, found.version)
        assert delivered == Delivered(here=1)
        assert await told(work, world, "H1") == [
            "Về mã XM 400 043, anh/chị hỏi “Muốn vay vốn nuôi bò thì gặp ai”: Gặp tổ vay vốn."
        ]


async def test_who_said_stop_still_hears_the_own_answer(storage: Storage, clock: Clock) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        household = await work.uow.people.get(world.people["H"].id)
        assert household is not None
        household.stopped_at = clock.now
        found = await submission_of(work, "XM100014")
        delivered = await answers.answer(work, found.id, "Lên xã.", None, found.version)
        assert delivered == Delivered(here=1)


@pytest.mark.parametrize("text", ["", "   ", "x" * 2001])
async def test_an_empty_or_endless_answer_is_refused(
    storage: Storage, clock: Clock, text: str
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        found = await submission_of(work, "XM100014")
        with pytest.raises(RuleError, match="answer-text-wrong"):
            await answers.answer(work, found.id, text, None, found.version)
        with pytest.raises(RuleError, match="answer-text-wrong"):
            await answers.redirect(work, found.id, text, found.version)
        assert found.state is SubmissionState.RECEIVED


async def test_assigning_tells_the_official_and_an_old_version_is_refused(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        found = await submission_of(work, "XM100014")
        old = found.version
        chosen = await assignments.assign(work, found.id, world.people["O2"].id, old)
        assert (found.assignee_id, found.state) == (chosen.id, SubmissionState.ASSIGNED)
        assert "XM 100 014" in (await told(work, world, "O2"))[0]
        with pytest.raises(ChangedMeanwhile) as late:
            await assignments.change_topic(work, found.id, "nha-o", old)
        assert (late.value.key, late.value.first) == ("answer-changed", None)
        await assignments.change_topic(work, found.id, "nha-o", late.value.version)
        assert found.topic == "nha-o"
        with pytest.raises(RuleError, match="not-found"):
            await assignments.assign(work, found.id, world.people["H"].id, found.version)


async def test_redirecting_tells_where_to_go(storage: Storage, clock: Clock) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        found = await submission_of(work, "XM400043")
        await answers.redirect(work, found.id, "Đến ngân hàng chính sách.", found.version)
        assert found.state is SubmissionState.REDIRECTED
        assert await told(work, world, "H1") == [
            (
                "Về mã XM 400 043, anh/chị hỏi “Muốn vay vốn nuôi bò thì gặp ai”: "
                "Đến ngân hàng chính sách."
            )
        ]


async def test_a_head_may_not_answer(storage: Storage, clock: Clock) -> None:
    world = await worlds.asked(storage, clock.now)
    async with acting(storage, world.people["T"].id, clock.now) as work:
        found = await submission_of(work, "XM200028")
        with pytest.raises(RuleError, match="not-allowed"):
            await answers.answer(work, found.id, "Được.", None, found.version)


def test_changes_are_shown_word_by_word() -> None:
    assert changes("lên xã lấy thẻ", "lên huyện lấy thẻ mới") == (
        "lên [- xã] [+ huyện] lấy thẻ [+ mới]"
    )
