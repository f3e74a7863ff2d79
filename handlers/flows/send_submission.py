"""Sending a message to the officials: village, consent, name, read back, code.

Other topics hand over here with ``text``, ``files``, and perhaps ``kind`` (else heard from the
words), ``topic``, ``candidates``, ``queue`` (further questions of the same message, which come
next), ``sender`` (what was told of the sender for the question before) and ``whose`` (somebody else
with this phone: ``name`` and ``kind``, of ``AskedFor``).
"""

from __future__ import annotations

from faq.wishes import only_wishes
from handlers import answer_words, reply_words, sent_words
from handlers.captions import Caption
from handlers.context import Turn
from handlers.flow import (
    Flow,
    Option,
    Outcome,
    StepFunction,
    ask,
    ask_again,
    done,
    go,
    option,
    say,
    settled,
)
from handlers.messages import MAX_TEXT
from handlers.parsing import EDIT, NO, YES, tells_something, yes_no
from handlers.services import answer_promise, codes, paper_numbers, submissions
from handlers.services.introduction import Introduction
from storage.models import AskedFor, DialogueSession, ReturnChannel, SubmissionKind

flow = Flow(
    "send_submission",
    draft=("text", "files"),
    asked=("text", "files", "queue", "name", "whose"),
    asks_anew=True,
    about_words=True,
    reads=frozenset(
        {"commune", "village", "consent", "name", "renamed", "back", "confirm", "change"}
    ),
    understands=frozenset({sent_words.WITHDRAW, sent_words.MEND}),
)

_SHOWN = 400
_SENDER = (
    "commune_id",
    "village_id",
    "elsewhere",
    "this_time",
    "name",
    "nameless",
    "agreed",
    "back",
)
"""What is told of the sender once for all questions of one message."""
_AS_IT_IS = frozenset({reply_words.AS_IT_IS, reply_words.SEND, reply_words.DROP})
"""What somebody means who was to write anew and leaves the words as they are."""
_STORY = 5
"""Syllables from which a message is no village and no answer."""
_RETURNS = {
    ReturnChannel.HERE: reply_words.HERE,
    ReturnChannel.VILLAGE_HEAD: reply_words.HEAD,
    ReturnChannel.MEETING: reply_words.MEETING,
}
"""Ways in which the answer may come, and the words that choose them."""


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Ask what is not known of the sender, then read back."""
    turn.data.setdefault("text", "")
    turn.data.setdefault("files", [])
    if "kind" not in turn.data:
        turn.data |= {"kind": _kind_of(turn.data["text"]), "kind_heard": True}
    if turn.neighbour:
        turn.data.setdefault("whose", turn.lent_to)
    if turn.data.get("whose"):
        turn.data["name"] = turn.data["whose"]["name"]
        if turn.data["whose"]["kind"] == AskedFor.HOUSEHOLD:
            # it is not the owner's home
            turn.data["village_id"] = turn.home_id if turn.neighbour else None
    turn.data |= turn.data.pop("sender", None) or {}
    return caption.ask(turn.data) if caption.lacks(turn.data) else await _introduced(turn)


async def _introduced(turn: Turn) -> Outcome:
    return await introduction.next(turn)


caption = Caption(flow, _introduced)


async def _known(turn: Turn) -> Outcome:
    """The sender is known: how should the answer come back?"""
    if "back" in turn.data:
        return await _read_back(turn)
    if not turn.data.get("fresh"):
        turn.data["back"] = await _usual_return(turn)
        return await _read_back(turn)
    return await _ask_back(turn)


def _goes_on(turn: Turn) -> bool:
    """Add a message that goes on with the story of a petition or feedback; False for a question."""
    data = turn.data
    told = f"{data['text']}\n{turn.text}".strip()
    asks = "?" in turn.text or (turn.match is not None and turn.match.decision == "answer")
    story = tells_something(turn.text) and len(turn.text.split()) >= _STORY
    if data["kind"] == SubmissionKind.QUESTION.value or asks or not story or len(told) > MAX_TEXT:
        return False
    data["text"] = told
    return True


introduction = Introduction(flow, _known, adds=_goes_on, settles=True)
flow.mends |= {"confirm", "change"}


@flow.step
async def back(turn: Turn) -> Outcome:
    """Take the way in which the answer should come."""
    if turn.choice is None and yes_no(turn.text) is False:
        return _next_question(turn, done("submission-dropped"))
    if turn.choice is None:
        return await introduction.mend(turn) or ask_again()
    turn.data["back"] = turn.choice
    return await _read_back(turn)


@flow.step
async def confirm(turn: Turn) -> Outcome:
    """Send, change or drop what was read back; a photo that comes now, and its words, are added."""
    if turn.files:
        if _tells_more(turn):
            turn.data["text"] = f"{turn.data['text']}\n{turn.text}".strip()
        turn.data["files"] = [*turn.data["files"], *(file.to_json() for file in turn.files)]
        return await _read_back(turn)
    meant = answer_words.meant(turn.text) if turn.choice is None else ()
    if turn.choice in {"send", "quiet"} or reply_words.QUIET in meant:
        if _is_called_anew(turn):
            return await _read_back(turn)
        return await _send(turn, quiet=turn.choice == "quiet")
    if reply_words.REWRITE in meant:
        return _ask_words()
    if turn.choice == "edit":
        return ask("change", "submission-change", *_changes(turn))
    if turn.choice == "cancel":
        return _next_question(turn, done("submission-dropped"))
    return await introduction.mend(turn) or ask_again()


@flow.step
async def change(turn: Turn) -> Outcome:
    """Ask again for the part that is to be changed."""
    if turn.choice is None:
        return await introduction.mend(turn) or ask_again()
    if turn.choice == "name":
        return introduction.ask_name()
    if turn.choice == "village":
        return await introduction.ask_village(turn)
    if turn.choice == "back":
        return await _ask_back(turn)
    return _ask_words()


def _ask_words() -> Outcome:
    return ask("retold", "submission-retell", files=True)


@flow.step
async def retold(turn: Turn) -> Outcome:
    """Take the new words; a photo alone adds to the words that are there."""
    if not turn.files and _keeps_words(turn.text):
        return await _read_back(turn)
    if not turn.files and not tells_something(turn.text):
        return ask_again("caption-words")
    turn.data["text"] = turn.text or turn.data["text"]
    turn.data["files"] = [*turn.data["files"], *(file.to_json() for file in turn.files)]
    if turn.data.get("kind_heard"):
        turn.data["kind"] = _kind_of(turn.data["text"])
    return await _read_back(turn)


async def _send(turn: Turn, *, quiet: bool) -> Outcome:
    data = turn.data
    row = await submissions.receive(
        turn.work,
        kind=SubmissionKind(data["kind"]),
        text=data["text"],
        commune_id=data["commune_id"],
        village_id=data["village_id"],
        asker=turn.person,
        asker_name=data["name"],
        asked_for=AskedFor(data["whose"]["kind"]) if data.get("whose") else None,
        anonymous=quiet or not data["name"],
        return_channel=ReturnChannel(data["back"]),
        topic=data.get("topic"),
        faq_candidates=data.get("candidates", ()),
        files=[submissions.file_of(one) for one in data["files"]],
    )
    says = [say("submission-received", code=codes.shown(row.code))]
    if quiet:
        says.append(say("submission-quiet"))
    says += await answer_promise.of(turn.work, row)
    if row.late:
        says.append(say("submission-late"))
    return settled(_next_question(turn, done(*says)), data["text"])


def _next_question(turn: Turn, ended: Outcome) -> Outcome:
    """The next question of the same message, or the end."""
    queue, whose = turn.data.get("queue"), turn.data.get("whose")
    if not queue:
        return ended
    sender = {name: turn.data[name] for name in _SENDER if turn.data.get(name)}
    begun = {"queue": queue, "sender": sender, **({"whose": whose} if whose else {})}
    return go("ask_question", says=ended.says, **begun)


async def _read_back(turn: Turn) -> Outcome:
    data = turn.data
    hidden = paper_numbers.take_out(turn)
    if data["village_id"] is None:
        place = turn.say("village-elsewhere")
    else:
        village = await turn.work.uow.units.get(data["village_id"])
        place = village.name if village else turn.say("village-elsewhere")
    quiet = option("quiet", "submission-send-quiet", means=(reply_words.QUIET,))
    return ask(
        "confirm",
        "submission-read-back" if data["text"] else "submission-read-back-files",
        option("send", "submission-send", means=(YES, reply_words.SEND)),
        option("edit", "option-edit", means=(EDIT,)),
        *((quiet,) if data["name"] else ()),
        option("cancel", "option-cancel", means=(NO, reply_words.DROP)),
        files=True,
        private=True,
        says=hidden,
        kind=turn.say(f"kind-{data['kind']}"),
        text=_short(data["text"]),
        files_count=len(data["files"]),
        name=_sender(turn),
        place=place,
        back=turn.say(f"back-{data['back']}"),
    )


def _kind_of(text: str) -> str:
    """What a message is that nobody chose a kind for: a wish that asks nothing is a petition."""
    kind = SubmissionKind.PETITION if only_wishes(text) else SubmissionKind.QUESTION
    return kind.value


def _sender(turn: Turn) -> str:
    name = turn.data["name"]
    if name and turn.data.get("whose"):
        return turn.say("name-lent", {"name": name})
    return name or turn.say("name-none")


async def _ask_back(turn: Turn) -> Outcome:
    meeting = await _meeting(turn)
    ways = [way for way in _RETURNS if meeting is not None or way is not ReturnChannel.MEETING]
    options = [option(way.value, f"return-{way.value}", means=(_RETURNS[way],)) for way in ways]
    return ask("back", "return-ask", *options)


async def _usual_return(turn: Turn) -> str:
    """The way of the last time; a meeting only when there is one ahead."""
    before = await turn.work.uow.submissions.of_person(turn.person.id, limit=1)
    way = before[0].return_channel if before else ReturnChannel.HERE
    if way is ReturnChannel.MEETING and await _meeting(turn) is None:
        way = ReturnChannel.HERE
    return way.value


async def _meeting(turn: Turn) -> DialogueSession | None:
    return await submissions.next_session(
        turn.work, turn.data["commune_id"], turn.data["village_id"]
    )


def _changes(turn: Turn) -> tuple[Option, ...]:
    return (
        option("text", "submission-change-text", means=(reply_words.REWRITE,)),
        option("name", "submission-change-name"),
        option("village", "submission-change-village"),
        option("back", "submission-change-back"),
    )


def _is_called_anew(turn: Turn) -> bool:
    """Take over a name that was put right elsewhere since; whether it was."""
    data, name = turn.data, turn.person.display_name
    if data.get("whose") or not data["name"] or name in {None, data["name"]}:
        return False
    data["name"] = name
    return True


def _keeps_words(text: str) -> bool:
    """Whether somebody who was to write anew leaves the words as they are: "gửi", "hết", "xong"."""
    return yes_no(text) is not None or not _AS_IT_IS.isdisjoint(answer_words.meant(text))


def _tells_more(turn: Turn) -> bool:
    """Whether the words beside a photo belong to the message, and are no answer to the menu."""
    is_answer = turn.choice is not None or yes_no(turn.text) is not None
    return tells_something(turn.text) and not is_answer


def _short(text: str) -> str:
    return text if len(text) <= _SHOWN else f"{text[:_SHOWN].rstrip()}…"


def _unless_taken_back(step: StepFunction) -> StepFunction:
    """*step*, where who asks does not say that it shall not be sent."""

    async def heard(turn: Turn) -> Outcome:
        if turn.choice is None and sent_words.meant(turn.text) == sent_words.WITHDRAW:
            return _next_question(turn, done("submission-dropped"))
        return await step(turn)

    return heard


for _name in flow.reads:
    flow.steps[_name] = _unless_taken_back(flow.steps[_name])
