"""What only the operator of an installation does: make a commune, let the first official in."""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import AsyncIterator, Iterable, Mapping
from contextlib import asynccontextmanager
from typing import Any

from bot.app import migrate, utc_now
from bot.config import Settings
from faq.knowledge import Knowledge
from faq.matcher import Matcher
from handlers.context import Work
from handlers.errors import RuleError
from handlers.faq_book import FaqBook
from handlers.parsing import key
from handlers.services import invitations
from handlers.services.commune_settings import Setting, all_of, change_by_operator
from handlers.texts import Texts
from storage.database import Database
from storage.models import Role, Unit, UnitLevel
from storage.unit_of_work import Storage

_PREFIX = re.compile(r"[A-Z]{2,4}")
_BETWEEN_NAMES = re.compile(r"[;,；，\n]")


class OperatorError(Exception):
    """Why the command does nothing; ``key`` names the sentence."""

    def __init__(self, sentence: str, **params: Any) -> None:
        super().__init__(sentence)
        self.key = sentence
        self.params = params


def village_names(typed: str) -> list[str]:
    """Names of villages that were typed in one text, between semicolons or commas."""
    names = (" ".join(name.split()) for name in _BETWEEN_NAMES.split(typed))
    return [unicodedata.normalize("NFC", name) for name in names if name]


async def add_commune(
    settings: Settings, name: str, prefix: str, villages: list[str], village_kind: str
) -> None:
    """Make a commune with its villages.

    Raises ``OperatorError``: a bad or taken prefix, no village, or two of one name.
    """
    if _PREFIX.fullmatch(prefix) is None:
        raise OperatorError("cli-commune-bad-prefix")
    if not villages:
        raise OperatorError("cli-commune-no-village")
    if twice := _twice(villages):
        raise OperatorError("cli-commune-same-village", names="; ".join(twice))
    async with _work(settings) as work:
        if await work.uow.units.by_prefix(prefix) is not None:
            raise OperatorError("cli-commune-exists", prefix=prefix)
        kind = "phường" if key(name).startswith("phuong") else "xã"
        commune = work.uow.units.add(
            Unit(level=UnitLevel.COMMUNE, kind=kind, name=name, code_prefix=prefix)
        )
        await work.uow.flush()
        for place, village in enumerate(villages, start=1):
            work.uow.units.add(
                Unit(
                    parent_id=commune.id,
                    level=UnitLevel.VILLAGE,
                    kind=village_kind,
                    name=village,
                    position=place,
                )
            )
        work.audit("commune.made", "unit", commune.id, unit_id=commune.id, villages=len(villages))
        await work.uow.commit()


def _twice(names: Iterable[str]) -> list[str]:
    """Names that come more than once; marks tell villages apart, capitals do not."""
    written = defaultdict[str, list[str]](list)
    for name in names:
        written[name.casefold()].append(name)
    return [same[0] for same in written.values() if len(same) > 1]


async def commune_settings(
    settings: Settings, prefix: str, values: Mapping[str, str], source: str | None
) -> tuple[str, list[Setting]]:
    """Change *values* of a commune, if any; its name and every setting as it holds then.

    Raises ``OperatorError``: no such commune, a value that cannot be.
    """
    async with _work(settings) as work:
        unit = await work.uow.units.by_prefix(prefix)
        if unit is None:
            raise OperatorError("cli-unknown-unit", prefix=prefix)
        if values:
            try:
                await change_by_operator(work, unit, values, source)
            except RuleError as refused:
                raise OperatorError(refused.key, **refused.params) from refused
            await work.uow.commit()
        return unit.name, await all_of(work, unit)


async def grant(settings: Settings, role: str, prefix: str, village: str | None) -> str:
    """A one-time code that gives *role*; shown in two groups. Raises ``OperatorError``."""
    async with _work(settings) as work:
        unit = await work.uow.units.by_prefix(prefix)
        if unit is None:
            raise OperatorError("cli-unknown-unit", prefix=prefix)
        if role == Role.VILLAGE_HEAD.value:
            unit = await _village(work, unit, village)
        code = await invitations.issue_by_operator(work, unit, Role(role))
        await work.uow.commit()
    return invitations.shown(code)


async def _village(work: Work, commune: Unit, name: str | None) -> Unit:
    if not name:
        raise OperatorError("cli-grant-needs-village")
    for village in await work.uow.units.villages(commune.id):
        if key(village.name) == key(name):
            return village
    raise OperatorError("cli-unknown-village", name=name)


@asynccontextmanager
async def _work(settings: Settings) -> AsyncIterator[Work]:
    """An act of the operator in one transaction of its own."""
    await migrate(settings)
    database = Database(settings.effective_database_url)
    nothing = Knowledge((), ())
    book = FaqBook(nothing, Matcher(()))
    try:
        async with Storage(database).write() as uow:
            yield Work(uow=uow, now=utc_now(), rules=settings.rules(), texts=Texts.load(), faq=book)
    finally:
        await database.close()
