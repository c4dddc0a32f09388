"""Search as an owner uses it: inflected words, the right page first, nothing loaded before it is asked for."""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml
from playwright.sync_api import Page, expect

CASES = yaml.safe_load((Path(__file__).parents[1] / "search" / "queries.yml").read_text(encoding="utf-8"))
LEAST = 50


def search(page: Page, query: str) -> list[str]:
    """Addresses of the results of a query, in order, relative to the site."""
    if not page.locator("#search-dialog[open]").count():
        page.keyboard.press("/")
    field = page.locator("#search-input")
    field.fill("")
    field.fill(query)
    page.wait_for_function(
        "query => document.querySelector('#search-results').dataset.query === query", arg=query, timeout=10_000
    )
    return [str(link.get_attribute("href")) for link in page.locator("#search-results > li > a").all()]


def test_the_right_page_comes_first(page: Page, address: str) -> None:
    """Of the queries an owner would type at least 50 lead to the page they should."""
    page.goto(address)
    missed = []
    for case in CASES:
        found = search(page, case["query"])
        first = page.evaluate("href => new URL(href, location.href).pathname", found[0]) if found else "—"
        if first.split("#")[0].strip("/") != case["first"].strip("/"):
            missed.append((case["query"], case["first"], first))

    assert len(CASES) >= 50
    assert len(CASES) - len(missed) >= LEAST, missed


def test_nothing_of_the_search_is_loaded_before_it_is_opened(page: Page, address: str) -> None:
    """The index waits until the reader asks."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    assert not any("pagefind" in url for url in asked)

    page.keyboard.press("/")
    page.locator("#search-input").fill("партнёр")
    expect(page.locator("#search-results li").first).to_be_visible()
    assert any("pagefind" in url for url in asked)


def test_results_name_the_section_and_lead_there(page: Page, address: str) -> None:
    """A result shows the page and its section; following it lands on the section."""
    page.goto(address)
    search(page, "допустимую потерю")
    inner = page.locator("#search-results a[href*='#']").first
    expect(inner).to_be_visible()
    inner.click()

    assert "#" in page.url
    anchor = page.evaluate("decodeURIComponent(location.hash.slice(1))")
    assert page.evaluate("id => !!document.getElementById(id)", anchor)


@pytest.mark.parametrize("key", ["/", "s", "f"])
def test_the_shortcut_opens_and_escape_closes(page: Page, address: str, key: str) -> None:
    """The shortcuts of Material; typing them in a field does nothing."""
    page.goto(address)
    page.keyboard.press(key)
    expect(page.locator("#search-dialog")).to_have_attribute("open", "")
    expect(page.locator("#search-input")).to_be_focused()

    page.keyboard.press("Escape")
    expect(page.locator("#search-dialog")).not_to_have_attribute("open", "")


def test_a_word_that_is_nowhere_gets_an_answer(page: Page, address: str) -> None:
    """No results is said aloud, in Russian."""
    page.goto(address)
    assert search(page, "квазимонотонность") == []
    expect(page.locator("#search-status")).to_contain_text("не наш")


def test_from_disk_the_search_says_that_it_needs_the_site(page: Page, site: Path) -> None:
    """From `file://` the page works and the search explains itself."""
    page.goto((site / "index.html").as_uri())
    page.keyboard.press("/")
    page.locator("#search-input").fill("партнёр")

    expect(page.locator("#search-status")).to_contain_text("сайт")
    expect(page.locator("#search-results li")).to_have_count(0)
