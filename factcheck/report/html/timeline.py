"""The timeline as a drawing (SVG): a lane an article, a mark a claim, a line between the claims of one event."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from factcheck.checks.telling import date_words
from factcheck.report.html.axis import Axis, axis
from factcheck.report.html.lanes import ROW, Lane, Mark, lanes
from factcheck.report.html.markup import Html, element, joined
from factcheck.report.html.stories import Story, stories
from factcheck.report.html.view import View
from factcheck.report.summary import counted
from factcheck.timeline.model import Status

_NAMES = 168  # pixels for the articles' names
_LONGEST = 24  # characters of a name that fit there
_THICK, _THIN = 12, 6


def drawings(view: View) -> Html:
    """A drawing a story, each with an axis of its own."""
    told = stories(view)
    return joined([_drawing(view, story, headed=len(told) > 1) for story in told])


def _drawing(view: View, story: Story, *, headed: bool) -> Html:
    """The names of the articles, and beside them, in a box that scrolls, the axis with their marks."""
    drawn_axis = axis(claim.interval for _, entry in story.events for claim in entry.claims)
    drawn = lanes(view, story, drawn_axis)
    height = drawn[-1].bottom + 4
    labels = [_name(lane, view) for lane in drawn]
    names = element("svg", *labels, class_="names", aria_hidden="true", width=_NAMES, height=height)
    parts = [*_grid(drawn_axis, drawn, height), *_ties(drawn), *_marks(view, drawn)]
    count = counted(len(story.events), "events")
    label = f"{story.title}, {count}: arrow keys go from mark to mark, Enter to the event"
    plot = _svg(drawn_axis.width, height, parts, class_="plot", role="group", aria_label=label)
    box = element("div", plot, class_="scroll", tabindex=0, role="region", aria_label=f"Drawing: {story.title}")
    heading = element("h3", f"{story.title} ", element("small", count)) if headed else None
    return element("div", heading, element("div", names, box, class_="drawing"), class_="story")


def _svg(width: float, height: float, parts: Sequence[Html], **attributes: str) -> Html:
    box = f"0 0 {width:.0f} {height:.0f}"
    size = {"width": f"{width:.0f}", "height": f"{height:.0f}"}
    return element("svg", *parts, **size, viewBox=box, **attributes)


def _name(lane: Lane, view: View) -> Html:
    name = view.name(lane.document)
    short = name if len(name) <= _LONGEST else f"{name[: _LONGEST - 1]}…"
    return element("text", element("title", lane.document), short, x=2, y=(lane.top + lane.bottom) / 2 + 4)


def _grid(drawn_axis: Axis, drawn: Sequence[Lane], height: float) -> Iterator[Html]:
    """Stretches with their labels and ticks, the breaks between them, and lines between the lanes."""
    for number, stretch in enumerate(drawn_axis.stretches):
        width = stretch.right - stretch.left
        yield element("rect", class_="stretch", x=stretch.left, y=22, width=width, height=height - 22)
        yield element("text", stretch.label, class_="stretch-name", x=stretch.left + 3, y=15)
        for tick in stretch.ticks:
            yield element("path", class_="tick", d=f"M{tick.x:.1f} 22V{height:.0f}")
            yield element("text", tick.label, class_="tick-name", x=tick.x + 3, y=36)
        if number:
            x = stretch.left - 13
            yield element("path", class_="break", d=f"M{x - 3:.1f} 27l4 -5 -2 -2 4 -5M{x + 1:.1f} 27l4 -5 -2 -2 4 -5")
    lines = "".join(f"M0 {lane.top:.1f}H{drawn_axis.width:.0f}" for lane in drawn)
    yield element("path", class_="lane", d=lines)


def _ties(drawn: Sequence[Lane]) -> Iterator[Html]:
    """A line through the marks of each event that more than one article tells of, disputed ones on top."""
    marks: dict[int, list[Mark]] = {}
    for lane in drawn:
        for mark in lane.marks:
            marks.setdefault(mark.event, []).append(mark)
    for disputed in (False, True):
        for number, told in sorted(marks.items()):
            tied = [mark for mark in told if mark.status is Status.DISPUTED] if disputed else told
            if len(tied) > 1:
                path = "".join(_line(one, other) for one, other in pairwise(tied))
                kind = Status.DISPUTED if disputed else Status.AGREED
                yield element("path", class_=f"tie {kind.value}", data_event=number, d=path)


def _line(one: Mark, other: Mark) -> str:
    return f"M{one.towards(other):.1f} {one.middle:.1f}L{other.towards(one):.1f} {other.middle:.1f}"


def _marks(view: View, drawn: Sequence[Lane]) -> Iterator[Html]:
    first = drawn[0].marks[0]
    for lane in drawn:
        for mark in lane.marks:
            yield _mark(view, mark, first=mark is first)


def _mark(view: View, mark: Mark, *, first: bool) -> Html:
    """A link to the event in the list. One mark is a stop of the Tab key, arrow keys go on from it."""
    entry = view.entries[mark.event - 1]
    claim = mark.claim
    height = _THIN if mark.coarse else _THICK
    kinds = ["mark", mark.status.value, *(["planned"] if claim.planned else [])]
    title = f"{entry.title}: {date_words(claim.interval)}, {view.name(claim.document)}"
    if mark.status is Status.DISPUTED:
        title += ". Disputed"
    top = mark.top + (ROW - height) / 2
    box = element("rect", x=mark.left, y=top, width=mark.right - mark.left, height=height, rx=3)
    sign = None
    if mark.status is Status.DISPUTED and not mark.coarse:
        middle = (mark.left + mark.right) / 2
        sign = element("path", class_="sign", d=f"M{middle:.1f} {top + 2.5:.1f}v4.5m0 1.2v1.6")
    return element(
        "a",
        joined([element("title", title), box, sign]),
        class_=" ".join(kinds),
        href=f"#event-{mark.event}",
        data_event=mark.event,
        tabindex=0 if first else -1,
    )
