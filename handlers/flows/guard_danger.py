"""Danger cannot wait for office hours: numbers to call at once, and the officials are alerted.

Then one question, which may be left unanswered: a number to call back, or the words alone. Words
that denounce somebody at the same time are kept nowhere, nor is what is added to them; the wish to
be contacted goes without them.
"""

from __future__ import annotations

from dataclasses import replace

from faq import guards
from faq.guards import Danger
from handlers.context import Turn
from handlers.flow import Flow, Outcome, Say, ask, ask_again, done, go, option, say, unwritten
from handlers.messages import MAX_TEXT
from handlers.parsing import NO, yes_no
from handlers.services import alerts, callback, codes, contact, people, places, submissions
from handlers.services.introduction import Introduction
from storage.models import SubmissionKind

flow = Flow("guard_danger")

_CONSENT = "danger-3"
"""Wordings: sending the message is the yes to it; a number and a name have ``danger-consent``."""


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """The fixed reply; the officials learn village and kind, not the words.

    Who writes again before having answered adds to what they wrote.
    """
    kind = guards.danger_kind(turn.text) or Danger.VIOLENCE
    turn.data["kind"] = kind.value
    tells = guards.tells_denunciation(turn.text)
    turn.data["told"] = tells or turn.data.get("told", False)
    if not turn.data["told"]:
        _add_words(turn)
        _add_files(turn)
        await _hear_place(turn)
    turn.data["faq"] = turn.match is not None and turn.match.decision == "answer"
    says = [say(f"danger-{kind.value}"), *await _duty(turn)]
    village_id = _village(turn)
    if await alerts.danger(turn.work, turn.person, kind.value, village_id):
        says.append(say("danger-alerted" if village_id else "danger-alerted-nowhere"))
    if turn.data["told"]:
        says.append(unwritten("danger-not-kept" if tells else "danger-more-not-kept"))
    return _offer(turn, *says)


async def _hear_place(turn: Turn) -> None:
    """Note the village that the words name: who is in need is not asked for it again."""
    commune_id = turn.person.commune_id
    found = await places.village_in(turn.work, commune_id, turn.text) if commune_id else None
    if found is not None:
        turn.data["named"] = found.id


def _village(turn: Turn) -> int | None:
    """Where it happens, as far as that is known."""
    named: int | None = turn.data.get("named")
    return named or turn.person.village_id


async def _duty(turn: Turn) -> tuple[Say, ...]:
    where = await contact.of(turn.work, turn.person.commune_id)
    return (say("danger-duty", phone=where.phone),) if where.phone else ()


def _offer(turn: Turn, *says: Say) -> Outcome:
    """The one question: a number to call back; or one of the choices."""
    told = turn.data["told"]
    faq = option("faq", "danger-faq")
    return ask(
        "pick",
        "danger-call-choose" if told else "danger-choose",
        option("send", "danger-call" if told else "danger-send"),
        *((faq,) if turn.data["faq"] and not told else ()),
        option("menu", "danger-skip", means=(NO,)),
        files=True,
        says=says,
    )


def _add_words(turn: Turn, words: str | None = None) -> None:
    kept, words = turn.data.get("text", ""), words or turn.text
    if words not in kept.splitlines():
        turn.data["text"] = f"{kept}\n{words}".strip()[-MAX_TEXT:]


def _add_files(turn: Turn) -> None:
    files = turn.data.get("files", [])
    turn.data["files"] = [*files, *(file.to_json() for file in turn.files)]


@flow.step
async def pick(turn: Turn) -> Outcome:
    """Send the words, with a number to call back or without."""
    if turn.files and turn.data["told"]:
        return _not_kept(turn)
    if turn.files:
        _add_files(turn)
        if turn.text:
            _add_words(turn)
        return _offer(turn, say("file-added"))
    if turn.choice == "faq":
        return go("ask_question", text=turn.data["text"], files=turn.data["files"])
    if turn.choice == "menu":
        return done(menu=True)
    if turn.choice is None:
        left = callback.read(turn.text)
        if left is None:
            return await _more_words(turn)
        return _ask_consent(turn, left)
    return await _send_at_once(turn)


def _ask_consent(turn: Turn, left: callback.Callback) -> Outcome:
    """Nothing of a number or a name is kept before the yes."""
    words = "" if turn.data["told"] else turn.text
    turn.data["left"] = [left.phone, left.name, words]
    return ask(
        "number_consent",
        "danger-consent",
        option("yes", "danger-consent-yes"),
        option("no", "danger-consent-no"),
        private=True,
        phone=left.phone,
    )


@flow.step
async def number_consent(turn: Turn) -> Outcome:
    """Send with number and name after a yes; another number is asked about anew."""
    said = {"yes": True, "no": False}.get(turn.choice or "", yes_no(turn.text))
    if said is None:
        left = callback.read(turn.text)
        return _ask_consent(turn, left) if left is not None else ask_again("consent-again")
    phone, name, words = turn.data.pop("left")
    if not said:
        return _offer(turn, say("danger-consent-refused"))
    turn.data["phone"], turn.data["caller"] = phone, name
    if name is None and any(letter.isalpha() for letter in words):
        _add_words(turn, words)
    return await _send_at_once(turn)


def _not_kept(turn: Turn) -> Outcome:
    """Once somebody was denounced, what follows may go on with it."""
    return _offer(turn, unwritten("danger-more-not-kept"))


async def _more_words(turn: Turn) -> Outcome:
    """Who is in need writes in pieces; but what the FAQ answers is another matter."""
    if turn.data["told"]:
        return _not_kept(turn)
    if turn.match is not None and turn.match.decision == "answer":
        return ask_again()
    _add_words(turn)
    await _hear_place(turn)
    return _offer(turn, say("danger-added", kind=turn.data["kind"]))


async def _send_at_once(turn: Turn) -> Outcome:
    """Nothing is asked before the words are on their way but a commune that is not known."""
    if turn.person.commune_id is None:
        return await place.next(turn)
    turn.data |= {
        "commune_id": turn.person.commune_id,
        "village_id": _village(turn),
        "name": None,
    }
    sent = await _send(turn)
    if turn.data["village_id"] is not None:
        return done(*sent)
    asked = await place.ask_village(turn)
    return replace(asked, says=(*sent, *asked.says))


async def _send(turn: Turn) -> tuple[Say, ...]:
    data = turn.data
    await people.give_consent(turn.work, turn.person, version=_CONSENT)
    phone, name = data.get("phone"), data.get("caller")
    if phone:
        callback.keep(turn.work, turn.person, phone)
    row = await submissions.receive(
        turn.work,
        kind=SubmissionKind.FEEDBACK,
        text=data.get("text") or turn.say("danger-call-words"),
        commune_id=data["commune_id"],
        village_id=data["village_id"],
        asker=turn.person,
        asker_name=name or turn.person.display_name,
        anonymous=phone is None,
        files=[submissions.file_of(one) for one in data.get("files", ())],
        danger=data["kind"],
    )
    data["sent"] = row.id
    code = codes.shown(row.code)
    if phone:
        return (say("danger-sent-call", code=code, phone=phone, kind=data["kind"]),)
    return (say("danger-sent", code=code, kind=data["kind"]),)


async def _placed(turn: Turn) -> Outcome:
    """The village is known, or it is elsewhere."""
    people.remember(
        turn.person,
        commune_id=turn.data["commune_id"],
        village_id=turn.data["village_id"],
        name=None,
    )
    if "sent" not in turn.data:
        return done(*await _send(turn))
    if turn.data["village_id"] is None:
        return done(menu=True)
    await alerts.placed(turn.work, turn.data["sent"], turn.data["village_id"])
    return done("danger-village-told")


place = Introduction(flow, _placed, consent=False)
