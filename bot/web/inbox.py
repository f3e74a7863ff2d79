"""``POST /chat/messages``: what the page sends becomes one ``Incoming`` and one turn."""

from __future__ import annotations

import asyncio
import re
from collections.abc import AsyncIterator
from typing import Any

import orjson
from starlette.datastructures import UploadFile
from starlette.requests import Request
from starlette.responses import JSONResponse, Response
from starlette.types import Receive, Scope, Send

from bot import logs
from bot.channels.webchat import NAME
from bot.files import FileRefused
from bot.web import body
from bot.web.context import Web, answer
from bot.web.identity import CSRF_HEADER, WHO_HEADER, Identity, find, is_own, same_origin
from handlers.messages import Incoming, Kind

log = logs.get(__name__)

MAX_JSON = 128 * 1024
_FORM_ROOM = 64 * 1024
"""What a form may weigh beside its file."""
_JSON_SECONDS, _FORM_SECONDS = 30, 300
_DISCARD_SECONDS, _DISCARD_BYTES = 10, 128 * 1024 * 1024
_PIECE = 256 * 1024
_ID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_BUTTON = re.compile(r"\d{1,9}:\d{1,2}")
_START = re.compile(r"[A-Za-z0-9_-]{0,64}")


class Inbox:
    """Takes in messages of the page."""

    def __init__(self, web: Web) -> None:
        self._web = web

    async def post(self, request: Request) -> Response:
        """200 once the turn is committed; a repeat of the same id is answered alike."""
        web = self._web
        if not same_origin(request, web.app.settings):
            return web.refuse(403, "foreign", "web-foreign")
        identity = await find(request, web.app.storage, web.app.settings)
        if identity is None or not is_own(request, identity):
            return web.refuse(401, "no_identity", "web-no-cookie")
        if not identity.known and not web.newcomers.admit(_host(request)):
            log.warning("too_many_newcomers")
            return web.refuse(429, "newcomers", "web-too-many")
        try:
            return await self._read(request, identity)
        except body.BodyTooLargeError:
            return await self._too_large(request, identity)
        except body.BadBodyError:
            return web.refuse(400, "unreadable", "web-unreadable")
        except TimeoutError:
            return web.refuse(408, "slow", "web-slow")

    async def _read(self, request: Request, identity: Identity) -> Response:
        if request.headers.get("content-type", "").startswith("multipart/form-data"):
            return await self._form(request, identity)
        async with asyncio.timeout(_JSON_SECONDS):
            raw = await body.whole(request, MAX_JSON)
        return await self._take(_parse(raw, identity), identity)

    async def _form(self, request: Request, identity: Identity) -> Response:
        # The id also stands in our header: a repeat is known before its file is on the way again.
        if await self._was_taken(identity, request.headers.get(CSRF_HEADER, "")):
            return _EarlyAnswer(request, _accepted(repeated=True), 200)
        most = self._web.keeper.max_file + _FORM_ROOM
        async with asyncio.timeout(_FORM_SECONDS), body.form(request, most) as form:
            message_id, caption, upload = form.get("id"), form.get("text", ""), form.get("file")
            if not isinstance(message_id, str) or not _ID.fullmatch(message_id):
                raise body.BadBodyError
            if not isinstance(upload, UploadFile) or not isinstance(caption, str):
                raise body.BadBodyError
            if await self._was_taken(identity, message_id):  # meanwhile, by the first try
                return answer(_accepted(repeated=True))
            incoming = await self._with_file(identity, message_id, caption, upload)
        response = await self._take(incoming, identity)
        await self._web.keeper.drop_unused(incoming)
        return response

    async def _was_taken(self, identity: Identity, message_id: str) -> bool:
        if not _ID.fullmatch(message_id):
            return False
        async with self._web.app.storage.read() as uow:
            return await uow.conversations.was_taken_in(NAME, identity.external_id(message_id))

    async def _with_file(
        self, identity: Identity, message_id: str, caption: str, upload: UploadFile
    ) -> Incoming:
        base = _base(identity, message_id)
        try:
            file = await self._web.keeper.keep(
                NAME,
                identity.address,
                chunks=_pieces(upload),
                content_type=(upload.content_type or "")[:80],
                size=upload.size,
            )
        except FileRefused as refused:
            return Incoming(**base, kind=refused.kind)
        return Incoming(**base, kind=Kind.FILE, text=caption, files=(file,))

    async def _take(self, incoming: Incoming, identity: Identity) -> Response:
        receipt = await self._web.app.intake.receive(incoming)
        response = answer(_accepted(repeated=receipt.repeated))
        response.headers[WHO_HEADER] = identity.who
        return response

    async def _too_large(self, request: Request, identity: Identity) -> Response:
        """Answer while the sender still sends, then let go of the line.

        The id also stands in our header, so the conversation can answer an upload cut off early.
        """
        key, accepted = "text-too-long", False
        if request.headers.get("content-type", "").startswith("multipart/form-data"):
            key = "file-too-big"
            message_id = request.headers.get(CSRF_HEADER, "")
            if _ID.fullmatch(message_id):
                await self._take(
                    Incoming(**_base(identity, message_id), kind=Kind.TOO_BIG), identity
                )
                accepted = True
        content = {
            "error": "too_large",
            "accepted": accepted,
            "text": self._web.pages.say(key),
        }
        return _EarlyAnswer(request, content, body.TOO_LARGE)


class _EarlyAnswer(JSONResponse):
    """An answer to a request whose body is not read to its end."""

    def __init__(self, request: Request, content: Any, status: int) -> None:
        super().__init__(
            content, status, headers={"cache-control": "no-store", "connection": "close"}
        )
        self._request = request

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Send the answer first, read on a little, then close."""
        start = {
            "type": "http.response.start",
            "status": self.status_code,
            "headers": self.raw_headers,
        }
        await send(start)
        await send({"type": "http.response.body", "body": self.body, "more_body": True})
        try:
            async with asyncio.timeout(_DISCARD_SECONDS):
                await body.discard(self._request, _DISCARD_BYTES)
        except TimeoutError:
            pass
        await send({"type": "http.response.body", "body": b"", "more_body": False})


def _accepted(*, repeated: bool) -> dict[str, bool]:
    return {"accepted": True, "repeated": repeated}


def _parse(raw: bytes, identity: Identity) -> Incoming:
    """The message in a JSON body. Raises ``BadBodyError``."""
    try:
        given = orjson.loads(raw)
    except orjson.JSONDecodeError as wrong:
        raise body.BadBodyError from wrong
    if not isinstance(given, dict):
        raise body.BadBodyError
    base = _base(identity, _checked(given.get("id"), _ID))
    if "button" in given:
        return Incoming(**base, kind=Kind.BUTTON, button=_checked(given["button"], _BUTTON))
    if "start" in given:
        return Incoming(**base, kind=Kind.START, start=_checked(given["start"], _START) or None)
    if given.get("too_big") is True:
        return Incoming(**base, kind=Kind.TOO_BIG)
    if not isinstance(given.get("text"), str):
        raise body.BadBodyError
    return Incoming(**base, text=given["text"])


def _checked(value: Any, pattern: re.Pattern[str]) -> str:
    if not isinstance(value, str) or not pattern.fullmatch(value):
        raise body.BadBodyError
    return value


def _base(identity: Identity, message_id: str) -> dict[str, Any]:
    return {
        "channel": NAME,
        "address": identity.address,
        "external_id": identity.external_id(message_id),
    }


async def _pieces(upload: UploadFile) -> AsyncIterator[bytes]:
    while piece := await upload.read(_PIECE):
        yield piece


def _host(request: Request) -> str:
    return request.client.host if request.client else ""
