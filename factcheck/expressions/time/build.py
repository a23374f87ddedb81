"""The builders of all forms, by the form's name in grammar.py."""

from factcheck.expressions.time import build_clocks, build_dates, build_lengths, build_units
from factcheck.expressions.time.match import BUILDERS, Match

# Importing the modules registers their builders.
__all__ = ["BUILDERS", "Match", "build_clocks", "build_dates", "build_lengths", "build_units"]
