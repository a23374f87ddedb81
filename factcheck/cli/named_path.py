"""Paths of options."""

from __future__ import annotations

from typing import Any

import click


class NamedPath(click.Path):
    """A path that is not empty: ``--output "$UNSET"`` is a mistake and not the folder one stands in."""

    def convert(self, value: Any, param: click.Parameter | None, ctx: click.Context | None) -> Any:
        if value == "":
            self.fail("the path is empty", param, ctx)
        return super().convert(value, param, ctx)
