"""Who asks: a random token in a cookie, and what keeps other sites and strangers out.

The token is 128 bits of chance; the account on the channel is its SHA-256, so that a stolen row of
the database opens no chat.
"""

from __future__ import annotations

import hashlib
import re
from collections import deque
from collections.abc import Callable
from dataclasses import dataclass
from datetime import datetime, timedelta
from ipaddress import IPv6Address, ip_address
from secrets import token_urlsafe
from urllib.parse import urlsplit

from starlette.requests import HTTPConnection
from starlette.responses import Response

from bot.channels.webchat import NAME
from bot.config import Settings
from handlers.messages import Reply
from storage.models import AddressState, ChannelAddress
from storage.unit_of_work import Storage, UnitOfWork

COOKIE = "doithoai"
CSRF_HEADER = "x-doithoai"
WHO_HEADER = "x-doithoai-who"
NOBODY = "gone"
"""Who a page is told that it was, when its account is gone."""
_COOKIE_SECONDS = 400 * 24 * 3600
_TOKEN = re.compile(r"[A-Za-z0-9_-]{22}")
_DEMO_TOKEN = re.compile(r"demo\.([a-z0-9-]{1,40})")
_OWN_SITE = frozenset({"same-origin", "none"})
_FORWARDING = ("x-forwarded-for", "x-forwarded-host", "forwarded", "x-real-ip")


@dataclass(frozen=True, slots=True)
class Identity:
    """The account behind a cookie."""

    token: str
    address: str
    known: bool
    """Has written before."""
    demo: bool = False

    @property
    def who(self) -> str:
        """A short name for the page's own storage; says nothing about the token."""
        return hashlib.sha256(b"page:" + self.address.encode()).hexdigest()[:16]

    def external_id(self, message_id: str) -> str:
        """The idempotency key of a message that the page named *message_id*."""
        return f"{self.address[:40]}:{message_id}"


def message_id(external_id: str) -> str:
    """How the page named the message of this idempotency key."""
    return external_id.rpartition(":")[2]


def new_token() -> str:
    """A fresh token."""
    return token_urlsafe(16)


def address_of(token: str) -> str:
    """The account of a token."""
    return hashlib.sha256(token.encode()).hexdigest()


async def find(
    request: HTTPConnection, storage: Storage, settings: Settings, *, leaving: bool = False
) -> Identity | None:
    """Who the cookie says, None without a usable one (a forgotten account is none).

    *leaving*: somebody who was just erased may still read that it is done. A device that was
    forgotten has no such word waiting, so its cookie opens nothing.
    """
    token = request.cookies.get(COOKIE, "")
    demo = _DEMO_TOKEN.fullmatch(token)
    if demo is not None:
        return await _demo(request, storage, settings, token, demo.group(1))
    if not _TOKEN.fullmatch(token):
        return None
    address = address_of(token)
    async with storage.read() as uow:
        known = await uow.people.address(NAME, address)
        if known is None:
            return Identity(token, address, known=False)
        if await is_gone(uow, known, leaving=leaving):
            return None
    return Identity(token, address, known=True)


def is_own(request: HTTPConnection, identity: Identity) -> bool:
    """Whether the page that asks was opened by who its cookie says now.

    Of two tabs one may forget the device or become another demo identity.
    """
    return request.headers.get(WHO_HEADER, identity.who) == identity.who


async def is_gone(uow: UnitOfWork, known: ChannelAddress, *, leaving: bool) -> bool:
    """Whether this account is forgotten; *leaving*: and has no last word to be read any more."""
    if known.state is not AddressState.FORGOTTEN:
        return False
    newest = await uow.mailbox.latest(known.id, 1) if leaving else ()
    return not any(Reply.from_json(row.payload).last for row in newest)


async def _demo(
    request: HTTPConnection, storage: Storage, settings: Settings, token: str, key: str
) -> Identity | None:
    if not demo_allowed(request, settings):
        return None
    address = f"demo:{key}"
    async with storage.read() as uow:
        known = await uow.people.address(NAME, address)
    if known is None or not known.person.is_sample:
        return None
    return Identity(token, address, known=True, demo=True)


def fresh() -> Identity:
    """A new identity, in no database yet."""
    token = new_token()
    return Identity(token, address_of(token), known=False)


def set_cookie(
    response: Response, identity: Identity, request: HTTPConnection, settings: Settings
) -> None:
    """Give the browser its identity for 400 days (browsers keep no cookie longer)."""
    response.set_cookie(
        COOKIE,
        identity.token,
        max_age=_COOKIE_SECONDS,
        httponly=True,
        samesite="lax",
        secure=is_https(request, settings),
    )


def is_https(request: HTTPConnection, settings: Settings) -> bool:
    """Whether people reach us over https, directly or through a proxy."""
    return request.url.scheme == "https" or settings.public_url.startswith("https:")


# -- other sites --------------------------------------------------------------------------------


def same_origin(request: HTTPConnection, settings: Settings, *, form: bool = False) -> bool:
    """Whether a change is asked for by our own page.

    Scripts must send our header, which no other site may add; forms (*form*) cannot, so there the
    browser must name our origin.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None and site not in _OWN_SITE:
        return False
    origin = request.headers.get("origin")
    if origin is not None and not _is_ours(origin, request, settings):
        return False
    if form:
        return origin is not None or site is not None
    return CSRF_HEADER in request.headers


def own_visit(request: HTTPConnection, settings: Settings) -> bool:
    """Whether a page is asked for from our own page, or by hand.

    Browsers tell the site only over https and on this machine; over plain http in a village's
    network the address of the page they come from says it. No other site can feign either.
    """
    site = request.headers.get("sec-fetch-site")
    if site is not None:
        return site in _OWN_SITE
    come_from = urlsplit(request.headers.get("referer", ""))
    return _is_ours(f"{come_from.scheme}://{come_from.netloc}", request, settings)


def _is_ours(origin: str, request: HTTPConnection, settings: Settings) -> bool:
    if settings.public_url and origin == settings.effective_public_url:
        return True
    return urlsplit(origin).netloc == request.headers.get("host", "")


# -- strangers ----------------------------------------------------------------------------------


def is_loopback(host: str) -> bool:
    """Whether *host* is this very machine."""
    if host == "localhost":
        return True
    try:
        return ip_address(host.strip("[]")).is_loopback
    except ValueError:
        return False


def is_local(request: HTTPConnection) -> bool:
    """Whether the client sits on this machine, and no proxy passed the request on.

    A proxy that names no client still passes on the name in the address bar, so that must be local
    too. It also stops a foreign name that resolves to 127.0.0.1, a known trick of web pages
    against local servers.
    """
    if any(name in request.headers for name in _FORWARDING):
        return False
    peer = request.client.host if request.client else ""
    return is_loopback(peer) and is_loopback(_host_name(request))


def _host_name(request: HTTPConnection) -> str:
    """The name in the address bar, without a port."""
    try:
        return urlsplit(f"//{request.headers.get('host', '')}").hostname or ""
    except ValueError:
        return ""


def demo_allowed(request: HTTPConnection, settings: Settings) -> bool:
    """Demo identities: only with ``--demo``, bound to loopback, for a local client."""
    return settings.demo and is_loopback(settings.host) and is_local(request)


class Newcomers:
    """How many new identities one remote address may begin; generous, for shared networks."""

    def __init__(
        self,
        clock: Callable[[], datetime],
        *,
        most: int = 120,
        window: timedelta = timedelta(minutes=10),
        remembered: int = 10_000,
    ) -> None:
        self._clock = clock
        self._most = most
        self._window = window
        self._remembered = remembered
        self._seen: dict[str, deque[datetime]] = {}

    def admit(self, host: str) -> bool:
        """Count one more newcomer from *host*; False when there were too many."""
        now = self._clock()
        times = self._seen.setdefault(_network(host), deque())
        while times and now - times[0] >= self._window:
            times.popleft()
        if len(times) >= self._most:
            return False
        times.append(now)
        if len(self._seen) > self._remembered:
            self._forget(now)
        return True

    def _forget(self, now: datetime) -> None:
        idle = [name for name, times in self._seen.items() if now - times[-1] >= self._window]
        for name in idle or list(self._seen)[: self._remembered // 2]:
            del self._seen[name]


def _network(host: str) -> str:
    """A household's IPv6 line has 2^64 addresses: they count as one."""
    try:
        address = ip_address(host)
    except ValueError:
        return host
    if isinstance(address, IPv6Address) and address.ipv4_mapped is None:
        return address.exploded[:19]
    return str(address)
