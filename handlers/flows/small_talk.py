"""A greeting, thanks, abuse, chatter, keyboard noise: answered kindly, filed nowhere.

An angry message that tells of something as well may be passed on as feedback.
"""

from __future__ import annotations

from faq.guards import SmallTalk, small_talk
from handlers.context import Turn
from handlers.flow import Flow, Outcome, choose, done, go, option, say
from handlers.parsing import NO, YES

flow = Flow(
    "small_talk",
    asked=("text",),
    triggers=(
        "cam on",
        "cam on em",
        "cam on nhe",
        "cam on nhieu",
        "xin cam on",
        "thank you",
        "thanks",
        "ok",
        "ok em",
        "oke",
        "okie",
        "u",
        "uh",
        "uhm",
        "da",
        "vang",
        "da vang",
        "tam biet",
    ),
)

_READY = "ready"
"""For "ok" and "dạ": nothing was thanked for."""


_TELLS_SOMETHING = 9
"""Syllables from which anger has a reason in it."""


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Be polite, and show again what waits."""
    told = turn.data.get("text", "")
    kind = turn.data.get("kind") or small_talk(turn.text) or _READY
    if kind == SmallTalk.ABUSE and len(told.split()) >= _TELLS_SOMETHING:
        return choose(
            "pass_on",
            "small-talk-complaint-ask",
            option("tell", "small-talk-complaint-tell", means=(YES,)),
            option("official", "help-official"),
            option("leave", "small-talk-complaint-leave", means=(NO,)),
            says=(say("small-talk-complaint"),),
        )
    return done(f"small-talk-{kind}")


@flow.step
async def pass_on(turn: Turn) -> Outcome:
    """The words go to the officials as feedback, a person is wanted, or neither."""
    if turn.choice == "tell" and not turn.data["text"]:
        return go("new_question")
    if turn.choice == "tell":
        return go("send_submission", kind="feedback", text=turn.data["text"], files=[])
    return go("official_contact") if turn.choice == "official" else done(menu=True)
