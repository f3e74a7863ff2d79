"""The chat page as a household uses it: thumbs, keys, bad lines and shared phones."""

from __future__ import annotations

import base64
from pathlib import Path
from uuid import UUID

import pytest
from playwright.async_api import Browser, BrowserContext, Page, Route, expect

from bot.ticks import run_ticks
from handlers.messages import Incoming
from handlers.services import people
from tests.channels.work import work_of
from tests.clock import Clock
from tests.web.site import Site, addresses

HELP = "Anh/chị muốn làm gì?"
PNG = base64.b64decode(
    "iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJg"
    "gg=="
)


def watch(site: Site) -> list[Incoming]:
    """Everything that reaches the intake from now on."""
    seen: list[Incoming] = []
    receive = site.app.intake.receive

    async def watched(incoming: Incoming) -> object:
        seen.append(incoming)
        return await receive(incoming)

    site.app.intake.receive = watched  # type: ignore[assignment,method-assign]
    return seen


async def write(page: Page, text: str) -> None:
    await page.fill("#text", text)
    await page.click("#send")


async def mine(page: Page) -> list[str]:
    """The person's own bubbles."""
    texts = await page.locator("li.me .bubble").all_inner_texts()
    return [text.removeprefix("Anh/chị:").strip() for text in texts]


async def acknowledged(page: Page, count: int) -> None:
    await expect(page.locator("li.me:not(.waiting):not(.failed)")).to_have_count(count)


async def test_a_text_is_sent_and_answered(page: Page, site: Site) -> None:
    await write(page, "0")
    await expect(page.locator("li.bot").last).to_contain_text(HELP)
    assert await mine(page) == ["0"]
    assert await page.input_value("#text") == ""
    assert await addresses(site.app.storage) == 1


async def test_only_the_newest_menu_can_be_pressed(page: Page) -> None:
    await page.locator(".choices button:enabled").last.tap()
    await expect(page.locator("li.bot").last).to_contain_text(HELP)
    assert await mine(page) == ["0. Trợ giúp"]
    menus = page.locator("li.bot:has(.choices)")
    await expect(menus).to_have_count(2)
    await expect(menus.first.locator(".choices button:enabled")).to_have_count(0)
    await expect(menus.last.locator(".choices button:enabled")).to_have_count(4)
    await write(page, "2")
    await expect(page.locator("li.bot").last).to_contain_text("Anh/chị cần việc gì")
    await expect(page.locator(".choices button:enabled").first).to_be_visible()


async def test_a_reload_in_the_middle_changes_nothing(page: Page, site: Site) -> None:
    await write(page, "0")
    await expect(page.locator("li.bot").last).to_contain_text(HELP)
    before = await page.locator("#log > li").all_inner_texts()
    seen = watch(site)
    await page.reload()
    await expect(page.locator("li.bot").last).to_contain_text(HELP)
    assert await page.locator("#log > li").all_inner_texts() == before
    await page.locator(".choices button:enabled").nth(1).tap()
    await expect(page.locator("li.bot").last).to_contain_text("Anh/chị cần việc gì")
    assert [one.kind.value for one in seen] == ["button"]


async def test_offline_texts_go_out_once_and_in_order(
    page: Page, phone: BrowserContext, site: Site
) -> None:
    seen = watch(site)
    await phone.set_offline(True)
    await write(page, "menu")
    await write(page, "0")
    await expect(page.locator("#status")).to_contain_text("mất mạng")
    await expect(page.locator("li.me.waiting")).to_have_count(2)
    assert seen == []
    await phone.set_offline(False)
    await acknowledged(page, 2)
    await expect(page.locator("li.bot").last).to_contain_text(HELP)
    await expect(page.locator("#status")).to_be_empty()
    assert [one.text for one in seen] == ["menu", "0"]


async def test_a_lost_answer_does_not_double_a_message(page: Page, site: Site) -> None:
    """The message arrives, its acknowledgement is lost: the same id is sent again."""
    seen = watch(site)
    lost = 0

    async def lose(route: Route) -> None:
        nonlocal lost
        if route.request.method == "POST" and lost < 2:
            lost += 1
            await route.fetch()
            await route.abort("connectionreset")
        else:
            await route.continue_()

    await page.route("**/chat/messages*", lose)
    await write(page, "0")
    await acknowledged(page, 1)
    assert [one.text for one in seen] == ["0", "0", "0"]
    assert len({one.external_id for one in seen}) == 1
    UUID(seen[0].external_id.partition(":")[2])
    await expect(page.locator("li.bot", has_text=HELP)).to_have_count(1)


async def test_what_was_not_acknowledged_survives_a_reload(page: Page, site: Site) -> None:
    await page.route("**/chat/messages", lambda route: route.abort("connectionreset"))
    await write(page, "0")
    await expect(page.locator("li.me.waiting")).to_have_count(1)
    await page.unroute("**/chat/messages")
    seen = watch(site)
    await page.reload()
    await acknowledged(page, 1)
    await expect(page.locator("li.bot").last).to_contain_text(HELP)
    assert [one.text for one in seen] == ["0"]


async def test_a_notice_arrives_while_the_page_is_open(page: Page, site: Site) -> None:
    async with work_of(site.app) as work:
        [account] = [
            talk.address
            for talk in await work.uow.conversations.of_person(await _newest_person(site))
        ]
        from handlers.messages import Reply

        work.queue(account, Reply("Xã mời thôn họp."), purpose="notice")
    await expect(page.locator("li.bot").last).to_contain_text("Xã mời thôn họp.")
    await expect(page.locator(".choices button:enabled").first).to_be_visible()


async def _newest_person(site: Site) -> int:
    from sqlalchemy import func, select

    from storage.models import ChannelAddress

    async with site.app.storage.database.reading() as opened:
        query = select(func.max(ChannelAddress.person_id)).where(
            ChannelAddress.channel == "webchat"
        )
        return (await opened.scalars(query)).one() or 0


async def test_forgetting_leaves_nothing_on_the_phone(
    page: Page, phone: BrowserContext, site: Site
) -> None:
    await write(page, "chuyện riêng của nhà em")
    await acknowledged(page, 1)
    old = {cookie["value"] for cookie in await phone.cookies()}
    await page.tap("#forget")
    await page.tap("#forget-dialog button[value='']")
    assert await mine(page)
    await page.tap("#forget")
    await page.tap("#forget-dialog button[value='yes']")
    await expect(page.locator("li.me")).to_have_count(0)
    await page.locator(".choices button:enabled").first.wait_for()
    assert old.isdisjoint({cookie["value"] for cookie in await phone.cookies()})
    stored = await page.evaluate("JSON.stringify(Object.values(localStorage))")
    assert "riêng" not in stored
    assert await addresses(site.app.storage) == 2


async def test_a_second_tab_notices_that_the_phone_was_forgotten(
    page: Page, phone: BrowserContext, site: Site
) -> None:
    await write(page, "0")
    other = await phone.new_page()
    await other.goto(site.url)
    await expect(other.locator("li.me")).to_have_count(1)
    await page.tap("#forget")
    await page.tap("#forget-dialog button[value='yes']")
    await write(other, "menu")
    await expect(other.locator("li.me", has_text="menu")).to_have_count(0)
    await other.locator(".choices button:enabled").first.wait_for()


async def kept_by_the_phone(page: Page) -> str:
    """Everything that the page keeps on the phone, files by their names."""
    kept: str = await page.evaluate(
        """async () => {
            const opened = await new Promise((resolve) => {
                const request = indexedDB.open("doithoai", 1);
                request.onupgradeneeded = () => request.result.createObjectStore("files");
                request.onsuccess = () => resolve(request.result);
            });
            const files = await new Promise((resolve) => {
                const all = opened.transaction("files").objectStore("files").getAllKeys();
                all.onsuccess = () => resolve(all.result);
            });
            opened.close();
            return JSON.stringify([{ ...localStorage }, { ...sessionStorage }, files]);
        }"""
    )
    return kept


NOTHING = "[{},{},[]]"
ERASED = "Em đã xoá xong"


async def only_the_last_word(page: Page) -> None:
    await expect(page.locator("li.bot", has_text=ERASED)).to_be_visible()
    await expect(page.locator("#log > li")).to_have_count(1)
    await expect(page.locator("#composer")).to_be_hidden()
    assert await kept_by_the_phone(page) == NOTHING


async def test_an_erasure_is_confirmed_and_leaves_nothing_on_the_phone(
    page: Page, phone: BrowserContext, tmp_path: Path
) -> None:
    await write(page, "chuyện riêng của nhà em")
    await acknowledged(page, 1)
    old = {cookie["value"] for cookie in await phone.cookies()}
    other = await phone.new_page()
    await other.goto(page.url)
    await expect(other.locator("li.me")).to_have_count(1)
    await write(page, "xoá")
    await page.locator(".choices button:enabled", has_text="Xoá hết").tap()
    for tab in (page, other):
        await only_the_last_word(tab)
    assert await _overflow(page) == 0
    await page.screenshot(path=tmp_path / "erased.png")
    await page.reload()  # whoever reads slowly still finds it
    await only_the_last_word(page)
    await page.get_by_role("button", name="Nhắn lại từ đầu").tap()
    await page.locator(".choices button:enabled").first.wait_for()
    await expect(page.locator("#log")).not_to_contain_text(ERASED)
    assert old.isdisjoint({cookie["value"] for cookie in await phone.cookies()})


async def test_an_erasure_whose_answer_is_lost_is_still_confirmed(page: Page) -> None:
    """The line breaks right after the yes: the repeat comes from somebody already forgotten."""
    broken = False

    async def lose(route: Route) -> None:
        answered = await route.fetch()
        await (route.abort("connectionreset") if broken else route.fulfill(response=answered))

    await page.route("**/chat/messages*", lose)
    await write(page, "xoá")
    yes = page.locator(".choices button:enabled", has_text="Xoá hết")
    await yes.wait_for()
    broken = True
    await yes.tap()
    await expect(page.locator("#status")).not_to_be_empty()
    await expect(page.locator("li.me.waiting")).to_have_count(1)
    broken = False
    await only_the_last_word(page)


@pytest.mark.parametrize("closed", [True, False])
async def test_an_erasure_that_the_page_missed_leaves_nothing_on_the_phone(
    page: Page, phone: BrowserContext, site: Site, clock: Clock, closed: bool
) -> None:
    """Erased on another channel, and forgotten before the page was opened or online again."""
    await write(page, "chuyện riêng của nhà em")
    await acknowledged(page, 1)
    url = page.url
    await phone.set_offline(True)
    if closed:
        await page.goto("about:blank")
    async with work_of(site.app) as work:
        person = await work.uow.people.get(await _newest_person(site))
        assert person is not None
        [account] = await work.uow.people.all_addresses(person.id)
        await people.erase(work, person, account)
    clock.forward(minutes=11)
    await run_ticks(site.app)
    await phone.set_offline(False)
    if closed:
        await page.goto(url)
    await expect(page.locator("li.me")).to_have_count(0, timeout=15_000)
    await page.locator(".choices button:enabled").first.wait_for()
    assert "riêng" not in await kept_by_the_phone(page)
    assert (await kept_by_the_phone(page)).count("doithoai:") <= 1


TOLD = "ông trưởng thôn Mẫu Quýt lấy tiền hỗ trợ của nhà em"
UNSAID = "(Lời này không được ghi lại.)"


async def test_a_denunciation_stays_nowhere_on_the_phone(
    page: Page, phone: BrowserContext, tmp_path: Path
) -> None:
    other = await phone.new_page()
    await other.goto(page.url)
    await write(page, "menu")
    await write(page, TOLD)
    await expect(page.locator("li.bot").last).to_contain_text("không ghi lại lời vừa rồi")
    assert await mine(page) == ["menu", UNSAID]
    await acknowledged(page, 2)
    await page.locator("li.me").last.scroll_into_view_if_needed()
    await page.screenshot(path=tmp_path / "denunciation.png")
    assert "Quýt" not in await page.content()
    await expect(other.locator("#log")).to_contain_text("không ghi lại lời vừa rồi")
    assert "Quýt" not in await kept_by_the_phone(page)
    await page.reload()
    await expect(page.locator("li.me")).to_have_count(1)
    assert await mine(page) == ["menu"]
    await page.locator(".choices button:enabled", has_text="Không phải tố cáo").tap()
    await expect(page.locator("li.bot").last).to_contain_text("nhắn lại")


async def test_a_denunciation_whose_acknowledgement_is_lost_stays_nowhere(page: Page) -> None:
    async def lose(route: Route) -> None:
        if route.request.method == "POST":
            await route.fetch()
            await route.abort("connectionreset")
        else:
            await route.continue_()

    await page.route("**/chat/messages*", lose)
    await write(page, TOLD)
    await expect(page.locator("li.me .bubble")).to_have_text(f"Anh/chị: {UNSAID}")
    assert "Quýt" not in await kept_by_the_phone(page)


async def test_words_that_were_sent_leave_the_phone_after_a_day(
    page: Page, phone: BrowserContext
) -> None:
    await write(page, "0")
    await acknowledged(page, 1)
    kept = await kept_by_the_phone(page)
    assert kept.count("label") == 1
    assert "body" not in kept
    await phone.set_offline(True)
    await write(page, "menu")
    await expect(page.locator("li.me.waiting")).to_have_count(1)
    await page.evaluate(
        """() => {
            const [key] = Object.keys(localStorage);
            const entries = JSON.parse(localStorage.getItem(key));
            for (const entry of entries) entry.at -= 24 * 3600 * 1000;
            localStorage.setItem(key, JSON.stringify(entries));
        }"""
    )
    await phone.set_offline(False)
    await page.reload()
    await acknowledged(page, 1)
    assert await mine(page) == ["menu"]  # what still had to go out went out
    assert (await kept_by_the_phone(page)).count("label") == 1


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
    await acknowledged(page, 1)
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


async def test_a_printed_link_opens_its_conversation_once(
    phone: BrowserContext, site: Site
) -> None:
    seen = watch(site)
    page = await phone.new_page()
    await page.goto(f"{site.url}/?start=join_ABC-12")
    await page.locator("li.bot").first.wait_for()
    await expect(page).to_have_url(f"{site.url}/")
    await page.reload()
    await page.locator("li.bot").first.wait_for()
    assert [(one.kind.value, one.start) for one in seen] == [("start", "join_ABC-12")]


async def test_blocked_cookies_are_named(
    phone: BrowserContext, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    for module in ("server", "mailbox"):
        monkeypatch.setattr(f"bot.web.{module}.set_cookie", lambda *_: None)
    page = await phone.new_page()
    await page.goto(site.url)
    await expect(page.locator("#log")).to_contain_text("chặn ghi nhớ")


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
    assert await _overflow(page) == 0
    for button in await page.locator("button:visible:enabled").all():
        box = await button.bounding_box()
        assert box is not None
        assert min(box["width"], box["height"]) >= 40
    await page.screenshot(path=tmp_path / "phone.png")
    context = await chromium.new_context(viewport={"width": 1280, "height": 800})
    desk = await context.new_page()
    await desk.goto(site.url)
    await desk.locator(".choices button:enabled").first.wait_for()
    assert await _overflow(desk) == 0
    await desk.screenshot(path=tmp_path / "desk.png")
    assert (tmp_path / "desk.png").stat().st_size > 10_000
    await context.close()


async def _overflow(page: Page) -> int:
    width: int = await page.evaluate(
        "document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    return width
