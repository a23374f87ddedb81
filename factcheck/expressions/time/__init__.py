"""Temporal expressions: found by a grammar over word classes, resolved against the article and its narrative."""

from factcheck.expressions.time.timex import find_times

__all__ = ["find_times"]
