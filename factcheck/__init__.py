"""factcheck: finds statements in news articles that cannot all be true.

``factcheck.audit``, ``check``, ``extract`` and ``render``, and the types of what they return, are imported from
:mod:`factcheck.api` when they are first asked for, so that ``import factcheck`` and ``factcheck --help`` stay quick.
"""

from typing import TYPE_CHECKING

__version__ = "0.1.0"

HOME = "https://github.com/OWNER/factcheck"
"""Where the project lives, for links in reports; docs and examples name it too. A fork changes it here."""

__all__ = [
    "HOME",
    "Category",
    "Extraction",
    "Finding",
    "Layout",
    "Location",
    "Run",
    "Settings",
    "Severity",
    "Skipped",
    "Suppression",
    "UserError",
    "__version__",
    "audit",
    "check",
    "extract",
    "read_settings",
    "render",
]

if TYPE_CHECKING:
    from factcheck.api import (
        Category,
        Extraction,
        Finding,
        Layout,
        Location,
        Run,
        Settings,
        Severity,
        Skipped,
        Suppression,
        UserError,
        audit,
        check,
        extract,
        read_settings,
        render,
    )
else:

    def __getattr__(name: str) -> object:
        """Names of the Python API, on first use."""
        if name not in __all__:
            raise AttributeError(f"module 'factcheck' has no attribute '{name}'")
        import importlib

        found = globals()[name] = getattr(importlib.import_module("factcheck.api"), name)
        return found

    def __dir__() -> list[str]:
        return sorted({*globals(), *__all__})
