"""A question in free words: FAQ first, an official always.

Asking keeps nothing: the words stay in the open talk until the person is content or sends them on.
A message with several questions is read back in short and handled one question after the other.
"""

from __future__ import annotations

from typing import Any

from faq.entries import FaqEntry
from faq.split import is_follow_up, split_questions
from handlers import after_words, answer_words, faq_offer, faq_prompts, follow_ups, phrases
from handlers.captions import Caption
from handlers.context import Turn
from handlers.faq_book import Found
from handlers.flow import (
    Flow,
    Outcome,
    Say,
    ask,
    ask_again,
    done,
    go,
    option,
    preceded,
    read_back,
    say,
    settled,
)
from handlers.messages import MAX_TEXT
from handlers.parsing import gives_up, yes_no
from handlers.reply_words import ENOUGH, SEND
from handlers.services import (
    callback,
    faq_lessons,
    faq_retold,
    faq_told,
    faq_words,
    guard_counts,
    no_question,
    paper_numbers,
    places,
)

flow = Flow(
    "ask_question",
    draft=("queue", "files"),
    asked=("text", "files", "queue", "whose", "sender"),
    gives_way=True,
    about_words=True,
    offers=frozenset({"which", "verdict"}),
    reads=frozenset({"verdict", "pass_on"}),
    understands=after_words.ALL,
)

_SHORT_SYLLABLES = 14
_MEETING = "doi-thoai-thoi-gian-dia-diem"
_HANDED_ON = ("topic", "candidates", "queue", "bare", "whose", "sender")


@flow.entry
async def begin(turn: Turn) -> Outcome:
    """Take the message, or the next question of an earlier one, or an entry that was chosen."""
    data = turn.data
    if turn.neighbour:
        data.setdefault("whose", turn.lent_to)
    if data.pop("given", False):
        if await places.is_told_alone(turn.work, turn.person, turn.text):
            return go("new_question", village=True)  # the question is still to come
        data["text"], data["files"] = turn.text, [file.to_json() for file in turn.files]
        hidden = paper_numbers.take_out(turn)
        return preceded(await _given(turn), *hidden)
    if data.get("queue"):
        return await _next(turn, ())
    if data.get("text"):
        return await _given(turn)
    entry = turn.work.faq.entry(data.get("entry") or "")
    return await _offer(turn, entry, ()) if entry else go("new_question")


async def _given(turn: Turn) -> Outcome:
    text = turn.data["text"]
    if caption.lacks(turn.data):
        return caption.ask(turn.data)
    if not text:
        return _to_official(turn, (say("question-files-only"),))
    if callback.is_alone(text) and await callback.case_of(turn.work) is not None:
        return go("guard_danger", late=True)  # it belongs to what was just sent
    leads = None if turn.data["files"] else no_question.leads_to(text)
    if leads is not None:
        return leads
    if _lacks_subject(turn):
        return go("new_question", says=(say("question-of-what"),), leaning=True)
    parts = split_questions(text)
    if len(parts) > 1:
        turn.data["queue"] = parts
        listed = "\n".join(f"{place}) {_short(part)}" for place, part in enumerate(parts, 1))
        split = read_back("question-split", count=len(parts), parts=listed)
        return await _next(turn, (split,), named=False)
    match = faq_offer.match_of(turn, text)
    return await _handle(turn, match, (), leans=follow_ups.leans(text))


caption = Caption(flow, _given)


async def _next(turn: Turn, says: tuple[Say, ...], *, named: bool = True) -> Outcome:
    """The next of several questions, *named* unless all were just read back."""
    text, *rest = turn.data["queue"]
    turn.data["queue"], turn.data["text"] = rest, text
    turn.data.setdefault("files", [])
    turn.data.pop("entry", None)
    which = (read_back("question-next", question=_short(text)),) if named else ()
    return await _handle(turn, faq_offer.match_of(turn, text), (*says, *which))


def _lacks_subject(turn: Turn) -> bool:
    """Whether it asks, and does not say about what; who insists on it is passed on."""
    data = turn.data
    insists = data.pop("insists", False) or data["files"] or data.get("whose")
    return not insists and follow_ups.lacks_subject(data["text"])


async def _handle(
    turn: Turn, match: Found, says: tuple[Say, ...], *, leans: bool = False
) -> Outcome:
    """Answer, offer or pass on; what *leans* on another question is never surely meant."""
    turn.data["candidates"] = [{"id": one.id, "score": one.score} for one in match.candidates]
    if phrases.meant(match.text) == phrases.MEETING:
        # Alone it opens the meetings to come; among other questions it is answered like them.
        meeting = turn.work.faq.told(_MEETING, turn.work.today, turn.units)
        if meeting is not None:
            return await _offer(turn, meeting, says)
    changed = turn.work.faq.entry(match.changed or "")
    if changed is not None:
        return _to_official(turn, (*says, faq_words.not_told(changed, turn.work.today)))
    sure = None if leans else faq_offer.sure(turn, match)
    if sure is not None:
        return await _offer(turn, sure, says)
    likely = faq_offer.likely(turn, match)
    if not likely:
        return _to_official(turn, (*says, say("faq-none")))
    return _which(turn, likely, says)


async def _lean(turn: Turn) -> Outcome:
    """A question about the answer that stands there: more of it, what else may be meant, or on to
    an official, who sees the question before it, too."""
    data = turn.data
    told = turn.work.faq.entry(data.get("entry") or "")
    alone = is_follow_up(turn.text)
    if alone and told is not None and faq_words.has_more(told) and not data.get("told_more"):
        return _details(turn, faq_prompts.verdict)
    match = faq_offer.match_of(turn, turn.text)
    likely = [] if alone else [one for one in faq_offer.likely(turn, match) if one != told]
    data["candidates"] = [{"id": one.id, "score": one.score} for one in match.candidates]
    before = data.get("text") or (told.question if told else "")  # opened from a menu: no words
    both = f"{before}\n{turn.text}".strip()
    data["text"], data["leaning"] = both if len(both) <= MAX_TEXT else turn.text, True
    data.setdefault("files", [])
    return _which(turn, likely, ()) if likely else _to_official(turn, (say("faq-none"),))


def _which(turn: Turn, entries: list[FaqEntry], says: tuple[Say, ...]) -> Outcome:
    turn.data["first"] = entries[0].id
    return faq_prompts.which(entries, says)


@flow.step
async def which(turn: Turn) -> Outcome:
    """Show the entry that was meant, or pass the question on."""
    if _lets_be(turn):
        return await _content(turn, say("faq-enough"))
    if turn.choice == "none" or (turn.choice is None and yes_no(turn.text) is False):
        return _to_official(turn, (say("faq-to-official"),))
    entry = turn.work.faq.entry(turn.choice or "")
    if entry is None:
        return ask_again()
    learns = turn.data["text"] and not turn.data.get("leaning")
    if entry.id != turn.data.pop("first", entry.id) and learns:
        await faq_lessons.from_choice(turn.work, turn.person, turn.data["text"], entry.id)
    return await _offer(turn, entry, ())


async def _offer(turn: Turn, entry: FaqEntry, says: tuple[Say, ...]) -> Outcome:
    """The answer with its source and review, then whether it is what was asked."""
    turn.data["entry"], turn.data["topic"] = entry.id, entry.topic
    turn.data.pop("told_more", None)
    if entry.is_stale(turn.work.today):
        return _to_official(turn, (*says, faq_words.not_told(entry, turn.work.today)))
    told = await faq_words.short(turn.work, entry, turn.person)
    await faq_told.record(turn.work, entry, turn.person)
    if await faq_words.leaves_open(turn.work, entry, turn.person):
        return faq_prompts.pass_on((*says, *told), more=faq_words.has_more(entry))
    return faq_prompts.verdict((*says, *told), more=faq_words.has_more(entry))


@flow.step
async def verdict(turn: Turn) -> Outcome:
    """Content, not yet, or more."""
    said = {"yes": True, "no": False}.get(turn.choice or "", yes_no(turn.text))
    if turn.choice == "more":
        return _details(turn, faq_prompts.verdict)
    if _lets_be(turn):
        await guard_counts.count(turn.work, "faq-enough", turn.person.commune_id)
        return await _content(turn, say("faq-enough"))
    if said is False:
        return await _wrong(turn, "faq-to-official")
    if said is None:
        return await _more_about(turn, faq_prompts.verdict)
    await guard_counts.count(turn.work, "faq-yes", turn.person.commune_id)
    return await _content(turn, say("faq-glad"))


@flow.step
async def pass_on(turn: Turn) -> Outcome:
    """To the officials, enough as it is, or more."""
    if turn.choice == "more":
        return _details(turn, faq_prompts.pass_on)
    said = _agreed(turn)
    if said is True:
        await guard_counts.count(turn.work, "faq-passed-on", turn.person.commune_id)
        return _to_official(turn, (say("faq-to-official"),))
    if said is None:
        return await _more_about(turn, faq_prompts.pass_on)
    await guard_counts.count(turn.work, "faq-enough", turn.person.commune_id)
    return await _content(turn, say("faq-enough"))


async def _wrong(turn: Turn, told: str) -> Outcome:
    await guard_counts.count(turn.work, "faq-no", turn.person.commune_id)
    return _to_official(turn, (say(told),))


async def _more_about(turn: Turn, ask_on: faq_prompts.AskOn) -> Outcome:
    """Words about the answer: it was not understood, too long or wrong; or they lean on it."""
    heard = after_words.heard(turn.text)
    if heard is None or turn.choice is not None:
        return await _lean(turn) if follow_ups.leans(turn.text) else ask_again()
    if heard == after_words.WRONG:
        return await _wrong(turn, "faq-wrong")
    data = turn.data
    if heard == after_words.ANEW and not (data.get("files") or data.get("queue")):
        return go("new_question")
    entry = turn.work.faq.entry(data.get("entry") or "")
    if entry is None or heard == after_words.ANEW:
        return ask_again()
    says = await faq_retold.plainly(turn.work, entry, heard, turn.person.commune_id)
    return ask_on(says, more=faq_words.has_more(entry) and not data.get("told_more"))


def _agreed(turn: Turn) -> bool | None:
    """Whether the question shall be sent; None when that is not clear."""
    if turn.choice is not None:
        return {"send": True, "enough": False}.get(turn.choice)
    return yes_no(turn.text)


async def _content(turn: Turn, told: Say) -> Outcome:
    """Whether to send the photos that came along; the next of several questions, or the end."""
    files = turn.data.get("files")
    if files:
        send = option("send", "faq-files-send", means=(SEND,))
        enough = option("enough", "faq-files-drop", means=(ENOUGH,))
        photos = all(file["kind"] == "photo" for file in files)
        key_ = "faq-photos-left" if photos else "faq-files-left"
        return ask("files_left", key_, send, enough, says=(told,))
    if turn.data.get("queue"):
        return await _next(turn, (told,))
    return settled(done(told), turn.data.get("text") or "")


@flow.step
async def files_left(turn: Turn) -> Outcome:
    """The answer is enough, but the photos were sent to nobody yet."""
    said = _agreed(turn)
    if said is None:
        return ask_again()
    if said:
        return _to_official(turn, ())
    turn.data["files"] = []
    return await _content(turn, say("faq-files-dropped"))


def _details(turn: Turn, ask_on: faq_prompts.AskOn) -> Outcome:
    """More of the answer, and the question that waits again; not of what ended meanwhile."""
    entry = turn.work.faq.entry(turn.data["entry"])
    if entry is None:
        return _to_official(turn, (say("faq-stale"),))
    if entry.is_stale(turn.work.today):
        return _to_official(turn, (faq_words.not_told(entry, turn.work.today),))
    turn.data["told_more"] = True
    return ask_on(faq_words.more(entry), more=False)


def _to_official(turn: Turn, says: tuple[Say, ...]) -> Outcome:
    data: dict[str, Any] = turn.data
    if not data.get("text") and not data.get("files"):
        if "whose" in data:
            return go("other_person")
        return go("new_question")  # opened from a menu, or gone after a silence: there are no words
    handed = {name: data[name] for name in _HANDED_ON if data.get(name)}
    return go("send_submission", says=says, text=data["text"], files=data["files"], **handed)


def _lets_be(turn: Turn) -> bool:
    """Whether nothing more is wanted, neither an answer nor an official."""
    return turn.choice is None and (gives_up(turn.text) or ENOUGH in answer_words.meant(turn.text))


def _short(text: str) -> str:
    words = text.split()
    return text if len(words) <= _SHORT_SYLLABLES else " ".join(words[:_SHORT_SYLLABLES]) + "…"
