"""Somebody puts right their village or name: read back with what follows, then changed."""

from __future__ import annotations

from handlers import speakers
from handlers.context import Turn
from handlers.flow import Flow, Outcome, Say, ask, ask_again, done, option, say
from handlers.parsing import NO, YES, gives_up, yes_no
from handlers.services import own_data, people, places
from handlers.services.told_names import name_in

flow = Flow(
    "correct_data",
    triggers=("sua thong tin", "sua thong tin cua toi", "sai thong tin", "doi thong tin"),
    phrases=(speakers.VILLAGE, speakers.NAME),
    asked=("name",),
    owners=True,
)

_MEANS = {"village": speakers.VILLAGE, "name": speakers.NAME}


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """What is to be corrected may be said already, and what it should be."""
    meant = turn.data.pop("meant", None)
    for what, meaning in _MEANS.items():
        if meant == meaning:
            to = speakers.told(turn.text, meaning) or turn.data.pop("to", None)
            return await _correct(turn, what, to)
    if turn.data.get("what"):
        return await _correct(turn, turn.data["what"], None)
    return ask(
        "what",
        "correct-what",
        option("village", "correct-village"),
        option("name", "correct-name"),
        option("leave", "option-cancel", means=(NO,)),
    )


@flow.step
async def what(turn: Turn) -> Outcome:
    """Village or name."""
    if turn.choice == "leave":
        return done("correct-kept")
    return await _correct(turn, turn.choice, None) if turn.choice else ask_again()


async def _correct(turn: Turn, what_: str, to: str | None) -> Outcome:
    if what_ == "name":
        if turn.person.display_name is None:
            return done("correct-no-name")
        return _name_told(turn, to) if to else _ask_name(turn)
    own_data.check_village(turn.person)
    if turn.person.village_id is None or turn.person.commune_id is None:
        return done("correct-no-village")
    return await _village_told(turn, to) if to else await _ask_village(turn)


# -- village --------------------------------------------------------------------------------------


async def _ask_village(turn: Turn, *says: Say) -> Outcome:
    villages = await turn.work.uow.units.villages(turn.person.commune_id or 0)
    options = [option(str(one.id), label=one.name) for one in villages]
    old = await _name_of(turn, turn.person.village_id)
    return ask("village", "correct-village-ask", *options, says=says, old=old)


@flow.step
async def village(turn: Turn) -> Outcome:
    """The village, from the menu or typed."""
    if turn.choice:
        return await _village_sure(turn, int(turn.choice))
    if _leaves(turn):
        return done("correct-kept")
    return await _village_told(turn, speakers.told(turn.text, speakers.VILLAGE) or turn.text)


async def _village_told(turn: Turn, typed: str) -> Outcome:
    found = await places.find_villages(turn.work, turn.person.commune_id or 0, typed)
    if len(found) == 1:
        return await _village_sure(turn, found[0].id)
    key = "village-which-one" if found else "village-unknown"
    return await _ask_village(turn, say(key))


async def _village_sure(turn: Turn, village_id: int) -> Outcome:
    """Read back what changes, and what goes with it."""
    new, old = await _name_of(turn, village_id), await _name_of(turn, turn.person.village_id)
    if village_id == turn.person.village_id:
        return done("correct-village-same", village=new)
    turn.data["village_id"] = village_id
    follows = await own_data.ahead(turn.work, turn.person)
    says: list[Say] = []
    if follows.open:
        says.append(say("correct-village-open", count=follows.open, new=new))
    if follows.asked:
        says.append(say("correct-village-seat", old=old, new=new))
    return _ask_sure("village_sure", "correct-village-sure", *says, old=old, new=new)


@flow.step
async def village_sure(turn: Turn) -> Outcome:
    """Change it, and tell what followed."""
    if turn.choice is None and not gives_up(turn.text):
        return ask_again()
    if turn.choice != "yes":
        return done("correct-kept")
    old = await _name_of(turn, turn.person.village_id)
    made = await own_data.correct_village(turn.work, turn.person, turn.data["village_id"])
    new = await _name_of(turn, turn.data["village_id"])
    says = [say("correct-village-done", new=new)]
    says += [say("correct-seat-asked", name=name_, new=new) for name_ in made.asked]
    says += [say("correct-seat-kept", name=name_, old=old) for name_ in made.kept]
    return done(*says)


async def _name_of(turn: Turn, village_id: int | None) -> str:
    found = await turn.work.uow.units.get(village_id) if village_id else None
    return found.name if found is not None else turn.say("village-elsewhere")


# -- name -----------------------------------------------------------------------------------------


def _ask_name(turn: Turn) -> Outcome:
    return ask("name", "correct-name-ask", private=True, old=turn.person.display_name or "")


@flow.step
async def name(turn: Turn) -> Outcome:
    """The name as typed."""
    if _leaves(turn):
        return done("correct-kept")
    told = name_in(turn)
    return _name_told(turn, told) if told else ask_again("name-unclear")


def _leaves(turn: Turn) -> bool:
    """ "Ủa thôi đúng rồi": what we hold is right after all."""
    return gives_up(turn.text) or yes_no(turn.text) is not None


def _name_told(turn: Turn, told: str) -> Outcome:
    turn.data["name"] = told
    old = turn.person.display_name or ""
    return _ask_sure("name_sure", "correct-name-sure", old=old, new=told)


@flow.step
async def name_sure(turn: Turn) -> Outcome:
    """Change it, and tell where another name still stands."""
    if not turn.data["name"]:
        return _ask_name(turn)  # gone after a silence
    if turn.choice is None and not gives_up(turn.text):
        return ask_again()
    if turn.choice != "yes":
        return done("correct-kept")
    works_here = any(grant.revoked_at is None for grant in turn.person.roles)
    if works_here or await people.consented(turn.work, turn.person):
        return await _change_name(turn)
    return ask("consent", "consent-ask", option("yes", "consent-yes"), option("no", "consent-no"))


@flow.step
async def consent(turn: Turn) -> Outcome:
    """Without a yes no other name is kept than the one that was there."""
    said = {"yes": True, "no": False}.get(turn.choice or "", yes_no(turn.text))
    if said is None:
        return ask_again("consent-again")
    if not said:
        return done("correct-kept")
    if not turn.data["name"]:
        return _ask_name(turn)  # gone after a silence
    await people.give_consent(turn.work, turn.person)
    return await _change_name(turn)


async def _change_name(turn: Turn) -> Outcome:
    made = await own_data.correct_name(turn.work, turn.person, turn.data["name"])
    says = [say("correct-name-done", new=turn.data["name"])]
    if made.open:
        says.append(say("correct-name-open", count=made.open))
    says += [say("correct-name-seat", name=kept) for kept in made.kept]
    return done(*says)


def _ask_sure(step: str, key: str, *says: Say, old: str, new: str) -> Outcome:
    yes, no = option("yes", "correct-yes", means=(YES,)), option("no", "correct-no", means=(NO,))
    return ask(step, key, yes, no, private=True, says=says, old=old, new=new)
