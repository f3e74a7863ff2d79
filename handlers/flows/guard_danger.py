"""Danger cannot wait for office hours: numbers to call at once, and the officials are alerted.

Then one question, which may be left unanswered: a number to call back, or the words alone. Words
that denounce somebody at the same time are kept nowhere, nor is what is added to them; the wish to
be contacted goes without them.
"""

from __future__ import annotations

from faq import guards
from faq.guards import Danger
from handlers.context import Turn
from handlers.flow import (
    Flow,
    Outcome,
    Say,
    ask,
    ask_again,
    done,
    go,
    option,
    preceded,
    say,
    unwritten,
)
from handlers.messages import MAX_TEXT
from handlers.parsing import NO, yes_no
from handlers.reply_words import SEND
from handlers.services import alerts, callback, codes, contact, people, places, submissions
from handlers.services.introduction import Introduction
from storage.models import AskedFor, ConsentPurpose, SubmissionKind

flow = Flow(
    "guard_danger",
    draft=("text", "files", "left"),
    asked=("text", "files", "left", "phone", "caller"),
    urgent=True,
)

_CONSENT = "danger-4"
"""Of the wording ``danger-consent``: to number and name, for this call. Words that tell of danger
are kept because of the danger; sending them is a yes to nothing else."""


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """The fixed reply; the officials learn village and kind, not the words.

    Who writes again before having answered adds to what they wrote; a number that comes after
    the words were sent goes with them.
    """
    if "late" in turn.data:
        return await _late_number(turn)
    kind = guards.danger_kind(turn.text) or Danger.VIOLENCE
    turn.data["kind"] = kind.value
    tells = guards.tells_denunciation(turn.text)
    turn.data["told"] = tells or turn.data.get("told", False)
    gone = _told_gone(turn)
    if not turn.data["told"]:
        _add_words(turn)
        _add_files(turn)
        await _hear_place(turn)
    turn.data["faq"] = turn.match is not None and turn.match.decision == "answer"
    says = [say(f"danger-{kind.value}"), *await _duty(turn)]
    village_id = _village(turn)
    if kind is Danger.FEAR:
        says.append(say("danger-fear-untold"))  # who is feared may hear of it
    elif await alerts.danger(turn.work, turn.person, kind.value, village_id):
        says.append(say("danger-alerted" if village_id else "danger-alerted-nowhere"))
    says += gone
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
    return named or turn.home_id


async def _duty(turn: Turn) -> tuple[Say, ...]:
    where = await contact.of(turn.work, turn.person.commune_id)
    return (say("danger-duty", phone=where.phone),) if where.phone else ()


def _offer(turn: Turn, *says: Say) -> Outcome:
    """The one question: a number to call back; or one of the choices."""
    bare = turn.data["told"] or not (turn.data.get("text") or turn.data.get("files"))
    faq = option("faq", "danger-faq")
    return ask(
        "pick",
        "danger-call-choose" if bare else "danger-choose",
        option("send", "danger-call" if bare else "danger-send", means=(SEND,)),
        *((faq,) if turn.data["faq"] and not bare else ()),
        option("menu", "danger-skip", means=(NO,)),
        files=True,
        says=says,
    )


def _is_gone(turn: Turn) -> bool:
    """Whether the words went after a silence, which the person does not know yet."""
    return turn.data.get("text") == ""


def _told_gone(turn: Turn) -> tuple[Say, ...]:
    return (say("words-gone-short"),) if _is_gone(turn) else ()


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
    if turn.choice == "send" and _is_gone(turn):
        del turn.data["text"]
        return _offer(turn, say("words-gone"))
    if turn.choice == "menu":
        return done(menu=True)
    if turn.choice is None:
        left = callback.read(turn.text)
        if left is None:
            return await _more_words(turn)
        return _ask_consent(turn, left)
    return await _send_at_once(turn)


async def _late_number(turn: Turn) -> Outcome:
    """A number alone, right after an urgent case without one."""
    case, left = await callback.case_of(turn.work), callback.read(turn.text)
    if case is None or left is None:
        return done(menu=True)
    turn.data |= {"sent": case.id, "told": False}
    code = codes.shown(case.code)
    return preceded(_ask_consent(turn, left), say("danger-number-late", code=code))


def _ask_consent(turn: Turn, left: callback.Callback) -> Outcome:
    """Nothing of a number or a name is kept before the yes."""
    words = "" if turn.data["told"] else turn.text
    gone = _told_gone(turn)
    turn.data["left"] = [left.phone, left.name, words]
    return ask(
        "number_consent",
        "danger-consent",
        option("yes", "danger-consent-yes"),
        option("no", "danger-consent-no"),
        private=True,
        says=gone,
        phone=left.phone,
    )


@flow.step
async def number_consent(turn: Turn) -> Outcome:
    """Send with number and name after a yes; another number is asked about anew."""
    said = {"yes": True, "no": False}.get(turn.choice or "", yes_no(turn.text))
    if said is None:
        left = callback.read(turn.text)
        return _ask_consent(turn, left) if left is not None else ask_again("consent-again")
    if "sent" in turn.data:
        return await _add_number(turn, said=said)
    if not turn.data["left"]:
        return _offer(turn, say("words-gone"))
    phone, name, words = turn.data.pop("left")
    if not said:
        return _offer(turn, say("danger-consent-refused"))
    turn.data["phone"], turn.data["caller"] = phone, name
    if name is None and any(letter.isalpha() for letter in words):
        _add_words(turn, words)
    return await _send_at_once(turn)


async def _add_number(turn: Turn, *, said: bool) -> Outcome:
    """The number goes to the case that was sent; where that was is perhaps still asked."""
    phone, name, _ = turn.data.pop("left") or (None, None, "")
    if not said or phone is None:
        told = say("danger-consent-refused" if phone else "words-gone-short")
    else:
        left = callback.Callback(phone, name)
        case = await alerts.numbered(turn.work, turn.data["sent"], left, turn.person)
        told = say("danger-number-added", phone=phone, code=codes.shown(case.code))
    if "late" in turn.data:
        return done(told)
    return preceded(await place.ask_village(turn), told)


def _not_kept(turn: Turn) -> Outcome:
    """Once somebody was denounced, what follows may go on with it."""
    return _offer(turn, unwritten("danger-more-not-kept"))


async def _more_words(turn: Turn) -> Outcome:
    """Who is in need writes in pieces; but what the FAQ answers is another matter."""
    if turn.data["told"]:
        return _not_kept(turn)
    if turn.match is not None and turn.match.decision == "answer":
        return ask_again()
    gone = _told_gone(turn)
    _add_words(turn)
    await _hear_place(turn)
    return _offer(turn, *gone, say("danger-added", kind=turn.data["kind"]))


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
    return preceded(await place.ask_village(turn), *sent)


async def _send(turn: Turn) -> tuple[Say, ...]:
    data = turn.data
    phone, name = data.get("phone"), data.get("caller")
    gone = _told_gone(turn)
    text = data.get("text") or turn.say("danger-call-words")
    if phone and turn.neighbour:  # the owner's own number stays as it is
        text = turn.say("danger-neighbour-number", {"text": text, "phone": phone})
    elif phone:
        call = ConsentPurpose.CALL_BACK
        await people.give_consent(turn.work, turn.person, call, version=_CONSENT)
        callback.keep(turn.work, turn.person, phone)
    row = await submissions.receive(
        turn.work,
        kind=SubmissionKind.FEEDBACK,
        text=text,
        commune_id=data["commune_id"],
        village_id=data["village_id"],
        asker=turn.person,
        asker_name=name or turn.called,
        anonymous=not phone,
        files=[submissions.file_of(one) for one in data.get("files", ())],
        danger=data["kind"],
        asked_for=AskedFor.HOUSEHOLD if turn.neighbour else None,
    )
    data["sent"] = row.id
    for name in flow.draft:  # nothing waits any more
        data.pop(name, None)
    code = codes.shown(row.code)
    if phone:
        return (*gone, say("danger-sent-call", code=code, phone=phone, kind=data["kind"]))
    return (*gone, say("danger-sent", code=code, kind=data["kind"]))


async def _placed(turn: Turn) -> Outcome:
    """The village is known, or it is elsewhere."""
    if not turn.neighbour:
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


@flow.step
async def village(turn: Turn) -> Outcome:
    """The village; or, once the words are on their way, a number to call after all."""
    left = callback.read(turn.text) if turn.choice is None and "sent" in turn.data else None
    return _ask_consent(turn, left) if left is not None else await place.village(turn)
