"""Words that decide where a capitalised sequence begins and ends, and what its surroundings make of it."""

from __future__ import annotations

from factcheck.expressions.name import words

TITLING = words.TITLES | words.TITLE_MODIFIERS
OFFICES = TITLING | words.ROLES
MODIFIERS = frozenset(
    """former ex deputy vice senior chief acting assistant top veteran opposition party police coast guard air
    army navy naval security foreign national defence defense prime floor parliamentary fellow retired interim
    longtime fire union business human rights climate political military medical head football state federal
    local regional city town village county general executive managing supreme presidential government
    ministry finance interior health justice trade energy transport education press associate lead junior co-
    outgoing incoming newly founding honorary public district court high campaign communications operations
    marketing sales technology aviation rescue safety emergency research policy art nuclear space intelligence
    counter-terrorism house senate majority minority independent ruling left right wing far night opening
    british-born company bank club museum university hospital school factory mill mine ferry ship train late
    first second ship's world olympic heavyweight middleweight one-time two-time three-time award-winning
    best-selling investigative crime political sports science arts special lay trainee student""".split()
)
