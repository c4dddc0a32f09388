"""The survey for everyone, everywhere: axe, large letters, a narrow screen, no network, from disk."""

from __future__ import annotations

from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect

from publish.weight import visit
from tests.site import survey

KIB = 1024
FULL = survey.companies()["scenario-alien-market-guide"]
PAUSED = {"foreign-sales": ["never"], "restrictions": ["no-lawful-way"], "offer": ["software"]}
VIEWS = {
    "start": "tree/", "question": "tree/#v=1&foreign-sales=never&at=affordable-loss&view=question",
    "several": "tree/#v=1&survey=full&at=considered-modes&view=question", "all": "tree/#v=1&view=all",
    "summary": survey.fragment(FULL, view="summary"), "result": survey.fragment(FULL, view="result"),
    "paused": survey.fragment(PAUSED, view="result"), "empty": "tree/#v=1&view=result",
    "notice": "tree/#v=1&nope=1&foreign-sales=gone",
}


@pytest.mark.parametrize(("scheme", "width"), [("light", 390), ("dark", 1280)])
@pytest.mark.parametrize("view", VIEWS)
def test_axe_finds_nothing_on_any_view(browser: Browser, address: str, view: str, scheme: str, width: int) -> None:
    """Zero violations, with everything folded and with everything open."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="ru-RU")
    page = context.new_page()
    page.goto(address + VIEWS[view])
    page.evaluate("document.querySelectorAll('#tree details').forEach((one) => { one.open = true; })")
    found = Axe().run(page).response["violations"]
    context.close()

    assert [(rule["id"], [node["target"] for node in rule["nodes"]][:4]) for rule in found] == []


@pytest.mark.parametrize(("width", "letters"), [(320, "100%"), (640, "200%")])
@pytest.mark.parametrize("view", VIEWS)
def test_nothing_is_wider_than_the_screen(browser: Browser, address: str, view: str, width: int, letters: str) -> None:
    """A narrow screen, and letters of twice the size: the page never scrolls sideways."""
    context = browser.new_context(viewport={"width": width, "height": 640}, locale="ru-RU")
    page = context.new_page()
    page.goto(address + VIEWS[view])
    page.evaluate("document.querySelectorAll('#tree details').forEach((one) => { one.open = true; })")
    page.evaluate("size => { document.documentElement.style.fontSize = size; }", letters)
    wide = page.evaluate(_WIDE)
    held = page.evaluate("document.documentElement.scrollWidth")
    context.close()

    assert held <= width, wide


_WIDE = """() => [...document.querySelectorAll("body *")]
  .filter((one) => !one.closest(".scroll, .vh, dialog") && one.getBoundingClientRect().right > innerWidth + 1)
  .map((one) => one.className || one.tagName)"""


def test_nothing_moves_for_whoever_asked_for_calm(browser: Browser, address: str) -> None:
    """With reduced motion no transition or animation runs."""
    context = browser.new_context(reduced_motion="reduce", locale="ru-RU")
    page = context.new_page()
    page.goto(address + VIEWS["result"])
    moving = page.evaluate("""() => [...document.querySelectorAll("#tree *")].filter((one) => {
      const style = getComputedStyle(one);
      return parseFloat(style.transitionDuration) > 0.01 || (style.animationName !== "none");
    }).length""")
    context.close()
    assert moving == 0


def test_the_result_and_every_question_are_announced(page: Page, address: str) -> None:
    """After each step the focus is on the heading of what is new; notices are a status."""
    page.goto(address + VIEWS["question"])
    survey.by_mouse(page, ["small"])
    assert page.evaluate("document.activeElement.tagName") == "H2"
    assert page.evaluate("document.activeElement.id") == f"{survey.at(page)}--title"
    assert page.locator("[data-notices]").get_attribute("role") == "status"
    page.get_by_role("button", name="Мои ответы").first.click()
    assert page.evaluate("document.activeElement.textContent") == "Ваши ответы"
    page.get_by_role("button", name="Показать результат").click()
    assert page.evaluate("document.activeElement.textContent") == "Что важнее всего сейчас"
    assert page.title().startswith("Что важнее всего сейчас")


def test_everything_works_without_a_network_after_the_first_load(page: Page, address: str) -> None:
    """Survey, result, saving, files: nothing is fetched."""
    page.goto(address + "tree/", wait_until="networkidle")
    page.context.set_offline(True)
    page.locator("[data-start]").click()
    survey.answer_all(page, {id: options for id, options in FULL.items()
                             if survey.tree().by_id[id].survey == "short"}, survey.by_mouse)
    page.get_by_role("button", name="Сохранить", exact=True).click()
    expect(page.locator("[data-notices]")).to_contain_text("сохранён")
    with page.expect_download() as download:
        page.get_by_role("button", name="Файл для людей").click()
    assert download.value.suggested_filename == "navigator-result.md"
    page.context.set_offline(False)


def test_from_disk_it_is_the_same_page(page: Page, site: Path) -> None:
    """Opened as a file: steps, history, result."""
    start = (site / "tree" / "index.html").as_uri()
    page.goto(start)
    page.locator("[data-start]").click()
    survey.by_mouse(page, ["never"])
    assert survey.at(page) == "offer"
    page.go_back()
    assert survey.at(page) == "foreign-sales"
    page.goto("about:blank")
    page.goto(start + survey.fragment(FULL, view="result").removeprefix("tree/"))
    survey.agrees(page, FULL)

    page.locator(".foot a, footer a").filter(has_text="Стадии").first.click()
    expect(page.locator("h1")).to_contain_text("тади")
    assert page.url == (site / "stages" / "index.html").as_uri()


def test_a_page_that_comes_back_from_the_cache_shows_its_address(page: Page, address: str) -> None:
    """After a visit elsewhere the survey is where its address says, with its answers."""
    page.goto(address + VIEWS["question"])
    page.goto(address + "glossary/")
    page.go_back()
    assert survey.at(page) == "affordable-loss"


def test_nothing_is_sent(context: BrowserContext, address: str) -> None:
    """The whole way makes no request but for the files of the page."""
    asked: list[tuple[str, str]] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append((request.method, request.url)))
    page.goto(address + "tree/", wait_until="networkidle")
    loaded = len(asked)
    page.locator("[data-start]").click()
    survey.answer_all(page, FULL, survey.by_mouse)
    page.get_by_role("button", name="Сохранить", exact=True).click()

    # The browser itself looks for its icon after each step.
    assert [url for _, url in asked[loaded:] if not url.endswith("favicon.svg")] == []
    assert all(method == "GET" and url.startswith(address) and "foreign-sales" not in url.split("#")[0]
               for method, url in asked)


def test_the_page_keeps_its_weight(page: Page, address: str, site: Path) -> None:
    """A first visit to the survey, compressed, with everything that it loads."""
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "tree/", wait_until="networkidle")

    weights = visit(site, asked)
    assert sum(weights.values()) <= 135 * KIB, weights
