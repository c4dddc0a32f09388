"""The catalogue as an owner uses it: from the groups to a way; sort, pick, share, print; and without a script."""

from __future__ import annotations

import gzip
from collections.abc import Iterator
from pathlib import Path
from typing import Literal

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, BrowserContext, Locator, Page, expect

from build import ROOT
from macros.catalogue_picture import plane
from navigator.load import read_records
from navigator.model import Attribute
from navigator.model.tree import Family
from tests.site.conftest import MODE

COMPARE = "ways/compare/"
FAMILIES = ("indirect-export", "direct-export", "online-marketplaces", "licensing-franchising", "contracts",
            "networks", "joint-venture", "own-entity")


@pytest.fixture(name="table")
def _table(page: Page, address: str) -> Page:
    page.goto(address + COMPARE)
    return page


@pytest.fixture(name="phone")
def _phone(browser: Browser) -> Iterator[Page]:
    context = browser.new_context(viewport={"width": 320, "height": 640}, locale="ru-RU")
    yield context.new_page()
    context.close()


def rows(page: Page) -> list[str]:
    """Groups that the table shows, in order."""
    return [str(row.get_attribute("data-group")) for row in page.locator("tbody tr:visible").all()]


def column(page: Page, attribute: str) -> Locator:
    return page.locator(f"th[data-sort={attribute}]")


def levels(page: Page, attribute: str) -> list[int]:
    """The levels of an attribute down the table."""
    at = page.locator("thead th").evaluate_all(
        "(all, id) => all.findIndex((one) => one.dataset.sort === id)", attribute)
    return [int(row.locator("th, td").nth(at).get_attribute("data-value") or 0)
            for row in page.locator("tbody tr:visible").all()]


def test_a_reader_gets_from_the_groups_to_a_way_and_back(page: Page, address: str) -> None:
    """Overview, group, way, and up again by the words above the title."""
    page.goto(address + "ways/")
    assert page.locator(".cards > li").count() == len(FAMILIES)

    page.locator(".cards h3 a").nth(1).click()
    expect(page).to_have_url(address + "ways/direct-export/")
    page.locator("#modes + .cards h3 a").first.click()
    expect(page.locator("h2").first).to_have_text("Как это устроено")
    page.locator(".eyebrow a").click()
    expect(page).to_have_url(address + "ways/direct-export/")
    page.locator(".eyebrow a").click()
    expect(page).to_have_url(address + "ways/")


def test_every_group_and_way_can_be_reached_from_the_overview(page: Page, address: str) -> None:
    """No page of the catalogue is an island."""
    base, _ = read_records(ROOT / "content")
    page.goto(address + "ways/")
    led = set(page.locator(".cards a").evaluate_all("all => all.map((one) => one.pathname)"))

    wanted = {f"/ways/{one.id}/" for kind in ("family", "mode") for one in base.of_kind(kind)
              if one.status != "retired"}
    assert wanted <= led


def test_what_a_way_gives_and_takes_stands_side_by_side(page: Page, address: str, phone: Page) -> None:
    """Two columns where there is room, one below the other on a phone."""
    path = f"{address}ways/{MODE}/"
    page.goto(path)
    phone.goto(path)

    def tops(at: Page) -> list[float]:
        return [box["y"] for side in at.locator(".pair").first.locator(".side").all() if (box := side.bounding_box())]

    wide, narrow = tops(page), tops(phone)
    assert wide[0] == wide[1]
    assert narrow[0] < narrow[1]


def test_each_statement_of_a_way_carries_its_mark(page: Page, address: str) -> None:
    """Nothing is said without its origin."""
    page.goto(f"{address}ways/{MODE}/")

    assert page.locator(".article .st").count() > 8
    assert page.locator(".article .st:not(:has(.mark))").count() == 0


def test_the_whole_table_is_there_at_first(table: Page) -> None:
    """All groups in their order, every level a number from 1 to 5."""
    assert rows(table) == list(FAMILIES)
    found = table.locator("tbody td").evaluate_all("all => all.map((one) => Number(one.dataset.value))")
    assert len(found) == len(FAMILIES) * table.locator("th[data-sort]").count()
    assert set(found) <= {1, 2, 3, 4, 5}


def test_a_column_is_sorted_more_first_then_less_then_as_it_was(table: Page) -> None:
    """Three presses of one button; equal groups keep their order; the state is told to a screen reader."""
    head = column(table, "attribute-control")

    head.get_by_role("button").click()
    assert levels(table, "attribute-control") == sorted(levels(table, "attribute-control"), reverse=True)
    expect(head).to_have_attribute("aria-sort", "descending")
    expect(table.locator("[data-status]")).to_contain_text("Сначала больше")

    head.get_by_role("button").click()
    assert levels(table, "attribute-control") == sorted(levels(table, "attribute-control"))
    expect(head).to_have_attribute("aria-sort", "ascending")

    head.get_by_role("button").click()
    assert rows(table) == list(FAMILIES)
    assert head.get_attribute("aria-sort") is None


def test_only_one_column_is_sorted_at_a_time(table: Page) -> None:
    column(table, "attribute-control").get_by_role("button").click()
    column(table, "attribute-commitment").get_by_role("button").click()

    assert table.locator("th[aria-sort]").count() == 1
    assert levels(table, "attribute-commitment") == sorted(levels(table, "attribute-commitment"), reverse=True)


def test_picked_groups_stay_and_stand_in_the_address(table: Page, address: str) -> None:
    """One pick marks a group among all, two leave only them; a reload shows the same."""
    table.get_by_role("checkbox", name="Сети, альянсы, экосистемы").check()
    assert len(rows(table)) == len(FAMILIES)
    expect(table.locator("[data-status]")).to_contain_text("Отметьте ещё одну")

    table.locator("input[value=direct-export]").check()
    assert rows(table) == ["direct-export", "networks"]
    expect(table).to_have_url(f"{address}{COMPARE}#groups=direct-export,networks")

    table.reload()
    assert rows(table) == ["direct-export", "networks"]
    assert table.locator(".plane .picked").count() == 2

    table.get_by_role("button", name="Показать все").click()
    assert rows(table) == list(FAMILIES)
    expect(table).to_have_url(address + COMPARE)


def test_two_groups_say_in_words_where_they_part(table: Page, address: str) -> None:
    """Each attribute stands on one side or the other, with the levels of both groups; one pick says nothing."""
    words = table.locator("[data-differ]")
    table.locator("input[value=direct-export]").check()
    expect(words).to_be_hidden()

    table.locator("input[value=networks]").check()
    part, level = (words.text_content() or "").split(" Наравне: ")
    heads = [str(name).strip().lower() for name in table.locator("th[data-sort]").all_text_contents()]
    shown = [[int(cell.get_attribute("data-value") or 0) for cell in row.locator("td").all()]
             for row in table.locator("tbody tr:visible").all()]
    for name, one, other in zip(heads, *shown, strict=True):
        assert (f"{name} ({one}\u00a0и\u00a0{other})" in part) == (one != other)
        assert (name in level) == (one == other)
    differ = sum(one != other for one, other in zip(*shown, strict=True))
    assert table.locator("td.differs:visible").count() == 2 * differ


def test_picked_groups_lead_to_their_trials(table: Page, address: str) -> None:
    """Whoever has two groups left sees two trials; from each the way's own, with what to lose and when to stop."""
    assert table.locator(".trials > li:visible").count() == len(FAMILIES)
    for id in ("direct-export", "networks"):
        table.locator(f"input[value={id}]").check()
    trials = table.locator(".trials > li:visible")
    assert trials.evaluate_all("all => all.map((one) => one.dataset.group)") == ["direct-export", "networks"]

    trials.first.get_by_role("link", name="Дистрибьютор", exact=True).click()
    expect(table).to_have_url(f"{address}ways/mode-distributor/#trial")
    expect(table.locator(".trial dt")).to_have_count(4)
    assert table.locator(".trial").is_visible()


@pytest.mark.parametrize("path", ["ways/direct-export/", f"ways/{MODE}/", COMPARE, "ways/outcomes/"])
def test_no_page_of_the_catalogue_is_a_dead_end(page: Page, address: str, path: str) -> None:
    """Each names what to do next: a sheet or a comparison, the questions, the checklist."""
    page.goto(address + path)
    led = page.locator("#onward + ul a").evaluate_all("all => all.map((one) => one.pathname)")

    assert "/tree/" in led
    assert "/checklists/mode-diversity/" in led
    assert any(one.startswith(("/print/", "/ways/compare/")) for one in led)


def test_a_term_leads_to_the_ways_that_need_it(page: Page, address: str) -> None:
    """Both sides of equipment as a service stand beside their word."""
    page.goto(address + "glossary/")
    led = page.locator(".entry:has(#term-eaas) a").evaluate_all("all => all.map((one) => one.pathname)")

    assert {"/ways/mode-eaas-supplier/", "/ways/mode-shared-equipment/"} <= set(led)


def test_picking_leaves_no_trail_in_the_history(page: Page, address: str) -> None:
    """Back leads to the page before, not through every box."""
    page.goto(address + "ways/")
    page.goto(address + COMPARE)
    for id in FAMILIES[:3]:
        page.locator(f"input[value={id}]").check()
    page.go_back()

    expect(page).to_have_url(address + "ways/")


@pytest.mark.parametrize(("fragment", "shown", "notice"), [
    ("groups=direct-export,networks", ["direct-export", "networks"], False),
    ("groups=direct-export%2Cnetworks", ["direct-export", "networks"], False),
    ("groups=networks,nothing,direct-export", ["direct-export", "networks"], True),
    ("groups=nothing", list(FAMILIES), True),
    ("groups=", list(FAMILIES), False),
    ("groups=%E0%A4%A", list(FAMILIES), True),
    ("groups=<img src=x onerror=alert(1)>", list(FAMILIES), True),
    ("groups=" + "x," * 20_000, list(FAMILIES), True),
    ("control", list(FAMILIES), False),
    ("%", list(FAMILIES), False),
])
def test_any_fragment_is_survived(
    page: Page, address: str, fragment: str, shown: list[str], notice: bool
) -> None:
    """Known groups are picked, unknown ones are told, nothing breaks."""
    faults: list[str] = []
    page.on("pageerror", lambda error: faults.append(str(error)))
    page.on("dialog", lambda dialog: faults.append(dialog.message))
    page.goto(f"{address}{COMPARE}#{fragment}")

    assert rows(page) == shown
    assert page.locator("[data-notice]").is_visible() == notice
    assert faults == []


def test_a_new_fragment_on_the_open_page_is_followed(table: Page) -> None:
    """A link to other groups works without loading the page anew."""
    table.evaluate("location.hash = '#groups=contracts,joint-venture'")
    expect(table.locator("tbody tr:visible")).to_have_count(2)

    assert rows(table) == ["contracts", "joint-venture"]


def test_without_a_script_it_is_the_whole_table(browser: Browser, address: str) -> None:
    """Every group, every level, what each attribute means; no button that does nothing."""
    for width in (320, 1280):
        context = browser.new_context(java_script_enabled=False, viewport={"width": width, "height": 800})
        page = context.new_page()
        page.goto(f"{address}{COMPARE}#groups=networks,contracts")

        assert rows(page) == list(FAMILIES)
        assert page.locator("main :is(button, input):visible, [data-compare] :is(button, input):visible").count() == 0
        assert page.locator(".scale-entry:visible").count() == page.locator("tbody tr").first.locator("td").count()
        context.close()


def test_it_is_worked_by_keyboard(table: Page) -> None:
    """Tab to a box, space; Tab to a column, Enter; the focus stays where it was."""
    table.locator("input[value=networks]").focus()
    table.keyboard.press("Space")
    expect(table.locator("input[value=networks]")).to_be_checked()

    column(table, "attribute-control").get_by_role("button").focus()
    table.keyboard.press("Enter")
    expect(column(table, "attribute-control")).to_have_attribute("aria-sort", "descending")
    assert table.evaluate("document.activeElement.closest('th')?.dataset.sort") == "attribute-control"


@pytest.mark.parametrize("path", ["ways/", "ways/direct-export/", f"ways/{MODE}/", COMPARE, "ways/outcomes/"])
def test_nothing_runs_over_a_narrow_phone(phone: Page, address: str, path: str) -> None:
    """At 320 px no page scrolls sideways."""
    phone.goto(address + path)

    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def test_a_phone_with_picks_sees_the_table_first(phone: Page, address: str) -> None:
    """Who comes from a result has chosen already: the list to pick from is folded, two groups stand side by side."""
    phone.goto(f"{address}{COMPARE}#groups=direct-export,networks")

    expect(phone.locator(".picks fieldset")).to_be_hidden()
    assert all(cell.is_visible() for cell in phone.locator("tbody tr:visible .cell-name").all())
    for attribute in range(phone.locator("tbody tr:visible").first.locator("td").count()):
        boxes = [row.locator("td").nth(attribute).bounding_box() for row in phone.locator("tbody tr:visible").all()]
        assert len({box["y"] for box in boxes if box}) == 1
    assert phone.evaluate("document.documentElement.scrollWidth") <= 320


def test_levels_are_read_with_their_attribute_and_group(table: Page) -> None:
    """The table is a table for a screen reader at any width, also where it is drawn as cards."""
    for width in (1280, 390):
        table.set_viewport_size({"width": width, "height": 800})
        assert table.get_by_role("columnheader").count() == table.locator("thead th").count()
        assert table.get_by_role("rowheader").count() == len(FAMILIES)
        assert table.get_by_role("cell").count() == table.locator("tbody td").count()


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_axe_finds_nothing_while_it_is_used(browser: Browser, address: str, scheme: Literal["light", "dark"]) -> None:
    """Picked, sorted, with the notice: still zero violations."""
    for width in (390, 1280):
        context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="ru-RU")
        page = context.new_page()
        page.goto(f"{address}{COMPARE}#groups=networks,nothing")
        column(page, "attribute-control").get_by_role("button").click()
        found = Axe().run(page).response["violations"]
        context.close()

        assert [(rule["id"], [node["target"] for node in rule["nodes"]][:4]) for rule in found] == []


@pytest.mark.parametrize(("fragment", "pages"), [("", 3), ("#groups=direct-export,networks", 2)])
def test_the_comparison_prints_on_a_few_sheets(page: Page, address: str, fragment: str, pages: int) -> None:
    """The table and its picture, the trials, what the attributes mean; two groups take a sheet less."""
    page.goto(f"{address}{COMPARE}{fragment}")
    page.emulate_media(media="print")
    assert page.locator(".picks").is_hidden()
    assert page.locator(".picks-differ").is_visible() == bool(fragment)
    printed = page.pdf(prefer_css_page_size=True)
    assert printed.count(b"/Type /Page\n") == pages


def groups(*levels: tuple[int, int]) -> list[Family]:
    said = {"text": "Слова.", "mark": "editorial"}
    review = {"date": "2026-11-23", "by": "editors", "sources": ["ilkevich-2025"], "result": "created"}
    return [
        Family.model_validate({"id": f"group-{number}", "number": min(number, 8), "title": f"Группа <{number}>",
                               "meaning": said, "trial": said, "grows": [said], "reviews": [review],
                               "attributes": {"across": across, "up": up}})
        for number, (across, up) in enumerate(levels, 1)
    ]


def axis(id: str) -> Attribute:
    said = {"text": "Слова.", "mark": "editorial"}
    review = {"date": "2026-11-23", "by": "editors", "sources": ["ilkevich-2025"], "result": "created"}
    return Attribute.model_validate({"id": id, "number": 1, "title": id, "text": said, "low": "мало", "high": "много",
                                     "reviews": [review]})


@pytest.mark.parametrize("together", [1, 2, 3, 4, 5, 8])
def test_groups_of_one_square_of_the_picture_do_not_overlap(page: Page, together: int) -> None:
    """However many share their levels, each circle stands by itself and inside its square."""
    drawn = plane(groups(*[(3, 2)] * together), axis("across"), axis("up"))
    page.set_content(f'<div style="width: 320px">{drawn}</div>')
    circles = page.locator("circle").evaluate_all(
        "all => all.map((one) => [one.cx, one.cy, one.r].map((length) => length.baseVal.value))")

    assert len(circles) == together
    for index, (x, y, r) in enumerate(circles):
        assert x - r >= 166
        assert x + r <= 226
        assert y - r >= 194
        assert y + r <= 254
        for other_x, other_y, other_r in circles[:index]:
            assert ((x - other_x) ** 2 + (y - other_y) ** 2) ** 0.5 >= r + other_r


def test_the_picture_says_in_words_what_it_shows() -> None:
    """Its description holds both levels of each group; words are escaped; without an axis there is no picture."""
    drawn = plane(groups((1, 1), (5, 4)), axis("across"), axis("up"))

    assert "Группа &lt;2&gt;: 5 и\xa04" in drawn
    assert "<2>" not in drawn
    assert plane(groups((1, 1)), None, axis("up")) == ""
    assert plane([], axis("across"), axis("up")) == ""


def test_the_script_of_the_comparison_is_small(site: Path, context: BrowserContext) -> None:
    """Two KiB compressed."""
    assert len(gzip.compress((site / "assets" / "js" / "compare.js").read_bytes(), 6)) <= 2 * 1024
