"""Rules of dialogue sessions and announcements, through the services, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest

from handlers.errors import RuleError
from handlers.exports.base import Scope
from handlers.exports.submissions import SubmissionsExport
from handlers.services import (
    announcements,
    date_warnings,
    dialogue_sessions,
    notice_words,
    reach,
    registrations,
    session_deadlines,
    session_plans,
    submissions,
)
from handlers.services.session_plans import Plan
from handlers.texts import local
from storage.models import (
    SessionState,
    SubmissionKind,
)
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.clock import Clock
from tests.integration.meetings import hour, meeting_id, official


async def test_deadlines_have_defaults_and_every_village_its_seats(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.commune(storage, clock.now)
    starts = clock.now + timedelta(days=15)
    async with acting(storage, official(world), clock.now) as work:
        made = await session_plans.create(
            work,
            world.commune.id,
            Plan("Đối thoại", {one.id: 15 for one in world.villages}, starts, "hội trường xã"),
        )
        made_id = made.id
    async with acting(storage, official(world), clock.now) as work:
        found = await work.uow.dialogue_sessions.get(made_id)
        assert found is not None
        assert found.state is SessionState.DRAFT
        assert [quota.seats for quota in found.quotas] == [15] * 6
        day = local(starts).date()
        closes = (found.registration_closes_at, found.questions_close_at, found.answers_due_at)
        days = [(local(one).date() - day).days for one in closes if one]
        assert days == [-3, -2, 10]
        entries = await work.uow.audit.of("dialogue_session", made_id)
        assert [one.action for one in entries] == ["dialogue_session.created"]


async def test_a_meeting_at_short_notice_has_no_deadline_that_is_over(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.commune(storage, clock.now)
    starts = clock.now + timedelta(days=1)
    plan = Plan("Đối thoại", {world.villages[0].id: 15}, starts, "hội trường xã")
    async with acting(storage, official(world), clock.now) as work:
        made_id = (await session_plans.create(work, world.commune.id, plan)).id
    async with acting(storage, official(world), clock.now) as work:
        await announcements.publish(work, made_id)
        found = await work.uow.dialogue_sessions.get(made_id)
        assert found is not None
        assert (found.registration_closes_at, found.questions_close_at) == (starts, starts)
        assert session_deadlines.registration_open(found, clock.now)


async def test_a_draft_that_lay_for_long_is_announced_with_deadlines_ahead(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.drafted(storage, clock.now)
    late = hour(world) - timedelta(hours=5)
    async with acting(storage, official(world), late) as work:
        draft = await work.uow.dialogue_sessions.get(meeting_id(world))
        assert draft is not None
        shown = await reach.preview(work, draft)
        assert "Hạn đăng ký: 7 giờ 30 sáng, thứ Bảy, 05/12/2026." in shown.text
        await announcements.publish(work, draft.id)
        assert draft.registration_closes_at == hour(world)
        assert await notice_words.notice(work, draft) == shown.text
        await dialogue_sessions.close_registration(work, draft.id)
        assert "Đã hết hạn đăng ký." in await notice_words.notice(work, draft)


async def test_a_new_date_at_short_notice_has_its_deadlines_ahead(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.announced(storage, clock.now)
    soon = clock.now + timedelta(days=2)
    async with acting(storage, official(world), clock.now) as work:
        found = await dialogue_sessions.postpone(work, meeting_id(world), soon)
        assert found.registration_closes_at == soon


@pytest.mark.parametrize(
    ("change", "refusal"),
    [
        ({"seats": {}}, "session-villages-wrong"),
        ({"seats": {999_999: 15}}, "session-villages-wrong"),
        ({"seats": "negative"}, "session-seats-wrong"),
        ({"venue": "x" * 501}, "session-text-too-long"),
        ({"late": True}, "session-deadline-after-start"),
    ],
)
async def test_a_wrong_plan_changes_nothing(
    storage: Storage, clock: Clock, change: dict[str, object], refusal: str
) -> None:
    world = await worlds.commune(storage, clock.now)
    starts = clock.now + timedelta(days=15)
    seats = change.get("seats", {world.villages[0].id: 15})
    if seats == "negative":
        seats = {world.villages[0].id: -1}
    plan = Plan(
        "Đối thoại",
        seats,  # type: ignore[arg-type]
        starts,
        str(change.get("venue", "hội trường xã")),
        questions_close_at=starts + timedelta(hours=1) if change.get("late") else None,
    )
    with pytest.raises(RuleError) as refused:
        async with acting(storage, official(world), clock.now) as work:
            await session_plans.create(work, world.commune.id, plan)
    assert refused.value.key == refusal
    async with storage.read() as uow:
        assert not await uow.dialogue_sessions.of_commune(world.commune.id)


async def test_a_draft_is_written_anew_and_nothing_later(storage: Storage, clock: Clock) -> None:
    world = await worlds.commune(storage, clock.now)
    first, second, third = (one.id for one in world.villages[:3])
    starts = clock.now + timedelta(days=15)
    plan = Plan("Đối thoại", {first: 15, second: 15}, starts, "hội trường xã", bring_items="thẻ")
    async with acting(storage, official(world), clock.now) as work:
        made_id = (await session_plans.create(work, world.commune.id, plan)).id
    later = starts + timedelta(days=7)
    anew = Plan("Tên khác", {second: 20, third: 5}, later, "nhà văn hoá")
    async with acting(storage, official(world), clock.now) as work:
        await session_plans.change(work, made_id, anew)
    async with acting(storage, official(world), clock.now) as work:
        found = await work.uow.dialogue_sessions.get(made_id)
        assert found is not None
        assert {one.village_id: one.seats for one in found.quotas} == {second: 20, third: 5}
        assert (found.title, found.venue, found.bring_items) == ("Đối thoại", "nhà văn hoá", None)
        assert found.starts_at == later
        assert found.questions_close_at is not None
        assert (local(found.questions_close_at).date() - local(later).date()).days == -2
        with pytest.raises(RuleError, match="session-villages-wrong"):
            await session_plans.change(work, made_id, Plan("Đối thoại", {}, later))
        await dialogue_sessions.announce(work, made_id)
        with pytest.raises(RuleError, match="session-wrong-state"):
            await session_plans.change(work, made_id, anew)


async def test_only_officials_of_the_commune_may(storage: Storage, clock: Clock) -> None:
    world = await worlds.announced(storage, clock.now)
    for who in ("T", "H"):
        with pytest.raises(RuleError, match="not-allowed"):
            async with acting(storage, world.people[who].id, clock.now) as work:
                await dialogue_sessions.cancel(work, meeting_id(world))


async def test_the_states_follow_their_order(storage: Storage, clock: Clock) -> None:
    world = await worlds.announced(storage, clock.now)
    number = meeting_id(world)
    async with acting(storage, official(world), clock.now) as work:
        with pytest.raises(RuleError, match="session-wrong-state"):
            await dialogue_sessions.conclude(work, number)
        with pytest.raises(RuleError, match="session-not-today"):
            await dialogue_sessions.start(work, number)
        await dialogue_sessions.close_registration(work, number)
        with pytest.raises(RuleError, match="session-wrong-state"):
            await dialogue_sessions.close_registration(work, number)
    async with acting(storage, official(world), hour(world)) as work:
        await dialogue_sessions.start(work, number)
        for refused in (
            dialogue_sessions.cancel(work, number),
            dialogue_sessions.postpone(work, number, None),
            dialogue_sessions.reopen(work, number, clock.now + timedelta(days=1)),
            dialogue_sessions.announce(work, number),
            session_plans.set_when_and_where(work, number, None, "nơi khác"),
        ):
            with pytest.raises(RuleError, match="session-wrong-state"):
                await refused
        ended = await dialogue_sessions.conclude(work, number)
        assert ended.state is SessionState.CONCLUDED
        with pytest.raises(RuleError, match="session-wrong-state"):
            await dialogue_sessions.start(work, number)


async def test_a_meeting_begins_on_its_day_in_viet_nam(storage: Storage, clock: Clock) -> None:
    world = await worlds.announced(storage, clock.now)
    # 7:30 in the morning there is half past midnight in UTC: the day begins the evening before.
    morning = hour(world) - timedelta(hours=7, minutes=30)
    for now in (morning - timedelta(seconds=1), morning + timedelta(days=1)):
        async with acting(storage, official(world), now) as work:
            with pytest.raises(RuleError, match="session-not-today"):
                await dialogue_sessions.start(work, meeting_id(world))
    async with acting(storage, official(world), morning) as work:
        found = await dialogue_sessions.start(work, meeting_id(world))
        assert found.state is SessionState.IN_PROGRESS


async def test_a_meeting_that_nobody_noted_is_still_concluded(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.announced(storage, clock.now)
    async with acting(storage, official(world), hour(world) - timedelta(seconds=1)) as work:
        with pytest.raises(RuleError, match="session-wrong-state"):
            await dialogue_sessions.conclude(work, meeting_id(world))
    async with acting(storage, official(world), hour(world) + timedelta(days=3)) as work:
        found = await dialogue_sessions.conclude(work, meeting_id(world))
        assert found.state is SessionState.CONCLUDED


async def test_what_was_noted_by_mistake_is_taken_back_on_the_same_day(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.announced(storage, clock.now)
    number = meeting_id(world)
    async with acting(storage, official(world), clock.now) as work:
        await dialogue_sessions.close_registration(work, number)
        with pytest.raises(RuleError, match="session-wrong-state"):
            await dialogue_sessions.undo(work, number, SessionState.REGISTRATION_CLOSED)
    async with acting(storage, official(world), hour(world)) as work:
        await dialogue_sessions.start(work, number)
        await dialogue_sessions.conclude(work, number)
        with pytest.raises(RuleError, match="session-wrong-state"):
            await dialogue_sessions.undo(work, number, SessionState.IN_PROGRESS)
        found = (await dialogue_sessions.undo(work, number, SessionState.CONCLUDED)).meeting
        assert found.state is SessionState.IN_PROGRESS
        found = (await dialogue_sessions.undo(work, number, SessionState.IN_PROGRESS)).meeting
        assert found.state is SessionState.REGISTRATION_CLOSED, "as it was before"
        noted = await work.uow.audit.of("dialogue_session", number)
        assert [one.details["before"] for one in noted if one.action.endswith(".undone")] == [
            "concluded",
            "in_progress",
        ]
        await dialogue_sessions.conclude(work, number)
    async with acting(storage, world.people["T"].id, hour(world)) as work:
        with pytest.raises(RuleError, match="not-allowed"):
            await dialogue_sessions.undo(work, number, SessionState.CONCLUDED)
    async with acting(storage, official(world), hour(world) + timedelta(days=1)) as work:
        with pytest.raises(RuleError, match="session-undo-over"):
            await dialogue_sessions.undo(work, number, SessionState.CONCLUDED)
        found = await work.uow.dialogue_sessions.get(number) or found
        assert found.state is SessionState.CONCLUDED
        assert not await dialogue_sessions.can_undo(work, found)


async def test_questions_and_lists_while_it_goes_on_and_afterwards(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.asked(storage, clock.now)
    number, head = meeting_id(world), world.people["T"].id
    begins, village = hour(world), world.villages[2].id

    async def asked(at: timedelta) -> tuple[int | None, bool]:
        async with acting(storage, head, begins + at) as work:
            row = await submissions.receive(
                work,
                kind=SubmissionKind.QUESTION,
                text="Bao giờ có thẻ mới",
                commune_id=world.commune.id,
                village_id=village,
                asker=None,
                asker_name="Hộ Mẫu Năm",
                teller=world.people["T"],
            )
            return row.dialogue_session_id, row.late

    # Nobody noted that it began: what comes after its hour is for the next one.
    assert await asked(timedelta(minutes=1)) == (None, False)
    async with acting(storage, official(world), begins + timedelta(minutes=2)) as work:
        await dialogue_sessions.start(work, number)
    assert await asked(timedelta(minutes=3)) == (number, True)
    async with acting(storage, head, begins + timedelta(minutes=4)) as work:
        assert [one.id for one in await registrations.open_sessions(work, village)] == [number]
        with pytest.raises(RuleError, match="registration-session-started"):
            await registrations.access_to(work, number, village)
    # Forgotten: it does not go on for ever.
    assert await asked(session_deadlines.LONGEST_MEETING + timedelta(seconds=1)) == (None, False)
    async with acting(storage, official(world), begins + timedelta(hours=3)) as work:
        found = await dialogue_sessions.conclude(work, number)
        # The four of before and the one of the meeting stay with it, whatever comes.
        assert await SubmissionsExport().count(work, Scope(found.unit_id, found)) == 5
    assert await asked(timedelta(hours=3)) == (None, False)


async def test_reopening_lasts_until_it_says(storage: Storage, clock: Clock) -> None:
    world = await worlds.announced(storage, clock.now)
    until = clock.now + timedelta(days=13)
    async with acting(storage, official(world), clock.now) as work:
        for wrong in (clock.now, clock.now + timedelta(days=30)):
            with pytest.raises(RuleError, match="session-reopen-wrong"):
                await dialogue_sessions.reopen(work, meeting_id(world), wrong)
        found = await dialogue_sessions.close_registration(work, meeting_id(world))
        assert not session_deadlines.registration_open(found, clock.now)
        found = await dialogue_sessions.reopen(work, meeting_id(world), until)
        closed = clock.now + timedelta(days=12, hours=20)
        assert session_deadlines.registration_open(found, closed)
        assert session_deadlines.questions_open(found, until - timedelta(seconds=1))
        # "trước 5 giờ": at five it is over.
        assert not session_deadlines.registration_open(found, until)
        assert not session_deadlines.questions_open(found, until + timedelta(days=1))


async def test_reopened_for_a_while_closes_again(storage: Storage, clock: Clock) -> None:
    world = await worlds.announced(storage, clock.now)
    until = clock.now + timedelta(days=2)  # the usual deadline is ten days later
    async with acting(storage, official(world), clock.now) as work:
        await dialogue_sessions.close_registration(work, meeting_id(world))
        found = await dialogue_sessions.reopen(work, meeting_id(world), until)
        assert session_deadlines.registration_open(found, until - timedelta(seconds=1))
        assert not session_deadlines.registration_open(found, until)


async def test_postponing_moves_the_deadlines_and_may_leave_the_date_open(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.announced(storage, clock.now)
    later = clock.now + timedelta(days=22)
    async with acting(storage, official(world), clock.now) as work:
        found = await dialogue_sessions.postpone(work, meeting_id(world), None)
        assert (found.state, found.starts_at) == (SessionState.POSTPONED, None)
        assert found.registration_closes_at is None
        with pytest.raises(RuleError, match="session-incomplete"):
            await dialogue_sessions.announce(work, meeting_id(world))
        with pytest.raises(RuleError, match="session-over"):
            await dialogue_sessions.postpone(work, meeting_id(world), clock.now - timedelta(days=1))
        found = await dialogue_sessions.postpone(work, meeting_id(world), later)
        assert found.state is SessionState.ANNOUNCED
        assert found.registration_closes_at is not None
        assert found.registration_closes_at < later


async def test_warnings_name_the_rule(storage: Storage, clock: Clock) -> None:
    world = await worlds.announced(storage, clock.now)
    number = meeting_id(world)
    async with acting(storage, official(world), clock.now) as work:
        found = await work.uow.dialogue_sessions.get(number)
        assert found is not None
        assert await date_warnings.of_session(work, found) == []
        soon = await date_warnings.of_date(work, world.commune.id, clock.now + timedelta(days=6))
        assert [one.key for one in soon] == ["session-warn-notice"]
        assert "Điều 43" in soon[0].params["rule"]
        enough = clock.now + timedelta(days=7)
        assert not await date_warnings.of_date(work, world.commune.id, enough)
        past = await date_warnings.of_date(work, world.commune.id, clock.now - timedelta(days=1))
        assert [one.key for one in past] == ["session-warn-past"]
        assert found.starts_at is not None
        clash = await date_warnings.of_date(
            work, world.commune.id, found.starts_at + timedelta(hours=3)
        )
        assert [one.key for one in clash] == ["session-warn-clash"]
        found.starts_at = None
        assert await date_warnings.of_session(work, found) == []


async def test_a_draft_is_filled_in_and_then_announced(storage: Storage, clock: Clock) -> None:
    world = await worlds.commune(storage, clock.now)
    async with acting(storage, official(world), clock.now) as work:
        made = await session_plans.create(
            work, world.commune.id, Plan("Đối thoại", {world.villages[0].id: 10})
        )
        assert session_plans.missing(made) == ["date", "venue"]
        text = await notice_words.notice(work, made)
        assert "xã báo sau" in text
        with pytest.raises(RuleError, match="session-incomplete"):
            await announcements.publish(work, made.id)
        with pytest.raises(RuleError, match="session-incomplete"):
            session_plans.complete_or_refuse(made)
        with pytest.raises(RuleError, match="session-text-too-long"):
            await session_plans.set_when_and_where(work, made.id, None, "x" * 501)
        await session_plans.set_when_and_where(work, made.id, clock.now, "sân nhà văn hoá")
        with pytest.raises(RuleError, match="session-over"):
            await announcements.publish(work, made.id)
        later = clock.now + timedelta(days=9)
        await session_plans.set_when_and_where(work, made.id, later, None)
        published = await announcements.publish(work, made.id)
        assert published.added == 1  # the head of thôn 1
