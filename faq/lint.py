"""Check what an entry says and how it is asked, beyond what the loader refuses.

`python -m faq.lint` checks the starter FAQ, `python -m faq.lint FILE…` only those files.
"""

import sys
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date
from importlib.resources import as_file, files
from pathlib import Path

from faq.alias_lint import Meet, alias_findings, everywhere, shared_aliases
from faq.entries import Citation, FaqEntry, LegalDocument
from faq.findings import Finding
from faq.knowledge import (
    REGISTER,
    Knowledge,
    KnowledgeError,
    load_documents,
    load_entries,
    load_starter,
    today,
)
from faq.neighbour_lint import neighbour_findings
from faq.speech_lint import speech_findings

__all__ = ["Finding", "entry_findings", "lint", "main"]


def lint(knowledge: Knowledge, on: date | None = None, meet: Meet = everywhere) -> list[Finding]:
    """Give everything worth correcting in a FAQ, in the order of its entries.

    `on` is the date for which law must be in force (today in Vietnam when left out). `meet` tells
    which entries are ever told in the same place; others may be as alike as they like.
    """
    day = on or today()
    found = [
        finding
        for entry in knowledge.entries
        for finding in (*entry_findings(entry, day), *_contrasts(entry, knowledge))
    ]
    found += document_findings(knowledge.documents)
    found += shared_aliases(knowledge.entries, meet)
    found += neighbour_findings(knowledge.entries, meet)
    order = {entry.id: place for place, entry in enumerate(knowledge.entries)}
    return sorted(found, key=lambda finding: order.get(finding.entry_id, len(order)))


def entry_findings(entry: FaqEntry, on: date) -> Iterator[Finding]:
    """Give what is wrong with one entry by itself, on a day."""
    yield from speech_findings(entry)
    yield from alias_findings(entry)
    yield from _basis(entry)
    yield from _state(entry, on)
    yield from _law(entry, on)


def _basis(entry: FaqEntry) -> Iterator[Finding]:
    if entry.citations or entry.answered_by or entry.check_before_use:
        return
    yield Finding(
        entry.id,
        "missing-basis",
        "cites no document, names no field of the dialogue session, and check_before_use is empty",
    )


def _state(entry: FaqEntry, on: date) -> Iterator[Finding]:
    if entry.review.state == "expired":
        yield Finding(entry.id, "expired", "an official marked it as no longer right")
    elif entry.valid_to is not None and entry.valid_to < on:
        yield Finding(
            entry.id, "expired", f"held until {entry.valid_to}", about=_day(entry.valid_to)
        )
    elif entry.review.state == "to_review":
        yield Finding(entry.id, "waits-for-review", "is not told until somebody has reviewed it")


def _law(entry: FaqEntry, on: date) -> Iterator[Finding]:
    for citation in entry.citations:
        name = citation.document_id
        if citation.document is None:
            yield Finding(
                entry.id, "unknown-document", f"{name} is not in the register", about=name
            )
            continue
        if citation.document.number is None:
            yield Finding(
                entry.id, "no-number", f"{name} has no number; use check_before_use", about=name
            )
        start, end = citation.effective_from, citation.effective_to
        if start and end and start > end:
            yield Finding(
                entry.id,
                "date-order",
                f"{name} ends {end} before it begins {start}",
                about=f"{name}, {_day(start)} – {_day(end)}",
            )
        begins = citation.document.effective_from
        if start and begins and start < begins:
            message = f"{name} is cited from {start} but begins {begins}"
            about = f"{name}, {_day(start)} < {_day(begins)}"
            yield Finding(entry.id, "cited-too-early", message, about=about)
        ended = citation.unexpected_end
        if ended and ended < on:
            message = f"{name} ended {ended} but is cited as in force"
            yield Finding(entry.id, "expired-law", message, about=f"{name}, {_day(ended)}")
    for changed, change in _borrowed(entry):
        message = f"{change.document_id} only changes {changed}, which has {change.article}"
        about = f"{change.document_id}, {change.article} / {changed}"
        yield Finding(entry.id, "article-of-another", message, about=about)
    bears = any(citation.in_force(on) for citation in entry.citations)
    if entry.citations and not bears and entry.is_stale(on):
        yield Finding(entry.id, "expired-law", f"nothing that it cites is in force on {on}")


def _day(day: date) -> str:
    return f"{day:%d/%m/%Y}"


def _borrowed(entry: FaqEntry) -> Iterator[tuple[str, Citation]]:
    """Give laws that are cited with the article of the law that they change, and that law."""
    for base in entry.citations:
        for change in entry.citations:
            changes = base.document is not None and change.document_id in base.document.amended_by
            if changes and change.article and change.article == base.article:
                yield base.document_id, change


def _contrasts(entry: FaqEntry, knowledge: Knowledge) -> Iterator[Finding]:
    for contrast in entry.contrasts:
        if contrast.id == entry.id:
            yield Finding(entry.id, "contrast", "is contrasted with itself", about=entry.id)
        elif knowledge.by_id(contrast.id) is None:
            yield Finding(entry.id, "contrast", f"{contrast.id} does not exist", about=contrast.id)


def document_findings(documents: Sequence[LegalDocument]) -> Iterator[Finding]:
    """Give what is wrong inside the register of legal documents."""
    known = {document.id for document in documents}
    for document in documents:
        start, end = document.effective_from, document.effective_to
        if start and end and start > end:
            yield Finding(
                document.id,
                "date-order",
                f"ends {end} before it begins {start}",
                about=f"{_day(start)} – {_day(end)}",
            )
        links = (*document.replaces, *document.replaced_by, *document.amended_by)
        for other in links:
            if other not in known:
                yield Finding(
                    document.id, "unknown-document", f"{other} is not in the register", about=other
                )
        if document.replaced_by and end is None:
            yield Finding(document.id, "expired-law", "is replaced, but nobody knows from when")


@dataclass(frozen=True)
class _Scope:
    """What a run over single files may say something about."""

    ids: frozenset[str]
    topics: frozenset[str]

    def keeps(self, finding: Finding) -> bool:
        """Leave out other files' entries, and neighbours whose file is not written yet."""
        if finding.entry_id not in self.ids:
            return False
        if finding.rule != "contrast" or not finding.message.endswith("does not exist"):
            return True
        return any(finding.message.startswith(f"{topic}-") for topic in self.topics)


def _lint_files(paths: Sequence[Path]) -> tuple[list[Finding], int]:
    """Check files of the starter folder while others are still being written."""
    with as_file(files("faq").joinpath("data", "vi")) as folder:
        register = folder / REGISTER
        documents = load_documents(register) if register.exists() else ()
        chosen = [entry for path in paths for entry in load_entries(path, documents)]
        named = {path.resolve() for path in paths}
        others = [path for path in sorted(folder.glob("*.yaml")) if path.resolve() not in named]
        rest = [e for path in others if path.name != REGISTER for e in _readable(path)]
    ids = frozenset(entry.id for entry in chosen)
    scope = _Scope(ids, frozenset(entry.topic for entry in chosen))
    whole = Knowledge((*chosen, *(entry for entry in rest if entry.id not in ids)), documents)
    found = [finding for finding in lint(whole) if scope.keeps(finding)]
    if not documents:
        found = [finding for finding in found if finding.rule != "unknown-document"]
    return found, len(chosen)


def _readable(path: Path) -> Iterable[FaqEntry]:
    try:
        return load_entries(path)
    except KnowledgeError:
        return ()


def main(arguments: Sequence[str], write: Callable[[str], object] = sys.stdout.write) -> int:
    """Check and print one line per finding; give the exit status (1 when there is any)."""
    try:
        if arguments:
            found, entries = _lint_files([Path(name) for name in arguments])
        else:
            knowledge = load_starter()
            found, entries = lint(knowledge), len(knowledge.entries)
    except KnowledgeError as error:
        write(f"{error}\n{len(error.problems)} problems; the files cannot be read\n")
        return 1
    for finding in found:
        write(f"{finding}\n")
    write(f"{entries} entries, {len(found)} findings\n")
    return 0 if all(finding.advice for finding in found) else 1


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
