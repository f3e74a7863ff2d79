"""A device that is shared, or was lost: what it showed is put out of its reach."""

from __future__ import annotations

from handlers.context import Work
from storage.models import AddressState, ChannelAddress


async def forget(work: Work, address: ChannelAddress) -> None:
    """Cut the account *address* off: nothing more is sent there, an open draft is dropped.

    The person, their submissions and seats stay: this is about one device, not about erasing.
    """
    await work.uow.handovers.stop_address(address.id, work.now, "forgotten")
    talk = await work.uow.conversations.locked(address, work.now)
    talk.frames, talk.expires_at, talk.words_until = [], None, None
    talk.waived_guard = None
    address.state = AddressState.FORGOTTEN
    work.audit("address.forgotten", "channel_address", address.id)
