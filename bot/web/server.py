"""The ASGI application: routes, headers on every answer, kind words for every error."""

from __future__ import annotations

from starlette.applications import Starlette
from starlette.exceptions import HTTPException
from starlette.middleware import Middleware
from starlette.requests import Request
from starlette.responses import Response
from starlette.routing import Route
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from bot import logs
from bot.app import App
from bot.channels.webchat import NAME, WebChatChannel
from bot.files import FileKeeper
from bot.web.context import Web, wants_json
from bot.web.demo import DemoPages, check_demo
from bot.web.downloads import Downloads
from bot.web.health import Health
from bot.web.identity import Newcomers, find, fresh, set_cookie
from bot.web.inbox import Inbox
from bot.web.mailbox import Mailbox
from bot.web.pages import HEADERS, Pages
from bot.web.webhooks import Webhooks

log = logs.get(__name__)

PAGE_TEXTS = (
    "listen", "stop-listening", "connecting", "offline", "waiting", "failed", "retry", "photo-sent",
    "voice-sent", "document-pick", "document-sent", "file-lost", "recording", "no-microphone",
    "cookies-off", "me", "bot", "too-big", "open-file", "photo-alt", "recording-gone", "unsaid",
    "refused",
)  # fmt: skip
"""Keys ``web-js-…`` that the page's script says by itself."""


def create_web(app: App, keeper: FileKeeper, *, demo: bool) -> Starlette:
    """The web server over *app*, which must have the ``webchat`` channel, and *keeper*'s files.

    Raises ``DemoHostError`` when *demo* is asked for on an address that others can reach.
    """
    if demo:
        check_demo(app.settings)
    channel = app.channels[NAME]
    if not isinstance(channel, WebChatChannel):
        raise TypeError("the web server needs the web chat channel")
    web = Web(app, channel, Pages(app.texts), keeper, Newcomers(app.clock), demo)
    made = Starlette(
        routes=_routes(web),
        middleware=[Middleware(_Headers)],
        exception_handlers={HTTPException: _refused, Exception: _broken},
    )
    made.state.web = web
    return made


def _routes(web: Web) -> list[Route]:
    inbox, mailbox, health = Inbox(web), Mailbox(web), Health(web)
    downloads, hooks = Downloads(web), Webhooks(web)
    routes = [
        Route("/", ChatPage(web).show),
        Route("/chat/messages", mailbox.get, methods=["GET"]),
        Route("/chat/messages", inbox.post, methods=["POST"]),
        Route("/chat/forget", mailbox.forget, methods=["POST"]),
        Route("/chat/files/{message:int}/{place:int}", mailbox.file, methods=["GET", "POST"]),
        Route("/t/{token}", downloads.show, methods=["GET"]),
        Route("/t/{token}", downloads.fetch, methods=["POST"]),
        Route("/hooks/telegram", hooks.telegram, methods=["POST"]),
        Route("/static/{version}/{name}", web.pages.asset),
        Route("/healthz", health.alive),
        Route("/readyz", health.ready),
        Route("/metrics", health.metrics),
    ]
    if web.demo:
        demo = DemoPages(web)
        routes += [
            Route("/demo", demo.show, methods=["GET"]),
            Route("/demo/become", demo.become, methods=["POST"]),
        ]
    return routes


class ChatPage:
    """``GET /``: the chat."""

    def __init__(self, web: Web) -> None:
        self._web = web

    async def show(self, request: Request) -> Response:
        """The page; a browser without an identity gets one."""
        web, app = self._web, self._web.app
        found = await find(request, app.storage, app.settings, leaving=True)
        identity = found or fresh()
        commune, name = await self._names(identity.address if identity.demo else None)
        config = {
            "who": identity.who,
            "known": identity.known,
            "demo": web.demo,
            "maxFile": web.keeper.max_file,
            "texts": {key: web.pages.say(f"web-js-{key}") for key in PAGE_TEXTS},
        }
        response = web.pages.render(
            "chat.html",
            config=config,
            commune=commune,
            demo=web.demo,
            acting_as=name,
            phone=app.settings.duty_phone,
            hours=app.settings.office_hours,
        )
        set_cookie(response, identity, request, app.settings)
        return response

    async def _names(self, address: str | None) -> tuple[str, str]:
        """Name of the commune, and of the demo identity."""
        app = self._web.app
        async with app.storage.read() as uow:
            home = await uow.units.get(app.rules.commune_id) if app.rules.commune_id else None
            known = await uow.people.address(NAME, address) if address else None
        return home.name if home else "", (known.person.display_name or "") if known else ""


async def _refused(request: Request, error: Exception) -> Response:
    """An unknown page, or a known one asked for in the wrong way."""
    web: Web = request.app.state.web
    status = error.status_code if isinstance(error, HTTPException) else 500
    key = "web-not-found" if status == 404 else "web-unreadable"  # noqa: PLR2004 - the HTTP status
    if wants_json(request):
        return web.refuse(status, "refused", key)
    return web.pages.render("error.html", status=status, key=key)


async def _broken(request: Request, _error: Exception) -> Response:
    """Something failed: the log has it, the person gets a sentence."""
    web: Web = request.app.state.web
    response: Response = (
        web.refuse(500, "broken", "web-broken")
        if wants_json(request)
        else web.pages.render("error.html", status=500, key="web-broken")
    )
    response.headers.update(HEADERS)  # the last resort stands outside of `_Headers`
    return response


class _Headers:
    """Puts the security headers on every answer, errors too."""

    def __init__(self, app: ASGIApp) -> None:
        self._app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await self._app(scope, receive, send)
            return

        async def with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                message["headers"] = [
                    *message.get("headers", []),
                    *((name.encode(), value.encode()) for name, value in HEADERS.items()),
                ]
            await send(message)

        await self._app(scope, receive, with_headers)
