"""The plan of an import in words, for the chat and the command line."""

from __future__ import annotations

from collections.abc import Sequence

from handlers.messages import OutFile
from handlers.services.faq_import_plan import Change, Plan
from handlers.services.faq_reading import Problem
from handlers.services.faq_rows import ALIASES, shortened
from handlers.texts import Texts

FAULTS = "faq_faults"
"""The kind of a file that lists what has to be mended; its words travel with the reply."""
MOST_FAULTS = 300
"""Of one file: more come from one mistake that repeats; what is left is counted."""


def faults(texts: Texts, problems: Sequence[Problem], language: str = "vi") -> OutFile:
    """Everything that has to be mended as a text file; it holds words of the FAQ and no names."""
    lines = [problem(texts, one, language) for one in problems[:MOST_FAULTS]]
    if len(problems) > MOST_FAULTS:
        more = {"count": len(problems) - MOST_FAULTS}
        lines.append(texts.render(language, "faq-faults-more", more))
    name = f"{texts.render(language, 'faq-faults-file')}.txt"
    return OutFile(name, FAULTS, "txt", {"lines": lines}, public=True)


def problem(texts: Texts, one: Problem, language: str = "vi") -> str:
    """Where something is wrong, what, and how to mend it."""
    return texts.render(
        language,
        "faq-file-problem",
        {
            "sheet": texts.render("vi", f"export-faq-sheet-{one.sheet}"),
            "row": str(one.row),  # a place, not a count: no point between thousands
            "column": texts.render("vi", f"export-faq-column-{one.column}"),
            "what": texts.render(language, one.key, one.params),
        },
    )


def change(texts: Texts, one: Change, language: str = "vi") -> str:
    """Which entry changes, and in what."""
    named = {"id": one.id, "question": shortened(one.entry.question)}
    if one.known is None:
        return texts.render(language, "faq-file-line-new", named)
    columns = ", ".join(
        texts.render("vi", f"export-faq-column-{'alias' if part == ALIASES else part}")
        for part in one.parts
    )
    return texts.render(language, "faq-file-line", {**named, "parts": columns})


def counts(texts: Texts, plan: Plan, language: str = "vi") -> str:
    """How much is new, changed and left."""
    return texts.render(
        language,
        "faq-file-counts",
        {
            "new": len(plan.new),
            "changed": len(plan.changed),
            "unchanged": plan.unchanged,
            "added": plan.new_wordings,
            "removed": plan.lost_wordings,
        },
    )


def remarks(texts: Texts, plan: Plan, language: str = "vi") -> list[str]:
    """What else somebody should know before saying yes."""
    found = []
    if plan.left_out:
        found.append(texts.render(language, "faq-file-left-out", {"count": plan.left_out}))
    if plan.masked:
        found.append(texts.render(language, "faq-file-masked", {"count": plan.masked}))
    by_rule: dict[str, list[str]] = {}
    for entry_id, rule in plan.advice:
        by_rule.setdefault(rule, []).append(entry_id)
    for rule, ids in by_rule.items():
        what = texts.render(language, f"faq-advice-{rule}")
        params = {"what": what, "count": len(ids), "id": ids[0]}
        found.append(texts.render(language, "faq-file-advice", params))
    return found
