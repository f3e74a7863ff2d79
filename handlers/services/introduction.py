"""Who is speaking: village, consent and name, asked once and only as far as they are not known.

A flow that keeps something under a person's name puts an :class:`Introduction` before it. The
order is village, consent, name; before the yes to the consent nothing is kept but in the open talk,
and a no closes the talk with nothing kept.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence

from handlers.context import Turn
from handlers.flow import (
    Flow,
    Option,
    Outcome,
    Say,
    StepFunction,
    ask,
    ask_again,
    done,
    option,
    preceded,
    refused,
    say,
)
from handlers.parsing import NO, gives_up, key, senses, yes_no
from handlers.reply_words import NO_NAME, QUIET, SEND
from handlers.services import another_name, contact, people, places
from handlers.services.told_names import is_introduced, name_in, told_name
from handlers.speakers import NAME, VILLAGE, read, told
from storage.models import AskedFor, Unit

_ELSEWHERE = frozenset({"noi khac", "xa khac", "o noi khac", "o xa khac", "thon khac", "khac"})


class Introduction:
    """Adds the steps ``commune``, ``village``, ``consent`` and ``name`` to *flow*.

    After them *then* runs with ``commune_id``, ``village_id`` and ``name`` in the turn's data, and
    ``fresh`` when the consent was given just now. Without *consent* only the village is asked.
    *adds* keeps a message that answers nothing, where it goes on with what is to be sent.
    *settles*: whose another name is that was told before and left open, is asked first.
    """

    def __init__(
        self,
        flow: Flow,
        then: StepFunction,
        *,
        consent: bool = True,
        name_needed: bool = False,
        adds: Callable[[Turn], bool] | None = None,
        settles: bool = False,
    ) -> None:
        self._then = then
        self._adds = adds
        self._settles = settles
        self._with_consent = consent
        self._name_needed = name_needed
        flow.step(self.commune)
        flow.step(self.village)
        flow.step(self.consent)
        flow.step(self.name)
        flow.step(self.renamed)
        flow.mends |= {"commune", "village", "consent", "name"}
        flow.catch_up = self._catch_up

    async def next(self, turn: Turn) -> Outcome:
        """Ask what is not known yet, or go on to what comes after."""
        data = turn.data
        data.setdefault("village_id", turn.home_id)
        data.setdefault("name", turn.called)
        data["commune_id"] = data.get("commune_id") or turn.person.commune_id
        if not data.get("whose"):  # it may have been told meanwhile, for another question
            data["village_id"] = data["village_id"] or turn.home_id
            data["name"] = data["name"] or (None if data.get("nameless") else turn.called)
        if data["commune_id"] is None:
            return await self._ask_commune(turn)
        if turn.unsettled and self._is_unsettled(turn, turn.unsettled):
            return another_name.asks(turn, turn.unsettled)
        if data["village_id"] is None and not data.get("elsewhere"):
            return await self.ask_village(turn)
        if self._with_consent and not await self._agreed(turn):
            return self._ask_consent(turn)
        if self._name_missing(turn):
            return self.ask_name()
        return await self._then(turn)

    def _is_unsettled(self, turn: Turn, named: str) -> bool:
        """Whether nobody said yet who is called *named*, and it is not of who comes instead."""
        comes_other = "attendee" in turn.data or turn.data.get("other")
        return self._settles and not comes_other and another_name.differs(turn, named)

    async def _catch_up(self, turn: Turn, step: str) -> Outcome | None:
        """Go on where the question that waits in *step* was answered meanwhile, elsewhere."""
        if _is_other(turn):
            return None
        known = {
            "commune": turn.person.commune_id is not None,
            "village": turn.home_id is not None,
            "consent": step == "consent" and await self._agreed(turn),
            "name": turn.called is not None,
        }
        return await self.next(turn) if known.get(step) else None

    async def _agreed(self, turn: Turn) -> bool:
        """Whether whose words these are said yes: of somebody else in this talk, for this once."""
        if _is_other(turn):
            return bool(turn.data.get("agreed"))
        return await people.consented(turn.work, turn.person)

    def _ask_consent(self, turn: Turn, *says: Say) -> Outcome:
        yes = option("yes", "consent-yes", means=(SEND,))
        no = option("no", "consent-no")
        if _is_other(turn):
            name = turn.data["name"]
            return ask("consent", "consent-ask-other", yes, no, says=says, name=name)
        return ask("consent", "consent-ask", yes, no, says=says)

    def _name_missing(self, turn: Turn) -> bool:
        if turn.data["name"] or not self._with_consent:
            return False
        return self._name_needed or bool(turn.data.get("fresh") and not turn.data.get("nameless"))

    def ask_name(self) -> Outcome:
        """Ask how to call the person."""
        if self._name_needed:
            return ask("name", "name-ask-needed")
        return ask("name", "name-ask", option("skip", "name-skip", means=(QUIET,)))

    async def ask_village(self, turn: Turn) -> Outcome:
        """Ask for the village."""
        villages = await turn.work.uow.units.villages(turn.data["commune_id"])
        if not villages:
            turn.data["elsewhere"] = True
            return await self.next(turn)
        near = (turn.data.get("whose") or {}).get("kind") == AskedFor.FAMILY
        return ask("village", "village-ask-other" if near else "village-ask", *_options(villages))

    async def _ask_commune(self, turn: Turn) -> Outcome:
        return ask("commune", "commune-ask", *_options(await turn.work.uow.units.communes()))

    async def commune(self, turn: Turn) -> Outcome:
        """Take the commune, from the menu or typed."""
        if turn.choice is None and gives_up(turn.text):
            return _dropped(turn)
        found = (
            [int(turn.choice)]
            if turn.choice
            else [unit.id for unit in await places.find_communes(turn.work, turn.text)]
        )
        if len(found) != 1:
            return ask_again("commune-unknown")
        turn.data["commune_id"] = found[0]
        return await self.next(turn)

    async def village(self, turn: Turn) -> Outcome:
        """Take the village, from the menu or typed."""
        if turn.choice:
            return await self._live_in(turn, int(turn.choice))
        if gives_up(turn.text):
            return _dropped(turn)
        if key(turn.text) in _ELSEWHERE:
            turn.data["elsewhere"] = True
            return await self.next(turn)
        return await self._named_village(turn, told(turn.text, VILLAGE) or turn.text)

    async def _named_village(self, turn: Turn, typed: str) -> Outcome:
        found = await places.find_villages(turn.work, turn.data["commune_id"], typed)
        if not found:
            return await self._unclear(turn, "village-unknown")
        if len(found) > 1:
            return ask("village", "village-which", *_options(found))
        return await self._live_in(turn, found[0].id)

    async def _mended_village(self, turn: Turn, typed: str) -> Outcome:
        before = turn.data.get("village_id")
        outcome = await self._named_village(turn, typed)
        now = turn.data.get("village_id")
        if now == before or turn.data.get("this_time"):
            return outcome
        village = await turn.work.uow.units.get(now) if now else None
        return (
            preceded(outcome, say("village-mended", village=village.name)) if village else outcome
        )

    async def mend(self, turn: Turn) -> Outcome | None:
        """Take a village or name that the message puts right; None when it does not."""
        said = read(turn.text) if turn.choice is None else None
        if said is None and await self.names_village(turn):
            return await self._mended_village(turn, turn.text)
        if said is None:
            return await self._mended_name(turn)
        if said.meaning == VILLAGE and said.to is None:
            return await self.ask_village(turn)
        if said.meaning == VILLAGE:
            return await self._mended_village(turn, said.to or "")
        if said.meaning != NAME or not self._with_consent:
            return None
        return self.ask_name() if said.to is None else await self.name(turn)

    async def names_village(self, turn: Turn) -> bool:
        """Whether a village is all that the message says."""
        if turn.choice is not None:
            return False
        commune_id = turn.data["commune_id"]
        return await places.village_alone(turn.work, commune_id, turn.text) is not None

    async def _mended_name(self, turn: Turn) -> Outcome | None:
        """ "Tôi tên là …" where all is read back."""
        introduced = turn.choice is None and is_introduced(turn.text)
        named = told_name(turn.text) if introduced and self._with_consent else None
        if named is not None and self._is_another(turn, named):
            return another_name.asks(turn, named)
        return None if named is None else await self.name(turn)

    def _is_another(self, turn: Turn, named: str) -> bool:
        """At a seat it is who comes; a name that was told just now is put right."""
        told_now = self._name_needed or turn.data.get("named_here")
        return not told_now and another_name.differs(turn, named)

    async def renamed(self, turn: Turn) -> Outcome:
        """Whose the other name is: a neighbour's, the owner's new one, or nobody's."""
        if turn.choice is None:
            return ask_again()
        named, turn.unsettled = turn.data.pop("named"), None
        if turn.choice == another_name.OTHERS:
            another_name.hand_over(turn, named)
            return await self.next(turn)
        another_name.owner_after_all(turn)
        if turn.choice == another_name.OWNERS:
            turn.data["name"] = named
            if await self._agreed(turn):
                self._remember(turn)
        return await self.next(turn)

    async def _live_in(self, turn: Turn, village_id: int) -> Outcome:
        turn.data["village_id"] = village_id
        turn.data.pop("elsewhere", None)
        agreed = not self._with_consent or await self._agreed(turn)
        if turn.neighbour:
            turn.neighbour["village_id"] = village_id
        own = turn.person.village_id if agreed and not _is_other(turn) else None
        turn.data["this_time"] = own is not None and own != village_id
        if turn.data["this_time"]:
            return preceded(await self.next(turn), await _this_time(turn, own, village_id))
        if agreed:
            self._remember(turn)
        return await self.next(turn)

    async def consent(self, turn: Turn) -> Outcome:
        """Keep a yes; a no closes the talk, and nothing is kept."""
        said = {"yes": True, "no": False}.get(turn.choice or "", yes_no(turn.text))
        if said is None:
            wrong = read(turn.text)
            if (wrong and wrong.meaning == VILLAGE) or await self.names_village(turn):
                return await self.mend(turn) or self._ask_consent(turn)
            if wrong is not None and wrong.meaning == NAME and wrong.to is None:
                return self._ask_consent(turn)  # the name is asked next
            named = told_name(turn.text)
            if named is None:
                return await self._unclear(turn, "consent-again")
            if self._is_another(turn, named):
                return another_name.asks(turn, named)
            self._keep_name(turn, named)
            return self._ask_consent(turn, say("consent-name-kept", name=named))
        if not said:
            if not _is_other(turn):
                await people.forget_place(turn.work, turn.person)
            where = await contact.of(turn.work, turn.data["commune_id"])
            return refused("consent-refused", hours=where.hours, all=not _is_other(turn))
        turn.data["agreed"] = turn.data["fresh"] = True
        if not _is_other(turn):
            await people.give_consent(turn.work, turn.person)
        self._remember(turn)
        return await self.next(turn)

    async def name(self, turn: Turn) -> Outcome:
        """Take the name as typed, or go on without one."""
        leaves = turn.choice is None and gives_up(turn.text)
        if leaves and self._name_needed:
            return _dropped(turn)
        if turn.choice == "skip" or leaves or self._is_skipped(turn):
            turn.data["nameless"], turn.data["name"] = True, None
            return await self.next(turn)
        wrong = read(turn.text)
        if (wrong and wrong.meaning == VILLAGE) or await self.names_village(turn):
            return await self.mend(turn) or self.ask_name()
        if wrong is not None and wrong.meaning == NAME and wrong.to is None:
            return self.ask_name()
        name = name_in(turn)
        if name is None:
            return ask_again("name-unclear")
        turn.data["name"], turn.data["named_here"] = name, True
        another_name.mend(turn, name)
        self._remember(turn)
        return await self.next(turn)

    def _is_skipped(self, turn: Turn) -> bool:
        declines = senses(turn.text) == (NO,) or key(turn.text) in NO_NAME
        return not self._name_needed and turn.choice is None and declines

    async def _unclear(self, turn: Turn, key_: str) -> Outcome:
        if self._adds is not None and self._adds(turn):
            return preceded(await self.next(turn), say("submission-added"))
        return ask_again(key_)

    def _keep_name(self, turn: Turn, named: str) -> None:
        """In the open talk only; where somebody known asks for a seat, it is who comes."""
        known = self._name_needed and (turn.data["name"] or turn.data.get("other"))
        turn.data["attendee" if known else "name"] = named
        if not known:
            another_name.mend(turn, named)

    def _remember(self, turn: Turn) -> None:
        if _is_other(turn):
            return  # somebody else, with this person's phone
        here = turn.data.get("this_time", False)
        people.remember(
            turn.person,
            commune_id=turn.data["commune_id"],
            village_id=turn.person.village_id if here else turn.data["village_id"],
            name=turn.data["name"],
        )


def _is_other(turn: Turn) -> bool:
    """Whether it is about, or written by, somebody else than the phone's owner."""
    return bool(turn.data.get("whose") or turn.neighbour)


async def _this_time(turn: Turn, own: int | None, village_id: int) -> Say:
    """That another village than the person's own is written down, and how to change that one."""
    home = await turn.work.uow.units.get(own) if own else None
    village = await turn.work.uow.units.get(village_id)
    names = {"village": village.name if village else "", "own": home.name if home else ""}
    return say("village-this-time", **names)


def _dropped(turn: Turn) -> Outcome:
    """Nothing more of it; what was not sent yet is said to be gone."""
    unsent = "sent" not in turn.data and (turn.data.get("text") or turn.data.get("files"))
    return done("resume-dropped") if unsent else done()


def _options(units: Sequence[Unit]) -> tuple[Option, ...]:
    return tuple(option(str(unit.id), label=unit.name) for unit in units)
