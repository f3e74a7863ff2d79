"""All tables, by area."""

from storage.models.audit import AuditEntry
from storage.models.base import Base
from storage.models.conversations import Conversation, GuardCount, InboundMessage
from storage.models.dialogue_sessions import (
    DialogueSession,
    Programme,
    Registration,
    RegistrationState,
    SessionState,
    VillageQuota,
)
from storage.models.outbox import (
    Announcement,
    DownloadLink,
    OutboxMessage,
    OutboxState,
    Priority,
)
from storage.models.people import (
    AddressState,
    ChannelAddress,
    Consent,
    ConsentPurpose,
    Household,
    HouseholdLink,
    Invitation,
    Person,
    PovertyStatus,
    Role,
    RoleGrant,
)
from storage.models.places import Unit, UnitLevel, UnitName, UnitSetting
from storage.models.submissions import (
    Answer,
    AnswerForm,
    Attachment,
    AttachmentKind,
    ReturnChannel,
    Submission,
    SubmissionEvent,
    SubmissionKind,
    SubmissionState,
)

__all__ = [
    "AddressState",
    "Announcement",
    "Answer",
    "AnswerForm",
    "Attachment",
    "AttachmentKind",
    "AuditEntry",
    "Base",
    "ChannelAddress",
    "Consent",
    "ConsentPurpose",
    "Conversation",
    "DialogueSession",
    "DownloadLink",
    "GuardCount",
    "Household",
    "HouseholdLink",
    "InboundMessage",
    "Invitation",
    "OutboxMessage",
    "OutboxState",
    "Person",
    "PovertyStatus",
    "Priority",
    "Programme",
    "Registration",
    "RegistrationState",
    "ReturnChannel",
    "Role",
    "RoleGrant",
    "SessionState",
    "Submission",
    "SubmissionEvent",
    "SubmissionKind",
    "SubmissionState",
    "Unit",
    "UnitLevel",
    "UnitName",
    "UnitSetting",
    "VillageQuota",
]
