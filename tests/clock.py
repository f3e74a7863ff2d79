"""Time set by hand."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from handlers.texts import LOCAL_ZONE


class Clock:
    """Calling it gives the time; it moves only when told to."""

    def __init__(self) -> None:
        self.now = datetime(2026, 11, 20, 1, 0, tzinfo=UTC)

    def __call__(self) -> datetime:
        return self.now

    def forward(self, **step: float) -> None:
        """Move on by hours, days, …"""
        self.now += timedelta(**step)

    def set_local(self, text: str) -> None:
        """Set "2026-12-01 08:00", wall time in Việt Nam."""
        moment = datetime.strptime(text, "%Y-%m-%d %H:%M").replace(tzinfo=LOCAL_ZONE)
        self.now = moment.astimezone(UTC)
