"""A Bot API server for tests: real HTTP, real limits, nothing of the product imported.

It enforces what the platform enforces: 4,096 UTF-16 units a message, 64 bytes of callback data,
403 before /start and after a block, 409 for two pollers (and for polling under a webhook), offsets
that confirm, 429 with ``retry_after``, the secret header on webhooks, 20 MB for downloads. Dates
are seconds. Updates stay pending until an offset passes them or a webhook answers 200.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

import httpx
import uvicorn
from starlette.applications import Starlette
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.routing import Route

TOKEN = "1234567:test-token-of-the-fake-server"
_MAX_UNITS = 4096
_MAX_CALLBACK = 64
_MAX_CAPTION = 1024
_MAX_DOWNLOAD = 20 * 1024 * 1024
_BOT = {"id": 1234567, "is_bot": True, "first_name": "Bot Mẫu", "username": "doithoai_mau_bot"}


class Refusal(Exception):
    """An error answer of the API."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.body = {"ok": False, "error_code": code, "description": description}
        if parameters:
            self.body["parameters"] = parameters
        self.code = code


@dataclass
class User:
    """A person with the app on their phone."""

    id: int
    started: bool = False
    blocked: bool = False
    no_voice: bool = False
    """Takes no voice messages, as people with a paid account may say."""
    no_files: bool = False
    """The platform takes no file for them."""
    received: list[dict[str, Any]] = field(default_factory=list)
    """Messages and documents from the bot, as API objects plus ``_file`` with the bytes."""

    @property
    def texts(self) -> list[str]:
        """Texts the bot sent, in order; those under a file too."""
        return [message.get("text") or message.get("caption", "") for message in self.received]

    def buttons(self) -> list[dict[str, Any]]:
        """Buttons of the newest message that has any."""
        for message in reversed(self.received):
            rows = message.get("reply_markup", {}).get("inline_keyboard")
            if rows:
                return [button for row in rows for button in row]
        return []


class FakeTelegram:
    """The platform: users on one side, the HTTP API on the other."""

    def __init__(self) -> None:
        self.url = ""
        self.users: dict[int, User] = {}
        self.pending: list[dict[str, Any]] = []
        self.files: dict[str, bytes] = {}
        self.file_status = 200
        """What the file server answers; ``getFile`` works as ever."""
        self.file_gate = asyncio.Event()
        """Downloads wait while it is closed."""
        self.file_gate.set()
        self.downloads = 0
        self.calls: list[str] = []
        self.throttle: list[int] = []
        """Seconds of ``retry_after`` for the next sends, one each."""
        self.confirmed = 0
        """Highest update id that an offset has passed."""
        self.webhook: dict[str, Any] = {}
        self._next_update = 1000
        self._next_message = 1
        self._poll = 0
        self._closing = False
        self._changed = asyncio.Condition()
        self._deliveries: set[asyncio.Task[None]] = set()

    # -- what people do -------------------------------------------------------------------------

    def user(self, number: int) -> User:
        """The person *number*, new or known."""
        return self.users.setdefault(number, User(number))

    async def start(self, number: int, payload: str = "") -> int:
        """Open the bot; the update's id."""
        user = self.user(number)
        user.started, user.blocked = True, False
        text = f"/start {payload}".strip()
        entity = {"type": "bot_command", "offset": 0, "length": len("/start")}
        return await self._message(number, text=text, entities=[entity])

    async def send(self, number: int, text: str) -> int:
        """Type a text."""
        self.user(number).started = True
        return await self._message(number, text=text)

    async def press(self, number: int, label: str) -> int:
        """Press the button whose label begins with *label* on the newest menu."""
        data = next(
            button["callback_data"]
            for button in self.user(number).buttons()
            if button["text"].startswith(label)
        )
        return await self.press_data(number, data)

    async def press_data(self, number: int, data: str) -> int:
        """Press a button that carries *data*, perhaps of an old message."""
        last = self.user(number).received[-1]
        query = {
            "id": str(self._next_update),
            "from": self._sender(number),
            "chat_instance": str(number),
            "data": data,
            "message": {key: value for key, value in last.items() if not key.startswith("_")},
        }
        return await self._update(callback_query=query)

    async def send_file(self, number: int, kind: str, content: bytes, **more: Any) -> int:
        """Send a photo, voice note or document."""
        self.user(number).started = True
        file_id = f"file-{len(self.files) + 1}"
        self.files[file_id] = content
        about = {"file_id": file_id, "file_unique_id": file_id, "file_size": len(content)}
        described: Any = about | more
        if kind == "photo":
            described = [about | {"width": 10, "height": 10}]
        elif kind == "voice":
            described = about | {"duration": 2, "mime_type": "audio/ogg"}
        caption = {"caption": more.pop("caption")} if "caption" in more else {}
        return await self._message(number, **{kind: described}, **caption)

    async def sticker(self, number: int) -> int:
        """Send a sticker."""
        sticker = {
            "file_id": "s",
            "file_unique_id": "s",
            "width": 1,
            "height": 1,
            "is_animated": False,
            "is_video": False,
            "type": "regular",
        }
        return await self._message(number, sticker=sticker)

    async def block(self, number: int) -> int:
        """Block the bot."""
        self.user(number).blocked = True
        member = {"user": _BOT, "status": "kicked", "until_date": 0}
        return await self._update(
            my_chat_member={
                "chat": self._chat(number),
                "from": self._sender(number),
                "date": int(time.time()),
                "old_chat_member": {"user": _BOT, "status": "member"},
                "new_chat_member": member,
            }
        )

    async def wait_for(self, number: int, count: int, seconds: float = 20) -> list[str]:
        """Texts to *number* once there are at least *count*."""
        user = self.user(number)
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: len(user.received) >= count)
        return user.texts

    async def wait_confirmed(self, update_id: int, seconds: float = 20) -> None:
        """Return once an offset (or a webhook's 200) has passed *update_id*."""
        async with asyncio.timeout(seconds), self._changed:
            await self._changed.wait_for(lambda: self.confirmed >= update_id)

    async def close(self) -> None:
        """End what still waits."""
        self.file_gate.set()
        self._closing = True
        await self._notify()

    # -- inside ---------------------------------------------------------------------------------

    def _sender(self, number: int) -> dict[str, Any]:
        return {"id": number, "is_bot": False, "first_name": f"Mẫu {number}"}

    def _chat(self, number: int) -> dict[str, Any]:
        return {"id": number, "type": "private", "first_name": f"Mẫu {number}"}

    async def _message(self, number: int, **content: Any) -> int:
        self._next_message += 1
        message = {
            "message_id": self._next_message,
            "date": int(time.time()),
            "chat": self._chat(number),
            "from": self._sender(number),
            **content,
        }
        return await self._update(message=message)

    async def _update(self, **content: Any) -> int:
        self._next_update += 1
        update = {"update_id": self._next_update, **content}
        self.pending.append(update)
        if self.webhook.get("url"):
            task = asyncio.create_task(self._deliver(update))
            self._deliveries.add(task)
            task.add_done_callback(self._deliveries.discard)
        await self._notify()
        return self._next_update

    async def _notify(self) -> None:
        async with self._changed:
            self._changed.notify_all()

    async def _deliver(self, update: dict[str, Any]) -> None:
        """Call the webhook until it answers 200."""
        headers = {"X-Telegram-Bot-Api-Secret-Token": self.webhook.get("secret_token", "")}
        async with httpx.AsyncClient() as client:
            while update in self.pending:
                with contextlib.suppress(httpx.HTTPError):
                    answer = await client.post(self.webhook["url"], json=update, headers=headers)
                    if answer.status_code == httpx.codes.OK:
                        self.pending.remove(update)
                        self.confirmed = max(self.confirmed, update["update_id"])
                        await self._notify()
                        return
                await asyncio.sleep(0.05)  # the platform's own pause between tries

    # -- the HTTP API ---------------------------------------------------------------------------

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
            result = await handler(await _parameters(request))
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
        return _BOT | {"can_join_groups": False, "can_read_all_group_messages": False}

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
        if len(text.encode("utf-16-le")) // 2 > _MAX_UNITS:
            raise Refusal(400, "Bad Request: message is too long")
        return await self._accept(given, {"text": text})

    async def _do_senddocument(self, given: dict[str, Any]) -> Any:
        name, content = _attached(given, "document")
        if self.user(int(given["chat_id"])).no_files:
            raise Refusal(400, "Bad Request: wrong file")
        document = {"file_id": name, "file_unique_id": name, "file_name": name}
        return await self._accept(given, {"document": document, "_file": content} | _caption(given))

    async def _do_sendphoto(self, given: dict[str, Any]) -> Any:
        name, content = _attached(given, "photo")
        photo = [{"file_id": name, "file_unique_id": name, "width": 1, "height": 1}]
        return await self._accept(given, {"photo": photo, "_file": content})

    async def _do_sendvoice(self, given: dict[str, Any]) -> Any:
        name, content = _attached(given, "voice")
        if self.user(int(given["chat_id"])).no_voice:
            raise Refusal(400, "Bad Request: VOICE_MESSAGES_FORBIDDEN")
        voice = {"file_id": name, "file_unique_id": name, "duration": 1}
        return await self._accept(given, {"voice": voice, "_file": content} | _caption(given))

    async def _accept(self, given: dict[str, Any], content: dict[str, Any]) -> Any:
        user = self.users.get(int(given["chat_id"]))
        if user is None or not user.started:
            raise Refusal(403, "Forbidden: bot can't initiate conversation with a user")
        if user.blocked:
            raise Refusal(403, "Forbidden: bot was blocked by the user")
        if self.throttle:
            wait = self.throttle.pop(0)
            raise Refusal(429, f"Too Many Requests: retry after {wait}", retry_after=wait)
        markup = _loaded(given.get("reply_markup"))
        _check_buttons(markup)
        self._next_message += 1
        message = {
            "message_id": self._next_message,
            "date": int(time.time()),
            "chat": self._chat(user.id),
            "from": _BOT,
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
        if len(content) > _MAX_DOWNLOAD:
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


async def _parameters(request: Request) -> dict[str, Any]:
    kind = request.headers.get("content-type", "")
    if kind.startswith("application/json"):
        given: dict[str, Any] = await request.json()
        return given
    found: dict[str, Any] = dict(request.query_params)
    async with request.form() as form:
        for key, value in form.multi_items():
            if isinstance(value, str):
                found[key] = value
            else:
                found[key] = (value.filename, await value.read())
    return found


def _caption(given: dict[str, Any]) -> dict[str, Any]:
    caption = str(given.get("caption", ""))
    if len(caption.encode("utf-16-le")) // 2 > _MAX_CAPTION:
        raise Refusal(400, "Bad Request: message caption is too long")
    return {"caption": caption} if caption else {}


def _attached(given: dict[str, Any], key: str) -> tuple[str, bytes]:
    """The file of a multipart call: inline, or named by ``attach://``."""
    value = given[key]
    if isinstance(value, str) and value.startswith("attach://"):
        value = given[value.removeprefix("attach://")]
    if isinstance(value, str):
        raise Refusal(400, "Bad Request: wrong file identifier")
    name, content = value
    return str(name), bytes(content)


def _loaded(markup: Any) -> dict[str, Any]:
    if not markup:
        return {}
    loaded: dict[str, Any] = json.loads(markup) if isinstance(markup, str) else markup
    return loaded


def _check_buttons(markup: dict[str, Any]) -> None:
    for row in markup.get("inline_keyboard", []):
        for button in row:
            if not 1 <= len(button.get("callback_data", "").encode()) <= _MAX_CALLBACK:
                raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")


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
