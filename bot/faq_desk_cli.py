"""``doithoai faq list | search | show | edit | review | expire | scope | audio | law …``."""

from __future__ import annotations

import argparse
import asyncio
import sys
from collections.abc import Awaitable, Callable, Coroutine, Iterable
from datetime import date, datetime
from pathlib import Path
from typing import Any, TypeVar

from bot.command import Command, CommandError, agreed, database_option, quietly, say
from bot.config import Settings

_STATES = ("unreviewed", "reviewed", "to_review", "expired")
_PARTS = ("question", "short", "how")
_DAYS = ("%d/%m/%Y", "%Y-%m-%d")

Seen = TypeVar("Seen")
Act = Callable[[argparse.Namespace, Settings], Coroutine[Any, Any, list[str]]]


def add(faq: Any) -> None:
    """Add them to the commands below ``faq``."""
    listed = _command(faq, "list", _listed)
    listed.add_argument("--topic", metavar="TOPIC", help=say("cli-faq-list-topic"))
    listed.add_argument("--state", choices=_STATES, help=say("cli-faq-list-state"))
    _command(faq, "search", _searched).add_argument("words", nargs="+", metavar="WORD")
    _of_entry(faq, "show", _shown)
    edit = _of_entry(faq, "edit", _edited)
    for part in _PARTS:
        edit.add_argument(f"--{part}", metavar="TEXT", help=say(f"cli-faq-edit-{part}"))
    edit.add_argument(
        "--detail",
        nargs=2,
        action="append",
        default=[],
        metavar=("KIND", "TEXT"),
        help=say("cli-faq-edit-detail"),
    )
    review = _of_entry(faq, "review", _reviewed, asks=True)
    review.add_argument(
        "--instead",
        nargs=2,
        action="append",
        default=[],
        metavar=("ENDED", "NOW"),
        help=say("cli-faq-review-instead"),
    )
    _of_entry(faq, "expire", _expired, asks=True)
    scope = _of_entry(faq, "scope", _scoped).add_mutually_exclusive_group(required=True)
    scope.add_argument("--unit", metavar="PREFIX", help=say("cli-faq-scope-unit"))
    scope.add_argument("--everywhere", action="store_true", help=say("cli-faq-scope-everywhere"))
    audio = _of_entry(faq, "audio", _recorded).add_mutually_exclusive_group(required=True)
    audio.add_argument("--file", type=Path, metavar="FILE", help=say("cli-faq-audio-file"))
    audio.add_argument("--drop", action="store_true", help=say("cli-faq-audio-drop"))
    _add_laws(faq)


def _add_laws(faq: Any) -> None:
    law = faq.add_parser("law", help=say("cli-faq-law")).add_subparsers(
        required=True, metavar="COMMAND"
    )
    _command(law, "list", _laws, name="law-list").add_argument("words", nargs="*", metavar="WORD")
    _of_entry(law, "show", _law, name="law-show")
    end = _of_entry(law, "end", _law_ended, name="law-end", asks=True)
    end.add_argument(
        "--last-day", required=True, type=_day, metavar="DD/MM/YYYY", help=say("cli-faq-law-day")
    )
    end.add_argument("--replaced-by", metavar="ID", help=say("cli-faq-law-replaced"))
    _of_entry(law, "take-back", _law_back, name="law-back")


def _command(
    commands: Any, word: str, act: Act, *, name: str = "", asks: bool = False
) -> argparse.ArgumentParser:
    made: argparse.ArgumentParser = commands.add_parser(word, help=say(f"cli-faq-{name or word}"))
    made.add_argument("--as", dest="name", required=True, metavar="NAME", help=say("cli-faq-as"))
    if asks:
        made.add_argument("--yes", action="store_true", help=say("cli-faq-yes"))
    database_option(made)
    made.set_defaults(command=_run(act))
    return made


def _of_entry(
    commands: Any, word: str, act: Act, *, name: str = "", asks: bool = False
) -> argparse.ArgumentParser:
    made = _command(commands, word, act, name=name, asks=asks)
    made.add_argument("id", metavar="ID")
    return made


def _run(act: Act) -> Command:
    def command(options: argparse.Namespace, settings: Settings) -> int:
        from bot.faq_command import FaqCommandError
        from handlers.errors import RuleError

        quietly(settings)
        try:
            _write(asyncio.run(act(options, settings)))
        except (FaqCommandError, RuleError) as wrong:
            raise CommandError(wrong.key, **wrong.params) from wrong
        return 0

    return command


def _write(lines: Iterable[str]) -> None:
    sys.stdout.write("".join(f"{line}\n" for line in lines))


async def _agreed(
    options: argparse.Namespace, look: Callable[..., Awaitable[tuple[list[str], Seen]]], *about: Any
) -> Seen | None:
    """Show what it is *about* and ask, unless told not to; what was seen.

    Raises ``CommandError`` after a no.
    """
    if options.yes:
        return None
    lines, seen = await look(*about)
    _write(lines)
    if not await asyncio.to_thread(agreed, "cli-faq-ask"):
        raise CommandError("faq-not-saved")
    return seen


def _day(typed: str) -> date:
    for shape in _DAYS:
        try:
            return datetime.strptime(typed, shape).date()  # noqa: DTZ007 - a day has no zone
        except ValueError:
            continue
    raise argparse.ArgumentTypeError(say("day-unreadable"))


# -- entries ------------------------------------------------------------------------------------


async def _listed(options: argparse.Namespace, settings: Settings) -> list[str]:
    from bot import faq_desk
    from storage.models import FaqReview

    review = FaqReview(options.state) if options.state else None
    lines = await faq_desk.listed(settings, options.name, options.topic, review)
    sys.stderr.write(say("cli-faq-expiring-done", count=len(lines)) + "\n")
    return lines


async def _searched(options: argparse.Namespace, settings: Settings) -> list[str]:
    from bot import faq_desk

    found = await faq_desk.searched(settings, options.name, " ".join(options.words))
    if not found:
        raise CommandError("faq-search-none")
    return found


async def _shown(options: argparse.Namespace, settings: Settings) -> list[str]:
    from bot import faq_desk

    lines, _ = await faq_desk.shown(settings, options.name, options.id)
    return lines


async def _edited(options: argparse.Namespace, settings: Settings) -> list[str]:
    from bot import faq_desk
    from handlers.services.faq_parts import MAY_GO, PARTS

    told = {part: getattr(options, part) for part in _PARTS if getattr(options, part) is not None}
    told |= {f"details.{kind}": text for kind, text in options.detail}
    if not told or not told.keys() <= PARTS:
        known = ", ".join(sorted(one.partition(".")[2] for one in PARTS if "." in one))
        raise CommandError("cli-faq-edit-nothing", status=2, known=known)
    parts = {part: " ".join(text.split()) for part, text in told.items()}
    gone = {part: None if part in MAY_GO and not text else text for part, text in parts.items()}
    return await faq_desk.changed(settings, options.name, options.id, faq_desk.edit(gone))


async def _reviewed(options: argparse.Namespace, settings: Settings) -> list[str]:
    from bot import faq_desk

    what = settings, options.name, options.id
    seen = await _agreed(options, faq_desk.to_look_at, *what)
    settled = {ended: now or None for ended, now in options.instead}
    return await faq_desk.changed(*what, faq_desk.review(settled), seen)


async def _expired(options: argparse.Namespace, settings: Settings) -> list[str]:
    from bot import faq_desk

    what = settings, options.name, options.id
    seen = await _agreed(options, faq_desk.shown, *what)
    return await faq_desk.changed(*what, faq_desk.expire, seen)


async def _scoped(options: argparse.Namespace, settings: Settings) -> list[str]:
    from bot import faq_desk

    change = faq_desk.scope(None if options.everywhere else options.unit.upper())
    return await faq_desk.changed(settings, options.name, options.id, change)


async def _recorded(options: argparse.Namespace, settings: Settings) -> list[str]:
    from bot import faq_desk

    path = None if options.drop else options.file
    return await faq_desk.recorded(settings, options.name, options.id, path)


# -- legal documents ----------------------------------------------------------------------------


async def _laws(options: argparse.Namespace, settings: Settings) -> list[str]:
    from bot import faq_desk

    found = await faq_desk.laws(settings, options.name, " ".join(options.words))
    if not found:
        raise CommandError("law-search-none")
    return found


async def _law(options: argparse.Namespace, settings: Settings) -> list[str]:
    from bot import faq_desk

    return await faq_desk.law(settings, options.name, options.id)


async def _law_ended(options: argparse.Namespace, settings: Settings) -> list[str]:
    from bot import faq_desk

    what = settings, options.name, options.id, options.last_day, options.replaced_by
    seen = await _agreed(options, faq_desk.end_of_law, *what)
    return await faq_desk.end_law(*what, seen)


async def _law_back(options: argparse.Namespace, settings: Settings) -> list[str]:
    from bot import faq_desk

    return await faq_desk.take_law_back(settings, options.name, options.id)
