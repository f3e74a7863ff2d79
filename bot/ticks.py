"""Timed work: reminders, expiry, stuck messages, retention."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from datetime import timedelta

from bot import logs
from bot.allowance import day_of
from bot.app import App
from handlers.context import Work
from handlers.flows import ASKED
from handlers.services import asked_words, faq_expiry, pace, reminders

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
    """Everything that is due at the app's time; safe to run from several processes.

    Each duty commits by itself: one that fails is in the log, and the others are done.
    """
    now, queued = app.clock(), 0
    for name, duty in _DUTIES.items():
        try:
            async with app.storage.write() as uow:
                work = Work(uow, now, app.rules, app.texts, app.book)
                await duty(work)
                await uow.commit()
        except Exception:
            log.exception("duty_failed", duty=name)
        else:
            queued += work.queued
    if queued:
        app.dispatcher.wake()


async def _drafts(work: Work) -> None:
    await work.uow.due_talks.forget_drafts(work.now - timedelta(days=work.rules.draft_days))


async def _ids(work: Work) -> None:
    await work.uow.conversations.forget_ids(work.now - _IDS_KEPT)


async def _accounts(work: Work) -> None:
    await work.uow.people.forget_addresses(work.now - _LAST_WORD)


async def _uploads(work: Work) -> None:
    await work.uow.files.forget_days(day_of(work.now))


async def _told(work: Work) -> None:
    since = work.today - timedelta(days=work.rules.faq_told_days)
    await work.uow.faq_told.forget_before(since, _MOST_AT_ONCE)


async def _words(work: Work) -> None:
    await asked_words.forget(work, ASKED)


async def _mailbox(work: Work) -> None:
    await work.uow.mailbox.blank_old(work.now)


async def _notices(work: Work) -> None:
    await work.uow.untold.forget_before(work.now - _NOTICES_KEPT)


async def _stuck(work: Work) -> None:
    count = await work.uow.deliveries.waiting_since(work.now - _STUCK_AFTER)
    if count:
        log.warning("outbox_stuck", count=count)


_DUTIES: Mapping[str, Callable[[Work], Awaitable[object]]] = {
    "forget_drafts": _drafts,
    "forget_words": _words,
    "forget_accounts": _accounts,
    "forget_message_ids": _ids,
    "forget_uploads": _uploads,
    "forget_told_answers": _told,
    "blank_mailbox": _mailbox,
    "forget_notices": _notices,
    "tell_unread": pace.tell,
    "remind": reminders.remind,
    "report_expired_answers": faq_expiry.report,
    "watch_outbox": _stuck,
}
"""In this order, by the names that the log gives them."""
