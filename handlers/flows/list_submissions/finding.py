"""Which submissions an official wants to see, and the short list of them."""

from __future__ import annotations

from collections.abc import Collection, Sequence
from typing import Any

from handlers import access
from handlers.captions import marked
from handlers.context import Turn
from handlers.flow import Option, Outcome, choose, option, preceded, say
from handlers.flows.list_submissions import unreached
from handlers.services import adoption, codes, session_plans
from storage.models import Submission, SubmissionState
from storage.repositories.submissions import SubmissionFilter

_OPEN = (
    SubmissionState.RECEIVED,
    SubmissionState.NEEDS_DETAIL,
    SubmissionState.ASSIGNED,
    SubmissionState.IN_PROGRESS,
)
_LISTED = 40
_SHOWN_WORDS = 7
_WAYS = ("new", "topic", "village", "overdue", "mine", "session")


async def ask_filter(turn: Turn) -> Outcome:
    """Ask which ones; what did not reach people stands first, while there is any."""
    ways = [option(name, f"inbox-{name}") for name in _WAYS]
    return choose("filter_by", "inbox-ask", *await unreached.filters(turn), *ways)


def ask_topic() -> Outcome:
    """Ask for the topic."""
    return choose("by_topic", "inbox-ask-topic", *topic_options())


async def ask_village(turn: Turn) -> Outcome:
    """Ask for the village."""
    villages = await turn.work.uow.units.villages(turn.data["commune"])
    options = (option(str(one.id), label=one.name) for one in villages)
    return choose("by_village", "inbox-ask-village", *options)


def topic_options() -> list[Option]:
    """Every topic that a submission may stand under."""
    return [option(one, f"topic-{one}") for one in (*session_plans.TOPICS, "phap-ly")]


async def by_topic(turn: Turn) -> Outcome:
    """Those of one topic."""
    turn.data["filter"] = {"by": "topic", "topic": turn.choice}
    return await listed(turn)


async def by_village(turn: Turn) -> Outcome:
    """Those of one village."""
    turn.data["filter"] = {"by": "village", "village": int(turn.choice or 0)}
    return await listed(turn)


async def by_session(turn: Turn) -> Outcome:
    """Those of one dialogue session, or of none yet."""
    turn.data["filter"] = {"by": "session", "session": turn.data.pop("dialogue_session")}
    return await listed(turn)


async def listed(turn: Turn) -> Outcome:
    """The short list: code and first words. What an official sees is audited.

    The talk may have begun before the official was moved to another commune: checked again here.
    """
    await access.official_of(turn.work, turn.data["commune"])
    wanted = _filter(turn)
    found = await turn.work.uow.submissions.listed(wanted, limit=_LISTED)
    if not found:
        return preceded(await ask_filter(turn), say("inbox-none"))
    count = await turn.work.uow.submissions.count(wanted)
    return await offered(turn, found, "open_one", "inbox-which", count)


async def offered(
    turn: Turn, found: Sequence[Submission], step: str, question: str, count: int | None = None
) -> Outcome:
    """Let one of *found* be chosen, of which there are *count* in all. The sight is audited."""
    shown, commune_id = found[:_LISTED], turn.data["commune"]
    turn.work.audit("submission.listed", "unit", commune_id, unit_id=commune_id, shown=len(shown))
    turn.work.seen.update(one.id for one in shown)
    kinds = await turn.work.uow.submissions.file_kinds([one.id for one in shown])
    return choose(
        step,
        question,
        *(option(str(one.id), label=_short(turn, one, kinds[one.id])) for one in shown),
        count=len(found) if count is None else count,
    )


def _filter(turn: Turn) -> SubmissionFilter:
    told: dict[str, Any] = turn.data["filter"]
    commune_id = turn.data["commune"]
    if told["by"] == "session" and told["session"] is None:
        return adoption.loose(commune_id)
    return SubmissionFilter(
        commune_id=commune_id,
        states=None if told["by"] in {"topic", "village", "session"} else _OPEN,
        topic=told.get("topic"),
        village_id=told.get("village"),
        dialogue_session_id=told.get("session"),
        overdue_at=turn.work.now if told["by"] == "overdue" else None,
        assignee_id=turn.person.id if told["by"] == "mine" else None,
    )


def first_words(turn: Turn, one: Submission, kinds: Collection[str], *, most: int) -> str:
    """How a submission begins, and which *kinds* of files came with it."""
    words = one.text.split()
    shown = " ".join(words[:most])[: most * 9] + ("…" if len(words) > most else "")
    return marked(turn, shown, kinds)


def _short(turn: Turn, one: Submission, kinds: Collection[str]) -> str:
    words_and_files = first_words(turn, one, kinds, most=_SHOWN_WORDS)
    if one.danger is not None:
        key = "inbox-line-danger"
    else:
        key = "inbox-line" if one.dialogue_session_id is not None else "inbox-line-loose"
    return turn.say(key, {"code": codes.shown(one.code), "words": words_and_files})
