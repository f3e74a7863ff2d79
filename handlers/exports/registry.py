"""Every kind of export: chat, command line and pages list what stands here."""

from __future__ import annotations

from collections.abc import Collection, Mapping

from handlers.exports import csv, xlsx
from handlers.exports.attendance_list import AttendanceListExport
from handlers.exports.base import Export
from handlers.exports.submissions import PublicSubmissionsExport, SubmissionsExport
from handlers.exports.urgent import UrgentExport

EXPORTS: tuple[Export, ...] = (
    SubmissionsExport(),
    PublicSubmissionsExport(),
    AttendanceListExport(),
    UrgentExport(),
)

WRITERS = {"xlsx": xlsx, "csv": csv}
"""Formats: what writes them."""


def by_id() -> Mapping[str, Export]:
    """Every export under its id."""
    return {export.id: export for export in EXPORTS}


def offered_to(roles: Collection[str]) -> list[Export]:
    """Exports that somebody who holds *roles* may have."""
    return [export for export in EXPORTS if export.roles & set(roles)]
