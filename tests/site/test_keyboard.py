"""Everything on a page can be reached and used by keyboard alone."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from playwright.sync_api import Browser, Page, expect


@pytest.fixture(name="phone")
def _phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 390, "height": 844}, locale="ru-RU")
    yield context.new_page()
    context.close()


def focused(page: Page) -> str:
    return str(page.evaluate("document.activeElement.textContent.trim().replace(/\\s+/g, ' ')"))


def tab_to(page: Page, words: str, most: int = 40) -> None:
    """Presses Tab until the element with these words has the focus."""
    for _ in range(most):
        page.keyboard.press("Tab")
        if focused(page) == words:
            return
    raise AssertionError(f"«{words}» was not reached; the focus is on «{focused(page)}»")


def test_the_first_stop_skips_to_the_text(page: Page, address: str) -> None:
    """A skip link comes first and leads past the menu."""
    page.goto(address + "recommendations/mode-diversity/")
    page.keyboard.press("Tab")

    href = page.evaluate("document.activeElement.getAttribute('href')")
    assert str(href).startswith("#")
    assert page.evaluate("id => !!document.getElementById(id)", str(href)[1:])


def test_the_menu_of_a_phone_opens_closes_and_leads_on(phone: Page, address: str) -> None:
    """Enter opens it, its links take the focus, Escape closes it and gives the focus back."""
    phone.goto(address)
    expect(phone.locator("#menu")).to_be_hidden()
    tab_to(phone, "Меню")
    phone.keyboard.press("Enter")
    expect(phone.locator("#menu")).to_be_visible()

    phone.keyboard.press("Escape")
    expect(phone.locator("#menu")).to_be_hidden()
    assert focused(phone) == "Меню"

    phone.keyboard.press("Enter")
    tab_to(phone, "Стадии")
    phone.keyboard.press("Enter")
    expect(phone).to_have_url(address + "stages/")


def test_links_of_a_closed_menu_take_no_focus(phone: Page, address: str) -> None:
    """Nobody tabs through what is not shown."""
    phone.goto(address + "stages/")
    for _ in range(12):
        phone.keyboard.press("Tab")
        assert phone.evaluate("document.activeElement.checkVisibility()")


def test_a_checklist_is_worked_by_keyboard(page: Page, address: str) -> None:
    """Space ticks the box that has the focus."""
    page.goto(address + "checklists/decomposition/")
    for _ in range(60):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.type") == "checkbox":
            break
    page.keyboard.press("Space")

    assert page.evaluate("document.activeElement.checked")


def test_the_scheme_can_be_switched_and_is_kept(page: Page, address: str) -> None:
    """Light and dark by one button; the choice survives a reload."""
    page.goto(address)
    before = page.evaluate("getComputedStyle(document.body).backgroundColor")
    tab_to(page, page.locator("[data-scheme-switch]").inner_text().strip())
    for _ in range(3):
        page.keyboard.press("Enter")
        after = page.evaluate("getComputedStyle(document.body).backgroundColor")
        if after != before:
            break
    assert after != before

    page.reload()
    assert page.evaluate("getComputedStyle(document.body).backgroundColor") == after


def test_a_remark_names_the_record_and_the_version(page: Page, address: str) -> None:
    """The text of a remark is ready to copy: record, version, page."""
    page.goto(address + "recommendations/social-capital/")
    page.locator("#remark summary").focus()
    page.keyboard.press("Enter")
    text = page.locator("#remark-text").input_value()

    assert "social-capital" in text
    assert "2026-11-23" in text


def test_nothing_is_wider_than_a_small_phone(browser: Browser, address: str) -> None:
    """320 px wide, no page scrolls sideways."""
    context = browser.new_context(viewport={"width": 320, "height": 640}, locale="ru-RU")
    page = context.new_page()
    for path in ("", "recommendations/internal-factors/", "checklists/external-factors/", "stages/", "sources/",
                 "glossary/", "method/"):
        page.goto(address + path)
        assert page.evaluate("document.documentElement.scrollWidth") <= 320, path
    context.close()
