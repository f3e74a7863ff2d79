"""``0`` on every screen: always the same three choices."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow, Outcome, choose, done, go, option

flow = Flow(
    "help",
    triggers=(
        *("khong hieu", "ko hieu", "k hieu", "chua hieu", "toi khong hieu", "em khong hieu"),
        *("giup toi", "giup toi voi", "giup em", "giup em voi", "huong dan toi", "chi toi voi"),
        *("huong dan toi voi", "huong dan em voi", "khong biet lam sao", "toi khong biet"),
    ),
)


@flow.entry
async def show(_turn: Turn) -> Outcome:
    """Offer to go on, the main menu, or a person."""
    return choose(
        "pick",
        "help-ask",
        option("continue", "help-continue"),
        option("menu", "help-menu"),
        option("official_contact", "help-official"),
    )


@flow.step
async def pick(turn: Turn) -> Outcome:
    """Do what was chosen; going on shows the question that waits below."""
    if turn.choice == "official_contact":
        return go("official_contact")
    return done(menu=turn.choice == "menu")
