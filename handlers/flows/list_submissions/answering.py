"""Writing the answer to a submission, reading it back, sending it."""

from __future__ import annotations

from handlers import access
from handlers.context import Turn
from handlers.flow import Outcome, Say, ask, ask_again, choose, done, option, preceded, say
from handlers.flows.list_submissions.showing import candidate, show
from handlers.parsing import key, yes_no
from handlers.services import answers, faq_lessons, faq_words
from handlers.services.answer_delivery import Delivered
from handlers.services.answer_sources import AnswerOutdated, BasisEnded, names_document
from handlers.services.submission_changes import ChangedMeanwhile

_NO_BASIS = frozenset({"khong", "khong co", "khong co can cu", "bo qua"})
_WAYS = ("here", "by_head", "at_meeting", "nobody")


def ask_text(turn: Turn) -> Outcome:
    """The question for the words; of a correction, which answer they replace."""
    day = turn.data.get("replaces")
    if day is None:
        return ask("answer_text", "answer-ask-text")
    return ask("answer_text", "answer-ask-correction", day=day)


async def answer_text(turn: Turn) -> Outcome:
    """The words of the answer."""
    text = turn.text.strip()
    if not text or len(text) > answers.LONGEST:
        return ask_again("answer-text-wrong", most=answers.LONGEST)
    turn.data |= {"text": text, "typed": True}
    return _ask_basis(turn)


async def ask_ready(turn: Turn) -> Outcome | None:
    """Whether the nearest entry is the right one; None when there is none."""
    entry = candidate(turn, await access.submission(turn.work, turn.data["id"]))
    if entry is None:
        return None
    return choose(
        "ready",
        "answer-ready-ask",
        option("use", "answer-ready-use"),
        option("other", "answer-ready-other"),
        question=entry.question,
    )


async def corrected(turn: Turn) -> Outcome:
    """The official named the right entry: it stands first, and the wording may be learned."""
    data = turn.data
    try:
        lesson = await faq_lessons.from_correction(
            turn.work, data["id"], data["entry"], data["version"]
        )
    except ChangedMeanwhile as late:
        return too_late(late)
    return preceded(
        await show(turn, data["id"]), say("answer-match-kept"), say(f"answer-lesson-{lesson.value}")
    )


async def use_faq(turn: Turn) -> Outcome:
    """Take the words of the nearest FAQ entry."""
    found = await access.submission(turn.work, turn.data["id"])
    entry = candidate(turn, found)
    if entry is None:
        return ask_text(turn)
    turn.data["text"], turn.data["faq"] = entry.answer.short, entry.id
    citations = entry.current_citations(turn.work.today)
    known = [faq_words.cited(one) for one in citations[:2]]
    if known:
        turn.data["known_basis"] = "; ".join(known)
    return _ask_basis(turn)


def _ask_basis(turn: Turn) -> Outcome:
    known, odd = turn.data.get("known_basis"), turn.data.get("odd_basis")
    options = [option("none", "answer-no-basis")]
    if known:
        options.insert(0, option("known", "answer-keep-basis", basis=known))
    if odd:
        keep_odd = option("odd", "answer-keep-odd-basis")
        return ask("basis", "answer-ask-odd-basis", keep_odd, *options, basis=odd)
    return ask("basis", "answer-ask-basis", *options)


async def basis(turn: Turn) -> Outcome:
    """The legal basis, or none; what names no document is asked about once."""
    odd = turn.data.pop("odd_basis", None)
    kept = yes_no(turn.text) if odd and turn.choice is None else None
    if kept is False:
        return _ask_basis(turn)
    if odd and (kept or turn.choice == "odd"):
        turn.data["basis"] = odd
    elif turn.choice == "known":
        turn.data["basis"] = turn.data["known_basis"]
    elif turn.choice == "none" or key(turn.text) in _NO_BASIS:
        turn.data["basis"] = None
    elif len(turn.text) > answers.LONGEST_BASIS:
        return ask_again("session-text-too-long", most=answers.LONGEST_BASIS)
    elif not names_document(turn.text):
        turn.data["odd_basis"] = turn.text.strip()
        return _ask_basis(turn)
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
    day = turn.data.get("replaces")
    return choose(
        "release",
        "answer-read-back-correction" if day else "answer-read-back",
        option("send", "answer-release"),
        option("edit", "answer-edit"),
        option("drop", "answer-drop"),
        code=turn.data["code"],
        text=turn.data["text"],
        basis=shown,
        **({"day": day} if day else {}),
    )


async def release(turn: Turn) -> Outcome:
    """Send the answer, unless somebody else was first, or what it rests on is over meanwhile."""
    if turn.choice == "edit":
        turn.data.pop("faq", None)
        if turn.data["basis"]:
            turn.data["known_basis"] = turn.data["basis"]
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
        turn.data.pop("typed", None)
        return too_late(late)
    except AnswerOutdated as refused:
        return preceded(await show(turn, turn.data["id"]), say(refused.key))
    except BasisEnded as ended:
        turn.data.pop("known_basis", None)
        return preceded(_ask_basis(turn), Say(ended.key, ended.params))
    turn.data.pop("typed", None)
    released = say("answer-released", code=turn.data["code"], how=how(turn, delivered))
    if "faq" in turn.data or not await _teaches(turn):
        return done(released, menu=True)
    return choose(
        "keep",
        "answer-keep-ask",
        option("keep", "answer-keep-yes"),
        option("drop", "answer-keep-no"),
        says=(released,),
    )


async def _teaches(turn: Turn) -> bool:
    """Whether others may ask the same in words: not of a photo alone, nor of somebody's danger."""
    found = await access.submission(turn.work, turn.data["id"])
    return bool(found.text) and found.danger is None


async def keep(turn: Turn) -> Outcome:
    """Propose the answer for whoever asks the same."""
    if turn.choice != "keep":
        return done(menu=True)
    lesson = await faq_lessons.from_answer(turn.work, turn.data["id"])
    return done(f"answer-lesson-{lesson.value}", menu=True)


def how(turn: Turn, delivered: Delivered) -> str:
    """How the askers hear it, in words."""
    counts = [(way, getattr(delivered, way)) for way in _WAYS]
    return " ".join(
        turn.say(f"answer-how-{way}", {"count": count}) for way, count in counts if count
    )


def too_late(late: ChangedMeanwhile) -> Outcome:
    """Somebody else was first: nothing is saved."""
    return choose(
        "stale",
        "answer-stale-ask",
        option("read", "answer-stale-read"),
        option("leave", "answer-stale-leave"),
        says=(Say(late.key, late.params),),
    )


async def stale(turn: Turn) -> Outcome:
    """Read the newest state, or leave it."""
    if turn.choice == "read":
        return await show(turn, turn.data["id"])
    return done(menu=True)
