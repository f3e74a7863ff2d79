"""Calls of platforms: the secret first, then the body, 200 only after the turn."""

from __future__ import annotations

from typing import Any, cast

import httpx

from bot.channels.base import Capabilities
from handlers.messages import Reply
from tests.web.site import Site

SECRET = "x-telegram-bot-api-secret-token"


class Pushed:
    """A channel that is pushed to."""

    name = "telegram"
    capabilities = Capabilities(max_text=10)

    def __init__(self) -> None:
        self.bodies: list[dict[str, Any]] = []

    async def send(self, address: str, reply: Reply, key: str) -> str | None:
        return key

    async def run(self) -> None:
        return

    async def close(self) -> None:
        return

    def is_secret(self, given: str) -> bool:
        return given == "bi-mat"

    async def webhook(self, body: dict[str, Any]) -> None:
        if "broken" in body:
            raise ConnectionError("the database is away")
        self.bodies.append(body)


async def test_a_webhook_is_checked_before_it_is_read(site: Site) -> None:
    channel = Pushed()
    cast("dict[str, object]", site.app.channels)["telegram"] = channel
    async with httpx.AsyncClient(base_url=site.url) as client:
        path, right = "/hooks/telegram", {SECRET: "bi-mat"}
        assert (await client.post(path, content=b"{")).status_code == 403
        assert (await client.post(path, content=b"{", headers=right)).status_code == 400
        assert (await client.post(path, content=b"[]", headers=right)).status_code == 400
        big = await client.post(path, content=b" " * 1_100_000, headers=right)
        assert big.status_code == 400
        assert channel.bodies == []
        again = await client.post(path, json={"broken": 1}, headers=right)
        assert again.status_code == 500
        fine = await client.post(path, json={"update_id": 1}, headers=right)
        assert fine.status_code == 200
        assert channel.bodies == [{"update_id": 1}]
