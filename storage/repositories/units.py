"""Administrative units and their settings."""

from __future__ import annotations

from collections.abc import Sequence

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import Unit, UnitLevel, UnitSetting


class Units:
    """The dated tree of units."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened

    def add(self, unit: Unit) -> Unit:
        """Keep a new unit."""
        self._opened.add(unit)
        return unit

    async def get(self, unit_id: int) -> Unit | None:
        """The unit, or None."""
        return await self._opened.get(Unit, unit_id)

    async def hold(self, unit_id: int, *, alone: bool) -> None:
        """Hold the unit until the commit: *alone*, or with others who do not want to be alone.

        Rows that point to the unit may still be added. SQLite has one writer: nothing to do.
        """
        query = select(Unit.id).where(Unit.id == unit_id)
        await self._opened.execute(query.with_for_update(read=not alone, key_share=alone))

    async def by_prefix(self, prefix: str) -> Unit | None:
        """The commune whose submission codes begin with *prefix*."""
        found = await self._opened.scalars(select(Unit).where(Unit.code_prefix == prefix))
        return found.one_or_none()

    async def communes(self) -> Sequence[Unit]:
        """All communes and wards, in order."""
        query = select(Unit).where(Unit.level == UnitLevel.COMMUNE).order_by(Unit.position, Unit.id)
        return (await self._opened.scalars(query)).all()

    async def villages(self, commune_id: int) -> Sequence[Unit]:
        """Villages of a commune that exist now, in order."""
        query = select(Unit).where(
            Unit.parent_id == commune_id,
            Unit.level == UnitLevel.VILLAGE,
            Unit.valid_to.is_(None),
        )
        return (await self._opened.scalars(query.order_by(Unit.position, Unit.id))).all()

    async def all_villages(self, commune_id: int) -> Sequence[Unit]:
        """Villages of a commune, also those that ended: people keep the old name."""
        query = select(Unit).where(Unit.parent_id == commune_id, Unit.level == UnitLevel.VILLAGE)
        return (await self._opened.scalars(query.order_by(Unit.position, Unit.id))).all()

    async def lineage(self, unit_id: int) -> list[int]:
        """Ids of the unit and everything above it, from the unit upwards."""
        ids: list[int] = []
        current: int | None = unit_id
        while current is not None and current not in ids:
            ids.append(current)
            unit = await self.get(current)
            current = unit.parent_id if unit else None
        return ids

    async def above_villages(self) -> dict[int, tuple[UnitLevel, int | None]]:
        """Level and parent of every province, district and commune that exists now, by id."""
        query = select(Unit.id, Unit.level, Unit.parent_id).where(
            Unit.level != UnitLevel.VILLAGE, Unit.valid_to.is_(None)
        )
        rows = (await self._opened.execute(query)).all()
        return {id_: (level, parent) for id_, level, parent in rows}

    async def within(self, unit_ids: Sequence[int]) -> list[int]:
        """Ids of these units and of everything below them."""
        below = select(Unit.id).where(Unit.id.in_(unit_ids)).cte("below", recursive=True)
        below = below.union(select(Unit.id).join(below, Unit.parent_id == below.c.id))
        return list((await self._opened.scalars(select(below.c.id))).all())

    async def settings(self, unit_id: int) -> dict[str, str]:
        """Settings of one unit by key."""
        found = await self._opened.scalars(
            select(UnitSetting).where(UnitSetting.unit_id == unit_id)
        )
        return {setting.key: setting.value for setting in found}

    async def setting_rows(self, unit_id: int) -> Sequence[UnitSetting]:
        """Settings of one unit with their sources."""
        query = select(UnitSetting).where(UnitSetting.unit_id == unit_id)
        return (await self._opened.scalars(query.order_by(UnitSetting.key))).all()

    async def drop_setting(self, unit_id: int, key: str) -> None:
        """Forget one setting; nothing happens when it is not there."""
        query = delete(UnitSetting).where(UnitSetting.unit_id == unit_id, UnitSetting.key == key)
        await self._opened.execute(query)

    async def set_setting(
        self, unit_id: int, key: str, value: str, *, source: str | None, confirmed_by: int | None
    ) -> None:
        """Create or replace one setting."""
        found = await self._opened.scalars(
            select(UnitSetting).where(UnitSetting.unit_id == unit_id, UnitSetting.key == key)
        )
        setting = found.one_or_none() or UnitSetting(unit_id=unit_id, key=key)
        setting.value, setting.source, setting.confirmed_by_id = value, source, confirmed_by
        self._opened.add(setting)
