"""An installation with everything that can be exported."""

from __future__ import annotations

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.config import Settings
from bot.exporting import Made, Wanted, make
from handlers.exports.base import Options
from tests.clock import Clock
from tests.export_world import Installation, everything, installation, official
from tests.worlds import World


class Exported:
    """The world and what was exported from it."""

    def __init__(self, parts: Installation, world: World, folder: Path) -> None:
        self.parts = parts
        self.world = world
        self.folder = folder

    @property
    def session_id(self) -> int:
        """The dialogue session."""
        assert self.world.dialogue_session is not None
        return self.world.dialogue_session.id

    async def export(
        self,
        kind: str,
        format_: str = "xlsx",
        *,
        person_id: int | None = -1,
        options: Options | None = None,
    ) -> Path:
        """The file of a list, made for the official unless told otherwise."""
        path = self.folder / f"{kind}.{format_}"
        await self.made(kind, format_, path, person_id=person_id, options=options)
        return path

    async def made(
        self,
        kind: str,
        format_: str,
        path: Path,
        *,
        person_id: int | None = -1,
        options: Options | None = None,
    ) -> Made:
        """Make a list as *path*."""
        who = official(self.world).id if person_id == -1 else person_id
        wanted = Wanted(kind, format_, self.session_id, who, options or Options())
        return await make(self.parts, wanted, path)


@pytest.fixture
async def exported(settings: Settings, clock: Clock, tmp_path: Path) -> AsyncIterator[Exported]:
    """Everything that can stand in a list, on both databases."""
    parts = await installation(settings, clock)
    try:
        world = await everything(parts.storage, clock())
        folder = tmp_path / "out"
        folder.mkdir()
        yield Exported(parts, world, folder)
    finally:
        await parts.storage.database.close()
