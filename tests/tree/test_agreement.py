"""How far the rules agree with the judged situations.

The judges are a language model and no human has confirmed them. The rules were
tuned on one part alone; the floors below are what they reach, so that a change
that makes them worse is seen. The check part misses two of the goals, see
adr/0010: top3 0.80 and flags 0.85.
"""

from __future__ import annotations

import hashlib

import pytest

from measure import measured, parts
from navigator.tree.agreement import Agreement
from navigator.tree.tree import Tree

FLOORS = {
    "tune": {"top3": 0.82, "top1": 0.74, "family": 0.96, "flags": 0.85, "pause": 1.0, "stage": 0.99},
    "check": {"top3": 0.77, "top1": 0.65, "family": 0.93, "flags": 0.80, "pause": 1.0, "stage": 0.97},
}


@pytest.fixture(scope="module")
def found(tree: Tree) -> dict[str, Agreement]:
    return measured(tree)


def test_the_measures_give_what_is_known_of_the_judges(found: dict[str, Agreement]) -> None:
    judges = found["judges"]

    assert [round(figure, 2) for figure in (judges.top3, judges.top1, judges.family, judges.against, judges.flags)] == [
        0.85, 0.74, 0.96, 0.00, 0.89]


@pytest.mark.parametrize("part", FLOORS)
def test_the_rules_agree_at_least_so_far(found: dict[str, Agreement], part: str) -> None:
    figures = {name: getattr(found[part], name) for name in FLOORS[part]}

    assert {name: figure for name, figure in figures.items() if figure < FLOORS[part][name]} == {}
    assert found[part].against <= 0.02


def test_the_parts_are_those_of_the_hash() -> None:
    split = parts()

    for case in split["all"]:
        part = "check" if int(hashlib.sha256(case["id"].encode()).hexdigest(), 16) % 5 < 2 else "tune"
        assert case in split[part]
    assert len(split["tune"]) + len(split["check"]) == len(split["all"]) == 90
