"""Giving a submission to somebody, another topic or kind, another code, another office."""

from __future__ import annotations

from collections.abc import Collection

from handlers import access
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Outcome, Say, ask_again, choose, done, option, preceded, say
from handlers.flows.list_submissions import finding
from handlers.flows.list_submissions.answering import how, too_late
from handlers.flows.list_submissions.showing import show
from handlers.services import answers, assignments, codes, grouping, submissions, ungrouping, untold
from handlers.services.answer_sources import AnswerOutdated, BasisEnded
from handlers.services.submission_changes import ChangedMeanwhile
from storage.models import Submission, SubmissionKind

_NONE = "none"
_COMPARED = 20
"""Words of each that are shown side by side."""


async def ask_official(turn: Turn) -> Outcome:
    """To whom it is given."""
    officials = await submissions.officials(turn.work, turn.data["commune"])
    others = [one for one in officials if one.display_name]
    if len(others) < 2:  # noqa: PLR2004 - oneself is no choice
        return preceded(await show(turn, turn.data["id"]), say("answer-no-official"))
    return choose(
        "official",
        "answer-ask-official",
        *(option(str(one.id), label=one.display_name or "") for one in others),
    )


async def official(turn: Turn) -> Outcome:
    """Give it to the chosen official."""
    try:
        chosen = await assignments.assign(
            turn.work, turn.data["id"], int(turn.choice or 0), turn.data["version"]
        )
    except ChangedMeanwhile as late:
        return too_late(late)
    return done("answer-assigned", code=turn.data["code"], name=chosen.display_name, menu=True)


def ask_topic() -> Outcome:
    """Under which topic, or none: what was put under a wrong one can be taken out again."""
    none = option(_NONE, "topic-none")
    return choose("new_topic", "answer-ask-new-topic", *finding.topic_options(), none)


async def new_topic(turn: Turn) -> Outcome:
    """Put it under the chosen topic, or under none."""
    topic = None if turn.choice == _NONE else turn.choice
    try:
        await assignments.change_topic(turn.work, turn.data["id"], topic, turn.data["version"])
    except ChangedMeanwhile as late:
        return too_late(late)
    return preceded(
        await show(turn, turn.data["id"]), say("answer-topic-changed", code=turn.data["code"])
    )


async def ask_kind(turn: Turn) -> Outcome:
    """What it is instead."""
    found = await access.submission(turn.work, turn.data["id"])
    kinds = [one.value for one in assignments.KINDS if one is not found.kind]
    return choose(
        "new_kind",
        "answer-ask-new-kind",
        *(option(one, f"inbox-kind-{one}") for one in kinds),
        option("keep", "answer-keep-kind"),
        kind=turn.say(f"inbox-kind-{found.kind.value}"),
    )


async def new_kind(turn: Turn) -> Outcome:
    """Make it the chosen kind."""
    if turn.choice == "keep":
        return await show(turn, turn.data["id"])
    kind = SubmissionKind(turn.choice or "")
    try:
        await assignments.change_kind(turn.work, turn.data["id"], kind, turn.data["version"])
    except ChangedMeanwhile as late:
        return too_late(late)
    named = turn.say(f"inbox-kind-{kind.value}")
    done_ = say("answer-kind-changed", code=turn.data["code"], kind=named)
    return preceded(await show(turn, turn.data["id"]), done_)


async def same_code(turn: Turn) -> Outcome:
    """The code of the other one, then a confirmation."""
    try:
        other = await grouping.find_other(turn.work, turn.data["id"], turn.text)
    except RuleError as refused:
        return ask_again(refused.key)
    turn.data["same_code"] = other.code
    both = [await access.submission(turn.work, one) for one in (turn.data["id"], other.id)]
    kinds = await turn.work.uow.submissions.file_kinds([one.id for one in both])
    lines = [await _begins(turn, one, kinds[one.id]) for one in both]
    return choose(
        "merge",
        "answer-duplicate-confirm",
        option("yes", "answer-duplicate-yes"),
        option("no", "answer-drop"),
        code=turn.data["code"],
        other=codes.shown(other.code),
        lines="\n".join(lines),
    )


async def _begins(turn: Turn, one: Submission, kinds: Collection[str]) -> str:
    """Code, village and first words: whether two ask the same is seen from these."""
    village = await turn.work.uow.units.get(one.village_id) if one.village_id else None
    params = {
        "code": codes.shown(one.code),
        "village": village.name if village else turn.say("inbox-no-village"),
        "words": finding.first_words(turn, one, kinds, most=_COMPARED),
    }
    return turn.say("answer-duplicate-line", params)


async def merge(turn: Turn) -> Outcome:
    """Let this one share the answer of the other."""
    if turn.choice != "yes":
        return await show(turn, turn.data["id"])
    try:
        other = await grouping.mark_duplicate(
            turn.work, turn.data["id"], turn.data["same_code"], turn.data["version"]
        )
    except ChangedMeanwhile as late:
        return too_late(late)
    except (AnswerOutdated, BasisEnded) as refused:
        return preceded(await show(turn, turn.data["id"]), Say(refused.key, refused.params))
    return done("answer-duplicate-done", other=codes.shown(other.code), menu=True)


async def take_out(turn: Turn) -> Outcome:
    """It is no duplicate: it gets an answer of its own."""
    try:
        await ungrouping.take_out(turn.work, turn.data["id"], turn.data["version"])
    except ChangedMeanwhile as late:
        return too_late(late)
    done_ = say("answer-apart-done", code=turn.data["code"])
    return preceded(await show(turn, turn.data["id"]), done_)


async def told(turn: Turn) -> Outcome:
    """The village head has told it."""
    try:
        await untold.told_by_head(turn.work, turn.data["id"], turn.data["version"])
    except ChangedMeanwhile as late:
        return too_late(late)
    noted = say("answer-told-done", code=turn.data["code"])
    return preceded(await show(turn, turn.data["id"]), noted)


async def where(turn: Turn) -> Outcome:
    """What to tell the household about the office in charge."""
    text = turn.text.strip()
    if not text or len(text) > answers.LONGEST:
        return ask_again("answer-text-wrong", most=answers.LONGEST)
    turn.data |= {"text": text, "typed": True}
    return choose(
        "redirect_sure",
        "answer-redirect-confirm",
        option("send", "answer-release"),
        option("drop", "answer-drop"),
        text=text,
    )


async def redirect_sure(turn: Turn) -> Outcome:
    """Tell the household where to go."""
    if turn.choice != "send":
        return await show(turn, turn.data["id"])
    try:
        delivered = await answers.redirect(
            turn.work, turn.data["id"], turn.data["text"], turn.data["version"]
        )
    except ChangedMeanwhile as late:
        turn.data.pop("typed", None)
        return too_late(late)
    ways = how(turn, delivered)
    return done("answer-redirected", code=turn.data["code"], how=ways, menu=True)
