"""Recordings of answers in the web chat: kept from an official, played to households."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path
from typing import Any

import pytest

from bot.config import Settings
from bot.ticks import run_ticks
from handlers.faq_book import FaqBook
from tests.channels.work import make_official
from tests.clock import Clock
from tests.recording import ASKED, TO_VOICE, take_away, wav
from tests.web.file_store import aged, left
from tests.web.site import Browser, Site, browser, serving

OWN = {"sec-fetch-site": "same-origin"}
SOUND = wav(0.3)


@pytest.fixture
async def site(settings: Settings, clock: Clock, book: FaqBook) -> AsyncIterator[Site]:
    async with serving(settings, clock, book) as made:
        yield made


@pytest.fixture
async def official(site: Site) -> AsyncIterator[Browser]:
    """An official who was just asked for the recording."""
    async with browser(site) as page:
        await page.say("menu")
        await make_official(site.app, "webchat", page.address)
        for text in TO_VOICE:
            await page.say(text)
        yield page


async def _record(official: Browser) -> None:
    await official.upload(SOUND, name="voice")
    assert "Lưu vào câu này không?" in (await official.news())[-1]["text"]


async def _answer(page: Browser) -> dict[str, Any]:
    answer = (await page.say(ASKED))[0]
    assert "Anh/chị xin cấp lại ở bảo hiểm xã hội cơ sở" in answer["text"]
    return answer


async def _person_of(page: Browser) -> int:
    async with page.site.app.storage.read() as uow:
        account = await uow.people.address("webchat", page.address)
    assert account is not None
    return account.person_id


def _kept(site: Site) -> list[Path]:
    return left(site.app.settings)


async def test_the_page_gets_sound_that_it_can_play(
    site: Site, official: Browser, person: Browser
) -> None:
    await _record(official)
    assert "Em đã lưu" in (await official.say("1"))[0]["text"]
    answer = await _answer(person)
    [file] = answer["files"]
    assert file["sound"] is True
    # A player names neither our page nor our site, and iPhones ask for the first two bytes.
    got = await person.client.get(file["url"])
    assert (got.status_code, got.content) == (200, SOUND)
    assert got.headers["content-type"] == "audio/wav"
    assert "attachment" not in got.headers.get("content-disposition", "")
    assert got.headers["cache-control"] == "no-store"
    part = await person.client.get(file["url"], headers={"range": "bytes=0-1"})
    assert (part.status_code, part.content) == (206, SOUND[:2])
    assert part.headers["content-range"] == f"bytes 0-1/{len(SOUND)}"
    async with browser(site) as stranger:
        assert (await stranger.client.get(file["url"], headers=OWN)).status_code == 404


async def test_what_was_taken_away_is_not_played(
    site: Site, official: Browser, person: Browser
) -> None:
    await _record(official)
    await official.say("1")
    [file] = (await _answer(person))["files"]
    await take_away(site.app, await _person_of(official))
    assert (await person.client.get(file["url"])).status_code == 404
    assert _kept(site) == []
    assert (await _answer(person))["files"] == []


async def test_lost_bytes_are_a_kind_refusal(
    site: Site, official: Browser, person: Browser
) -> None:
    await _record(official)
    await official.say("1")
    [file] = (await _answer(person))["files"]
    [path] = _kept(site)
    path.unlink()
    assert (await person.client.get(file["url"])).status_code == 404


# -- sent, and never saved ------------------------------------------------------------------------


@pytest.mark.parametrize(
    "words",
    [["2", "menu"], ["menu"], ["huỷ"], ["2", "6", "menu"], ["quay lại", "menu"]],
    ids=" ".join,
)
async def test_a_recording_that_is_not_saved_is_swept(
    site: Site, official: Browser, words: list[str]
) -> None:
    await _record(official)
    [path] = _kept(site)
    aged(path, 2)
    assert await site.keeper.sweep() == 0, "the official may still say yes"
    for text in words:
        await official.say(text)
    await site.keeper.sweep()
    assert _kept(site) == []


async def test_an_official_who_goes_away_leaves_no_recording(
    site: Site, official: Browser, clock: Clock
) -> None:
    await _record(official)
    [path] = _kept(site)
    aged(path, 2)
    clock.forward(days=8)
    await run_ticks(site.app)
    assert await site.keeper.sweep() == 1
    assert _kept(site) == []


async def test_a_second_recording_takes_the_place_of_the_first(
    site: Site, official: Browser
) -> None:
    await _record(official)
    await official.say("1")
    [first] = _kept(site)
    for text in ("4", "5"):
        await official.say(text)
    await _record(official)
    assert len(_kept(site)) == 2
    await official.say("1")
    [second] = _kept(site)
    assert second != first
    assert await site.keeper.sweep() == 0
    aged(second, 2)
    assert await site.keeper.sweep() == 0, "it belongs to the answer"
