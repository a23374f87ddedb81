"""What tests of several rooms share."""

from __future__ import annotations

import atexit
import gc
import os
import shutil
import sys
import tempfile
from collections.abc import Iterator
from pathlib import Path

import pytest

import factcheck.checks

# What commands keep between runs goes where it is gone afterwards, not into the cache of whoever runs the tests.
os.environ["FACTCHECK_CACHE"] = tempfile.mkdtemp(prefix="factcheck-tests-")
atexit.register(shutil.rmtree, os.environ["FACTCHECK_CACHE"], ignore_errors=True)
# Hundreds of tests start factcheck as a process: its byte code is made once, and goes away with the rest.
os.environ.pop("PYTHONDONTWRITEBYTECODE", None)
os.environ["PYTHONPYCACHEPREFIX"] = os.environ["FACTCHECK_CACHE"] + "/bytecode"
gc.set_threshold(50_000, 20, 100)  # as the command line does

WORD_CHECK = '''
"""A check for tests: every place where a word stands in an article."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Literal

from factcheck.checks.model import Conflict, Evidence, Options as Base, option
from factcheck.identity.model import Corpus


class Options(Base):
    word: str = option(default="dragon", description="the word to look for")
    most: int = option(default=3, ge=0, description="how many places a conflict may cite")
    style: Literal["plain", "loud"] = "plain"


def check(corpus: Corpus, options: Options) -> Iterator[Conflict]:
    for article in corpus.articles:
        text = article.document.prose
        at = text.find(options.word)
        while at >= 0:
            yield Conflict(
                message=f"{article.document.name} says {options.word}.",
                evidence=(Evidence(article.document.name, at, at + len(options.word)),),
                key=("word", options.word),
                explanation=("The word stands there.",),
                suggestion="Check with a zoologist.",
            )
            at = text.find(options.word, at + 1)
'''

WORD_RULE = """\
name: dragons-seen
category: reference-conflict
check: word_stands
options:
  word: dragon
severity: warning
what: Finds dragons.
why: There are none.
known_problems:
  - Does not find wyverns.
references:
  - Any bestiary.
examples:
  bad:
    - text: A dragon landed in Porto on Monday.
      published: 2024-03-05
      quotes: [dragon]
  good:
    - articles:
        - text: A heron landed in Porto on Monday.
        - text: It left on Tuesday.
  known_miss:
    - text: A wyvern landed in Porto on Monday.
      quotes: [wyvern]
"""


@pytest.fixture
def word_check(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """The name of a check that finds a word, in place for one test."""
    folder = tmp_path / "checks-for-tests"
    folder.mkdir()
    (folder / "word_stands.py").write_text(WORD_CHECK, encoding="utf-8")
    monkeypatch.setattr(factcheck.checks, "__path__", [*factcheck.checks.__path__, str(folder)])
    yield "word_stands"
    sys.modules.pop("factcheck.checks.word_stands", None)


@pytest.fixture
def word_rules(tmp_path: Path, word_check: str) -> Path:
    """A folder with one rule of one's own."""
    folder = tmp_path / "my-rules"
    folder.mkdir()
    (folder / "dragons-seen.yaml").write_text(WORD_RULE, encoding="utf-8")
    return folder
