"""Notes and cases as an owner uses them: choose, read, see how old they are; and beside a result."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterator

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from build import ROOT
from macros.experts import attachments
from macros.pen import Pen
from macros.site import Site
from navigator.freshness import ages
from navigator.load import read_records
from navigator.model import Case, Note
from navigator.model.scenario import Scenario
from navigator.tree.advise import advise
from navigator.tree.tree import Tree

BASE, _ = read_records(ROOT / "content")
NOTES = [one for one in BASE.records.values() if isinstance(one, Note)]
CASES = [one for one in BASE.records.values() if isinstance(one, Case)]
KENYA = "notes/note-kenya-knowledge-and-refusal/"
MACHINES = "cases/case-machine-maker-in-and-out/"
# The engine of the tree page has these in its page; here they are put in by hand.
SCRIPTS = [ROOT / "docs" / "assets" / "js" / f"{name}.js" for name in ("dom", "freshness", "notes")]


@pytest.fixture(name="late")
def _late(browser: Browser) -> Iterator[Page]:
    """A reader who comes in June 2027: notes about regions are overdue, those about industries are not."""
    context = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ru-RU", timezone_id="Asia/Kamchatka")
    page = context.new_page()
    page.clock.set_fixed_time(dt.datetime(2027, 6, 1, 12))
    yield page
    context.close()


def shown(page: Page) -> list[str]:
    """The addresses of the entries that a reader sees, in order."""
    return [str(link.get_attribute("href")).split("/")[-2]
            for link in page.locator("[data-entries] > li:visible h3 a").all()]


def test_there_is_what_the_issue_asks_for() -> None:
    """At least six cases, one of leaving and one of return, all of them from works that were read."""
    moves = {step.move for case in CASES for step in case.path}

    assert len(CASES) >= 6
    assert {"exit", "re-entry"} <= moves
    assert all(case.works and case.check_status == "abstract" for case in CASES)
    assert all(record.status == "draft" for record in (*NOTES, *CASES))


@pytest.mark.parametrize("path", ["notes/", "cases/"])
def test_without_a_script_everything_stands_there(browser: Browser, address: str, path: str) -> None:
    """The whole list, the days in words, no selects that would do nothing."""
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + path)

    assert len(shown(page)) == (len(NOTES) if path == "notes/" else len(CASES))
    expect(page.locator(".choose")).to_be_hidden()
    assert page.locator(".card .age").count() == len(shown(page))
    context.close()


def test_notes_are_chosen_by_region_and_industry_without_a_request(page: Page, address: str) -> None:
    """The list follows the selects, the choice stands in the address, and a reload shows the same."""
    page.goto(address + "notes/")
    page.wait_for_load_state("networkidle")
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url) if "favicon" not in request.url else None)

    page.get_by_label("Регион").select_option("africa")
    assert shown(page) == ["note-kenya-knowledge-and-refusal"]
    expect(page.locator("[data-status]")).to_have_text(f"Показано: 1 из {len(NOTES)}.")
    assert page.url.endswith("notes/#region=africa")
    assert asked == []

    page.reload()
    assert shown(page) == ["note-kenya-knowledge-and-refusal"]
    page.get_by_label("Регион").select_option("")
    page.get_by_label("Отрасль").select_option("machinery")
    assert shown(page) == ["note-machinery-pay-for-use"]


def test_where_nothing_is_known_the_reader_is_invited(page: Page, address: str) -> None:
    """South America has no note, says so, and leads to the remark, which opens."""
    page.goto(address + "notes/#region=south-america")
    expect(page.locator("[data-nothing]")).to_be_visible()
    expect(page.locator(".gaps li", has_text="Южная Америка")).to_be_visible()

    page.locator("[data-nothing] a").first.click()
    expect(page.locator("#remark-text")).to_be_visible()


def test_an_unknown_choice_changes_nothing(page: Page, address: str) -> None:
    page.goto(address + "cases/#region=atlantis&move=<b>")

    assert len(shown(page)) == len(CASES)


@pytest.mark.parametrize("move", ["exit", "re-entry", "no-entry"])
def test_cases_are_chosen_by_what_happened(page: Page, address: str, move: str) -> None:
    page.goto(address + f"cases/#move={move}")

    assert sorted(shown(page)) == sorted(one.id for one in CASES if move in {step.move for step in one.path})


def test_a_note_says_what_it_owes_the_reader(page: Page, address: str) -> None:
    """Draft, what differs, what to watch, who answers, and every statement with its mark."""
    page.goto(address + KENYA)

    expect(page.locator(".caution")).to_contain_text("Черновик, не проверено экспертом")
    for id in ("context", "differs", "check", "watch", "related", "people", "sources"):
        assert page.locator(f"h2#{id}").count() == 1
    expect(page.locator(".facts")).to_contain_text("пока нет")
    assert page.locator(".st").count() > 6
    assert page.locator(".st:not(:has(.mark))").count() == 0


def test_a_case_is_no_recipe_and_has_its_path(page: Page, address: str) -> None:
    """The sentence, the steps in order with leaving and return, the basis and how far it was checked."""
    page.goto(address + MACHINES)

    expect(page.locator(".caution")).to_contain_text("Это не рецепт")
    assert page.locator(".path > li").evaluate_all("all => all.map((one) => one.className)") == [
        "move-entry", "move-exit", "move-re-entry",
    ]
    expect(page.locator("#basis + .facts")).to_contain_text("пересказ исследования: Francioni, 2013")
    expect(page.locator("#since + .run")).to_contain_text("с тех пор")
    assert page.locator(".st:not(:has(.mark))").count() == 0


def test_a_fresh_page_wears_no_badge(page: Page, address: str) -> None:
    """On the day of the build nothing is due."""
    page.clock.set_fixed_time(dt.datetime(2026, 11, 24, 12))
    page.goto(address + "notes/")

    assert page.locator(".age-word").count() == 0
    expect(page.locator(".age").first).to_have_text("Пересмотреть до 23 мая 2027.")


def test_by_the_readers_clock_overdue_notes_say_so_and_sink(late: Page, address: str) -> None:
    """The site was built once; half a year later the pages know it by themselves."""
    late.goto(address + "notes/")
    today = dt.date(2027, 6, 1)
    overdue = [ages(next(note for note in NOTES if note.id == id)).state(today) == "overdue" for id in shown(late)]

    assert overdue == sorted(overdue)
    assert sum(overdue) == late.locator(".age-word").count() == sum(bool(note.regions) for note in NOTES)
    late.goto(address + KENYA)
    expect(late.locator(".caution .age-word")).to_have_text("просрочено")


def test_browser_and_package_agree_on_every_day(page: Page, address: str) -> None:
    """The states of a note around each of its days."""
    days = ages(next(note for note in NOTES if note.regions))
    around = [day + dt.timedelta(days=more) for day in (days.remind, days.due, days.gone) for more in (-1, 0, 1)]
    page.goto(address + KENYA)
    said = page.evaluate(
        "([days, around]) => around.map((day) => navigatorSite.freshness.state(days, day))",
        [{name: getattr(days, name).isoformat() for name in ("remind", "due", "gone")},
         [day.isoformat() for day in around]],
    )

    assert said == [days.state(day) for day in around]


def beside(page: Page, address: str, context: dict[str, str], direction: str | None, day: str) -> dict[str, list[str]]:
    """What a result would show, by the ids of the entries."""
    site = Site(BASE, "test")
    page.goto(address + "method/")
    for script in SCRIPTS:
        page.add_script_tag(path=script)
    found: dict[str, list[str]] = page.evaluate(
        """([entries, context, direction, day]) => {
          const found = navigatorSite.notes.chosen(entries, context, direction, day);
          return { notes: found.notes.map((one) => one.id), cases: found.cases.map((one) => one.id) };
        }""",
        [attachments(site, Pen(site, "tree/")), context, direction, day],
    )
    return found


def test_a_result_shows_notes_of_its_region_and_industry(page: Page, address: str) -> None:
    """Nothing chosen, nothing shown; a note about another region or industry stays away."""
    assert beside(page, address, {}, None, "2026-11-24") == {"notes": [], "cases": []}
    assert beside(page, address, {"company": "production"}, None, "2026-11-24")["notes"] == []
    assert beside(page, address, {"region": "africa"}, None, "2026-11-24")["notes"] == [
        "note-kenya-knowledge-and-refusal"]
    both = beside(page, address, {"region": "africa", "industry": "machinery"}, None, "2026-11-24")
    assert sorted(both["notes"]) == ["note-kenya-knowledge-and-refusal", "note-machinery-pay-for-use"]
    assert beside(page, address, {"region": "south-america"}, None, "2026-11-24")["notes"] == []


def test_cases_of_leaving_and_return_come_with_the_direction(page: Page, address: str) -> None:
    """Who reduces sees who left; who returns sees who returned; never more than three."""
    left = beside(page, address, {}, "reduce", "2026-11-24")["cases"]
    back = beside(page, address, {}, "re-entry", "2026-11-24")["cases"]
    grown = beside(page, address, {}, "increase", "2026-11-24")["cases"]

    assert left
    assert back
    assert len(grown) == 3
    paths = {case.id: {step.move for step in case.path} for case in CASES}
    assert all({"reduce", "exit"} & paths[id] for id in left)
    assert all("re-entry" in paths[id] for id in back)


def test_long_overdue_notes_drop_out_of_a_result(page: Page, address: str) -> None:
    """Overdue ones are still shown, after fresh ones; after a second term they are not."""
    where = {"region": "africa", "industry": "machinery"}

    assert beside(page, address, where, None, "2027-11-23")["notes"] == [
        "note-machinery-pay-for-use", "note-kenya-knowledge-and-refusal"]
    assert beside(page, address, where, None, "2027-11-24")["notes"] == ["note-machinery-pay-for-use"]
    assert beside(page, address, where, None, "2028-11-24")["notes"] == []


def test_the_block_of_a_result_says_that_it_moves_nothing(page: Page, address: str) -> None:
    """Its own block with its own sentence, drafts named, a gap that invites."""
    beside(page, address, {}, None, "2026-11-24")
    site = Site(BASE, "test")
    block = """([entries, context]) => navigatorSite.notes.block(entries, context, null).outerHTML"""
    entries = attachments(site, Pen(site, "tree/"))
    filled = str(page.evaluate(block, [entries, {"region": "africa"}]))
    empty = str(page.evaluate(block, [entries, {"region": "south-america"}]))

    assert 'data-block="notes"' in filled
    assert "не меняют порядка" in filled
    assert 'data-id="note-kenya-knowledge-and-refusal"' in filled
    assert "Черновик, не проверено экспертом" in filled
    assert "заметок пока нет" in empty


def test_notes_stand_in_their_own_block_of_a_result_and_move_nothing(page: Page, address: str) -> None:
    """The same answers with and without a region and an industry: every list in its order, the notes apart."""
    lists = """() => [...document.querySelectorAll("[data-block]:not([data-block=notes])")].map((block) =>
      [block.dataset.block, [...block.querySelectorAll("[data-id]")].map((one) => one.dataset.id)])"""
    answers = "tree/#v=1&foreign-sales=regular&offer=goods&motive=growth&view=result"
    page.goto(address + answers)
    page.wait_for_selector("[data-block=others]", state="attached")
    before = page.evaluate(lists)

    page.get_by_text("Контекст: отрасль и регион").click()
    page.get_by_label("Регион интереса").select_option("africa")
    page.get_by_label("Отрасль").select_option("machinery")
    notes = page.locator("[data-block=notes]")
    expect(notes.locator("[data-id=note-kenya-knowledge-and-refusal]")).to_be_visible()
    expect(notes).to_contain_text("не меняют порядка")

    assert sum(len(ids) for name, ids in before if name in ("priorities", "others")) == 8
    assert page.evaluate(lists) == before
    assert page.locator("[data-block] [data-block=notes]").count() == 0


def test_a_result_says_what_it_leaves_out_as_long_unchecked(page: Page, address: str) -> None:
    """Years later nothing is shown, and nobody is told that there are no notes."""
    page.clock.set_fixed_time(dt.datetime(2035, 6, 1, 12))
    page.goto(address + "tree/#v=1&foreign-sales=never&view=result&region=africa&industry=machinery")
    notes = page.locator("[data-block=notes]")

    expect(notes).to_contain_text("Не показано, потому что давно не проверено: 4 записи.")
    expect(notes.locator("[data-id]")).to_have_count(0)
    expect(notes).not_to_contain_text("пока нет")


def test_beside_a_recommendation_overdue_notes_say_so_and_sink(late: Page, address: str) -> None:
    late.goto(address + "recommendations/mode-diversity/")
    entries = late.locator("[data-entries]").first.locator("li")
    overdue = [entries.nth(number).locator(".age-word").count() for number in range(entries.count())]

    assert overdue == sorted(overdue)
    assert {0, 1} == set(overdue)


def test_the_advice_is_the_same_with_and_without_the_experts_layer() -> None:
    """Notes and cases never change the order: the tree does not know them."""
    layers = (Note, Case)
    whole = Tree.of(BASE.records.values())
    bare = Tree.of(one for one in BASE.records.values() if not isinstance(one, layers))
    for scenario in (one for one in BASE.records.values() if isinstance(one, Scenario)):
        assert advise(whole, scenario.answers) == advise(bare, scenario.answers)


@pytest.mark.parametrize("width", [320, 1280])
@pytest.mark.parametrize("scheme", ["light", "dark"])
@pytest.mark.parametrize("path", ["notes/", KENYA, "cases/", MACHINES])
def test_axe_finds_nothing_when_overdue(browser: Browser, address: str, path: str, scheme: str, width: int) -> None:
    """Zero violations with every badge shown, and nothing sticks out of a narrow screen."""
    context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme, locale="ru-RU")
    page = context.new_page()
    page.clock.set_fixed_time(dt.datetime(2029, 6, 1, 12))
    page.goto(address + path)
    found = Axe().run(page).response["violations"]
    wide = page.evaluate("document.documentElement.scrollWidth")
    context.close()

    assert [(rule["id"], [node["target"] for node in rule["nodes"]][:4]) for rule in found] == []
    assert wide <= width
