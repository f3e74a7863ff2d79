"""What the routes work with, and the answers they share."""

from __future__ import annotations

import asyncio
from dataclasses import dataclass, field
from typing import Any

from starlette.requests import Request
from starlette.responses import JSONResponse

from bot.app import App
from bot.channels.webchat import WebChatChannel
from bot.files import FileKeeper
from bot.web.identity import Newcomers
from bot.web.pages import Pages


@dataclass(slots=True)
class Web:
    """One web server over an app."""

    app: App
    channel: WebChatChannel
    pages: Pages
    keeper: FileKeeper
    newcomers: Newcomers
    demo: bool
    stopping: asyncio.Event = field(default_factory=asyncio.Event)
    """Set when the server stops, so that waiting pages are answered at once."""

    def refuse(self, status: int, error: str, key: str, **params: Any) -> JSONResponse:
        """A refusal that the page shows as the bot's words."""
        return answer({"error": error, "text": self.pages.say(key, **params)}, status)


def answer(content: Any, status: int = 200) -> JSONResponse:
    """JSON that no cache keeps."""
    return JSONResponse(content, status, headers={"cache-control": "no-store"})


def wants_json(request: Request) -> bool:
    """Whether the page's script asks, and not a person's address bar."""
    return request.url.path.startswith(("/chat/", "/hooks/"))
