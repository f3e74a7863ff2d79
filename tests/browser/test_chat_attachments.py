"""Photos and recordings that are sent from the chat page."""

from __future__ import annotations

from playwright.async_api import BrowserContext, Page, expect

from tests.browser.chat_page import PNG, acknowledged, watch, write
from tests.web.site import Site


async def test_a_photo_is_made_small_and_sent(page: Page, site: Site) -> None:
    seen = watch(site)
    await page.set_input_files(
        "#photo-pick", {"name": "a.png", "mimeType": "image/png", "buffer": PNG}
    )
    await acknowledged(page, 1)
    [file] = seen[0].files
    assert (file.kind, file.content_type) == ("photo", "image/jpeg")
    await expect(page.locator("li.me img")).to_be_visible()


async def test_a_phone_offers_the_camera_or_the_album(page: Page) -> None:
    await page.tap("#photo")
    await expect(page.locator("#photo-dialog")).to_be_visible()
    async with page.expect_file_chooser() as chooser:
        await page.tap("#photo-dialog button[value='pick']")
    assert not (await chooser.value).is_multiple()
    await expect(page.locator("#photo-dialog")).to_be_hidden()


async def test_a_file_that_is_too_large_never_leaves_the_phone(page: Page, site: Site) -> None:
    seen = watch(site)
    await page.evaluate(
        """() => {
            const box = new DataTransfer();
            box.items.add(new File([new Uint8Array(11 * 1024 * 1024)], "a.mp3"));
            const input = document.getElementById("voice-pick");
            input.files = box.files;
            input.dispatchEvent(new Event("change"));
        }"""
    )
    await expect(page.locator("#log")).to_contain_text("Tệp này lớn quá")
    assert [(one.kind.value, one.files) for one in seen] == [("too_big", ())]


async def test_a_refusal_of_the_server_is_shown_as_words(page: Page) -> None:
    await page.route(
        "**/chat/messages",
        lambda route: route.fulfill(status=413, json={"accepted": False, "text": "Dài quá."}),
    )
    await write(page, "xin chào")
    await expect(page.locator("li.bot").last).to_contain_text("Dài quá.")
    await expect(page.locator("li.me.failed")).to_have_count(1)
    await page.unroute("**/chat/messages")
    await page.tap("li.me.failed .state button")
    await acknowledged(page, 1)


async def test_a_refusal_by_a_server_before_ours_does_not_hold_up_what_follows(page: Page) -> None:
    await page.route(
        "**/chat/messages",
        lambda route: route.fulfill(status=413, body="<html>", content_type="text/html"),
        times=1,
    )
    await write(page, "xin chào")
    await expect(page.locator("li.bot").last).to_contain_text("Tin này chưa gửi được.")
    await write(page, "menu")
    await acknowledged(page, 1)
    await expect(page.locator("li.me.failed")).to_have_count(1)


async def test_a_recording_is_sent_or_discarded(
    page: Page, phone: BrowserContext, site: Site
) -> None:
    await phone.grant_permissions(["microphone"])
    seen = watch(site)
    await page.tap("#voice")
    await expect(page.locator("#recording")).to_contain_text("Đang ghi âm")
    await expect(page.locator("#recording-time")).to_have_text("0:01")
    await page.tap("#recording-cancel")
    await expect(page.locator("#recording")).to_be_hidden()
    assert seen == []
    await page.tap("#voice")
    await expect(page.locator("#recording-time")).to_have_text("0:01")
    await page.tap("#recording-send")
    await acknowledged(page, 1)
    assert seen[0].files[0].kind == "voice"


async def test_where_recording_is_not_possible_a_file_can_be_chosen(
    phone: BrowserContext, site: Site
) -> None:
    await phone.add_init_script("delete globalThis.MediaRecorder")
    page = await phone.new_page()
    await page.goto(site.url)
    async with page.expect_file_chooser() as chooser:
        await page.tap("#voice")
    assert await (await chooser.value).element.get_attribute("id") == "voice-pick"
