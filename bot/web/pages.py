"""Templates and static files, all from our own package: nothing is fetched from a third party."""

from __future__ import annotations

import hashlib
from dataclasses import dataclass
from importlib.resources import files
from typing import Any

import orjson
from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from handlers.texts import Texts

_TYPES = {
    ".css": "text/css; charset=utf-8",
    ".js": "text/javascript; charset=utf-8",
    ".svg": "image/svg+xml",
}
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' blob:; "
    "media-src 'self' blob:; connect-src 'self'; form-action 'self'; base-uri 'none'; "
    "frame-ancestors 'none'"
)
HEADERS = {
    "content-security-policy": POLICY,
    "x-content-type-options": "nosniff",
    "referrer-policy": "same-origin",
    "permissions-policy": "microphone=(self), camera=(self), geolocation=()",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
}


@dataclass(frozen=True, slots=True)
class Asset:
    """One static file."""

    content: bytes
    content_type: str
    version: str


def load_assets() -> dict[str, Asset]:
    """Every file of ``bot/web/static``."""
    assets = {}
    for found in (files("bot") / "web" / "static").iterdir():
        kind = _TYPES.get(f".{found.name.rpartition('.')[2]}")
        if kind is not None:
            content = found.read_bytes()
            assets[found.name] = Asset(content, kind, hashlib.sha256(content).hexdigest()[:12])
    return assets


class Pages:
    """Renders templates with texts of the catalogues."""

    def __init__(self, texts: Texts) -> None:
        self._texts = texts
        self.assets = load_assets()
        # Modules import each other by plain names, so one version covers all of them.
        every = "".join(self.assets[name].version for name in sorted(self.assets))
        self.version = hashlib.sha256(every.encode()).hexdigest()[:12]
        self._environment = Environment(
            loader=PackageLoader("bot", "web/templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )

    def say(self, key: str, **params: Any) -> str:
        """A text of the pages."""
        return self._texts.render("vi", key, params)

    def render(self, template: str, *, status: int = 200, **values: Any) -> HTMLResponse:
        """A page."""
        page = self._environment.get_template(template).render(
            say=self.say, static=self.static, data=data_block, **values
        )
        response = HTMLResponse(page, status)
        response.headers["cache-control"] = "no-store"
        return response

    def static(self, name: str) -> str:
        """Address of a static file."""
        return f"/static/{self.version}/{name}"

    async def asset(self, request: Request) -> Response:
        """``GET /static/<version>/<name>``."""
        asset = self.assets.get(request.path_params["name"])
        if asset is None:
            return Response(status_code=404)
        fixed = request.path_params["version"] == self.version
        lasting = "public, max-age=31536000, immutable" if fixed else "no-cache"
        return Response(
            asset.content, headers={"content-type": asset.content_type, "cache-control": lasting}
        )


def data_block(value: Any) -> Markup:
    """*value* as JSON that is safe inside a ``<script type="application/json">`` data block."""
    raw = orjson.dumps(value).decode()
    for sign in "<>&\u2028\u2029":
        raw = raw.replace(sign, f"\\u{ord(sign):04x}")
    return Markup(raw)  # noqa: S704 - no character that could end the block is left
