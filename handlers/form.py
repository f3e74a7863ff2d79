"""Questions asked one after another: a flow that wants several things to be known."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from dataclasses import dataclass
from typing import Any

from handlers.context import Turn
from handlers.flow import Flow, Outcome, StepFunction


@dataclass(frozen=True, slots=True)
class Field:
    """One question of a :class:`Form`.

    ``parse(turn)`` gives the value to keep, or an outcome that asks again.
    ``ask(turn)`` gives the prompt's key, params and options.
    """

    name: str
    ask: Callable[[Turn], Awaitable[Outcome]]
    parse: Callable[[Turn], Awaitable[Any]]
    wanted: Callable[[Mapping[str, Any]], bool] = lambda _data: True


class Form:
    """Ordered questions that expand into steps ``<name>`` of *flow*, ending in *finish*.

    ``finish(turn)`` runs once all wanted fields are in ``turn.data``; it usually reads them back.
    A field that is already in the data is not asked, so "Sửa" clears one and runs the form again.
    """

    def __init__(self, flow: Flow, fields: tuple[Field, ...], finish: StepFunction) -> None:
        self._fields = fields
        self._finish = finish
        for one in fields:
            flow.steps[one.name] = self._step(one)

    async def next(self, turn: Turn) -> Outcome:
        """Ask the first wanted field that is not known yet, or finish."""
        for one in self._fields:
            if one.name not in turn.data and one.wanted(turn.data):
                return await one.ask(turn)
        return await self._finish(turn)

    def _step(self, one: Field) -> StepFunction:
        async def answer(turn: Turn) -> Outcome:
            value = await one.parse(turn)
            if isinstance(value, Outcome):
                return value
            turn.data[one.name] = value
            return await self.next(turn)

        return answer
