"""Quantities: numbers with their unit, their bounds and what they measure."""

from factcheck.expressions.quantity.finding import find_quantities
from factcheck.expressions.quantity.precision import stated_range, stated_step

__all__ = ["find_quantities", "stated_range", "stated_step"]
