"""What a commune sets for itself instead of the installation: whom to call, when, where to go."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from handlers import offices
from handlers.context import Work
from handlers.errors import RuleError
from storage.models import Unit

NAMES: Final = ("duty_phone", "office_hours", "office_phones", "denunciation_place")
"""Settings of a commune; ``contact.of`` reads them, and each is a rule of the installation too."""
LONGEST: Final = 300
"""Characters of a setting; people are told it in one sentence."""


@dataclass(frozen=True, slots=True)
class Setting:
    """One setting as it holds now."""

    name: str
    value: str
    """Empty when nobody set it."""
    own: bool
    """The commune's own, not the installation's."""
    source: str | None = None


async def all_of(work: Work, commune: Unit) -> list[Setting]:
    """Every setting of a commune, in a fixed order."""
    own = {row.key: row for row in await work.uow.units.setting_rows(commune.id)}
    found = []
    for name in NAMES:
        row = own.get(name)
        if row is None:
            found.append(Setting(name, getattr(work.rules, name), own=False))
        else:
            found.append(Setting(name, row.value, own=True, source=row.source))
    return found


async def change_by_operator(
    work: Work, commune: Unit, values: Mapping[str, str], source: str | None
) -> None:
    """Keep *values* by name; an empty one gives way to the installation's again.

    *source* says who confirmed it. Where a denunciation may be lodged is told to people in need of
    the right address, so that one is not taken without. Raises ``RuleError``.
    """
    told = {name: " ".join(value.split()).rstrip(".") for name, value in values.items()}
    source = " ".join((source or "").split()) or None
    _check(told, source)
    for name, value in told.items():
        if value:
            await work.uow.units.set_setting(
                commune.id, name, value, source=source, confirmed_by=work.actor_id
            )
        else:
            await work.uow.units.drop_setting(commune.id, name)
        work.audit("unit.setting_changed", "unit", commune.id, unit_id=commune.id, setting=name)
    await work.uow.flush()


def _check(told: Mapping[str, str], source: str | None) -> None:
    if any(len(text) > LONGEST for text in (*told.values(), source or "")):
        raise RuleError("cli-setting-too-long", most=LONGEST)
    phone = told.get("duty_phone")
    if phone and not offices.is_phone(phone):
        raise RuleError("cli-setting-bad-phone")
    if offices.read_phones(told.get("office_phones", "")) is None:
        raise RuleError("cli-setting-bad-offices")
    if told.get("denunciation_place") and source is None:
        raise RuleError("cli-setting-needs-source")
