"""One file a format, each with ``render(run, layout) -> str``; loaded only when asked for."""

from __future__ import annotations

import importlib
from typing import TYPE_CHECKING

from factcheck.report.formats import FORMATS
from factcheck.report.layout import Layout

if TYPE_CHECKING:
    from factcheck.findings.model import Run

__all__ = ["FORMATS", "render"]


def render(run: Run, format: str, layout: Layout | None = None) -> str:  # noqa: A002 - the option's name
    """The report on a run in one of :data:`FORMATS`, ending in a line break. The same run gives the same text.

    ``jsonl`` without a finding is empty. Raises ValueError for an unknown format.
    """
    if format not in FORMATS:
        raise ValueError(f"unknown format: {format}")
    module = importlib.import_module(f"factcheck.report.{format}")
    rendered: str = module.render(run, layout or Layout())
    return rendered
