"""Whom to call: the duty phone, other offices, the hours, where a denunciation may be lodged.

A commune's own settings stand before those of the installation.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from handlers.context import Work
from handlers.offices import read_phones


@dataclass(frozen=True, slots=True)
class Contact:
    """How to reach a person; an empty field is not known or not confirmed."""

    phone: str
    hours: str
    denunciation_place: str
    offices: Mapping[str, str]
    """Phones of other offices, by the ids of ``handlers.offices``."""


async def of(work: Work, commune_id: int | None) -> Contact:
    """The contact of a commune."""
    own = await work.uow.units.settings(commune_id) if commune_id is not None else {}
    rules = work.rules
    return Contact(
        phone=own.get("duty_phone", rules.duty_phone),
        hours=own.get("office_hours", rules.office_hours),
        denunciation_place=own.get("denunciation_place", rules.denunciation_place),
        offices=read_phones(own.get("office_phones", rules.office_phones)) or {},
    )
