"""What is in sight: the beginning of what is new, and that choices wait below it."""

from __future__ import annotations

import pytest
from playwright.async_api import Browser, Locator, Page, expect

from handlers.messages import Choice, Reply
from tests.browser.chat_page import newest_person, overflow, write
from tests.channels.work import work_of
from tests.web.site import Site

LONG = "\n".join(f"Dòng mẫu số {number}, để tin này dài hơn màn hình." for number in range(30))
MENU = tuple(Choice(str(number), f"Lựa chọn mẫu {number}") for number in (1, 2, 3, 0))
BELOW = "Còn lựa chọn bên dưới"


async def _tell(site: Site, *replies: Reply) -> None:
    """The bot says something to who came last."""
    async with work_of(site.app) as work:
        person = await newest_person(site)
        [talk] = await work.uow.conversations.of_person(person)
        for reply in replies:
            work.queue(talk.address, reply, purpose="notice")


async def _later(page: Page) -> None:
    """What comes now belongs to nothing that was said before."""
    await page.evaluate("Date.now = ((now) => () => now() + 60000)(Date.now)")


async def _in_sight(page: Page, item: Locator, *, start: bool = False) -> bool:
    """Whether all of *item*, or its *start* alone, lies in what is seen of the talk."""
    log, box = await page.locator("#log").bounding_box(), await item.bounding_box()
    assert log is not None
    assert box is not None
    bottom = box["y"] + (20 if start else box["height"])
    return log["y"] - 1 <= box["y"] and bottom <= log["y"] + log["height"] + 1


async def _seen(page: Page, item: Locator, *, start: bool = False) -> None:
    """Wait until *item* is in sight, for the talk glides there."""
    for _ in range(60):
        if await _in_sight(page, item, start=start):
            return
        await page.evaluate("new Promise(requestAnimationFrame)")
    raise AssertionError("it never came into sight")


async def test_choices_below_a_long_message_are_named_and_reached(page: Page, site: Site) -> None:
    below = page.get_by_role("button", name=BELOW)
    await _later(page)
    await _tell(site, Reply(LONG, MENU, menu=99))
    newest = page.locator("li.bot", has_text="Dòng mẫu số 29")
    await expect(below).to_be_visible()
    await _seen(page, newest, start=True)
    assert not await _in_sight(page, newest.locator(".choices"))
    await below.focus()
    await page.keyboard.press("Enter")
    await expect(newest.locator(".choices button").first).to_be_focused()
    await _seen(page, newest.locator(".choices"))
    await expect(below).to_be_hidden()
    await page.locator("#log").evaluate("log => log.scrollTop = 0")
    await expect(below).to_be_visible()
    box = await below.bounding_box()
    assert box is not None
    assert box["height"] >= 40
    assert await overflow(page) == 0


async def test_a_page_opened_again_shows_the_newest_message_from_its_start(
    page: Page, site: Site
) -> None:
    await _tell(site, *(Reply(f"Tin cũ {number}.\n{LONG}") for number in range(3)))
    await _tell(site, Reply(LONG, MENU, menu=99))
    await expect(page.locator("li.bot", has_text="Lựa chọn mẫu 3")).to_be_attached()
    await page.reload()
    newest = page.locator("li.bot").last
    below = page.get_by_role("button", name=BELOW)
    await expect(below).to_be_visible()
    assert await _in_sight(page, newest, start=True)
    await below.tap()
    await _seen(page, newest.locator(".choices"))
    await expect(below).to_be_hidden()


async def test_an_answer_that_comes_in_pieces_is_read_from_its_first(
    page: Page, site: Site
) -> None:
    await _later(page)
    await _tell(site, Reply(f"Phần đầu.\n{LONG}"))
    first = page.locator("li.bot", has_text="Phần đầu.")
    await expect(first).to_be_attached()
    await _tell(site, Reply("Phần sau.", MENU, menu=99))
    await expect(page.locator("li.bot", has_text="Phần sau.")).to_be_attached()
    await expect(page.get_by_role("button", name=BELOW)).to_be_visible()
    await _seen(page, first, start=True)


@pytest.mark.parametrize("height", [740, 640])
@pytest.mark.parametrize("lines", [8, 12, 16])
async def test_what_is_named_is_never_covered(
    page: Page, site: Site, height: int, lines: int
) -> None:
    await page.set_viewport_size({"width": 360, "height": height})
    await _later(page)
    told = "\n".join(f"Dòng mẫu số {number}, dài hơn một dòng." for number in range(lines))
    await _tell(site, Reply(told, MENU, menu=99))
    newest = page.locator("li.bot", has_text=f"Dòng mẫu số {lines - 1}")
    await _seen(page, newest, start=True)
    below = page.locator("#below")
    await expect(below).to_be_visible()
    log, bar = await page.locator("#log").bounding_box(), await below.bounding_box()
    assert log is not None
    assert bar is not None
    assert bar["y"] >= log["y"] + log["height"]
    assert bar["y"] + bar["height"] <= height
    await below.tap()
    await _seen(page, newest.locator(".choices"))


@pytest.mark.parametrize("size", [(360, 740), (1280, 800)])
async def test_nothing_is_named_where_every_choice_is_seen(
    chromium: Browser, site: Site, size: tuple[int, int]
) -> None:
    context = await chromium.new_context(viewport={"width": size[0], "height": size[1]})
    page = await context.new_page()
    await page.goto(site.url)
    await page.locator(".choices button:enabled").first.wait_for()
    await write(page, "0")
    await expect(page.locator("li.bot")).to_have_count(2)
    await _seen(page, page.locator("li.bot").last)
    await expect(page.locator("#below")).to_be_hidden()
    await context.close()
