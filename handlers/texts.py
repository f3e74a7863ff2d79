"""All words the bot says: Fluent catalogues, rendered strictly."""

from __future__ import annotations

import re
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


_NEXT = re.compile(r"^(?=[a-zA-Z])", re.MULTILINE)
_NAME = re.compile(r"[a-zA-Z][\w-]*(?= *=)", re.ASCII)


class Catalogue:
    """The messages of one language, each parsed when it is said for the first time.

    Parsing all of them would be a good part of every start. No message refers to another.
    """

    def __init__(self, language: str) -> None:
        self._bundle = FluentBundle([language], use_isolating=False)
        self.sources: dict[str, str] = {}
        """Each message as it is written."""

    def add(self, resource: str) -> None:
        """Take the messages of a file; of two with one name the first counts."""
        for source in _NEXT.split(resource):
            if name := _NAME.match(source):
                self.sources.setdefault(name[0], source)

    def bundle_with(self, key: str) -> FluentBundle:
        """The catalogue in which *key* is ready to be said, if there is such a message."""
        if not self._bundle.has_message(key) and key in self.sources:
            self._bundle.add_resource(FluentResource(self.sources[key]))
        return self._bundle


class Texts:
    """Catalogues of every language, first ``vi``; a missing key is an error, never shown."""

    def __init__(self, catalogues: Mapping[str, Catalogue]) -> None:
        self._catalogues = dict(catalogues)

    @classmethod
    @cache
    def load(cls) -> Texts:
        """Read ``handlers/locales/*/*.ftl``."""
        root = files("handlers") / "locales"
        catalogues = {}
        for language in LANGUAGES:
            catalogues[language] = Catalogue(language)
            for resource in sorted((root / language).iterdir(), key=lambda item: item.name):
                if resource.name.endswith(".ftl"):
                    catalogues[language].add(resource.read_text("utf-8"))
        return cls(catalogues)

    def keys(self, language: str) -> frozenset[str]:
        """Names of all messages of *language*."""
        return frozenset(self._catalogues[language].sources)

    def render(self, language: str, key: str, params: Mapping[str, Any] | None = None) -> str:
        """The text of *key* in *language* with *params* filled in.

        Raises ``TextError`` for an unknown key or a missing argument.
        """
        bundle = self._catalogues.get(language, self._catalogues["vi"]).bundle_with(key)
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
