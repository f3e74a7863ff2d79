"""What every command of ``doithoai`` has: texts for the operator, errors, shared arguments."""

from __future__ import annotations

import argparse
import sys
from collections.abc import Callable
from typing import Any

from bot.config import Settings
from handlers.texts import Texts

Command = Callable[[argparse.Namespace, Settings], int]
"""Does the work; gives the exit status."""

_OF_CHATS = {"not-found": "cli-not-found", "not-allowed": "cli-not-allowed"}
"""Sentences that lead back to the menu of a chat, and what a command says instead."""


class CommandError(Exception):
    """A sentence for the operator; the command ends with ``status``, 2 for wrong use."""

    def __init__(self, key: str, *, status: int = 1, **params: Any) -> None:
        super().__init__(key)
        self.key = _OF_CHATS.get(key, key)
        self.status = status
        self.params = params


def say(key: str, **params: Any) -> str:
    """An operator's text."""
    return Texts.load().render("vi", key, params)


def agreed(question: str) -> bool:
    """Whether the operator answers text *question* with yes on standard input."""
    from handlers.parsing import yes_no

    sys.stdout.write(say(question) + " ")
    sys.stdout.flush()
    return yes_no(sys.stdin.readline()) is True


def quietly(settings: Settings) -> None:
    """Log errors only: what a command tells stands on standard output."""
    from bot import logs

    logs.set_up(level="ERROR", as_json=settings.log_json)


def database_option(parser: argparse.ArgumentParser) -> None:
    """``--database-url``."""
    parser.add_argument("--database-url", metavar="URL", help=say("cli-database-url"))
