"""What a rule on percentages may set."""

from __future__ import annotations

from factcheck.checks.model import Options, option


class PercentOptions(Options):
    """What a rule may set."""

    slack_points: float = option(
        default=0.06, ge=0, description="How many percentage points beyond rounding are forgiven."
    )
    smallest_base: float = option(default=2, ge=0, description="Numbers smaller than this are no base for percentages.")
