"""The fields of one mapping in a knowledge file, read with care: every mistake gets its place."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any, Final, cast

from faq.normalize import clean

__all__ = ["Fields", "KnowledgeError", "Problem"]


@dataclass(frozen=True)
class Problem:
    """One mistake in a knowledge file."""

    file: str
    entry_id: str
    field: str
    message: str

    def __str__(self) -> str:
        return f"{self.file}: {self.entry_id}: {self.field}: {self.message}"


class KnowledgeError(ValueError):
    """A knowledge file cannot be used; `problems` lists every mistake found in it."""

    def __init__(self, problems: Iterable[Problem]) -> None:
        self.problems: Final = tuple(problems)
        super().__init__("\n".join(str(problem) for problem in self.problems))


class Fields:
    """The fields of one raw mapping; every wrong one is noted with where it stands."""

    def __init__(self, raw: object, file: str, place: str, prefix: str = "") -> None:
        self.problems: list[Problem] = []
        self._file = file
        self._prefix = prefix
        self._raw: Mapping[str, Any] = {}
        self.place = place
        if isinstance(raw, Mapping):
            self._raw = cast("Mapping[str, Any]", raw)
            self.place = str(self._raw.get("id") or place) if not prefix else place
        else:
            self.wrong("-", "must be a mapping of fields")

    def wrong(self, name: str, message: str) -> None:
        """Note a mistake in a field."""
        self.problems.append(Problem(self._file, self.place, f"{self._prefix}{name}", message))

    def raw(self, name: str) -> Any:
        """Give a field as it stands in the file."""
        return self._raw.get(name)

    def names(self) -> list[str]:
        """Give the names of the fields in the file."""
        return [str(name) for name in self._raw]

    def text(self, name: str) -> str:
        """Give a text that must be there."""
        found = self.optional(name)
        if not found and not any(p.field == f"{self._prefix}{name}" for p in self.problems):
            self.wrong(name, "is missing or empty")
        return found or ""

    def optional(self, name: str) -> str | None:
        """Give a text that may be absent."""
        value = self.raw(name)
        if value is None:
            return None
        if not isinstance(value, str):
            self.wrong(name, "must be a text")
            return None
        return clean(value) or None

    def day(self, name: str) -> date | None:
        """Give a date written YYYY-MM-DD that may be absent."""
        value = self.optional(name)
        if value is None:
            return None
        try:
            return date.fromisoformat(value)
        except ValueError:
            self.wrong(name, f"{value!r} is not a date like 2026-11-21")
            return None

    def flag(self, name: str, *, default: bool) -> bool:
        """Give a yes-or-no field."""
        value = self.optional(name)
        if value is None:
            return default
        if value.lower() not in {"true", "false"}:
            self.wrong(name, f"{value!r} is neither true nor false")
        return value.lower() == "true"

    def texts(self, name: str) -> tuple[str, ...]:
        """Give a list of texts that may be absent."""
        return tuple(self._listed(name, self.raw(name)))

    def _listed(self, name: str, value: object) -> Iterable[str]:
        if value is None:
            return
        if not isinstance(value, list):
            self.wrong(name, "must be a list")
            return
        for number, item in enumerate(value, start=1):
            if isinstance(item, str) and clean(item):
                yield clean(item)
            else:
                self.wrong(f"{name}[{number}]", "must be a text that is not empty")

    def parts(self, name: str) -> list["Fields"]:
        """Give a list of mappings that may be absent."""
        value = self.raw(name)
        if value is None:
            return []
        if not isinstance(value, list):
            self.wrong(name, "must be a list")
            return []
        return [
            Fields(item, self._file, self.place, f"{self._prefix}{name}[{number}].")
            for number, item in enumerate(value, start=1)
        ]

    def part(self, name: str) -> "Fields":
        """Give a nested mapping."""
        return Fields(self.raw(name), self._file, self.place, f"{self._prefix}{name}.")

    def take(self, other: "Fields") -> None:
        """Take over the problems noted in a part."""
        self.problems += other.problems
