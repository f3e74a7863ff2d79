"""Files of Telegram: what fails in fetching one is the trouble of that one message.

The library calls a missing file a wrong token, and a server's error looks like trouble of the line.
Neither may reach the polling: the same update would come again and again, and everybody waited.
"""

from __future__ import annotations

import asyncio
from datetime import timedelta

from telegram import Bot
from telegram.error import BadRequest, RetryAfter, TelegramError

from bot import logs
from bot.files import FileRefused
from handlers.messages import Kind

log = logs.get(__name__)

_MOST_SECONDS = 60.0
"""For all tries together."""
_WAITS = (1.0, 3.0)
"""Between the tries."""
_TROUBLE = (TelegramError, RuntimeError)
"""For a file without a path the library has no error of its own."""


async def download(bot: Bot, file_id: str) -> bytes:
    """The bytes of a file. Raises ``FileRefused`` (``TOO_BIG``, ``LOST``) when they do not come."""
    try:
        async with asyncio.timeout(_MOST_SECONDS):
            return await _patiently(bot, file_id)
    except (*_TROUBLE, TimeoutError) as error:
        log.warning("telegram_file", error=type(error).__name__, final=True)
        too_big = isinstance(error, BadRequest) and "too big" in error.message.lower()
        raise FileRefused(Kind.TOO_BIG if too_big else Kind.LOST) from error


async def _patiently(bot: Bot, file_id: str) -> bytes:
    for wait in _WAITS:
        try:
            return await _once(bot, file_id)
        except BadRequest:  # gone, or too big for a bot: it will never come
            raise
        except _TROUBLE as error:
            log.warning("telegram_file", error=type(error).__name__, final=False)
            asked = seconds(error.retry_after) if isinstance(error, RetryAfter) else 0.0
            await asyncio.sleep(max(wait, asked))
    return await _once(bot, file_id)


async def _once(bot: Bot, file_id: str) -> bytes:
    remote = await bot.get_file(file_id)
    return bytes(await remote.download_as_bytearray())


def seconds(wait: int | timedelta) -> float:
    """How long the platform asks us to wait; the library gives it in either form."""
    return wait.total_seconds() if isinstance(wait, timedelta) else float(wait)
