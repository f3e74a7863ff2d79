"""Timed work: reminders, expiry, stuck messages, retention."""

from __future__ import annotations

from datetime import timedelta

from bot import logs
from bot.allowance import day_of
from bot.app import App
from handlers.context import Work
from handlers.flows import ASKED
from handlers.services import asked_words, faq_expiry, pace, reminders
from handlers.texts import local

log = logs.get(__name__)

_STUCK_AFTER = timedelta(hours=1)
_IDS_KEPT = timedelta(days=30)
_NOTICES_KEPT = timedelta(days=90)
"""So long an official may see to a notice that did not reach somebody, and so long it stays known
who settled it."""
_LAST_WORD = timedelta(minutes=10)
"""After an erasure: time for the confirmation to leave before the account is forgotten."""
_MOST_AT_ONCE = 2000
"""Rows that one run deletes: a tick is short, and the next is a minute away."""


async def run_ticks(app: App) -> None:
    """Everything that is due at the app's time; safe to run from several processes."""
    now = app.clock()
    async with app.storage.write() as uow:
        await uow.due_talks.forget_drafts(now - timedelta(days=app.rules.draft_days))
        await uow.conversations.forget_ids(now - _IDS_KEPT)
        await uow.people.forget_addresses(now - _LAST_WORD)
        await uow.files.forget_days(day_of(now))
        since = local(now).date() - timedelta(days=app.rules.faq_told_days)
        await uow.faq_told.forget_before(since, _MOST_AT_ONCE)
        work = Work(uow, now, app.rules, app.texts, app.book)
        await asked_words.forget(work, ASKED)
        told = await pace.tell(work)
        reminded = await reminders.remind(work)
        await uow.mailbox.blank_old(now)
        await uow.untold.forget_before(now - _NOTICES_KEPT)
        stuck = await uow.deliveries.waiting_since(now - _STUCK_AFTER)
        await uow.commit()
    async with app.storage.write() as uow:
        reported = await faq_expiry.report(Work(uow, now, app.rules, app.texts, app.book))
        await uow.commit()
    if told or reminded or reported:
        app.dispatcher.wake()
    if stuck:
        log.warning("outbox_stuck", count=stuck)
