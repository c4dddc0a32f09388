"""The address is the state: links, history, reload, codes, and whatever a hostile hand writes there."""

from __future__ import annotations

import itertools
import re

import pytest
from playwright.sync_api import Page, expect

from navigator.tree.sample import random_answers
from tests.site import survey


@pytest.mark.parametrize("name", sorted(survey.companies()))
def test_a_link_opens_the_result(page: Page, address: str, name: str) -> None:
    """Every published company: what the page shows is what the command line says."""
    answers = survey.companies()[name]
    page.goto(address + survey.fragment(answers, view="result"))

    survey.agrees(page, answers)


def test_random_answers_show_the_same_as_the_command_line(page: Page, address: str) -> None:
    """Partial and full sets through the real page."""
    page.goto(address + "tree/")
    for answers in random_answers(survey.tree(), 20, seed=7, answered=0.6):
        given = {id: [one] if isinstance(one, str) else list(one) for id, one in answers.items()}
        page.goto(address + survey.fragment(given, view="result"))
        survey.agrees(page, given)


def test_back_and_forward_are_exact(page: Page, address: str) -> None:
    """Each step of the browser's history is the question that was there, with its answer."""
    page.goto(address + "tree/")
    page.get_by_role("link", name=re.compile("^Начать")).click()
    visited = [survey.at(page)]
    for option in ("never", "software", "figures"):
        survey.by_mouse(page, [option])
        visited.append(survey.at(page))

    for expected in reversed(visited[:-1]):
        page.go_back()
        assert survey.at(page) == expected
    page.go_forward()
    assert survey.at(page) == visited[1]
    page.go_forward()
    page.go_forward()
    page.go_forward()
    assert survey.at(page) == visited[3]
    assert "market-knowledge=figures" in page.url


def test_reload_and_a_new_tab_show_the_same(page: Page, address: str) -> None:
    """Nothing but the address is needed."""
    page.goto(address + "tree/#v=1&foreign-sales=never&offer=software&at=motive&view=question")
    page.reload()
    assert survey.at(page) == "motive"
    other = page.context.new_page()
    other.goto(page.url)
    assert survey.at(other) == "motive"


@pytest.mark.parametrize("hash", [
    "v=2&foreign-sales=never", "v=1&nope=yes&foreign-sales=never", "v=1&foreign-sales=nope",
    "v=1&foreign-sales=never&dynamics=growing", "v=1&foreign-sales=%E0%A4%A&offer=software",
    "v=1&foreign-sales=<script>window.hit=1</script>", "v=1&<img src=x onerror=window.hit=1>=1",
    "v=1&__proto__=x&constructor=y", "v=1&rules=0&foreign-sales=never", "v=1&at=nope&view=nope&survey=nope",
    "v=1&foreign-sales=never,never,regular-few", "=&&&==&v", "v=1&" + "a=b&" * 5000, "v=1&foreign-sales=" + "x" * 20000,
    "v=1&industry=<b>&region=../..", "v=1&region=nowhere&foreign-sales=never", "javascript:window.hit=1",
])
def test_a_hostile_or_outdated_address_changes_nothing_but_the_notice(page: Page, address: str, hash: str) -> None:
    """The page stands, runs nothing, says in Russian what it could not read."""
    faults: list[str] = []
    page.on("pageerror", lambda fault: faults.append(str(fault)))
    page.goto(address + "tree/#" + hash)

    assert faults == []
    assert page.evaluate("window.hit") is None
    assert survey.view(page) in ("start", "question", "result")
    expect(page.locator("[data-notices]")).to_be_visible()
    assert page.locator("[data-notices] :not(p)").count() == 0


def test_an_answer_that_is_out_of_date_leaves_the_others(page: Page, address: str) -> None:
    """An unknown option is dropped with its question named; the rest gives the result."""
    page.goto(address + "tree/#v=1&foreign-sales=gone&offer=software&view=result")

    expect(page.locator("[data-notices]")).to_contain_text("Продаёте ли вы уже за рубеж?")
    survey.agrees(page, {"offer": ["software"]})


@pytest.mark.parametrize("name", sorted(survey.companies())[::6])
def test_a_code_says_the_same_over_the_phone(page: Page, address: str, name: str) -> None:
    """The code of a result, typed in on another device, opens the same answers."""
    answers = survey.companies()[name]
    page.goto(address + survey.fragment(answers, view="result"))
    code = page.locator("output.digits").inner_text()
    assert re.fullmatch(r"(\d{4} )*\d{1,4}", code)

    page.goto(address + "tree/#")
    page.locator("#code-in").fill(code.replace(" ", "  -"))
    page.locator("#code-in").press("Enter")
    survey.agrees(page, answers)
    assert page.locator("output.digits").inner_text() == code


def test_a_wrong_digit_or_two_swapped_ones_are_noticed(page: Page, address: str) -> None:
    """Every single slip in every place of a code."""
    page.goto(address + survey.fragment(survey.companies()["scenario-alien-market-guide"], view="result"))
    slips = page.evaluate("""() => {
      const { engine, address } = globalThis.navigatorSite;
      const tree = engine.treeOf(JSON.parse(document.getElementById("tree-data").textContent).tree);
      const code = document.querySelector("output.digits").textContent.replaceAll(" ", "");
      const read = (text) => !address.decode(tree, text).fault;
      let passed = 0, tried = 0;
      for (let at = 0; at < code.length; at++) {
        for (let digit = 0; digit < 10; digit++) {
          if (String(digit) === code[at]) continue;
          tried++;
          passed += read(code.slice(0, at) + digit + code.slice(at + 1));
        }
        if (!at || code[at] === code[at - 1]) continue;
        tried++;
        passed += read(code.slice(0, at - 1) + code[at] + code[at - 1] + code.slice(at + 1));
      }
      return [passed, tried, read(code)];
    }""")
    assert slips[0] == 0
    assert slips[1] > 200
    assert slips[2] is True


@pytest.mark.parametrize(("code", "told"), [
    ("", "только цифры"), ("12 34", "цифр, а здесь 4"), ("двенадцать", "только цифры"), ("1" * 16, "не сходится"),
])
def test_a_code_that_is_none_is_told(page: Page, address: str, code: str, told: str) -> None:
    """Each slip in its own words; the start stays."""
    page.goto(address + "tree/")
    page.locator("#code-in").fill(code)
    page.locator("#code-in").press("Enter")

    expect(page.locator("[data-code-fault]")).to_contain_text(told)
    assert survey.view(page) == "start"


def test_a_code_from_paper_needs_no_check_digits_but_a_look(page: Page, address: str) -> None:
    """The short survey filled in by hand: the answers are shown first."""
    page.goto(address + "tree/")
    page.locator("#code-in").fill("1" * len(survey.tree().short))
    page.locator("#code-in").press("Enter")

    assert survey.view(page) == "summary"
    expect(page.locator("[data-notices]")).to_contain_text("сверьте ответы")


def test_one_digit_is_enough_for_every_question_with_one_answer() -> None:
    """More than eight options would not fit the code."""
    counts = {one.id: len(one.options) for one in survey.tree().questions if not one.multiple}
    assert [id for id, count in counts.items() if count > 8] == []


def test_notice_of_other_rules_names_the_version(page: Page, address: str) -> None:
    """A link made under other rules says so and still opens."""
    page.goto(address + "tree/#v=1&rules=0&foreign-sales=never&view=result")
    expect(page.locator("[data-notices]")).to_contain_text("по другой версии правил")


def test_context_never_moves_the_order(page: Page, address: str) -> None:
    """Industry and region attach notes and nothing else."""
    answers = survey.companies()["scenario-alien-market-guide"]
    orders = []
    for industry, region in itertools.product(("food", "software-industry"), ("asean", "africa")):
        page.goto(address + survey.fragment(answers, view="result", industry=industry, region=region))
        orders.append({block: ids for block, ids in survey.shown(page).items() if block != "notes"})
    assert all(order == orders[0] for order in orders)
