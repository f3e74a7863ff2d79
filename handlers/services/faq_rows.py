"""One entry of the FAQ as a row of the file that officials edit, and the row as words again.

Cells are compared as texts. The mark in the last column names the revision that was written and
the hash of everything in the row, so that a row that nobody touched is told from one that was
changed, and one that others changed meanwhile from both.
"""

from __future__ import annotations

import json
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from hashlib import sha256
from typing import Any

from faq.content import LEARNED
from faq.entries import Citation, FaqEntry
from faq.normalize import clean, fold
from handlers.errors import RuleError
from handlers.texts import Texts

DETAILS = ("who", "how_much", "where", "papers", "how_long", "cost", "note")
WORDS = ("question", "short", *DETAILS, "how_to_get", "unconfirmed", "cites")
"""Columns that hold what is said and what it rests on: a change of these is a new revision."""
COLUMNS = ("topic", *WORDS, "scope", "valid_from", "valid_to")
"""Columns that are read back, beside the id."""
ALIASES = "aliases"
"""Stands for the sheet of wordings among changed parts."""
LONGEST = 32_000
"""Characters of a cell; Excel holds 32,767."""

_LISTS = ("unconfirmed", "cites")
_DAYS = ("valid_from", "valid_to")
_SIGNS = 8
_TOPIC = "topic-"
_BAR = " | "
_VIETNAMESE_DAY = re.compile(r"(\d{1,2})\s*[/.-]\s*(\d{1,2})\s*[/.-]\s*(\d{4})")
_ISO_DAY = re.compile(r"(\d{4})-(\d{1,2})-(\d{1,2})(?:[T ][\d:.]+)?")
_FROM, _UNTIL = "từ", "đến"


@dataclass(frozen=True, slots=True)
class Draft:
    """What a row and its wordings say. ``cells`` has every one of ``COLUMNS``."""

    cells: Mapping[str, str]
    aliases: tuple[str, ...]

    @classmethod
    def of(cls, cells: Mapping[str, str], aliases: Iterable[str]) -> Draft:
        """A draft of texts as somebody may have typed them."""
        tidied = {name: _tidied(name, cells.get(name, "")) for name in COLUMNS}
        return cls(tidied, tuple(dict.fromkeys(filter(None, map(tidy, aliases)))))

    @classmethod
    def of_entry(cls, entry: FaqEntry, scope: str) -> Draft:
        """The draft that says what *entry* says; *scope* names where it holds."""
        told = {detail.kind: detail.text for detail in entry.answer.details}
        cells = {
            "topic": entry.topic,
            "question": entry.question,
            "short": entry.answer.short,
            **told,
            "how_to_get": entry.answer.how_to_get or "",
            "unconfirmed": "\n".join(map(_one_line, entry.unconfirmed)),
            "cites": "\n".join(map(citation_line, entry.citations)),
            "scope": scope,
            "valid_from": _iso(entry.valid_from),
            "valid_to": _iso(entry.valid_to),
        }
        return cls.of(cells, (alias.text for alias in entry.aliases))

    @property
    def stamp(self) -> str:
        """A short name of all that it says, in whatever order the wordings stand."""
        packed = json.dumps([dict(self.cells), sorted(self.aliases)], sort_keys=True)
        return sha256(packed.encode()).hexdigest()[:_SIGNS]

    def mark(self, revision: int) -> str:
        """What stands in the last column of an entry that is told in these words."""
        return f"{revision}-{self.stamp}"

    def is_of(self, mark: str) -> bool:
        """Whether the row still says what it said when *mark* was written beside it."""
        return mark.partition("-")[2] == self.stamp

    def differs(self, other: Draft) -> tuple[str, ...]:
        """Columns in which the two differ, and ``aliases``."""
        found = [name for name in COLUMNS if self.cells[name] != other.cells[name]]
        if set(self.aliases) != set(other.aliases):
            found.append(ALIASES)
        return tuple(found)

    def placed(self, scope: str) -> Draft:
        """The same, holding elsewhere."""
        return replace(self, cells={**self.cells, "scope": scope})

    def day(self, column: str) -> date | None:
        """The day in a cell. Raises ``RuleError`` for one that cannot be read."""
        text = self.cells[column]
        if not text:
            return None
        try:
            return date.fromisoformat(text)
        except ValueError as wrong:
            raise RuleError("faq-file-bad-day", text=shortened(text)) from wrong

    def content(self, base: Mapping[str, Any]) -> dict[str, Any]:
        """The words in the shape of ``faq.content``; what no column holds stays as in *base*.

        Wordings that are new count as taught here. Raises ``RuleError`` for a line of legal basis
        that cannot be read.
        """
        told = {name: self.cells[name] for name in DETAILS if self.cells[name]}
        answer = {
            "short": self.cells["short"],
            "details": told,
            "how_to_get": self.cells["how_to_get"],
        }
        made = {
            **base,
            "question": self.cells["question"],
            "answer": {name: part for name, part in answer.items() if part},
            "aliases": self._kinds(base.get("aliases", {})),
            "unconfirmed": _lines(self.cells["unconfirmed"]),
            "cites": [_citation(line) for line in _lines(self.cells["cites"])],
        }
        return {name: part for name, part in made.items() if part}

    def _kinds(self, before: Mapping[str, Sequence[str]]) -> dict[str, list[str]]:
        wanted = set(self.aliases)
        kept = {
            kind: [text for text in texts if tidy(text) in wanted] for kind, texts in before.items()
        }
        known = {tidy(text) for texts in kept.values() for text in texts}
        kept[LEARNED] = [
            *kept.get(LEARNED, ()),
            *(text for text in self.aliases if text not in known),
        ]
        return {kind: texts for kind, texts in kept.items() if texts}


def tidy(text: str) -> str:
    """*text* as it is compared: NFC, nothing invisible, ends trimmed, no longer than a cell."""
    return clean(text.replace("\r\n", "\n").replace("\r", "\n"))[:LONGEST].strip()


def topics(texts: Texts) -> dict[str, str]:
    """Every topic that has words, and these words with a capital."""
    keys = texts.keys("vi")
    ids = sorted(one.removeprefix(_TOPIC) for one in keys if one.startswith(_TOPIC))
    said = {one: texts.render("vi", f"topic-{one}") for one in ids if one != "none"}
    return {one: words[:1].upper() + words[1:] for one, words in said.items()}


def shortened(text: str, most: int = 60) -> str:
    """*text* short enough to be named in a message."""
    return text if len(text) <= most else f"{text[: most - 1]}…"


def day_text(text: str) -> str:
    """A typed day as ``2026-12-31``; what is no day stays as it is."""
    for pattern, places in ((_VIETNAMESE_DAY, (3, 2, 1)), (_ISO_DAY, (1, 2, 3))):
        found = pattern.fullmatch(text)
        if found is not None:
            year, month, day = (int(found[place]) for place in places)
            try:
                return date(year, month, day).isoformat()
            except ValueError:
                return text
    return text


def citation_line(citation: Citation) -> str:
    """ "document id | article | từ ngày | đến ngày", as far as they are known."""
    parts = [citation.document_id]
    if citation.article:
        parts.append(_one_line(citation.article))
    for word, day in ((_FROM, citation.effective_from), (_UNTIL, citation.effective_to)):
        if day is not None:
            parts.append(f"{word} {day:%d/%m/%Y}")
    return _BAR.join(parts)


def _citation(line: str) -> dict[str, str]:
    """A line of legal basis as ``faq.content`` holds it. Raises ``RuleError``."""
    document, *rest = [part.strip() for part in line.split("|")]
    made = {"document": document}
    for word, name in ((_UNTIL, "effective_to"), (_FROM, "effective_from")):
        day = _day_after(word, rest[-1]) if rest else None
        if day is not None:
            made[name] = day
            rest.pop()
    article = _BAR.join(filter(None, rest))
    if article:
        made["article"] = article
    if not document or " " in document:
        raise RuleError("faq-file-bad-citation", text=shortened(line))
    return made


def _day_after(word: str, text: str) -> str | None:
    """The day in "từ 01/07/2025"; None for anything else."""
    first, _, rest = text.partition(" ")
    if fold(first) != fold(word):
        return None
    day = day_text(rest.strip())
    return day if _ISO_DAY.fullmatch(day) else None


def _tidied(name: str, text: str) -> str:
    text = tidy(text)
    if name in _LISTS:
        return "\n".join(_lines(text))
    return day_text(text) if name in _DAYS else text


def _lines(text: str) -> list[str]:
    return [line.strip() for line in text.split("\n") if line.strip()]


def _one_line(text: str) -> str:
    return " ".join(text.split())


def _iso(day: date | None) -> str:
    return day.isoformat() if day else ""
