"""What a check says about an entry."""

from dataclasses import dataclass

__all__ = ["Finding"]


@dataclass(frozen=True)
class Finding:
    """One thing to correct: in which entry (or document), against which rule, and what it is."""

    entry_id: str
    rule: str
    message: str

    def __str__(self) -> str:
        return f"{self.entry_id}: {self.rule}: {self.message}"
