"""Quantities: numbers with their unit, their bounds and what they measure."""

from factcheck.expressions.quantity.finding import find_quantities

__all__ = ["find_quantities"]
