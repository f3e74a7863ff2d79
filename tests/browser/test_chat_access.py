"""The chat page for everybody: by keys, by ear, on small screens, without scripts."""

from __future__ import annotations

from pathlib import Path

from playwright.async_api import Browser, BrowserContext, Page, expect

from tests.browser.chat_page import HELP, acknowledged, menus, overflow, write
from tests.web.site import Site


async def test_everything_works_with_the_keyboard_alone(page: Page) -> None:
    await page.keyboard.press("Tab")
    await expect(page.locator(".skip")).to_be_focused()
    await page.keyboard.press("Enter")
    await page.keyboard.press("Shift+Tab")
    await page.locator("#text").focus()
    await page.keyboard.type("dòng một")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("dòng hai")
    assert await page.input_value("#text") == "dòng một\ndòng hai"
    await page.fill("#text", "")
    await page.keyboard.type("menu")
    await page.keyboard.press("Enter")
    await menus(page, 2)
    zero = page.locator(".choices button:enabled").last
    await zero.focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("li.bot").last).to_contain_text(HELP)
    await expect(page.locator(".choices button:enabled").first).to_be_focused()
    await page.keyboard.press("Tab")
    await page.keyboard.press("Space")
    await expect(page.locator("li.bot").last).to_contain_text("Anh/chị cần việc gì")


async def test_a_screen_reader_finds_its_way(page: Page) -> None:
    await expect(page.get_by_role("log", name="Cuộc trò chuyện")).to_be_visible()
    await expect(page.get_by_role("textbox", name="Viết tin nhắn")).to_be_visible()
    for name in ("Gửi", "Ảnh", "Ghi âm", "Quên máy này", "Trang đầu", "0. Trợ giúp"):
        await expect(page.get_by_role("button", name=name, exact=True)).to_be_visible()
    assert await page.locator("#log").get_attribute("aria-live") == "polite"


async def test_reading_aloud_only_with_a_vietnamese_voice(
    page: Page, phone: BrowserContext, site: Site
) -> None:
    await expect(page.locator(".listen:visible")).to_have_count(0)
    await phone.add_init_script(
        """
        const voice = { lang: "vi-VN", name: "Linh" };
        globalThis.said = [];
        globalThis.SpeechSynthesisUtterance = class extends EventTarget {
            constructor(text) { super(); this.text = text; }
        };
        Object.defineProperty(globalThis, "speechSynthesis", { value: {
            speaking: false,
            getVoices: () => [voice],
            addEventListener() {},
            cancel() { this.speaking = false; },
            speak(one) { this.speaking = true; said.push(one.text); },
        }});
        """
    )
    await page.reload()
    button = page.locator(".listen:visible").last
    await button.tap()
    await expect(button).to_have_text("Thôi nghe")
    assert "1. Hỏi chính sách." in (await page.evaluate("said"))[0]
    await button.tap()
    await expect(button).to_have_text("Nghe")


async def test_without_scripts_the_page_says_what_to_do(chromium: Browser, site: Site) -> None:
    context = await chromium.new_context(java_script_enabled=False)
    page = await context.new_page()
    await page.goto(site.url)
    await expect(page.locator("body")).to_contain_text("Anh/chị hỏi trưởng thôn")
    await expect(page.locator("#composer")).to_be_hidden()
    await context.close()


async def test_it_fits_small_and_large_screens(
    page: Page, chromium: Browser, site: Site, tmp_path: Path
) -> None:
    await write(page, "một câu rất dài " * 8)
    await acknowledged(page, 1)
    assert await overflow(page) == 0
    for button in await page.locator("button:visible:enabled").all():
        box = await button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 40
    await page.screenshot(path=tmp_path / "phone.png")
    context = await chromium.new_context(viewport={"width": 1280, "height": 800})
    desk = await context.new_page()
    await desk.goto(site.url)
    await desk.locator(".choices button:enabled").first.wait_for()
    assert await overflow(desk) == 0
    await desk.screenshot(path=tmp_path / "desk.png")
    assert (tmp_path / "desk.png").stat().st_size > 10_000
    await context.close()


async def test_a_phone_of_a_few_years_ago_chats_too(phone: BrowserContext, site: Site) -> None:
    """Without what browsers learned after 2020; the language itself is as old as the page needs."""
    old = await phone.new_page()
    await old.add_init_script(
        """for (const [from, names] of [
            [AbortSignal, ["timeout", "any"]], [Promise, ["withResolvers"]],
            [Array.prototype, ["at", "findLast", "findLastIndex", "toSorted", "with"]],
            [String.prototype, ["at", "replaceAll"]], [Object, ["hasOwn", "groupBy"]],
            [window, ["structuredClone"]], [crypto, ["randomUUID"]],
        ]) for (const name of names) delete from[name];"""
    )
    await old.goto(site.url)
    await write(old, "menu")
    await menus(old, 2)
    await old.locator(".choices button:enabled").first.click()
    await acknowledged(old, 2)
    assert await old.evaluate("AbortSignal.timeout") is None
