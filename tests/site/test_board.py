"""The board as its readers use it, and what it says of content that has grown, aged and been disputed."""

from __future__ import annotations

import datetime as dt
import json
from pathlib import Path

import pytest
from axe_playwright_python.sync_playwright import Axe
from playwright.sync_api import Browser, Page, expect

from build import ROOT
from macros.board import WORDS, board_page, facts, owner
from macros.site import Site
from navigator.freshness import ages
from navigator.load import read_records
from navigator.model import KINDS
from publish.weight import visit
from tests.test_experts_pages import PAGE
from tests.test_experts_pages import site as content

BASE, _ = read_records(ROOT / "content")
FACTS = facts(BASE)
LIMIT = 100 * 1024


def late(browser: Browser, address: str, day: dt.date) -> Page:
    """The board as it is read on a day, however long ago it was built."""
    page = browser.new_context(viewport={"width": 1280, "height": 900}, locale="ru-RU").new_page()
    page.clock.set_fixed_time(dt.datetime.combine(day, dt.time(12)))
    page.goto(address + "board/")
    return page


def test_every_kind_is_counted() -> None:
    assert set(WORDS) == {kind for kind, _ in KINDS.values()}


def test_every_record_in_force_is_due_once_and_under_its_day() -> None:
    rows = FACTS["due"]
    listed = [entry["id"] for row in rows for entry in row["records"]]

    assert sorted(listed) == sorted(one.id for one in BASE.records.values() if one.status != "retired")
    assert [row["due"] for row in rows] == sorted(row["due"] for row in rows)
    for row in rows:
        for entry in row["records"]:
            record = BASE.records[entry["id"]]
            assert (ages(record).due.isoformat(), owner(record)) == (row["due"], row["owner"])


def test_gaps_are_the_regions_and_industries_without_a_record() -> None:
    africa, asean = (next(row for row in FACTS["coverage"]["region"] if row["id"] == id) for id in ("africa", "asean"))

    assert africa["notes"] == ["note-kenya-knowledge-and-refusal"]
    assert asean["notes"] == [] == asean["field_tests"]
    about = [BASE.records[id] for id in (*africa["notes"], *africa["cases"])]
    assert africa["due"] == min(ages(one).due for one in about).isoformat()
    assert "due" not in asean
    assert not [row for rows in FACTS["coverage"].values() for row in rows if row["id"].startswith("other-")]
    assert len(FACTS["coverage"]["recommendation"]) == 8


def test_who_is_asked_is_the_author_not_whoever_looked_last(tmp_path: Path) -> None:
    made = content(tmp_path, note=("author: editors", "author: anna"))

    row = next(row for row in facts(made.base)["due"] if "note-north" in {one["id"] for one in row["records"]})
    assert row["owner"] == "anna"


def test_a_review_stands_on_top_with_what_was_changed_and_counts_for_its_author(tmp_path: Path) -> None:
    made = content(tmp_path)
    file = tmp_path / "notes" / "note-north.yml"
    file.write_text(file.read_text(encoding="utf-8").rstrip("\n") + "\n  - date: 2026-12-01\n    by: anna\n"
                    "    sources: [ilkevich-2025]\n    result: changed\n    note: Уточнили сроки.\n", encoding="utf-8")
    said = facts(read_records(tmp_path)[0])
    anna = next(one for one in said["people"] if one["id"] == "anna")

    assert said["changes"][0] == {
        "date": "2026-12-01", "by": "anna", "result": "changed",
        "records": [{"id": "note-north", "kind": "note", "note": "Уточнили сроки."}],
    }
    assert (anna["changed"], anna["created"], anna["last"]) == (1, 0, "2026-12-01")
    (tmp_path / "pages" / "board.yml").write_text(PAGE.format(id="board"), encoding="utf-8")
    for id in ("experts-overview", "experts-forms", "experts-review", "sources-overview", "licence"):
        (tmp_path / "pages" / f"{id}.yml").write_text(PAGE.format(id=id), encoding="utf-8")
    page = board_page(Site(read_records(tmp_path)[0], made.version)).markdown.replace("\u00a0", " ")
    assert "Уточнили сроки." in page
    assert "1 декабря 2026" in page


def test_a_withdrawn_note_asks_nobody_and_fills_no_gap(tmp_path: Path) -> None:
    made = content(tmp_path, note=("status: draft", "status: retired\nretired_reason: Север переехал."))
    said = facts(made.base)

    assert "note-north" not in json.dumps(said["due"]) + json.dumps(said["coverage"])
    assert said["records"]["retired"] == 1


def test_dissent_and_second_reading_are_counted(tmp_path: Path) -> None:
    more = ("author: editors\nsecond_reviewer: anna\ndissent:\n"
            "  - by: anna\n    date: 2026-11-20\n    text: Север бывает разный.")
    said = facts(content(tmp_path, note=("author: editors", more)).base)
    anna = next(one for one in said["people"] if one["id"] == "anna")

    assert anna["second_reviewer_of"] == ["note-north"] == anna["dissents_in"]
    assert "note-north" not in said["missing"]["without_second_reviewer"]
    assert said["missing"]["experts"] == 1


def test_what_a_person_wrote_and_reviewed_is_named_under_the_person(tmp_path: Path) -> None:
    """Folded, by title, the same records as in the data; who has none has nothing to unfold."""
    made = content(tmp_path, note=("author: editors", "author: editors\nsecond_reviewer: anna"))
    for id in ("board", "experts-overview", "experts-forms", "experts-review", "sources-overview", "licence"):
        (tmp_path / "pages" / f"{id}.yml").write_text(PAGE.format(id=id), encoding="utf-8")
    base = read_records(tmp_path)[0]
    page = board_page(Site(base, made.version)).markdown.replace("\u00a0", " ")
    folds = {one.split('"', 1)[0]: one.split("</details>")[0] for one in page.split('data-person="')[1:]}

    assert set(folds) == {"anna", "editors"}
    for person in facts(base)["people"]:
        ids = [*person["author_of"], *person["second_reviewer_of"], *person["dissents_in"]]
        assert folds.get(person["id"], "").count("<li>") == len(ids)
    assert "Второй рецензент: 1" in folds["anna"]
    assert ">Север торгует иначе</a>" in folds["anna"]


def test_page_and_json_say_the_same(site: Path) -> None:
    data = json.loads((site / "api" / "board.json").read_text(encoding="utf-8"))

    assert {name: data[name] for name in FACTS} == json.loads(json.dumps(FACTS))


def test_every_address_in_the_data_is_a_place_of_the_site(site: Path) -> None:
    """A page that exists and, where the address has one, an anchor on it."""
    for kind in WORDS:
        for entry in json.loads((site / "api" / f"{kind}.json").read_text(encoding="utf-8"))["records"]:
            if "address" in entry:
                path, _, anchor = entry["address"].partition("#")
                page = (site / path / "index.html").read_text(encoding="utf-8")
                assert not anchor or f'id="{anchor}"' in page, entry["address"]


def test_the_readers_clock_says_what_is_overdue(browser: Browser, address: str) -> None:
    """In time, then notes about regions, then everything: the same page, on three days."""
    first = next(row for row in FACTS["due"])
    early = late(browser, address, dt.date(2026, 12, 1))
    expect(early.locator("[data-board-now]")).to_contain_text("ничего не просрочено")
    expect(early.locator(".age-word")).to_have_count(0)

    after = late(browser, address, dt.date.fromisoformat(first["due"]) + dt.timedelta(days=1))
    expect(after.locator("[data-board-now]")).to_contain_text(f"просрочено записей: {len(first['records'])},")
    expect(after.locator(".board-due > li").first.locator(".age-word")).to_have_text("просрочено")

    end = late(browser, address, dt.date(2040, 1, 1))
    total = sum(len(row["records"]) for row in FACTS["due"])
    expect(end.locator("[data-board-now]")).to_contain_text(f"просрочено записей: {total}, из них давно: {total}.")
    for page in (early, after, end):
        page.context.close()


def test_without_a_script_the_days_are_there(browser: Browser, address: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    page = context.new_page()
    page.goto(address + "board/")

    expect(page.locator("[data-board-now]")).to_be_hidden()
    expect(page.locator(".board-due .age").first).to_contain_text("Пересмотреть до")
    context.close()


def test_a_number_leads_to_the_list_it_counts(page: Page, address: str) -> None:
    page.goto(address + "board/")
    page.get_by_role("row", name="Африка").get_by_role("link").first.click()

    expect(page).to_have_url(address + "notes/#region=africa")
    expect(page.locator("[data-entries] > li:visible")).to_have_count(1)


def test_a_gap_leads_to_its_form_which_opens(page: Page, address: str) -> None:
    page.goto(address + "board/")
    page.get_by_role("row", name="Страны АСЕАН").get_by_role("link").first.click()

    expect(page).to_have_url(address + "experts/forms/#form-note")
    expect(page.locator("details#form-note")).to_have_attribute("open", "")
    expect(page.locator("details#form-case")).not_to_have_attribute("open", "")


@pytest.mark.parametrize(("width", "scheme"), [(320, "light"), (390, "dark"), (1280, "light"), (1280, "dark")])
def test_nothing_hinders_and_nothing_sticks_out(browser: Browser, address: str, width: int, scheme: str) -> None:
    """With overdue records and every list open."""
    context = browser.new_context(viewport={"width": width, "height": 900}, locale="ru-RU",
                                  color_scheme="dark" if scheme == "dark" else "light")
    page = context.new_page()
    page.clock.set_fixed_time(dt.datetime(2027, 6, 1, 12))
    page.goto(address + "board/")
    page.evaluate("for (const one of document.querySelectorAll('details')) one.open = true")

    assert Axe().run(page).violations_count == 0
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    context.close()


def test_the_board_is_light(page: Page, address: str, site: Path) -> None:
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(address + "board/")
    page.wait_for_load_state("networkidle")

    assert sum(visit(site, asked).values()) <= LIMIT


@pytest.mark.parametrize("path", ["", "method/", "notes/note-kenya-knowledge-and-refusal/", "tree/"])
def test_each_page_says_how_it_is_cited(page: Page, address: str, path: str) -> None:
    page.goto(address + path)
    page.get_by_text("Как цитировать", exact=True).click()
    line = page.locator(".cite-line").inner_text().replace("\u00a0", " ")

    assert line.startswith("Редакция «Методического навигатора». ")
    assert "// Методический навигатор. – 23 ноября 2026, версия 2026-11-23." in line
