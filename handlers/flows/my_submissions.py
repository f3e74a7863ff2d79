"""What I sent and what became of it; looking up by code, also of what somebody else sent."""

from __future__ import annotations

from handlers import official_words, phrases, sent_words, which_sent
from handlers.captions import marked
from handlers.context import Turn
from handlers.flow import Flow, Outcome, Say, ask, ask_again, done, go, option, say
from handlers.parsing import NO, YES, key, yes_no
from handlers.services import (
    answer_promise,
    codes,
    submission_reading,
    submissions,
    withdrawal,
)
from handlers.texts import date_words
from storage.models import AskedFor, Submission, SubmissionState

flow = Flow(
    "my_submissions",
    triggers=(
        *(
            "tra cuu",
            "tra ma",
            "cau da gui",
            "cau hoi cua toi",
            "xem cau hoi",
            "danh sach cau hoi",
            "xem cau da gui",
            "ket qua",
        ),
        *("xem ket qua", "quen ma", "quen mat ma", "toi quen ma", "em quen ma", "toi quen mat ma"),
        *(
            "cau hoi dau",
            "cau da gui dau",
            "toi quen ma roi",
            "mat ma",
            "toi mat ma",
            "quen ma roi",
            "khong nho ma",
        ),
    ),
    reads=frozenset({"take_back"}),
    understands=frozenset({sent_words.WITHDRAW}),
    phrases=(phrases.MINE, sent_words.SENT, sent_words.WITHDRAW, sent_words.WITHDRAW_ONE),
)

_DIGITS_OF_CODE = 6


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Look a typed code up, or list what the person sent, the newest first."""
    meant = turn.data.pop("meant", None)
    if meant in {sent_words.WITHDRAW, sent_words.WITHDRAW_ONE}:
        return await _ask_back(turn, one=meant == sent_words.WITHDRAW_ONE)
    typed = turn.data.pop("code", None)
    if typed:
        return await _look_up(turn, typed)
    return await _list(turn, (say("code-unknown"),) if turn.data.pop("unclear", False) else ())


async def _list(turn: Turn, says: tuple[Say, ...]) -> Outcome:
    if turn.neighbour:
        says = (*says, say("other-mine", name=turn.neighbour["name"]))
    mine = await which_sent.of_speaker(turn)
    if not mine:
        return ask("pick", "mine-none", option("cancel", "option-cancel"), says=says)
    which_sent.note_others(turn, mine)
    kinds = await turn.work.uow.submissions.file_kinds([one.id for one in mine])
    labels = [which_sent.label(turn, one, kinds[one.id]) for one in mine]
    return ask("pick", "mine-which", *labels, says=says, count=len(mine))


async def _ask_back(turn: Turn, *, one: bool) -> Outcome:
    """The newest that may still be taken back; where there is none, how the others stand.

    *one*: its code is told, or what it is about.
    """
    sent = await which_sent.of_speaker(turn)
    typed = codes.within(turn.text) if one else None
    if typed is not None:
        sent = [row for row in sent if row.code.endswith(typed.digits)]
        if not sent:
            return await _stands(turn, typed)
    elif (
        one and sum(letter.isdigit() for letter in turn.text) == _DIGITS_OF_CODE
    ):  # one of them is wrong
        return await _list(turn, (say("code-unknown"),))
    mine = [row for row in sent if _may_take_back(turn, row)]
    if one:
        mine.sort(key=lambda row: -_shared(turn.text, row.text))
    if not mine:
        return await _list(turn, (say("withdraw-not"),) if sent else ())
    return await _ask_sure(turn, mine[0])


def _shared(text: str, words: str) -> int:
    """How many words two texts share."""
    return len(set(key(text).split()) & set(key(words).split()))


async def _ask_sure(turn: Turn, row: Submission) -> Outcome:
    which_sent.note_others(turn, [row])
    turn.data["row"] = row.id
    kinds = await turn.work.uow.submissions.file_kinds([row.id])
    return ask(
        "take_back",
        "withdraw-ask",
        option("yes", "withdraw-yes", means=(YES,)),
        option("others", "withdraw-others"),
        option("no", "withdraw-no", means=(NO,)),
        private=True,
        what=which_sent.label(turn, row, kinds[row.id]).label or "",
    )


def _may_take_back(turn: Turn, row: Submission) -> bool:
    """Another household's question is not the owner's to take back."""
    others = turn.neighbour is None and row.asked_for is AskedFor.HOUSEHOLD
    return not others and withdrawal.may_take_back(turn.work, row)


@flow.step
async def take_back(turn: Turn) -> Outcome:
    """Take it back, look for another one, or leave it."""
    if turn.choice == "others":
        return await _list(turn, ())
    said = {"yes": True, "no": False}.get(turn.choice or "", yes_no(turn.text))
    if sent_words.meant(turn.text) == sent_words.WITHDRAW:
        said = True
    if said is None:
        return ask_again()
    if not said:
        return done("withdraw-left")
    sent = await which_sent.of_speaker(turn)
    asked = next((one for one in sent if one.id == turn.data["row"]), None)
    if asked is None or not _may_take_back(turn, asked):  # it may have changed since it was asked
        return done("withdraw-not")
    row = await withdrawal.take_back(turn.work, asked.id)
    return done("withdraw-done", code=codes.shown(row.code))


@flow.step
async def pick(turn: Turn) -> Outcome:
    """Show one of the list, or look a code up."""
    if turn.choice == "cancel":
        return done()
    if turn.choice is not None:
        found = await which_sent.of_speaker(turn)
        chosen = next((one for one in found if str(one.id) == turn.choice), None)
        return done(*(await _whole(turn, chosen))) if chosen else ask_again()
    return await _look_up(turn, turn.text) if codes.named(turn.text) else ask_again("code-unclear")


async def _look_up(turn: Turn, text: str) -> Outcome:
    typed = codes.named(text)
    return await _stands(turn, typed) if typed is not None else ask_again("code-unclear")


async def _stands(turn: Turn, typed: codes.TypedCode) -> Outcome:
    """What who asks may know of a code."""
    found = await submission_reading.look_up(turn.work, turn.conversation, typed)
    code = codes.shown(found.submission.code)
    if found.submission.state is SubmissionState.WITHDRAWN:
        return done("code-withdrawn")
    if not found.full or not which_sent.may_see(turn, found.submission):
        return done("code-answered" if found.answered else "code-received", code=code)
    if not submission_reading.concerns(turn.person, found.submission):
        said = official_words.read(turn.text)  # an official, who acts on it
        correct = said is not None and said.meaning == official_words.CORRECT
        return go("list_submissions", open=found.submission.id, correct=correct)
    return done(*(await _whole(turn, found.submission)))


async def _whole(turn: Turn, row: Submission) -> list[Say]:
    """Words, state and answers: for those concerned only."""
    which_sent.note_others(turn, [row])
    kinds = {file.kind for file in await turn.work.uow.submissions.attachments(row.id)}
    says = [say("mine-for-other", name=row.asker_name or "")] if row.asked_for else []
    says += [
        say(
            "mine-whole",
            code=codes.shown(row.code),
            kind=turn.say(f"kind-{row.kind.value}"),
            day=date_words(row.created_at),
            text=marked(turn, row.text, kinds),
        ),
        say(f"state-{row.state.value}"),
    ]
    answers = await submission_reading.answers_of(turn.work, row)
    says += [say("mine-answer-replaced", text=one.text) for one in answers[:-1]]
    for answer in answers[-1:]:
        key = "mine-answer-basis" if answer.legal_basis else "mine-answer"
        says.append(say(key, text=answer.text, basis=answer.legal_basis or ""))
    waits = not answers and row.state in submissions.WAITING_STATES
    if waits and row.danger is not None:
        says.append(say("mine-due-now"))
    elif waits:
        says += await answer_promise.of(turn.work, row)
    return says
