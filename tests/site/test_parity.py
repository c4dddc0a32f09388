"""One truth: the page and the command line give the same advice, and a changed rule is noticed."""

from __future__ import annotations

import copy
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

from build import ROOT
from navigator.load import read_records
from navigator.model import Scenario
from navigator.tree.boundary import HOSTILE, UNKNOWN, all_conditions
from navigator.tree.condition import holds
from navigator.tree.counterfactual import among_priorities, in_front, work_for
from navigator.tree.export import Marks, exported
from navigator.tree.replay import replay
from navigator.tree.tree import Tree
from parity import differences, load, sets

SETS = 1600
WITNESSES = Path(__file__).parents[1] / "tree" / "witnesses.json"


@pytest.fixture(scope="module", name="tree")
def _tree() -> Tree:
    base, _ = read_records(ROOT / "content")
    return Tree.of(base.records.values())


def _witnesses() -> list[dict[str, Any]]:
    """Every set of answers that the prover left behind."""
    found: list[dict[str, Any]] = []

    def walk(value: Any) -> None:
        if isinstance(value, dict):
            if "answers" in value:
                found.append(value["answers"])
            for one in value.values():
                walk(one)
        elif isinstance(value, list):
            for one in value:
                walk(one)

    walk(json.loads(WITNESSES.read_text(encoding="utf-8")))
    return found


def _hostile(tree: Tree) -> list[dict[str, Any]]:
    """Each hostile value at a question that takes one option and at one that takes several, and as an unknown key."""
    several = next(one.id for one in tree.questions if one.multiple)
    one = tree.questions[0].id
    sets = [{id: value} for id in (one, several) for value in HOSTILE]
    return sets + [{id: "never", one: "never"} for id in UNKNOWN]


def test_both_engines_advise_the_same(page: Page, tree: Tree) -> None:
    """Random sets, edges of every rule, every witness of the prover, every hostile value, partial and empty sets."""
    more = [*_witnesses(), *_hostile(tree)]
    assert len(more) > 50

    assert differences(page, tree, sets(tree, SETS, more)) == []


def test_the_sets_reach_both_sides_of_every_condition(tree: Tree) -> None:
    """A condition that no set makes true, or none makes false, would not be compared at all."""
    given = [replay(tree, one).given for one in sets(tree, SETS)]

    for condition in all_conditions(tree):
        assert {holds(condition, one) for one in given} == {True, False}, condition


def test_the_work_that_would_change_the_advice_is_the_same(page: Page, tree: Tree) -> None:
    """For every recommendation and group of some companies both engines name the same work."""
    load(page)
    base, _ = read_records(ROOT / "content")
    companies = [{id: list(options) for id, options in one.answers.items()} for one in base.of_kind("scenario")
                 if isinstance(one, Scenario)][::5]

    for answers in companies:
        theirs = page.evaluate(_WORK, [exported(tree, Marks()), answers])
        goals = [*(among_priorities(id) for id in tree.recommendations), *(in_front(one.id) for one in tree.families)]
        ours = [work_for(tree, answers, goal) for goal in goals]
        assert theirs == [None if works is None else [one.option for one in works] for works in ours]


_WORK = """([data, answers]) => {
  const { engine } = globalThis.navigatorSite;
  const tree = engine.treeOf(data);
  const goals = [
    ...data.recommendations.map((id) => (advice) => advice.recommendations.find((one) => one.id === id).priority),
    ...data.families.map((id) => (advice) => advice.modes.first.some((one) => one.id === id)),
  ];
  return goals.map((goal) => engine.workFor(tree, answers, goal)?.map((one) => one.option) ?? null);
}"""


def _point(data: dict[str, Any]) -> None:
    effect = next(one for option in data["questions"][0]["options"] for one in option["effects"] if "families" in one)
    effect["families"] = {id: points + 1 for id, points in effect["families"].items()}


def _veto(data: dict[str, Any]) -> None:
    next(flag for flag in data["flags"] if flag.get("veto"))["veto"] = []


def _condition(data: dict[str, Any]) -> None:
    data["combinations"][0]["when"] = {"not": data["combinations"][0]["when"]}


def _threshold(data: dict[str, Any]) -> None:
    data["thresholds"]["compare"] += 1


def _held(data: dict[str, Any]) -> None:
    data["held"] = data["held"][:1]


def _tie(data: dict[str, Any]) -> None:
    data["ties"] = data["ties"][::-1]


def _branch(data: dict[str, Any]) -> None:
    del next(one for one in data["questions"] if "when" in one)["when"]


def _reason(data: dict[str, Any]) -> None:
    data["questions"][2]["options"][0]["effects"][0]["reason"] += "!"


@pytest.mark.parametrize("mutate", [_point, _veto, _condition, _threshold, _held, _tie, _branch, _reason],
                         ids=lambda one: one.__name__)
def test_a_mutated_rule_is_noticed(page: Page, tree: Tree, mutate: Callable[[dict[str, Any]], None]) -> None:
    """The comparison can fail: any one rule changed on the page's side shows."""
    data = copy.deepcopy(exported(tree, Marks()))
    mutate(data)

    assert differences(page, tree, sets(tree, 400), data) != []
