"""Messages of the page: one turn each, whatever the network and the sender do."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import httpx
import pytest

from bot.ticks import run_ticks
from handlers.messages import Incoming, Reply
from handlers.services import people
from tests.channels.work import work_of
from tests.clock import Clock
from tests.web.site import JPEG, TOKEN, Browser, Site, addresses, browser

HEADERS = {"x-doithoai": "1"}


async def test_the_page_is_whole_without_third_parties(person: Browser) -> None:
    response = await person.open()
    assert response.status_code == 200
    assert 'lang="vi"' in response.text
    assert "Hỏi đáp Xã Mẫu" in response.text
    assert "http" not in response.text.replace("http-equiv", "")
    policy = response.headers["content-security-policy"]
    assert "default-src 'none'" in policy
    assert "unsafe" not in policy
    for line in response.text.splitlines():
        assert "<script" not in line or "src=" in line or 'type="application/json"' in line
        assert " style=" not in line
        assert " onclick" not in line


async def test_static_files_are_kept_by_browsers_and_nothing_else_is_served(
    person: Browser,
) -> None:
    page = (await person.open()).text
    start = page.index("/static/")
    path = page[start : page.index('"', start)]
    found = await person.client.get(path)
    assert found.status_code == 200
    assert "immutable" in found.headers["cache-control"]
    version = path.split("/")[2]
    for name in ("chat.js", "net.js", "store.js", "view.js", "media.js", "chat.css"):
        assert (await person.client.get(f"/static/{version}/{name}")).status_code == 200
    old = await person.client.get("/static/old/chat.js")
    assert old.headers["cache-control"] == "no-cache"
    for path in ("/static/x/none.js", f"/static/{version}/..%2Fserver.py"):
        assert (await person.client.get(path)).status_code == 404


async def test_the_cookie_is_a_secret_and_the_database_keeps_its_hash(person: Browser) -> None:
    response = await person.open()
    cookie = response.headers["set-cookie"]
    token = person.client.cookies["doithoai"]
    assert TOKEN.fullmatch(token)
    assert "HttpOnly" in cookie
    assert "SameSite=lax" in cookie
    assert "Secure" not in cookie
    await person.say("menu")
    async with person.site.app.storage.read() as uow:
        assert await uow.people.address("webchat", token) is None
    assert await addresses(person.site.app.storage) == 1
    secure = await person.client.get("/", headers={"x-forwarded-proto": "https"})
    assert "Secure" in secure.headers["set-cookie"]


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
        account = await work.uow.people.address("webchat", _address(person))
        assert account is not None
        work.queue(account, Reply("từ máy khác"), purpose="notice")
    [message] = await asyncio.wait_for(waiting, 10)
    assert message["text"] == "từ máy khác"


def _address(person: Browser) -> str:
    from bot.web.identity import address_of

    return address_of(person.client.cookies["doithoai"])


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


async def test_another_site_cannot_send(person: Browser) -> None:
    body = {"id": str(uuid4()), "text": "menu"}
    for headers in (
        {},
        HEADERS | {"origin": "https://evil.example"},
        HEADERS | {"origin": "null"},
        HEADERS | {"sec-fetch-site": "cross-site"},
        HEADERS | {"sec-fetch-site": "same-site"},
    ):
        response = await person.client.post("/chat/messages", json=body, headers=headers)
        assert response.status_code == 403
        forgot = await person.client.post("/chat/forget", headers=headers)
        assert forgot.status_code == 403
    own = HEADERS | {"origin": person.site.url, "sec-fetch-site": "same-origin"}
    assert (await person.client.post("/chat/messages", json=body, headers=own)).status_code == 200


async def test_without_a_cookie_nothing_is_taken_in(site: Site) -> None:
    async with browser(site, opened=False) as person:
        assert (await person.post(text="menu")).status_code == 401
        person.client.cookies.set("doithoai", "short")
        assert (await person.post(text="menu")).status_code == 401
        assert (await person.client.get("/chat/messages")).json() == []
        person.client.cookies.delete("doithoai", domain="")
        assert (await person.post(text="menu")).status_code == 200


async def test_forgetting_closes_the_account_for_good(person: Browser) -> None:
    await person.say("menu")
    address = _address(person)
    token = person.client.cookies["doithoai"]
    response = await person.client.post("/chat/forget", headers=HEADERS)
    assert response.json() == {"forgotten": True}
    assert "doithoai" not in person.client.cookies
    async with work_of(person.site.app) as work:
        account = await work.uow.people.address("webchat", address)
        assert account is not None
        assert account.state.value == "forgotten"
        assert not await work.uow.people.addresses(account.person_id)
    person.client.cookies.set("doithoai", token)
    assert (await person.post(text="menu")).status_code == 401
    again = await person.client.post("/chat/forget", headers=HEADERS)
    assert again.status_code == 200


async def test_the_page_is_told_which_message_is_written_nowhere(person: Browser) -> None:
    for told in (
        "Kế toán Mẫu Quýt lấy tiền của nhà em rồi chia nhau",
        "tố cáo công an Mẫu Quýt, nó cầm dao đòi chém em, báo ai",
    ):
        id_ = str(uuid4())
        await person.post(id=id_, text=told)
        assert id_ in [message["drops"] for message in await person.news()]
    assert {message["drops"] for message in await person.say("menu")} == {""}


async def test_the_last_word_of_an_erasure_can_be_read_until_the_account_is_renamed(
    person: Browser, clock: Clock
) -> None:
    await person.say("menu")
    await person.say("xoá")
    token = person.client.cookies["doithoai"]
    [word] = await person.say("1")
    assert word["last"]
    assert word["text"].startswith("Em đã xoá xong")
    for _ in range(2):  # a page opened again has nothing else to show
        person.known = []
        assert await person.news() == [word]
        assert f'"who":"{_who(token)}"' in (await person.open()).text
        assert person.client.cookies["doithoai"] == token
    assert (await person.post(text="menu")).status_code == 401
    clock.forward(minutes=11)
    await person.site.app.dispatcher.settle()
    await run_ticks(person.site.app)
    assert await person.news() == []  # a page that missed it is told to begin anew
    assert person.client.cookies["doithoai"] != token


async def test_a_waiting_page_learns_that_its_account_is_gone(
    person: Browser, clock: Clock
) -> None:
    await person.say("menu")
    token = person.client.cookies["doithoai"]
    waiting = asyncio.create_task(person.news(wait=25))
    async with work_of(person.site.app) as work:
        account = await work.uow.people.address("webchat", _address(person))
        assert account is not None
        await people.erase(work, account.person, account)
    clock.forward(minutes=11)
    await run_ticks(person.site.app)
    assert await asyncio.wait_for(waiting, 15) == []
    assert person.client.cookies["doithoai"] != token


async def test_a_forgotten_device_reads_nothing_of_an_erasure(person: Browser) -> None:
    """Whoever copied the cookie of a shared device learns nothing from it."""
    await person.say("menu")
    token = person.client.cookies["doithoai"]
    await person.client.post("/chat/forget", headers=HEADERS)
    person.client.cookies.set("doithoai", token)
    person.known = []
    assert await person.news() == []
    assert f'"who":"{_who(token)}"' not in (await person.open()).text


def _who(token: str) -> str:
    from bot.web.identity import Identity, address_of

    return Identity(token, address_of(token), known=True).who


@pytest.mark.parametrize("query", ["after=-1", "after=x", "after=٣", "wait=9e9", "have=1,b"])
async def test_a_strange_question_for_messages(person: Browser, query: str) -> None:
    await person.say("menu")
    assert (await person.client.get(f"/chat/messages?{query}")).status_code == 400


async def test_newcomers_are_limited_per_line_but_generously(site: Site) -> None:
    statuses = []
    async with httpx.AsyncClient(base_url=site.url) as client:
        for _ in range(122):
            client.cookies.clear()
            await client.get("/")
            response = await client.post(
                "/chat/messages", json={"id": str(uuid4()), "text": "menu"}, headers=HEADERS
            )
            statuses.append(response.status_code)
    assert statuses == [200] * 120 + [429] * 2
    assert "chờ ít phút" in response.json()["text"]


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


async def test_photos_and_recordings(person: Browser) -> None:
    seen: list[Incoming] = []
    receive = person.site.app.intake.receive

    async def watched(incoming: Incoming) -> object:
        seen.append(incoming)
        return await receive(incoming)

    person.site.app.intake.receive = watched  # type: ignore[assignment,method-assign]
    await person.say("menu")
    assert (await person.upload(JPEG, text="mái nhà dột")).status_code == 200
    assert seen[-1].text == "mái nhà dột"
    [file] = seen[-1].files
    assert (file.kind, file.size) == ("photo", len(JPEG))
    assert (await person.upload(b"\x1aE\xdf\xa3" + b"v" * 500)).status_code == 200
    assert seen[-1].files[0].kind == "voice"
    assert (await person.upload(b"MZ\x90\x00 a program")).status_code == 200
    assert seen[-1].kind.value == "unknown"
    said = "\n".join(message["text"] for message in await person.news())
    assert "chưa đọc được loại tin này" in said


async def test_a_photo_that_was_sent_twice_is_kept_once(person: Browser) -> None:
    id_ = str(uuid4())
    await person.say("menu")
    await person.upload(JPEG, id_=id_)
    kept = _files(person.site)
    again = await person.upload(JPEG, id_=id_)
    assert again.json()["repeated"] is True
    assert _files(person.site) == kept


async def test_a_photo_that_is_sent_again_is_neither_written_nor_counted(person: Browser) -> None:
    """The page repeats an id whose answer was lost; a turn that a guard stopped keeps nothing."""
    written: list[int] = []
    keep = person.site.keeper.keep

    async def watched(*args: Any, **kwargs: Any) -> object:
        written.append(kwargs["size"])
        return await keep(*args, **kwargs)

    person.site.keeper.keep = watched  # type: ignore[assignment,method-assign]
    await person.say("kiến nghị")
    await person.say("1")
    id_ = str(uuid4())
    for _ in range(4):
        assert (await person.upload(JPEG, id_=id_)).json()["accepted"]
    plain = {"data": {"id": id_}, "files": {"file": ("a.jpg", JPEG, "image/jpeg")}}
    again = await person.client.post("/chat/messages", headers=HEADERS, **plain)  # type: ignore[arg-type]
    assert again.json() == {"accepted": True, "repeated": True}
    assert written == [len(JPEG)]
    assert await _counted(person.site) == len(JPEG)
    told = await person.upload(JPEG, text="Trưởng thôn Mẫu Quýt ăn chặn tiền hỗ trợ của dân")
    assert told.status_code == 200
    assert len(written) == 2
    assert await _counted(person.site) == len(JPEG)


async def test_a_repeated_file_is_answered_before_it_is_sent(person: Browser) -> None:
    id_ = str(uuid4())
    await person.upload(JPEG, id_=id_)
    host, port = person.site.url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    writer.write(
        f"POST /chat/messages HTTP/1.1\r\nhost: {host}\r\nx-doithoai: {id_}\r\n"
        f"cookie: doithoai={person.client.cookies['doithoai']}\r\n"
        "content-type: multipart/form-data; boundary=x\r\n"
        "content-length: 9000000\r\n\r\n--x".encode()
    )
    answer = await asyncio.wait_for(reader.readuntil(b"}"), 5)
    assert b"200" in answer
    assert b'"repeated":true' in answer
    writer.close()


async def _counted(site: Site) -> int:
    from sqlalchemy import func, select

    from storage.models import UploadDay

    async with site.app.storage.database.reading() as opened:
        return (await opened.scalars(select(func.sum(UploadDay.bytes)))).one() or 0


def _files(site: Site) -> set[str]:
    root = site.app.settings.files_dir
    return {path.name for path in root.glob("??/??/*")}


@pytest.mark.parametrize("field", ["id", "file"])
async def test_a_broken_form_is_refused(person: Browser, field: str) -> None:
    content = b'--x\r\nContent-Disposition: form-data; name="%b"\r\n\r\nabc\r\n--x--\r\n'
    for body in (content % field.encode(), b"--x\r\nnothing", b"no form at all"):
        response = await person.client.post(
            "/chat/messages",
            content=body,
            headers=HEADERS | {"content-type": "multipart/form-data; boundary=x"},
        )
        assert response.status_code == 400
    bare = await person.client.post(
        "/chat/messages", content=b"abc", headers=HEADERS | {"content-type": "multipart/form-data"}
    )
    assert bare.status_code == 400


async def test_a_huge_upload_is_refused_and_nothing_is_kept(person: Browser) -> None:
    await person.say("menu")
    for extra in ({}, {"content-length": str(100 * 1024 * 1024)}):
        headers = {"x-doithoai": str(uuid4()), "content-type": "multipart/form-data; boundary=x"}
        response = await person.client.post(
            "/chat/messages", content=_endless(), headers=headers | extra
        )
        assert response.status_code == 413
        assert response.json()["accepted"] is True
    assert (await person.news())[0]["text"].startswith("Tệp này lớn quá")
    assert _files(person.site) == set()
    assert (await person.say("menu"))[-1]["choices"]


async def _endless() -> AsyncIterator[bytes]:
    head = b'--x\r\nContent-Disposition: form-data; name="file"; filename="a"\r\n\r\n'
    yield head
    for _ in range(99):
        yield b"x" * 1024 * 1024
    yield b"x" * (1024 * 1024 - len(head))


async def test_a_huge_upload_is_answered_before_it_is_sent(person: Browser) -> None:
    """The answer comes after the head alone; the line is closed when nothing more comes."""
    await person.open()
    host, port = person.site.url.removeprefix("http://").split(":")
    reader, writer = await asyncio.open_connection(host, int(port))
    cookie = person.client.cookies["doithoai"]
    writer.write(
        f"POST /chat/messages HTTP/1.1\r\nhost: {host}\r\nx-doithoai: 1\r\n"
        f"cookie: doithoai={cookie}\r\ncontent-type: multipart/form-data; boundary=x\r\n"
        "content-length: 104857600\r\n\r\n--x".encode()
    )
    answer = await asyncio.wait_for(reader.readuntil(b"}"), 5)
    assert b"413" in answer
    assert "Tệp này lớn quá".encode() in answer
    writer.close()
    await writer.wait_closed()


async def test_a_huge_text_is_cut_off(person: Browser) -> None:
    response = await person.client.post(
        "/chat/messages",
        content=b'{"text": "' + b"a" * 200_000,
        headers=HEADERS | {"content-type": "application/json"},
    )
    assert response.status_code == 413
    assert response.json()["text"].startswith("Lời nhắn dài quá")


async def test_unknown_pages_are_told_plainly(person: Browser) -> None:
    page = await person.client.get("/khong-co")
    assert page.status_code == 404
    assert "Không có trang này" in page.text
    assert (await person.client.get("/chat/khong-co")).json()["error"] == "refused"
    assert (await person.client.put("/chat/messages")).status_code == 405
    own = {"sec-fetch-site": "same-origin"}
    assert (await person.client.get("/chat/files/1/0", headers=own)).status_code == 404
    assert (await person.client.get("/demo")).status_code == 404
    assert (await person.client.post("/hooks/telegram", json={})).status_code == 404
