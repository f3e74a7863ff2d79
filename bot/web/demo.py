"""Demo identities: chat as the official, a village head or a household of the sample commune."""

from __future__ import annotations

from starlette.requests import Request
from starlette.responses import RedirectResponse, Response

from bot.channels.webchat import NAME
from bot.config import Settings
from bot.web.body import BadBodyError, BodyTooLargeError, whole
from bot.web.context import Web
from bot.web.identity import (
    Identity,
    demo_allowed,
    is_loopback,
    same_origin,
    set_cookie,
)
from storage.models import Role

_ORDER = (Role.OFFICIAL, Role.VILLAGE_HEAD, Role.HOUSEHOLD)
_MAX_FORM = 1024


class DemoHostError(ValueError):
    """Demo identities need no password, so they are never offered to a network."""


def check_demo(settings: Settings) -> None:
    """Raise ``DemoHostError`` when demo is on and the bind address is not loopback."""
    if settings.demo and not is_loopback(settings.host):
        raise DemoHostError(settings.host)


class DemoPages:
    """``/demo``: who one can be."""

    def __init__(self, web: Web) -> None:
        self._web = web

    async def show(self, request: Request) -> Response:
        """The list, a button each."""
        if not demo_allowed(request, self._web.app.settings):
            return self._web.pages.render("error.html", status=404, key="web-not-found")
        async with self._web.app.storage.read() as uow:
            samples = await uow.people.samples(NAME)
        groups: dict[Role, list[tuple[str, str]]] = {role: [] for role in _ORDER}
        for person, address in samples:
            role = person.roles[0].role if person.roles else Role.HOUSEHOLD
            key = address.removeprefix("demo:")
            groups.setdefault(role, []).append((key, person.display_name or key))
        return self._web.pages.render("demo.html", groups=groups)

    async def become(self, request: Request) -> Response:
        """``POST /demo/become`` with ``key``: the browser is this identity from now on."""
        settings = self._web.app.settings
        if not demo_allowed(request, settings) or not same_origin(request, settings, form=True):
            return self._web.pages.render("error.html", status=403, key="web-foreign")
        try:
            raw = await whole(request, _MAX_FORM)
            key = raw.decode("ascii").removeprefix("key=")
        except (BodyTooLargeError, BadBodyError, UnicodeDecodeError):
            key = ""
        async with self._web.app.storage.read() as uow:
            known = await uow.people.address(NAME, f"demo:{key}")
        if known is None or not known.person.is_sample:
            return self._web.pages.render("error.html", status=404, key="web-not-found")
        response = RedirectResponse("/", 303)
        identity = Identity(f"demo.{key}", known.address, known=True, demo=True)
        set_cookie(response, identity, request, settings)
        return response
