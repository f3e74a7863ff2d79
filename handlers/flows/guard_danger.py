"""Danger cannot wait for office hours: numbers to call at once, and the officials are alerted.

Words that denounce somebody at the same time are kept nowhere: the alert leaves, and the person may
ask to be contacted.
"""

from __future__ import annotations

from handlers import guards
from handlers.context import Turn
from handlers.flow import Flow, Outcome, choose, done, go, option, say
from handlers.services import alerts, codes, contact, people, submissions
from handlers.services.introduction import Introduction
from storage.models import SubmissionKind

flow = Flow("guard_danger")

_CONSENT = "danger-1"
"""Wording of the choice that sends the message: pressing it is the yes."""


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """The fixed reply; the officials learn village and kind, not the words."""
    kind = guards.danger_kind(turn.text)
    told = guards.tells_denunciation(turn.text)
    if not told:
        turn.data["text"] = turn.text
        turn.data["files"] = [file.to_json() for file in turn.files]
    alerted = await alerts.danger(turn.work, turn.person, kind.value)
    where = await contact.of(turn.work, turn.person.commune_id)
    says = [say(f"danger-{kind.value}"), say("danger-numbers")]
    if where.phone:
        says.append(say("danger-duty", phone=where.phone))
    if alerted:
        says.append(say("danger-alerted"))
    if told:
        says.append(say("danger-not-kept"))
        return choose(
            "pick",
            "danger-call-choose",
            option("call", "danger-call"),
            option("menu", "help-menu"),
            says=tuple(says),
        )
    return choose(
        "pick",
        "danger-choose",
        option("send", "danger-send"),
        *((option("faq", "danger-faq"),) if turn.match and turn.match.decision != "none" else ()),
        option("menu", "help-menu"),
        says=tuple(says),
    )


async def _send(turn: Turn) -> Outcome:
    await people.give_consent(turn.work, turn.person, version=_CONSENT)
    people.remember(
        turn.person,
        commune_id=turn.data["commune_id"],
        village_id=turn.data["village_id"],
        name=None,
    )
    row = await submissions.receive(
        turn.work,
        kind=SubmissionKind.FEEDBACK,
        text=turn.data.get("text") or turn.say("danger-call-words"),
        commune_id=turn.data["commune_id"],
        village_id=turn.data["village_id"],
        asker=turn.person,
        asker_name=turn.person.display_name,
        anonymous=True,
        files=[submissions.file_of(one) for one in turn.data.get("files", ())],
    )
    return done("danger-sent", code=codes.shown(row.code))


place = Introduction(flow, _send, consent=False)


@flow.step
async def pick(turn: Turn) -> Outcome:
    """Send the words, or the wish to be contacted; only an unknown village is asked first."""
    if turn.choice in {"send", "call"}:
        return await place.next(turn)
    if turn.choice == "faq":
        return go("ask_question", text=turn.data["text"], files=turn.data["files"])
    return done(menu=True)
