"""A village head asks for a household that has no phone: name if it agrees, words, read back."""

from __future__ import annotations

from faq.entries import FaqEntry
from handlers import access, faq_offer, speakers
from handlers.captions import Caption, marked
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import (
    HEADS,
    Flow,
    Outcome,
    Say,
    ask,
    ask_again,
    choose,
    done,
    option,
    preceded,
    say,
)
from handlers.heads import TOPICS, Where
from handlers.messages import File
from handlers.name_parts import without_aside
from handlers.names import problem_of
from handlers.parsing import EDIT, tells_something
from handlers.reply_words import REWRITE
from handlers.services import codes, faq_told, faq_words, guard_counts, paper_numbers, submissions
from handlers.texts import moment_words
from storage.models import ReturnChannel, SubmissionKind

flow = Flow(
    "ask_on_behalf",
    roles=HEADS,
    triggers=("hoi thay", "hoi giup", "hoi ho", "gui thay", "hoi thay cho ho dan"),
    phrases=(speakers.FOR_OTHER,),
    hears=TOPICS,
    draft=("text", "files"),
    asked=("text", "files", "name"),
    asks_anew=True,
    interruptible=False,
)

_KINDS = (SubmissionKind.QUESTION, SubmissionKind.PETITION, SubmissionKind.FEEDBACK)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Settle the village, then ask for whom."""
    return await where.start(turn)


async def _first(turn: Turn) -> Outcome:
    """Ask for whom, unless the first words told it."""
    name = turn.data.get("name")
    if name is not None and problem_of(name) is None:
        return _next(turn)
    turn.data.pop("name", None)
    return _ask_who()


def _ask_who() -> Outcome:
    return ask("who", "behalf-who", option("unnamed", "behalf-unnamed"))


where = Where(flow, _first, meeting=False)


@flow.step
async def who(turn: Turn) -> Outcome:
    """Take the household's name, when it agrees to be named."""
    if turn.choice == "unnamed":
        turn.data["name"] = None
    else:
        name = without_aside(turn.text)
        problem = problem_of(name)
        if problem is not None:
            return ask_again(f"names-{problem}")
        turn.data["name"] = name
    return _next(turn)


def _next(turn: Turn) -> Outcome:
    """Ask what is not known yet, or read back: "Sửa" forgets one part and comes here again."""
    data = turn.data
    if "kind" not in data:
        options = [option(kind.value, f"behalf-kind-{kind.value}") for kind in _KINDS]
        return choose("kind", "behalf-kind", *options)
    if "text" not in data:
        return ask("words", "behalf-words", files=True)
    if data["name"] is None:
        data["private"] = True
    if "private" not in data:
        return choose(
            "privacy",
            "behalf-privacy",
            option("open", "behalf-open"),
            option("quiet", "behalf-quiet"),
            name=data["name"],
        )
    return _read_back(turn)


@flow.step
async def kind(turn: Turn) -> Outcome:
    """Question, petition or feedback."""
    turn.data["kind"] = turn.choice
    told_first = "text" in turn.data and "candidates" not in turn.data
    return await _told(turn) if told_first else _next(turn)


@flow.step
async def words(turn: Turn) -> Outcome:
    """Take the household's words; a question that the FAQ answers surely is answered first."""
    if not turn.files and not tells_something(turn.text):
        return ask_again("behalf-tell")
    data = turn.data
    data.pop("bare", None)
    data["text"] = turn.text
    data["files"] = [file.to_json() for file in turn.files]
    return caption.ask(data) if caption.lacks(data) else await _told(turn)


async def _told(turn: Turn) -> Outcome:
    turn.data["candidates"] = []
    if turn.data["text"] and turn.data["kind"] == SubmissionKind.QUESTION.value:
        return await _look_up(turn)
    return _next(turn)


caption = Caption(flow, _told)


async def _look_up(turn: Turn) -> Outcome:
    match = faq_offer.match_of(turn, turn.data["text"])
    turn.data["candidates"] = [{"id": one.id, "score": one.score} for one in match.candidates]
    turn.data.pop("topic", None)
    sure = faq_offer.sure(turn, match)
    if sure is not None:
        return await _offer(turn, sure)
    likely = faq_offer.likely(turn, match)
    if not likely:
        return _next(turn)
    options = [option(entry.id, label=entry.question) for entry in likely]
    return choose("which", "behalf-which", *options, option("none", "faq-none-of-these"))


@flow.step
async def which(turn: Turn) -> Outcome:
    """The question that the household means, or none of them: it goes on to the officials."""
    entry = turn.work.faq.entry(turn.choice or "")
    return await _offer(turn, entry) if entry is not None else _next(turn)


async def _offer(turn: Turn, entry: FaqEntry) -> Outcome:
    """The answer, for the head to read out."""
    if entry.is_stale(turn.work.today):
        return _next(turn)
    turn.data["topic"], turn.data["entry"] = entry.topic, entry.id
    await faq_told.record(turn.work, entry, turn.person)
    told = await faq_words.short(turn.work, entry, turn.person)
    return await _ask_verdict(turn, entry, told, more=faq_words.has_more(entry))


async def _ask_verdict(
    turn: Turn, entry: FaqEntry, told: tuple[Say, ...], *, more: bool
) -> Outcome:
    details = (option("more", "faq-more"),) if more else ()
    yes, no = option("yes", "behalf-verdict-yes"), option("no", "behalf-verdict-no")
    if not await faq_words.leaves_open(turn.work, entry, turn.person):
        return choose("verdict", "behalf-verdict", yes, no, *details, says=told)
    send, enough = option("no", "faq-open-send"), option("yes", "faq-open-enough")
    return choose("verdict", "behalf-pass-on", send, enough, *details, says=told)


@flow.step
async def verdict(turn: Turn) -> Outcome:
    """The head tells the household, or the question goes on to the officials."""
    if turn.choice == "more":
        entry = turn.work.faq.entry(turn.data["entry"])
        if entry is None:  # taken out meanwhile
            return _next(turn)
        if entry.is_stale(turn.work.today):
            return preceded(_next(turn), faq_words.not_told(entry, turn.work.today))
        return await _ask_verdict(turn, entry, faq_words.more(entry), more=False)
    if turn.choice == "yes":
        await guard_counts.count(turn.work, "faq-yes", turn.person.commune_id)
        return done("behalf-answered")
    await guard_counts.count(turn.work, "faq-no", turn.person.commune_id)
    return _next(turn)


@flow.step
async def privacy(turn: Turn) -> Outcome:
    """Whether the household's name may be said."""
    turn.data["private"] = turn.choice == "quiet"
    return _next(turn)


# -- reading back and sending ---------------------------------------------------------------------


def _read_back(turn: Turn, says: tuple[Say, ...] = ()) -> Outcome:
    data = turn.data
    hidden = paper_numbers.take_out(turn)
    named = data["name"] is not None
    return choose(
        "confirm",
        "behalf-read-back-named" if named else "behalf-read-back",
        option("send", "behalf-send"),
        option("edit", means=(EDIT, REWRITE)),
        option("leave", "option-cancel"),
        private=True,
        says=(*says, *hidden),
        kind=turn.say(f"behalf-kind-{data['kind']}"),
        text=marked(turn, data["text"], {file["kind"] for file in data["files"]}),
        village=data["village"],
        name=data["name"] or "",
        shown=turn.say("behalf-name-quiet" if data["private"] else "behalf-name-open"),
    )


@flow.step
async def confirm(turn: Turn) -> Outcome:
    """Send, change or drop what was read back."""
    if turn.choice == "send":
        return await _send(turn)
    if turn.choice == "edit":
        return choose(
            "change",
            "behalf-change",
            option("text", "behalf-change-text"),
            option("name", "behalf-change-name"),
            option("kind", "behalf-change-kind"),
            option("private", "behalf-change-private"),
        )
    return done("behalf-left")


@flow.step
async def change(turn: Turn) -> Outcome:
    """Ask again for one part."""
    data = turn.data
    if turn.choice == "name":
        data.pop("private", None)
        return _ask_who()
    if turn.choice == "private" and data["name"] is None:
        return _read_back(turn, (say("behalf-no-name"),))
    data.pop(turn.choice or "", None)
    return _next(turn)


async def _send(turn: Turn) -> Outcome:
    data = turn.data
    await access.head_of(turn.work, data["village_id"])
    village = await turn.work.uow.units.get(data["village_id"])
    if village is None or village.parent_id is None:
        raise RuleError("not-found")
    row = await submissions.receive(
        turn.work,
        kind=SubmissionKind(data["kind"]),
        text=data["text"],
        commune_id=village.parent_id,
        village_id=village.id,
        asker=None,
        asker_name=data["name"],
        teller=turn.person,
        anonymous=data["private"],
        return_channel=ReturnChannel.VILLAGE_HEAD,
        topic=data.get("topic"),
        faq_candidates=data["candidates"],
        files=[File(**file) for file in data["files"]],
    )
    says = [say("behalf-sent", code=codes.shown(row.code))]
    if row.due_at is not None:
        says.append(say("behalf-due", day=moment_words(row.due_at)))
    if row.late:
        says.append(say("behalf-late"))
    return done(*says)
