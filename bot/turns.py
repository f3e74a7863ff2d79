"""One turn of a talk inside its transaction: what a message is answered, or that it is unread."""

from __future__ import annotations

from datetime import timedelta

from faq.guards import Guard
from faq.matcher import Scored
from handlers.context import Turn, Work
from handlers.flows import ASKED
from handlers.global_words import HOME
from handlers.messages import Incoming, Reply, joined
from handlers.router import Router
from handlers.services import asked_words, pace
from handlers.talk import Talk
from storage.models import Conversation, Person


class Turns:
    """Gives messages to the router, and keeps where the talk stands then."""

    def __init__(self, router: Router) -> None:
        self._router = router

    async def replies(
        self,
        work: Work,
        incoming: Incoming,
        conversation: Conversation,
        scored: Scored | None,
    ) -> list[Reply]:
        """Read the message, or leave it when there were too many in this minute."""
        address, most = conversation.address, work.rules.turns_per_minute
        talk = Talk.load(conversation.frames, conversation.menu_seq)
        turn = Turn(
            work=work,
            incoming=incoming,
            address=address,
            person=address.person,
            text=incoming.text,
            misses=conversation.misses,
            conversation=conversation,
        )
        unread = pace.begin(conversation, work.now, most)
        if pace.is_full(conversation, most) and not self._cannot_wait(turn, talk):
            pace.leave_unread(conversation)
            return pace.patience(work, address.person, conversation, most)
        replies = await self._converse(turn, talk, scored)
        if unread:  # before the question that closes the turn, after what danger needs first
            replies.insert(-1, pace.not_read(work, address.person, unread))
        return joined(replies)

    def _cannot_wait(self, turn: Turn, talk: Talk) -> bool:
        """Whether danger makes us read on: what tells of it, and then what the person adds.

        Once it is heard, at most one message a second: a machine that repeats our words is one too.
        """
        if self._router.in_danger(talk):
            return pace.has_breath(turn.conversation, turn.work.now)
        return self._router.tells_danger(turn)

    async def _converse(self, turn: Turn, talk: Talk, scored: Scored | None) -> list[Reply]:
        work, conversation = turn.work, turn.conversation
        turn.units = await _units_of(work, turn.person)
        turn.match = work.faq.decide(scored, work.today, turn.units) if scored else None
        waived = None
        if conversation.waived_guard:  # setting what is set already costs a look at every object
            waived, conversation.waived_guard = Guard(conversation.waived_guard), None
        replies = await self._router.turn(turn, talk, waived=waived)
        frames = talk.dump()
        open_flow = talk.top is not None and talk.top.flow != HOME
        idle = timedelta(hours=work.rules.idle_hours)
        await work.uow.conversations.keep(
            conversation,
            frames=frames,
            menu_seq=talk.menu_seq,
            misses=turn.misses,
            window_count=pace.read(conversation, work.rules.turns_per_minute),
            updated_at=work.now,
            expires_at=work.now + idle if open_flow else None,
            words_until=asked_words.until(frames, ASKED, work.now),
            reminded=False,
        )
        return replies


async def _units_of(work: Work, person: Person) -> tuple[int, ...]:
    """Where somebody asks, as far as entries of the FAQ differ by place."""
    where = person.village_id or person.commune_id
    if where is None or not work.faq.has_scopes:
        return ()
    return tuple(await work.uow.units.lineage(where))
