"""One submission with everything an official must know of it."""

from __future__ import annotations

from faq.entries import FaqEntry
from handlers import access, which_session
from handlers.captions import marked
from handlers.context import Turn
from handlers.flow import Option, Outcome, Say, choose, option, say
from handlers.flows.list_submissions import grouped
from handlers.services import (
    answer_delivery,
    assignments,
    codes,
    download_links,
    notice_words,
    rewording,
    untold,
)
from handlers.texts import date_words, moment_words
from storage.models import Submission, SubmissionEvent, SubmissionState

_CLOSED = frozenset({SubmissionState.WITHDRAWN, SubmissionState.DUPLICATE})
_FITS = 0.35
"""From this probability on an entry is put before an official as the one that may be meant.

Below it the nearest of all entries is most often of something else, and is one press from the
household.
"""


async def show(turn: Turn, submission_id: int) -> Outcome:
    """The whole of one submission and what may be done with it."""
    found = await access.submission(turn.work, submission_id)
    turn.data |= {"id": found.id, "version": found.version, "code": codes.shown(found.code)}
    for name in ("text", "typed", "basis", "known_basis", "odd_basis", "faq", "replaces"):
        turn.data.pop(name, None)
    replaced = answer_delivery.corrected_by(found)
    if replaced is not None:
        turn.data["replaces"] = date_words(replaced.created_at)
    entry = candidate(turn, found)
    says = [*await _facts(turn, found), *await _past(turn, found)]
    if entry is not None:
        says.append(_faq_say(turn, entry))
    return await _ask_act(turn, found, *says)


async def _ask_act(turn: Turn, found: Submission, *says: Say) -> Outcome:
    files = bool(await turn.work.uow.submissions.attachments(found.id))
    told = await untold.may_be_told(turn.work, found)
    actions = [*_actions(found, files=files, told=told), *grouped.offered(found)]
    return choose("act", "inbox-action", *actions, says=says)


def _actions(found: Submission, *, files: bool, told: bool) -> list[Option]:
    """What may be done; a wrong ⚠ stands near the top, a missing one is rare and stands last."""
    names = [*(["files"] if files else []), *(["told"] if told else [])]
    calm = ["calm"] if found.danger is not None else []
    urgent = ["urgent"] if found.danger is None else []
    if found.state is SubmissionState.WITHDRAWN:
        names.append("back")
    elif found.state in _CLOSED:
        names += ["back", *calm, *urgent]
    else:
        ready = [] if found.danger is not None else ["faq"]
        names += ["answer", *calm, *ready, "assign", "topic", "duplicate"]
        names += ["redirect", *urgent, "kind"]
    words = {"answer": "inbox-do-correct"} if found.answers else {}
    return [option(name, words.get(name, f"inbox-do-{name}")) for name in names]


async def give_files(turn: Turn) -> Outcome:
    """Links of our own server: what a household sent never leaves through servers elsewhere."""
    made = await download_links.create_for_files(turn.work, turn.data["id"])
    server = turn.work.rules.public_url
    lines = [
        turn.say(f"inbox-file-{file.kind.value}", {"url": f"{server}/t/{token}"})
        for file, token in made
    ]
    told = say("inbox-file-links", minutes=turn.work.rules.link_minutes, links="\n".join(lines))
    found = await access.submission(turn.work, turn.data["id"])
    return await _ask_act(turn, found, told)


async def _facts(turn: Turn, found: Submission) -> list[Say]:
    topic = notice_words.topic_name(turn.work, turn.person.language, found.topic or "none")
    if found.topic_guessed:
        topic = turn.say("inbox-topic-guessed", {"topic": topic})
    village = await turn.work.uow.units.get(found.village_id) if found.village_id else None
    files = await turn.work.uow.submissions.attachments(found.id)
    says = await _danger(turn, found)
    says += [
        say(
            "inbox-head",
            code=codes.shown(found.code),
            kind=turn.say(f"inbox-kind-{found.kind.value}"),
            topic=topic,
            state=turn.say(f"inbox-state-{found.state.value}"),
        ),
        say("inbox-text", text=marked(turn, found.text, {file.kind for file in files})),
        say(
            "inbox-from",
            name=await _asker(turn, found),
            village=village.name if village else turn.say("inbox-no-village"),
            date=date_words(found.created_at),
            due=_due_words(turn, found),
        ),
    ]
    says.append(await _session(turn, found))
    if found.teller_id is not None:
        says.append(say("inbox-teller", name=await _name(turn, found.teller_id)))
    if files:
        says.append(say("inbox-files", count=len(files)))
    return says


def _due_words(turn: Turn, found: Submission) -> str:
    """Until when it is to be answered; somebody in danger does not wait ten days."""
    if found.danger is not None:
        return turn.say("inbox-due-now")
    return moment_words(found.due_at) if found.due_at else turn.say("inbox-no-due")


async def _danger(turn: Turn, found: Submission) -> list[Say]:
    """That it cannot wait, and the number that was left to be called."""
    if found.danger is None:
        return []
    says = [say("inbox-danger", danger=turn.say(f"inbox-danger-{found.danger}"))]
    asker = await turn.work.uow.people.get(found.asker_id) if found.asker_id else None
    if asker is not None and asker.phone:
        says.append(say("inbox-danger-call", phone=asker.phone))
    return says


async def _session(turn: Turn, found: Submission) -> Say:
    if found.dialogue_session_id is None:
        return say("inbox-no-session")
    meeting = await access.dialogue_session(turn.work, found.dialogue_session_id)
    return say("inbox-of-session", line=which_session.line(turn, meeting))


async def _asker(turn: Turn, found: Submission) -> str:
    if found.anonymous:
        return turn.say("inbox-anonymous")
    if found.asker_name:
        return found.asker_name
    return await _name(turn, found.asker_id)


async def _name(turn: Turn, person_id: int | None) -> str:
    person = await turn.work.uow.people.get(person_id) if person_id else None
    return (person.display_name if person else None) or turn.say("inbox-no-name")


async def _past(turn: Turn, found: Submission) -> list[Say]:
    """Group, assignee, history, answer given."""
    says = await grouped.told(turn, found)
    if found.assignee_id is not None:
        says.append(say("inbox-assignee", name=await _name(turn, found.assignee_id)))
    history = await turn.work.uow.submissions.history(found.id)
    if len(history) > 1:
        steps = [_step(turn, one) for one in history]
        says.append(say("inbox-history", steps="; ".join(steps)))
    if found.answers and found.answers[-1].text:
        says.append(say("inbox-answer-now", text=found.answers[-1].text))
        if await turn.work.uow.untold.waiting([found.answers[-1].id]):
            says.append(say("inbox-answer-untold"))
    return says


def _step(turn: Turn, event: SubmissionEvent) -> str:
    """A line of history: what it became, or the state that it came to."""
    kind, date = assignments.kind_noted(event), date_words(event.at)
    if kind is not None:
        params = {"date": date, "kind": turn.say(f"inbox-kind-{kind}")}
        return turn.say("inbox-history-kind", params)
    if event.reason == rewording.REWORDED:
        return turn.say("inbox-history-reworded", {"date": date})
    state = turn.say(f"inbox-state-{event.to_state}")
    return turn.say("inbox-history-step", {"date": date, "state": state})


def candidate(turn: Turn, found: Submission) -> FaqEntry | None:
    """The likeliest FAQ entry that fits and may still be stated today.

    None for what is closed, nor for somebody in danger: a ready answer is no help there.
    """
    if found.state in _CLOSED or found.danger is not None:
        return None
    for one in found.faq_candidates:
        if float(one.get("score", 0)) < _FITS:
            continue
        entry = turn.work.faq.entry(str(one.get("id", "")))
        if entry is not None and not entry.is_stale(turn.work.today):
            return entry
    return None


def _faq_say(turn: Turn, entry: FaqEntry) -> Say:
    short = entry.answer.short
    if entry.review.state != "reviewed":
        short = f"{short} {turn.say('inbox-faq-unreviewed')}"
    return say("inbox-faq", question=entry.question, answer=short)
