"""What a turn works with: the unit of work, who acts, the rules' settings, the words."""

from __future__ import annotations

import random
from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import date, datetime, timedelta
from typing import TYPE_CHECKING, Any

from handlers.messages import File, Incoming, Reply
from handlers.parsing import key as name_key
from handlers.texts import Texts, local
from storage.models import (
    AskedFor,
    ChannelAddress,
    Conversation,
    OutboxMessage,
    Person,
    Priority,
    Role,
)
from storage.repositories.outbox import Due

if TYPE_CHECKING:
    from handlers.faq_book import FaqBook, Found
    from storage.unit_of_work import UnitOfWork


_KEPT = timedelta(days=90)
"""How long what we said can be read again where our rows are the mailbox."""
_PRIVATE_KEPT = timedelta(days=1)
"""The same for a private reply, one that repeats the person's own words, and for what an official
sees of submissions."""


@dataclass(frozen=True, slots=True)
class Rules:
    """Settings of the rules. Days and hours are counted from the facts named in each comment."""

    seats_per_village: int = 15
    registration_closes_days: int = 3
    """Before the session: the attendee list goes out (practice of the plans)."""
    questions_close_days: int = 2
    announce_days: int = 7
    """Law 72/2025/QH15, article 43: time and place are announced at least 7 days before."""
    result_days: int = 10
    """Law 72/2025/QH15, article 43: results go out within 10 days."""
    answer_working_days: int = 10
    """Law 42/2013/QH13, article 28: first answer within 10 working days."""
    idle_hours: int = 24
    draft_days: int = 7
    faq_told_days: int = 730
    """Which answer was told: as long as petitions that are closed are meant to be kept."""
    invitation_days: int = 14
    link_minutes: int = 10
    turns_per_minute: int = 30
    wrong_codes_per_hour: int = 10
    duty_phone: str = ""
    office_hours: str = ""
    office_phones: str = ""
    """Phones of other offices: "Trạm y tế: 0260…; Công an xã: 0260…"."""
    denunciation_place: str = ""
    """Where a denunciation may be lodged; confirmed by the justice officer."""
    public_url: str = ""
    """Address of our own server as people reach it, for links."""
    chat_url: str = ""
    """Address of the chat page, to be told to everybody; empty where people cannot reach it."""
    commune_id: int | None = None
    """The commune of a conversation that has not said where it is; None with several."""


@dataclass(frozen=True, slots=True)
class Door:
    """What the way to a person means for files; set from the channel's capabilities."""

    foreign: bool = True
    """Its servers are elsewhere: nothing with names may leave through it."""
    files: bool = False
    """It can carry a file."""
    reads_aloud: bool = False
    """What stands there can be read out."""
    reopens: bool = True
    """Who was forgotten may write again from the same account; a device may not."""


ReadFile = Callable[[str], Awaitable[bytes]]
"""Gives the bytes of a file that somebody sent, by its storage key. Raises ``OSError``."""


@dataclass(slots=True)
class Work:
    """One act inside one transaction: services take this as their first argument."""

    uow: UnitOfWork
    now: datetime
    rules: Rules
    texts: Texts
    faq: FaqBook
    actor: Person | None = None
    channel: str = ""
    door: Door = Door()
    dice: random.Random = field(default_factory=random.SystemRandom)
    seen: set[int] = field(default_factory=set)
    """Ids of submissions of other people that the actor has been shown."""
    queued: int = 0
    """Messages put in the outbox so far."""
    read_file: ReadFile | None = None
    """None where no files come in."""

    @property
    def today(self) -> date:
        """Today in Việt Nam."""
        return local(self.now).date()

    @property
    def actor_id(self) -> int | None:
        """Id of who acts."""
        return self.actor.id if self.actor else None

    def audit(
        self,
        action: str,
        subject: str,
        subject_id: int | None = None,
        *,
        unit_id: int | None = None,
        **details: Any,
    ) -> None:
        """Record the act in this transaction; ids and counts only."""
        self.uow.audit.note(
            action,
            at=self.now,
            actor_id=self.actor_id,
            subject=subject,
            subject_id=subject_id,
            unit_id=unit_id,
            **details,
        )

    def queue(
        self,
        address: ChannelAddress,
        reply: Reply,
        *,
        purpose: str,
        priority: int = Priority.NOTICE,
        dedupe_key: str | None = None,
        announcement_id: int | None = None,
        answer_id: int | None = None,
        not_after: datetime | None = None,
    ) -> OutboxMessage:
        """Put *reply* to *address* in the outbox of this transaction."""
        message = OutboxMessage(
            **self._outgoing(address, reply, purpose, priority),
            dedupe_key=dedupe_key,
            announcement_id=announcement_id,
            answer_id=answer_id,
            not_after=not_after,
        )
        self.uow.outbox.add(message)
        self.queued += 1
        return message

    async def reply(
        self, address: ChannelAddress, replies: Sequence[Reply], lease: Mapping[str, Any]
    ) -> list[Due]:
        """Put the answers of a turn in the outbox; *lease* are the columns of who sends them.

        Every turn does this: all in one statement, without objects, behind what was queued before.
        """
        await self.uow.flush()
        replies = [replace(one, about=tuple(sorted({*one.about, *self.seen}))) for one in replies]
        rows = [
            {**self._outgoing(address, one, "reply", Priority.REPLY), **lease} for one in replies
        ]
        numbers = await self.uow.outbox.put(rows)
        self.queued += len(rows)
        return [
            Due(
                id=number,
                address_id=address.id,
                channel=address.channel,
                address=address.address,
                payload=row["payload"],
                priority=row["priority"],
                attempts=0,
                created_at=self.now,
                not_after=None,
            )
            for number, row in zip(numbers, rows, strict=True)
        ]

    def _outgoing(
        self, address: ChannelAddress, reply: Reply, purpose: str, priority: int
    ) -> dict[str, Any]:
        return {
            "address_id": address.id,
            "channel": address.channel,
            "payload": reply.to_json(),
            "payload_until": self.now + (_PRIVATE_KEPT if reply.private or reply.about else _KEPT),
            "purpose": purpose,
            "priority": priority,
            "created_at": self.now,
        }


@dataclass(slots=True)
class Turn:
    """One message on its way through the conversation."""

    work: Work
    incoming: Incoming
    address: ChannelAddress
    person: Person
    conversation: Conversation
    text: str
    match: Found | None = None
    units: tuple[int, ...] = ()
    """Where the person asks, the village first; empty while the FAQ is the same everywhere."""
    choice: str | None = None
    """Value of the option the answer stands for, when the step offered options."""
    data: dict[str, Any] = field(default_factory=dict)
    """What the open flow knows so far; kept with the conversation."""
    misses: int = 0
    neighbour: dict[str, Any] | None = None
    """Who of another household speaks with the owner's phone: ``name``, ``kind`` (``AskedFor``),
    ``since`` when (ISO), ``village_id`` once it was told, and ``names``: what else they are or were
    called, and for whom they asked since then; None for the owner."""
    unsettled: str | None = None
    """Another name that was told, while nobody said yet whose it is."""

    @property
    def files(self) -> tuple[File, ...]:
        """Files that came with the message."""
        return self.incoming.files

    @property
    def roles(self) -> frozenset[str]:
        """Roles of who speaks: everybody is at least a household, a neighbour nothing more."""
        if self.neighbour:
            return frozenset({Role.HOUSEHOLD.value})
        held = {grant.role.value for grant in self.person.roles if grant.revoked_at is None}
        return frozenset(held | {Role.HOUSEHOLD.value})

    @property
    def home_id(self) -> int | None:
        """Id of the village of who speaks, as far as it is known."""
        return self.neighbour.get("village_id") if self.neighbour else self.person.village_id

    @property
    def called(self) -> str | None:
        """How who speaks is called, as far as it is known."""
        return self.neighbour["name"] if self.neighbour else self.person.display_name

    @property
    def lent_to(self) -> dict[str, Any] | None:
        """The neighbour as a question keeps it: ``name`` and ``kind``."""
        return self.neighbour and {name: self.neighbour[name] for name in ("name", "kind")}

    def is_theirs(self, name: str | None, asked_for: AskedFor | None) -> bool:
        """Whether what was *asked_for* under *name* may be shown to who speaks.

        To the owner all may, to a neighbour nothing of the owner's or for somebody near to the
        owner, whatever name it bears.
        """
        if self.neighbour is None:
            return True
        lent = asked_for is AskedFor.HOUSEHOLD
        names = (self.neighbour["name"], *self.neighbour.get("names", ()))
        return lent and name_key(name or "") in {name_key(one) for one in names}

    def say(self, key: str, params: Mapping[str, Any] | None = None) -> str:
        """A text in the person's language."""
        return self.work.texts.render(self.person.language, key, params)
