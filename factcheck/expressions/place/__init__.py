"""Places: what a name is, what contains it, and whether it stands for a government."""

from factcheck.expressions.place.finding import find_places

__all__ = ["find_places"]
