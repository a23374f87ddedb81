"""The HTML report: its structure, its links, and that nothing of an article's becomes part of it."""

from __future__ import annotations

import re
from base64 import b64encode
from dataclasses import replace
from hashlib import sha256
from importlib import resources
from itertools import pairwise
from pathlib import Path

import pytest
from html_pages import ATTACKS, hostile_run, seeds_page, seeds_run
from report_samples import HOSTILE, run_of
from selectolax.lexbor import LexborHTMLParser

from factcheck.findings.model import Run
from factcheck.report import render
from factcheck.report.html.markup import Html, element, joined, words
from factcheck.report.html.stories import ALONE
from factcheck.report.layout import Layout
from factcheck.report.summary import summarise

Page = LexborHTMLParser


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(seeds_page())


@pytest.fixture(scope="module")
def hostile(tmp_path_factory: pytest.TempPathFactory) -> str:
    return render(hostile_run(tmp_path_factory.mktemp("hostile")), "html")


def texts(page: Page, selector: str) -> list[str]:
    return [" ".join(node.text().split()) for node in page.css(selector)]


def test_landmarks_headings_and_names(page: Page) -> None:
    assert texts(page, "head > title") == [f"factcheck: {summarise(seeds_run()).found}"]
    assert page.css_first("html").attributes["lang"] == "en"
    for landmark in ("header nav[aria-label]", "main", "footer", "form[role=search]"):
        assert len(page.css(landmark)) == 1, landmark
    assert texts(page, "main > section > h2") == [
        "Summary", "Findings", "Timeline", "Articles", "What could not be judged", "Rules",
    ]  # fmt: skip
    levels = [int(node.tag[1]) for node in page.css("h1, h2, h3, h4, h5, h6")]
    assert levels[0] == 1
    assert levels.count(1) == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))
    for node in page.css("input, select"):
        assert node.parent is not None
        assert node.parent.tag == "label"


def test_every_id_is_one_and_every_link_leads_somewhere(page: Page, hostile: str) -> None:
    for one in (page, Page(hostile), Page(render(run_of(), "html"))):
        ids = [node.attributes["id"] for node in one.css("[id]")]
        assert len(ids) == len(set(ids))
        links = [node.attributes["href"] or "" for node in one.css("[href]")]
        assert links
        assert {link[1:] for link in links} <= set(ids)
        assert {link[0] for link in links} == {"#"}
        named = {node.attributes["aria-labelledby"] for node in one.css("[aria-labelledby]")}
        assert named <= set(ids)


def test_a_finding_has_both_sentences_with_the_values_marked(page: Page) -> None:
    (finding,) = (node for node in page.css(".finding") if "same-event-different-date" in node.text())
    assert [mark.text() for mark in finding.css("blockquote mark")] == ["April 29, 2019", "April 25, 2019"]
    assert all(len(quote.text()) > 40 for quote in finding.css("blockquote"))
    captions = [" ".join(node.text().split()) for node in finding.css("figcaption")]
    assert captions[0].startswith("01-naktong-review.txt, line 5, column 77")
    assert "8 September 2023" in captions[0]
    assert "Check which date is right." in finding.text()
    assert "% sure" in finding.text()
    assert finding.css(".why ol > li")
    group = finding.parent
    assert group is not None
    assert group.css_first("h3").text() == "Meeting of Kim Jong Un and Vladimir Putin"
    assert group.css_first(".to-event a") is not None


def test_every_finding_is_told_once(page: Page) -> None:
    assert sorted(texts(page, ".finding > .message")) == sorted(f.message for f in seeds_run().findings)


def test_the_conflict_of_april_2019_is_red_in_the_timeline(page: Page) -> None:
    title = "2019 Meeting of Kim Jong Un and Vladimir Putin"
    (event,) = (node for node in page.css(".events > li") if node.text().startswith(title))
    number = event.attributes["data-event"]
    marks = page.css(f'.plot a[data-event="{number}"]')
    told = {" ".join(mark.css_first("title").text().split()): mark.attributes["class"] or "" for mark in marks}
    disputed = [title for title, kinds in told.items() if "disputed" in kinds]
    assert len(disputed) == 2
    assert "29 April 2019, 01-naktong-review.txt. Disputed" in " ".join(disputed)
    assert "25 April 2019, 03-naktong-review.txt. Disputed" in " ".join(disputed)
    assert [kinds for title, kinds in told.items() if title not in disputed] == ["mark agreed"]
    assert len(page.css(f'.plot .tie.disputed[data-event="{number}"]')) == 1
    red = page.css(f'.plot a.disputed[data-event="{number}"] rect')
    places = sorted(float(box.attributes["x"] or 0) for box in red)
    assert places[1] - places[0] > 40


def test_articles_that_tell_of_one_event_are_drawn_together(page: Page) -> None:
    drawn = {
        " ".join(node.css_first("h3").text(deep=False).split()): [
            name.text() for name in node.css(".names > text > title")
        ]
        for node in page.css(".story")
    }
    assert list(drawn) == ["Meeting of Kim Jong Un and Vladimir Putin", ALONE]
    together, alone = ({Path(name).name[:2] for name in names} for names in drawn.values())
    assert {"01", "02", "03"} <= together
    assert not together & alone


def test_the_timeline_and_its_list_tell_the_same(page: Page) -> None:
    listed = {node.attributes["data-event"] for node in page.css(".events > li")}
    drawn = {node.attributes["data-event"] for node in page.css(".plot .mark")}
    assert drawn == listed
    assert len(page.css(".plot .mark")) == len(page.css(".events > li > ul > li"))
    for plot in page.css(".plot"):
        assert [node.attributes["tabindex"] for node in plot.css(".mark")].count("0") == 1


def test_articles_are_there_in_full_with_their_findings_beside_them(page: Page) -> None:
    shown = {node.attributes["data-articles"]: node for node in page.css("details.article")}
    for number, document in enumerate(seeds_run().documents, start=1):
        if document.name.endswith(".txt"):
            text = " ".join(shown[str(number)].text().split())
            for block in document.blocks:
                if block.kind.value == "paragraph":
                    assert " ".join(document.text[block.start : block.end].split()) in text
    assert page.css('.article .time[title="29 April 2019"]')
    notes = page.css(".row .notes li")
    assert {node.css_first("a").attributes["href"] for node in notes} == {
        f"#{node.attributes['id']}" for node in page.css(".finding")
    }


def test_what_could_not_be_judged_is_told() -> None:
    page = Page(render(run_of(), "html"))
    text = " ".join(page.css_first("#unjudged").text().split())
    assert "4 times not resolved." in text
    assert "plain words.pdf: is plain words" in text
    assert "c.txt: no date of publication" in text
    assert "b.txt: states no date of publication; it was inferred" in text


def test_the_policy_allows_the_one_style_and_the_one_script_and_nothing_else(page: Page) -> None:
    source = seeds_page()
    policy = page.css_first('meta[http-equiv="Content-Security-Policy"]').attributes["content"] or ""
    rules = dict(part.strip().split(" ", 1) for part in policy.split(";"))
    assert rules.keys() == {"default-src", "style-src", "script-src", "base-uri", "form-action"}
    assert rules["default-src"] == rules["base-uri"] == rules["form-action"] == "'none'"
    for tag, rule in (("style", "style-src"), ("script", "script-src")):
        (content,) = re.findall(f"<{tag}>(.*?)</{tag}>", source, re.S)
        digest = b64encode(sha256(content.encode()).digest()).decode()
        assert rules[rule] == f"'sha256-{digest}'"
    head = source.partition("</head>")[0]
    assert head.index("Content-Security-Policy") < head.index("<style>") < head.index("<script>")
    assert head.index("charset") < 1024


def test_nothing_is_loaded_and_nothing_runs_but_the_script(page: Page, hostile: str) -> None:
    for one in (page, Page(hostile), Page(render(run_of(HOSTILE), "html"))):
        assert len(one.css("script")) == len(one.css("style")) == 1
        assert not one.css("img, link, iframe, object, embed, base, video, audio, source, form[action], svg image, use")
        assert len(one.css("meta[http-equiv]")) == 1
        for node in one.css("*"):
            for name in node.attributes:
                assert not name.startswith("on"), (node.tag, name)
                assert name not in ("src", "style", "srcdoc", "action", "formaction", "xlink:href"), (node.tag, name)
                assert re.fullmatch("[a-zA-Z-]+", name), (node.tag, name)


def test_hostile_words_are_shown_as_they_stand(hostile: str) -> None:
    page = Page(hostile)
    shown = " ".join(page.css_first("#articles").text().split())
    for attack in ATTACKS:
        assert attack in shown
    assert page.css(".finding"), "the articles contradict each other, so that their words stand in a finding, too"
    assert "<script>document" not in hostile
    assert "<img" not in hostile


def test_an_element_takes_words_for_words() -> None:
    assert element("p", "<b>", Html("<i></i>"), None, class_='a"b', hidden=True, open=False, data_x=1.25) == (
        '<p class="a&quot;b" hidden data-x="1.2">&lt;b&gt;<i></i></p>'
    )
    assert joined(["a", "&"], ", ") == "a, &amp;"
    assert words("a\nb\tc\u2028d\x1b\u202e") == "a b c d\\x1b\\u202e"


def test_a_run_without_a_corpus_still_gives_a_page() -> None:
    page = Page(render(run_of(), "html"))
    assert len(page.css(".finding")) == 3
    assert not page.css(".plot")
    assert texts(page, "#finding-1 blockquote mark") == ["plain words a", "plain words b"]
    empty = Page(render(Run((), ()), "html", Layout(hidden=2)))
    assert "Nothing was found" in empty.css_first("#findings").text()
    assert "2 below the severity shown" in empty.css_first("#summary").text()


def test_after_check_only_what_concerns_new_articles_is_shown() -> None:
    run = seeds_run()
    new = next(document.name for document in run.documents if "06-" in document.name)
    findings = tuple(f for f in run.findings if any(place.document == new for place in f.locations))
    page = Page(render(replace(run, findings=findings, new=frozenset({new})), "html"))
    cited = {place.document for finding in findings for place in finding.locations}
    assert len(page.css("details.article")) == len(cited | {new})
    (badge,) = (node for node in page.css("details.article .badge") if node.text() == "new")
    assert badge is not None


# WCAG 2.2, 1.4.3 and 1.4.11: text 4.5 to 1, marks and borders of controls 3 to 1.
TEXT = [
    (fore, back)
    for back in ("page", "card")
    for fore in ("text", "quiet", "link", "error", "warning", "info")
] + [("on-mark", "mark")] + [("page", badge) for badge in ("error", "warning", "info", "agreed", "single")]  # fmt: skip
MARKS = [(fore, back) for back in ("page", "card") for fore in ("agreed", "single", "error")]


@pytest.mark.parametrize("scheme", [0, 1], ids=["light", "dark"])
def test_colours_can_be_told_apart(scheme: int) -> None:
    style = resources.files("factcheck.report.html").joinpath("style.css").read_text(encoding="utf-8")
    blocks = re.findall(r":root \{(.*?)\}", style, re.S)
    assert len(blocks) == 2
    colours = dict(re.findall(r"--([a-z-]+): (#[0-9a-f]{6});", blocks[scheme]))
    for pairs, least in ((TEXT, 4.5), (MARKS, 3.0)):
        for fore, back in pairs:
            assert contrast(colours[fore], colours[back]) >= least, (fore, back)


def contrast(one: str, other: str) -> float:
    """https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio."""
    darker, lighter = sorted(map(_luminance, (one, other)))
    return (lighter + 0.05) / (darker + 0.05)


def _luminance(colour: str) -> float:
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def test_a_page_of_the_samples_is_small() -> None:
    assert len(seeds_page().encode()) < 200_000


def test_style_and_script_can_stand_in_a_page() -> None:
    folder = resources.files("factcheck.report.html")
    for name in ("style.css", "script.js"):
        text = folder.joinpath(name).read_text(encoding="utf-8")
        assert text.isascii()
        assert "</" not in text
        assert "<!--" not in text
        for loads in ("http:", "https:", "url(", "@import", "fetch(", "eval(", "innerHTML", "document.write"):
            assert loads not in text


def test_the_format_is_known_by_the_name_of_the_file(tmp_path: Path) -> None:
    from factcheck.report.formats import format_of_file

    assert format_of_file("report.HTML") == "html"
