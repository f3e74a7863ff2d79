"""Who owns the transaction: everything inside one ``async with`` commits together or not at all."""

from __future__ import annotations

from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from functools import cached_property

from sqlalchemy.ext.asyncio import AsyncSession

from storage.database import Database
from storage.queries import Queries
from storage.repositories.audit import AuditLog
from storage.repositories.conversations import Conversations
from storage.repositories.deliveries import Deliveries
from storage.repositories.dialogue_sessions import DialogueSessions
from storage.repositories.due_talks import DueTalks
from storage.repositories.faq_entries import FaqEntries
from storage.repositories.faq_learning import FaqProposals, FaqTold
from storage.repositories.files import Files
from storage.repositories.handovers import Handovers
from storage.repositories.legal_documents import LegalDocuments
from storage.repositories.mailbox import Mailbox
from storage.repositories.outbox import Outbox
from storage.repositories.people import People
from storage.repositories.registrations import Registrations
from storage.repositories.submissions import Submissions
from storage.repositories.units import Units
from storage.repositories.untold import UntoldNotices


class UnitOfWork:
    """Repositories over one transaction. Leaving without :meth:`commit` rolls back."""

    def __init__(
        self,
        opened: AsyncSession,
        file_dropped: Callable[[str], None] = lambda _: None,
        faq_changed: Callable[[], None] = lambda: None,
    ) -> None:
        self._opened = opened
        self._file_dropped = file_dropped
        self._faq_changed = faq_changed
        self._after: list[Callable[[], None]] = []

    async def commit(self) -> None:
        """Make everything lasting; then run what was put off with :meth:`after_commit`."""
        await self._opened.commit()
        for action in self._after:
            action()
        self._after.clear()

    @asynccontextmanager
    async def together(self) -> AsyncIterator[None]:
        """All changes made inside are undone when an error leaves it; the rest stays."""
        before = len(self._after)
        try:
            async with self._opened.begin_nested():
                yield
        except BaseException:
            del self._after[before:]
            raise

    async def flush(self) -> None:
        """Send pending rows, so that they have their ids."""
        await self._opened.flush()

    def after_commit(self, action: Callable[[], None]) -> None:
        """Run *action* once the transaction is lasting; never when it is rolled back."""
        self._after.append(action)

    def drop_file(self, storage_key: str) -> None:
        """Remove the bytes of a file once the transaction is lasting."""
        self.after_commit(lambda: self._file_dropped(storage_key))

    @cached_property
    def units(self) -> Units:
        """Administrative units and their settings."""
        return Units(self._opened)

    @cached_property
    def people(self) -> People:
        """Persons, addresses, roles, consent, households, invitations."""
        return People(self._opened)

    @cached_property
    def conversations(self) -> Conversations:
        """Conversations and message ids."""
        return Conversations(self._opened)

    @cached_property
    def due_talks(self) -> DueTalks:
        """Conversations in which something is due."""
        return DueTalks(self._opened)

    @cached_property
    def dialogue_sessions(self) -> DialogueSessions:
        """Dialogue sessions, quotas, announcements, download links."""
        return DialogueSessions(self._opened)

    @cached_property
    def registrations(self) -> Registrations:
        """Seats and waiting lists."""
        return Registrations(self._opened)

    @cached_property
    def submissions(self) -> Submissions:
        """Submissions, history, answers, files."""
        return Submissions(self._opened)

    @cached_property
    def faq(self) -> FaqEntries:
        """Entries of the FAQ, their revisions and the version of the whole."""
        return FaqEntries(self._opened, lambda: self.after_commit(self._faq_changed))

    @cached_property
    def legal(self) -> LegalDocuments:
        """The register of legal documents."""
        return LegalDocuments(self._opened)

    @cached_property
    def faq_told(self) -> FaqTold:
        """Which entries were told."""
        return FaqTold(self._opened)

    @cached_property
    def faq_proposals(self) -> FaqProposals:
        """What the FAQ could learn."""
        return FaqProposals(self._opened)

    @cached_property
    def files(self) -> Files:
        """What refers to private files, and the daily allowance."""
        return Files(self._opened)

    @cached_property
    def outbox(self) -> Outbox:
        """Messages on their way out."""
        return Outbox(self._opened)

    @cached_property
    def handovers(self) -> Handovers:
        """Messages given up at one account."""
        return Handovers(self._opened)

    @cached_property
    def untold(self) -> UntoldNotices:
        """What did not reach somebody."""
        return UntoldNotices(self._opened)

    @cached_property
    def deliveries(self) -> Deliveries:
        """What became of them."""
        return Deliveries(self._opened)

    @cached_property
    def mailbox(self) -> Mailbox:
        """Messages as their people read them."""
        return Mailbox(self._opened)

    @cached_property
    def audit(self) -> AuditLog:
        """Who did what."""
        return AuditLog(self._opened)

    @cached_property
    def queries(self) -> Queries:
        """Reads for lists that leave the system."""
        return Queries(self._opened)


class Storage:
    """Gives units of work over a database."""

    def __init__(self, database: Database) -> None:
        self.database = database
        self.file_dropped: Callable[[str], None] = lambda _: None
        """Removes the bytes of a storage key; the file store sets it."""
        self.faq_changed: Callable[[], None] = lambda: None
        """Told once a change of the FAQ is lasting; who keeps the FAQ in memory sets it."""

    @asynccontextmanager
    async def write(self) -> AsyncIterator[UnitOfWork]:
        """A unit of work that may change things."""
        async with self.database.writing() as opened:
            yield UnitOfWork(opened, self.file_dropped, self.faq_changed)

    @asynccontextmanager
    async def read(self) -> AsyncIterator[UnitOfWork]:
        """A unit of work for reading only; what it would change is rolled back."""
        async with self.database.reading() as opened:
            yield UnitOfWork(opened)

    @asynccontextmanager
    async def snapshot(self) -> AsyncIterator[UnitOfWork]:
        """Like :meth:`read`, and every read sees the same moment, however long it takes."""
        async with self.database.snapshot() as opened:
            yield UnitOfWork(opened)
