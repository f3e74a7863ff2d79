"""Why a text is not one moment yet."""

from __future__ import annotations

from enum import StrEnum


class Problem(StrEnum):
    """Why a text is not one moment yet."""

    UNREADABLE = "unreadable"
    LUNAR = "lunar"
    """A day of the lunar calendar: it is asked for, never converted."""
    NO_SUCH_DAY = "no-such-day"
    NO_SUCH_HOUR = "no-such-hour"
    PAST = "past"
    WEEKDAY_DIFFERS = "weekday-differs"
    """Weekday and date do not agree: ``options`` has one moment for each."""
    SEVERAL_DAYS = "several-days"
    """Two dates were written: ``options`` has one moment for each."""
    YEAR_UNSURE = "year-unsure"
    """A day without a year that has just gone by: ``options`` has it and the same day to come."""
    DAY_MISSING = "day-missing"
    HOUR_MISSING = "hour-missing"
    AMBIGUOUS = "ambiguous"
    """ "2 giờ" may be at night or in the afternoon: ``options`` has both."""
