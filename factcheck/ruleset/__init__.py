"""Rules: named, configured, documented uses of checks, read from ``rules/`` and from users' folders."""

from __future__ import annotations

from factcheck.ruleset.loading import load_ruleset
from factcheck.ruleset.model import Example, ExampleArticle, Examples, Rule, Ruleset

__all__ = ["Example", "ExampleArticle", "Examples", "Rule", "Ruleset", "load_ruleset"]
