"""Who a browser is: its cookie, other sites, forgetting and erasure."""

from __future__ import annotations

import asyncio
from uuid import uuid4

import httpx

from bot.channels.webchat import WebChatChannel
from bot.ticks import run_ticks
from bot.web.identity import NOBODY, WHO_HEADER, Identity, address_of
from handlers.messages import Incoming
from handlers.services import erasure
from tests.channels.work import work_of
from tests.clock import Clock
from tests.web.site import HEADERS, TOKEN, Browser, Site, addresses, browser


async def test_the_cookie_is_a_secret_and_the_database_keeps_its_hash(person: Browser) -> None:
    response = await person.open()
    cookie = response.headers["set-cookie"]
    token = person.client.cookies["doithoai"]
    assert TOKEN.fullmatch(token)
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie
    await person.say("menu")
    async with person.site.app.storage.read() as uow:
        assert await uow.people.address("webchat", token) is None
    assert await addresses(person.site.app.storage) == 1
    secure = await person.client.get("/", headers={"x-forwarded-proto": "https"})
    assert "Secure" in secure.headers["set-cookie"]


async def test_another_site_cannot_send(person: Browser) -> None:
    body = {"id": str(uuid4()), "text": "menu"}
    for headers in (
        {},
        HEADERS | {"origin": "https://evil.example"},
        HEADERS | {"origin": "null"},
        HEADERS | {"sec-fetch-site": "cross-site"},
        HEADERS | {"sec-fetch-site": "same-site"},
    ):
        response = await person.client.post("/chat/messages", json=body, headers=headers)
        assert response.status_code == 403
        forgot = await person.client.post("/chat/forget", headers=headers)
        assert forgot.status_code == 403
    own = HEADERS | {"origin": person.site.url, "sec-fetch-site": "same-origin"}
    assert (await person.client.post("/chat/messages", json=body, headers=own)).status_code == 200


async def test_without_a_cookie_nothing_is_taken_in(site: Site) -> None:
    async with browser(site, opened=False) as person:
        assert (await person.post(text="menu")).status_code == 401
        person.client.cookies.set("doithoai", "short")
        assert (await person.post(text="menu")).status_code == 401
        assert (await person.client.get("/chat/messages")).json() == []
        person.client.cookies.delete("doithoai", domain="")
        assert (await person.post(text="menu")).status_code == 200


async def test_forgetting_closes_the_account_for_good(person: Browser) -> None:
    await person.say("menu")
    address = person.address
    token = person.client.cookies["doithoai"]
    response = await person.client.post("/chat/forget", headers=HEADERS)
    assert response.json() == {"forgotten": True}
    assert "doithoai" not in person.client.cookies
    async with work_of(person.site.app) as work:
        account = await work.uow.people.address("webchat", address)
        assert account is not None
        assert account.state.value == "forgotten"
        assert not await work.uow.people.addresses(account.person_id)
    person.client.cookies.set("doithoai", token)
    assert (await person.post(text="menu")).status_code == 401
    again = await person.client.post("/chat/forget", headers=HEADERS)
    assert again.status_code == 200


async def test_the_page_is_told_which_message_is_written_nowhere(person: Browser) -> None:
    for told in (
        "Kế toán Mẫu Quýt lấy tiền của nhà em rồi chia nhau",
        "tố cáo công an Mẫu Quýt, nó cầm dao đòi chém em, báo ai",
    ):
        id_ = str(uuid4())
        await person.post(id=id_, text=told)
        assert id_ in [message["drops"] for message in await person.news()]
    assert {message["drops"] for message in await person.say("menu")} == {""}


async def test_the_last_word_of_an_erasure_can_be_read_until_the_account_is_renamed(
    person: Browser, clock: Clock
) -> None:
    await person.say("menu")
    await person.say("xoá")
    token = person.client.cookies["doithoai"]
    [word] = await person.say("1")
    assert word["last"]
    assert word["text"].startswith("Em đã xoá xong")
    for _ in range(2):  # a page opened again has nothing else to show
        person.known = []
        assert await person.news() == [word]
        assert f'"who":"{_who(token)}"' in (await person.open()).text
        assert person.client.cookies["doithoai"] == token
    assert (await person.post(text="menu")).status_code == 401
    clock.forward(minutes=11)
    await person.site.app.dispatcher.settle()
    await run_ticks(person.site.app)
    assert await person.news() == []  # a page that missed it is told to begin anew
    assert person.client.cookies["doithoai"] != token


async def test_a_waiting_page_learns_that_its_account_is_gone(
    person: Browser, clock: Clock
) -> None:
    await person.say("menu")
    token = person.client.cookies["doithoai"]
    waiting = asyncio.create_task(person.news(wait=25))
    async with work_of(person.site.app) as work:
        account = await work.uow.people.address("webchat", person.address)
        assert account is not None
        await erasure.erase(work, account.person, account)
    clock.forward(minutes=11)
    await run_ticks(person.site.app)
    assert await asyncio.wait_for(waiting, 15) == []
    assert await person.news() == []
    assert person.client.cookies["doithoai"] != token


async def test_a_second_page_is_told_at_once_that_its_device_was_forgotten(
    person: Browser,
) -> None:
    await person.say("menu")
    token = person.client.cookies["doithoai"]
    waiting = asyncio.create_task(_poll(person, _who(token)))
    await _listened(person)
    await person.client.post("/chat/forget", headers=HEADERS)
    told = await asyncio.wait_for(waiting, 2.5)  # before it looks again by itself
    assert told.json() == []
    assert told.headers[WHO_HEADER] == NOBODY
    assert "set-cookie" not in told.headers  # the first page may have been given one meanwhile


async def test_two_pages_agree_on_who_they_are_after_forgetting(person: Browser) -> None:
    await person.say("menu")
    old = _who(person.client.cookies["doithoai"])
    await person.client.post("/chat/forget", headers=HEADERS)
    await person.open()
    token = person.client.cookies["doithoai"]
    told = await _poll(person, old)  # by the page that still shows the forgotten talk
    assert told.headers[WHO_HEADER] == _who(token)
    assert person.client.cookies["doithoai"] == token


async def test_what_a_page_says_is_never_said_by_another_account(person: Browser) -> None:
    await person.say("menu")
    old = _who(person.client.cookies["doithoai"])
    await person.client.post("/chat/forget", headers=HEADERS)
    await person.open()
    body = {"id": str(uuid4()), "text": "chuyện riêng của người trước"}
    headers = HEADERS | {WHO_HEADER: old}
    said = await person.client.post("/chat/messages", json=body, headers=headers)
    assert said.status_code == 401
    person.known = []
    assert await person.news() == []
    assert await addresses(person.site.app.storage) == 1


async def _poll(person: Browser, who: str) -> httpx.Response:
    """What the page of *who* asks for, waiting."""
    return await person.client.get(
        "/chat/messages",
        params={"after": 0, "have": ",".join(map(str, person.known)), "wait": 25},
        headers={WHO_HEADER: who},
    )


async def test_a_message_on_its_way_does_not_reopen_a_forgotten_device(person: Browser) -> None:
    await person.say("menu")
    app, address = person.site.app, person.address
    await person.client.post("/chat/forget", headers=HEADERS)
    late = Incoming(channel="webchat", address=address, external_id=str(uuid4()), text="menu")
    await app.intake.receive(late)
    async with work_of(app) as work:
        account = await work.uow.people.address("webchat", address)
        assert account is not None
        assert account.state.value == "forgotten"
        rows = await work.uow.mailbox.latest(account.id, 50)
    assert len(rows) == 1  # the menu of before


async def _listened(person: Browser) -> None:
    """A page of *person* waits for news."""
    channel = person.site.app.channels["webchat"]
    assert isinstance(channel, WebChatChannel)
    while not channel._pages.get(person.address):
        await asyncio.sleep(0)


async def test_a_forgotten_device_reads_nothing_of_an_erasure(person: Browser) -> None:
    """Whoever copied the cookie of a shared device learns nothing from it."""
    await person.say("menu")
    token = person.client.cookies["doithoai"]
    await person.client.post("/chat/forget", headers=HEADERS)
    person.client.cookies.set("doithoai", token)
    person.known = []
    assert await person.news() == []
    assert f'"who":"{_who(token)}"' not in (await person.open()).text


def _who(token: str) -> str:
    return Identity(token, address_of(token), known=True).who


async def test_newcomers_are_limited_per_line_but_generously(site: Site) -> None:
    statuses = []
    async with httpx.AsyncClient(base_url=site.url) as client:
        for _ in range(122):
            client.cookies.clear()
            await client.get("/")
            response = await client.post(
                "/chat/messages", json={"id": str(uuid4()), "text": "menu"}, headers=HEADERS
            )
            statuses.append(response.status_code)
    assert statuses == [200] * 120 + [429] * 2
    assert "chờ ít phút" in response.json()["text"]
