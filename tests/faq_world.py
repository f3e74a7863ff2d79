"""A small FAQ, brought in as a release, and people of two communes under one province."""

from __future__ import annotations

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import yaml

from bot.app import App, build
from bot.config import Settings
from bot.faq_seeding import seed
from faq.release import Release, folder_release
from handlers.context import Rules, Work
from handlers.faq_book import FaqBook
from handlers.services.faq_release import Seeded
from handlers.texts import Texts
from storage.database import Database
from storage.models import FaqRecord, Person, Role, RoleGrant, Unit, UnitLevel
from storage.unit_of_work import Storage
from tests import worlds
from tests.chat import CollectingChannel
from tests.clock import Clock
from tests.worlds import World

CARD, LOAN, ROOF = "bhyt-mat-the", "von-vay-nuoi-bo", "nha-o-mai-dot"
LAW, NEW_LAW = "luat-mau", "luat-mau-moi"
ASKED = {
    CARD: "mất thẻ bảo hiểm y tế làm lại ở đâu",
    LOAN: "vay tiền nuôi bò thì gặp ai",
    ROOF: "mái nhà dột xin giúp tôn lợp",
}
"""An alias of each entry: whoever types it means that entry."""


def entry(entry_id: str, short: str, **more: Any) -> dict[str, Any]:
    """One entry as the YAML files hold it."""
    return {
        "id": entry_id,
        "topic": "-".join(entry_id.split("-")[:2])
        if entry_id.startswith(("von", "nha"))
        else "bhyt",
        "question": f"{ASKED.get(entry_id, entry_id.replace('-', ' '))} vậy cán bộ?",
        "answer": {"short": short},
        "aliases": {"accented": [ASKED[entry_id]] if entry_id in ASKED else []},
        "cites": [{"document": LAW, "article": "Điều 1"}],
        "checked_on": "2026-11-01",
        **more,
    }


ENTRIES: Mapping[str, dict[str, Any]] = {
    CARD: entry(CARD, "Anh/chị mang giấy tờ lên xã."),
    LOAN: entry(LOAN, "Anh/chị gặp tổ vay vốn của thôn.", cites=[]),
    ROOF: entry(ROOF, "Anh/chị báo trưởng thôn."),
}
DOCUMENTS = (
    {"id": LAW, "number": "01/2025/QH15", "kind": "luat", "effective_from": "2025-01-01"},
    {"id": NEW_LAW, "number": "02/2026/QH15", "kind": "luat", "effective_from": "2026-12-01"},
)


def release(
    folder: Path, entries: Mapping[str, dict[str, Any]] = ENTRIES, documents: Any = DOCUMENTS
) -> Release:
    """A release with these entries."""
    folder.mkdir(parents=True, exist_ok=True)
    for name, content in (("documents.yaml", list(documents)), ("a.yaml", list(entries.values()))):
        (folder / name).write_text(_quoted(content), "utf-8")
    return folder_release(folder)


def _quoted(content: list[Any]) -> str:
    return yaml.safe_dump(content, allow_unicode=True, default_style='"')


@dataclass(slots=True)
class Faq:
    """An installation with the small FAQ."""

    settings: Settings
    storage: Storage
    clock: Clock
    folder: Path
    people: dict[str, Person]
    units: dict[str, Unit]

    @asynccontextmanager
    async def acting(self, who: str | None, book: FaqBook | None = None) -> AsyncIterator[Work]:
        """One act of somebody; committed at the end, rolled back by an error."""
        async with self.storage.write() as uow:
            work = Work(uow, self.clock(), Rules(), Texts.load(), book or await self.book())
            if who is not None:
                work.actor = await uow.people.get(self.people[who].id)
            yield work
            await uow.commit()

    async def book(self) -> FaqBook:
        """The FAQ as the database has it."""
        from bot.faq_shelf import load

        return await load(self.storage, self.folder / "cache")

    async def record(self, entry_id: str) -> FaqRecord:
        """An entry as it is now."""
        async with self.storage.read() as uow:
            found = await uow.faq.get(entry_id)
        assert found is not None
        return found

    async def content(self, entry_id: str) -> dict[str, Any]:
        """The words that are told now, to be changed and saved."""
        async with self.storage.read() as uow:
            record = await uow.faq.get(entry_id)
            assert record is not None
            revision = await uow.faq.revision(entry_id, record.revision)
            assert revision is not None
            return dict(revision.content)

    async def version(self) -> int:
        """How often the FAQ was changed."""
        async with self.storage.read() as uow:
            return await uow.faq.version()

    async def bring(
        self, entries: Mapping[str, dict[str, Any]], documents: Any = DOCUMENTS
    ) -> Seeded:
        """A later release of the software."""
        folder = self.folder / f"release-{await self.version()}"
        brought = await seed(self.storage, self.clock(), release(folder, entries, documents))
        assert brought is not None
        return brought

    @asynccontextmanager
    async def app(self, *, files: bool = False) -> AsyncIterator[tuple[App, CollectingChannel]]:
        """The whole program over this installation, perhaps where *files* can be carried."""
        channel = CollectingChannel(files=files)
        made = await build(
            self.settings,
            {channel.name: channel},
            clock=self.clock,
            read_file=_bytes_of if files else None,
        )
        try:
            yield made, channel
        finally:
            await made.storage.database.close()


async def _bytes_of(key: str) -> bytes:
    if key == "lost":
        raise FileNotFoundError(key)
    return f"bytes of {key}".encode()


@asynccontextmanager
async def installed(url: str, folder: Path, clock: Clock, *, second: bool) -> AsyncIterator[Faq]:
    """An installation of one commune in a migrated database.

    With a *second* one also the province has an official.

    "O" official, "T" head, "H" household of the first commune; "O2" and "H2" of the second; "P"
    official of the province.
    """
    settings = Settings(
        _env_file=None, database_url=url, data_dir=folder, sqlite_synchronous="NORMAL", commune="XM"
    )
    storage = Storage(Database(url, synchronous="NORMAL"))
    try:
        await seed(storage, clock(), release(folder / "release"))
        world = await worlds.commune(storage, clock())
        units = {"XM": world.commune}
        if second:
            await _second(storage, world, units, clock())
        yield Faq(settings, storage, clock, folder, world.people, units)
    finally:
        await storage.database.close()


async def _second(storage: Storage, world: World, units: dict[str, Unit], now: datetime) -> None:
    async with storage.write() as uow:
        province = await uow.units.get(world.commune.parent_id or 0)
        assert province is not None
        other = uow.units.add(
            Unit(
                parent_id=province.id,
                level=UnitLevel.COMMUNE,
                kind="xã",
                name="Xã Mẫu Hai",
                code_prefix="XH",
            )
        )
        await uow.flush()
        units |= {"XH": other, "T": province}
        for letter, name, place, role in (
            ("O2", "Cán bộ Mẫu Hai", other, Role.OFFICIAL),
            ("P", "Cán bộ Mẫu Tỉnh", province, Role.OFFICIAL),
            ("H2", "Hộ Mẫu Hai", other, None),
        ):
            address = await uow.people.address_or_new(
                worlds.TERMINAL, letter, now=now, commune_id=other.id
            )
            person = address.person
            person.display_name = name
            world.people[letter] = person
            if role is not None:
                uow.people.add(
                    RoleGrant(person_id=person.id, role=role, unit_id=place.id, granted_at=now)
                )
        await uow.commit()
