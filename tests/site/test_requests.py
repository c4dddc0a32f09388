"""What a page asks for: nothing of other hosts, and little of ours."""

from __future__ import annotations

from pathlib import Path

import pytest
from playwright.sync_api import Page

from publish.weight import visit
from tests.site.conftest import TEMPLATES

BUDGET = 100 * 1024


@pytest.mark.parametrize("path", TEMPLATES)
def test_a_first_visit_is_light_silent_and_asks_no_other_host(page: Page, address: str, site: Path, path: str) -> None:
    """Fonts, scripts and pictures all come from the site itself, in 100 KiB at the most; the console stays silent."""
    asked: list[str] = []
    said: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("console", lambda message: said.append(message.text) if message.type in ("error", "warning") else None)
    page.on("pageerror", lambda error: said.append(str(error)))

    page.goto(address + path, wait_until="networkidle")

    assert [url for url in asked if not url.startswith((address, "data:", "blob:"))] == []
    assert said == []
    weights = visit(site, asked)
    assert sum(weights.values()) <= BUDGET, sorted(weights.items(), key=lambda pair: -pair[1])[:8]
