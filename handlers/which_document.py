"""Which legal document an official means: found by number or title, shared by their flows."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from handlers.context import Turn
from handlers.flow import (
    Flow,
    Option,
    Outcome,
    StepFunction,
    ask,
    ask_again,
    option,
    preceded,
    say,
)
from handlers.parsing import key
from handlers.services import law_facts, legal_documents
from storage.models import LegalRecord


class WhichDocument:
    """Steps ``<name>_words`` and ``<name>_pick`` of *flow* that settle a document, then *then*.

    ``turn.data[name]`` gets its id. *others* are choices beside typing a number; who takes one
    finds its value there.
    """

    def __init__(
        self,
        flow: Flow,
        then: StepFunction,
        *,
        name: str = "document",
        question: str = "law-ask-search",
        others: tuple[Option, ...] = (),
    ) -> None:
        self._then = then
        self._name = name
        self._question = question
        self._others = others
        flow.steps[f"{name}_words"] = self._searched
        flow.steps[f"{name}_pick"] = self._picked

    def start(self) -> Outcome:
        """Ask for the number or a few words of the title."""
        return ask(f"{self._name}_words", self._question, *self._others)

    async def find(self, turn: Turn, text: str) -> Outcome:
        """Go on with the only document that *text* names, or let one be chosen."""
        found = await legal_documents.search(turn.work, text)
        if len(found) == 1:
            turn.data[self._name] = found[0].id
            return await self._then(turn)
        return self._which(turn, found) or preceded(self.start(), say("law-search-none"))

    async def _searched(self, turn: Turn) -> Outcome:
        if turn.choice is not None:
            return await self._picked(turn)
        if not key(turn.text):
            return ask_again("faq-search-words")
        found = await legal_documents.search(turn.work, turn.text)
        return self._which(turn, found) or ask_again("law-search-none")

    def _which(self, turn: Turn, found: Sequence[LegalRecord]) -> Outcome | None:
        listed = options(turn, found)
        pick = f"{self._name}_pick"
        return ask(pick, "law-search-which", *listed, count=len(found)) if listed else None

    async def _picked(self, turn: Turn) -> Outcome:
        if turn.choice is None:
            return await self._searched(turn)
        turn.data[self._name] = turn.choice
        return await self._then(turn)


def options(turn: Turn, rows: Iterable[LegalRecord]) -> list[Option]:
    """Documents to choose from."""
    return [option(row.id, label=named(turn, row)) for row in rows]


def named(turn: Turn, row: LegalRecord) -> str:
    """A document by number and title, and whether it has ended."""
    return law_facts.named(turn.work, turn.person.language, row)
