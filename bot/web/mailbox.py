"""``GET /chat/messages``: the page asks for what it does not have yet, and may wait for it.

The outbox rows of an account are its mailbox. The page names the messages it has (``have``) above a
low-water mark (``after``): of two transactions the one with the smaller id may commit later, so
"everything above the newest" could lose a message.
"""

from __future__ import annotations

import asyncio
from contextlib import suppress
from time import monotonic
from typing import Any
from urllib.parse import quote

from starlette.requests import Request
from starlette.responses import FileResponse, JSONResponse, Response

from bot.channels.base import split_text
from bot.channels.webchat import NAME
from bot.exporting import materialise
from bot.web.context import Web, answer
from bot.web.identity import (
    COOKIE,
    NOBODY,
    WHO_HEADER,
    Identity,
    find,
    fresh,
    is_gone,
    is_own,
    message_id,
    own_visit,
    same_origin,
    set_cookie,
)
from handlers.context import Work
from handlers.errors import RuleError
from handlers.messages import OutFile, Reply
from handlers.services import devices, faq_audio
from handlers.texts import local
from storage.models import OutboxMessage, OutboxState

PAGE = 50
_LONGEST_WAIT = 25.0
_RECHECK_SECONDS = 3.0
"""How soon a message that another process committed is seen at the latest."""
_MOST_HAVE = 100
_HIDDEN = (OutboxState.STOPPED, OutboxState.EXPIRED)


class Mailbox:
    """What was said to one account."""

    def __init__(self, web: Web) -> None:
        self._web = web

    async def get(self, request: Request) -> Response:
        """A JSON list of messages, the oldest first; without an identity one is given.

        It is given at once or not at all: while a page waits, another tab may be given one, and two
        that put theirs in each other's place would never agree.
        """
        web = self._web
        identity = await find(request, web.app.storage, web.app.settings, leaving=True)
        try:
            after, have, wait = _asked(request)
        except ValueError:
            return web.refuse(400, "unreadable", "web-unreadable")
        if identity is None or _was_renamed(request, identity, have):
            identity = fresh()
            response = _listed([], identity.who)
            set_cookie(response, identity, request, web.app.settings)
            return response
        if not is_own(request, identity):
            return _listed([], identity.who)
        found = await self._news(request, identity, after, have, wait)
        return _listed([], NOBODY) if found is None else _listed(found, identity.who)

    async def forget(self, request: Request) -> Response:
        """``POST /chat/forget``: this device has no chat any more."""
        web = self._web
        if not same_origin(request, web.app.settings):
            return web.refuse(403, "foreign", "web-foreign")
        identity = await find(request, web.app.storage, web.app.settings)
        if identity is not None and identity.known and not identity.demo:
            await self._forget(identity.address)
        response = answer({"forgotten": True})
        response.delete_cookie(COOKIE, httponly=True, samesite="lax")
        return response

    async def file(self, request: Request) -> Response:
        """``/chat/files/<message id>/<n>``: a file of a reply, made now, for its reader.

        Making a list notes what stands in it as issued. So another site must not cause that: what
        the browser does not call our own page's wish gets a page with a button first. A recording
        is played, by a player that may not say where it stands, and playing it notes nothing.
        """
        outfile = await self._outfile(request)
        if outfile is not None and outfile.kind == faq_audio.RECORDING:
            return await self._recording(outfile)
        if request.method == "POST":
            if not same_origin(request, self._web.app.settings, form=True):
                return self._web.pages.render("error.html", status=403, key="web-foreign")
        elif not own_visit(request, self._web.app.settings):
            return self._web.pages.render("download.html")
        if outfile is None:
            return self._web.pages.render("error.html", status=404, key="web-not-found")
        return await download(self._web, outfile)

    async def _news(
        self, request: Request, identity: Identity, after: int, have: set[int], wait: float
    ) -> list[dict[str, Any]] | None:
        until = monotonic() + wait
        while True:
            left = max(0.0, until - monotonic())
            # Begin to listen before looking, so that nothing falls between the two.
            nap = asyncio.create_task(
                self._web.channel.wait(identity.address, min(left, _RECHECK_SECONDS))
            )
            try:
                await asyncio.sleep(0)
                found = await self._look(identity.address, after, have)
                if found or found is None or left <= 0 or self._web.stopping.is_set():
                    return found
                await self._sleep(nap)
            finally:
                nap.cancel()
                with suppress(asyncio.CancelledError):
                    await nap
            if await request.is_disconnected():
                return []

    async def _sleep(self, nap: asyncio.Task[None]) -> None:
        stop = asyncio.create_task(self._web.stopping.wait())
        try:
            await asyncio.wait({nap, stop}, return_when=asyncio.FIRST_COMPLETED)
        finally:
            stop.cancel()

    async def _look(self, address: str, after: int, have: set[int]) -> list[dict[str, Any]] | None:
        """What the page does not have; None when the account is gone."""
        async with self._web.app.storage.read() as uow:
            known = await uow.people.address(NAME, address)
            if known is None:
                return None if have else []
            if await is_gone(uow, known, leaving=True):
                return None
            rows = (
                await uow.mailbox.after(known.id, after, PAGE + len(have))
                if after
                else await uow.mailbox.latest(known.id, PAGE + len(have))
            )
        shown = (_message(row) for row in rows if row.id not in have and row.state not in _HIDDEN)
        return [message for message in shown if message["text"] or message["files"]]

    async def _forget(self, address: str) -> None:
        app = self._web.app
        async with app.storage.write() as uow:
            known = await uow.people.address(NAME, address)
            if known is None:
                return
            work = Work(
                uow, app.clock(), app.rules, app.texts, app.book, known.person, channel=NAME
            )
            await devices.forget(work, known)
            await uow.commit()
        self._web.channel.wake(address)  # a second tab is to show nothing of it any more

    async def _outfile(self, request: Request) -> OutFile | None:
        app = self._web.app
        identity = await find(request, app.storage, app.settings)
        if identity is None:
            return None
        async with app.storage.read() as uow:
            known = await uow.people.address(NAME, identity.address)
            row = await uow.mailbox.message(request.path_params["message"])
        if known is None or row is None or row.address_id != known.id:
            return None
        files = Reply.from_json(row.payload).files
        place = request.path_params["place"]
        return files[place] if place < len(files) else None

    async def _recording(self, outfile: OutFile) -> Response:
        """The recording of an answer, in pieces where a player asks for them (iPhones do)."""
        web = self._web
        try:
            async with web.app.storage.read() as uow:
                today = local(web.app.clock()).date()
                found = await faq_audio.find(uow, outfile.params, today)
            path = web.keeper.path(found.storage_key)
        except (RuleError, ValueError):
            return web.refuse(404, "gone", "web-not-found")
        if not await asyncio.to_thread(path.is_file):
            return web.refuse(404, "gone", "web-not-found")
        headers = {"cache-control": "no-store"}
        return FileResponse(path, media_type=found.content_type, headers=headers)


async def download(web: Web, outfile: OutFile) -> Response:
    """The bytes of *outfile*, as a file to keep; a kind page when it may not be had any more."""
    try:
        name, content_type, content = await materialise(web.app, outfile)
    except RuleError:
        return web.pages.render("error.html", status=410, key="web-download-gone")
    headers = {
        "cache-control": "no-store",
        "content-disposition": f"attachment; filename*=UTF-8''{quote(name, safe='')}",
    }
    return Response(content, media_type=content_type, headers=headers)


def _message(row: OutboxMessage) -> dict[str, Any]:
    reply = Reply.from_json(row.payload)
    return {
        "id": row.id,
        "text": reply.text,
        "parts": split_text(reply.text, 4000),
        "menu": reply.menu,
        "choices": [
            {"number": one.number, "label": one.label, "token": reply.token(one)}
            for one in reply.choices
        ],
        "files": [
            {
                "name": file.name,
                "url": f"/chat/files/{row.id}/{place}",
                "sound": file.kind == faq_audio.RECORDING,
            }
            for place, file in enumerate(reply.files)
        ],
        "private": reply.private,
        "documents": reply.documents,
        "last": reply.last,
        "drops": message_id(reply.drops),
    }


def _listed(messages: list[dict[str, Any]], who: str) -> JSONResponse:
    response = answer(messages)
    response.headers[WHO_HEADER] = who
    return response


def _was_renamed(request: Request, identity: Identity, have: set[int]) -> bool:
    """Whether the page shows messages of an account that was erased while it was not looking."""
    return bool(have) and not identity.known and is_own(request, identity)


def _asked(request: Request) -> tuple[int, set[int], float]:
    """``after``, ``have`` and ``wait`` of the query. Raises ``ValueError``."""
    given = request.query_params
    after = _whole_number(given.get("after", "0"))
    have = {_whole_number(one) for one in given.get("have", "").split(",")[:_MOST_HAVE] if one}
    return after, have, float(min(_whole_number(given.get("wait", "0")), _LONGEST_WAIT))


def _whole_number(text: str) -> int:
    if not (text.isascii() and text.isdigit() and len(text) < 19):  # noqa: PLR2004 - 64 bits
        raise ValueError("not a number")
    return int(text)
