"""An official's page and messenger: the workbook of the FAQ goes out and comes back."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.app import App
from bot.config import Settings
from handlers.faq_book import FaqBook
from storage.models import FaqOrigin
from tests.channels.telegram_world import joined
from tests.channels.work import make_official, work_of
from tests.clock import Clock
from tests.faq_files import CARD, CHANGES, Edited, edited_for_chat
from tests.web.site import Browser, Site, browser, serving

OWN = {"sec-fetch-site": "same-origin"}


@pytest.fixture
async def site(settings: Settings, clock: Clock, book: FaqBook) -> AsyncIterator[Site]:
    async with serving(settings, clock, book) as made:
        yield made


async def _origins(app: App) -> list[FaqOrigin]:
    async with app.storage.read() as uow:
        return [one.origin for one in await uow.faq.revisions(CARD)]


async def _kept(page: Browser) -> list[Path]:
    root = page.site.app.settings.files_dir
    return [path for path in root.rglob("*") if path.is_file()]


async def test_out_and_in_again_on_the_page(site: Site) -> None:
    async with browser(site) as page:
        await page.say("menu")
        await make_official(site.app, "webchat", page.address)
        [ready, *_] = await page.say("xuất bộ câu hỏi")
        [file] = ready["files"]
        assert file["name"] == "bo-cau-hoi-xa-mau-2026-11-20.xlsx"
        got = await page.client.get(file["url"], headers=OWN)
        edited = Edited.of(got.content)
        CHANGES["một câu sửa"](edited)
        [asks] = await page.say("nhập bộ câu hỏi")
        assert asks["documents"] is True
        await page.upload(edited.bytes(), name="sua.xlsx")
        [shown] = await page.news()
        assert "sửa 1 câu" in shown["text"]
        assert shown["documents"] is False
        assert len(await _kept(page)) == 1, "kept until somebody says yes or no"
        [done, *_] = await page.say("1")
        assert "Em đã nhập 1 câu." in done["text"]
        assert await _origins(site.app) == [FaqOrigin.IMPORT, FaqOrigin.SEED]
        assert await _kept(page) == []


async def test_what_is_no_workbook_is_told_in_words_about_workbooks(site: Site) -> None:
    async with browser(site) as page:
        await page.say("menu")
        await make_official(site.app, "webchat", page.address)
        await page.say("nhập bộ câu hỏi")
        await page.upload(b"khong phai tep Excel", name="sua.xlsx")
        said = "\n".join(one["text"] for one in await page.news())
        assert "Em không mở được tệp này" in said
        assert "ảnh" not in said


async def test_what_was_changed_before_the_yes_is_not_overwritten(site: Site) -> None:
    async with browser(site) as page:
        await page.say("menu")
        who = await make_official(site.app, "webchat", page.address)
        content = await edited_for_chat(site.app, who, "một câu sửa")
        await page.say("nhập bộ câu hỏi")
        await page.upload(content, name="sua.xlsx")
        async with work_of(site.app) as work:
            from handlers.services import faq_proposals

            work.actor = await work.uow.people.get(who)
            await faq_proposals.learn(work, CARD, "giấy bảo hiểm trôi theo lũ")
        await page.news()
        [refused] = await page.say("nhập")
        assert "vừa có người sửa" in refused["text"]
        assert await _origins(site.app) == [FaqOrigin.ALIAS, FaqOrigin.SEED]


async def test_a_foreign_messenger_gets_a_link_and_may_send_the_file(
    database_url: str, tmp_path: Path, book: FaqBook
) -> None:
    async with joined(database_url, tmp_path, book) as world:
        await world.ask(7, "/start")
        who = await make_official(world.app, "telegram", "7")
        [out, *_] = await world.ask(7, "xuất bộ câu hỏi")
        assert "/t/" in out
        assert not any("document" in one for one in world.fake.user(7).received)
        content = await edited_for_chat(world.app, who, "một câu sửa")
        await world.ask(7, "nhập bộ câu hỏi")
        before = len(world.fake.user(7).received)
        update = await world.fake.send_file(7, "document", content, file_name="sua.xlsx")
        await world.fake.wait_confirmed(update)
        await world.app.dispatcher.settle()
        assert "sửa 1 câu" in world.fake.user(7).texts[before:][0]
        [done, *_] = await world.ask(7, "1")
        assert "Em đã nhập 1 câu." in done
        assert await _origins(world.app) == [FaqOrigin.IMPORT, FaqOrigin.SEED]


async def test_a_link_to_the_workbook_ends_with_the_role(site: Site, clock: Clock) -> None:
    from handlers.services import download_links

    tokens = []
    for _ in range(2):
        async with work_of(site.app) as work:
            work.actor = await work.uow.people.get(site.world.people["O"].id)
            tokens.append(await download_links.create_for_faq(work))
    async with browser(site) as page:
        own = {"origin": site.url}
        file = await page.client.post(f"/t/{tokens[0]}", headers=own)
        assert file.status_code == 200
        rows = await asyncio.to_thread(Edited.of, file.content)
        assert len(rows.sheets["Câu hỏi"]) > 150
        assert (await page.client.post(f"/t/{tokens[0]}", headers=own)).status_code == 410
        async with work_of(site.app) as work:
            person = await work.uow.people.get(site.world.people["O"].id)
            assert person is not None
            person.roles[0].revoked_at = clock()
        assert (await page.client.post(f"/t/{tokens[1]}", headers=own)).status_code == 410
