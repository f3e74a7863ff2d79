"""All words the bot says: Fluent catalogues, rendered strictly."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, datetime
from functools import cache
from importlib.resources import files
from typing import Any
from zoneinfo import ZoneInfo

from fluent.runtime import FluentBundle, FluentResource

LANGUAGES = ("vi", "en")
LOCAL_ZONE = ZoneInfo("Asia/Ho_Chi_Minh")

_WEEKDAYS_VI = ("thứ Hai", "thứ Ba", "thứ Tư", "thứ Năm", "thứ Sáu", "thứ Bảy", "Chủ nhật")


class TextError(LookupError):
    """A text key is unknown, or an argument it needs was not given."""


class Texts:
    """Catalogues of every language, first ``vi``; a missing key is an error, never shown."""

    def __init__(self, bundles: Mapping[str, FluentBundle]) -> None:
        self._bundles = dict(bundles)

    @classmethod
    @cache
    def load(cls) -> Texts:
        """Read ``handlers/locales/*/*.ftl``."""
        root = files("handlers") / "locales"
        bundles = {}
        for language in LANGUAGES:
            bundle = FluentBundle([language], use_isolating=False)
            for resource in sorted((root / language).iterdir(), key=lambda item: item.name):
                if resource.name.endswith(".ftl"):
                    bundle.add_resource(FluentResource(resource.read_text("utf-8")))
            bundles[language] = bundle
        return cls(bundles)

    def keys(self, language: str) -> frozenset[str]:
        """Names of all messages of *language*."""
        return frozenset(self._bundles[language]._messages)

    def render(self, language: str, key: str, params: Mapping[str, Any] | None = None) -> str:
        """The text of *key* in *language* with *params* filled in.

        Raises ``TextError`` for an unknown key or a missing argument.
        """
        bundle = self._bundles.get(language, self._bundles["vi"])
        if not bundle.has_message(key):
            raise TextError(f"no text {key!r} in {language}")
        pattern = bundle.get_message(key).value
        if pattern is None:
            raise TextError(f"text {key!r} has no value")
        values = {name: _plain(value) for name, value in (params or {}).items()}
        rendered, errors = bundle.format_pattern(pattern, values)
        if errors:
            raise TextError(f"text {key!r}: {errors[0]}")
        return str(rendered)


def _plain(value: Any) -> Any:
    # Fluent would give "1,234" or "1.234" by locale; a number we pass is a count.
    return value if isinstance(value, str | int | float) else str(value)


def local(moment: datetime) -> datetime:
    """*moment* as wall time in Việt Nam."""
    return moment.astimezone(LOCAL_ZONE)


def date_words(day: date) -> str:
    """A day as an office writes it, with its weekday: "thứ Bảy, 05/12/2026"."""
    if isinstance(day, datetime):
        day = local(day)
    return f"{_WEEKDAYS_VI[day.weekday()]}, {day:%d/%m/%Y}"


def time_words(moment: datetime) -> str:
    """An hour as it is said: "7 giờ 30 sáng", "2 giờ chiều"."""
    moment = local(moment)
    hour, minute = moment.hour, moment.minute
    part = _part_of_day(hour)
    shown = hour if hour <= 12 else hour - 12  # noqa: PLR2004 - the clock's noon
    return f"{shown} giờ {minute:02d} {part}" if minute else f"{shown} giờ {part}"


def _part_of_day(hour: int) -> str:
    for until, part in ((11, "sáng"), (13, "trưa"), (18, "chiều")):
        if hour < until:
            return part
    return "tối"


def moment_words(moment: datetime) -> str:
    """Hour and day together: "7 giờ 30 sáng, thứ Bảy, 05/12/2026"."""
    return f"{time_words(moment)}, {date_words(moment)}"
