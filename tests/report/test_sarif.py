"""The SARIF log: valid by the standard's own schema, and pointing at both articles."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from jsonschema import Draft4Validator
from report_samples import HOSTILE, run_of

from factcheck.config import Settings
from factcheck.errors import Skipped
from factcheck.findings.model import Run
from factcheck.pipeline import audit, check
from factcheck.report import render
from factcheck.report.sarif_text import link, message, uri_of
from factcheck.ruleset import load_ruleset

DATA = Path(__file__).parents[1] / "data"
ROOT = Path(__file__).parents[2]
VALIDATOR = Draft4Validator(json.loads((DATA / "sarif-2.1.0.schema.json").read_text(encoding="utf-8")))


def log_of(run: Run) -> dict[str, Any]:
    """The one SARIF run of a report that is valid."""
    log = json.loads(render(run, "sarif"))
    assert [error.message for error in VALIDATOR.iter_errors(log)] == []
    (found,) = log["runs"]
    return found


def test_the_schema_can_fail() -> None:
    log = json.loads(render(run_of(), "sarif"))
    log["runs"][0]["results"][0]["level"] = "fatal"
    log["runs"][0]["results"][1]["locations"][0]["physicalLocation"]["region"]["startLine"] = 0
    del log["runs"][0]["results"][2]["message"]
    log["runs"][0]["surprise"] = 1
    assert len(list(VALIDATOR.iter_errors(log))) == 4


@pytest.mark.parametrize("run", [run_of(), run_of(HOSTILE), Run((), ()), replace(run_of(), new=frozenset({"b.txt"}))])
def test_it_is_valid(run: Run) -> None:
    log_of(run)


def test_a_result_tells_both_places() -> None:
    (result, *_) = log_of(run_of())["results"]
    assert (result["ruleId"], result["ruleIndex"], result["level"]) == ("rule-0", 0, "error")
    assert result["partialFingerprints"] == {"factcheck/v1": "0000000000000000"}
    assert (result["rank"], result["properties"]["category"]) == (93.0, "date-conflict")
    (first,) = result["locations"]
    (second,) = result["relatedLocations"]
    where = [place["physicalLocation"]["artifactLocation"]["uri"] for place in (first, second)]
    assert where == ["a.txt", "b.txt"]
    assert first["physicalLocation"]["region"] == {"startLine": 1, "startColumn": 2, "endLine": 1, "endColumn": 5}
    assert f"See [b.txt, line 1]({second['id']})." in result["message"]["text"]


def test_levels() -> None:
    assert [result["level"] for result in log_of(run_of())["results"]] == ["error", "warning", "note"]


def test_what_was_left_out_is_marked() -> None:
    full = run_of()
    first, second, third = full.findings[:3]
    run = replace(full, findings=(first,), known=(second,), suppressed=((third, "As {the} [letter](x) has it."),))
    results = log_of(run)["results"]
    assert [one["partialFingerprints"]["factcheck/v1"] for one in results] == [
        first.fingerprint, second.fingerprint, third.fingerprint,
    ]  # fmt: skip
    assert [one["baselineState"] for one in results] == ["new", "unchanged", "new"]
    said = {"kind": "external", "status": "accepted", "justification": "As {{the}} [letter] (x) has it."}
    assert [one["suppressions"] for one in results] == [[], [], [said]]
    assert {one["ruleId"] for one in results} == {rule["id"] for rule in log_of(run)["tool"]["driver"]["rules"]}


def test_a_run_that_left_nothing_out_has_no_states() -> None:
    assert all(not {"baselineState", "suppressions"} & result.keys() for result in log_of(run_of())["results"])
    only_known = log_of(replace(run_of(), known=run_of().findings[:1]))["results"]
    assert all("baselineState" in result and "suppressions" not in result for result in only_known)


def test_the_new_article_is_the_primary_place() -> None:
    run = replace(run_of(), new=frozenset({"b.txt"}))
    (result, *_) = log_of(run)["results"]
    assert result["locations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "b.txt"
    assert result["relatedLocations"][0]["logicalLocations"][0]["fullyQualifiedName"] == "a.txt"


def test_what_was_skipped_is_a_notification() -> None:
    skipped = (
        Skipped("rows.jsonl:7", "not UTF-8"), Skipped("rule some-rule", "a fault"), Skipped("x y.pdf", "not text"),
    )  # fmt: skip
    (invocation,) = log_of(replace(run_of(), skipped=skipped))["invocations"]
    assert invocation["executionSuccessful"] is False
    row, rule, file = invocation["toolExecutionNotifications"]
    where = row["locations"][0]["physicalLocation"]
    assert (where["artifactLocation"]["uri"], where["region"]) == ("rows.jsonl", {"startLine": 7})
    assert "locations" not in rule
    assert rule["message"]["text"] == "rule some-rule: a fault"
    assert file["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "x%20y.pdf"
    assert log_of(replace(run_of(), skipped=()))["invocations"] == [{"executionSuccessful": True}]


def test_indices_lead_to_rules_and_artifacts() -> None:
    log = log_of(run_of())
    rules = [rule["id"] for rule in log["tool"]["driver"]["rules"]]
    for result in log["results"]:
        assert rules[result["ruleIndex"]] == result["ruleId"]
        for place in (*result["locations"], *result["relatedLocations"]):
            address = place["physicalLocation"]["artifactLocation"]
            assert log["artifacts"][address["index"]]["location"] == address
            assert address["uriBaseId"] in log["originalUriBaseIds"]


def test_rules_come_with_help(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text("The hall in Leith was shut on 31 September 2024.\n", encoding="utf-8")
    run = audit(["a.txt"], Settings(), load_ruleset())
    (rule,) = log_of(run)["tool"]["driver"]["rules"]
    assert rule["helpUri"].endswith(f"/docs/rules/{rule['id']}.md")
    assert (ROOT / "docs" / "rules" / f"{rule['id']}.md").is_file()
    assert rule["help"]["markdown"].startswith(f"# {rule['id']}\n")
    assert rule["help"]["text"].startswith(rule["fullDescription"]["text"])
    assert rule["defaultConfiguration"]["level"] == "error"
    assert rule["properties"]["tags"] == [rule["properties"]["category"]]
    assert str(ROOT) not in render(run, "sarif")


def test_a_rule_of_ones_own_has_no_page_of_ours(tmp_path: Path, word_rules: Path) -> None:
    (tmp_path / "a.txt").write_text("A dragon landed in Porto.\n", encoding="utf-8")
    run = audit([str(tmp_path / "a.txt")], Settings(), load_ruleset([word_rules]))
    (rule,) = log_of(run)["tool"]["driver"]["rules"]
    assert rule["shortDescription"]["text"] == "Finds dragons."
    assert "helpUri" not in rule


def test_check_points_at_the_new_article(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    for name, day in (("old.txt", 3), ("new.txt", 5)):
        Path(name).write_text(f"Ewan Brodie was arrested in Perth on {day} April 2025, police said.\n", "utf-8")
    run = check(["new.txt"], ["old.txt"], Settings(), load_ruleset())
    (result,) = log_of(run)["results"]
    assert result["locations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "new.txt"
    assert result["relatedLocations"][0]["physicalLocation"]["artifactLocation"]["uri"] == "old.txt"
    region = result["locations"][0]["physicalLocation"]["region"]
    line = Path("new.txt").read_text("utf-8").splitlines()[region["startLine"] - 1]
    assert line[region["startColumn"] - 1 : region["endColumn"] - 1] == "5 April 2025"


@pytest.mark.parametrize(
    ("path", "uri"),
    [
        ("news/a.txt", "news/a.txt"),
        ("../a b.txt", "../a%20b.txt"),
        ("a:b#c?d%e.txt", "a%3Ab%23c%3Fd%25e.txt"),
        ("zürich.txt", "z%C3%BCrich.txt"),
        ("/srv/a b.txt", "file:///srv/a%20b.txt"),
        ("C:/news/a.txt", "file:///C:/news/a.txt"),
        ("caf\udce9.txt", "caf%E9.txt"),
        ("\ud800.txt", "%3F.txt"),
    ],
)
def test_addresses(path: str, uri: str) -> None:
    assert uri_of(path) == uri


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("plain [1] words", "plain [1] words"),
        ("{0} and {x}", "{{0}} and {{x}}"),
        ("[click](http://x.test)", "[click] (http://x.test)"),
        ("a\x1b[1mb", "a\\x1b[1mb"),
    ],
)
def test_messages_hold_no_links_and_no_placeholders(text: str, shown: str) -> None:
    assert message(text) == shown


def test_link_texts_are_escaped() -> None:
    assert link("a[1]\\b.txt", 3) == r"[a\[1\]\\b.txt](3)"
