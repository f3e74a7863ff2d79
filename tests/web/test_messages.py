"""Messages of the page: one turn each, whatever the network and the sender do."""

from __future__ import annotations

import asyncio
from uuid import uuid4

import pytest

from handlers.messages import Incoming, Reply
from tests.channels.work import work_of
from tests.web.site import HEADERS, Browser, addresses, browser


async def test_an_answer_wakes_the_waiting_page(person: Browser) -> None:
    await person.say("menu")
    waiting = asyncio.create_task(person.news(wait=25))
    async with browser(person.site, opened=False) as same:
        same.client.cookies.set("doithoai", person.client.cookies["doithoai"])
        assert (await same.post(text="0")).status_code == 200
    [message] = await asyncio.wait_for(waiting, 10)
    assert message["text"] == "Anh/chị muốn làm gì?"
    assert [one["number"] for one in message["choices"]][-1] == "0"
    assert message["choices"][0]["token"] == f"{message['menu']}:1"


async def test_a_reply_committed_by_another_process_arrives(person: Browser) -> None:
    await person.say("menu")
    person.site.app.dispatcher._enqueue = lambda message: None  # type: ignore[method-assign]
    waiting = asyncio.create_task(person.news(wait=25))
    async with work_of(person.site.app) as work:
        account = await work.uow.people.address("webchat", person.address)
        assert account is not None
        work.queue(account, Reply("từ máy khác"), purpose="notice")
    [message] = await asyncio.wait_for(waiting, 10)
    assert message["text"] == "từ máy khác"


async def test_a_message_that_commits_late_with_a_smaller_number_is_not_lost(
    person: Browser,
) -> None:
    await person.say("menu")
    await person.say("0")
    response = await person.client.get("/chat/messages", params={"after": 0})
    ids = [message["id"] for message in response.json()]
    assert len(ids) > 1
    late, *known = ids
    again = await person.client.get(
        "/chat/messages", params={"after": late - 1, "have": ",".join(map(str, known))}
    )
    assert [message["id"] for message in again.json()] == [late]


async def test_a_resend_changes_nothing(person: Browser) -> None:
    id_ = str(uuid4())
    first = await person.post(id=id_, text="menu")
    again = await person.post(id=id_, text="menu")
    assert first.json() == {"accepted": True, "repeated": False}
    assert again.json() == {"accepted": True, "repeated": True}
    replies = await person.news()
    async with browser(person.site) as other:
        same_id = await other.post(id=id_, text="menu")
        assert same_id.json()["repeated"] is False
    assert await person.news() == []
    assert replies


async def test_many_at_once_from_one_browser_are_taken_one_by_one(person: Browser) -> None:
    answers = await asyncio.gather(*(person.post(text="menu") for _ in range(10)))
    assert {response.status_code for response in answers} == {200}
    assert await addresses(person.site.app.storage) == 1


@pytest.mark.parametrize(
    "raw",
    [
        b"",
        b"{",
        b"[]",
        b"null",
        b'{"id": "x", "text": "a"}',
        b'{"text": "a"}',
        b'{"id": "00000000-0000-4000-8000-000000000000"}',
        b'{"id": "00000000-0000-4000-8000-000000000000", "text": 5}',
        b'{"id": "00000000-0000-4000-8000-000000000000", "button": "abc"}',
        b'{"id": "00000000-0000-4000-8000-000000000000", "start": "a b"}',
        b'{"id": "00000000-0000-4000-8000-000000000000", "text": "\\ud800"}',
        b'{"id": "00000000-0000-4000-8000-000000000000", "text": "\xff\xfe"}',
    ],
)
async def test_what_cannot_be_read_is_refused_kindly(person: Browser, raw: bytes) -> None:
    response = await person.client.post(
        "/chat/messages", content=raw, headers=HEADERS | {"content-type": "application/json"}
    )
    assert response.status_code == 400
    assert response.json()["text"].startswith("Em chưa đọc được tin này.")
    assert await addresses(person.site.app.storage) == 0


async def test_strange_texts_reach_the_conversation(person: Browser) -> None:
    for text in ("", "\x00", "👍👍", "\u202eabc\u200b", "x" * 10_000):
        assert (await person.say(text))[-1]["text"]


async def test_buttons_and_starts(person: Browser) -> None:
    assert (await person.post(start="")).status_code == 200
    *_, menu = await person.news()
    assert (await person.post(button=menu["choices"][-1]["token"])).status_code == 200
    assert (await person.news())[-1]["text"] == "Anh/chị muốn làm gì?"
    assert (await person.post(button="0:1")).status_code == 200
    assert "Nút này thuộc câu cũ" in (await person.news())[0]["text"]
    assert (await person.post(too_big=True)).status_code == 200
    assert "lớn quá" in (await person.news())[0]["text"]


@pytest.mark.parametrize("query", ["after=-1", "after=x", "after=٣", "wait=9e9", "have=1,b"])
async def test_a_strange_question_for_messages(person: Browser, query: str) -> None:
    await person.say("menu")
    assert (await person.client.get(f"/chat/messages?{query}")).status_code == 400


async def test_a_page_opened_again_gets_the_newest_messages(person: Browser) -> None:
    for _ in range(30):
        person.site.app.clock.forward(minutes=1)  # type: ignore[attr-defined]
        await person.post(text="menu")
        await person.post(text="0")
    response = await person.client.get("/chat/messages")
    assert len(response.json()) == 50
    assert response.json()[-1]["text"] == "Anh/chị muốn làm gì?"


async def test_a_failed_turn_is_told_with_an_id_and_no_details(
    person: Browser, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_incoming: Incoming) -> None:
        raise RuntimeError("bí mật")

    monkeypatch.setattr(person.site.app.intake, "receive", broken)
    response = await person.post(text="menu")
    assert response.status_code == 500
    assert "bí mật" not in response.text
    assert response.json()["text"].startswith("Máy của xã vừa có lỗi")
    assert "default-src" in response.headers["content-security-policy"]


async def test_a_huge_text_is_cut_off(person: Browser) -> None:
    response = await person.client.post(
        "/chat/messages",
        content=b'{"text": "' + b"a" * 200_000,
        headers=HEADERS | {"content-type": "application/json"},
    )
    assert response.status_code == 413
    assert response.json()["text"].startswith("Lời nhắn dài quá")
