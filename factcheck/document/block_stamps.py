"""Which stamps may date the article: those of its head, and labelled ones wherever they stand."""

from __future__ import annotations

from factcheck.document import bylines
from factcheck.document.block_work import HEAD, Work
from factcheck.document.model import BlockKind
from factcheck.document.stamps import Role, Stamp
from factcheck.records import dataclass


@dataclass(frozen=True, slots=True)
class Stamped:
    """A stamp, and whether it stands in the article's head."""

    stamp: Stamp
    head: bool


def dating_stamps(work: Work) -> list[Stamped]:
    """The stamps that may date the article: labelled ones anywhere, bare ones in its head.

    Dates that stand alone on their lines, each another day, are the headings of a chronology; of those
    only one above the title can be the paper's own.
    """
    found: list[tuple[int, Stamped]] = []
    lone: set[object] = set()
    for index, line_stamps in sorted(work.stamps.items()):
        draft = work.drafts[index]
        if draft.kind is BlockKind.BOILERPLATE:
            continue
        heading = draft.settled and draft.kind is BlockKind.HEADING
        for stamp in line_stamps:
            if stamp.role is not Role.BARE:
                found.append((index, Stamped(stamp, index < HEAD)))
                continue
            if not stamp.marked:
                lone.add(stamp.readings)
            near = index <= work.body or (stamp.marked and index == work.body + 1) or _beside_credit(work, index)
            if index < HEAD and near and not heading:
                found.append((index, Stamped(stamp, True)))
            elif not stamp.marked and index > work.body:
                draft.kind = BlockKind.HEADING  # of what happened on that day
    if len(lone) > 1:
        for index, line_stamps in work.stamps.items():
            if index > work.titled and all(s.role is Role.BARE and not s.marked for s in line_stamps):
                work.drafts[index].kind = BlockKind.HEADING
        found = [
            (index, entry)
            for index, entry in found
            if entry.stamp.role is not Role.BARE or entry.stamp.marked or index < work.titled
        ]
    return [entry for _, entry in found]


def _beside_credit(work: Work, index: int) -> bool:
    return any(
        0 <= other < len(work.drafts)
        and other not in work.stamps
        and work.drafts[other].kind is BlockKind.METADATA
        and (work.drafts[other].settled or bylines.author(work.lines[other]) is not None)
        for other in (index - 1, index + 1)
    )
