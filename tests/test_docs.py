"""Pages of docs/ are true: their commands print what is shown, their Python does, their links lead somewhere."""

from __future__ import annotations

import doctest
import importlib.util
import re
from pathlib import Path
from types import ModuleType

import pytest
import yaml

from factcheck.cli.main import run

ROOT = Path(__file__).parents[1]
DOCS = ROOT / "docs"


def _tool() -> ModuleType:
    spec = importlib.util.spec_from_file_location("howto", ROOT / "tools" / "howto.py")
    assert spec is not None
    assert spec.loader is not None
    module = importlib.util.module_from_spec(spec)
    spec.loader.exec_module(module)
    return module


TOOL = _tool()


# test_howto.py looks at its page itself.
@pytest.mark.parametrize("name", sorted(TOOL.PAGES.keys() - {"write-your-own-rules.md"}))
def test_blocks_show_what_files_hold_and_commands_print(name: str) -> None:
    page = (DOCS / name).read_text(encoding="utf-8")
    assert TOOL.filled(page, TOOL.PAGES[name]) == page, "run: python tools/howto.py"


def test_a_page_that_is_not_true_is_mended() -> None:
    page = "```console\n$ factcheck --version; echo $?\nfactcheck 17\n```\n"
    assert re.fullmatch(
        r"```console\n\$ factcheck --version; echo \$\?\nfactcheck, version .*\n0\n```\n", TOOL.filled(page)
    )


@pytest.mark.parametrize("name", sorted(path.name for path in DOCS.glob("*.md") if ">>> " in path.read_text("utf-8")))
def test_python_sessions(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    failed, run = doctest.testfile(str(DOCS / name), module_relative=False, optionflags=doctest.ELLIPSIS)
    assert run > 5
    assert failed == 0


def test_the_workflow_of_the_tutorial_uses_the_action_as_it_is() -> None:
    page = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    (workflow,) = (yaml.safe_load(text) for text in re.findall(r"^```yaml\n(.*?)^```$", page, re.M | re.S))
    step = workflow["jobs"]["factcheck"]["steps"][-1]
    assert step["uses"].startswith("OWNER/factcheck@")
    assert step["with"].keys() <= yaml.safe_load((ROOT / "action.yml").read_text(encoding="utf-8"))["inputs"].keys()


def test_the_tutorial_fails_and_then_passes() -> None:
    page = (DOCS / "tutorial.md").read_text(encoding="utf-8")
    codes = re.findall(r"^\$ factcheck [^\n]*; echo \$\?\n(?:.*\n)*?(\d)\n```$", page, re.M)
    assert codes == ["0", "1", "1", "0"]


def test_every_command_that_is_named_exists(capfd: pytest.CaptureFixture[str]) -> None:
    """In the pages that are not generated; with its options."""
    for path in DOCS.glob("*.md"):
        for words in re.findall(r"`factcheck ((?:rules )?[a-z]+)((?: --[a-z-]+|[ \w./…]+)*)`", path.read_text("utf-8")):
            assert run([*words[0].split(), "--help"]) == 0, f"{path.name}: {words[0]}"
            shown = capfd.readouterr().out
            assert all(option in shown for option in re.findall(r"--[a-z-]+", words[1])), f"{path.name}: {words}"


def test_the_index_leads_to_every_page() -> None:
    index = (DOCS / "README.md").read_text(encoding="utf-8")
    missing = {path.name for path in DOCS.glob("*.md")} - {"README.md", *re.findall(r"\]\(([\w-]+\.md)\)", index)}
    assert not missing, "add it to docs/README.md"


@pytest.mark.parametrize("path", sorted([*DOCS.glob("*.md"), *DOCS.glob("reference/*.md")]), ids=lambda path: path.name)
def test_links_lead_somewhere(path: Path) -> None:
    for target, anchor in re.findall(r"\]\(([^)#:]*)(?:#([^)]*))?\)", path.read_text(encoding="utf-8")):
        found = (path.parent / target) if target else path
        assert found.exists(), target
        if anchor:
            headings = re.findall(r"^#+ (.*)$", found.read_text(encoding="utf-8"), re.M)
            slugs = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
            assert anchor in slugs, f"{target}#{anchor}"
