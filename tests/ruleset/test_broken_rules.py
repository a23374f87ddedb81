"""Every mistake in a rule file is told with path, line and column."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from factcheck.errors import UserError
from factcheck.ruleset import load_ruleset

CASES = yaml.safe_load(Path(__file__).parents[1].joinpath("data/broken_rules.yaml").read_text(encoding="utf-8"))


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["said"][-1])
def test_a_mistake_is_told_at_its_place(word_rules: Path, case: dict[str, Any]) -> None:
    path = word_rules / "dragons-seen.yaml"
    good = path.read_text(encoding="utf-8")
    assert case["replace"] in good
    path.write_text(good.replace(case["replace"], case["by"], 1), encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_ruleset([word_rules], bundled=False)
    lines = str(caught.value).splitlines()
    assert len(lines) == len(case["said"])
    for line, start in zip(lines, case["said"], strict=True):
        assert line.startswith(f"{path}:{start}")


def test_mistakes_of_all_files_are_told_together(word_rules: Path) -> None:
    good = (word_rules / "dragons-seen.yaml").read_text(encoding="utf-8")
    (word_rules / "a.yaml").write_text("name: [\n", encoding="utf-8")
    (word_rules / "b.yml").write_text("", encoding="utf-8")
    (word_rules / "c.yaml").write_text("- a list", encoding="utf-8")
    (word_rules / "twin.yaml").write_text(good, encoding="utf-8")
    (word_rules / "latin.yaml").write_bytes(b"name: \xff")
    (word_rules / "README.md").write_text("not a rule", encoding="utf-8")
    with pytest.raises(UserError) as caught:
        load_ruleset([word_rules], bundled=False)
    told = [line.removeprefix(f"{word_rules}/") for line in str(caught.value).splitlines()]
    assert [line.split(": ")[0] for line in told] == [
        "a.yaml:2:1",
        "b.yml:1:1",
        "c.yaml:1:1",
        "latin.yaml:1:7",
        "twin.yaml:1:7",
    ]
    assert told[1].endswith("holds no rule")
    assert told[2].endswith("keys and values are wanted here (key: value)")
    assert "a rule named 'dragons-seen' stands in" in told[4]


def test_a_folder_that_is_not_there(tmp_path: Path) -> None:
    with pytest.raises(UserError, match="absent: rules cannot be read: No such file or directory"):
        load_ruleset([tmp_path / "absent"], bundled=False)
