"""Files of replies, and one-time links: once, for minutes, for their reader alone."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.config import Settings
from handlers.errors import RuleError
from handlers.faq_book import FaqBook
from handlers.messages import OutFile, Reply
from handlers.services import download_links
from tests.channels.work import work_of
from tests.clock import Clock
from tests.web.site import Browser, Site, browser, serving


@pytest.fixture
async def site(settings: Settings, clock: Clock, book: FaqBook) -> AsyncIterator[Site]:
    async with serving(settings, clock, book, world="announced") as made:
        yield made


@pytest.fixture
async def person(site: Site) -> AsyncIterator[Browser]:
    async with browser(site) as made:
        yield made


async def link(site: Site) -> str:
    meeting = site.world.dialogue_session
    assert meeting is not None
    async with work_of(site.app) as work:
        work.actor = await work.uow.people.get(site.world.people["O"].id)
        token = await download_links.create(
            work, kind="submissions", format_="xlsx", dialogue_session_id=meeting.id
        )
    return f"/t/{token}"


@pytest.fixture(autouse=True)
def some_kind(monkeypatch: pytest.MonkeyPatch) -> None:
    """The files themselves are tested with the exports; here a small one stands for all."""

    async def made(_app: object, outfile: OutFile) -> tuple[str, str, bytes]:
        if outfile.kind == "refused":
            raise RuleError("not-allowed")
        return "Danh sách Thôn Mẫu.xlsx", "application/x-test", b"content"

    monkeypatch.setattr("bot.web.mailbox.materialise", made)


async def test_looking_at_a_link_does_not_use_it_up(person: Browser) -> None:
    path = await link(person.site)
    own = {"origin": person.site.url}
    for _ in range(3):
        page = await person.client.get(path)
        assert page.status_code == 200
        assert "Tải về" in page.text
    file = await person.client.post(path, headers=own)
    assert file.content == b"content"
    assert "Danh%20s%C3%A1ch" in file.headers["content-disposition"]
    assert file.headers["cache-control"] == "no-store"
    again = await person.client.post(path, headers=own)
    assert again.status_code == 410
    assert "đã dùng rồi" in again.text


async def test_a_link_ends_after_minutes(person: Browser, clock: Clock) -> None:
    path = await link(person.site)
    clock.forward(minutes=11)
    gone = await person.client.post(path, headers={"origin": person.site.url})
    assert gone.status_code == 410


async def test_another_site_cannot_press_the_button(person: Browser) -> None:
    path = await link(person.site)
    refused = await person.client.post(path, headers={"origin": "https://evil.example"})
    assert refused.status_code == 403
    fine = await person.client.post(path, headers={"origin": person.site.url})
    assert fine.status_code == 200


async def test_a_file_of_a_reply_is_for_its_reader(person: Browser) -> None:
    await person.say("menu")
    files = tuple(
        OutFile("Mẫu.xlsx", kind, "xlsx", {"person_id": 1}, public=True)
        for kind in ("fine", "refused")
    )
    async with work_of(person.site.app) as work:
        from bot.web.identity import address_of

        token = person.client.cookies["doithoai"]
        account = await work.uow.people.address("webchat", address_of(token))
        assert account is not None
        work.queue(account, Reply("Tệp đây ạ.", files=files), purpose="notice")
    [message] = await person.news()
    first, second = (file["url"] for file in message["files"])
    assert (await person.client.get(first)).content == b"content"
    assert (await person.client.get(second)).status_code == 410
    assert (await person.client.get(first[:-1] + "7")).status_code == 404
    async with browser(person.site) as stranger:
        await stranger.say("menu")
        assert (await stranger.client.get(first)).status_code == 404
        stranger.client.cookies.clear()
        assert (await stranger.client.get(first)).status_code == 404
