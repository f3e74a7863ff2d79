"""Persons, their addresses, roles, consent, households and invitations."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from datetime import datetime

from sqlalchemy import and_, bindparam, exists, select
from sqlalchemy.dialects.postgresql import insert as postgresql_insert
from sqlalchemy.dialects.sqlite import insert as sqlite_insert
from sqlalchemy.ext.asyncio import AsyncSession

from storage.models import (
    AddressState,
    ChannelAddress,
    Consent,
    ConsentPurpose,
    Household,
    HouseholdLink,
    Invitation,
    OutboxMessage,
    OutboxState,
    Person,
    Role,
    RoleGrant,
)
from storage.models.base import table_of

FORGOTTEN_PREFIX = "forgotten:"
"""Instead of the account of somebody who had everything erased."""

_CHUNK = 500
"""Ids of one ``IN`` list; SQLite bounds them."""

_CONSENTS = table_of(Consent)
# Every answer of the FAQ asks this.
_AGREES = (
    select(and_(_CONSENTS.c.given, _CONSENTS.c.withdrawn_at.is_(None)))
    .where(
        _CONSENTS.c.person_id == bindparam("person_id"),
        _CONSENTS.c.purpose == bindparam("purpose"),
    )
    .order_by(_CONSENTS.c.id.desc())
    .limit(1)
)


class People:
    """Everything about who somebody is to us."""

    def __init__(self, opened: AsyncSession) -> None:
        self._opened = opened

    def add(
        self,
        row: Person | ChannelAddress | RoleGrant | Consent | Household | HouseholdLink | Invitation,
    ) -> None:
        """Keep a new row."""
        self._opened.add(row)

    async def get(self, person_id: int, *, anew: bool = False) -> Person | None:
        """The person, or None; *anew*: as they and their roles are now, read before or not."""
        return await self._opened.get(Person, person_id, populate_existing=anew)

    async def several(self, person_ids: Sequence[int]) -> dict[int, Person]:
        """These persons, by id."""
        found: dict[int, Person] = {}
        for start in range(0, len(person_ids), _CHUNK):
            query = select(Person).where(Person.id.in_(person_ids[start : start + _CHUNK]))
            found |= {one.id: one for one in (await self._opened.scalars(query)).all()}
        return found

    async def address(self, channel: str, address: str) -> ChannelAddress | None:
        """The account *address* on *channel*, with its person."""
        query = select(ChannelAddress).where(
            ChannelAddress.channel == channel, ChannelAddress.address == address
        )
        return (await self._opened.scalars(query)).one_or_none()

    async def address_or_new(
        self, channel: str, address: str, *, now: datetime, commune_id: int | None
    ) -> ChannelAddress:
        """The account, made with a new person when it is unknown; safe when two come at once."""
        found = await self.address(channel, address)
        if found is not None:
            return found
        person = Person(created_at=now, commune_id=commune_id)
        self._opened.add(person)
        await self._opened.flush()
        values = {
            "person_id": person.id,
            "channel": channel,
            "address": address,
            "state": AddressState.ACTIVE,
            "created_at": now,
            "last_seen_at": now,
        }
        insert = (
            sqlite_insert if self._opened.get_bind().dialect.name == "sqlite" else postgresql_insert
        )
        query = insert(ChannelAddress).values(values).on_conflict_do_nothing()
        made = await self._opened.execute(query.returning(ChannelAddress.id))
        if made.first() is None:  # another turn of the same person was faster
            await self._opened.delete(person)
        found = await self.address(channel, address)
        if found is None:
            raise AssertionError("an address that was just written is missing")
        return found

    async def addresses(self, person_id: int) -> Sequence[ChannelAddress]:
        """Accounts of a person that can be written to, the last used first."""
        query = (
            select(ChannelAddress)
            .where(
                ChannelAddress.person_id == person_id, ChannelAddress.state == AddressState.ACTIVE
            )
            .order_by(ChannelAddress.last_seen_at.desc(), ChannelAddress.id.desc())
        )
        return (await self._opened.scalars(query)).all()

    async def addresses_of(self, person_ids: Sequence[int]) -> dict[int, list[ChannelAddress]]:
        """Accounts that can be written to, the last used first, by person id."""
        found: dict[int, list[ChannelAddress]] = {}
        for start in range(0, len(person_ids), _CHUNK):
            query = (
                select(ChannelAddress)
                .where(
                    ChannelAddress.person_id.in_(person_ids[start : start + _CHUNK]),
                    ChannelAddress.state == AddressState.ACTIVE,
                )
                .order_by(ChannelAddress.last_seen_at.desc(), ChannelAddress.id.desc())
            )
            for one in (await self._opened.scalars(query)).all():
                found.setdefault(one.person_id, []).append(one)
        return found

    async def all_addresses(self, person_id: int) -> Sequence[ChannelAddress]:
        """Every account of a person, whatever its state."""
        query = select(ChannelAddress).where(ChannelAddress.person_id == person_id)
        return (await self._opened.scalars(query)).all()

    async def with_role(self, role: Role, unit_ids: Sequence[int]) -> Sequence[Person]:
        """Persons who hold *role* in one of the units now."""
        return await self.with_roles((role,), unit_ids)

    async def with_roles(
        self, roles: Collection[Role], unit_ids: Sequence[int]
    ) -> Sequence[Person]:
        """Persons who hold one of *roles* in one of the units now, each once."""
        query = (
            select(Person)
            .join(RoleGrant, RoleGrant.person_id == Person.id)
            .where(
                RoleGrant.role.in_(roles),
                RoleGrant.unit_id.in_(unit_ids),
                RoleGrant.revoked_at.is_(None),
                Person.erased_at.is_(None),
            )
            .order_by(Person.id)
            .distinct()
        )
        return (await self._opened.scalars(query)).all()

    async def named(self, display_name: str) -> Sequence[Person]:
        """Persons of exactly this display name."""
        query = select(Person).where(Person.display_name == display_name).order_by(Person.id)
        return (await self._opened.scalars(query)).all()

    async def samples(self, channel: str) -> list[tuple[Person, str]]:
        """Demo identities with their account on *channel*."""
        query = (
            select(Person, ChannelAddress.address)
            .join(ChannelAddress, ChannelAddress.person_id == Person.id)
            .where(Person.is_sample.is_(True), ChannelAddress.channel == channel)
            .order_by(Person.id)
        )
        return [(person, name) for person, name in (await self._opened.execute(query)).all()]

    async def accounts(self, channel: str, limit: int) -> Sequence[ChannelAddress]:
        """Accounts on *channel* that can be written to, the last used first, with their persons."""
        query = (
            select(ChannelAddress)
            .where(ChannelAddress.channel == channel, ChannelAddress.state == AddressState.ACTIVE)
            .order_by(ChannelAddress.last_seen_at.desc(), ChannelAddress.id.desc())
            .limit(limit)
        )
        return (await self._opened.scalars(query)).all()

    async def agrees(self, person_id: int, purpose: ConsentPurpose) -> bool:
        """Whether the latest word of a person on a purpose is a yes that was not withdrawn."""
        given = {"person_id": person_id, "purpose": purpose}
        return bool((await self._opened.execute(_AGREES, given)).scalar_one_or_none())

    async def consents(self, person_id: int) -> Sequence[Consent]:
        """Every word of a person on any purpose."""
        query = select(Consent).where(Consent.person_id == person_id).order_by(Consent.id)
        return (await self._opened.scalars(query)).all()

    async def invitation(self, code_hash: str, *, lock: bool = False) -> Invitation | None:
        """The invitation of a code; *lock* so that two holders cannot both use it."""
        query = select(Invitation).where(Invitation.code_hash == code_hash)
        if lock:
            query = query.with_for_update().execution_options(populate_existing=True)
        return (await self._opened.scalars(query)).one_or_none()

    async def invitation_by_id(self, invitation_id: int) -> Invitation | None:
        """One invitation, locked."""
        query = select(Invitation).where(Invitation.id == invitation_id).with_for_update()
        return (await self._opened.scalars(query)).one_or_none()

    async def waiting_invitations(self, unit_ids: Sequence[int]) -> Sequence[Invitation]:
        """Used invitations of these units that no official has confirmed or refused."""
        query = (
            select(Invitation)
            .where(
                Invitation.unit_id.in_(unit_ids),
                Invitation.used_at.is_not(None),
                Invitation.approved_at.is_(None),
                Invitation.refused_at.is_(None),
            )
            .order_by(Invitation.id)
        )
        return (await self._opened.scalars(query)).all()

    async def households(self, village_id: int) -> Sequence[Household]:
        """Households of a village that have not left."""
        query = (
            select(Household)
            .where(Household.village_id == village_id, Household.left_on.is_(None))
            .order_by(Household.id)
        )
        return (await self._opened.scalars(query)).all()

    async def household(self, household_id: int) -> Household | None:
        """One household."""
        return await self._opened.get(Household, household_id)

    async def links(self, person_id: int) -> Sequence[HouseholdLink]:
        """Households a person speaks for."""
        query = select(HouseholdLink).where(HouseholdLink.person_id == person_id)
        return (await self._opened.scalars(query.order_by(HouseholdLink.id))).all()

    async def unlink(self, person_id: int) -> None:
        """A person speaks for no household any more; what they told of their own one goes too."""
        for link in await self.links(person_id):
            household = await self.household(link.household_id)
            if household is not None and household.list_year is None:
                household.head_name = None
            await self._opened.delete(link)

    async def forget_addresses(self, before: datetime) -> int:
        """Rename accounts of erased people that were silent since *before*; how many.

        Those to which a message still waits keep their name until it has left.
        """
        waits = exists().where(
            OutboxMessage.address_id == ChannelAddress.id,
            OutboxMessage.state == OutboxState.PENDING,
        )
        query = (
            select(ChannelAddress)
            .where(
                ChannelAddress.state == AddressState.FORGOTTEN,
                ChannelAddress.last_seen_at < before,
                ~ChannelAddress.address.startswith(FORGOTTEN_PREFIX),
                ~waits,
            )
            .with_for_update(of=ChannelAddress, skip_locked=True)
        )
        found = (await self._opened.scalars(query)).all()
        for address in found:
            address.address = f"{FORGOTTEN_PREFIX}{address.id}"
        return len(found)

    async def reachable_in(self, village_ids: Sequence[int]) -> Sequence[Person]:
        """People of these villages who can be written to and did not say DỪNG."""
        query = (
            select(Person)
            .join(ChannelAddress, ChannelAddress.person_id == Person.id)
            .where(
                Person.village_id.in_(village_ids),
                Person.stopped_at.is_(None),
                Person.erased_at.is_(None),
                ChannelAddress.state == AddressState.ACTIVE,
            )
            .order_by(Person.id)
            .distinct()
        )
        return (await self._opened.scalars(query)).all()

    async def reached_households(self, village_ids: Sequence[int]) -> set[int]:
        """Ids of households of these villages that somebody reachable speaks for."""
        query = (
            select(HouseholdLink.household_id)
            .join(Household, Household.id == HouseholdLink.household_id)
            .join(Person, Person.id == HouseholdLink.person_id)
            .join(ChannelAddress, ChannelAddress.person_id == Person.id)
            .where(
                Household.village_id.in_(village_ids),
                Person.stopped_at.is_(None),
                Person.erased_at.is_(None),
                ChannelAddress.state == AddressState.ACTIVE,
            )
        )
        return set((await self._opened.scalars(query)).all())
