"""Who is speaking: village, consent and name, asked once and only as far as they are not known.

A flow that keeps something under a person's name puts an :class:`Introduction` before it. The
order is village, consent, name; before the yes to the consent nothing is kept but in the open talk,
and a no closes the talk with nothing kept.
"""

from __future__ import annotations

import re
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
    say,
)
from handlers.name_words import is_reply
from handlers.names import look_like_names, problem_of
from handlers.parsing import key, yes_no
from handlers.services import contact, people, places
from storage.models import Unit

_ELSEWHERE = frozenset({"noi khac", "xa khac", "o noi khac", "o xa khac", "thon khac", "khac"})
_SKIP = frozenset({"bo qua", "khong ghi", "khong ghi ten", "khong", "ko", "giau ten", "thoi"})
_LONGEST_NAME = 60
_MOST_WORDS = 8
_FEWEST_LETTERS = 2
_LIKE_A_QUESTION = 5
_BEFORE_NAME = re.compile(
    r"^(?:dạ[ ,]+)?(?:(?:em|tôi|chị|anh|cháu|tui|mình|con|toi|chi|chau) )?"
    r"(?:họ tên|ho ten|tên(?: tôi| em)? là|ten(?: toi| em)? la|tên|ten|là|la)(?: là| la)? +(?=\w)",
    re.IGNORECASE,
)


class Introduction:
    """Adds the steps ``commune``, ``village``, ``consent`` and ``name`` to *flow*.

    After them *then* runs with ``commune_id``, ``village_id`` and ``name`` in the turn's data, and
    ``fresh`` when the consent was given just now. Without *consent* only the village is asked.
    *adds* keeps a message that answers nothing, where it goes on with what is to be sent.
    """

    def __init__(
        self,
        flow: Flow,
        then: StepFunction,
        *,
        consent: bool = True,
        name_needed: bool = False,
        adds: Callable[[Turn], bool] | None = None,
    ) -> None:
        self._then = then
        self._adds = adds
        self._with_consent = consent
        self._name_needed = name_needed
        flow.step(self.commune)
        flow.step(self.village)
        flow.step(self.consent)
        flow.step(self.name)

    async def next(self, turn: Turn) -> Outcome:
        """Ask what is not known yet, or go on to what comes after."""
        data, person = turn.data, turn.person
        data.setdefault("commune_id", person.commune_id)
        data.setdefault("village_id", person.village_id)
        data.setdefault("name", person.display_name)
        if data["commune_id"] is None:
            return await self._ask_commune(turn)
        if data["village_id"] is None and not data.get("elsewhere"):
            return await self.ask_village(turn)
        if self._with_consent and not await people.consented(turn.work, person):
            return self._ask_consent()
        if self._name_missing(turn):
            return self.ask_name()
        return await self._then(turn)

    def _ask_consent(self, *says: Say) -> Outcome:
        yes, no = option("yes", "consent-yes"), option("no", "consent-no")
        return ask("consent", "consent-ask", yes, no, says=says)

    def _name_missing(self, turn: Turn) -> bool:
        if turn.data["name"] or not self._with_consent:
            return False
        return self._name_needed or bool(turn.data.get("fresh") and not turn.data.get("nameless"))

    def ask_name(self) -> Outcome:
        """Ask how to call the person."""
        if self._name_needed:
            return ask("name", "name-ask-needed")
        return ask("name", "name-ask", option("skip", "name-skip"))

    async def ask_village(self, turn: Turn) -> Outcome:
        """Ask for the village."""
        villages = await turn.work.uow.units.villages(turn.data["commune_id"])
        if not villages:
            turn.data["elsewhere"] = True
            return await self.next(turn)
        return ask("village", "village-ask", *_options(villages))

    async def _ask_commune(self, turn: Turn) -> Outcome:
        return ask("commune", "commune-ask", *_options(await turn.work.uow.units.communes()))

    async def commune(self, turn: Turn) -> Outcome:
        """Take the commune, from the menu or typed."""
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
        if key(turn.text) in _ELSEWHERE:
            turn.data["elsewhere"] = True
            return await self.next(turn)
        found = await places.find_villages(turn.work, turn.data["commune_id"], turn.text)
        if not found:
            return await self._unclear(turn, "village-unknown")
        if len(found) > 1:
            return ask("village", "village-which", *_options(found))
        return await self._live_in(turn, found[0].id)

    async def _live_in(self, turn: Turn, village_id: int) -> Outcome:
        turn.data["village_id"] = village_id
        turn.data.pop("elsewhere", None)
        if not self._with_consent or await people.consented(turn.work, turn.person):
            self._remember(turn)
        return await self.next(turn)

    async def consent(self, turn: Turn) -> Outcome:
        """Keep a yes; a no closes the talk, and nothing is kept."""
        said = {"yes": True, "no": False}.get(turn.choice or "", yes_no(turn.text))
        if said is None:
            named = told_name(turn.text)
            if named is None:
                return await self._unclear(turn, "consent-again")
            self._keep_name(turn, named)
            return self._ask_consent(say("consent-name-kept", name=named))
        if not said:
            people.forget_place(turn.work, turn.person)
            where = await contact.of(turn.work, turn.data["commune_id"])
            return done("consent-refused", hours=where.hours)
        await people.give_consent(turn.work, turn.person)
        turn.data["fresh"] = True
        self._remember(turn)
        return await self.next(turn)

    async def name(self, turn: Turn) -> Outcome:
        """Take the name as typed, or go on without one."""
        if turn.choice == "skip" or (not self._name_needed and key(turn.text) in _SKIP):
            turn.data["nameless"], turn.data["name"] = True, None
            return await self.next(turn)
        name = name_in(turn)
        if name is None:
            return ask_again("name-unclear")
        turn.data["name"] = name
        self._remember(turn)
        return await self.next(turn)

    async def _unclear(self, turn: Turn, key_: str) -> Outcome:
        if self._adds is not None and self._adds(turn):
            return preceded(await self.next(turn), say("submission-added"))
        return ask_again(key_)

    def _keep_name(self, turn: Turn, named: str) -> None:
        """In the open talk only; where somebody known asks for a seat, it is who comes."""
        known = self._name_needed and turn.data["name"]
        turn.data["attendee" if known else "name"] = named

    def _remember(self, turn: Turn) -> None:
        people.remember(
            turn.person,
            commune_id=turn.data["commune_id"],
            village_id=turn.data["village_id"],
            name=turn.data["name"],
        )


def _options(units: Sequence[Unit]) -> tuple[Option, ...]:
    return tuple(option(str(unit.id), label=unit.name) for unit in units)


def name_in(turn: Turn) -> str | None:
    """The name in a message, or None when it does not look like one."""
    name = told_name(turn.text) or bare_name(turn.text)
    letters = sum(letter.isalpha() for letter in name)
    if letters < _FEWEST_LETTERS or len(name) > _LONGEST_NAME or len(name.split()) > _MOST_WORDS:
        return None
    if is_reply(name):
        return None
    # A long message that the FAQ knows is a question; short names may look like one by chance.
    known = turn.match is not None and turn.match.decision == "answer"
    if known and len(name.split()) >= _LIKE_A_QUESTION:
        return None
    if "?" in name or any(letter.isdigit() for letter in name):
        return None
    return name


def told_name(text: str) -> str | None:
    """The full name that *text* surely tells: "tên tôi là …", "Nông Thị Mẫu, vợ ông Tư"."""
    told, _, _ = text.partition(",")
    name = bare_name(told)
    introduced = name != " ".join(told.split()).strip(" .,;:")
    if problem_of(name) is not None or not (introduced or look_like_names(name)):
        return None
    return name


def bare_name(text: str) -> str:
    """*text* without the words that people put before a name: "em tên là"."""
    return _BEFORE_NAME.sub("", " ".join(text.split())).strip(" .,;:")
