"""A checklist as its reader uses it: tick, leave, come back, clear, reopen, print; and without any script."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PdfReader

SHEET = "checklists/external-factors/"


@pytest.fixture(name="sheet")
def _sheet(page: Page, address: str) -> Page:
    page.goto(address + SHEET)
    return page


def boxes(page: Page) -> list[bool]:
    return [box.is_checked() for box in page.locator("li[data-item] input[type=checkbox]").all()]


def test_every_item_is_a_labelled_box(sheet: Page) -> None:
    """Each item is `<li data-item>` with a checkbox that its own words tick."""
    items = sheet.locator("li[data-item]")

    assert items.count() == 12
    for item in items.all():
        item.locator("label").first.click()
    assert all(boxes(sheet))


def test_ticks_and_their_date_survive_leaving(sheet: Page, address: str) -> None:
    """What was ticked is ticked after a reload and in another tab, with the day it was done."""
    sheet.locator("li[data-item] input").nth(0).check()
    sheet.locator("li[data-item] input").nth(3).check()
    expect(sheet.locator("[data-progress]")).to_contain_text("2 из 12")

    sheet.goto(address)
    sheet.goto(address + SHEET)

    assert [index for index, ticked in enumerate(boxes(sheet)) if ticked] == [0, 3]
    expect(sheet.locator("[data-ticked]").nth(0)).to_be_visible()
    expect(sheet.locator("[data-progress]")).to_contain_text("2 из 12")


def test_the_overview_shows_which_of_the_main_items_are_ticked(sheet: Page, address: str) -> None:
    """On the screen and on paper: one tick there, one tick here."""
    sheet.locator("[data-item][data-level=compact] input").nth(1).check()
    ticked = sheet.locator("[data-item][data-level=compact]").nth(1).get_attribute("data-item")
    sheet.goto(address + "checklists/")

    assert [one.get_attribute("data-main") for one in sheet.locator(".is-done").all()] == [ticked]


def test_cleared_ticks_can_be_brought_back(sheet: Page) -> None:
    """Clearing is one button, and so is its undoing."""
    sheet.locator("li[data-item] input").nth(1).check()

    sheet.locator("[data-clear]").click()
    assert not any(boxes(sheet))

    sheet.locator("[data-reopen]").click()
    assert boxes(sheet)[1]


def test_only_the_main_items_on_request(sheet: Page) -> None:
    """«Только главное» leaves three to five items."""
    sheet.locator("button[data-level=compact]").click()

    assert 3 <= sheet.locator("li[data-item]:visible").count() <= 5


def test_blocked_storage_is_survived_with_a_notice(browser: Browser, address: str) -> None:
    """Where the browser keeps nothing the boxes still tick and the page says that ticks will be lost."""
    context = browser.new_context()
    context.add_init_script(
        "Object.defineProperty(window, 'localStorage', {get() { throw new DOMException('no', 'SecurityError') }})"
    )
    page = context.new_page()
    page.goto(address + SHEET)
    page.locator("li[data-item] input").nth(0).check()

    assert boxes(page)[0]
    expect(page.locator("[data-notice]")).to_be_visible()
    context.close()


def test_full_storage_is_survived_with_a_notice(browser: Browser, address: str) -> None:
    """A full storage costs the ticks, not the page."""
    context = browser.new_context()
    context.add_init_script(
        "Storage.prototype.setItem = () => { throw new DOMException('full', 'QuotaExceededError') }"
    )
    page = context.new_page()
    page.goto(address + SHEET)
    page.locator("li[data-item] input").nth(0).check()

    expect(page.locator("[data-notice]")).to_be_visible()
    context.close()


@pytest.mark.parametrize("kept", ["", "null", "[]", "{", '{"v":99}', '"x"', '{"items":{"__proto__":1}}'])
def test_spoiled_storage_is_survived(context: BrowserContext, address: str, kept: str) -> None:
    """Whatever stands under our names in the storage, the sheet works."""
    page = context.new_page()
    page.goto(address + SHEET)
    page.locator("li[data-item] input").nth(0).check()
    page.evaluate("kept => Object.keys(localStorage).forEach(key => localStorage.setItem(key, kept))", kept)
    errors: list[str] = []
    page.on("pageerror", lambda error: errors.append(str(error)))

    page.reload()
    page.locator("li[data-item] input").nth(2).check()

    assert errors == []
    assert boxes(page)[2]


def test_without_script_the_sheet_is_a_plain_list_with_boxes(browser: Browser, address: str) -> None:
    """No tools that do nothing, all items, all boxes."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + SHEET)

    assert page.locator("li[data-item] input[type=checkbox]:visible").count() == 12
    assert page.locator("button[data-clear]:visible, button[data-level]:visible").count() == 0
    context.close()


@pytest.mark.parametrize("name", ["mode-diversity", "decomposition", "internal-factors", "social-capital",
                                  "external-factors", "fast-scaling", "shared-capacity", "external-restrictions"])
def test_a_sheet_prints_on_two_pages_at_most(page: Page, address: str, tmp_path: Path, name: str) -> None:
    """A4, one clean page, two at most."""
    page.goto(f"{address}checklists/{name}/")
    pdf = tmp_path / "sheet.pdf"
    page.pdf(path=str(pdf), format="A4", prefer_css_page_size=True)
    count = pdf.read_bytes().count(b"/Type /Page\n") or pdf.read_bytes().count(b"/Type /Page ")

    assert 1 <= count <= 2


def test_the_print_has_room_for_a_date_and_a_name_and_says_its_version(sheet: Page) -> None:
    """What a print-out needs in a meeting: who, when, which version; no buttons, no menu."""
    sheet.emulate_media(media="print")

    assert sheet.locator(".sheet-fields:visible").count() == 2
    assert sheet.locator("button:visible").count() == 0
    assert not sheet.locator("header.bar").is_visible()
    printed = sheet.locator("main").inner_text()
    assert "Версия" in printed
    assert "23" in printed


def test_what_is_ticked_prints_in_the_look_of_the_typeset_sheet(sheet: Page, tmp_path: Path) -> None:
    """The ticks with their days, and on each page the same columns for a pen."""
    for box in sheet.locator("[data-item] input").all():
        box.check()
    ticked = sheet.locator("[data-item]").count()
    sheet.pdf(path=tmp_path / "sheet.pdf", prefer_css_page_size=True)
    pages = [re.sub(r"\s", "", one.extract_text()) for one in PdfReader(tmp_path / "sheet.pdf").pages]

    assert len(pages) <= 2
    assert "".join(pages).count("Отмечено") == ticked
    for head in ("Доказательство:гдележит", "Ктоотвечает,ккакомудню"):
        assert all(head in page for page in pages)
    assert all(place in pages[-1] for place in ("Проверено:кто", "Следующаяпроверка"))
