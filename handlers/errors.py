"""Expected refusals."""

from __future__ import annotations

from typing import Any


class RuleError(Exception):
    """A rule says no; ``key`` names the sentence that tells the person why and what to do."""

    def __init__(self, key: str, **params: Any) -> None:
        super().__init__(key)
        self.key = key
        self.params = params
