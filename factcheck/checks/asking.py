"""What a check must be given to find anything at all: asked before its module is imported.

An audit of one article need not import, or run, what holds articles against each other.
"""

from __future__ import annotations

from factcheck.identity.model import Corpus

ACROSS_ARTICLES = frozenset(
    {
        "denial_is_overtaken",
        "figure_overtaken",
        "first_claim_holds",
        "journey_leads_there",
        "same_event_places_agree",
        "same_event_quantities_agree",
        "speaker_is_consistent",
        "statement_has_one_speaker",
        "vote_tallies_agree",
    }
)
"""Checks that find only what two articles say against each other; of one article they must yield nothing."""


def can_find(check: str, corpus: Corpus) -> bool:
    """Whether the check of that name could find anything in the corpus; True where that is not known beforehand."""
    if check == "reference_agrees":
        return bool(corpus.reference.facts or corpus.reference.orders)
    return check not in ACROSS_ARTICLES or len(corpus.articles) > 1
