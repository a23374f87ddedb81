"""Record linkage: which assertions of which articles speak of one event, and why."""
