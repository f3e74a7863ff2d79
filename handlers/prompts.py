"""A waiting question as the conversation keeps it, its numbered choices and how it is worded."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from copy import deepcopy
from typing import Any

from handlers import answer_words, phrases, sent_words
from handlers.flow import Option, Prompt
from handlers.messages import Choice, Reply
from handlers.parsing import senses
from handlers.reply_words import SEND

MAX_CHOICES = 6
"""Numbered choices of one menu, beside 0."""
MORE = "__more__"
"""The choice that turns a page."""

Speak = Callable[[str, Mapping[str, Any]], str]
"""Gives the text of a key in somebody's language."""


def kept(prompt: Prompt, data: Mapping[str, Any], about: Iterable[int] = ()) -> dict[str, Any]:
    """*prompt* as plain data, with what the flow knew when it asked.

    *about*: submissions of other people that were shown with it.
    """
    return {
        "step": prompt.step,
        "key": prompt.key,
        "params": dict(prompt.params),
        "options": [
            [one.value, one.key, one.label, dict(one.params), list(one.means)]
            for one in prompt.options
        ],
        "free": prompt.free,
        "files": prompt.files,
        "documents": prompt.documents,
        "private": prompt.private,
        "about": sorted(about),
        "page": 0,
        "menu": 0,
        "data": deepcopy(data),
    }


def options(prompt: Mapping[str, Any]) -> list[Option]:
    """Every choice of a kept prompt."""
    return [Option(*raw) for raw in prompt["options"]]


def meant(prompt: Mapping[str, Any], text: str) -> str | None:
    """The choice that plain words of *text* mean ("ko", "sai rồi"), when it is one only."""
    offered = options(prompt)
    if not any(one.means for one in offered):
        return None
    sends = (SEND,) if sent_words.meant(text) == sent_words.SENDING else ()
    bare = (sent_words.BARE,) if sent_words.is_bare(text) else ()
    for sense in (*senses(text), *answer_words.meant(text), *sends, *bare, phrases.meant(text)):
        chosen = [one.value for one in offered if sense in one.means]
        if len(chosen) == 1:
            return chosen[0]
    return None


def shown(prompt: Mapping[str, Any]) -> Sequence[Option]:
    """The choices on the page that is open."""
    every = options(prompt)
    if len(every) <= MAX_CHOICES:
        return every
    size, page = MAX_CHOICES - 1, prompt["page"]
    return [*every[page * size : (page + 1) * size], Option(MORE, "option-more")]


def turn_page(prompt: dict[str, Any]) -> None:
    """Open the next page of a long menu, the first one after the last."""
    pages = -(-len(prompt["options"]) // (MAX_CHOICES - 1))
    prompt["page"] = (prompt["page"] + 1) % pages
    prompt["menu"] = 0


def worded(say: Speak, prompt: Mapping[str, Any]) -> Reply:
    """The question with its choices; "0" for help stands below every one."""
    choices = [
        Choice(str(place), label(say, one)) for place, one in enumerate(shown(prompt), start=1)
    ]
    choices.append(Choice("0", say("option-help", {})))
    # talks opened by an older version have neither
    private, documents = prompt.get("private", False), prompt.get("documents", False)
    text = say(prompt["key"], prompt["params"])
    about = tuple(prompt.get("about", ()))
    return Reply(
        text, tuple(choices), prompt["menu"], private=private, documents=documents, about=about
    )


def label(say: Speak, one: Option) -> str:
    """A choice in words."""
    if one.label is not None:
        return one.label
    return say(one.key or f"option-{one.value}", one.params)
