"""Files of replies, and one-time links: once, for minutes, for their reader alone."""

from __future__ import annotations

from collections.abc import AsyncIterator

import pytest

from bot.config import Settings
from handlers.errors import RuleError
from handlers.faq_book import FaqBook
from handlers.messages import OutFile, Reply
from handlers.services import download_links
from storage.models import Attachment, AttachmentKind, Role
from tests.channels.work import work_of
from tests.clock import Clock
from tests.web.site import JPEG, Browser, Site, browser, serving


@pytest.fixture
async def site(settings: Settings, clock: Clock, book: FaqBook) -> AsyncIterator[Site]:
    async with serving(settings, clock, book, world="announced") as made:
        yield made


@pytest.fixture
async def person(site: Site) -> AsyncIterator[Browser]:
    async with browser(site) as made:
        yield made


OWN = {"sec-fetch-site": "same-origin"}
SENT = (JPEG, b"OggS" + bytes(300), b"%PDF-1.7 " + bytes(300))


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
def made_files(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """The files themselves are tested with the exports; here a small one stands for all.

    The kinds that were made, and so noted as issued.
    """
    kinds: list[str] = []

    async def made(_app: object, outfile: OutFile) -> tuple[str, str, bytes]:
        kinds.append(outfile.kind)
        if outfile.kind == "refused":
            raise RuleError("not-allowed")
        return "Danh sách Thôn Mẫu.xlsx", "application/x-test", b"content"

    monkeypatch.setattr("bot.web.mailbox.materialise", made)
    return kinds


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
    assert (await person.client.get(first, headers=OWN)).content == b"content"
    assert (await person.client.get(second, headers=OWN)).status_code == 410
    assert (await person.client.get(first[:-1] + "7", headers=OWN)).status_code == 404
    async with browser(person.site) as stranger:
        await stranger.say("menu")
        assert (await stranger.client.get(first, headers=OWN)).status_code == 404
        stranger.client.cookies.clear()
        assert (await stranger.client.get(first, headers=OWN)).status_code == 404


async def test_another_site_issues_no_list(person: Browser, made_files: list[str]) -> None:
    await person.say("menu")
    file = OutFile("Mẫu.xlsx", "fine", "xlsx", {"person_id": 1}, public=True)
    async with work_of(person.site.app) as work:
        account = await work.uow.people.address("webchat", person.address)
        assert account is not None
        work.queue(account, Reply("Tệp đây ạ.", files=(file,)), purpose="notice")
    [message] = await person.news()
    url = message["files"][0]["url"]
    for told in ({}, {"sec-fetch-site": "cross-site"}, {"referer": "https://evil.example/"}):
        page = await person.client.get(url, headers=told)
        assert "Tải về" in page.text
    foreign = {"origin": "https://evil.example", "sec-fetch-site": "cross-site"}
    assert (await person.client.post(url, headers=foreign)).status_code == 403
    assert made_files == []
    assert (await person.client.get(url, headers={"sec-fetch-site": "none"})).content == b"content"
    pressed = await person.client.post(url, headers={"origin": person.site.url})
    assert pressed.content == b"content"
    here = {"referer": f"{person.site.url}/"}
    assert (await person.client.get(url, headers=here)).content == b"content"
    assert made_files == ["fine", "fine", "fine"]


# -- what households sent -------------------------------------------------------------------------


async def sent_files(site: Site) -> list[str]:
    """Paths of links to a photo, a recording and a document of one submission."""

    async def chunks(content: bytes) -> AsyncIterator[bytes]:
        yield content

    kept = [await site.keeper.keep("webchat", "x", chunks=chunks(one)) for one in SENT]
    async with work_of(site.app) as work:
        found = await work.uow.submissions.by_code("XM100014")
        assert found is not None
        for one in kept:
            work.uow.submissions.add(
                Attachment(
                    person_id=site.world.people["H"].id,
                    submission_id=found.id,
                    kind=AttachmentKind(one.kind),
                    content_type=one.content_type,
                    size=one.size,
                    sha256=one.sha256,
                    storage_key=one.storage_key,
                    created_at=work.now,
                )
            )
        await work.uow.flush()
        work.actor = await work.uow.people.get(site.world.people["H"].id)
        with pytest.raises(RuleError, match="not-allowed"):
            await download_links.create_for_files(work, found.id)
        work.actor = await work.uow.people.get(site.world.people["O"].id)
        made = await download_links.create_for_files(work, found.id)
    return [f"/t/{token}" for _, token in made]


@pytest.fixture
async def asked(settings: Settings, clock: Clock, book: FaqBook) -> AsyncIterator[Browser]:
    async with (
        serving(settings, clock, book, world="asked") as made,
        browser(made, opened=False) as opened,
    ):
        yield opened


async def test_an_official_opens_what_a_household_sent_once(asked: Browser) -> None:
    photo, voice, document = await sent_files(asked.site)
    own = {"origin": asked.site.url}
    shown = []
    for path, content in zip((photo, voice, document), SENT, strict=True):
        page = await asked.client.get(path)
        assert "Tải về" in page.text
        file = await asked.client.post(path, headers=own)
        assert (file.status_code, file.content) == (200, content)
        assert file.headers["x-content-type-options"] == "nosniff"
        assert file.headers["cache-control"] == "no-store"
        how, _, name = file.headers["content-disposition"].partition(";")
        shown.append((file.headers["content-type"], how, name.rpartition(".")[2]))
        assert (await asked.client.post(path, headers=own)).status_code == 410
    assert shown == [
        ("image/jpeg", "inline", 'jpg"'),
        ("audio/ogg", "inline", 'ogg"'),
        ("application/pdf", "attachment", 'pdf"'),
    ]
    async with asked.site.app.storage.read() as uow:
        noted = [one for id_ in (1, 2, 3) for one in await uow.audit.of("download_link", id_)]
    acts = [one for one in noted if one.action == "download_link.used"]
    assert len(acts) == len(SENT)
    assert {one.actor_id for one in acts} == {asked.site.world.people["O"].id}
    assert {one.unit_id for one in acts} == {asked.site.world.commune.id}


async def test_who_is_no_official_any_more_opens_nothing(asked: Browser) -> None:
    photo, *_ = await sent_files(asked.site)
    async with work_of(asked.site.app) as work:
        person = await work.uow.people.get(asked.site.world.people["O"].id)
        assert person is not None
        for grant in person.roles:
            if grant.role is Role.OFFICIAL:
                grant.revoked_at = work.now
    refused = await asked.client.post(photo, headers={"origin": asked.site.url})
    assert refused.status_code == 410


async def test_bytes_that_are_gone_are_told_kindly(asked: Browser) -> None:
    photo, *_ = await sent_files(asked.site)
    async with asked.site.app.storage.read() as uow:
        for one in await uow.submissions.files_of_person(asked.site.world.people["H"].id):
            await asked.site.keeper.delete(one.storage_key)
    gone = await asked.client.post(photo, headers={"origin": asked.site.url})
    assert gone.status_code == 410
    assert "đường dẫn mới" in gone.text
