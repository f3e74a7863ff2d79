"""Officials find what households sent, read one with its history, and decide about it."""

from __future__ import annotations

from collections.abc import Mapping

from handlers import access, official_words
from handlers.context import Turn
from handlers.flow import OFFICIALS, Flow, Outcome, StepFunction, ask
from handlers.flows.list_submissions import (
    answering,
    correcting,
    deciding,
    finding,
    marking,
    showing,
    unreached,
)
from handlers.parsing import key
from handlers.which_entry import WhichEntry
from handlers.which_session import WhichSession

_UNTOLD = ("tin chua toi", "tin chua toi nguoi dan", "tin chua toi dan")
_LISTS: Mapping[str, str] = {official_words.UNANSWERED: "new", official_words.OVERDUE: "overdue"}
"""Meanings that ask for a list at once, and which one."""

flow = Flow(
    "list_submissions",
    roles=OFFICIALS,
    triggers=(
        *("xem cau hoi", "danh sach cau hoi", "cau hoi moi", "cau hoi va kien nghi", "cau hoi"),
        *_UNTOLD,
    ),
    phrases=(official_words.CORRECT, *_LISTS),
    dates=frozenset({"untold_day"}),
    draft=("typed",),
    draft_waits=True,
    interruptible=False,
)


_TYPED: Mapping[str, tuple[str, str]] = {
    "duplicate": ("same_code", "answer-ask-same-code"),
    "redirect": ("where", "answer-ask-where"),
}
"""What begins with words: the step that takes them, and the question."""


_AT_ONCE: Mapping[str, StepFunction] = {
    "files": showing.give_files,
    "assign": deciding.ask_official,
    "kind": deciding.ask_kind,
    "told": deciding.told,
    "apart": deciding.take_out,
}
"""What begins, or is done, without a question here."""


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Ask which ones; or show the one in ``open``, whose code the official typed.

    An answer that was wrong is corrected at once.
    """
    turn.data["commune"] = (await access.commune_of_official(turn.work)).id
    if "open" in turn.data:
        turn.data["filter"] = {"by": "new"}
        opened = correcting.begin if turn.data.pop("correct", False) else showing.show
        return await opened(turn, turn.data.pop("open"))
    meant = turn.data.pop("meant", None)
    if meant == official_words.CORRECT:
        return await correcting.start(turn)
    if meant in _LISTS:
        turn.data["filter"] = {"by": _LISTS[meant]}
        return await finding.listed(turn)
    if key(turn.text) in _UNTOLD:
        return await unreached.listed(turn)
    return await finding.ask_filter(turn)


other_entry = WhichEntry(flow, answering.corrected)


async def _always(_turn: Turn) -> bool:
    return True


by_session = WhichSession(flow, finding.by_session, or_none=_always)


@flow.step
async def filter_by(turn: Turn) -> Outcome:
    """List at once, or ask for the topic, the village or the dialogue session."""
    await access.official_of(turn.work, turn.data["commune"])
    match turn.choice:
        case "topic":
            return finding.ask_topic()
        case "village":
            return await finding.ask_village(turn)
        case "session":
            return await by_session.start(turn)
        case "untold":
            return await unreached.listed(turn)
    turn.data["filter"] = {"by": turn.choice}
    return await finding.listed(turn)


@flow.step
async def ready(turn: Turn) -> Outcome:
    """Use the ready answer, or say which one it should have been."""
    return other_entry.start() if turn.choice == "other" else await answering.use_faq(turn)


@flow.step
async def open_one(turn: Turn) -> Outcome:
    """The whole of one submission."""
    return await showing.show(turn, int(turn.choice or 0))


@flow.step
async def act(turn: Turn) -> Outcome:
    """Begin what was chosen."""
    match turn.choice:
        case "faq":
            return await answering.ask_ready(turn) or other_entry.start()
        case "topic":
            return deciding.ask_topic()
        case "answer":
            return answering.ask_text(turn)
        case "duplicate" | "redirect" as typed:
            return ask(*_TYPED[typed])
        case "calm" | "urgent":
            return marking.ask(turn)
        case "files" | "assign" | "kind" | "told" | "apart" as at_once:
            return await _AT_ONCE[at_once](turn)
    return await finding.listed(turn)


for _step in (
    finding.by_topic,
    finding.by_village,
    answering.answer_text,
    answering.basis,
    answering.release,
    answering.keep,
    answering.stale,
    correcting.correct_one,
    deciding.official,
    deciding.new_topic,
    deciding.new_kind,
    deciding.same_code,
    deciding.merge,
    deciding.where,
    deciding.redirect_sure,
    marking.calm,
    marking.urgent,
    unreached.untold_one,
    unreached.untold_act,
    unreached.untold_how,
    unreached.untold_day,
):
    flow.step(_step)
