"""A village head types the invitation code, or opens the bot by a link with it."""

from __future__ import annotations

from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Flow, Outcome, ask, ask_again, choose, done, option
from handlers.parsing import yes_no
from handlers.services import invitations
from storage.models import UnitLevel

flow = Flow(
    "join_role",
    triggers=("ma moi", "toi la truong thon", "nhap ma moi", "em la truong thon"),
    interruptible=False,
)


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Ask for the code, unless the link brought it."""
    code = turn.data.pop("code", None)
    if code is None:
        return ask("code", "join-ask-code")
    try:
        return await _checked(turn, code)
    except RuleError as refused:
        return done(refused.key, menu=True, **refused.params)


@flow.step
async def code(turn: Turn) -> Outcome:
    """Check what was typed; wrong ones are counted."""
    try:
        return await _checked(turn, turn.text)
    except RuleError as refused:
        if refused.key == "join-code-wrong":
            return ask_again(refused.key)
        return done(refused.key, menu=True)


async def _checked(turn: Turn, typed: str) -> Outcome:
    unit = await invitations.check(turn.work, turn.conversation, typed)
    turn.data |= {
        "code": invitations.normalised(typed),
        "village": unit.name,
        "official": unit.level is not UnitLevel.VILLAGE,
    }
    return ask(
        "consent",
        "join-ask-consent-official" if turn.data["official"] else "join-ask-consent",
        option("yes", "consent-yes"),
        option("no", "consent-no"),
        village=unit.name,
    )


@flow.step
async def consent(turn: Turn) -> Outcome:
    """Only after the yes the name is asked; a no leaves nothing behind."""
    agreed = turn.choice == "yes" if turn.choice else yes_no(turn.text)
    if agreed is None:
        return ask_again("consent-again")
    if not agreed:
        return done("join-declined", menu=True)
    turn.data["consented"] = True
    return _ask_name()


def _ask_name() -> Outcome:
    return ask("name", "join-ask-name")


@flow.step
async def name(turn: Turn) -> Outcome:
    """The name, read back before anything is written."""
    told = " ".join(turn.text.split())
    letters = sum(one.isalpha() for one in told)
    if letters < 2 or len(told) > invitations.LONGEST_NAME:  # noqa: PLR2004 - no name is shorter
        return ask_again("join-name-wrong")
    turn.data["name"] = told
    return choose(
        "confirm",
        "join-read-back-official" if turn.data["official"] else "join-read-back",
        option("send", "join-send"),
        option("edit", "join-edit"),
        option("drop", "join-drop"),
        name=told,
        village=turn.data["village"],
    )


@flow.step
async def confirm(turn: Turn) -> Outcome:
    """Send it to the officials; the role begins when one approves."""
    if turn.choice == "edit":
        return _ask_name()
    if turn.choice != "send":
        return done("join-dropped", menu=True)
    used = await invitations.use(
        turn.work,
        turn.conversation,
        turn.data["code"],
        turn.data["name"],
        consented=turn.data.get("consented", False),
    )
    return done("join-waiting" if used.approved_at is None else "join-done", menu=True)
