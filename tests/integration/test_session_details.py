"""What an official writes down about a session, and what is told of it, on both databases."""

from __future__ import annotations

import pytest

from handlers.errors import RuleError
from handlers.services import session_details, session_facts
from handlers.services.session_plans import LONGEST
from storage.models import PovertyStatus, SessionState
from storage.unit_of_work import Storage
from tests import worlds
from tests.acting import acting
from tests.clock import Clock
from tests.worlds import World


def number(world: World) -> int:
    assert world.dialogue_session is not None
    return world.dialogue_session.id


@pytest.mark.parametrize("name", session_details.WORDS)
async def test_words_are_kept_told_and_taken_away(
    storage: Storage, clock: Clock, name: str
) -> None:
    world = await worlds.announced(storage, clock.now)
    official, meeting_id = world.people["O"].id, number(world)
    async with acting(storage, official, clock.now) as work:
        meeting = await session_details.set_words(work, meeting_id, name, "  bảng  tin xã. ")
        facts = session_facts.Facts(work, "vi", meeting, None)
        field = session_details.WORDS[name]
        told = session_facts.of_fields(facts, (field,))
        assert [(one.key, dict(one.params)) for one in told] == [
            (f"meeting-{name}", {"value": "bảng tin xã"})
        ]
        assert session_facts.is_told(facts, (field,)) is (name != "contact")
        actions = [one.action for one in await work.uow.audit.of("dialogue_session", meeting_id)]
        assert "dialogue_session.detail_changed" in actions
    async with acting(storage, official, clock.now) as work:
        meeting = await session_details.set_words(work, meeting_id, name, None)
        assert not session_details.is_known(meeting, name)
        facts = session_facts.Facts(work, "vi", meeting, None)
        assert session_facts.of_fields(facts, (field,)) == ()


async def test_who_is_invited_is_only_told_when_somebody_said_so(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.announced(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        meeting = await session_details.set_invited(work, number(world), ())
        facts = session_facts.Facts(work, "vi", meeting, world.villages[0].id)
        asked = ("dialogue_session.invited_groups", "dialogue_session.quota_per_village")
        assert [one.key for one in session_facts.of_fields(facts, asked)] == ["meeting-seats-mine"]
        assert not session_facts.is_told(facts, asked)
        groups = (PovertyStatus.NEAR_POOR, PovertyStatus.POOR)
        await session_details.set_invited(work, number(world), groups)
        assert meeting.invited_groups == ["HN", "HCN"]
        told = session_facts.of_fields(facts, asked)[0]
        assert dict(told.params) == {"groups": "hộ nghèo, hộ cận nghèo"}
        await session_details.set_invited(work, number(world), session_facts.EVERY_HOUSEHOLD)
        assert session_facts.of_fields(facts, asked)[0].key == "meeting-invited-all"
        assert session_facts.is_told(facts, asked)


async def test_results_may_be_told_after_the_meeting_but_not_of_a_cancelled_one(
    storage: Storage, clock: Clock
) -> None:
    world = await worlds.announced(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        meeting = await work.uow.dialogue_sessions.get(number(world))
        assert meeting is not None
        meeting.state = SessionState.CONCLUDED
        await session_details.set_words(work, meeting.id, "results", "loa thôn")
        assert meeting.results_published_at == "loa thôn"
        meeting.state = SessionState.CANCELLED
        await work.uow.flush()
        with pytest.raises(RuleError, match="session-wrong-state"):
            await session_details.set_words(work, meeting.id, "results", "nơi khác")
        with pytest.raises(RuleError, match="session-wrong-state"):
            await session_details.set_invited(work, meeting.id, (PovertyStatus.POOR,))
        assert meeting.results_published_at == "loa thôn"


async def test_too_long_and_others_are_refused(storage: Storage, clock: Clock) -> None:
    world = await worlds.announced(storage, clock.now)
    async with acting(storage, world.people["O"].id, clock.now) as work:
        with pytest.raises(RuleError, match="session-text-too-long"):
            await session_details.set_words(work, number(world), "proxy", "x" * (LONGEST + 1))
    async with acting(storage, world.people["T"].id, clock.now) as work:
        with pytest.raises(RuleError, match="not-allowed"):
            await session_details.set_words(work, number(world), "proxy", "vợ hoặc chồng")
