"""Every scenario gets the advice its author expected; nobody generates expectations from the rules."""

from __future__ import annotations

import datetime as dt
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from navigator.load import read_content
from navigator.model.scenario import Expected, Scenario
from navigator.model.tree import Flag
from navigator.tree.advise import advise
from navigator.tree.data import as_data
from navigator.tree.tree import Tree

ROOT = Path(__file__).resolve().parents[2]
BASE = read_content(ROOT / "content", dt.date(2026, 11, 23)).base
TREE = Tree.of(BASE.records.values())
SCENARIOS = tuple(one for one in BASE.of_kind("scenario") if isinstance(one, Scenario))
LEAST = 20


def missed(scenario: Scenario, advice: dict[str, Any]) -> Iterator[str]:
    """What the advice lacks of the expectations."""
    expected = scenario.expected
    for name in ("stage", "direction", "gate"):
        wanted = getattr(expected, name)
        if wanted and advice[name] != wanted:
            yield f"{name}: {advice[name]}, expected {wanted}"
    if advice["paused"] != (expected.paused == "true"):
        yield f"paused: {advice['paused']}"
    three = [one["id"] for one in advice["recommendations"] if one["priority"]]
    yield from (f"{name} is not among {three}" for name in expected.priorities.must if name not in three)
    yield from (f"{name} is among {three}" for name in expected.priorities.never if name in three)
    if expected.priorities.first and three[0] not in expected.priorities.first:
        yield f"first is {three[0]}, expected one of {expected.priorities.first}"
    front = [one["id"] for one in advice["modes"]["first"]]
    if expected.modes.front_any and not set(front) & set(expected.modes.front_any):
        yield f"in front: {front}, expected one of {expected.modes.front_any}"
    yield from (f"{name} is in front" for name in expected.modes.front_none if name in front)
    flags = [one["id"] for one in advice["flags"]]
    yield from (f"flag {name} is missing from {flags}" for name in expected.flags.must if name not in flags)
    yield from (f"flag {name} is shown" for name in expected.flags.never if name in flags)


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.id)
def test_the_advice_is_what_the_author_expected(scenario: Scenario) -> None:
    """Stage, gate, three recommendations, groups of ways in and warnings, as far as the author committed to them."""
    assert list(missed(scenario, as_data(advise(TREE, scenario.answers)))) == []


@pytest.mark.parametrize("scenario", SCENARIOS, ids=lambda one: one.id)
def test_every_answer_of_a_scenario_stands(scenario: Scenario) -> None:
    """No scenario answers a question that this company is not asked."""
    assert list(as_data(advise(TREE, scenario.answers))["dropped"]) == []


def test_there_are_enough_and_every_option_is_used() -> None:
    """At least twenty companies, and each option of each question is somebody's answer."""
    used = {(question, option) for one in SCENARIOS for question, given in one.answers.items() for option in given}
    every = {(question.id, option.id) for question in TREE.questions for option in question.options}

    assert len(SCENARIOS) >= LEAST
    assert every - used == set()


def test_every_stage_direction_flag_and_gate_is_expected_somewhere() -> None:
    """Together the scenarios cover what the rules can say."""
    assert {one.expected.stage for one in SCENARIOS} >= {one.id for one in BASE.stages}
    assert {one.expected.direction for one in SCENARIOS} >= {one.id for one in BASE.directions}
    assert {name for one in SCENARIOS for name in one.expected.flags.must} == {one.id for one in BASE.of_kind("flag")}
    gates = {one.id for one in BASE.of_kind("flag") if isinstance(one, Flag) and one.gate == "true"}
    assert gates
    assert {one.expected.gate for one in SCENARIOS} >= gates
    assert any(one.expected.paused == "true" for one in SCENARIOS)


def test_a_wrong_expectation_is_noticed() -> None:
    """The comparison can fail: each kind of expectation, turned round, is missed."""
    scenario = next(one for one in SCENARIOS if one.expected.paused == "true")
    advice = as_data(advise(TREE, scenario.answers))
    flags = scenario.expected.flags.model_copy(update={"must": ("leap",), "never": ("blocked",)})
    priorities = scenario.expected.priorities.model_copy(
        update={"must": ("shared-capacity",), "first": ("shared-capacity",), "never": ("external-restrictions",)}
    )
    modes = scenario.expected.modes.model_copy(update={"front_any": ("direct-export",)})
    wrong = scenario.expected.model_copy(
        update={"stage": "growth", "gate": "unchecked", "paused": "false", "flags": flags, "priorities": priorities,
                "modes": modes}
    )

    assert len(list(missed(scenario.model_copy(update={"expected": wrong}), advice))) == 9


def test_expectations_are_written_by_hand() -> None:
    """No script writes into the scenarios, and each names its author, its day and its reason."""
    writing = re.compile(r"write_text|write_bytes|\.write\(|dump\w*\(|open\([^)]*[\"'][wax]")
    writers = [
        path.name for path in (ROOT / "scripts").rglob("*.py")
        if "scenarios" in (text := path.read_text(encoding="utf-8")) and writing.search(text)
    ]

    assert writers == []
    assert all(one.author and one.written and one.reason.text for one in SCENARIOS)


def test_an_expectation_is_not_the_whole_output() -> None:
    """What an author stakes their name on is less than what the rules print: no scores, no full orders."""
    flags = {one.id for one in BASE.of_kind("flag")}
    families = {one.id for one in BASE.of_kind("family")}
    whole = []
    for one in SCENARIOS:
        expected, advice = one.expected, as_data(advise(TREE, one.answers))
        three = [rec["id"] for rec in advice["recommendations"] if rec["priority"]]
        if (
            sorted(expected.priorities.must) == sorted(three)
            and {*expected.flags.must, *expected.flags.never} == flags
            and {*expected.modes.front_any, *expected.modes.front_none} == families
        ):
            whole.append(one.id)

    assert whole == []
    assert not re.search(r"score|rank|because", json.dumps(Expected.model_json_schema()))
