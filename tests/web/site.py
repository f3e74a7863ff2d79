"""A real server on a free port, for tests that speak HTTP to it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import uuid4

import httpx

from bot.app import App, build, migrate
from bot.channels.webchat import WebChatChannel
from bot.config import Settings
from bot.files import FileKeeper
from bot.server import background, listen, serve_web
from bot.web.identity import address_of
from handlers.faq_book import FaqBook
from storage.unit_of_work import Storage
from tests.clock import Clock
from tests.worlds import WORLDS, World

HEADERS = {"x-doithoai": "1"}
"""What the page sends along: another site cannot."""
JPEG = b"\xff\xd8\xff\xe0" + b"\x00" * 2000


@dataclass(slots=True)
class Site:
    """A running server over a test's database."""

    app: App
    keeper: FileKeeper
    url: str
    world: World
    stop: asyncio.Event


@asynccontextmanager
async def serving(
    settings: Settings,
    clock: Clock,
    book: FaqBook,
    *,
    world: str = "commune",
    keeper: FileKeeper | None = None,
) -> AsyncIterator[Site]:
    """The server, until the block ends."""
    await migrate(settings)
    listening = listen(settings.model_copy(update={"port": 0}))
    settings = settings.model_copy(update={"port": listening.getsockname()[1]})
    keeper = keeper or FileKeeper(settings)
    channels = {"webchat": WebChatChannel()}
    app = await build(settings, channels, clock=clock, book=book, read_file=keeper.read)
    try:
        made = await WORLDS[world](app.storage, clock())
        app.intake._rules = app.rules = _at_home(app, made)
        keeper.connect(app.storage, clock, app.rules.commune_id)
        ready, stop = asyncio.Event(), asyncio.Event()
        async with background(app, keeper, worker=False):
            task = asyncio.create_task(
                serve_web(app, keeper, listening, stop, lambda _url: ready.set())
            )
            await ready.wait()
            try:
                yield Site(app, keeper, settings.effective_public_url, made, stop)
            finally:
                stop.set()
                await task
    finally:
        await app.storage.database.close()
        listening.close()


def _at_home(app: App, made: World) -> Any:
    from dataclasses import replace

    return replace(app.rules, commune_id=made.commune.id)


@dataclass(slots=True)
class Browser:
    """A household's browser without a screen: keeps its cookie, sends what the page sends."""

    site: Site
    client: httpx.AsyncClient
    known: list[int] = field(default_factory=list)

    @property
    def address(self) -> str:
        """Its account on the channel."""
        return address_of(self.client.cookies["doithoai"])

    async def open(self) -> httpx.Response:
        """Load the page."""
        return await self.client.get("/")

    async def post(self, **body: Any) -> httpx.Response:
        """Send a JSON message."""
        body.setdefault("id", str(uuid4()))
        return await self.client.post("/chat/messages", json=body, headers=HEADERS)

    async def upload(
        self, content: bytes, *, text: str = "", id_: str | None = None, name: str = "a.jpg"
    ) -> httpx.Response:
        """Send a file."""
        id_ = id_ or str(uuid4())
        return await self.client.post(
            "/chat/messages",
            data={"id": id_, "text": text},
            files={"file": (name, content, "image/jpeg")},
            headers={"x-doithoai": id_},
        )

    async def news(self, wait: int = 0) -> list[dict[str, Any]]:
        """What was said since the last call."""
        have = ",".join(map(str, self.known[-90:]))
        response = await self.client.get(
            "/chat/messages", params={"after": 0, "have": have, "wait": wait}
        )
        assert response.status_code == 200, response.text
        found: list[dict[str, Any]] = response.json()
        self.known += [message["id"] for message in found]
        return found

    async def say(self, text: str) -> list[dict[str, Any]]:
        """Send a text; the answers."""
        response = await self.post(text=text)
        assert response.status_code == 200, response.text
        return await self.news()


@asynccontextmanager
async def browser(site: Site, *, opened: bool = True) -> AsyncIterator[Browser]:
    """A new browser."""
    async with httpx.AsyncClient(base_url=site.url, timeout=30) as client:
        made = Browser(site, client)
        if opened:
            await made.open()
        yield made


async def addresses(storage: Storage) -> int:
    """How many web chat accounts there are."""
    from sqlalchemy import func, select

    from storage.models import ChannelAddress

    async with storage.database.reading() as opened:
        query = select(func.count()).where(ChannelAddress.channel == "webchat")
        return (await opened.scalars(query)).one()


TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
