"""Web chat pages of the soak: like the real page they send a message again until it is answered.

Each page sends its messages in order, one at a time, and then asks for what it was told. Whatever
the server answered with 200 must exist exactly once afterwards, whenever it was killed.
"""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from http import HTTPStatus
from typing import Any
from uuid import uuid4

import httpx

from bot.web.identity import COOKIE, CSRF_HEADER, address_of, new_token

_MESSAGES = "/chat/messages"
_HAVE = 20
"""Newest messages that the page names when it asks for more."""
_PAUSE_SECONDS = 0.02
"""The page's own pause between two tries."""


@dataclass(slots=True)
class Page:
    """One person's page."""

    token: str = field(default_factory=new_token)
    todo: asyncio.Queue[dict[str, Any]] = field(default_factory=asyncio.Queue)
    acknowledged: list[str] = field(default_factory=list)
    """Ids of messages that were answered with 200."""
    shown: list[int] = field(default_factory=list)
    """Ids of the bot's messages, as they came."""

    @property
    def address(self) -> str:
        """The account on the channel."""
        return address_of(self.token)


class Pages:
    """All pages, over one HTTP client."""

    def __init__(self, client: httpx.AsyncClient, count: int) -> None:
        self.pages = [Page() for _ in range(count)]
        self.sent = 0
        self.repeated = 0
        """Messages that were committed before a kill and acknowledged after it."""
        self._client = client
        self._changed = asyncio.Condition()

    def send(self, number: int, **body: str) -> None:
        """Let page *number* send a message as soon as those before it are acknowledged."""
        self.sent += 1
        self.pages[number].todo.put_nowait({"id": str(uuid4()), **body})

    @property
    def acknowledged(self) -> int:
        """Messages answered with 200."""
        return sum(len(page.acknowledged) for page in self.pages)

    async def wait_acknowledged(self, count: int, seconds: float) -> None:
        """Return once *count* messages were answered with 200."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: self.acknowledged >= count)

    async def look_once_more(self) -> None:
        """Let every page ask a last time: all that was committed can be seen by now."""
        for page in self.pages:
            await self._look(page)

    async def run(self) -> None:
        """Send until cancelled."""
        async with asyncio.TaskGroup() as group:
            for page in self.pages:
                group.create_task(self._serve(page))

    async def _serve(self, page: Page) -> None:
        while True:
            body = await page.todo.get()
            answer = await self._until_answered("POST", page, json=body)
            self.repeated += answer["repeated"]
            page.acknowledged.append(body["id"])
            async with self._changed:
                self._changed.notify_all()
            await self._look(page)

    async def _look(self, page: Page) -> None:
        after = page.shown[-_HAVE - 1] if len(page.shown) > _HAVE else 0
        have = ",".join(str(one) for one in page.shown if one > after)
        query = {"after": str(after), "have": have, "wait": "0"}
        found = await self._until_answered("GET", page, params=query)
        page.shown = sorted([*page.shown, *(message["id"] for message in found)])

    async def _until_answered(self, method: str, page: Page, **given: Any) -> Any:
        """The JSON of an answer with 200; any other answer than 200 and 5xx fails the run."""
        headers = {CSRF_HEADER: "1", "cookie": f"{COOKIE}={page.token}"}
        while True:
            try:
                response = await self._client.request(method, _MESSAGES, headers=headers, **given)
            except httpx.TransportError:  # killed before, or in the middle of, its answer
                await asyncio.sleep(_PAUSE_SECONDS)
                continue
            if response.status_code < HTTPStatus.INTERNAL_SERVER_ERROR:
                assert response.status_code == HTTPStatus.OK, response.text
                return response.json()
            await asyncio.sleep(_PAUSE_SECONDS)


@asynccontextmanager
async def browsing(url: str, count: int) -> AsyncIterator[Pages]:
    """*count* pages that send what they are given, until the block ends."""
    limits = httpx.Limits(max_connections=2 * count)
    async with httpx.AsyncClient(base_url=url, timeout=30, limits=limits) as client:
        pages = Pages(client, count)
        task = asyncio.create_task(pages.run())
        try:
            yield pages
        finally:
            task.cancel()
            await asyncio.wait({task})
        if not task.cancelled():
            task.result()
