"""Where entries of the FAQ hold, in words, and which of them are ever told in the same place."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from handlers.access import OFFICIAL_ROLES, roles_in
from handlers.context import Work
from handlers.errors import RuleError
from handlers.parsing import key
from handlers.texts import Texts
from storage.models import FaqRecord, Unit, UnitLevel
from storage.unit_of_work import UnitOfWork

_SHARED = "export-faq-scope-shared"
_PREFIX = re.compile(r"\(([A-Za-z]{2,4})\)\s*\Z")


@dataclass(frozen=True, slots=True)
class Places:
    """Units in which entries hold."""

    labels: Mapping[int | None, str]
    above: Mapping[int, frozenset[int]]
    """Every unit in question with all that lie above it, itself too."""
    where: Mapping[str, tuple[int | None, str]]
    """Unit of an entry, and the entry that it is or stands for, by id."""

    def among(self, where: Mapping[str, tuple[int | None, str]]) -> Places:
        """The same units, other entries. A unit that is not known counts as everywhere."""
        known = {one: place for one, place in where.items() if place[0] in {None, *self.above}}
        elsewhere = {one: (None, place[1]) for one, place in where.items() if one not in known}
        return Places(self.labels, self.above, known | elsewhere)

    def meet(self, one: str, other: str) -> bool:
        """Whether two entries are ever told in the same place; an entry and its copy are not."""
        (first, family), (second, same) = self.where[one], self.where[other]
        if family == same:
            return False
        if first is None or second is None:
            return True
        return first in self.above[second] or second in self.above[first]


async def of_records(
    uow: UnitOfWork, texts: Texts, records: Iterable[FaqRecord], also: Iterable[int] = ()
) -> Places:
    """Places of these entries; units named in *also* are known, too."""
    where = {one.id: (one.unit_id, one.copy_of or one.id) for one in records}
    units = {*(unit for unit, _ in where.values()), *also}
    labels = {unit: await label(uow, texts, unit) for unit in units}
    above = {unit: frozenset(await uow.units.lineage(unit)) for unit in units if unit is not None}
    return Places(labels, above, where)


async def label(uow: UnitOfWork, texts: Texts, unit_id: int | None) -> str:
    """A place in words that :func:`find` understands: "Xã Mẫu (XM)", "Thôn 3, Xã Mẫu (XM)"."""
    unit = await uow.units.get(unit_id) if unit_id is not None else None
    if unit is None:
        return texts.render("vi", _SHARED)
    name = f"{unit.name} ({unit.code_prefix})" if unit.code_prefix else unit.name
    if unit.level is UnitLevel.VILLAGE and unit.parent_id is not None:
        return f"{name}, {await label(uow, texts, unit.parent_id)}"
    return name


async def find(work: Work, text: str) -> int | None:
    """The unit of a place in words; None is everywhere. Raises ``RuleError``."""
    if key(text) == key(work.texts.render("vi", _SHARED)):
        return None
    found = await _in_commune(work, text) or await _above(work, text)
    if found is None:
        raise RuleError("faq-file-no-place", text=text)
    return found.id


async def _in_commune(work: Work, text: str) -> Unit | None:
    prefix = _PREFIX.search(text)
    commune = await work.uow.units.by_prefix(prefix[1].upper()) if prefix else None
    if commune is None:
        return None
    village, comma, _ = text.rpartition(",")
    if not comma:
        return commune
    known = await work.uow.units.villages(commune.id)
    return next((one for one in known if key(one.name) == key(village)), None)


async def _above(work: Work, text: str) -> Unit | None:
    """A unit of the actor, or one above it, by its name."""
    for granted in roles_in(work.actor, OFFICIAL_ROLES):
        for unit_id in await work.uow.units.lineage(granted):
            unit = await work.uow.units.get(unit_id)
            if unit is not None and key(unit.name) == key(text):
                return unit
    return None
