"""What an outlet says to its readers beside the article: pleas, buttons, notices, lists of other stories.

The phrases are imperatives and notices addressed to the reader. A news sentence may speak of a newsletter
or a cookie; it does not tell the reader to sign up. Phrases inside quotation marks do not count.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from enum import Enum

from factcheck.patterns import regex


class Scope(Enum):
    """How far a line's being boilerplate reaches."""

    LINE = "line"
    CHUNK = "chunk"  # to the next blank line
    LIST = "list"  # over the headlines that follow
    REST = "rest"  # over the readers' comments to the end


_BUTTONS = frozenset(
    """share|share this|share this article|share this story|share this page|share article|share on facebook|tweet|
    email|print|print this article|save|save for later|saved|copy link|copied|link copied|whatsapp|facebook|
    twitter|x|linkedin|telegram|reddit|pinterest|follow|follow us|subscribe|subscribe now|sign up|sign up now|
    sign in|log in|login|register|donate|donate now|support us|advertisement|advertising|advert|ad|sponsored|
    sponsored content|promoted|promoted content|paid content|story continues below|
    story continues below advertisement|article continues below|article continues after advertisement|
    continue reading|continue reading below|read full story|read the full story|skip to content|
    skip to main content|skip advertisement|skip ad|back to top|top|menu|search|close|home|next|previous|
    next article|previous article|listen|listen to this article|listen to article|play|pause|watch|
    view comments|show comments|load more|show more|see more|view all|see all|more|translate|text size|
    font size|a a|loading|loading...|please wait|accept|accept all|reject|reject all|manage preferences|
    manage cookies|cookie settings|privacy policy|terms of use|terms of service|terms and conditions|contact us|
    about us|all rights reserved|gift article|gift this article|bookmark|report an error|report a typo|comments|
    enlarge|enlarge image|view image|open image|toggle caption|hide caption|image|video|gallery|in pictures|
    this article will be updated|more to follow|this is a developing story|this story is being updated|test bio|
    author bio|bio|powered by wordpress|30|ends|end of list|embargoed|for immediate release""".replace("\n", "").split(
        "|"
    )
)
_BUTTONS = frozenset(button.strip() for button in _BUTTONS)

_LISTS = regex(
    r"(?:(?:more )?related (?:stories|articles?|news|content|topics|posts|links|reading|coverage)?|related|"
    r"most (?:viewed|read|popular|shared|commented|watched)"
    r"(?: (?:articles?|stories|news|posts))?(?: (?:in|on) [\w ]{2,30})?|"
    r"recommended(?: (?:for you|stories|articles|reading|by [\w ]{2,30}))?|see also|"
    r"read (?:more|also|next|this next)|also read|"
    r"you (?:may|might) (?:also )?(?:like|be interested in)(?: [\w ]{0,20})?|"
    r"more (?:on this (?:story|topic)|from [\w' ]{2,40}|stories|news|like this|headlines|to read|in this section)|"
    r"further reading|(?:other|latest|top|trending|popular) (?:stories|articles|news|headlines|posts|now|topics)|"
    r"trending|trending now|popular|latest|editor'?s'? (?:picks?|choice)|"
    r"don'?t miss|must reads?|what to read next|up next|around the web|from (?:our partners|the web|around the web)|"
    r"in this (?:series|section)|more by this author|suggested (?:articles|stories|reading)|explore more|"
    r"(?:recent|similar|featured) (?:posts|articles|stories|comments))[ :]*",
    re.I,
)
_COMMENTS = regex(
    r"(?:leave a (?:reply|comment)|\d{1,5} (?:comments?|replies|responses)|"
    r"(?:reader |readers' |join the |post a |add a |write a )(?:comments?|conversation|discussion)|"
    r"comments? \(\d{1,5}\)|comments|(?:have your say|what do you think\?))[ :.]*",
    re.I,
)
# Anchored at the line's start: notices that are known by how they begin.
_STARTS = regex(
    r"""(?:
    (?:we(?:\ and\ our\ [\d,]*\s?partners)?|(?:this|our)\ (?:web)?site)\ (?:use|value|store)s?\ (?:cookies|your)\b
  | we\ value\ your\ privacy | we\ and\ our\ [\d,]*\s*partners
  | by\ (?:continuing|using|clicking|subscribing|signing\ up)\b.{0,60}\byou\ (?:agree|accept|consent)
  | (?:please\ )?(?:sign\ up|subscribe|register|log\ in|login|sign\ in)\ (?:to|for|now|today|here|and|with|or)\b
  | (?:please\ )?(?:click|tap)\ (?:here|on|the)\b
  | follow\ (?:us|@?\w+(?:\ \w+){0,3})\ on\ (?:facebook|twitter|x|instagram|telegram|youtube|whatsapp|linkedin|google)
  | (?:free\ )?newsletter\s*:
  | get\ (?:our|the|all|more)\b.{0,80}(?:in(?:to)?\ your\ (?:inbox|email)|newsletter|delivered)
  | keep\ up\ (?:to\ date\ )?with\ (?:our|the)\b.{0,60}newsletter | like\ what\ you\ (?:read|see)\b
  | enjoy(?:ed|ing)?\ this\ (?:article|story)
  | (?:please\ )?(?:direct|send|address)\ (?:all\ |your\ |any\ )?(?:questions|comments|queries|corrections|feedback)\b
  | (?:for\ )?(?:media|press)\ (?:enquir|inquir)ies\b\s*(?::|,|please|contact|\[) | disclaimer\s*:
  | copyright\s*(?:©|\(c\)|\d{4}|:|by\b|notice) | (?:\(c\)|©) | all\ rights\ reserved
  | the\ (?:views|opinions)\ expressed\b | views\ (?:expressed\ )?are\ (?:his|her|their|the\ author'?s)\ own
  | the\ contents\ of\ this\ article\ are
  | support\ (?:our\ journalism|us\ from|independent\ journalism|our\ work)\b
  | you(?:'ve|\ have)\ (?:read|reached|used)\ .{0,40}\b(?:free\ )?articles? | you\ are\ receiving\ this | unsubscribe\b
  | your\ email\ address\ will\ not | required\ fields\ are
  | please\ (?:login|log\ in|sign\ in|register|enable|disable)\b
  | comments\ are\ (?:closed|off|moderated|disabled) | our\ standards\s*: | powered\ by\b | tags?\s*:
  | filed\ under\b | topics?\s*: | categories\s*:
  | (?:older|newer|previous|next)(?:\ (?:post|article|story))?\s*: | (?:read|see)\ (?:more|also|next)\s*:
  | also\ read\s*: | related\s*: | recommended\s*: | watch\s*: | listen\s*: | more\s*:
  | (?:join|subscribe\ to)\ our\b | download\ (?:our|the)\ app\b | save\ articles?\ (?:to\ read|for)\ later
  | have\ you\ (?:got\ a\ story|been\ affected)\b | do\ you\ have\ a\ (?:story|tip)\b
  | got\ a\ (?:story|tip|news\ tip)\b | allow\ notifications | enter\ (?:your\ )?e-?mail\b
  | (?:do\ not|don't)\ reproduce\b
  | note\ to\ readers\s*: | featured\ image\b | (?:the\ )?original\ source\ of\ this\ article
  | button\ (?:that|to|for)\b
  | (?:next|in\ the\ next|in\ our\ next)\ (?:week|month|issue|edition|time)\s*:
  | this\ (?:article|story)\ (?:will\ be|has\ been)\ updated
  | reprint(?:ing|s)?\ (?:is|are)\ permitted | become\ (?:a|our)\ (?:member|supporter|subscriber|patron)\b
  | (?:from\ )?our\ partners\ and\ sponsors
    )""",
    re.I | re.X,
)
_SUPPORT = regex(
    r"support (?:local|independent|quality|our|public|reader-funded) (?:journalism|news|newsroom|reporting|work)[.!]?$",
    re.I,
)
# Anywhere in a short line, outside quotation marks.
_ANYWHERE = regex(
    r"""
    \b(?:sign\ up|subscribe)\ (?:to|for)\ (?:our|the|[A-Z][\w' ]{1,40},?\ our)\b[^.]{0,60}
      (?:newsletter|channel|briefing|alerts?|e-?mails?|updates?)
  | \bsubscribe\ (?:and\ save|now|today|here)\b | \bsubscribe\ to\ our\b
  | \b(?:log\ in|sign\ in)\ or\ (?:subscribe|register|sign\ up)\b
  | (?-i:\bBecome)\ a\ (?:member|subscriber|supporter|patron)\b(?!\ of) | \bin(?:to)?\ your\ inbox\b
  | \bclick\ (?:here|the\ (?:share\ )?(?:button|link))\b
  | \bclick\ the\ share\ button\b | \bfollow\ us\ on\b | \btranslate\ (?:this\ )?(?:web)?site\b
  | \bbutton\ below\ the\ author
  | \bcontains\ copyrighted\ material\b | \bfair\ use\ notice\b | \breprinted?\ with\ permission\b
  | \ball\ rights\ reserved\b
  | \buse(?:s)?\ cookies\b.{0,80}\b(?:agree|accept|experience|work|consent|preferences)\b
  | \baccept\ all(?:\ cookies)?\s*(?:[/|]|$) | \bmanage\ (?:your\ )?(?:preferences|cookies|consent)\b
  | \bis\ a\ reader-(?:owned|funded|supported)\ (?:publication|magazine|newspaper|site|outlet)\b
  | \bfree\ articles?\ (?:this\ month|left|remaining|per\ month)\b
 
  | \b(?:call|contact|e-?mail|write\ to|text|whatsapp)\ (?:us|me|(?:the|our)\ news(?:room|desk))\b.{0,80}@
  | \b(?:e-?mail|contact|write\ to)\s*:?\ [\w.+-]{1,64}@\w | \[email\ protected\]
  | \bviews\ (?:expressed\ )?(?:here\ |in\ this\ article\ )?are\ (?:his|her|their|the\ author'?s)\ own\b
  | \b(?:consider|making)\ a\ (?:donation|contribution)\s+(?:to\ (?:us|support)|today)\b
  | \bshare\ this\ (?:article|story|post)\b
  | \bhelp\ (?:us\ )?keep\ (?:our\ journalism|independent)\b | \bsign\ up\ to\ [A-Z][\w' ]{1,40},\ (?:our|a|the)\b
  | \bfor\ more\ like\ this\b
 
  | ^[\w ]{1,30}\b(?:terms|privacy|cookies|contact|masthead|ethics|rss)\.\ (?:terms|privacy|cookies|contact|careers)\b
    """,
    re.I | re.X,
)
# Each of those has one of these, case folded. Few articles have any, which one look at the whole text tells.
_CUES = (
    "sign up", "subscribe", "log in or ", "sign in or ", "become a ", "your inbox", "click ", "follow us on",
    "translate ", "button below", "copyrighted", "fair use", "with permission", "rights reserved", "cookies",
    "accept all", "manage ", "is a reader-", "free article", "@", "[email", "views ", "a donation", "a contribution",
    "share this ", "keep our journalism", "keep independent", "for more like this", ". terms", ". privacy",
    ". contact", ". careers",
)  # fmt: skip
_STAY_SHORT = 700


def cues_in(prose: str) -> tuple[str, ...]:
    """What in an article's prose may be an outlet's word to its readers: :func:`scope` looks for nothing else."""
    low = prose.casefold()
    return tuple([cue for cue in _CUES if cue in low])


def scope(line: str, cues: Sequence[str] = _CUES) -> Scope | None:
    """How far the boilerplate reaches that ``line`` (prose, trimmed) opens; None where it is none.

    ``cues`` are those of a text that holds the line (:func:`cues_in`).
    """
    if len(line) > _STAY_SHORT:
        return None
    low = line.casefold()
    if low.strip(" .:!»>›→|[]()_-*•").strip() in _BUTTONS:
        return Scope.LINE
    if len(line) <= 80:
        if _COMMENTS.fullmatch(line):
            return Scope.REST
        if _LISTS.fullmatch(line):
            return Scope.LIST
        if _SUPPORT.match(line):
            return Scope.CHUNK
    if _STARTS.match(line.lstrip("[(*•-> ")):
        return Scope.LINE
    if not cues or not any(cue in low for cue in cues):
        return None
    for hit in _ANYWHERE.finditer(line):
        if line.count('"', 0, hit.start()) % 2 == 0:
            return Scope.LINE
    return None
