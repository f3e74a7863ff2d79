"""An official's page shows where to choose a file when one is asked for, and only then."""

from __future__ import annotations

from playwright.async_api import FilePayload, Page, expect
from sqlalchemy import select

from storage.models import ChannelAddress
from tests.channels.work import make_official
from tests.faq_files import edited_for_chat
from tests.web.site import Site

XLSX = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"


async def _write(page: Page, text: str) -> None:
    await page.fill("#text", text)
    await page.click("#send")


async def test_a_workbook_is_chosen_where_it_is_asked_for(page: Page, site: Site) -> None:
    async with site.app.storage.database.reading() as opened:
        query = select(ChannelAddress.address).where(ChannelAddress.channel == "webchat")
        address = (await opened.scalars(query)).one()
    who = await make_official(site.app, "webchat", address)
    content = await edited_for_chat(site.app, who, "một câu sửa")
    await expect(page.get_by_role("button", name="Chọn tệp để gửi")).to_have_count(0)
    await _write(page, "nhập bộ câu hỏi")
    pick = page.get_by_role("button", name="Chọn tệp để gửi")
    await expect(pick).to_be_enabled()
    async with page.expect_file_chooser() as chooser:
        await pick.tap()
    file = FilePayload(name="sua.xlsx", mimeType=XLSX, buffer=content)
    await (await chooser.value).set_files(file)
    await expect(page.locator("li.bot", has_text="sửa 1 câu")).to_be_visible()
    await expect(page.locator("li.me", has_text="Tệp: sua.xlsx")).to_be_visible()
    await expect(pick).to_be_disabled()
