"""``/healthz``, ``/readyz`` and ``/metrics``."""

from __future__ import annotations

import hmac

from sqlalchemy.exc import SQLAlchemyError
from starlette.requests import Request
from starlette.responses import PlainTextResponse, Response

from bot import metrics
from bot.web.context import Web, answer
from bot.web.identity import is_local
from storage.migrate import current, head


class Health:
    """What a supervisor and a monitoring system ask."""

    def __init__(self, web: Web) -> None:
        self._web = web

    async def alive(self, _request: Request) -> Response:
        """The process is up."""
        return PlainTextResponse("ok\n")

    async def ready(self, _request: Request) -> Response:
        """The database answers with today's schema, and the FAQ is loaded."""
        app = self._web.app
        try:
            schema = await current(app.storage.database) == head()
        except (SQLAlchemyError, OSError):
            return answer({"ready": False, "database": False}, 503)
        faq = bool(app.book.knowledge.entries)
        ready = schema and faq and not self._web.stopping.is_set()
        state = {"ready": ready, "database": True, "schema": schema, "faq": faq}
        return answer(state, 200 if ready else 503)

    async def metrics(self, request: Request) -> Response:
        """Numbers, for who has the token; without one only for this machine, while nobody else
        is served: a proxy may hide who asks."""
        if not self._may_read(request):
            return self._web.pages.render("error.html", status=404, key="web-not-found")
        app = self._web.app
        async with app.storage.read() as uow:
            metrics.outbox_waiting.set(await uow.deliveries.waiting_since(app.clock()))
        return Response(metrics.page(), headers={"content-type": metrics.CONTENT_TYPE})

    def _may_read(self, request: Request) -> bool:
        settings = self._web.app.settings
        token = settings.metrics_token.get_secret_value() if settings.metrics_token else ""
        if not token:
            return not settings.public_url and is_local(request)
        given = request.headers.get("authorization", "")
        return hmac.compare_digest(given.encode(), f"Bearer {token}".encode())
