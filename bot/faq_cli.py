"""``doithoai faq …``: arguments in, exit status out."""

from __future__ import annotations

import argparse
import asyncio
import sys
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

from bot import faq_desk_cli
from bot.command import CommandError, agreed, database_option, quietly, say
from bot.config import Settings
from handlers.texts import Texts

if TYPE_CHECKING:
    from faq.entries import FaqEntry
    from faq.findings import Finding


def add(commands: Any) -> None:
    """Add ``faq`` and what stands below it to the commands."""
    faq = commands.add_parser("faq", help=say("cli-faq")).add_subparsers(
        required=True, metavar="COMMAND"
    )
    match = faq.add_parser("match", help=say("cli-faq-match"))
    match.add_argument("--jsonl", action="store_true", help=say("cli-faq-match-jsonl"))
    match.add_argument("--knowledge", type=Path, metavar="FILE.yaml", help=say("cli-faq-knowledge"))
    match.set_defaults(command=_match)
    evaluate = faq.add_parser("eval", help=say("cli-faq-eval"))
    evaluate.add_argument("file", type=Path, metavar="FILE.jsonl")
    evaluate.add_argument(
        "--knowledge", type=Path, metavar="FILE.yaml", help=say("cli-faq-knowledge")
    )
    evaluate.set_defaults(command=_eval)
    lint = faq.add_parser("lint", help=say("cli-faq-lint"))
    lint.add_argument("--database", action="store_true", help=say("cli-faq-lint-database"))
    database_option(lint)
    lint.set_defaults(command=_lint)
    export = faq.add_parser("export", help=say("cli-faq-export"))
    export.add_argument("file", type=Path, metavar="FILE.xlsx")
    database_option(export)
    export.set_defaults(command=_export)
    import_ = faq.add_parser("import", help=say("cli-faq-import"))
    import_.add_argument("file", type=Path, metavar="FILE.xlsx")
    import_.add_argument(
        "--as", dest="name", required=True, metavar="NAME", help=say("cli-faq-import-as")
    )
    import_.add_argument("--yes", action="store_true", help=say("cli-faq-import-yes"))
    database_option(import_)
    import_.set_defaults(command=_import)
    expiring = faq.add_parser("expiring", help=say("cli-faq-expiring"))
    database_option(expiring)
    expiring.set_defaults(command=_expiring)
    worklist = faq.add_parser("worklist", help=say("cli-faq-worklist"))
    database_option(worklist)
    worklist.set_defaults(command=_worklist)
    faq_desk_cli.add(faq)


def _match(options: argparse.Namespace, settings: Settings) -> int:
    from faq.match_io import run

    run(sys.stdin.buffer, sys.stdout.buffer, _matcher(options, settings), jsonl=options.jsonl)
    return 0


def _eval(options: argparse.Namespace, settings: Settings) -> int:
    from faq.evaluate import EvaluationError
    from faq.report import main_report

    try:
        sys.stdout.write(main_report(options.file, _matcher(options, settings)))
    except EvaluationError as wrong:
        raise CommandError("cli-faq-bad-messages", problem=str(wrong)) from wrong
    return 0


def _lint(options: argparse.Namespace, settings: Settings) -> int:
    from faq.knowledge import load_starter
    from faq.lint import lint

    if options.database or options.database_url:
        from bot import faq_command

        quietly(settings)
        findings = asyncio.run(faq_command.findings(settings))
    else:
        findings = lint(load_starter())
    for finding in findings:
        sys.stdout.write(f"{_in_words(finding)}\n")
    wrong = sum(not finding.advice for finding in findings)
    counts = {"count": wrong, "advice": len(findings) - wrong}
    sys.stderr.write(say("cli-faq-lint-done", **counts) + "\n")
    return 1 if wrong else 0


def _in_words(finding: Finding) -> str:
    """What the linter found, in the language of the other commands."""
    texts = Texts.load()
    known = texts.keys("vi")
    spoken = f"faq-advice-{finding.rule}"
    what = say(spoken if spoken in known else f"cli-faq-rule-{finding.rule}")
    part = f"export-faq-column-{finding.part}"
    about = [say(part) if part in known else finding.part, finding.about]
    line = say(
        "cli-faq-finding-advice" if finding.advice else "cli-faq-finding",
        id=finding.entry_id,
        what=what,
    )
    return ": ".join(filter(None, (line, *about)))


def _export(options: argparse.Namespace, settings: Settings) -> int:
    from bot import faq_command

    quietly(settings)
    made = asyncio.run(faq_command.export(settings, options.file))
    sys.stdout.write(say("cli-export-done", count=made.count, file=str(options.file)) + "\n")
    return 0


def _import(options: argparse.Namespace, settings: Settings) -> int:
    from bot import faq_command
    from handlers.errors import RuleError

    content = options.file.read_bytes()
    quietly(settings)
    try:
        shown = asyncio.run(faq_command.preview(settings, content, options.name))
        if shown.problems:
            sys.stdout.write("\n".join(shown.problems) + "\n")
            raise CommandError("faq-file-has-problems", count=len(shown.problems))
        sys.stdout.write("\n".join(shown.lines) + "\n")
        if not shown.changes:
            sys.stdout.write(say("cli-faq-import-nothing") + "\n")
            return 0
        if not options.yes and not agreed("cli-faq-import-ask"):
            raise CommandError("faq-import-stopped")
        count = asyncio.run(faq_command.take_in(settings, content, options.name))
    except (faq_command.FaqCommandError, RuleError) as wrong:
        raise CommandError(wrong.key, **wrong.params) from wrong
    sys.stdout.write(say("cli-faq-import-done", count=count) + "\n")
    return 0


def _expiring(_options: argparse.Namespace, settings: Settings) -> int:
    from bot import faq_command

    quietly(settings)
    found = asyncio.run(faq_command.expiring(settings))
    _write_due(found)
    sys.stderr.write(say("cli-faq-expiring-done", count=len(found)) + "\n")
    return 0


def _worklist(_options: argparse.Namespace, settings: Settings) -> int:
    from bot import faq_command

    quietly(settings)
    found = asyncio.run(faq_command.worklist(settings))
    _write_due(found.due)
    named = {entry.id for _, entry in found.due}
    for entry in (one for one in found.unreviewed if one.id not in named):
        line = say("cli-faq-unreviewed", id=entry.id, question=entry.question)
        sys.stdout.write(line + "\n")
    left = len(found.unreviewed)
    counts = {"due": len(found.due), "left": left, "everything": found.everything}
    sys.stderr.write(say("cli-faq-worklist-done", **counts) + "\n")
    return 0


def _write_due(found: list[tuple[date | None, FaqEntry]]) -> None:
    for last_day, entry in found:
        params = {"id": entry.id, "question": entry.question}
        if last_day is None:
            line = say("cli-faq-waits", **params)
        else:
            line = say("cli-faq-ends", day=f"{last_day:%d/%m/%Y}", **params)
        sys.stdout.write(line + "\n")


def _matcher(options: argparse.Namespace, settings: Settings) -> Any:
    from faq import guards
    from faq.knowledge import KnowledgeError, load_entries, load_starter
    from faq.matcher import Matcher

    try:
        entries = load_entries(options.knowledge) if options.knowledge else load_starter().entries
    except KnowledgeError as wrong:
        raise CommandError("cli-faq-bad-knowledge", problems=str(wrong)) from wrong
    guards.prepare()
    return Matcher(entries, cache_dir=settings.data_dir / "cache")
