"""Telegram, with python-telegram-bot as transport only (Bot API 10.0, library 22.8).

Updates are confirmed only after their turns are committed: the library's own polling confirms a
batch before any handler has run, so the loop here is ours. Messages are paced by the outbox; the
library's rate limiter is not used. Off unless a token is set: Telegram is throttled in Việt Nam and
must never delay another channel.
"""

from __future__ import annotations

import asyncio
import hmac
import os
from collections.abc import Awaitable, Callable
from functools import partial
from typing import Any

from telegram import Bot, Update
from telegram.error import Conflict, RetryAfter, TelegramError
from telegram.request import HTTPXRequest

from bot import logs
from bot.channels.backlog import Backlog
from bot.channels.base import Capabilities
from bot.channels.telegram_files import seconds
from bot.channels.telegram_sending import MAX_TEXT, Materialise, Sending
from bot.channels.telegram_updates import Updates, private
from bot.config import Settings
from bot.files import FileKeeper
from handlers.messages import Incoming, Reply

# The library's coming behaviour; without it every 429 raises a deprecation warning.
os.environ.setdefault("PTB_TIMEDELTA", "true")

log = logs.get(__name__)

NAME = "telegram"
_POLL_SECONDS = 25
_LOOK_AGAIN_SECONDS = 0.5
"""While an update is not done: how long others wait at most until theirs is looked at."""
_FIRST_BACKOFF, _LONGEST_BACKOFF = 1.0, 30.0
_ALLOWED = ("message", "callback_query", "my_chat_member")

Receive = Callable[[Incoming], Awaitable[object]]


class TelegramChannel:
    """One bot. ``receive`` is the intake; it returns once the turn is committed."""

    name = NAME

    def __init__(
        self,
        settings: Settings,
        keeper: FileKeeper,
        materialise: Materialise,
    ) -> None:
        if settings.telegram_token is None:
            raise ValueError("the Telegram channel needs a token")
        if settings.telegram_mode == "webhook" and settings.telegram_secret is None:
            raise ValueError("a webhook needs DOITHOAI_TELEGRAM_SECRET")
        self.capabilities = Capabilities(
            max_text=MAX_TEXT,
            buttons=True,
            files_in=True,
            files_out=True,
            foreign=True,
            rate=settings.telegram_rate,
            per_chat=settings.telegram_chat_rate,
        )
        self._settings = settings
        self._keeper = keeper
        self._receive: Receive | None = None
        base = settings.telegram_base_url
        self.bot = Bot(
            settings.telegram_token.get_secret_value(),
            base_url=base,
            base_file_url=settings.telegram_base_file_url or _file_url(base),
            request=HTTPXRequest(
                connection_pool_size=settings.telegram_pool,
                pool_timeout=30,
                read_timeout=15,
                connect_timeout=10,
            ),
            get_updates_request=HTTPXRequest(
                connection_pool_size=1, read_timeout=_POLL_SECONDS + 10, pool_timeout=30
            ),
        )
        self._sending = Sending(self.bot, materialise)
        max_file = settings.max_file_mb * 1024 * 1024
        self._updates = Updates(self.bot, keeper, NAME, max_file)

    def connect(self, receive: Receive) -> None:
        """Set who takes in messages."""
        self._receive = receive

    # -- out ------------------------------------------------------------------------------------

    async def send(self, address: str, reply: Reply, key: str) -> str | None:
        """Send *reply*; the id of its last message."""
        return await self._sending.send(int(address), reply)

    # -- in -------------------------------------------------------------------------------------

    async def run(self) -> None:
        """Poll until cancelled; in webhook mode only make the bot known and return."""
        await self._start()
        if self._settings.telegram_mode == "webhook":
            return
        await self.bot.delete_webhook()
        backlog = Backlog()
        try:
            await self._poll(backlog)
        finally:
            await backlog.close()

    async def _poll(self, backlog: Backlog) -> None:
        backoff = _FIRST_BACKOFF
        while True:
            try:
                updates = await self.bot.get_updates(
                    offset=backlog.offset,
                    timeout=0 if backlog.is_open else _POLL_SECONDS,
                    allowed_updates=list(_ALLOWED),
                )
            except TelegramError as error:
                await self._trouble(error, backoff)
                backoff = min(_LONGEST_BACKOFF, backoff * 2)
                continue
            backoff = _FIRST_BACKOFF
            for update in updates:
                chat = private(update)
                if chat is None:
                    backlog.skip(update.update_id)
                else:
                    backlog.begin(update.update_id, chat, partial(self._take, update))
            await backlog.settle(_LOOK_AGAIN_SECONDS)

    async def webhook(self, body: dict[str, Any]) -> None:
        """Take one update that came over the webhook."""
        update = Update.de_json(body, self.bot)
        if private(update) is not None:
            await self._take(update)

    def is_secret(self, given: str) -> bool:
        """Whether a webhook call carries our secret, compared in constant time."""
        secret = self._settings.telegram_secret
        if secret is None:
            return False
        return hmac.compare_digest(given.encode(), secret.get_secret_value().encode())

    async def close(self) -> None:
        """Give back connections."""
        await self.bot.shutdown()

    async def _start(self) -> None:
        backoff = _FIRST_BACKOFF
        while True:
            try:
                await self.bot.initialize()
                if self._settings.telegram_mode == "webhook":
                    await self._set_webhook()
            except TelegramError as error:
                await self._trouble(error, backoff)
                backoff = min(_LONGEST_BACKOFF, backoff * 2)
            else:
                return

    async def _set_webhook(self) -> None:
        secret = self._settings.telegram_secret
        await self.bot.set_webhook(
            f"{self._settings.effective_public_url}/hooks/telegram",
            allowed_updates=list(_ALLOWED),
            secret_token=secret.get_secret_value() if secret else None,
        )

    async def _trouble(self, error: TelegramError, backoff: float) -> None:
        kind = "two_pollers" if isinstance(error, Conflict) else type(error).__name__
        log.warning("telegram_trouble", error=kind, wait=backoff)
        wait = seconds(error.retry_after) if isinstance(error, RetryAfter) else backoff
        await asyncio.sleep(wait)

    async def _take(self, update: Update) -> None:
        """Run the turn of *update*; raises when it could not even be recorded as failed."""
        if self._receive is None:
            raise AssertionError("the channel is not connected")
        incoming = await self._updates.read(update)
        if incoming is not None:
            await self._receive(incoming)
            await self._keeper.drop_unused(incoming)
        if update.callback_query is not None:
            await self._calm_button(update)

    async def _calm_button(self, update: Update) -> None:
        """Stop the button's waiting sign; of no weight, so its failure is not either."""
        if update.callback_query is not None:
            try:
                await update.callback_query.answer()
            except TelegramError as error:
                log.debug("telegram_button", error=type(error).__name__)


def _file_url(base: str) -> str:
    """Where files lie beside *base*: ``…/bot`` becomes ``…/file/bot``."""
    head, _, tail = base.rpartition("/")
    return f"{head}/file/{tail}"
