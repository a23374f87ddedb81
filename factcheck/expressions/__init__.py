"""Located and normalised expressions: times (TIMEX3), quantities, places, names."""
