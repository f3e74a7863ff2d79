"""Messages that this process took on to send: a queue per address, one in flight.

A queue ends early when its first message has to wait for another try: all behind it go back to the
table, where claiming keeps their order. A reply committed meanwhile must not overtake them. Its
turn sees in the database what waits there; what is going back, or went back while the turn ran, is
known here.
"""

from __future__ import annotations

from collections import Counter, deque
from collections.abc import Iterable, KeysView
from dataclasses import dataclass
from datetime import datetime
from time import monotonic

from storage.repositories.outbox import Due

_MOST_REMEMBERED = 10_000
_SURE_SECONDS = 2.0
"""So long a message may wait here before its lease is looked at again."""


@dataclass(frozen=True, slots=True)
class Lease:
    """What replies of a turn are born with; taken before the turn reads the database."""

    owner: str
    until: datetime
    setbacks: int
    """How many queues of this process had ended early by then."""


class Queues:
    """The queues of one process."""

    def __init__(self) -> None:
        self._held: dict[int, str] = {}
        """Channel by id of messages in this process, from claim or birth until what became of them
        is recorded."""
        self._sure: dict[int, float] = {}
        """When the lease of a held message was last seen in the table."""
        self._counts: Counter[str] = Counter()
        self.returning: dict[int, int] = {}
        """Address by id of messages whose lease is still to be given back."""
        self.setbacks = 0
        self._set_back: dict[int, int] = {}
        self._waiting: dict[int, deque[Due]] = {}

    @property
    def held(self) -> KeysView[int]:
        """Ids of the messages that this process holds."""
        return self._held.keys()

    def count(self, channel: str) -> int:
        """How many of *channel* this process holds."""
        return self._counts[channel]

    def let_go(self, ids: Iterable[int]) -> None:
        """What became of these is recorded, or another process has them."""
        for number in ids:
            channel = self._held.pop(number, None)
            self._sure.pop(number, None)
            if channel is not None:
                self._counts[channel] -= 1

    def add(self, message: Due) -> bool:
        """Take *message* on; True when its address has to be served from now."""
        if message.id not in self._held:
            self._held[message.id] = message.channel
            self._counts[message.channel] += 1
        self._sure[message.id] = monotonic()
        self.returning.pop(message.id, None)
        queue = self._waiting.get(message.address_id)
        if queue is not None:
            queue.append(message)
            return False
        self._waiting[message.address_id] = deque([message])
        return True

    def renewed(self, ids: Iterable[int]) -> None:
        """This process still has the leases of these."""
        now = monotonic()
        self._sure.update((number, now) for number in ids if number in self._held)

    def is_sure(self, message: Due) -> bool:
        """Whether the lease of *message*, which is held, was seen a moment ago."""
        return monotonic() - self._sure[message.id] < _SURE_SECONDS

    def replace(self, message: Due) -> None:
        """*message*, which is held, was claimed anew: what stands in its row now holds."""
        queue = self._waiting.get(message.address_id, deque())
        for place, one in enumerate(queue):
            if one.id == message.id:
                queue[place] = message
        self.renewed([message.id])

    def of(self, address_id: int) -> deque[Due]:
        """The queue of an address that is served."""
        return self._waiting[address_id]

    def overtakes(self, message: Due, lease: Lease) -> bool:
        """Whether *message*, born with *lease*, has to go behind messages that went back."""
        if self._set_back.get(message.address_id, 0) > lease.setbacks:
            return True
        return message.address_id in self.returning.values()

    def set_aside(self, message: Due) -> None:
        """Do not send *message* now: its lease is to be given back."""
        self.let_go([message.id])
        self.returning[message.id] = message.address_id

    def close(self, address_id: int, *, early: bool) -> None:
        """The address is served; *early*: a message has to wait, and all behind it go back."""
        queue = self._waiting.pop(address_id)
        if not early:
            self.let_go(message.id for message in queue)
            return
        for message in queue:
            if message.id in self._held:  # else another process has it
                self.set_aside(message)
        self.setbacks += 1
        if len(self._set_back) >= _MOST_REMEMBERED:  # only turns that run now ask for them
            self._set_back.clear()
        self._set_back[address_id] = self.setbacks
