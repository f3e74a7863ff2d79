"""Timed work: a duty that fails holds up no other, on both databases."""

from __future__ import annotations

from datetime import timedelta

import pytest
from sqlalchemy import select
from structlog.testing import capture_logs

from bot.ticks import run_ticks
from storage.models import InboundMessage, UploadDay
from storage.repositories.due_talks import DueTalks
from storage.repositories.files import Files
from storage.repositories.mailbox import Mailbox
from storage.repositories.people import People
from tests.clock import Clock
from tests.faq_world import Faq


@pytest.mark.parametrize(
    ("where", "method", "duty"),
    [
        (DueTalks, "forget_drafts", "forget_drafts"),
        (DueTalks, "with_old_words", "forget_words"),
        (People, "forget_addresses", "forget_accounts"),
        (Mailbox, "blank_old", "blank_mailbox"),
        (DueTalks, "silent", "remind"),
        (Files, "forget_days", "forget_uploads"),
    ],
)
async def test_what_fails_is_in_the_log_and_the_rest_is_done(
    faq: Faq,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
    where: type,
    method: str,
    duty: str,
) -> None:
    async def breaks(*_: object, **__: object) -> None:
        raise ValueError(method)

    monkeypatch.setattr(where, method, breaks)
    long_ago = clock.now - timedelta(days=40)
    person = faq.people["H"].id
    async with faq.app() as (app, _):
        async with app.storage.database.writing() as opened:
            opened.add(InboundMessage(channel="terminal", external_id="1", received_at=long_ago))
            opened.add(UploadDay(person_id=person, day=long_ago.date().isoformat(), bytes=9))
            await opened.commit()
        with capture_logs() as lines:
            await run_ticks(app)
        async with app.storage.database.reading() as opened:
            left = [
                name
                for name, table in (("forget_message_ids", InboundMessage), ("uploads", UploadDay))
                if (await opened.scalars(select(table.id))).all()
            ]
    failed = [line["duty"] for line in lines if line["event"] == "duty_failed"]
    assert failed == [duty]
    assert left == (["uploads"] if duty == "forget_uploads" else [])
