"""Pure algebra of time: intervals, Allen's relations, simple temporal networks. Imports nothing of ours."""
