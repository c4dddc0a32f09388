"""The scoring tables: whoever adds up by hand comes to what the program says."""

from __future__ import annotations

import random
import re
from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from navigator.base import KnowledgeBase
from navigator.model import Scenario
from navigator.tree.advise import advise
from navigator.tree.condition import DONT_KNOW
from navigator.tree.replay import replay
from navigator.tree.tree import Tree
from sheets import scoring, words
from sheets.compile import Pdf
from sheets.numbering import NOTHING, Numbering
from sheets.sheet import Press
from sheets.survey import name
from tests.sheets import by_hand
from tests.sheets.reading import reader

THREE = ("scenario-sweets-first-time", "scenario-risky-money", "scenario-no-lawful-way")


@pytest.fixture(scope="module", name="tree")
def _tree(base: KnowledgeBase) -> Tree:
    return Tree.of(base.records.values())


@pytest.fixture(scope="module", name="table")
def _table(press: Press) -> dict[str, Any]:
    return dict(scoring.sheets(press)[0].data(press))


def filled_in(tree: Tree, answers: Mapping[str, Any]) -> by_hand.Answers:
    """The survey on paper as a person with these answers would fill it in."""
    numbering = Numbering(tree)
    given = replay(tree, answers).given
    return {
        numbering.number(one.id): {numbering.digit(one.id, option) for option in given.get(one.id, ())} or {NOTHING}
        for one in tree.questions
    }


def shown(text: str) -> str:
    return " ".join(words.text(text).split())


@pytest.mark.parametrize("scenario", THREE)
def test_three_scenarios_scored_by_hand_have_the_three_priorities_of_the_program(
    base: KnowledgeBase, tree: Tree, table: dict[str, Any], scenario: str
) -> None:
    record = base.records[scenario]
    assert isinstance(record, Scenario)
    said = [shown(words.name(base, one.id)) for one in advise(tree, record.answers).recommendations if one.priority]

    assert by_hand.order(table["recommendations"], filled_in(tree, record.answers))[:3] == said


def test_all_scenarios_and_many_random_answers_have_the_same_order_and_groups_by_hand(
    base: KnowledgeBase, tree: Tree, table: dict[str, Any]
) -> None:
    for answers in cases(base, tree):
        advice = advise(tree, answers)
        paper = filled_in(tree, answers)
        ahead, compare, not_now = by_hand.groups(table["groups"], paper)

        assert by_hand.order(table["recommendations"], paper) == [
            shown(words.name(base, one.id)) for one in advice.recommendations
        ]
        assert [ahead, compare, sorted(not_now)] == [
            [words.text(name(base, one.id).strip("«»")) for one in advice.modes.first],
            [words.text(name(base, one.id).strip("«»")) for one in advice.modes.compare],
            sorted(words.text(name(base, one.id).strip("«»")) for one in advice.modes.not_now),
        ]


def cases(base: KnowledgeBase, tree: Tree) -> Iterator[Mapping[str, Any]]:
    """The scenarios, then answers of nobody in particular."""
    for record in base.of_kind("scenario"):
        assert isinstance(record, Scenario)
        yield record.answers
    dice = random.Random(5)  # noqa: S311
    for _ in range(300):
        picked = {one.id: dice.choice([*(option.id for option in one.options), DONT_KNOW]) for one in tree.questions}
        yield {id: option for id, option in picked.items() if dice.random() < 0.8 or id == "foreign-sales"}


def test_each_table_stands_on_one_page_with_every_row_and_head(printed: list[Pdf], table: dict[str, Any]) -> None:
    pages = reader(next(pdf.content for pdf in printed if pdf.sheet.name == "scoring")).pages

    assert len(pages) == 2
    for page, one in zip(pages, (table["recommendations"], table["groups"]), strict=True):
        text = letters(page.extract_text())
        parts = [part for row in one["rows"] for part in (row["when"], row["text"])] + one["heads"]
        assert [part for part in parts if letters(part) not in text] == []


def letters(text: str) -> str:
    return re.sub(r"[\W_]+", "", text).casefold()
