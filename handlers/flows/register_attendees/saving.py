"""Those who were read back are written down: they know, and nobody who asked is passed over."""

from __future__ import annotations

from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Outcome, ask, option
from handlers.flows.register_attendees.reading import ask_more, compare
from handlers.flows.register_attendees.result import newcomer, said_of
from handlers.services import attendees, registrations


def ask_told(turn: Turn, key: str = "reg-ask-told") -> Outcome:
    """Whether each person knows."""
    lines = turn.data["lines"]
    return ask(
        "told",
        f"{key}-one" if len(lines) == 1 else key,
        option("told", "reg-told"),
        option("not_yet", "reg-not-yet"),
        option("leave", "option-cancel"),
        name=lines[0]["name"],
    )


async def save(turn: Turn) -> Outcome:
    """Write them down; ask first when their seats are asked for by others."""
    data = turn.data
    try:
        made = await registrations.register_many(
            turn.work,
            data["dialogue_session_id"],
            data["village_id"],
            [newcomer(line) for line in data["lines"]],
            source=attendees.SOURCE_HEAD,
            told_statement=True,
            passing_over=data.get("passing_over", 0),
        )
    except RuleError as refused:
        if refused.key == "registration-requests-open":
            data["asking"] = refused.params["count"]
            return _ask_over(turn, refused)
        if refused.key != "registration-same-person":
            raise
        return await compare(turn)  # somebody else wrote the name down meanwhile
    data.pop("passing_over", None)  # that was said of these people, not of the next
    return ask_more(turn, await said_of(turn, made))


def _ask_over(turn: Turn, refused: RuleError) -> Outcome:
    return ask(
        "over",
        "reg-over-requests",
        option("decide", "reg-over-decide"),
        option("yes", "reg-over-yes"),
        option("leave", "option-cancel"),
        village=turn.data["village"],
        **refused.params,
    )
