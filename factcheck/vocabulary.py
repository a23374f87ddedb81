"""Words that settings, rules, findings and reports share: severities and categories."""

from __future__ import annotations

from enum import StrEnum
from typing import Literal


class Severity(StrEnum):
    """``error`` cannot all be true; ``warning`` a probable slip; ``info`` worth knowing, no mistake."""

    ERROR = "error"
    WARNING = "warning"
    INFO = "info"

    @property
    def rank(self) -> int:
        """0 for info, 1 for warning, 2 for error."""
        return ("info", "warning", "error").index(self.value)


OFF = "off"
Level = Literal["error", "warning", "info", "off"]
"""A severity, or ``off`` for what is not told at all."""


class Category(StrEnum):
    """What kind of discrepancy a rule looks for; a public list, part of the JSON report's schema."""

    DATE_CONFLICT = "date-conflict"
    PLACE_CONFLICT = "place-conflict"
    QUANTITY_CONFLICT = "quantity-conflict"
    ATTRIBUTION_CONFLICT = "attribution-conflict"
    WEEKDAY_MISMATCH = "weekday-mismatch"
    UNIT_MISMATCH = "unit-mismatch"
    ANNIVERSARY_MISMATCH = "anniversary-mismatch"
    AGE_MISMATCH = "age-mismatch"
    DURATION_MISMATCH = "duration-mismatch"
    SUM_MISMATCH = "sum-mismatch"
    PERCENT_MISMATCH = "percent-mismatch"
    ORDER_VIOLATION = "order-violation"
    IMPOSSIBLE_DATE = "impossible-date"
    NAME_VARIANT = "name-variant"
    TWO_PLACES_AT_ONCE = "two-places-at-once"
    FIRST_CLAIM_CONFLICT = "first-claim-conflict"
    REFERENCE_CONFLICT = "reference-conflict"
    SUPERSEDED = "superseded"
