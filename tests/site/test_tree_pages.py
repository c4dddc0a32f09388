"""The rules laid open and the companies worked through: nothing is missing, links open what they promise."""

from __future__ import annotations

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect
from pypdf import PdfReader

from tests.site import survey


def test_every_rule_is_in_the_table(page: Page, address: str) -> None:
    """Questions, options, combinations and warnings of the content, each once."""
    page.goto(address + "tree/rules/")
    tree = survey.tree()

    for question in tree.questions:
        row = page.locator(f'[data-way-row="{question.id}"]')
        shown = row.locator("[data-option]").evaluate_all("all => all.map((one) => one.dataset.option)")
        assert shown == [*(option.id for option in question.options), "dont-know"]
    for one in (*tree.combinations, *tree.flags, *survey.base().of_kind("guarantee")):
        assert page.locator(f"#{one.id}").count() == 1


def test_points_on_the_page_are_those_of_the_rules(page: Page, address: str) -> None:
    """Every number of every effect is there: the sum of the page is the sum of the data."""
    page.goto(address + "tree/rules/")
    shown = page.locator(".pt b").evaluate_all(
        "all => all.map((one) => Number(one.textContent.replace('\\u2212', '-')))")
    effects = [effect for _, effect in survey.tree().effects()]
    written = [number for one in effects for number in (*one.recommendations.values(), *one.families.values())]
    assert sorted(shown) == sorted(written)


@pytest.mark.parametrize(("width", "shape"), [(390, "tall"), (1280, "wide")])
def test_the_picture_holds_every_question_and_is_reached_by_keyboard(
    browser: Browser, address: str, width: int, shape: str
) -> None:
    """One of the two shapes is shown; each question is a link to its row."""
    context = browser.new_context(viewport={"width": width, "height": 900})
    page = context.new_page()
    page.goto(address + "tree/rules/")
    nodes = page.locator(f"svg.picture-{shape} a")
    ids = nodes.evaluate_all("all => all.map((one) => one.getAttribute('href'))")
    assert sorted(ids) == sorted(f"#q-{one.id}" for one in survey.tree().questions)
    assert page.locator("svg.drawn:visible").count() == 1

    nodes.first.focus()
    page.keyboard.press("Enter")
    assert page.url.endswith("#q-foreign-sales")
    context.close()


def test_the_readers_own_way_is_marked(page: Page, address: str) -> None:
    """From the result to the rules: answered, silent and passed questions, chosen answers."""
    page.goto(address + survey.fragment({"foreign-sales": ["never"], "offer": ["software"]}, view="result"))
    page.get_by_role("link", name="Ваш путь на схеме правил").click()

    expect(page.locator("[data-own-way]")).to_be_visible()
    states = page.locator("[data-way-row]").evaluate_all(
        "all => Object.fromEntries(all.map((one) => [one.dataset.wayRow, one.dataset.way]))")
    assert states["foreign-sales"] == "answered"
    assert states["dynamics"] == "passed"
    assert states["motive"] == "silent"
    chosen = page.locator("[data-chosen]").evaluate_all("all => all.map((one) => one.dataset.option)")
    assert chosen == ["never", "software"]


def test_without_answers_no_way_is_marked(page: Page, address: str) -> None:
    """A plain visit and a hostile fragment mark nothing."""
    for hash in ("", "#v=1", "#<script>=1", "#q-offer", "#nope=never"):
        page.goto("about:blank")
        page.goto(address + "tree/rules/" + hash)
        assert page.locator("[data-own-way]").is_hidden()


def test_the_picture_prints_on_one_sheet(page: Page, address: str, tmp_path: object) -> None:
    """The whole drawing stands on a page of its own."""
    page.goto(address + "tree/rules/")
    file = f"{tmp_path}/rules.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    pages = ["".join(one.extract_text().split()) for one in PdfReader(file).pages]
    first, last = ("".join(text.split()) for text in (survey.tree().questions[0].text[:22], "Какие способы выхода вы"))
    assert any(first in one and last in one for one in pages[:3])


@pytest.mark.parametrize("name", sorted(survey.companies()))
def test_an_example_opens_filled_in(page: Page, address: str, name: str) -> None:
    """The link of each company leads to its result."""
    page.goto(address + f"tree/examples/#{name}")
    page.locator(f"#{name} .button").click()
    survey.agrees(page, survey.companies()[name])


@pytest.mark.parametrize("path", ["tree/rules/", "tree/examples/"])
@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing(browser: Browser, address: str, path: str, scheme: str) -> None:
    """Zero violations, a way marked too."""
    context = browser.new_context(viewport={"width": 390, "height": 900}, color_scheme=scheme, locale="ru-RU")
    page = context.new_page()
    page.goto(address + path + "#v=1&foreign-sales=never")
    found = Axe().run(page).response["violations"]
    context.close()
    assert [(rule["id"], [node["target"] for node in rule["nodes"]][:4]) for rule in found] == []
