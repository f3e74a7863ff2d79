"""Calls of messaging platforms to us: checked before they are parsed, answered after the commit."""

from __future__ import annotations

from typing import Any, Protocol, runtime_checkable

import orjson
from starlette.requests import Request
from starlette.responses import Response

from bot.web.body import BodyTooLargeError, whole
from bot.web.context import Web, answer

_MAX_BODY = 1024 * 1024
_TELEGRAM_SECRET = "x-telegram-bot-api-secret-token"  # noqa: S105 - a header's name


@runtime_checkable
class WebhookChannel(Protocol):
    """A channel whose platform may push to us."""

    def is_secret(self, given: str) -> bool:
        """Whether the call carries our secret."""

    async def webhook(self, body: dict[str, Any]) -> None:
        """Take in one update; returns once it is committed."""


class Webhooks:
    """Routes under ``/hooks``."""

    def __init__(self, web: Web) -> None:
        self._web = web

    async def telegram(self, request: Request) -> Response:
        """An update of Telegram. Anything but 200 makes it come again."""
        channel = self._web.app.channels.get("telegram")
        if not isinstance(channel, WebhookChannel):
            return answer({"error": "not_found"}, 404)
        if not channel.is_secret(request.headers.get(_TELEGRAM_SECRET, "")):
            return answer({"error": "secret"}, 403)
        try:
            update = orjson.loads(await whole(request, _MAX_BODY))
        except (BodyTooLargeError, orjson.JSONDecodeError):
            return answer({"error": "unreadable"}, 400)
        if not isinstance(update, dict):
            return answer({"error": "unreadable"}, 400)
        await channel.webhook(update)
        return answer({"ok": True})
