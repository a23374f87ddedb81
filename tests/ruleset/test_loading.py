"""Rules from folders."""

from __future__ import annotations

from dataclasses import asdict
from pathlib import Path

import pytest

from factcheck.errors import UserError
from factcheck.ruleset import load_ruleset
from factcheck.ruleset.aliases import load_aliases
from factcheck.ruleset.lexicon import load_lexicon
from factcheck.vocabulary import Category, Severity


def test_a_rule_is_read(word_rules: Path) -> None:
    (rule,) = load_ruleset([word_rules], bundled=False).rules
    assert (rule.name, rule.category, rule.severity) == ("dragons-seen", Category.REFERENCE_CONFLICT, Severity.WARNING)
    assert asdict(rule.options) == {"word": "dragon", "most": 3, "style": "plain"}
    assert [len(example.all_articles) for example in rule.examples.good] == [2]
    assert rule.examples.bad[0].all_articles[0].published == "2024-03-05"


def test_a_later_folder_replaces_a_rule_of_the_same_name(word_rules: Path, tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    text = (word_rules / "dragons-seen.yaml").read_text(encoding="utf-8")
    (other / "mine.yaml").write_text(text.replace("severity: warning", "severity: info"), encoding="utf-8")
    (rule,) = load_ruleset([word_rules, other], bundled=False).rules
    assert rule.severity is Severity.INFO
    (rule,) = load_ruleset([other, word_rules], bundled=False).rules
    assert rule.severity is Severity.WARNING


def test_event_and_alias_files_are_no_rules(word_rules: Path) -> None:
    for name in ("events", "aliases", ".hidden"):
        (word_rules / name).mkdir()
        (word_rules / name / "x.yaml").write_text("a: b\n", encoding="utf-8")
    ruleset = load_ruleset([word_rules], bundled=False)
    assert len(ruleset.rules) == 1
    assert ruleset.event_files == (word_rules / "events" / "x.yaml",)
    assert ruleset.alias_files == (word_rules / "aliases" / "x.yaml",)


def test_a_single_file_is_a_folder_of_one(word_rules: Path) -> None:
    assert load_ruleset([word_rules / "dragons-seen.yaml"], bundled=False).rule("dragons-seen") is not None


def test_options_may_be_left_out(word_rules: Path) -> None:
    path = word_rules / "dragons-seen.yaml"
    path.write_text(path.read_text(encoding="utf-8").replace("options:\n  word: dragon\n", ""), encoding="utf-8")
    (rule,) = load_ruleset([word_rules], bundled=False).rules
    assert asdict(rule.options)["word"] == "dragon"


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("event:\n  flood: {verbs: [flood]}\n", ":1:1: unknown key 'event'; did you mean 'events'?"),
        ("events:\n  flood: {verb: [flood]}\n", ":2:11: unknown key 'verb'; did you mean 'verbs'?"),
        ("events:\n  flood: {core: any}\n", ":2:3: event type 'flood' has neither verbs nor nouns"),
        ("events:\n  flood: {verbs: [flood], core: none}\n", ":2:33: core: 'none' is not known"),
        ("events:\n  flood: {verbs: [flood], recurrence: 0}\n", ":2:39: recurrence: "),
        ("events:\n  flood: {verbs: [flood], before: [storm]}\n", ":2:36: there is no event type 'storm'"),
        ("events:\n  flood: {verbs: [''] }\n", ":2:19: verbs: must not be empty"),
    ],
)
def test_mistakes_in_event_files_have_places(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_lexicon([path])
    assert f"{path}{said}" in str(caught.value)


def test_bundled_event_files_make_a_lexicon() -> None:
    lexicon = load_lexicon(load_ruleset().event_files)
    assert "arrest" in lexicon.types


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("aliases:\n- {name: A, type: place}\n", ":2:3: missing key 'also'"),
        ("aliases:\n- {name: A, type: city, also: [B]}\n", ":2:19: type: 'city' is not known"),
        (
            "aliases:\n- {name: A, type: place, also: [B]}\n- {name: C, type: place, also: [D, b]}\n",
            ":3:36: 'b' is an alias of 'A'",
        ),
        ("aliases: {A: B}\n", ":1:10: aliases: must be a list"),
    ],
)
def test_mistakes_in_alias_files_have_places(tmp_path: Path, text: str, said: str) -> None:
    path = tmp_path / "x.yaml"
    path.write_text(text, encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_aliases([path])
    assert str(caught.value).startswith(f"{path}{said}")


def test_a_later_alias_file_replaces_an_entry(tmp_path: Path) -> None:
    (tmp_path / "a.yaml").write_text("aliases:\n- {name: A, type: place, also: [B]}\n", encoding="utf-8")
    (tmp_path / "b.yaml").write_text(
        "aliases:\n- {name: A, type: place, also: [C]}\n- {name: D, type: place, also: [B]}\n", encoding="utf-8"
    )
    aliases = load_aliases([tmp_path / "a.yaml", tmp_path / "b.yaml"])
    assert [aliases.of(name) for name in "ABCDE"] == ["A", "D", "A", "D", None]
