"""What was learned about deciding: the weight of each signal, and how sure is sure enough.

The numbers live in `data/thresholds.yaml` with the date of their learning; `faq.calibrate` learns
them anew when the FAQ changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from pathlib import Path
from typing import Any

import yaml

__all__ = ["Thresholds", "load_thresholds", "save_thresholds"]


@dataclass(frozen=True)
class Thresholds:
    """How to weigh the signals, and from which score on to answer or to suggest.

    `signals` weigh the opinions on each entry; `bias` and `evidence` turn what is known about the
    first entry into the probability that it is right.
    """

    signals: dict[str, float]
    bias: float
    evidence: dict[str, float]
    answer: float
    suggest: float
    learned_on: date
    learned_from: str


def load_thresholds(path: Path | None = None) -> Thresholds:
    """Read learned numbers from a file, or those that come with the software."""
    return _shipped() if path is None else _parse(path.read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _shipped() -> Thresholds:
    return _parse(files("faq").joinpath("data", "thresholds.yaml").read_text(encoding="utf-8"))


def _parse(text: str) -> Thresholds:
    raw: Mapping[str, Any] = yaml.safe_load(text)
    return Thresholds(
        signals={str(name): float(weight) for name, weight in raw["signals"].items()},
        bias=float(raw["bias"]),
        evidence={str(name): float(weight) for name, weight in raw["evidence"].items()},
        answer=float(raw["answer"]),
        suggest=float(raw["suggest"]),
        learned_on=date.fromisoformat(str(raw["learned_on"])),
        learned_from=str(raw["learned_from"]),
    )


def save_thresholds(thresholds: Thresholds, path: Path) -> None:
    """Write learned numbers to a file that a person can read."""
    content = {
        "learned_on": thresholds.learned_on.isoformat(),
        "learned_from": thresholds.learned_from,
        "answer": round(thresholds.answer, 4),
        "suggest": round(thresholds.suggest, 4),
        "signals": {name: round(weight, 4) for name, weight in thresholds.signals.items()},
        "bias": round(thresholds.bias, 4),
        "evidence": {name: round(weight, 4) for name, weight in thresholds.evidence.items()},
    }
    head = "# Learned by `make thresholds`; do not edit by hand.\n"
    path.write_text(head + yaml.safe_dump(content, sort_keys=False, allow_unicode=True), "utf-8")
