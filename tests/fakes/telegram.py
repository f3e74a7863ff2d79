"""A Bot API server for tests: real HTTP, real limits, nothing of the product imported.

It enforces what the platform enforces: 4,096 UTF-16 units a message, 64 bytes of callback data,
403 before /start and after a block, 409 for two pollers (and for polling under a webhook), offsets
that confirm, 429 with ``retry_after``, the secret header on webhooks, 20 MB for downloads. Dates
are seconds. Updates stay pending until an offset passes them or a webhook answers 200.
"""

from __future__ import annotations

import asyncio
import contextlib
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

from tests.fakes.telegram_calls import (
    BOT,
    MAX_DOWNLOAD,
    MAX_UNITS,
    TOKEN,
    Refusal,
    attached,
    caption_of,
    check_buttons,
    markup_of,
    parameters,
)
from tests.fakes.telegram_phones import Phones

__all__ = ["TOKEN", "FakeTelegram", "running"]


class FakeTelegram(Phones):
    """The platform: users on one side, the HTTP API on the other."""

    def app(self) -> Starlette:
        """The server."""
        return Starlette(
            routes=[
                Route("/bot{token}/{method}", self._api, methods=["GET", "POST"]),
                Route("/file/bot{token}/{path:path}", self._download),
            ]
        )

    async def _api(self, request: Request) -> Response:
        if request.path_params["token"] != TOKEN:
            return JSONResponse(Refusal(401, "Unauthorized").body, 401)
        method = request.path_params["method"]
        self.calls.append(method)
        handler = getattr(self, f"_do_{method.lower()}", None)
        if handler is None:
            return JSONResponse(Refusal(404, "Not Found").body, 404)
        try:
            result = await handler(await parameters(request))
        except Refusal as refusal:
            return JSONResponse(refusal.body, refusal.code)
        except ClientDisconnect:  # the bot was killed in the middle of its call
            return Response(status_code=400)
        return JSONResponse({"ok": True, "result": result})

    async def _download(self, request: Request) -> Response:
        self.downloads += 1
        await self.file_gate.wait()
        if self.file_status != httpx.codes.OK:
            return Response(status_code=self.file_status)
        content = self.files.get(request.path_params["path"])
        return Response(status_code=404) if content is None else Response(content)

    async def _do_getme(self, _given: dict[str, Any]) -> Any:
        return BOT | {"can_join_groups": False, "can_read_all_group_messages": False}

    async def _do_getupdates(self, given: dict[str, Any]) -> Any:
        if self.webhook.get("url"):
            raise Refusal(409, "Conflict: can't use getUpdates method while webhook is active")
        offset = int(given.get("offset", 0))
        if offset:
            self.pending = [one for one in self.pending if one["update_id"] >= offset]
            self.confirmed = max(self.confirmed, offset - 1)
            await self._notify()
        # The platform serves the newest poller and ends the one before it.
        self._poll += 1
        mine = self._poll
        await self._notify()
        async with self._changed:
            with contextlib.suppress(TimeoutError):
                async with asyncio.timeout(float(given.get("timeout", 0))):
                    await self._changed.wait_for(
                        lambda: bool(self.pending) or self._poll != mine or self._closing
                    )
        if self._poll != mine:
            raise Refusal(409, "Conflict: terminated by other getUpdates request")
        return self.pending[: int(given.get("limit", 100))]

    async def _do_sendmessage(self, given: dict[str, Any]) -> Any:
        text = str(given.get("text", ""))
        if not text.strip():
            raise Refusal(400, "Bad Request: message text is empty")
        if len(text.encode("utf-16-le")) // 2 > MAX_UNITS:
            raise Refusal(400, "Bad Request: message is too long")
        return await self._accept(given, {"text": text})

    async def _do_senddocument(self, given: dict[str, Any]) -> Any:
        name, content = attached(given, "document")
        if self.user(int(given["chat_id"])).no_files:
            raise Refusal(400, "Bad Request: wrong file")
        document = {"file_id": name, "file_unique_id": name, "file_name": name}
        return await self._accept(
            given, {"document": document, "_file": content} | caption_of(given)
        )

    async def _do_sendphoto(self, given: dict[str, Any]) -> Any:
        name, content = attached(given, "photo")
        photo = [{"file_id": name, "file_unique_id": name, "width": 1, "height": 1}]
        return await self._accept(given, {"photo": photo, "_file": content})

    async def _do_sendvoice(self, given: dict[str, Any]) -> Any:
        name, content = attached(given, "voice")
        if self.user(int(given["chat_id"])).no_voice:
            raise Refusal(400, "Bad Request: VOICE_MESSAGES_FORBIDDEN")
        voice = {"file_id": name, "file_unique_id": name, "duration": 1}
        return await self._accept(given, {"voice": voice, "_file": content} | caption_of(given))

    async def _accept(self, given: dict[str, Any], content: dict[str, Any]) -> Any:
        user = self.users.get(int(given["chat_id"]))
        if user is None or not user.started:
            raise Refusal(403, "Forbidden: bot can't initiate conversation with a user")
        if user.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        if self.throttle:
            wait = self.throttle.pop(0)
            raise Refusal(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        markup = markup_of(given.get("reply_markup"))
        check_buttons(markup)
        self._next_message += 1
        message = {
            "message_id": self._next_message,
            "date": int(time.time()),
            "chat": self._chat(user.id),
            "from": BOT,
            **content,
        }
        if markup:
            message["reply_markup"] = markup
        user.received.append(message)
        await self._notify()
        return {key: value for key, value in message.items() if not key.startswith("_")}

    async def _do_answercallbackquery(self, _given: dict[str, Any]) -> Any:
        return True

    async def _do_getfile(self, given: dict[str, Any]) -> Any:
        file_id = str(given["file_id"])
        content = self.files.get(file_id)
        if content is None:
            raise Refusal(400, "Bad Request: invalid file_id")
        if len(content) > MAX_DOWNLOAD:
            raise Refusal(400, "Bad Request: file is too big")
        return {
            "file_id": file_id,
            "file_unique_id": file_id,
            "file_size": len(content),
            "file_path": file_id,
        }

    async def _do_setwebhook(self, given: dict[str, Any]) -> Any:
        self.webhook = {"url": given["url"], "secret_token": given.get("secret_token", "")}
        return True

    async def _do_deletewebhook(self, _given: dict[str, Any]) -> Any:
        self.webhook = {}
        return True

    async def _do_getwebhookinfo(self, _given: dict[str, Any]) -> Any:
        return {
            "url": self.webhook.get("url", ""),
            "has_custom_certificate": False,
            "pending_update_count": len(self.pending),
        }


@asynccontextmanager
async def running() -> AsyncIterator[FakeTelegram]:
    """The fake on a free port of this machine."""
    fake = FakeTelegram()
    config = uvicorn.Config(fake.app(), host="127.0.0.1", port=0, log_level="error", lifespan="off")
    server = uvicorn.Server(config)
    task = asyncio.create_task(server.serve())
    while not server.started:
        await asyncio.sleep(0.005)
    port = server.servers[0].sockets[0].getsockname()[1]
    fake.url = f"http://127.0.0.1:{port}"
    try:
        yield fake
    finally:
        await fake.close()
        server.should_exit = True
        await task
