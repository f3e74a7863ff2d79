"""Health, metrics, demo identities, and the process as a whole."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from functools import partial
from pathlib import Path

import httpx
import pytest
from pydantic import SecretStr
from starlette.requests import HTTPConnection

from bot.app import App
from bot.channels.webchat import WebChatChannel
from bot.config import Settings
from bot.server import run, serve, supervise
from bot.ticks import run_ticks
from bot.web.demo import DemoHostError, check_demo
from bot.web.identity import Newcomers, demo_allowed, is_loopback, same_origin
from handlers.faq_book import FaqBook
from storage.models import AddressState, ChannelAddress, Person
from tests.channels.work import work_of
from tests.clock import Clock
from tests.web.site import HEADERS, Site, browser, serving


async def test_health(site: Site) -> None:
    async with httpx.AsyncClient(base_url=site.url) as client:
        assert (await client.get("/healthz")).text == "ok\n"
        ready = await client.get("/readyz")
        assert ready.json() == {"ready": True, "database": True, "schema": True, "faq": True}


async def test_not_ready_without_its_schema(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("bot.web.health.head", lambda: "9999")
    async with httpx.AsyncClient(base_url=site.url) as client:
        response = await client.get("/readyz")
    assert response.status_code == 503
    assert response.json()["schema"] is False


async def test_not_ready_without_a_database(site: Site, monkeypatch: pytest.MonkeyPatch) -> None:
    async def away(_database: object) -> str:
        raise OSError

    monkeypatch.setattr("bot.web.health.current", away)
    async with httpx.AsyncClient(base_url=site.url) as client:
        response = await client.get("/readyz")
    assert response.status_code == 503
    assert response.json() == {"ready": False, "database": False}


async def test_metrics_count_turns_and_sends_and_name_nobody(site: Site) -> None:
    async with browser(site) as person:
        await person.say("menu")
        await site.app.dispatcher.settle()
        page = (await person.client.get("/metrics")).text
    assert 'doithoai_turns_total{channel="webchat",result="done"}' in page
    assert 'doithoai_sends_total{channel="webchat",result="sent"}' in page
    assert "doithoai_turn_seconds_bucket" in page
    assert "doithoai_outbox_waiting" in page


async def test_metrics_are_not_public(settings: Settings, clock: Clock, book: FaqBook) -> None:
    settings = settings.model_copy(update={"metrics_token": SecretStr("bi-mat")})
    async with serving(settings, clock, book) as site, browser(site) as person:
        passed_on = {"x-forwarded-for": "203.0.113.9"}
        assert (await person.client.get("/metrics", headers=passed_on)).status_code == 404
        for given in ("Bearer x", "Bearer", "bi-mat"):
            wrong = passed_on | {"authorization": given}
            assert (await person.client.get("/metrics", headers=wrong)).status_code == 404
        assert (await person.client.get("/metrics")).status_code == 404
        right = passed_on | {"authorization": "Bearer bi-mat"}
        assert (await person.client.get("/metrics", headers=right)).status_code == 200


@pytest.mark.parametrize(
    ("public_url", "headers", "status"),
    [
        ("", {}, 200),
        ("", {"host": "localhost"}, 200),
        # A proxy on this machine that passes the name on, and no client.
        ("", {"host": "hoidap.example.vn"}, 404),
        ("", {"host": "[::1"}, 404),
        ("", {"x-forwarded-for": "203.0.113.9"}, 404),
        ("", {"x-real-ip": "203.0.113.9"}, 404),
        # One that passes on neither.
        ("https://hoidap.example.vn", {}, 404),
        ("https://hoidap.example.vn", {"host": "hoidap.example.vn"}, 404),
    ],
)
async def test_metrics_without_a_token_are_for_this_machine(
    settings: Settings,
    clock: Clock,
    book: FaqBook,
    public_url: str,
    headers: dict[str, str],
    status: int,
) -> None:
    empty = {"public_url": public_url, "metrics_token": SecretStr("")}
    async with serving(settings.model_copy(update=empty), clock, book) as site:
        port = site.app.settings.port
        async with httpx.AsyncClient(base_url=f"http://127.0.0.1:{port}") as client:
            assert (await client.get("/metrics", headers=headers)).status_code == status


async def test_a_proxy_that_names_its_clients_keeps_newcomers_apart(
    settings: Settings,
    clock: Clock,
    book: FaqBook,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    monkeypatch.setattr("bot.web.server.Newcomers", partial(Newcomers, most=1))
    async with serving(settings, clock, book) as site:
        for given, status in (("203.0.113.9", 200), ("203.0.113.10", 200), ("203.0.113.9", 429)):
            async with browser(site) as person:
                person.client.headers["x-forwarded-for"] = given
                assert (await person.post(text="menu")).status_code == status
    assert "too_many_newcomers" in capsys.readouterr().out


# -- demo ---------------------------------------------------------------------------------------


@pytest.mark.parametrize("host", ["0.0.0.0", "192.168.1.5", "::", "xa.example.vn"])
def test_a_demo_is_never_offered_to_a_network(host: str) -> None:
    settings = Settings(_env_file=None, demo=True, host=host)
    with pytest.raises(DemoHostError):
        check_demo(settings)
    check_demo(settings.model_copy(update={"demo": False}))


def test_serve_says_why_it_does_not_start(
    tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.logs.set_up", lambda **_: None)  # it belongs to the process
    settings = Settings(_env_file=None, demo=True, host="0.0.0.0", data_dir=tmp_path)
    assert serve(settings) == 2
    assert "0.0.0.0" in capsys.readouterr().err
    assert list(tmp_path.iterdir()) == []


@pytest.fixture
async def demo(settings: Settings, clock: Clock, book: FaqBook) -> AsyncIterator[Site]:
    async with serving(settings.model_copy(update={"demo": True}), clock, book) as site:
        async with work_of(site.app) as work:
            for key, sample in (("can-bo", True), ("that", False)):
                person = Person(display_name=f"Mẫu {key}", created_at=work.now, is_sample=sample)
                work.uow.people.add(person)
                await work.uow.flush()
                work.uow.people.add(
                    ChannelAddress(
                        person_id=person.id,
                        channel="webchat",
                        address=f"demo:{key}",
                        state=AddressState.ACTIVE,
                        created_at=work.now,
                        last_seen_at=work.now,
                    )
                )
        yield site


async def test_one_can_become_a_demo_identity_and_stop_being_it(demo: Site) -> None:
    async with browser(demo) as person:
        page = await person.client.get("/demo")
        assert "Mẫu can-bo" in page.text
        assert "Mẫu that" not in page.text
        own = {"origin": demo.url}
        response = await person.client.post("/demo/become", data={"key": "can-bo"}, headers=own)
        assert response.status_code == 303
        assert "đang là Mẫu can-bo" in (await person.open()).text
        assert (await person.post(text="menu")).status_code == 200
        forgot = await person.client.post("/chat/forget", headers=HEADERS)
        assert forgot.status_code == 200
        async with work_of(demo.app) as work:
            account = await work.uow.people.address("webchat", "demo:can-bo")
            assert account is not None
            assert account.state is AddressState.ACTIVE
            assert account.person.display_name == "Mẫu can-bo"


async def test_demo_identities_are_for_this_machine_only(demo: Site) -> None:
    own = {"origin": demo.url}
    async with browser(demo) as person:
        for headers in (
            {"x-forwarded-for": "203.0.113.9"},
            {"host": "evil.example"},
            {"forwarded": "for=203.0.113.9"},
        ):
            assert (await person.client.get("/demo", headers=headers)).status_code == 404
            response = await person.client.post(
                "/demo/become", data={"key": "can-bo"}, headers=own | headers
            )
            assert response.status_code == 403
        person.client.cookies.set("doithoai", "demo.can-bo")
        far = HEADERS | {"x-forwarded-for": "203.0.113.9"}
        refused = await person.client.post("/chat/messages", json={}, headers=far)
        assert refused.status_code == 401


@pytest.mark.parametrize("key", ["that", "nobody", "%FF", "x" * 2000, ""])
async def test_nobody_else_can_be_chosen(demo: Site, key: str) -> None:
    async with browser(demo) as person:
        own = {"origin": demo.url}
        response = await person.client.post(
            "/demo/become", content=f"key={key}".encode(), headers=own
        )
        assert response.status_code == 404
        foreign = await person.client.post("/demo/become", data={"key": "can-bo"})
        assert foreign.status_code == 403
        person.client.cookies.set("doithoai", "demo.that")
        assert (await person.post(text="menu")).status_code == 401


def request(**headers: str) -> HTTPConnection:
    raw = [(name.replace("_", "-").encode(), value.encode()) for name, value in headers.items()]
    return HTTPConnection(
        {"type": "http", "headers": raw, "client": ("127.0.0.1", 5), "scheme": "http"}
    )


def test_who_asks() -> None:
    settings = Settings(_env_file=None, public_url="https://xa.example.vn/")
    assert same_origin(request(origin="https://xa.example.vn", x_doithoai="1"), settings)
    assert not same_origin(request(origin="https://xa.example.com", x_doithoai="1"), settings)
    assert not same_origin(request(host="a"), settings, form=True)
    assert same_origin(request(host="a", sec_fetch_site="same-origin"), settings, form=True)
    assert is_loopback("[::1]")
    assert is_loopback("localhost")
    assert not is_loopback("example.vn")
    demo_on = Settings(_env_file=None, demo=True)
    assert demo_allowed(request(host="localhost:8080"), demo_on)
    assert not demo_allowed(request(host="localhost:8080"), settings)


def test_a_household_line_counts_as_one_newcomer_source(clock: Clock) -> None:
    newcomers = Newcomers(clock, most=2, remembered=3)
    assert newcomers.admit("2001:db8:1:2::1")
    assert newcomers.admit("2001:db8:1:2:ffff::9")
    assert not newcomers.admit("2001:db8:1:2::3")
    assert newcomers.admit("2001:db8:1:3::1")
    assert newcomers.admit("::ffff:192.0.2.1")
    clock.forward(minutes=11)
    assert newcomers.admit("2001:db8:1:2::1")
    for number in range(8):
        assert newcomers.admit(f"192.0.2.{number}")
    assert newcomers.admit("somewhere")


# -- the whole process --------------------------------------------------------------------------


@pytest.fixture
def waiting_page(monkeypatch: pytest.MonkeyPatch) -> asyncio.Event:
    """Set once a page waits for news."""
    waits, wait = asyncio.Event(), WebChatChannel.wait

    async def noted(self: WebChatChannel, address: str, seconds: float) -> None:
        waits.set()
        await wait(self, address, seconds)

    monkeypatch.setattr(WebChatChannel, "wait", noted)
    return waits


async def test_run_serves_the_demo_and_stops_cleanly(
    tmp_path: Path, waiting_page: asyncio.Event
) -> None:
    settings = Settings(
        _env_file=None, demo=True, data_dir=tmp_path, port=0, sqlite_synchronous="NORMAL"
    )
    stop, told = asyncio.Event(), asyncio.Queue[str]()
    for _ in range(2):  # the second start finds the sample commune made
        stop.clear()
        waiting_page.clear()
        task = asyncio.create_task(run(settings, ready=told.put_nowait, stop=stop))
        url = await asyncio.wait_for(told.get(), 60)
        async with httpx.AsyncClient(base_url=url) as client:
            page = await client.get("/demo")
            assert page.text.count("Trưởng thôn Mẫu") == 6
            assert "Hỏi đáp Xã Mẫu" in (await client.get("/")).text
            waiting = asyncio.create_task(client.get("/chat/messages?wait=25"))
            await asyncio.wait_for(waiting_page.wait(), 10)
            stop.set()
            assert (await asyncio.wait_for(waiting, 10)).status_code == 200
        await asyncio.wait_for(task, 20)


async def test_a_worker_without_web_runs_until_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    worked = asyncio.Event()

    async def noted(app: App) -> None:
        await run_ticks(app)
        worked.set()

    monkeypatch.setattr("bot.server.run_ticks", noted)
    settings = Settings(_env_file=None, data_dir=tmp_path, sqlite_synchronous="NORMAL")
    stop = asyncio.Event()
    task = asyncio.create_task(run(settings, web=False, stop=stop))
    await asyncio.wait_for(worked.wait(), 60)
    assert not task.done()
    stop.set()
    await asyncio.wait_for(task, 60)


async def test_a_taken_port_is_an_error(tmp_path: Path, site: Site) -> None:
    port = int(site.url.rpartition(":")[2])
    settings = Settings(_env_file=None, data_dir=tmp_path, port=port)
    with pytest.raises(OSError, match="in use"):
        await run(settings)


async def test_the_command_says_how_to_take_another_port(
    tmp_path: Path,
    site: Site,
    monkeypatch: pytest.MonkeyPatch,
    capsys: pytest.CaptureFixture[str],
) -> None:
    from bot.cli import main

    monkeypatch.chdir(tmp_path)
    port = site.url.rpartition(":")[2]
    assert await asyncio.to_thread(main, ["serve", "--port", port]) == 1
    said = capsys.readouterr().err.splitlines()[-1]
    assert said.startswith(f"Cổng {port} đang có chương trình khác dùng.")
    assert "DOITHOAI_PORT" in said


async def test_a_failing_job_is_started_again_later_and_later() -> None:
    waits: list[float] = []

    async def job() -> None:
        if len(waits) < 8:
            raise RuntimeError("away")

    async def sleep(seconds: float) -> None:
        waits.append(seconds)

    await supervise("channel:x", job, sleep=sleep)
    assert waits == [1, 2, 4, 8, 16, 32, 60, 60]
