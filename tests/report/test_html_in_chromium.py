"""The HTML report in a real browser: it runs without an error, filters, marks the dispute, and obeys no article.

Needs Chromium (Debian: ``apt-get install chromium``) and ``pip install -e '.[browser]'``; skipped where either is
missing.
"""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from html_pages import hostile_run, seeds_page

from factcheck.report import render

playwright = pytest.importorskip("playwright.sync_api", reason="needs pip install -e '.[browser]'")
_NAMES = ("chromium", "chromium-browser", "google-chrome")
CHROMIUM = os.environ.get("CHROMIUM") or next(filter(None, map(shutil.which, _NAMES)), None)
pytestmark = pytest.mark.skipif(CHROMIUM is None, reason="needs Chromium: apt-get install chromium")

_OPTIONS = (
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
)  # fmt: skip

Open = Callable[..., Any]


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    with playwright.sync_playwright() as started:
        found = started.chromium.launch(executable_path=CHROMIUM, args=list(_OPTIONS))
        yield found
        found.close()


@pytest.fixture
def open_page(browser: Any, tmp_path: Path) -> Iterator[Open]:
    """Opens a report; at the end the console must be empty, and no request but that for the file was made."""
    said: list[str] = []
    asked: list[str] = []
    contexts = []

    def open_(text: str, width: int = 1200, **options: Any) -> Any:
        path = tmp_path / "report.html"
        path.write_text(text, encoding="utf-8")
        contexts.append(browser.new_context(viewport={"width": width, "height": 800}, **options))
        page = contexts[-1].new_page()
        page.on("console", lambda message: said.append(f"{message.type}: {message.text}"))
        page.on("pageerror", lambda error: said.append(str(error)))
        page.on("dialog", lambda dialog: (said.append(f"dialog: {dialog.message}"), dialog.dismiss()))
        page.on("request", lambda request: asked.append(request.url))
        page.goto(path.as_uri())
        return page

    yield open_
    for context in contexts:
        context.close()
    assert said == []
    assert {url.partition("#")[0] for url in asked} == {(tmp_path / "report.html").as_uri()}


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_it_opens_without_an_error(open_page: Open, scheme: str) -> None:
    page = open_page(seeds_page(), color_scheme=scheme)
    background = page.evaluate("getComputedStyle(document.body).backgroundColor")
    assert background == {"light": "rgb(255, 255, 255)", "dark": "rgb(20, 23, 27)"}[scheme]
    assert page.locator("#left").inner_text() == _all(page)


def _all(page: Any) -> str:
    findings, events = page.locator(".finding").count(), page.locator(".events > li").count()
    return f"{findings} of {findings} findings, {events} of {events} events"


def test_the_conflict_of_april_2019_is_seen_at_once(open_page: Open) -> None:
    page = open_page(seeds_page())
    page.locator("#timeline").scroll_into_view_if_needed()
    red = "rgb(179, 38, 30)"
    for title in ("29 April 2019, 01-naktong-review.txt. Disputed", "25 April 2019, 03-naktong-review.txt. Disputed"):
        mark = page.locator(".mark.disputed", has_text=title)
        assert mark.count() == 1
        assert mark.locator("rect").evaluate("box => getComputedStyle(box).fill") == red
        inside = mark.evaluate(
            """mark => {
              const box = mark.getBoundingClientRect(), view = mark.closest(".scroll").getBoundingClientRect();
              return box.left >= view.left && box.right <= view.right;
            }"""
        )
        assert inside, f"the drawing is not scrolled to {title}"
    detail = page.locator("#detail").inner_text()
    assert "Meeting of Kim Jong Un and Vladimir Putin" in detail
    assert "29 April 2019" in detail
    assert "25 April 2019" in detail


def test_filters(open_page: Open) -> None:
    page = open_page(seeds_page())
    shown = page.locator(".finding:visible")
    marks = page.locator(".mark:not(.out)")
    all_findings, all_marks = shown.count(), marks.count()

    page.select_option("select[name=category]", "date-conflict")
    assert {shown.nth(number).get_attribute("data-category") for number in range(shown.count())} == {"date-conflict"}
    assert 0 < marks.count() < all_marks
    page.select_option("select[name=severity]", "info")
    assert all(shown.nth(number).get_attribute("data-severity") == "info" for number in range(shown.count()))
    page.click("button[type=reset]")
    page.wait_for_function("document.querySelectorAll('.mark.out').length === 0")
    assert (shown.count(), marks.count()) == (all_findings, all_marks)

    page.fill("input[name=words]", "VLADIMIR putin")
    assert 0 < shown.count() < all_findings
    assert 0 < marks.count() < all_marks
    assert page.locator("#left").inner_text().startswith(f"{shown.count()} of {all_findings} findings")
    page.fill("input[name=words]", "no article says this")
    assert (shown.count(), marks.count(), page.locator(".group:visible").count()) == (0, 0, 0)
    page.fill("input[name=words]", "")

    page.select_option("select[name=articles]", label="06-sleeper-and-signal.md")
    assert page.locator("details.article:visible").count() == 1
    page.select_option("select[name=articles]", "")
    page.select_option("select[name=status]", "disputed")
    listed = page.locator(".events > li:visible")
    assert {listed.nth(number).get_attribute("data-status") for number in range(listed.count())} == {"disputed"}


def test_the_keyboard_reaches_everything(open_page: Open) -> None:
    page = open_page(seeds_page())
    page.keyboard.press("Tab")
    assert page.evaluate("document.activeElement.textContent") == "Skip to the findings"
    assert page.evaluate("document.activeElement.getBoundingClientRect().left") >= 0
    page.keyboard.press("Enter")
    assert page.evaluate("document.activeElement.id") == "findings"

    page.locator(".plot .mark[tabindex='0']").first.focus()
    before = page.evaluate("document.activeElement.querySelector('title').textContent")
    seen = {before}
    for key in ("ArrowLeft", "ArrowDown", "ArrowRight", "ArrowUp"):
        page.keyboard.press(key)
        title = page.evaluate("document.activeElement.querySelector('title').textContent")
        seen.add(title)
        assert title.partition(":")[0].partition(" of ")[0] in page.locator("#detail").inner_text()
    assert len(seen) >= 3
    assert page.locator(".plot .mark[tabindex='0']").count() == page.locator(".plot").count()
    page.keyboard.press("Enter")
    assert page.evaluate("location.hash").startswith("#event-")


def test_a_link_unfolds_what_it_leads_to(open_page: Open) -> None:
    page = open_page(seeds_page())
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = false")
    page.locator(".finding figcaption a").first.click()
    assert page.evaluate("document.querySelector(location.hash).closest('details').open")
    assert page.locator("details.article[open]").count() == 1


def test_kinds_of_marks_can_be_switched_off(open_page: Open) -> None:
    page = open_page(seeds_page())
    width = "getComputedStyle(document.querySelector('.article .place')).borderBottomWidth"
    assert page.evaluate(width) != "0px"
    page.uncheck("[data-show=place]")
    assert page.evaluate(width) == "0px"


@pytest.mark.parametrize("width", [360, 768])
def test_nothing_sticks_out_on_a_phone(open_page: Open, width: int) -> None:
    page = open_page(seeds_page(), width=width, has_touch=True)
    assert page.evaluate("document.documentElement.scrollWidth") <= width
    outside = page.evaluate(
        """width => [...document.querySelectorAll("main *, header *")].filter((one) => {
          if (one.closest(".drawing") || one.closest("details:not([open])")) return false;
          const box = one.getBoundingClientRect();
          return box.width && one.tagName !== "H2" && (box.left < -1 || box.right > width + 1);
        }).map((one) => one.outerHTML.slice(0, 80))""",
        width,
    )
    assert outside == []


def test_nothing_moves_while_it_loads(open_page: Open) -> None:
    page = open_page(seeds_page(), width=360)
    shift = page.evaluate(
        """() => new Promise((done) => {
          let sum = 0;
          new PerformanceObserver((list) => { for (const one of list.getEntries()) sum += one.value; })
            .observe({ type: "layout-shift", buffered: true });
          setTimeout(() => done(sum), 300);
        })"""
    )
    assert shift < 0.01


def test_without_script_all_is_still_there(open_page: Open) -> None:
    page = open_page(seeds_page(), java_script_enabled=False)
    assert not page.locator(".filters").is_visible()
    assert page.locator(".finding").first.is_visible()
    assert page.locator(".plot").first.is_visible()


def test_an_article_runs_nothing(open_page: Open, tmp_path: Path) -> None:
    page = open_page(render(hostile_run(tmp_path), "html"))
    assert page.title().startswith("factcheck: ")
    page.fill("input[name=words]", "orlova")
    for mark in page.locator(".plot .mark").all()[:4]:
        mark.focus()
    assert page.locator("#detail img, #detail script, main script").count() == 0
    assert page.title().startswith("factcheck: ")


def test_the_policy_stops_what_slips_through(browser: Any, tmp_path: Path) -> None:
    """A page of ours into which somebody writes a script: the browser refuses to run it."""
    text = seeds_page().replace(
        "<main>", "<main><script>document.title = 'owned'</script><img src=x onerror=alert(1)>", 1
    )
    path = tmp_path / "broken.html"
    path.write_text(text, encoding="utf-8")
    page = browser.new_page()
    refused: list[str] = []
    page.on("console", lambda message: refused.append(message.text))
    page.goto(path.as_uri())
    assert page.title() != "owned"
    assert any("Content Security Policy" in message for message in refused)
    page.close()
