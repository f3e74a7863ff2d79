"""Which entry of the FAQ an official means: searched in free words, shared by their flows."""

from __future__ import annotations

from collections.abc import Iterable

from faq.entries import FaqEntry
from faq.explain import explain
from handlers.context import Turn
from handlers.flow import Flow, Option, Outcome, Say, StepFunction, ask, ask_again, option, say
from handlers.parsing import tells_something
from handlers.services import faq_entries
from handlers.services.faq_entries import Line

_SHOWN_WORDS = 12


class WhichEntry:
    """Steps of *flow* that settle an entry by search, then run *then*.

    ``turn.data["entry"]`` gets its id, ``turn.data["asked"]`` the words that found it. Where
    entries are offered, other words may be typed instead.
    """

    def __init__(self, flow: Flow, then: StepFunction, *, question: str = "faq-ask-search") -> None:
        self._then = then
        self._question = question
        flow.steps["entry_words"] = self._searched
        flow.steps["entry_pick"] = self._picked

    def start(self) -> Outcome:
        """Ask for a few words."""
        return ask("entry_words", self._question)

    async def _searched(self, turn: Turn) -> Outcome:
        if not tells_something(turn.text):
            return ask_again("faq-search-words")
        found = await faq_entries.search(turn.work, turn.text)
        if not found:
            return ask_again("faq-search-none")
        turn.data["asked"] = turn.text
        return ask("entry_pick", "faq-search-which", *options(turn, found), count=len(found))

    async def _picked(self, turn: Turn) -> Outcome:
        if turn.choice is None:
            return await self._searched(turn)
        turn.data["entry"] = turn.choice
        return await self._then(turn)


def options(turn: Turn, lines: Iterable[Line]) -> list[Option]:
    """Entries to choose from, each with its state of review."""
    return [
        option(
            line.record.id,
            label=turn.say(
                f"faq-line-{line.record.review.value}", {"question": line.entry.question}
            ),
        )
        for line in lines
    ]


def why(text: str, entry: FaqEntry) -> Say:
    """What a text and an entry have in common."""
    found = explain(text, entry)
    shared = [*found.words, *found.told][:_SHOWN_WORDS]
    if not shared:
        return say("faq-why-nothing")
    return say("faq-why", wording=found.wording, words=", ".join(shared))
