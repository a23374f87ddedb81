"""factcheck: finds statements in news articles that cannot all be true."""

__version__ = "0.1.0"

HOME = "https://github.com/OWNER/factcheck"
"""Where the project lives, for links in reports; docs and examples name it too. A fork changes it here."""
