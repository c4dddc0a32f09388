"""The survey and the tree on paper: every question, every answer, and a code that the site reads back."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import pytest

from navigator.base import KnowledgeBase
from navigator.model.tree import Question
from navigator.tree.condition import DONT_KNOW, leaves
from navigator.tree.replay import replay
from navigator.tree.tree import Tree
from sheets import drawn_tree, survey
from sheets.compile import Pdf, Printer
from sheets.numbering import NOTHING, UNKNOWN, Numbering
from sheets.sheet import Press
from tests.sheets.by_hand import holds
from tests.sheets.reading import MM, overlaps, reader, runs, words
from tests.sheets.test_scoring import filled_in, letters


@pytest.fixture(scope="module", name="tree")
def _tree(base: KnowledgeBase) -> Tree:
    return Tree.of(base.records.values())


@pytest.fixture(scope="module", name="numbering")
def _numbering(tree: Tree) -> Numbering:
    return Numbering(tree)


@pytest.fixture(scope="module", name="data")
def _data(press: Press) -> dict[str, Any]:
    return dict(survey.sheets(press)[0].data(press))


def text_of(printed: list[Pdf], name: str) -> str:
    return letters(words(next(pdf.content for pdf in printed if pdf.sheet.name == name)))


def test_the_survey_prints_every_question_with_its_reason_and_every_answer(printed: list[Pdf], tree: Tree) -> None:
    text = text_of(printed, "survey")
    parts = [part for one in tree.questions for part in (one.text, one.why)]
    parts += [option.text for one in tree.questions for option in one.options]
    parts += [variant.text for one in tree.questions for variant in one.variants]
    parts += [effect.reason for one in tree.questions for option in one.options for effect in option.effects]

    assert [part for part in parts if letters(part) not in text] == []


def test_the_short_survey_stands_first_and_no_question_looks_ahead(numbering: Numbering, tree: Tree) -> None:
    short = [one.survey == "short" for one in numbering.questions]

    assert short == sorted(short, reverse=True)
    for one in tree.questions:
        assert all(numbering.number(leaf.question) < numbering.number(one.id) for leaf in leaves(one.when))


def test_a_question_is_passed_by_exactly_when_the_program_does_not_ask_it(
    press: Press, tree: Tree, numbering: Numbering
) -> None:
    drawing: dict[str, Any] = dict(drawn_tree.sheets(press)[0].data(press))
    drawn = {one["number"]: one["passed"] for part in ("short", "full") for one in drawing[part]}
    dice = random.Random(7)  # noqa: S311
    for _ in range(200):
        answers = {one.id: dice.choice([*(option.id for option in one.options), DONT_KNOW]) for one in tree.questions}
        state = replay(tree, answers)
        paper = filled_in(tree, answers)
        for question in tree.questions:
            passed = drawn[numbering.number(question.id)]
            said = passed is not None and holds(" ".join(passed.split()).removeprefix("мимо, если "), paper)
            assert said == (question.id not in state.asked)


def test_boxes_of_the_code_are_in_the_order_in_which_the_site_reads_them(
    data: dict[str, Any], tree: Tree, numbering: Numbering
) -> None:
    short, full = ([box["number"] for box in boxes] for boxes in data["codes"])

    assert short == [numbering.number(one.id) for one in tree.questions if one.survey == "short"]
    assert full == [numbering.number(one.id) for one in tree.questions]


def test_digits_are_told_apart(tree: Tree, numbering: Numbering) -> None:
    for one in tree.questions:
        digits = [digit for digit, _ in numbering.options(one)]
        assert len(set(digits)) == len(digits)
        assert NOTHING not in digits
        assert one.multiple or digits[-1] == UNKNOWN


def test_a_question_longer_than_a_page_goes_on_over_it(press: Press) -> None:
    """Nothing runs off the foot of a page."""
    asked = press.base.records["offer"]
    assert isinstance(asked, Question)
    longer = [
        option.model_copy(update={"effects": tuple(
            effect.model_copy(update={"reason": f"{effect.reason} " * 12}) for effect in option.effects)})
        for option in asked.options
    ]
    records = {**press.base.records, "offer": asked.model_copy(update={"options": tuple(longer)})}
    grown = replace(press, base=KnowledgeBase(records, press.base.origins))
    pdf = Printer(grown).print([replace(survey.sheets(grown)[0], most=None)])[0]

    assert min(run.base for page in reader(pdf.content).pages for run in runs(page)) > 6 * MM
    assert [page for page in reader(pdf.content).pages if overlaps(runs(page))] == []


def test_the_drawn_tree_has_every_question_warning_and_stage_on_one_page(printed: list[Pdf], tree: Tree) -> None:
    text = text_of(printed, "tree")
    parts = [one.text for one in tree.questions] + [one.title for one in tree.flags]

    assert [part for part in parts if letters(part) not in text] == []
    assert "мимоесли" in text
    assert len(reader(next(pdf.content for pdf in printed if pdf.sheet.name == "tree")).pages) == 1
