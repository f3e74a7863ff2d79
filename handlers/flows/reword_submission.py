"""Putting the words of a question right that was sent: which one, the new words, read back."""

from __future__ import annotations

from handlers import answer_words, faq_offer, sent_words, which_sent
from handlers.captions import marked
from handlers.context import Turn
from handlers.errors import RuleError
from handlers.flow import Flow, Outcome, ask, ask_again, choose, done, option
from handlers.parsing import EDIT, NO, YES, gives_up, tells_something
from handlers.reply_words import AS_IT_IS
from handlers.services import codes, rewording
from storage.models import AskedFor, Submission

flow = Flow(
    "reword_submission",
    phrases=(sent_words.MEND,),
    understands=frozenset({sent_words.MEND}),
    draft=("text",),
    about_words=True,
)


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """The only one that was sent, or ask which."""
    sent = [one for one in await which_sent.of_speaker(turn) if not _is_others(turn, one)]
    if not sent:
        return done("reword-none")
    if len(sent) == 1:
        return await _ask_words(turn, sent[0])
    which_sent.note_others(turn, sent)
    kinds = await turn.work.uow.submissions.file_kinds([one.id for one in sent])
    labels = [which_sent.label(turn, one, kinds[one.id]) for one in sent]
    return choose("which", "reword-which", *labels, count=len(sent))


def _is_others(turn: Turn, row: Submission) -> bool:
    """Another household's question is not the owner's to change."""
    return turn.neighbour is None and row.asked_for is AskedFor.HOUSEHOLD


@flow.step
async def which(turn: Turn) -> Outcome:
    """The one that is meant, if it may still be changed."""
    sent = await which_sent.of_speaker(turn)
    found = next((one for one in sent if str(one.id) == turn.choice), None)
    return await _ask_words(turn, found) if found is not None else ask_again()


async def _ask_words(turn: Turn, row: Submission) -> Outcome:
    code = codes.shown(row.code)
    why = rewording.refusal(turn.work, row)
    if why is None and await turn.work.uow.submissions.group(row.id):
        why = "reword-grouped"
    if why is not None:
        return done(why, code=code)
    turn.data["id"], turn.data["code"] = row.id, code
    kinds = {file.kind for file in await turn.work.uow.submissions.attachments(row.id)}
    turn.data["before"] = marked(turn, row.text, kinds)
    return _asked(turn)


def _asked(turn: Turn) -> Outcome:
    keep = option("keep", "withdraw-no", means=(NO, AS_IT_IS))
    told = {name: turn.data[name] for name in ("code", "before")}
    return ask("words", "reword-words", keep, private=True, **told)


@flow.step
async def words(turn: Turn) -> Outcome:
    """The new words, or leave it."""
    leaves = turn.choice == "keep" or gives_up(turn.text)
    if leaves or AS_IT_IS in answer_words.meant(turn.text):
        return done("withdraw-left")
    if not tells_something(turn.text):
        return ask_again("question-words")
    match = faq_offer.match_of(turn, turn.text)
    turn.data["candidates"] = [{"id": one.id, "score": one.score} for one in match.candidates]
    turn.data["text"] = turn.text
    return choose(
        "sure",
        "reword-sure",
        option("yes", "reword-yes", means=(YES,)),
        option("edit", means=(EDIT,)),
        option("keep", "withdraw-no", means=(NO,)),
        private=True,
        code=turn.data["code"],
        text=turn.text,
    )


@flow.step
async def sure(turn: Turn) -> Outcome:
    """Put them in the place of the old ones."""
    if turn.choice == "edit":
        turn.data.pop("text", None)
        return _asked(turn)
    if turn.choice != "yes":
        return done("withdraw-left")
    try:
        row = await rewording.reword(
            turn.work, turn.data["id"], turn.data["text"], turn.data["candidates"]
        )
    except RuleError as why:
        return done(why.key, **why.params)
    return done("reword-done", code=codes.shown(row.code))
