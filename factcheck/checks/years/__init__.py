"""Counts of years and anniversaries, beside the years that they count from."""
