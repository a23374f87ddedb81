"""What was planned, hoped or expected, and what came of it."""
