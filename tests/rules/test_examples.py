"""Every rule's examples: bad ones are found, good ones silent, known misses still missed."""

from __future__ import annotations

import pytest

from factcheck.examples import KINDS, run_example
from factcheck.ruleset import Rule, load_ruleset
from factcheck.ruleset.loading import check_names
from factcheck.ruleset.model import Kind

RULESET = load_ruleset()
CASES = [
    pytest.param(rule, kind, number, id=f"{rule.name}-{kind}-{number + 1}")
    for rule in RULESET.rules
    for kind in KINDS
    for number in range(len(getattr(rule.examples, kind)))
]


@pytest.mark.parametrize(("rule", "kind", "number"), CASES)
def test_example(rule: Rule, kind: Kind, number: int) -> None:
    outcome = run_example(rule, kind, number, RULESET)
    assert outcome.failure is None, f"{rule.path}: {outcome.label}: {outcome.failure}"


def test_every_check_has_a_rule() -> None:
    assert {rule.check for rule in RULESET.rules} == set(check_names())


@pytest.mark.parametrize("rule", RULESET.rules, ids=lambda rule: rule.name)
def test_a_rule_stands_in_its_categorys_folder_under_its_name(rule: Rule) -> None:
    assert rule.path.endswith(f"rules/{rule.category}/{rule.name}.yaml")
