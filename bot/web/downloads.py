"""One-time links (``/t/<token>``): a page with a button, and the file once.

Previews of messengers open links by themselves, so opening only shows the button; pressing it uses
the link up.
"""

from __future__ import annotations

import asyncio

from starlette.requests import Request
from starlette.responses import Response

from bot.file_kinds import ENDINGS
from bot.web.context import Web
from bot.web.identity import same_origin
from bot.web.mailbox import download
from handlers.context import Work
from handlers.errors import RuleError
from handlers.messages import OutFile
from handlers.services import download_links

_LONGEST_TOKEN = 128
_BYTES = "application/octet-stream"
_SHOWN = ("image/jpeg", "image/png", "image/webp", "audio/")
"""Types that a browser shows or plays by itself and that run no scripts."""


class Downloads:
    """Routes of one-time links."""

    def __init__(self, web: Web) -> None:
        self._web = web

    async def show(self, _request: Request) -> Response:
        """The button; says nothing about whether the link is good."""
        return self._web.pages.render("download.html")

    async def fetch(self, request: Request) -> Response:
        """The file, if the link was not used and is not over."""
        web = self._web
        if not same_origin(request, web.app.settings, form=True):
            return web.pages.render("error.html", status=403, key="web-foreign")
        try:
            outfile = await self._use(request.path_params["token"][:_LONGEST_TOKEN])
        except RuleError:
            return web.pages.render("error.html", status=410, key="web-download-gone")
        if outfile.kind == download_links.ATTACHMENT:
            return await self._attachment(int(outfile.params["attachment_id"]))
        return await download(web, outfile)

    async def _attachment(self, attachment_id: int) -> Response:
        """What a household sent, under the type that its bytes were found to have.

        Every answer of the server carries ``nosniff``.
        """
        web = self._web
        async with web.app.storage.read() as uow:
            file = await uow.submissions.attachment(attachment_id)
        gone = web.pages.render("error.html", status=410, key="web-download-gone")
        if file is None:
            return gone
        try:
            content = await asyncio.to_thread(web.keeper.path(file.storage_key).read_bytes)
        except (FileNotFoundError, ValueError):
            return gone
        shown = file.content_type.startswith(_SHOWN)
        place = "inline" if shown else "attachment"
        name = f"{file.kind.value}-{file.id}{ENDINGS.get(file.content_type, '')}"
        headers = {
            "cache-control": "no-store",
            "content-disposition": f'{place}; filename="{name}"',
        }
        type_ = file.content_type if shown or file.content_type in ENDINGS else _BYTES
        return Response(content, media_type=type_, headers=headers)

    async def _use(self, token: str) -> OutFile:
        """Use the link up and commit that, before any byte leaves. Raises ``RuleError``."""
        app = self._web.app
        async with app.storage.write() as uow:
            work = Work(uow, app.clock(), app.rules, app.texts, app.book)
            outfile = await download_links.use(work, token)
            await uow.commit()
        return outfile
