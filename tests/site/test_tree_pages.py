"""The rules laid open and the companies worked through: nothing is missing, links open what they promise."""

from __future__ import annotations

from pathlib import Path
from urllib.parse import urlsplit

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Page, expect
from pypdf import PageObject, PdfReader

from navigator.tree.condition import holds
from navigator.tree.replay import replay
from publish.weight import visit
from tests.site import survey

PAGES = ("tree/rules/", "tree/examples/")
# Texts of the picture that leave their box, and texts of a column that leave it.
OUTSIDE = """svg => {
  const right = one => one.getBoundingClientRect().right;
  const chips = [...svg.querySelectorAll(".chip")]
    .filter(one => right(one.querySelector("text")) > right(one.querySelector("rect")));
  const whole = svg.getBoundingClientRect(), columns = svg.matches(".picture-tall") ? 1 : 2;
  const words = [...svg.querySelectorAll(".asked, .about")].filter(one => {
    const box = one.getBoundingClientRect(), middle = whole.left + whole.width / 2;
    return box.right > (columns === 2 && box.left < middle ? middle : whole.right);
  });
  return [...chips, ...words].map(one => one.textContent);
}"""


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

    page.evaluate("document.fonts.ready")  # widths are those of the site's own letters
    assert page.locator("svg.drawn:visible").evaluate(OUTSIDE) == []

    page.locator("h2#picture").click()
    page.keyboard.press("Tab")
    expect(nodes.first).to_be_focused()
    expect(nodes.first).to_have_attribute("href", "#q-foreign-sales")
    expect(nodes.first.locator("circle")).to_have_css("stroke-width", "5px")
    page.keyboard.press("Enter")
    page.wait_for_url("**/#q-foreign-sales")
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
    drawn = page.locator("svg:visible [data-state=answered]").evaluate_all("all => all.map((one) => one.dataset.way)")
    assert drawn == ["foreign-sales", "offer"]
    name = page.locator("svg:visible [data-way=offer] a").get_attribute("aria-label")
    assert str(name).endswith("вы ответили")

    page.get_by_role("link", name="Вернуться к результату").click()
    survey.agrees(page, {"foreign-sales": ["never"], "offer": ["software"]})


@pytest.mark.parametrize("name", sorted(survey.companies()))
def test_warnings_on_the_picture_are_those_of_the_advice(page: Page, address: str, name: str) -> None:
    """What is marked as raised, asked and answered is what the command line says."""
    answers = survey.companies()[name]
    page.goto(address + survey.fragment(answers).replace("tree/", "tree/rules/"))
    expect(page.locator("[data-own-way]")).to_be_visible()
    said = survey.advice(answers)

    raised = page.locator("svg:visible [data-raised]").evaluate_all("all => all.map((one) => one.dataset.flag)")
    assert set(raised) == {one["id"] for one in said["flags"]}
    met = page.locator("[data-together-row][data-met]").evaluate_all("all => all.map((one) => one.dataset.togetherRow)")
    given = replay(survey.tree(), answers).given
    assert met == [one.id for one in survey.tree().combinations if holds(one.when, given)]
    passed = page.locator("[data-way-row][data-way=passed]").evaluate_all("all => all.map((one) => one.dataset.wayRow)")
    assert set(passed) == {one.id for one in survey.tree().questions} - set(said["asked"])


def test_without_answers_no_way_is_marked(page: Page, address: str) -> None:
    """A plain visit and a hostile fragment mark nothing."""
    for hash in ("", "#v=1", "#<script>=1", "#q-offer", "#nope=never"):
        page.goto("about:blank")
        page.goto(address + "tree/rules/" + hash)
        assert page.locator("[data-own-way]").is_hidden()


def test_the_picture_prints_on_one_sheet(page: Page, address: str, tmp_path: Path) -> None:
    """The whole drawing with its key stands on an A4 page of its own, no letter smaller than seven points."""
    page.goto(address + "tree/rules/")
    page.emulate_media(media="print")
    assert page.locator("svg.drawn:visible").evaluate(OUTSIDE) == []
    assert "picture-paper" in str(page.locator("svg.drawn:visible").get_attribute("class"))

    file = tmp_path / "rules.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    sheet = PdfReader(file).pages[1]
    words = "".join(sheet.extract_text().split())
    first, last = ("".join(text.split()) for text in (survey.tree().walked[0].text[:22], "ворота: стоят над советом"))

    assert first in words
    assert last in words
    assert [round(float(one)) for one in sheet.mediabox[2:]] == [595, 842]
    assert min(sizes(sheet)) >= 7


def sizes(sheet: PageObject) -> set[float]:
    """The sizes of the letters on a page, in points."""
    found: set[float] = set()

    def see(text: str, outer: list[float], inner: list[float], font: object, size: float) -> None:
        if text.strip():
            found.add(round(abs(size * inner[3] * outer[3]), 1))

    sheet.extract_text(visitor_text=see)
    return found


def test_every_example_is_told_once(page: Page, address: str) -> None:
    """Each company stands under one lesson and its link holds its answers in the order of the questions."""
    page.goto(address + "tree/examples/")
    links = page.locator(".example .button").evaluate_all(
        "all => Object.fromEntries(all.map((one) => [one.closest('section').id, one.href]))")
    companies = survey.companies()

    assert sorted(links) == sorted(companies)
    for name, link in links.items():
        form, *pairs, view = (pair.split("=") for pair in urlsplit(link).fragment.split("&"))
        assert (form, view) == (["v", "1"], ["view", "result"])
        assert {id: value.split(",") for id, value in pairs} == companies[name]
        order = [one.id for one in survey.tree().questions]
        assert [id for id, _ in pairs] == sorted(companies[name], key=order.index)
    assert page.get_by_text("Компания придумана").count() == len(companies)


def test_paper_keeps_what_was_expected_and_that_companies_are_made_up(page: Page, address: str, tmp_path: Path) -> None:
    """What the screen folds is printed for every company."""
    page.goto(address + "tree/examples/")
    file = tmp_path / "examples.pdf"
    page.pdf(path=file, prefer_css_page_size=True)
    words = "".join("".join(one.extract_text().split()) for one in PdfReader(file).pages)

    assert words.count("Ожиданиязаписаны") == words.count("Компанияпридумана") == len(survey.companies())


@pytest.mark.parametrize("path", PAGES)
def test_a_page_of_the_rules_is_light(context: BrowserContext, address: str, site: Path, path: str) -> None:
    """With everything it loads, within 100 KiB."""
    asked: list[str] = []
    page = context.new_page()
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + path, wait_until="networkidle")

    assert sum(visit(site, asked).values()) <= 100 * 1024


@pytest.mark.parametrize("name", sorted(survey.companies()))
def test_an_example_opens_filled_in(page: Page, address: str, name: str) -> None:
    """The link of each company leads to its result."""
    page.goto(address + f"tree/examples/#{name}")
    page.locator(f"#{name} .button").click()
    survey.agrees(page, survey.companies()[name])


@pytest.mark.parametrize("width", [390, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", PAGES)
def test_axe_finds_nothing(browser: Browser, address: str, path: str, scheme: str, width: int) -> None:
    """Zero violations, a way marked too; nothing is wider than the screen."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="ru-RU")
    page = context.new_page()
    page.goto(address + path + "#v=1&foreign-sales=never&restrictions=unchecked")
    wide = page.evaluate("document.documentElement.scrollWidth")
    found = Axe().run(page).response["violations"]
    context.close()

    assert wide == width
    assert [(rule["id"], [node["target"] for node in rule["nodes"]][:4]) for rule in found] == []
