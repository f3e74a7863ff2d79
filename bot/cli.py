"""The ``doithoai`` command: arguments in, exit status out; the work is done elsewhere.

Exit status 0 on success, 2 on wrong use, 1 otherwise; errors are one plain sentence on standard
error. Messages for operators are in the catalogues, like every text that a person reads.
"""

from __future__ import annotations

import argparse
import asyncio
import errno
import os
import shutil
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

from pydantic import ValidationError

from bot import faq_cli
from bot.command import Command, CommandError, database_option, say
from bot.config import Settings
from handlers.services.commune_settings import NAMES
from handlers.texts import Texts


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command; the exit status."""
    options = _parser().parse_args(arguments)
    try:
        settings = _settings(options)
        command: Command = options.command
        return command(options, settings)
    except CommandError as wrong:
        sys.stderr.write(say(wrong.key, **wrong.params) + "\n")
        return wrong.status
    except ValidationError as wrong:
        fields = ", ".join(str(error["loc"][0]) for error in wrong.errors())
        sys.stderr.write(say("cli-bad-setting", fields=fields) + "\n")
        return 2
    except BrokenPipeError:
        return 1
    except KeyboardInterrupt:
        return 130
    except OSError as wrong:
        reason = wrong.strerror or type(wrong).__name__
        sys.stderr.write(say("cli-os-error", reason=reason, file=str(wrong.filename or "")) + "\n")
    return 1


def _settings(options: argparse.Namespace) -> Settings:
    given = {
        name: value
        for name in ("host", "port", "database_url", "demo")
        if (value := getattr(options, name, None)) not in {None, False}
    }
    return Settings(**given)


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(prog="doithoai", description=say("cli-about"))
    commands = parser.add_subparsers(required=True, metavar="COMMAND")

    serve = commands.add_parser("serve", help=say("cli-serve"))
    serve.add_argument("--demo", action="store_true", help=say("cli-serve-demo"))
    serve.add_argument("--host", help=say("cli-serve-host"))
    serve.add_argument("--port", type=int, help=say("cli-serve-port"))
    database_option(serve)
    serve.set_defaults(command=_serve)

    chat = commands.add_parser("chat", help=say("cli-chat"))
    chat.add_argument("--as", dest="name", required=True, metavar="NAME", help=say("cli-chat-as"))
    chat.add_argument(
        "--role", choices=("household", "village_head", "official"), help=say("cli-chat-role")
    )
    database_option(chat)
    chat.set_defaults(command=_chat)

    migrate = commands.add_parser("migrate", help=say("cli-migrate"))
    database_option(migrate)
    migrate.set_defaults(command=_migrate)

    faq_cli.add(commands)
    _export_parser(commands)
    _operator_parser(commands)
    return parser


def _operator_parser(commands: Any) -> None:
    grant = commands.add_parser("grant", help=say("cli-grant"))
    grant.add_argument(
        "role", choices=("official", "unit_admin", "village_head"), help=say("cli-grant-role")
    )
    grant.add_argument("--unit", required=True, metavar="PREFIX", help=say("cli-grant-unit"))
    grant.add_argument("--village", metavar="NAME", help=say("cli-grant-village"))
    database_option(grant)
    grant.set_defaults(command=_grant)

    commune = commands.add_parser("commune", help=say("cli-commune"))
    commune.add_argument("name", nargs="?", help=say("cli-commune-name"))
    commune.add_argument("--prefix", required=True, help=say("cli-commune-prefix"))
    commune.add_argument("--villages", metavar="A; B; C", help=say("cli-commune-villages"))
    commune.add_argument("--village-kind", default="thôn", help=say("cli-commune-kind"))
    for name in NAMES:
        commune.add_argument(
            f"--{name.replace('_', '-')}", metavar="TEXT", help=say(f"cli-set-{name}")
        )
    commune.add_argument("--source", metavar="TEXT", help=say("cli-set-source"))
    database_option(commune)
    commune.set_defaults(command=_commune)


def _export_parser(commands: Any) -> None:
    export = commands.add_parser("export", help=say("cli-export"))
    export.add_argument("kind", nargs="?", metavar="KIND", help=say("cli-export-kind"))
    export.add_argument("--list", action="store_true", help=say("cli-export-list"))
    export.add_argument(
        "--dialogue-session", type=int, metavar="ID", help=say("cli-export-session")
    )
    export.add_argument(
        "--without-session",
        nargs="?",
        const="",
        metavar="PREFIX",
        help=say("cli-export-without-session"),
    )
    export.add_argument("--format", metavar="FORMAT", help=say("cli-export-format"))
    export.add_argument("-o", "--output", type=Path, metavar="FILE", help=say("cli-export-file"))
    export.add_argument("--with-phones", action="store_true", help=say("cli-export-phones"))
    database_option(export)
    export.set_defaults(command=_export)


def _serve(_options: argparse.Namespace, settings: Settings) -> int:
    from bot.server import serve

    def ready(url: str) -> None:
        sys.stdout.write(say("serve-ready", url=url) + "\n")
        if settings.demo:
            command = "doithoai" if shutil.which("doithoai") else os.path.relpath(sys.argv[0])
            sys.stdout.write(say("serve-ready-demo", url=url, command=command) + "\n")
        sys.stdout.flush()

    try:
        return serve(settings, ready)
    except OSError as wrong:
        if wrong.errno != errno.EADDRINUSE:
            raise
        raise CommandError("serve-port-taken", port=str(settings.port)) from wrong


def _chat(options: argparse.Namespace, settings: Settings) -> int:
    from bot.terminal_chat import chat

    return asyncio.run(chat(settings, options.name, options.role))


def _migrate(_options: argparse.Namespace, settings: Settings) -> int:
    from bot import logs
    from bot.app import migrate
    from storage.migrate import head

    logs.set_up(level="ERROR", as_json=settings.log_json)
    seeded = asyncio.run(migrate(settings))
    sys.stdout.write(say("cli-migrated", revision=head()) + "\n")
    if seeded is not None:
        counts = {"added": seeded.added, "updated": seeded.updated, "retired": seeded.retired}
        sys.stdout.write(say("cli-faq-seeded", **counts) + "\n")
        if seeded.kept:
            sys.stdout.write(say("cli-faq-kept", ids=", ".join(seeded.kept)) + "\n")
    return 0


def _export(options: argparse.Namespace, settings: Settings) -> int:
    from bot import export_command, logs

    if options.list:
        sys.stdout.write("\n".join(export_command.kinds(Texts.load())) + "\n")
        return 0
    logs.set_up(level="ERROR", as_json=settings.log_json)
    try:
        wanted = export_command.checked(options.kind, options.format, options.output)
        made = asyncio.run(
            export_command.write(
                settings,
                *wanted,
                dialogue_session_id=options.dialogue_session,
                without_session=options.without_session,
                full_phones=options.with_phones,
            )
        )
    except export_command.ExportError as wrong:
        status = 2 if wrong.wrong_use else 1
        raise CommandError(wrong.key, status=status, **wrong.params) from wrong
    sys.stdout.write(say("cli-export-done", count=made.count, file=str(options.output)) + "\n")
    return 0


def _grant(options: argparse.Namespace, settings: Settings) -> int:
    from bot.operators import OperatorError, grant

    try:
        code = asyncio.run(grant(settings, options.role, options.unit.upper(), options.village))
    except OperatorError as wrong:
        raise CommandError(wrong.key, **wrong.params) from wrong
    days = settings.rules().invitation_days
    sys.stdout.write(say("cli-granted", code=code, days=days) + "\n")
    return 0


def _commune(options: argparse.Namespace, settings: Settings) -> int:
    """Make a commune when a name is given; else set and show what it sets for itself."""
    if (options.name is None) != (options.villages is None):
        raise CommandError("cli-commune-name-and-villages", status=2)
    if options.name is not None:
        _make_commune(options, settings)
    values = {name: text for name in NAMES if (text := getattr(options, name)) is not None}
    if values or options.name is None:
        _show_commune(options, settings, values)
    return 0


def _show_commune(options: argparse.Namespace, settings: Settings, values: dict[str, str]) -> None:
    from bot.operators import OperatorError, commune_settings

    try:
        name, found = asyncio.run(
            commune_settings(settings, options.prefix.upper(), values, options.source)
        )
    except OperatorError as wrong:
        raise CommandError(wrong.key, **wrong.params) from wrong
    lines = [say("cli-commune-settings", name=name)]
    for one in found:
        kind = ("own-source" if one.source else "own") if one.own else "usual"
        key = f"cli-setting-{kind}" if one.value else "cli-setting-none"
        what = say(f"cli-setting-{one.name}")
        lines.append(say(key, name=what, value=one.value, source=one.source or ""))
    sys.stdout.write("\n".join(lines) + "\n")


def _make_commune(options: argparse.Namespace, settings: Settings) -> None:
    from bot.operators import OperatorError, add_commune, village_names

    villages = village_names(options.villages)
    try:
        asyncio.run(
            add_commune(
                settings, options.name, options.prefix.upper(), villages, options.village_kind
            )
        )
    except OperatorError as wrong:
        raise CommandError(wrong.key, **wrong.params) from wrong
    told = {"name": options.name, "count": len(villages), "villages": "; ".join(villages)}
    sys.stdout.write(say("cli-commune-done", **told) + "\n")
