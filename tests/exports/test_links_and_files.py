"""One-time links, and the files that replies carry."""

from __future__ import annotations

import asyncio
from datetime import timedelta

import pytest

from bot.app import build
from bot.channels.base import Capabilities, Rejected
from bot.config import Settings
from bot.exporting import carrier, materialise
from handlers.context import Work
from handlers.errors import RuleError
from handlers.faq_book import FaqBook
from handlers.messages import Incoming, OutFile, Reply
from handlers.services import download_links
from storage.database import Database
from storage.unit_of_work import Storage
from tests.chat import CollectingChannel
from tests.clock import Clock
from tests.exports.conftest import Exported


async def _link(exported: Exported, clock: Clock, who: str = "O") -> str:
    async with exported.parts.storage.write() as uow:
        parts = exported.parts
        work = Work(uow, clock(), parts.rules, parts.texts, parts.book)
        work.actor = await uow.people.get(exported.world.people[who].id)
        token = await download_links.create(
            work, kind="submissions", format_="csv", dialogue_session_id=exported.session_id
        )
        await uow.commit()
    return token


async def _use(storage: Storage, exported: Exported, clock: Clock, token: str) -> OutFile:
    async with storage.write() as uow:
        parts = exported.parts
        work = Work(uow, clock(), parts.rules, parts.texts, parts.book)
        found = await download_links.use(work, token)
        await uow.commit()
    return found


async def test_a_link_gives_its_file_once(exported: Exported, clock: Clock) -> None:
    token = await _link(exported, clock)
    async with exported.parts.storage.read() as uow:
        parts = exported.parts
        work = Work(uow, clock(), parts.rules, parts.texts, parts.book)
        seen = await download_links.open_link(work, token)
    used = await _use(exported.parts.storage, exported, clock, token)
    assert used == seen
    name, _, content = await materialise(exported.parts, used)
    assert name == "cau-hoi-kien-nghi-xa-mau-2026-12-05.csv"
    assert "Lò Thị Mẫu" in content.decode("utf-8-sig")
    with pytest.raises(RuleError, match="export-link-gone"):
        await _use(exported.parts.storage, exported, clock, token)


async def test_of_many_presses_at_once_one_gets_the_file(
    exported: Exported, clock: Clock, settings: Settings
) -> None:
    token = await _link(exported, clock)
    doors = [Database(settings.effective_database_url, synchronous="NORMAL") for _ in range(4)]
    try:
        pressed = [_use(Storage(doors[at % 4]), exported, clock, token) for at in range(12)]
        results = await asyncio.gather(*pressed, return_exceptions=True)
    finally:
        for door in doors:
            await door.close()
    assert sum(isinstance(one, OutFile) for one in results) == 1
    assert sum(isinstance(one, RuleError) for one in results) == 11


@pytest.mark.parametrize("why", ["late", "role", "unknown"])
async def test_a_link_that_is_not_good_any_more_gives_nothing(
    exported: Exported, clock: Clock, why: str
) -> None:
    token = await _link(exported, clock)
    if why == "late":
        clock.forward(minutes=exported.parts.rules.link_minutes)
    elif why == "role":
        await _revoke(exported, clock)
    else:
        token += "x"
    with pytest.raises(RuleError, match="export-link-gone"):
        await _use(exported.parts.storage, exported, clock, token)


async def _revoke(exported: Exported, clock: Clock) -> None:
    async with exported.parts.storage.write() as uow:
        person = await uow.people.get(exported.world.people["O"].id)
        assert person is not None
        person.roles[0].revoked_at = clock()
        await uow.commit()


async def test_a_link_keeps_only_the_hash_and_leaves_a_trace(
    exported: Exported, clock: Clock
) -> None:
    token = await _link(exported, clock)
    await _use(exported.parts.storage, exported, clock, token)
    async with exported.parts.storage.read() as uow:
        assert await uow.dialogue_sessions.link(token) is None
        trace = await uow.audit.of("download_link", 1)
    assert [one.action for one in trace] == ["download_link.created", "download_link.used"]
    assert {one.actor_id for one in trace} == {exported.world.people["O"].id}
    assert token not in str([one.details for one in trace])


@pytest.mark.parametrize("who", ["T", "H"])
async def test_links_are_for_officials(exported: Exported, clock: Clock, who: str) -> None:
    with pytest.raises(RuleError):
        await _link(exported, clock, who)


def _file(
    exported: Exported, kind: str = "submissions", more: dict[str, object] | None = None
) -> OutFile:
    params: dict[str, object] = {
        "dialogue_session_id": exported.session_id,
        "person_id": exported.world.people["O"].id,
    }
    return OutFile("x.csv", kind, "csv", {**params, **(more or {})}, public=kind.endswith("public"))


async def test_a_promised_file_is_made_when_it_is_fetched(exported: Exported) -> None:
    name, content_type, content = await materialise(exported.parts, _file(exported))
    assert (name, content_type) == ("x.csv", "text/csv; charset=utf-8")
    assert content.startswith(b"\xef\xbb\xbf")


async def test_a_promise_is_not_kept_to_somebody_who_lost_the_role(
    exported: Exported, clock: Clock
) -> None:
    await _revoke(exported, clock)
    with pytest.raises(RuleError):
        await materialise(exported.parts, _file(exported))


@pytest.mark.parametrize(
    "broken",
    [
        {"person_id": None},
        {"dialogue_session_id": "1"},
        {"dialogue_session_id": 999},
    ],
)
async def test_a_promise_that_names_nobody_or_nothing_is_refused(
    exported: Exported, broken: dict[str, object]
) -> None:
    with pytest.raises(RuleError):
        await materialise(exported.parts, _file(exported, more=broken))


async def test_a_list_with_names_cannot_pose_as_public(exported: Exported) -> None:
    posing = OutFile("x", "submissions", "csv", _file(exported).params, public=True)
    with pytest.raises(RuleError):
        await materialise(exported.parts, posing)


async def test_nothing_with_names_is_carried_through_servers_elsewhere(
    exported: Exported, clock: Clock
) -> None:
    carry = carrier(lambda: exported.parts, foreign=True)
    with pytest.raises(Rejected, match="private_file"):
        await carry(_file(exported))
    name, content = await carry(_file(exported, "submissions_public"))
    assert name == "x.csv"
    assert "Lò Thị Mẫu" not in content.decode("utf-8-sig")
    await _revoke(exported, clock)
    with pytest.raises(Rejected, match="file_refused"):
        await carry(_file(exported, "submissions_public"))


class Foreign(CollectingChannel):
    """Servers elsewhere; ``files`` or not."""

    def __init__(self, *, files: bool) -> None:
        super().__init__()
        self.capabilities = Capabilities(max_text=2000, files_out=files, foreign=True)


@pytest.mark.parametrize(
    ("choice", "files", "gets_file"),
    [("1", True, False), ("2", True, True), ("2", False, False), ("3", True, False)],
)
async def test_elsewhere_names_go_as_a_link_and_only_the_public_table_as_a_file(
    exported: Exported,
    settings: Settings,
    clock: Clock,
    book: FaqBook,
    choice: str,
    files: bool,
    gets_file: bool,
) -> None:
    channel = Foreign(files=files)
    told = settings.model_copy(update={"public_url": "https://xa.example"})
    app = await build(told, {channel.name: channel}, clock=clock, book=book)
    try:
        lines = ["xuất danh sách", choice] + (["1"] if choice != "3" else [])
        for number, line in enumerate(lines):
            incoming = Incoming(channel.name, "O", f"m{number}", text=line, sent_at=clock())
            await app.intake.receive(incoming)
            await app.dispatcher.drain()
        replies = [reply for _, reply in channel.sent]
        assert any(reply.files for reply in replies) is gets_file
        linked = [reply for reply in replies if "https://xa.example/t/" in reply.text]
        assert len(linked) == (0 if gets_file else 1)
        if linked:
            await _fetch(app.storage, exported, clock, linked[0])
    finally:
        await app.storage.database.close()


async def _fetch(storage: Storage, exported: Exported, clock: Clock, reply: Reply) -> None:
    token = reply.text.partition("/t/")[2].split()[0]
    clock.now += timedelta(minutes=9)
    outfile = await _use(storage, exported, clock, token)
    name, _, content = await materialise(exported.parts, outfile)
    assert name.endswith(".xlsx")
    assert content.startswith(b"PK")
