"""What is asked about answers of the FAQ: which is meant, whether it is it, whether to send."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol

from faq.entries import FaqEntry
from handlers.flow import Option, Outcome, Say, ask, option
from handlers.parsing import YES
from handlers.reply_words import ENOUGH, MORE, SEND


class AskOn(Protocol):
    """A question that stands behind the answer."""

    def __call__(self, says: tuple[Say, ...], *, more: bool) -> Outcome: ...


def which(entries: Sequence[FaqEntry], says: tuple[Say, ...]) -> Outcome:
    """Which of the entries that may be meant; "none of them" goes to an official."""
    if len(entries) == 1:
        yes = option(entries[0].id, "faq-is-it-yes", means=(YES,))
        no = option("none", "faq-is-it-no", means=(SEND,))
        question = entries[0].question
        return ask("which", "faq-is-it", yes, no, says=says, question=question)
    options = [option(entry.id, label=entry.question) for entry in entries]
    none = option("none", "faq-none-of-these", means=(SEND,))
    return ask("which", "faq-which", *options, none, says=says)


def verdict(says: tuple[Say, ...], *, more: bool) -> Outcome:
    """Whether it is what was asked."""
    return ask(
        "verdict",
        "faq-verdict",
        option("yes", "faq-yes"),
        option("no", "faq-no", means=(SEND,)),
        *_more_option(more=more),
        says=says,
    )


def pass_on(says: tuple[Say, ...], *, more: bool) -> Outcome:
    """Nothing sure was said: the question goes on to an official, unless this is enough."""
    return ask(
        "pass_on",
        "faq-open",
        option("send", "faq-open-send", means=(SEND,)),
        option("enough", "faq-open-enough", means=(ENOUGH,)),
        *_more_option(more=more),
        says=says,
    )


def _more_option(*, more: bool) -> tuple[Option, ...]:
    return (option("more", "faq-more", means=(MORE,)),) if more else ()
