"""JUnit XML as GitLab, Jenkins and others read it: a suite an article, a test case a finding.

A finding that makes the exit code 1 is a failure, a lesser one passes with its words as output; what could not be
judged is an error. An article without findings is one case that passes. No times and no host: same input, same bytes.
https://github.com/testmoapp/junitxml describes what the readers of the format agree on.
"""

from __future__ import annotations

from collections.abc import Mapping
from xml.sax.saxutils import quoteattr

from factcheck.errors import Skipped
from factcheck.findings.model import Finding, Location, Run
from factcheck.report.layout import Layout
from factcheck.report.places import file_of, place_of_skipped, places_of
from factcheck.report.safe import for_terminal
from factcheck.report.timeml import escape

_CLEAN = "no finding"


def render(run: Run, layout: Layout) -> str:
    """One XML document, with the articles in their order and then what was skipped."""
    judged = [document.name for document in run.documents if run.new is None or document.name in run.new]
    by_article: dict[str, list[Finding]] = {name: [] for name in judged}
    for finding in run.findings:
        by_article.setdefault(places_of(finding, run)[0].document, []).append(finding)
    skipped = tuple(item for item in run.skipped if not item.harmless)
    suites = [_suite(name, findings, run, layout) for name, findings in by_article.items()]
    suites += [_skipped_suite(skipped)] if skipped else []
    failures = sum(_fails(finding, layout) for finding in run.findings)
    tests = sum(max(1, len(findings)) for findings in by_article.values()) + len(skipped)
    head = _tag("testsuites", {"name": "factcheck", **_counts(tests, failures, len(skipped))})
    return '<?xml version="1.0" encoding="UTF-8"?>\n' + "\n".join([head, *suites, "</testsuites>"]) + "\n"


def _suite(name: str, findings: list[Finding], run: Run, layout: Layout) -> str:
    failures = sum(_fails(finding, layout) for finding in findings)
    head = _tag("testsuite", {"name": name, **_counts(max(1, len(findings)), failures, 0)}, 1)
    cases = [_case(finding, run, layout) for finding in findings]
    if not findings:
        cases = [_tag("testcase", _named(_CLEAN, name, file_of(name), None), 2, end="/>")]
    return "\n".join([head, *cases, "  </testsuite>"])


def _case(finding: Finding, run: Run, layout: Layout) -> str:
    places = places_of(finding, run)
    first = places[0]
    named = _named(f"{finding.rule} {finding.fingerprint}", first.document, file_of(first.document), first.line)
    lines = [finding.message, *map(_said, places), *(f"- {step}" for step in finding.explanation)]
    lines += [finding.suggestion] if finding.suggestion else []
    words = "\n".join(_text(line) for line in lines)
    if _fails(finding, layout):
        failure = _tag("failure", {"message": finding.message, "type": finding.severity.value}, 3)
        body = f"{failure}{words}</failure>"
    else:
        body = f"      <system-out>{words}</system-out>"
    return "\n".join([_tag("testcase", named, 2), body, "    </testcase>"])


def _skipped_suite(skipped: tuple[Skipped, ...]) -> str:
    lines = [_tag("testsuite", {"name": "not judged", **_counts(len(skipped), 0, len(skipped))}, 1)]
    for item in skipped:
        lines += [
            _tag("testcase", _named("not judged", item.document, *(place_of_skipped(item) or (None, None))), 2),
            _tag("error", {"message": item.reason, "type": "skipped"}, 3, end="/>"),
            "    </testcase>",
        ]
    return "\n".join([*lines, "  </testsuite>"])


def _fails(finding: Finding, layout: Layout) -> bool:
    return layout.failing is not None and finding.severity.rank >= layout.failing.rank


def _said(place: Location) -> str:
    return f'{place.document}:{place.line}:{place.column}: "{place.quote}" in: {place.context}'


def _counts(tests: int, failures: int, errors: int) -> dict[str, str]:
    return {"tests": str(tests), "failures": str(failures), "errors": str(errors), "skipped": "0", "time": "0"}


def _named(name: str, article: str, file: str | None, line: int | None) -> dict[str, str]:
    named = {"name": name, "classname": article}
    named |= {"file": file} if file is not None else {}
    return named | ({"line": str(line)} if line is not None else {}) | {"time": "0"}


def _tag(name: str, attributes: Mapping[str, str], depth: int = 0, end: str = ">") -> str:
    written = " ".join(f"{key}={quoteattr(_plain(value))}" for key, value in attributes.items())
    return f"{'  ' * depth}<{name} {written}{end}"


def _text(text: str) -> str:
    return escape(for_terminal(text))


def _plain(text: str) -> str:
    """For an attribute: control characters written out, and no character that XML cannot hold."""
    return for_terminal(text).replace("\ufffe", "\ufffd").replace("\uffff", "\ufffd")
