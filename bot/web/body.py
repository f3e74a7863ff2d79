"""Bodies of requests, limited before and while they are read."""

from __future__ import annotations

from collections.abc import AsyncGenerator, AsyncIterator
from contextlib import asynccontextmanager

from python_multipart.exceptions import FormParserError
from starlette.datastructures import FormData
from starlette.formparsers import MultiPartException, MultiPartParser
from starlette.requests import ClientDisconnect, Request

TOO_LARGE = 413


class BodyTooLargeError(Exception):
    """The body passes its limit; the rest was not read."""


class BadBodyError(Exception):
    """The body is not what its type says: broken UTF-8, JSON or multipart."""


def declared(request: Request) -> int | None:
    """Length that the sender says, None when it says none."""
    given = request.headers.get("content-length", "")
    return int(given) if given.isascii() and given.isdigit() else None


async def limited(request: Request, most: int) -> AsyncGenerator[bytes, None]:
    """The body in pieces. Raises ``BodyTooLargeError`` as soon as it is known to pass *most*."""
    said = declared(request)
    if said is not None and said > most:
        raise BodyTooLargeError
    read = 0
    async for piece in request.stream():
        read += len(piece)
        if read > most:
            raise BodyTooLargeError
        yield piece


async def whole(request: Request, most: int) -> bytes:
    """The body. Raises ``BodyTooLargeError``."""
    return b"".join([piece async for piece in limited(request, most)])


@asynccontextmanager
async def form(request: Request, most: int) -> AsyncIterator[FormData]:
    """A multipart form with at most one file, closed at the end.

    Raises ``BodyTooLargeError`` or ``BadBodyError``.
    """
    parser = MultiPartParser(
        request.headers, limited(request, most), max_files=1, max_fields=8, max_part_size=64 * 1024
    )
    try:
        parsed = await parser.parse()
    except (MultiPartException, FormParserError, KeyError, UnicodeDecodeError) as wrong:
        raise BadBodyError from wrong
    try:
        yield parsed
    finally:
        await parsed.close()


async def discard(request: Request, most: int) -> None:
    """Read on for a while after an early refusal, so that the sender gets to see the answer.

    Closing at once would reset the connection and lose the answer on its way.
    """
    read = 0
    try:
        async for piece in request.stream():
            read += len(piece)
            if read > most:
                return
    except (ClientDisconnect, RuntimeError):
        return
