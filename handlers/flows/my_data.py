"""XEM: what we hold of the person, in words."""

from __future__ import annotations

from handlers.context import Turn
from handlers.flow import Flow, Option, Outcome, Say, ask, ask_again, done, go, option, say
from handlers.parsing import NO, YES
from handlers.services import asked_words, people
from handlers.texts import date_words

flow = Flow(
    "my_data", owners=True, triggers=("xem du lieu", "thong tin cua toi", "xem thong tin cua toi")
)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Tell it field by field, and how to have it corrected or erased."""
    found = await people.held(turn.work, turn.person)
    draft = await _draft(turn)
    if found.nothing:
        return done(*(draft or (say("data-nothing"),)))
    none = turn.say("data-none")
    says = [
        say(
            "data-who",
            name=found.name or none,
            village=found.village or none,
            phone=found.phone or none,
        ),
        say(
            "data-counts",
            submissions=found.submissions,
            files=found.files,
            registrations=found.registrations,
        ),
    ]
    if found.waiting:
        says.append(say("registration-held-waiting", count=found.waiting))
    if found.requested:
        says.append(say("registration-held-requested", count=found.requested))
    if found.answers:
        says.append(say("data-answers", count=found.answers))
    if found.consented_at is not None:
        says.append(say("data-consent", day=date_words(found.consented_at)))
    if found.call_agreed_at is not None:
        says.append(say("data-consent-call", day=date_words(found.call_agreed_at)))
    if found.stopped:
        says.append(say("data-stopped"))
    if draft:  # what is being written goes on
        return done(*says, *draft, say("data-how"), say("data-how-correct"))
    options = _choices(turn, found)
    return ask("pick", "data-how", *options, says=tuple(says))


def _choices(turn: Turn, found: people.Held) -> tuple[Option, ...]:
    """What may be put right here: a village that goes with a role is the commune's to change."""
    free = not any(grant.revoked_at is None for grant in turn.person.roles)
    return (
        *((option("name", "correct-name"),) if found.name else ()),
        *((option("village", "correct-village"),) if found.village and free else ()),
        *((option("other", "data-other"),) if free else ()),
        option("enough", "data-enough", means=(YES, NO)),
    )


@flow.step
async def pick(turn: Turn) -> Outcome:
    """Correct name or village, ask for somebody else, or leave it."""
    if turn.choice in {"name", "village"}:
        return go("correct_data", what=turn.choice)
    if turn.choice == "other":
        return go("other_person")
    return done() if turn.choice == "enough" else ask_again()


async def _draft(turn: Turn) -> tuple[Say, ...]:
    """What is written and not sent, and when it goes."""
    if not asked_words.is_writing(turn.conversation.frames):
        return ()
    agreed = await people.consented(turn.work, turn.person)
    return (say("data-draft", agreed=int(agreed), days=turn.work.rules.draft_days),)
