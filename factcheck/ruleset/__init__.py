"""Rules: named, configured, documented uses of checks, read from ``rules/`` and from users' folders."""

from __future__ import annotations

from factcheck.ruleset.loading import load_ruleset
from factcheck.ruleset.model import Rule, Ruleset

__all__ = ["Rule", "Ruleset", "load_ruleset"]
