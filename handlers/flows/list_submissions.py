"""Officials find what households sent, read one with its history, and decide about it."""

from __future__ import annotations

from typing import Any

from faq.entries import FaqEntry
from handlers import access
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import (
    OFFICIALS,
    Flow,
    Option,
    Outcome,
    Say,
    ask,
    ask_again,
    choose,
    done,
    option,
    say,
)
from handlers.parsing import key
from handlers.services import (
    announcements,
    answers,
    codes,
    dialogue_sessions,
    download_links,
    submissions,
)
from handlers.services.answers import ChangedMeanwhile, Delivered
from handlers.texts import date_words
from storage.models import Submission, SubmissionState
from storage.repositories.submissions import SubmissionFilter

flow = Flow(
    "list_submissions",
    roles=OFFICIALS,
    triggers=("xem cau hoi", "danh sach cau hoi", "cau hoi moi", "cau hoi va kien nghi"),
    interruptible=False,
)

_OPEN = (
    SubmissionState.RECEIVED,
    SubmissionState.NEEDS_DETAIL,
    SubmissionState.ASSIGNED,
    SubmissionState.IN_PROGRESS,
)
_CLOSED = frozenset({SubmissionState.WITHDRAWN, SubmissionState.DUPLICATE})
_LISTED = 40
_SHOWN_WORDS = 7
_WAYS = ("here", "by_head", "at_meeting", "nobody")


# -- finding ------------------------------------------------------------------------------------


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Ask which ones."""
    turn.data["commune"] = (await access.commune_of_official(turn.work)).id
    return _ask_filter()


def _ask_filter() -> Outcome:
    return choose(
        "filter_by",
        "inbox-ask",
        *(option(name, f"inbox-{name}") for name in ("new", "topic", "village", "overdue", "mine")),
    )


@flow.step
async def filter_by(turn: Turn) -> Outcome:
    """List at once, or ask for the topic or the village."""
    await access.official_of(turn.work, turn.data["commune"])
    if turn.choice == "topic":
        return choose("by_topic", "inbox-ask-topic", *_topic_options())
    if turn.choice == "village":
        villages = await turn.work.uow.units.villages(turn.data["commune"])
        return choose(
            "by_village",
            "inbox-ask-village",
            *(option(str(one.id), label=one.name) for one in villages),
        )
    turn.data["filter"] = {"by": turn.choice}
    return await _list(turn)


def _topic_options() -> list[Option]:
    return [option(one, f"topic-{one}") for one in (*dialogue_sessions.TOPICS, "phap-ly")]


@flow.step
async def by_topic(turn: Turn) -> Outcome:
    """Those of one topic."""
    turn.data["filter"] = {"by": "topic", "topic": turn.choice}
    return await _list(turn)


@flow.step
async def by_village(turn: Turn) -> Outcome:
    """Those of one village."""
    turn.data["filter"] = {"by": "village", "village": int(turn.choice or 0)}
    return await _list(turn)


async def _list(turn: Turn) -> Outcome:
    """The short list: code and first words. What an official sees is audited.

    The talk may have begun before the official was moved to another commune: checked again here.
    """
    await access.official_of(turn.work, turn.data["commune"])
    wanted = _filter(turn)
    found = await turn.work.uow.submissions.listed(wanted, limit=_LISTED)
    if not found:
        return _with(_ask_filter(), say("inbox-none"))
    turn.work.audit(
        "submission.listed", "unit", wanted.commune_id, unit_id=wanted.commune_id, shown=len(found)
    )
    return choose(
        "open_one",
        "inbox-which",
        *(option(str(one.id), label=_short(turn, one)) for one in found),
        count=await turn.work.uow.submissions.count(wanted),
    )


def _filter(turn: Turn) -> SubmissionFilter:
    told: dict[str, Any] = turn.data["filter"]
    return SubmissionFilter(
        commune_id=turn.data["commune"],
        states=None if told["by"] in {"topic", "village"} else _OPEN,
        topic=told.get("topic"),
        village_id=told.get("village"),
        overdue_at=turn.work.now if told["by"] == "overdue" else None,
        assignee_id=turn.person.id if told["by"] == "mine" else None,
    )


def _short(turn: Turn, one: Submission) -> str:
    words = one.text.split()
    shown = " ".join(words[:_SHOWN_WORDS])[:60] + ("…" if len(words) > _SHOWN_WORDS else "")
    return turn.say("inbox-line", {"code": codes.shown(one.code), "words": shown})


def _with(outcome: Outcome, *says: Say) -> Outcome:
    return Outcome(says=(*says, *outcome.says), prompt=outcome.prompt)


# -- reading one --------------------------------------------------------------------------------


@flow.step
async def open_one(turn: Turn) -> Outcome:
    """The whole of one submission."""
    return await _show(turn, int(turn.choice or 0))


async def _show(turn: Turn, submission_id: int) -> Outcome:
    found = await access.submission(turn.work, submission_id)
    turn.data |= {"id": found.id, "version": found.version, "code": codes.shown(found.code)}
    for name in ("text", "basis", "faq"):
        turn.data.pop(name, None)
    entry = _candidate(turn, found)
    says = [*await _facts(turn, found), *await _past(turn, found)]
    if entry is not None:
        says.append(_faq_say(turn, entry))
    return await _ask_act(turn, found, *says)


async def _ask_act(turn: Turn, found: Submission, *says: Say) -> Outcome:
    files = bool(await turn.work.uow.submissions.attachments(found.id))
    actions = _actions(found, _candidate(turn, found), files=files)
    return choose("act", "inbox-action", *actions, says=says)


def _actions(found: Submission, entry: FaqEntry | None, *, files: bool) -> list[Option]:
    names = ["files"] if files else []
    if found.state in _CLOSED:
        names.append("back")
    else:
        names += ["answer", "faq", "assign", "topic", "duplicate", "redirect"]
        if entry is None:
            names.remove("faq")
            names.append("back")
    return [option(name, f"inbox-do-{name}") for name in names]


async def _give_files(turn: Turn) -> Outcome:
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
    topic = announcements.topic_name(turn.work, turn.person.language, found.topic or "none")
    village = await turn.work.uow.units.get(found.village_id) if found.village_id else None
    says = [
        say(
            "inbox-head",
            code=codes.shown(found.code),
            kind=turn.say(f"inbox-kind-{found.kind.value}"),
            topic=topic,
            state=turn.say(f"inbox-state-{found.state.value}"),
        ),
        say("inbox-text", text=found.text),
        say(
            "inbox-from",
            name=await _asker(turn, found),
            village=village.name if village else turn.say("inbox-no-village"),
            date=date_words(found.created_at),
            due=date_words(found.due_at) if found.due_at else turn.say("inbox-no-due"),
        ),
    ]
    if found.teller_id is not None:
        says.append(say("inbox-teller", name=await _name(turn, found.teller_id)))
    files = await turn.work.uow.submissions.attachments(found.id)
    if files:
        says.append(say("inbox-files", count=len(files)))
    return says


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
    says: list[Say] = []
    group = await turn.work.uow.submissions.group(found.id)
    if group:
        says.append(say("inbox-group", count=len(group)))
    if found.assignee_id is not None:
        says.append(say("inbox-assignee", name=await _name(turn, found.assignee_id)))
    history = await turn.work.uow.submissions.history(found.id)
    if len(history) > 1:
        steps = [
            turn.say(
                "inbox-history-step",
                {
                    "date": date_words(one.at),
                    "state": turn.say(f"inbox-state-{one.to_state}"),
                },
            )
            for one in history
        ]
        says.append(say("inbox-history", steps="; ".join(steps)))
    if found.answers:
        says.append(say("inbox-answer-now", text=found.answers[-1].text))
    return says


def _candidate(turn: Turn, found: Submission) -> FaqEntry | None:
    """The nearest FAQ entry that may still be stated today; none for what is closed."""
    if found.state in _CLOSED:
        return None
    for one in found.faq_candidates:
        entry = turn.work.faq.entry(str(one.get("id", "")))
        if entry is not None and not entry.is_stale(turn.work.today):
            return entry
    return None


def _faq_say(turn: Turn, entry: FaqEntry) -> Say:
    short = entry.answer.short
    if entry.review.state != "reviewed":
        short = f"{short} {turn.say('inbox-faq-unreviewed')}"
    return say("inbox-faq", question=entry.question, answer=short)


# -- deciding -----------------------------------------------------------------------------------


@flow.step
async def act(turn: Turn) -> Outcome:
    """Begin what was chosen."""
    match turn.choice:
        case "files":
            return await _give_files(turn)
        case "answer":
            return ask("answer_text", "answer-ask-text")
        case "faq":
            return await _use_faq(turn)
        case "assign":
            return await _ask_official(turn)
        case "topic":
            return choose("new_topic", "answer-ask-new-topic", *_topic_options())
        case "duplicate":
            return ask("same_code", "answer-ask-same-code")
        case "redirect":
            return ask("where", "answer-ask-where")
    return await _list(turn)


@flow.step
async def answer_text(turn: Turn) -> Outcome:
    """The words of the answer."""
    text = turn.text.strip()
    if not text or len(text) > answers.LONGEST:
        return ask_again("answer-text-wrong", most=answers.LONGEST)
    turn.data["text"] = text
    return _ask_basis(turn)


async def _use_faq(turn: Turn) -> Outcome:
    found = await access.submission(turn.work, turn.data["id"])
    entry = _candidate(turn, found)
    if entry is None:
        return ask("answer_text", "answer-ask-text")
    turn.data["text"], turn.data["faq"] = entry.answer.short, entry.id
    citations = entry.current_citations(turn.work.today)
    known = [", ".join(filter(None, (one.number, one.article))) for one in citations[:2]]
    if known:
        turn.data["known_basis"] = "; ".join(known)
    return _ask_basis(turn)


def _ask_basis(turn: Turn) -> Outcome:
    known = turn.data.get("known_basis")
    options = [option("none", "answer-no-basis")]
    if known:
        options.insert(0, option("known", "answer-keep-basis", basis=known))
    return ask("basis", "answer-ask-basis", *options)


@flow.step
async def basis(turn: Turn) -> Outcome:
    """The legal basis, or none."""
    if turn.choice == "known":
        turn.data["basis"] = turn.data["known_basis"]
    elif turn.choice == "none" or key(turn.text) in {"khong", "khong co"}:
        turn.data["basis"] = None
    elif len(turn.text) > answers.LONGEST_BASIS:
        return ask_again("session-text-too-long", most=answers.LONGEST_BASIS)
    else:
        turn.data["basis"] = turn.text.strip()
    return _read_back(turn)


def _read_back(turn: Turn) -> Outcome:
    told = turn.data["basis"]
    shown = (
        turn.say("answer-basis", {"basis": told.rstrip(".")})
        if told
        else turn.say("answer-basis-none")
    )
    return choose(
        "release",
        "answer-read-back",
        option("send", "answer-release"),
        option("edit", "answer-edit"),
        option("drop", "answer-drop"),
        code=turn.data["code"],
        text=turn.data["text"],
        basis=shown,
    )


@flow.step
async def release(turn: Turn) -> Outcome:
    """Send the answer, unless somebody else was first."""
    if turn.choice == "edit":
        turn.data.pop("faq", None)
        return ask("answer_text", "answer-ask-text")
    if turn.choice != "send":
        return done("answer-dropped", menu=True)
    try:
        delivered = await answers.answer(
            turn.work,
            turn.data["id"],
            turn.data["text"],
            turn.data["basis"],
            turn.data["version"],
            faq_entry_id=turn.data.get("faq"),
        )
    except ChangedMeanwhile as late:
        return _too_late(late)
    return done("answer-released", code=turn.data["code"], how=_how(turn, delivered), menu=True)


def _how(turn: Turn, delivered: Delivered) -> str:
    counts = [(way, getattr(delivered, way)) for way in _WAYS]
    return " ".join(
        turn.say(f"answer-how-{way}", {"count": count}) for way, count in counts if count
    )


def _too_late(late: ChangedMeanwhile) -> Outcome:
    return choose(
        "stale",
        "answer-stale-ask",
        option("read", "answer-stale-read"),
        option("leave", "answer-stale-leave"),
        says=(Say(late.key, late.params),),
    )


@flow.step
async def stale(turn: Turn) -> Outcome:
    """Read the newest state, or leave it."""
    if turn.choice == "read":
        return await _show(turn, turn.data["id"])
    return done(menu=True)


# -- assign, topic, duplicate, redirect ---------------------------------------------------------


async def _ask_official(turn: Turn) -> Outcome:
    officials = await submissions.officials(turn.work, turn.data["commune"])
    others = [one for one in officials if one.display_name]
    if len(others) < 2:  # noqa: PLR2004 - oneself is no choice
        return _with(await _show(turn, turn.data["id"]), say("answer-no-official"))
    return choose(
        "official",
        "answer-ask-official",
        *(option(str(one.id), label=one.display_name or "") for one in others),
    )


@flow.step
async def official(turn: Turn) -> Outcome:
    """Give it to the chosen official."""
    try:
        chosen = await answers.assign(
            turn.work, turn.data["id"], int(turn.choice or 0), turn.data["version"]
        )
    except ChangedMeanwhile as late:
        return _too_late(late)
    return done("answer-assigned", code=turn.data["code"], name=chosen.display_name, menu=True)


@flow.step
async def new_topic(turn: Turn) -> Outcome:
    """Put it under the chosen topic."""
    try:
        await answers.change_topic(
            turn.work, turn.data["id"], turn.choice or "", turn.data["version"]
        )
    except ChangedMeanwhile as late:
        return _too_late(late)
    return _with(
        await _show(turn, turn.data["id"]), say("answer-topic-changed", code=turn.data["code"])
    )


@flow.step
async def same_code(turn: Turn) -> Outcome:
    """The code of the other one, then a confirmation."""
    try:
        other = await answers.find_other(turn.work, turn.data["id"], turn.text)
    except RuleError as refused:
        return ask_again(refused.key)
    turn.data["same_code"] = other.code
    return choose(
        "merge",
        "answer-duplicate-confirm",
        option("yes", "answer-duplicate-yes"),
        option("no", "answer-drop"),
        code=turn.data["code"],
        other=codes.shown(other.code),
    )


@flow.step
async def merge(turn: Turn) -> Outcome:
    """Let this one share the answer of the other."""
    if turn.choice != "yes":
        return await _show(turn, turn.data["id"])
    try:
        other = await answers.mark_duplicate(
            turn.work, turn.data["id"], turn.data["same_code"], turn.data["version"]
        )
    except ChangedMeanwhile as late:
        return _too_late(late)
    return done("answer-duplicate-done", other=codes.shown(other.code), menu=True)


@flow.step
async def where(turn: Turn) -> Outcome:
    """What to tell the household about the office in charge."""
    text = turn.text.strip()
    if not text or len(text) > answers.LONGEST:
        return ask_again("answer-text-wrong", most=answers.LONGEST)
    turn.data["text"] = text
    return choose(
        "redirect_sure",
        "answer-redirect-confirm",
        option("send", "answer-release"),
        option("drop", "answer-drop"),
        text=text,
    )


@flow.step
async def redirect_sure(turn: Turn) -> Outcome:
    """Tell the household where to go."""
    if turn.choice != "send":
        return await _show(turn, turn.data["id"])
    try:
        await answers.redirect(turn.work, turn.data["id"], turn.data["text"], turn.data["version"])
    except ChangedMeanwhile as late:
        return _too_late(late)
    return done("answer-redirected", code=turn.data["code"], menu=True)
