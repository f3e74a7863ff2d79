"""An official writes a new entry of the FAQ, perhaps for a question that households asked."""

from __future__ import annotations

from typing import Any

from faq.content import with_learned
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import (
    OFFICIALS,
    Flow,
    Option,
    Outcome,
    ask,
    ask_again,
    choose,
    done,
    go,
    option,
    say,
)
from handlers.parsing import key
from handlers.services import faq_changes, faq_entries, faq_fit, faq_proposals, notice_words
from handlers.services.faq_changes import Saved
from handlers.which_document import WhichDocument

flow = Flow(
    "faq_new",
    roles=OFFICIALS,
    triggers=("soan cau moi", "them cau moi", "soan cau hoi moi"),
    interruptible=False,
    draft=("question", "short"),
)

_LONGEST_QUESTION = 300
_NONE = "none"


@flow.entry
async def start(turn: Turn) -> Outcome:
    """Ask for the topic; ``proposal`` names the proposal that the entry answers."""
    known = await faq_entries.topics(turn.work)
    if "proposal" in turn.data:
        found = await faq_proposals.view(turn.work, turn.data["proposal"])
        turn.data |= {"asked": found.text, "answer": found.answer}
        if found.topic in known:
            turn.data["topic"] = found.topic
            return _ask_question(turn)
    language = turn.person.language
    topics = (option(one, label=notice_words.topic_name(turn.work, language, one)) for one in known)
    return choose("topic", "answer-ask-new-topic", *topics)


@flow.step
async def topic(turn: Turn) -> Outcome:
    """Keep the topic, ask for the question."""
    turn.data["topic"] = turn.choice
    return _ask_question(turn)


def _ask_question(turn: Turn) -> Outcome:
    return ask("question", "faq-new-question", *_offered(turn.data.get("asked")))


@flow.step
async def question(turn: Turn) -> Outcome:
    """Keep the question, ask for the short answer."""
    typed = turn.data["asked"] if turn.choice == "use" else turn.text.strip()
    if not 0 < len(typed) <= _LONGEST_QUESTION:
        return ask_again("faq-text-wrong", most=_LONGEST_QUESTION)
    refused = await _unfit(turn, typed)
    if refused is not None:
        return refused
    turn.data["question"] = typed
    return ask("short", "faq-new-short", *_offered(turn.data.get("answer")))


def _offered(words: str | None) -> tuple[Option, ...]:
    return (option("use", "faq-new-use", text=words),) if words else ()


@flow.step
async def short(turn: Turn) -> Outcome:
    """Keep the answer, ask for the document it rests on."""
    typed = turn.data["answer"] if turn.choice == "use" else turn.text.strip()
    if not 0 < len(typed) <= faq_changes.LONGEST:
        return ask_again("faq-text-wrong", most=faq_changes.LONGEST)
    refused = await _unfit(turn, typed)
    if refused is not None:
        return refused
    turn.data["short"] = typed
    return document.start()


async def _unfit(turn: Turn, typed: str) -> Outcome | None:
    try:
        await faq_fit.refuse(turn.work, typed)
    except RuleError as refused:
        return ask_again(refused.key, **refused.params)
    return None


async def _read_back(turn: Turn) -> Outcome:
    data = turn.data
    return choose(
        "sure",
        "faq-new-read-back",
        option("save", "faq-save"),
        option("again", "answer-edit"),
        option("drop", "answer-drop"),
        question=data["question"],
        text=data["short"],
        document=turn.say("faq-view-no-basis")
        if data["document"] == _NONE
        else turn.say("faq-new-basis", {"document": await _number(turn)}),
    )


document = WhichDocument(
    flow, _read_back, question="faq-new-document", others=(option(_NONE, "answer-no-basis"),)
)


async def _number(turn: Turn) -> str:
    row = await turn.work.uow.legal.get(turn.data["document"])
    number = (row.number if row else None) or str(turn.data["document"])
    recalled = row is not None and row.number_recalled
    return turn.say("faq-view-recalled", {"document": number}) if recalled else number


@flow.step
async def sure(turn: Turn) -> Outcome:
    """Save it, write it again, or give it up."""
    if turn.choice == "again":
        return _ask_question(turn)
    if turn.choice != "save":
        return done("faq-not-saved", menu=True)
    try:
        made = await _made(turn)
    except RuleError as refused:
        return done(refused.key, menu=True, **refused.params)
    return go("faq_entries", says=(say("faq-saved"),), open=made.entry_id)


async def _made(turn: Turn) -> Saved:
    data = turn.data
    content: dict[str, Any] = {
        "question": data["question"],
        "answer": {"short": data["short"]},
    }
    if data["document"] != _NONE:
        content["cites"] = [{"document": data["document"]}]
    asked = data.get("asked")
    if asked and key(asked) != key(data["question"]):
        content = with_learned(content, [asked])
    if "proposal" in data:
        return await faq_proposals.approve_as_entry(
            turn.work, data["proposal"], data["topic"], content
        )
    return await faq_changes.create(turn.work, data["topic"], content)
