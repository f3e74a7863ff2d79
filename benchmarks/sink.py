"""A Bot API server that accepts everything at once: the far end of the turn benchmark.

Run as ``python -m benchmarks.sink``; prints its port, then answers until standard input ends.
"""

from __future__ import annotations

import asyncio
import sys

_BODY = (
    b'{"ok":true,"result":{"message_id":1,"date":1795238900,"chat":{"id":1,"type":"private"},'
    b'"from":{"id":1234567,"is_bot":true,"first_name":"Bot","username":"bench_bot"},"text":"ok",'
    b'"id":1234567,"is_bot":true,"first_name":"Bot","username":"bench_bot"}}'
)
_ANSWER = (
    b"HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
    + str(len(_BODY)).encode()
    + b"\r\n\r\n"
    + _BODY
)


class _Sink(asyncio.Protocol):
    """Answers each request as soon as its body is complete."""

    def __init__(self) -> None:
        self._buffer = b""
        self._transport: asyncio.WriteTransport | None = None

    def connection_made(self, transport: asyncio.BaseTransport) -> None:
        assert isinstance(transport, asyncio.WriteTransport)
        self._transport = transport

    def data_received(self, data: bytes) -> None:
        self._buffer += data
        while (end := self._buffer.find(b"\r\n\r\n")) >= 0:
            head = self._buffer[:end].lower()
            length = 0
            for line in head.split(b"\r\n"):
                if line.startswith(b"content-length:"):
                    length = int(line.split(b":")[1])
            if len(self._buffer) < end + 4 + length:
                return
            self._buffer = self._buffer[end + 4 + length :]
            if self._transport is not None:
                self._transport.write(_ANSWER)


async def _serve() -> None:
    loop = asyncio.get_running_loop()
    server = await loop.create_server(_Sink, "127.0.0.1", 0)
    print(server.sockets[0].getsockname()[1], flush=True)
    await loop.run_in_executor(None, sys.stdin.read)
    server.close()


if __name__ == "__main__":
    asyncio.run(_serve())
