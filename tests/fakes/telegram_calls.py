"""Calls of the Bot API as the fake reads and refuses them: the limits of the platform."""

from __future__ import annotations

import json
from typing import Any

from starlette.requests import Request

TOKEN = "1234567:test-token-of-the-fake-server"
MAX_UNITS = 4096
_MAX_CALLBACK = 64
_MAX_CAPTION = 1024
MAX_DOWNLOAD = 20 * 1024 * 1024
BOT = {"id": 1234567, "is_bot": True, "first_name": "Bot Mẫu", "username": "doithoai_mau_bot"}


class Refusal(Exception):
    """An error answer of the API."""

    def __init__(self, code: int, description: str, **parameters: Any) -> None:
        super().__init__(description)
        self.body = {"ok": False, "error_code": code, "description": description}
        if parameters:
            self.body["parameters"] = parameters
        self.code = code


async def parameters(request: Request) -> dict[str, Any]:
    """What a call was given, files as name and bytes."""
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


def caption_of(given: dict[str, Any]) -> dict[str, Any]:
    """The words under a file."""
    caption = str(given.get("caption", ""))
    if len(caption.encode("utf-16-le")) // 2 > _MAX_CAPTION:
        raise Refusal(400, "Bad Request: message caption is too long")
    return {"caption": caption} if caption else {}


def attached(given: dict[str, Any], key: str) -> tuple[str, bytes]:
    """The file of a multipart call: inline, or named by ``attach://``."""
    value = given[key]
    if isinstance(value, str) and value.startswith("attach://"):
        value = given[value.removeprefix("attach://")]
    if isinstance(value, str):
        raise Refusal(400, "Bad Request: wrong file identifier")
    name, content = value
    return str(name), bytes(content)


def markup_of(markup: Any) -> dict[str, Any]:
    """The keyboard of a message."""
    if not markup:
        return {}
    loaded: dict[str, Any] = json.loads(markup) if isinstance(markup, str) else markup
    return loaded


def check_buttons(markup: dict[str, Any]) -> None:
    """Refuse buttons that carry nothing or too much."""
    for row in markup.get("inline_keyboard", []):
        for button in row:
            if not 1 <= len(button.get("callback_data", "").encode()) <= _MAX_CALLBACK:
                raise Refusal(400, "Bad Request: BUTTON_DATA_INVALID")
