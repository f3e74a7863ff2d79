"""What was learned about deciding: the weight of each signal, and how sure is sure enough.

The numbers live in `data/thresholds.yaml` with the date of their learning; `faq.calibrate` learns
them anew when the FAQ changes.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache
from importlib.resources import files
from math import exp
from pathlib import Path
from typing import Any, Final

import yaml

__all__ = ["Belief", "Thresholds", "load_thresholds", "save_thresholds"]

_STEEPEST: Final = 30.0


@dataclass(frozen=True)
class Belief:
    """A logistic regression: what each piece of evidence weighs."""

    bias: float
    weights: dict[str, float]

    def chance(self, found: Mapping[str, float]) -> float:
        """Give the probability, 0 to 1, from the evidence by name."""
        strength = self.bias + sum(weight * found[name] for name, weight in self.weights.items())
        return 1 / (1 + exp(-min(max(strength, -_STEEPEST), _STEEPEST)))


@dataclass(frozen=True)
class Thresholds:
    """How to weigh the signals, and from which probability on to answer or to suggest.

    `signals` weigh the opinions on each entry; `first` gives the probability that the first entry
    is right, which `answer` is compared with, and `menu` that one of the first three is, for
    `suggest`.
    """

    signals: dict[str, float]
    first: Belief
    menu: Belief
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
        first=_belief(raw["first"]),
        menu=_belief(raw["menu"]),
        answer=float(raw["answer"]),
        suggest=float(raw["suggest"]),
        learned_on=date.fromisoformat(str(raw["learned_on"])),
        learned_from=str(raw["learned_from"]),
    )


def _belief(raw: Mapping[str, Any]) -> Belief:
    weights = {str(name): float(weight) for name, weight in raw["weights"].items()}
    return Belief(float(raw["bias"]), weights)


def _plain(belief: Belief) -> dict[str, Any]:
    weights = {name: round(weight, 4) for name, weight in belief.weights.items()}
    return {"bias": round(belief.bias, 4), "weights": weights}


def save_thresholds(thresholds: Thresholds, path: Path) -> None:
    """Write learned numbers to a file that a person can read."""
    content = {
        "learned_on": thresholds.learned_on.isoformat(),
        "learned_from": thresholds.learned_from,
        "answer": round(thresholds.answer, 4),
        "suggest": round(thresholds.suggest, 4),
        "signals": {name: round(weight, 4) for name, weight in thresholds.signals.items()},
        "first": _plain(thresholds.first),
        "menu": _plain(thresholds.menu),
    }
    head = "# Learned by `make thresholds`; do not edit by hand.\n"
    path.write_text(head + yaml.safe_dump(content, sort_keys=False, allow_unicode=True), "utf-8")
