"""No page template has an accessibility violation that axe can find, in either scheme, on a phone and on a desk."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser

from tests.site.conftest import TEMPLATES


# The other two pairs, and every page, are measured by `make bench`.
@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1280)])
@pytest.mark.parametrize("path", TEMPLATES)
def test_axe_finds_nothing(browser: Browser, address: str, path: str, scheme: str, width: int) -> None:
    """Zero violations."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="ru-RU")
    page = context.new_page()
    page.goto(address + path)
    found = Axe().run(page).response["violations"]
    context.close()

    assert [(rule["id"], [node["target"] for node in rule["nodes"]][:4]) for rule in found] == []
