"""What the tests of the survey share: the rules, the companies, and a person who answers."""

from __future__ import annotations

from functools import lru_cache
from typing import Any

from playwright.sync_api import Page, expect

from build import ROOT
from navigator.base import KnowledgeBase
from navigator.load import read_records
from navigator.model import Scenario
from navigator.tree.advise import advise
from navigator.tree.data import as_data
from navigator.tree.tree import Tree

Answers = dict[str, list[str]]


@lru_cache(maxsize=1)
def base() -> KnowledgeBase:
    """The shipped records."""
    return read_records(ROOT / "content")[0]


@lru_cache(maxsize=1)
def tree() -> Tree:
    """The shipped rules."""
    return Tree.of(base().records.values())


def companies() -> dict[str, Answers]:
    """The answers of every published scenario by its id."""
    return {one.id: {id: list(options) for id, options in one.answers.items()}
            for one in base().of_kind("scenario") if isinstance(one, Scenario)}


def advice(answers: Answers) -> dict[str, Any]:
    """What the command line advises."""
    return as_data(advise(tree(), answers))


def fragment(answers: Answers, **more: str) -> str:
    """The address of a state as the design writes it."""
    parts = [f"{id}={','.join(options)}" for id, options in answers.items()]
    return "tree/#" + "&".join(["v=1", *parts, *(f"{key}={value}" for key, value in more.items())])


def at(page: Page) -> str:
    """The question that is shown."""
    shown = page.locator("section.question:visible")
    expect(shown).to_have_count(1)
    return shown.get_attribute("data-question") or ""


def view(page: Page) -> str:
    """The view that is shown."""
    return str(page.evaluate("document.body.dataset.tree"))


def shown(page: Page) -> dict[str, list[str]]:
    """The ids on the result by block, in order."""
    found = page.evaluate("""() => Object.fromEntries(
      [...document.querySelectorAll("[data-pane=result] [data-block]")].map((block) =>
        [block.dataset.block, [...block.querySelectorAll("[data-id]")].map((one) => one.dataset.id)]))""")
    return {str(block): [str(id) for id in ids] for block, ids in found.items()}


def expected(answers: Answers) -> dict[str, list[str]]:
    """The ids that the result must show by block, from the command line."""
    said = advice(answers)
    order = [one["id"] for one in said["recommendations"]]
    blocks = {"priorities": order[:3], "others": order[3:], "flags": [one["id"] for one in said["flags"]]}
    for key, block in (("first", "modes-first"), ("compare", "modes-compare"), ("not_now", "modes-not-now")):
        blocks[block] = [way["id"] for way in said["modes"][key]]
    if said["gate"]:
        blocks["gate"] = [said["gate"]]
    if said["stage"]:
        blocks["stage"] = [said["stage"]]
    return blocks


def agrees(page: Page, answers: Answers) -> None:
    """The result on the page is the advice of the command line, block by block, in order."""
    expect(page.locator("[data-pane=result] h2")).to_be_visible()
    there = shown(page)
    for block, ids in expected(answers).items():
        assert there.get(block, []) == ids, block


def by_mouse(page: Page, options: list[str]) -> None:
    """Answers the question that is shown by clicking, and goes on."""
    question = at(page)
    for option in options:
        page.locator(f'label[for="{question}--{option}"]').click()
    page.get_by_role("button", name="Дальше").click()


def by_keyboard(page: Page, options: list[str]) -> None:
    """The same with nothing but the keyboard; the focus is on the heading of the question."""
    question = at(page)
    assert page.evaluate("document.activeElement.id") == f"{question}--title"
    page.keyboard.press("Tab")
    kind = page.evaluate("document.activeElement.type")
    values = page.eval_on_selector_all(f'[data-question="{question}"] input', "all => all.map(one => one.value)")
    if kind == "radio":
        page.keyboard.press("Space")
        for _ in range(values.index(options[0])):
            page.keyboard.press("ArrowDown")
    else:
        for value in values:
            if value in options:
                page.keyboard.press("Space")
            page.keyboard.press("Tab")
        while page.evaluate("document.activeElement.dataset.act") != "next":
            page.keyboard.press("Tab")
    page.keyboard.press("Enter")


def answer_all(page: Page, answers: Answers, act: Any) -> None:
    """Goes from the question shown to the result; what the company does not answer is skipped."""
    for _ in range(40):
        if view(page) != "question":
            return
        question = at(page)
        if options := answers.get(question):
            act(page, options)
        elif act is by_keyboard:
            page.locator("[data-act=skip]").focus()
            page.keyboard.press("Enter")
        else:
            page.get_by_role("button", name="Пропустить").click()
        page.wait_for_function("was => document.body.dataset.tree !== 'question' || "
                               "document.querySelector('section.question:not([hidden])').dataset.question !== was",
                               arg=question)
    raise AssertionError("the survey does not end")
