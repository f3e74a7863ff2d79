"""The sample commune of ``serve --demo``: made once, and visibly a sample everywhere."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from string import ascii_uppercase

from handlers.context import Rules
from handlers.services import session_deadlines
from handlers.texts import LOCAL_ZONE, Texts, local
from storage.models import (
    AddressState,
    ChannelAddress,
    DialogueSession,
    Household,
    HouseholdLink,
    Person,
    PovertyStatus,
    Role,
    RoleGrant,
    SessionState,
    Unit,
    UnitLevel,
    UnitName,
    VillageQuota,
)
from storage.unit_of_work import Storage, UnitOfWork

PREFIX = "XM"
VILLAGES = 6
HOUSEHOLDS_PER_VILLAGE = 12
_DAYS_AHEAD = 14
_SATURDAY = 5
_STATUSES = (
    PovertyStatus.POOR,
    PovertyStatus.NEAR_POOR,
    PovertyStatus.POOR,
    PovertyStatus.JUST_ESCAPED,
)
_CHANNELS = ("terminal", "webchat")
"""Accounts of each sample person. Until one of them is used, notices go to the last: the page."""


@dataclass(frozen=True, slots=True)
class DemoIdentity:
    """Somebody one can chat as on a demo database."""

    key: str
    name: str
    role: Role


def address(channel: str, key: str) -> str:
    """The account of a demo identity on a channel."""
    return f"demo:{key}" if channel == "webchat" else key


async def seed(storage: Storage, texts: Texts, rules: Rules, now: datetime) -> bool:
    """Make the sample commune; False when it is there already."""
    async with storage.write() as uow:
        if await uow.units.by_prefix(PREFIX) is not None:
            return False
        maker = _Maker(uow, texts, rules, now)
        await maker.make()
        await uow.commit()
    return True


async def identities(storage: Storage) -> list[DemoIdentity]:
    """Everybody one can chat as: the official, the six heads, a household of each village."""
    async with storage.read() as uow:
        samples = await uow.people.samples("terminal")
    found = []
    for person, key in samples:
        role = person.roles[0].role if person.roles else Role.HOUSEHOLD
        found.append(DemoIdentity(key, person.display_name or key, role))
    return found


def meeting_day(today: date) -> date:
    """The next Saturday at least 14 days ahead."""
    earliest = today + timedelta(days=_DAYS_AHEAD)
    return earliest + timedelta(days=(_SATURDAY - earliest.weekday()) % 7)


class _Maker:
    def __init__(self, uow: UnitOfWork, texts: Texts, rules: Rules, now: datetime) -> None:
        self._uow = uow
        self._texts = texts
        self._rules = rules
        self._now = now

    def _say(self, key: str, **params: object) -> str:
        return self._texts.render("vi", key, params)

    async def make(self) -> None:
        """Province, commune, villages, people, households and one announced dialogue session."""
        commune, villages = await self._places()
        await self._person("can-bo", self._say("demo-official"), commune, None, Role.OFFICIAL)
        for number, village in enumerate(villages, start=1):
            name = self._say("demo-head", number=number)
            await self._person(f"truong-thon-{number}", name, commune, village, Role.VILLAGE_HEAD)
            await self._households(number, commune, village)
        await self._dialogue_session(commune, villages)

    async def _places(self) -> tuple[Unit, list[Unit]]:
        units = self._uow.units
        province = units.add(
            Unit(level=UnitLevel.PROVINCE, kind="tỉnh", name=self._say("demo-province"))
        )
        await self._uow.flush()
        commune = units.add(
            Unit(
                parent_id=province.id,
                level=UnitLevel.COMMUNE,
                kind="xã",
                name=self._say("demo-commune"),
                code_prefix=PREFIX,
            )
        )
        await self._uow.flush()
        villages = [
            units.add(
                Unit(
                    parent_id=commune.id,
                    level=UnitLevel.VILLAGE,
                    kind="thôn",
                    name=self._say("demo-village", number=number),
                    position=number,
                    old_names=[UnitName(name=self._say("demo-village-old", number=number))],
                )
            )
            for number in range(1, VILLAGES + 1)
        ]
        await self._uow.flush()
        return commune, villages

    async def _person(
        self, key: str, name: str, commune: Unit, village: Unit | None, role: Role | None
    ) -> Person:
        person = Person(
            display_name=name,
            commune_id=commune.id,
            village_id=village.id if village else None,
            is_sample=True,
            created_at=self._now,
        )
        self._uow.people.add(person)
        await self._uow.flush()
        for channel in _CHANNELS:
            self._uow.people.add(
                ChannelAddress(
                    person_id=person.id,
                    channel=channel,
                    address=address(channel, key),
                    state=AddressState.ACTIVE,
                    created_at=self._now,
                    last_seen_at=self._now,
                )
            )
        if role is not None:
            unit = village or commune
            self._uow.people.add(
                RoleGrant(person_id=person.id, role=role, unit_id=unit.id, granted_at=self._now)
            )
        return person

    async def _households(self, number: int, commune: Unit, village: Unit) -> None:
        """Twelve households of a village; only the first has a phone."""
        for place in range(1, HOUSEHOLDS_PER_VILLAGE + 1):
            household = Household(
                village_id=village.id,
                head_name=self._say(
                    "demo-household", village=number, letter=ascii_uppercase[place - 1]
                ),
                status=_STATUSES[place % len(_STATUSES)],
                list_year=local(self._now).year - 1,
                is_sample=True,
                created_at=self._now,
            )
            self._uow.people.add(household)
            if place == 1:
                person = await self._person(
                    f"ho-{number}", household.head_name or "", commune, village, None
                )
                await self._uow.flush()
                self._uow.people.add(
                    HouseholdLink(
                        person_id=person.id,
                        household_id=household.id,
                        confirmed=True,
                        created_at=self._now,
                    )
                )

    async def _dialogue_session(self, commune: Unit, villages: list[Unit]) -> None:
        day = meeting_day(local(self._now).date())
        starts = datetime.combine(day, time(7, 30), LOCAL_ZONE).astimezone(UTC)
        closes = session_deadlines.usual(self._rules, starts, self._now)
        meeting = DialogueSession(
            unit_id=commune.id,
            title=self._say("demo-session-title"),
            state=SessionState.ANNOUNCED,
            starts_at=starts,
            ends_at=starts + timedelta(hours=4),
            venue=self._say("demo-session-venue"),
            topics=["bhyt", "giao-duc", "nha-o", "von-vay"],
            registration_closes_at=closes.registration,
            questions_close_at=closes.questions,
            answers_due_at=closes.answers,
            bring_items=self._say("demo-session-bring"),
            is_sample=True,
            created_at=self._now,
            announced_at=self._now,
        )
        self._uow.dialogue_sessions.add(meeting)
        await self._uow.flush()
        for village in villages:
            self._uow.dialogue_sessions.add(
                VillageQuota(
                    dialogue_session_id=meeting.id,
                    village_id=village.id,
                    seats=self._rules.seats_per_village,
                )
            )
