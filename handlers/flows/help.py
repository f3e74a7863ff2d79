"""``0`` on every screen: always the same three choices."""

from __future__ import annotations

from handlers import after_words
from handlers.context import Turn
from handlers.flow import Flow, Outcome, choose, done, go, option, say
from handlers.parsing import LOST, YES

_SORRY = (after_words.UNCLEAR, after_words.LONG, after_words.WRONG)

_CALLED = ("ba", "ong", "bac", "co", "chu", "tui", "minh", "chau", "con")
"""How people call themselves, beside "tôi" and "em"."""

flow = Flow(
    "help",
    triggers=(
        *("khong hieu", "ko hieu", "k hieu", "chua hieu", "toi khong hieu", "em khong hieu"),
        *("giup toi", "giup toi voi", "giup em", "giup em voi", "huong dan toi", "chi toi voi"),
        *("huong dan toi voi", "huong dan em voi", "sao nua", "gio sao", "roi sao", "roi sao nua"),
        *(f"giup {me}{voi}" for me in _CALLED for voi in ("", " voi")),
        *("lam sao nua", "gio lam sao", "roi lam sao", "la sao", "sao vay"),
    ),
    phrases=(LOST, *_SORRY),
)


@flow.entry
async def show(turn: Turn) -> Outcome:
    """Offer to go on, the main menu, or a person; comfort who does not know what to answer."""
    meant = turn.data.pop("meant", None)
    if meant == LOST:
        return done("help-lost")  # what waits is asked again
    return choose(
        "pick",
        "help-ask",
        option("continue", "help-continue", means=(YES,)),
        option("menu", "help-menu"),
        option("official_contact", "help-official"),
        says=(say("help-sorry"),) if meant in _SORRY else (),
    )


@flow.step
async def pick(turn: Turn) -> Outcome:
    """Do what was chosen; going on shows the question that waits below."""
    if turn.choice == "official_contact":
        return go("official_contact")
    return done(menu=turn.choice == "menu")
