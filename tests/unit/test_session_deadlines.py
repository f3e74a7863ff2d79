"""How a dialogue session stands: its state and what the clock makes of it."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from handlers.services.session_deadlines import Standing, registration_open, standing
from storage.models import DialogueSession, SessionState

STARTS = datetime(2026, 12, 5, 0, 30, tzinfo=UTC)
CLOSES = datetime(2026, 12, 2, 10, 0, tzinfo=UTC)
REOPENED = CLOSES + timedelta(days=1)
SECOND = timedelta(seconds=1)


@pytest.mark.parametrize(
    ("state", "reopened", "now", "wanted"),
    [
        (SessionState.DRAFT, None, CLOSES + SECOND, Standing.DRAFT),
        (SessionState.ANNOUNCED, None, CLOSES - SECOND, Standing.ANNOUNCED),
        (SessionState.ANNOUNCED, None, CLOSES, Standing.DEADLINE_PASSED),
        (SessionState.ANNOUNCED, REOPENED, REOPENED - SECOND, Standing.REOPENED),
        (SessionState.ANNOUNCED, REOPENED, REOPENED, Standing.DEADLINE_PASSED),
        (SessionState.REGISTRATION_CLOSED, None, CLOSES - SECOND, Standing.REGISTRATION_CLOSED),
        (SessionState.ANNOUNCED, STARTS + SECOND, STARTS, Standing.OVER),
        (SessionState.REGISTRATION_CLOSED, None, STARTS, Standing.OVER),
        (SessionState.IN_PROGRESS, None, STARTS, Standing.IN_PROGRESS),
        (SessionState.CONCLUDED, None, STARTS, Standing.CONCLUDED),
        (SessionState.POSTPONED, None, CLOSES, Standing.POSTPONED),
        (SessionState.CANCELLED, None, STARTS, Standing.CANCELLED),
    ],
)
def test_how_it_stands(
    state: SessionState, reopened: datetime | None, now: datetime, wanted: Standing
) -> None:
    meeting = DialogueSession(
        state=state, starts_at=STARTS, registration_closes_at=CLOSES, reopened_until=reopened
    )
    assert standing(meeting, now) is wanted
    assert registration_open(meeting, now) is (wanted in {Standing.ANNOUNCED, Standing.REOPENED})


def test_without_a_deadline_registration_stays_open() -> None:
    meeting = DialogueSession(state=SessionState.ANNOUNCED)
    assert standing(meeting, STARTS) is Standing.ANNOUNCED
