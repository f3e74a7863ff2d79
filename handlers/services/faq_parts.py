"""The parts of an entry's words by name: "question", "short", "how", "details.<kind>"."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from handlers.services import faq_changes
from handlers.services.faq_facts import DETAILS

MAY_GO = frozenset({"how", *(f"details.{kind}" for kind in DETAILS)})
"""Parts that an entry may be without."""
PARTS = frozenset({"question", "short", *MAY_GO})
_LONGEST_QUESTION = 300


def longest(part: str) -> int:
    """Characters that a part may have."""
    return _LONGEST_QUESTION if part == "question" else faq_changes.LONGEST


def now(content: Mapping[str, Any], part: str) -> str:
    """The present words of a part of *content*; empty when it has none."""
    answer = content["answer"]
    match part.partition("."):
        case ("question", _, _):
            return str(content["question"])
        case ("short", _, _):
            return str(answer["short"])
        case ("how", _, _):
            return str(answer.get("how_to_get", ""))
    return str(answer.get("details", {}).get(part.partition(".")[2], ""))


def put(content: Mapping[str, Any], part: str, words: str | None) -> dict[str, Any]:
    """*content* with new *words* for a part, or without it."""
    if part == "question":
        return {**content, "question": words}
    if part in {"short", "how"}:
        name = "short" if part == "short" else "how_to_get"
        return {**content, "answer": _put(content["answer"], name, words)}
    details = _put(content["answer"].get("details", {}), part.partition(".")[2], words)
    return {**content, "answer": _put(content["answer"], "details", details or None)}


def _put(kept: Mapping[str, Any], name: str, value: object) -> dict[str, Any]:
    put_ = {**kept, name: value}
    return {one: put_[one] for one in put_ if put_[one] is not None}
