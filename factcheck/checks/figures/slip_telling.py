"""How a plan that was not kept is told to an editor."""

from __future__ import annotations

from collections.abc import Sequence

from factcheck.checks.model import Conflict, Evidence
from factcheck.checks.plans.schedule_slips import Slip
from factcheck.checks.plans.schedules import Statement, Telling
from factcheck.checks.telling import article_name, date_words
from factcheck.identity.model import Corpus

_SAYS = {
    Telling.MOVED: "has another date for it",
    Telling.DONE: "has it",
    Telling.RECALLED: "speaks of that plan as past",
    Telling.DROPPED: "says that it was put off or dropped",
}


def slip_conflict(corpus: Corpus, found: Sequence[Slip]) -> Conflict:
    """One conflict for the slips of one plan, which may stand in several articles; the surest comes first."""
    slip = found[0]
    plan, later = slip.plan, slip.later
    announcing, reporting = corpus.articles[plan.article], corpus.articles[later.article]
    for_when = f" for {_when(plan)}" if plan.when is not None else ""
    dated = later.telling in (Telling.DONE, Telling.MOVED) and later.when is not None
    if later.telling is Telling.DONE and later.late and not later.year_stated:
        outcome = f'{_SAYS[later.telling]} late ("{later.text}")'
    elif dated:
        outcome = f"{_SAYS[later.telling]}{',' if later.telling is Telling.MOVED else ' at'} {_when(later)}"
    else:
        outcome = f'{_SAYS[later.telling]} ("{later.text}")'
    evidence: list[Evidence] = []
    for statement in (*(one.plan for one in found), later, *slip.further):
        place = Evidence(corpus.articles[statement.article].document.name, statement.start, statement.end)
        if place not in evidence:
            evidence.append(place)
    step = ", ".join(sorted(plan.doing & later.doing)) or "plan"
    return Conflict(
        message=f'{article_name(announcing)} tells of a plan{for_when}: "{_words(corpus, plan)}"; '
        f"{article_name(reporting)} {outcome}.",
        evidence=tuple(evidence),
        key=("slip", step, _when(plan), later.telling.value, later.text),
        explanation=(
            f'{article_name(reporting)} says: "{_words(corpus, later)}".',
            "Both speak of one undertaking: " + "; ".join(reason for reason, _ in slip.reasons) + ".",
        ),
        suggestion="Nothing to correct: a plan was overtaken. Update the earlier article if it is still read.",
        confidence=round(min(0.85, 0.4 + 0.05 * slip.weight), 2),
    )


def _when(statement: Statement) -> str:
    if statement.when is None:
        return statement.text
    if statement.year_stated:
        return f'"{statement.text}"'
    return f'"{statement.text}" ({date_words(statement.when)})'


def _words(corpus: Corpus, statement: Statement) -> str:
    """The sentence, cut around the statement where it is long."""
    sentence, text = statement.sentence, corpus.articles[statement.article].document.text
    whole = " ".join(text[sentence.start : sentence.end].split())
    if len(whole) <= 110:
        return whole.rstrip(".")
    first = max(sentence.start, statement.start - 70)
    last = min(sentence.end, statement.end + 40)
    cut = text[first:last]
    if first > sentence.start:
        cut = "... " + cut.partition(" ")[2]
    if last < sentence.end:
        cut = cut.rpartition(" ")[0] + " ..."
    return " ".join(cut.split()).rstrip(".") if last == sentence.end else " ".join(cut.split())
