"""``doithoai serve``: web server, dispatcher, channels and timed work in one process."""

from __future__ import annotations

import asyncio
import signal
import socket
import sys
from collections.abc import AsyncIterator, Awaitable, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager

import uvicorn

from bot import demo, logs
from bot.app import App, build, migrate
from bot.channels.base import Channel
from bot.channels.webchat import WebChatChannel
from bot.config import Settings
from bot.exporting import carrier
from bot.files import FileKeeper
from bot.ticks import run_ticks
from bot.web.demo import DemoHostError, check_demo
from bot.web.server import create_web
from handlers.texts import Texts
from storage.database import Database
from storage.unit_of_work import Storage

log = logs.get(__name__)

_TICK_SECONDS = 60.0
_SWEEP_SECONDS = 3600.0
_FIRST_BACKOFF, _LONGEST_BACKOFF = 1.0, 60.0
_GRACE_SECONDS = 10
_IDLE_SECONDS = 75
"""Longer than proxies and browsers keep an idle connection: who sends must be the one to close it,
or a request may meet a connection that was closed a moment ago."""
_BACKLOG = 2048

Ready = Callable[[str], None]
"""Told the address once the server listens."""


def serve(settings: Settings, ready: Ready | None = None) -> int:
    """Run everything until SIGINT or SIGTERM; exit status (2 for a demo open to a network)."""
    logs.set_up(level=settings.log_level, as_json=settings.log_json)
    try:
        with asyncio.Runner(loop_factory=_loop_factory()) as runner:
            runner.run(run(settings, ready=ready))
    except DemoHostError:
        text = Texts.load().render("vi", "serve-demo-host", {"host": settings.host})
        sys.stderr.write(text + "\n")
        return 2
    return 0


async def run(
    settings: Settings,
    *,
    web: bool = True,
    worker: bool = True,
    ready: Ready | None = None,
    stop: asyncio.Event | None = None,
) -> None:
    """Migrate, join the parts and work until *stop* is set or a signal comes.

    *web*: answer HTTP. *worker*: take in messages of polled channels and do timed work. Both
    dispatch the outbox. Raises ``DemoHostError`` or ``OSError`` (the port is taken).
    """
    check_demo(settings)
    listening = listen(settings) if web else None
    try:
        if listening is not None:
            settings = settings.model_copy(update={"port": listening.getsockname()[1]})
        await migrate(settings)
        if settings.demo:
            await _seed(settings)
        stop = stop or _signals()
        async with _joined(settings) as (app, keeper):
            async with background(app, keeper, worker=worker):
                if listening is None:
                    await stop.wait()
                else:
                    await serve_web(app, keeper, listening, stop, ready)
            log.info("stopping")
    finally:
        if listening is not None:
            listening.close()


@asynccontextmanager
async def _joined(settings: Settings) -> AsyncIterator[tuple[App, FileKeeper]]:
    keeper = FileKeeper(settings)
    joined: list[App] = []

    channels: dict[str, Channel] = {"webchat": WebChatChannel()}
    if settings.telegram_token is not None and settings.telegram_token.get_secret_value():
        from bot.channels.telegram import TelegramChannel

        carry = carrier(lambda: joined[0], foreign=True)
        channels["telegram"] = TelegramChannel(settings, keeper, carry)
    app = await build(settings, channels, read_file=keeper.read)
    joined.append(app)
    keeper.connect(app.storage, app.clock, app.rules.commune_id)
    for channel in channels.values():
        connect = getattr(channel, "connect", None)
        if connect is not None:
            connect(app.intake.receive)
    try:
        yield app, keeper
    finally:
        for channel in channels.values():
            await channel.close()
        await app.storage.database.close()


@asynccontextmanager
async def background(app: App, keeper: FileKeeper, *, worker: bool) -> AsyncIterator[None]:
    """What runs beside the answering until the block ends.

    The dispatcher and the watch over the FAQ, and for a worker the channels and the timed work.
    """
    jobs: dict[str, Callable[[], Awaitable[None]]] = {
        "dispatcher": app.dispatcher.run,
        "faq": app.shelf.watch,
    }
    if worker:
        jobs["ticks"] = lambda: _tick(app)
        jobs["sweep"] = lambda: _sweep(keeper)
        jobs |= {f"channel:{name}": channel.run for name, channel in app.channels.items()}
    tasks = [asyncio.create_task(supervise(name, job), name=name) for name, job in jobs.items()]
    try:
        yield
    finally:
        # The dispatcher is first in the list and last to stop: it records what was sent.
        for task in reversed(tasks):
            task.cancel()
            await asyncio.wait({task}, timeout=_GRACE_SECONDS)


async def supervise(
    name: str,
    job: Callable[[], Awaitable[None]],
    *,
    sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
) -> None:
    """Run *job* until it returns; start it again, later and later, whenever it fails.

    One failing channel must never stop another.
    """
    backoff = _FIRST_BACKOFF
    while True:
        try:
            await job()
        except Exception:
            log.exception("job_failed", job=name, wait=backoff)
        else:
            return
        await sleep(backoff)
        backoff = min(_LONGEST_BACKOFF, backoff * 2)


async def _tick(app: App) -> None:
    while True:
        await run_ticks(app)
        await asyncio.sleep(_TICK_SECONDS)


async def _sweep(keeper: FileKeeper) -> None:
    while True:
        await keeper.sweep()
        await asyncio.sleep(_SWEEP_SECONDS)


class _Server(uvicorn.Server):
    """Leaves signals to us, and answers waiting pages before it stops."""

    def __init__(
        self, config: uvicorn.Config, stopping: asyncio.Event, ready: Callable[[], None]
    ) -> None:
        super().__init__(config)
        self._stopping = stopping
        self._ready = ready

    @contextmanager
    def capture_signals(self) -> Iterator[None]:
        """Nothing: ``_signals`` has them."""
        yield

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Begin to answer, then say so."""
        await super().startup(sockets)
        self._ready()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let long polls end, then stop gracefully."""
        self._stopping.set()
        await super().shutdown(sockets)


async def serve_web(
    app: App,
    keeper: FileKeeper,
    listening: socket.socket,
    stop: asyncio.Event,
    ready: Ready | None,
) -> None:
    site = create_web(app, keeper, demo=app.settings.demo)
    config = uvicorn.Config(
        site,
        http="httptools",
        ws="none",
        lifespan="off",
        log_config=None,
        access_log=False,
        server_header=False,
        backlog=_BACKLOG,
        timeout_keep_alive=_IDLE_SECONDS,
        timeout_graceful_shutdown=_GRACE_SECONDS,
    )
    url = app.settings.effective_public_url

    def started() -> None:
        log.info("listening", url=url)
        if ready is not None:
            ready(url)

    server = _Server(config, site.state.web.stopping, started)
    task = asyncio.create_task(server.serve(sockets=[listening]))
    halt = asyncio.create_task(stop.wait())
    try:
        await asyncio.wait({task, halt}, return_when=asyncio.FIRST_COMPLETED)
    finally:
        halt.cancel()
        server.should_exit = True
        await task


def listen(settings: Settings) -> socket.socket:
    """A listening socket on the address of *settings*. Raises ``OSError``."""
    family, kind, protocol, _, address = socket.getaddrinfo(
        settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
    )[0]
    made = socket.socket(family, kind, protocol)
    try:
        made.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        made.bind(address)
        made.listen(_BACKLOG)
        made.setblocking(False)
    except OSError:
        made.close()
        raise
    return made


def _signals() -> asyncio.Event:
    """An event that SIGINT and SIGTERM set."""
    stop = asyncio.Event()
    loop = asyncio.get_running_loop()
    for number in (signal.SIGINT, signal.SIGTERM):
        loop.add_signal_handler(number, stop.set)
    return stop


def _loop_factory() -> Callable[[], asyncio.AbstractEventLoop] | None:
    if sys.platform == "win32":
        return None
    import uvloop

    return uvloop.new_event_loop


async def _seed(settings: Settings) -> None:
    """The sample commune, before the parts are joined: they look up the home commune."""
    database = Database(settings.effective_database_url, synchronous=settings.sqlite_synchronous)
    try:
        texts = Texts.load()
        await demo.seed(Storage(database), texts, settings.rules(), settings.time()())
    finally:
        await database.close()
