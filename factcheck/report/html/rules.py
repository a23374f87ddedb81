"""The rules that found something: what each looks for, and what it is known to get wrong."""

from __future__ import annotations

from factcheck.report.html.markup import Html, element
from factcheck.report.html.view import View
from factcheck.ruleset.model import Rule


def section(view: View) -> Html:
    """One entry a rule, in the order of their names."""
    cited = {finding.rule for finding in view.run.findings}
    listed = [_rule(rule) for rule in sorted(view.run.rules, key=lambda rule: rule.name) if rule.name in cited]
    ran = len(view.run.rules)
    return element(
        "section",
        element("h2", "Rules", id="rules-name"),
        element("p", f"{ran} rules ran, {len(cited)} found something." if ran else f"{len(cited)} found something."),
        *listed,
        id="rules",
        aria_labelledby="rules-name",
    )


def _rule(rule: Rule) -> Html:
    problems = [element("li", " ".join(problem.split())) for problem in rule.known_problems]
    return element(
        "details",
        element("summary", rule.name),
        *(element("p", part) for part in rule.what.split("\n\n")),
        element("p", "Known problems:") if problems else None,
        element("ul", *problems) if problems else None,
        id=f"rule-{rule.name}",
    )
