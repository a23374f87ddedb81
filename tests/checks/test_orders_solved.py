"""Dates of a paragraph in the reverse of their stages' order, and what may be two affairs."""

from __future__ import annotations

from datetime import date

import pytest

from factcheck.checks.orders.solved import solved_orders
from factcheck.document.model import Basis, Block, BlockKind, Document, Publication, SourceMap
from factcheck.pipeline import Knowledge, load_knowledge, read_article
from factcheck.ruleset import load_ruleset

DAY = date(2025, 3, 20)


@pytest.fixture(scope="module")
def knowledge() -> Knowledge:
    ruleset = load_ruleset()
    return load_knowledge(ruleset.event_files, ruleset.alias_files)


def reversed_in(text: str, knowledge: Knowledge) -> bool:
    blocks = (Block(BlockKind.PARAGRAPH, 0, len(text)),)
    document = Document("a.txt", text, text, blocks, SourceMap((0,), (0,), (0,)), Publication(Basis.STATED, DAY, DAY))
    return any(solved_orders(read_article(document, knowledge)))


@pytest.mark.parametrize(
    "text",
    [
        # Told in the order of the stages, with dates that go back.
        "The former bursar was indicted on 13 March. She was handed nine years by a judge on 7 March.",
        "The walker fell ill on 13 March. He was laid to rest on 9 March beside his parents.",
        # Told the other way round, stepping back: a past perfect, a relative clause.
        "A jury convicted Mark Dyson on 4 March. Detectives had arrested him at a ferry terminal on 15 March.",
        "The coastguard winched the crew to safety at 14:52. The yacht had radioed for help at 15:20.",
        # What happens once to one and the same.
        "The novelist was cremated on 1 March. She died in her sleep on 5 March.",
        "The firm filed for bankruptcy in 2012. It was set up in 2015 by two brothers.",
    ],
)
def test_dates_in_the_reverse_of_their_stages(text: str, knowledge: Knowledge) -> None:
    assert reversed_in(text, knowledge)


@pytest.mark.parametrize(
    "text",
    [
        # The text goes on, and so may life: a second arrest, a second illness, another strike.
        "The jury convicted her on 3 March. She was arrested on 9 March for skipping bail.",
        "Surgeons discharged the twins on 7 March. One was brought back to the clinic on 11 March.",
        "Strikers went back to work on 3 March. They walked out on 12 March when talks failed.",
        "The bank repaid the loan on 2 March and took out a cheaper one on 12 March.",
        # Somebody else: another name, a relative, people elsewhere.
        "The court sentenced Ivo Marek on 3 March. Petr Novak was arrested on 8 March.",
        "The novelist was buried on 1 March. Her brother died on 5 March.",
        "Drivers in Ghent returned to work on 4 March. Drivers in Bruges walked out on 8 March.",
        "The bishop was buried on 3 March. The abbot, who baptised him, died on 8 March.",
        # Said to be another.
        "The court jailed him for life on 4 March. His trial over the other killings opened on 11 March.",
        # Two clocks.
        "Polls closed at 8pm. The results were declared at 7pm New York time.",
    ],
)
def test_what_may_be_two_affairs(text: str, knowledge: Knowledge) -> None:
    assert not reversed_in(text, knowledge)
