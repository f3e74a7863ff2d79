"""A person to talk to: whom to call and when, and a message left for the officials."""

from __future__ import annotations

from handlers import offices, phrases, sent_words
from handlers.context import Turn
from handlers.flow import Flow, Outcome, Say, ask, done, go, option, say
from handlers.parsing import yes_no
from handlers.services import contact
from handlers.services.contact import Contact

flow = Flow(
    "official_contact",
    triggers=(
        *("gap nguoi that", "noi chuyen voi nguoi"),
        *("so dien thoai can bo", "so dien thoai can bo la may", "sdt can bo", "cho so can bo"),
        *("cho xin so can bo", "so can bo", "so dien thoai xa", "so dien thoai cua xa"),
    ),
    phrases=(phrases.CALL, offices.OFFICE_PHONE, sent_words.SENDING),
)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Phone and hours, then: leave a message? The number of another office, where it is known."""
    if turn.data.get("meant") == sent_words.SENDING:
        return _ask_words("contact-send")
    where = await contact.of(turn.work, turn.person.commune_id)
    if turn.data.get("meant") == offices.OFFICE_PHONE:
        return _office(turn, where)
    told = _of_commune(where)
    if "meant" in turn.data and any(letter.isdigit() for letter in turn.text):
        return go("send_submission", says=(told,), text=turn.text, files=[])
    return ask("message", "contact-leave", option("no", "contact-no"), says=(told,), files=True)


def _ask_words(key: str) -> Outcome:
    return ask("message", key, option("no", "contact-no"), files=True)


def _of_commune(where: Contact) -> Say:
    if where.phone:
        return say("contact-phone", phone=where.phone, hours=where.hours)
    return say("contact-hours", hours=where.hours)


def _office(turn: Turn, where: Contact) -> Outcome:
    """The number that was asked for; unknown, it is said so, and whom to ask instead."""
    asked = offices.asked_phone(turn.text) or ""
    name, phone = turn.say(f"office-{asked.replace('_', '-')}"), where.offices.get(asked)
    if phone is not None:
        return done("contact-office", name=name, phone=phone)
    says = (say("contact-office-unknown", name=name), _of_commune(where))
    return ask("message", "contact-leave", option("no", "contact-no"), says=says, files=True)


@flow.step
async def message(turn: Turn) -> Outcome:
    """The words go to the officials as they are."""
    if turn.choice == "no" or (not turn.files and yes_no(turn.text) is False):
        return done()
    sends = yes_no(turn.text) is True or sent_words.meant(turn.text) == sent_words.SENDING
    if not turn.files and sends:
        return _ask_words("contact-tell")
    files = [file.to_json() for file in turn.files]
    return go("send_submission", text=turn.text, files=files)
