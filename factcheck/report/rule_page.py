"""A rule's page: Markdown for ``docs/rules/``, plain text for ``factcheck explain``."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import TYPE_CHECKING, Any

from factcheck.records import MISSING, fields
from factcheck.report.layout import Layout, wrap
from factcheck.report.safe import for_markdown, for_terminal
from factcheck.ruleset.model import Rule

if TYPE_CHECKING:
    from factcheck.ruleset.written_rules import Example

GENERATED = "<!-- Generated from rules/ by tools/rule_docs.py; edit the rule, not this page. -->"


def markdown(rule: Rule) -> str:
    """The page of a rule."""
    parts = [
        GENERATED,
        f"# {rule.name}",
        f"**Category:** {rule.category} · **Severity:** {rule.severity} · **Check:** `{rule.check}`",
        _paragraphs(rule.what),
        _by_event(rule),
        "## Why",
        _paragraphs(rule.why),
    ]
    for heading, kind, examples in _examples(rule):
        parts.append(f"## {heading}")
        for number, example in enumerate(examples, start=1):
            parts += [f"**{number}.**" if len(examples) > 1 else "", _example_markdown(example, kind)]
    if rule.known_problems:
        parts += ["## Known problems", _bullets(rule.known_problems)]
    parts.append("## Options")
    options = option_rows(rule)
    if options:
        rows = [
            f"| `{name}` | {_code(value)} | {_code(default)} | {_plain(text)} |"
            for name, value, default, text in options
        ]
        parts.append("\n".join(["| Option | Here | Default | Meaning |", "| --- | --- | --- | --- |", *rows]))
    else:
        parts.append("None.")
    if rule.references:
        parts += ["## References", "\n".join(f"- {' '.join(line.split())}" for line in rule.references)]
    return "\n\n".join(part for part in parts if part) + "\n"


def index(rules: Sequence[Rule]) -> str:
    """The list of all rules by category, with links to their pages."""
    parts = [GENERATED, "# Rules", f"{len(rules)} rules come with factcheck."]
    for category in sorted({rule.category for rule in rules}):
        rows = [
            f"| [{rule.name}]({rule.name}.md) | {rule.severity} | {_plain(rule.what)} |"
            for rule in rules
            if rule.category == category
        ]
        parts += [f"## {category}", "\n".join(["| Rule | Severity | What it finds |", "| --- | --- | --- |", *rows])]
    return "\n\n".join(parts) + "\n"


def terminal(rule: Rule, layout: Layout) -> str:
    """The page as text, as wide as the layout."""

    def heading(text: str) -> str:
        return f"\x1b[1m{text}\x1b[0m" if layout.colour else text

    def filled(text: str, mark: str = "  ") -> list[str]:
        first, *rest = wrap(for_terminal(" ".join(text.split())), layout.width - len(mark))
        return [mark + first, *(" " * len(mark) + line for line in rest)]

    lines = [
        heading(rule.name),
        *filled(f"{rule.category}, {rule.severity}; check {rule.check}"),
        *filled(_by_event(rule)),
        "",
    ]
    lines += [heading("What it finds"), *filled(rule.what), "", heading("Why"), *filled(rule.why), ""]
    for title, _, examples in _examples(rule):
        lines.append(heading(title))
        for example in examples:
            for line in _known(example):
                lines += filled(line, "  * ")
            for article in example.all_articles:
                date = f"({article.published}) " if article.published else ""
                lines += filled(date + article.text, "  | ")
            if example.quotes:
                lines += filled("cites " + "; ".join(f'"{quote}"' for quote in example.quotes), "  > ")
            if example.note:
                lines += filled(example.note, "    ")
            lines.append("")
    if rule.known_problems:
        lines.append(heading("Known problems"))
        for problem in rule.known_problems:
            lines += filled(problem, "  - ")
        lines.append("")
    options = option_rows(rule)
    if options:
        lines.append(heading("Options"))
        for name, value, default, text in options:
            note = "" if value == default else f" (default {default})"
            lines += filled(f"{name} = {value}{note}: {text}", "  - ")
        lines.append("")
    if rule.references:
        lines.append(heading("References"))
        for reference in rule.references:
            lines += filled(reference, "  - ")
        lines.append("")
    lines += filled(rule.path, "file: ")
    return "\n".join(lines) + "\n"


def option_rows(rule: Rule) -> list[tuple[str, str, str, str]]:
    """Name, value under this rule, default and meaning of each option of the rule's check."""
    rows = []
    options = rule.options
    for field in fields(options):
        default = "required" if field.default is MISSING else _value(field.default)
        rows.append(
            (field.name, _value(getattr(options, field.name)), default, field.metadata.get("description") or "")
        )
    return rows


def _value(value: Any) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, (list, tuple, set, frozenset)):
        items = value if isinstance(value, (list, tuple)) else sorted(value, key=str)
        return ", ".join(_value(item) for item in items) or "none"
    return "none" if value is None else str(value)


def _examples(rule: Rule) -> Iterable[tuple[str, str, tuple[Example, ...]]]:
    examples = rule.examples
    for heading, kind, found in (
        ("What it reports", "bad", examples.bad),
        ("What it leaves alone", "good", examples.good),
        ("What it misses so far", "known_miss", examples.known_miss),
    ):
        if found:
            yield heading, kind, found


def _example_markdown(example: Example, kind: str) -> str:
    parts = [_plain(example.note)] if example.note else []
    if example.facts or example.order:
        parts.append("\n".join(f"- {_plain(line)}" for line in _known(example)))
    for number, article in enumerate(example.all_articles):
        if number:
            parts.append("and")  # two quotations with nothing between them would be one
        about = [
            part
            for part in (article.title, article.source, article.published and f"published {article.published}")
            if part
        ]
        lead = f"> *{_plain(', '.join(about))}*\n>\n" if about else ""
        body = "\n>\n".join(f"> {_plain(block)}" for block in article.text.split("\n\n") if block.strip())
        parts.append(lead + body)
    if example.quotes:
        verb = "Cites" if kind == "bad" else "Should cite" if kind == "known_miss" else "Looks at"
        parts.append(f"{verb} " + " and ".join(f"“{_plain(quote)}”" for quote in example.quotes) + ".")
    return "\n\n".join(parts)


def _by_event(rule: Rule) -> str:
    """The severities that depend on the event type, in a line; empty where none do."""
    levels = ", ".join(f"{event}: {level}" for event, level in sorted(rule.severity_by_event.items()))
    return f"Severity by event type: {_plain(levels)}." if levels else ""


def _known(example: Example) -> Iterable[str]:
    """What the example takes for known, a line a fact."""
    for fact in example.facts:
        parts = [f"{fact.event} of {' and '.join(who.name for who in fact.participants)}", fact.date]
        parts += [fact.place] if fact.place else []
        figures = [*fact.quantities, *([fact.quantity] if fact.quantity else [])]
        parts += [" ".join(filter(None, (f"{f.value:g}", f.unit, f.measured and f"({f.measured})"))) for f in figures]
        yield f"Known: {'; '.join(parts)} (source: {fact.source})"
    for order in example.order:
        yield f"Known: {order.before} precedes {order.after}"


def _paragraphs(text: str) -> str:
    return "\n\n".join(_plain(part) for part in text.split("\n\n"))


def _bullets(lines: Iterable[str]) -> str:
    return "\n".join(f"- {_plain(line)}" for line in lines)


def _plain(text: str) -> str:
    """Words of ours: escaped only where Markdown would read them as markup."""
    text = " ".join(text.split())
    if any(mark in text for mark in "\\`*_[]<>|#@&~$") or text[:1] in "+-0123456789":
        return for_markdown(text)
    return text


def _code(text: str) -> str:
    return f"`{text}`" if text and "`" not in text and "|" not in text else for_markdown(text)
