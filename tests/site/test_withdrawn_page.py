"""A withdrawn record keeps its page, which hands its readers over to what replaced it and can still be read."""

from __future__ import annotations

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page

from build import ROOT, build
from tests.publish.test_withdrawn import withdraw
from tests.site.conftest import TODAY, serve

OLD, NEW = "note-kenya-knowledge-and-refusal", "note-china-cross-border-platform"


@pytest.fixture(scope="module", name="built")
def _built(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The site for an address of its own, with one note withdrawn in favour of another."""
    folder = tmp_path_factory.mktemp("withdrawn")
    content = Path(shutil.copytree(ROOT / "content", folder / "content"))
    withdraw(content / "notes" / f"{OLD}.yml", NEW)
    with pytest.MonkeyPatch.context() as patch:
        patch.setenv("SITE_URL", "https://example.org/navigator/")
        build(content, folder / "site", TODAY)
    return folder / "site"


@pytest.fixture(scope="module", name="there")
def _there(built: Path) -> Iterator[str]:
    yield from serve(built)


def test_the_page_says_why_first_and_is_in_no_search_and_no_map(built: Path) -> None:
    """The reason, a link and a canonical address; no refresh that a reader could not stop."""
    page = (built / "notes" / OLD / "index.html").read_text(encoding="utf-8")
    text = page.replace("\xa0", " ").replace("&nbsp;", " ")

    assert f'<link rel="canonical" href="https://example.org/navigator/notes/{NEW}/">' in page
    assert "http-equiv" not in page.casefold().replace('http-equiv="x-ua-compatible"', "")
    assert "Запись снята: Так больше не пишут." in text
    assert f'Вместо неё — <a href="../../notes/{NEW}/">' in text
    assert text.index("Запись снята") < text.index('<h2 id="context"')
    assert "data-pagefind-body" not in page
    assert f"URL: https://example.org/navigator/notes/{OLD}/" in text
    sitemap = (built / "sitemap.xml").read_text(encoding="utf-8")
    assert OLD not in sitemap
    assert sitemap.count(f"/notes/{NEW}/</loc>") == 1
    other = (built / "notes" / NEW / "index.html").read_text(encoding="utf-8")
    assert f'<link rel="canonical" href="https://example.org/navigator/notes/{NEW}/">' in other
    assert "data-pagefind-body" in other


def test_a_reader_is_handed_over_told_why_and_can_go_back_to_the_old_text(page: Page, there: str) -> None:
    page.goto(f"{there}notes/")
    page.goto(f"{there}notes/{OLD}/")
    page.wait_for_url(f"{there}notes/{NEW}/#after-{OLD}")
    told = page.locator(".arrived:visible")
    assert "Так больше не пишут." in told.inner_text().replace("\xa0", " ")

    told.get_by_role("link", name="Прежний текст").click()
    page.wait_for_url(f"{there}notes/{OLD}/#kept")
    assert page.get_by_text("Запись снята:").is_visible()

    page.go_back()
    page.go_back()
    page.wait_for_url(f"{there}notes/")


def test_whoever_opens_the_new_page_hears_nothing_of_the_old_one(page: Page, there: str) -> None:
    page.goto(f"{there}notes/{NEW}/")

    assert page.locator(".arrived").count() == 1
    assert page.locator(".arrived:visible").count() == 0


def test_without_a_script_the_old_page_stays_and_links_on(browser: Browser, there: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(f"{there}notes/{OLD}/")
    page.locator(".instead a").click()

    assert page.url == f"{there}notes/{NEW}/"
    context.close()
