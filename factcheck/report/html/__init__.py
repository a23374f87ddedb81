"""The report as one page for a browser: findings, timeline, articles; it needs no network and no script to be read."""

from __future__ import annotations

from factcheck.findings.model import Run
from factcheck.report.html.page import page
from factcheck.report.html.view import view
from factcheck.report.layout import Layout


def render(run: Run, layout: Layout) -> str:
    """An HTML document. Articles and timeline come from ``run.corpus``; without one they are plain or left out."""
    return page(view(run), layout.hidden)
