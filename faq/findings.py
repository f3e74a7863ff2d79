"""What a check says about an entry."""

from dataclasses import dataclass

__all__ = ["Finding"]


@dataclass(frozen=True)
class Finding:
    """One thing to correct: in which entry (or document), against which rule, and what it is.

    `advice` is only a doubt: somebody should look, and may leave it as it is. For readers of
    another language than that of `message`: `part` is the part of the entry, `about` what is wrong
    there, in the entry's own words, ids and figures.
    """

    entry_id: str
    rule: str
    message: str
    advice: bool = False
    part: str = ""
    about: str = ""

    def __str__(self) -> str:
        text = f"{self.entry_id}: {self.rule}: {self.message}"
        return f"{text} (advice)" if self.advice else text
