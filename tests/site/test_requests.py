"""What a page asks for: nothing of other hosts, and little of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import BrowserContext, Page

from publish.weight import visit
from tests.site.conftest import TEMPLATES

BUDGET = 100 * 1024


def ask(page: Page, address: str) -> list[str]:
    """Addresses requested while the page loads and settles."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address, wait_until="networkidle")
    return asked


@pytest.mark.parametrize("path", TEMPLATES)
def test_nothing_is_asked_of_other_hosts(page: Page, address: str, path: str) -> None:
    """Fonts, scripts and pictures all come from the site itself."""
    foreign = [url for url in ask(page, address + path) if not url.startswith((address, "data:", "blob:"))]

    assert foreign == []


@pytest.mark.parametrize("path", TEMPLATES)
def test_a_first_visit_is_light(context: BrowserContext, address: str, site: Path, path: str) -> None:
    """A reading page with everything it loads stays within 100 KiB."""
    weights = visit(site, ask(context.new_page(), address + path))

    assert sum(weights.values()) <= BUDGET, sorted(weights.items(), key=lambda pair: -pair[1])[:8]


@pytest.mark.parametrize("path", TEMPLATES)
def test_a_page_loads_without_errors(page: Page, address: str, path: str) -> None:
    """The console stays silent."""
    said: list[str] = []
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))
    page.goto(address + path, wait_until="networkidle")

    assert said == []
