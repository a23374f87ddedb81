"""One file a format: ``render(run) -> str``."""
