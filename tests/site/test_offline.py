"""A page that has been loaded needs no network any more."""

from __future__ import annotations

from playwright.sync_api import Page, expect

SHEET = "checklists/external-factors/"


def test_a_sheet_goes_on_without_a_network(page: Page, address: str) -> None:
    """Ticks are made, kept and cleared while the network is away."""
    page.goto(address + SHEET, wait_until="networkidle")
    page.context.set_offline(True)

    page.locator("li[data-item] input").nth(1).check()
    kept = page.evaluate("Object.values(localStorage).join()")
    page.locator("[data-clear]").click()

    expect(page.locator("li[data-item] input").nth(1)).not_to_be_checked()
    assert "outside-" in kept
