"""What class and id names say of an element. Sites name them for their makers, so they are believed with care."""

from __future__ import annotations

import re
from functools import lru_cache

from factcheck.patterns import regex

_TOKENS = regex(r"[a-z]+|[A-Z][a-z]*")
_BESIDE_TOKENS = frozenset(
    """newsletter newsletters promo promos promotion related share sharing sharebar sharetools social cookie
    cookies consent gdpr ad ads advert adverts advertisement advertising adslot sponsored sponsor comments
    disqus sidebar banner popup modal overlay subscribe subscription signup breadcrumb breadcrumbs crumbs crumb
    recommended recommendations recirc recirculation outbrain taboola trending popular mostread mostviewed nav
    navbar navigation menu submenu topbar toolbar paywall regwall footer taglist tags skip skiplink logo
    masthead login searchbox rel readmore morefrom donate donation""".split()
)
_BESIDE_PHRASE = regex(r"\bmost[-_ ]?(?:read|viewed|popular|shared)|^most$|\bread-?(?:more|next)\b|\bsee-?also\b", re.I)
_META_TOKENS = frozenset(
    """by byline bylines when stamp timestamp datestamp dateline date info meta metadata author authors published
    pubdate posted kicker eyebrow overline credits datetime""".split()
)
_CAPTION_TOKENS = frozenset("caption captions figcaption".split())
_UNSEEN_TOKENS = regex(
    r"(?:^|\s)(?:sr-only|visually-hidden|visuallyhidden|screen-reader-text|a11y-hidden|u-hidden)(?:\s|$)", re.I
)


@lru_cache(maxsize=4096)
def named(names: str) -> tuple[bool, bool, bool, bool]:
    """Whether class and id names say: beside the article, metadata, caption, not to be seen."""
    tokens = {token.lower() for token in _TOKENS.findall(names)}
    return (
        not tokens.isdisjoint(_BESIDE_TOKENS) or _BESIDE_PHRASE.search(names) is not None,
        not tokens.isdisjoint(_META_TOKENS),
        not tokens.isdisjoint(_CAPTION_TOKENS),
        _UNSEEN_TOKENS.search(names) is not None,
    )
