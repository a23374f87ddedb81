"""Names: people, organisations and other named things, and which mentions are of one referent."""

from factcheck.expressions.name.aliases import EMPTY, Aliases, aliases
from factcheck.expressions.name.finding import find_names

__all__ = ["EMPTY", "Aliases", "aliases", "find_names"]
