"""``click``, imported when something of it is first asked for: calls that :mod:`factcheck.cli.quick` knows need none.

To import it takes 12 ms, a tenth of what it costs to check an article.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any


class _Later:
    def __getattr__(self, name: str) -> Any:
        import click

        return getattr(click, name)


if TYPE_CHECKING:
    import click
else:
    click = _Later()

__all__ = ["click"]
