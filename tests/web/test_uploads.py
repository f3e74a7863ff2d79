"""Photos and recordings of the page: kept once, counted once, refused in time."""

from __future__ import annotations

import asyncio
from collections.abc import AsyncIterator
from typing import Any
from uuid import uuid4

import pytest

from handlers.messages import Incoming
from tests.web.site import HEADERS, JPEG, Browser, Site


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
