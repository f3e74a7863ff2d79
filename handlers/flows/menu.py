"""The main menu: what a person may do, by role, at most six choices a page."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import (
    HEADS,
    OFFICIALS,
    Flow,
    Option,
    Outcome,
    ask_again,
    choose,
    go,
    option,
    say,
)

flow = Flow(
    "menu",
    triggers=(
        *("chao", "xin chao", "alo", "hello", "hi", "chao em", "chao xa", "ad", "ad oi", "em oi"),
        *("hello shop", "chao shop", "alo shop", "shop oi", "chao ad", "hello ad", "alo ad"),
        *("chao ban", "hello em", "alo em", "chao can bo", "co ai khong", "alo co ai khong"),
    ),
    asked=("whose", "unsettled"),
)

_CHOICES: tuple[tuple[str, frozenset[str]], ...] = (
    ("create_session", OFFICIALS),
    ("list_submissions", OFFICIALS),
    ("session_overview", OFFICIALS),
    ("announce", OFFICIALS),
    ("export_files", OFFICIALS),
    ("approve_heads", OFFICIALS),
    ("faq_entries", OFFICIALS),
    ("register_attendees", HEADS),
    ("attendee_list", HEADS),
    ("ask_on_behalf", HEADS),
    ("forward_notice", HEADS),
    ("new_question", frozenset({"household", "village_head"})),
    ("session_info", frozenset({"household", "village_head"})),
    ("send_petition", frozenset({"household", "village_head"})),
    ("my_submissions", frozenset({"household", "village_head"})),
    ("official_contact", frozenset({"household", "village_head"})),
)
"""Flows in the order in which they are offered, and who is offered them."""


@flow.entry
async def show(turn: Turn) -> Outcome:
    """Greet, or ask what else, with the choices of the person's roles."""
    key = "menu-more" if turn.data.pop("again", False) else "menu-ask"
    says = (say("menu-greeting"),) if turn.data.pop("greeting", False) else ()
    if turn.neighbour:
        says = (*says, say("other-speaks", name=turn.neighbour["name"]))
    return choose("pick", key, *_options(turn), says=says)


@flow.step
async def pick(turn: Turn) -> Outcome:
    """Start the chosen flow."""
    return go(turn.choice) if turn.choice else ask_again()


def _options(turn: Turn) -> tuple[Option, ...]:
    roles = turn.roles
    if roles & (OFFICIALS | HEADS):
        roles = roles & (OFFICIALS | HEADS)
    return tuple(option(name, f"menu-{name}") for name, allowed in _CHOICES if roles & allowed)
