"""The search of the rules finds what the solver finds: which conditions can hold, which can fail."""

from __future__ import annotations

import random
from collections.abc import Iterator

import pytest
import z3

from navigator.prove.answers import Unknown
from navigator.prove.model import AdviceModel, formula
from navigator.prove.solve import solve
from navigator.tree.condition import DONT_KNOW, AllOf, AnyOf, Condition, Is, Not
from navigator.tree.reach import Reach
from navigator.tree.tree import Tree


def any_condition(tree: Tree, dice: random.Random, depth: int = 3) -> Condition:
    """A condition over a few questions, often one that cannot hold."""
    kind = dice.choice(("is", "all", "any", "not")) if depth else "is"
    if kind == "is":
        question = dice.choice(tree.questions[:5])
        known = [*(one.id for one in question.options), DONT_KNOW]
        return Is(question.id, tuple(dice.sample(known, dice.randint(1, 2))))
    if kind == "not":
        return Not(any_condition(tree, dice, depth - 1))
    parts = tuple(any_condition(tree, dice, depth - 1) for _ in range(dice.randint(1, 4)))
    return AllOf(parts) if kind == "all" else AnyOf(parts)


def shipped(tree: Tree) -> Iterator[Condition]:
    yield from (one.when for one in tree.questions if one.when is not None)
    yield from (one.when for one in (*tree.flags, *tree.combinations))


@pytest.mark.parametrize("want", [True, False])
def test_search_finds_what_the_solver_finds(tree: Tree, want: bool) -> None:
    model = AdviceModel(tree, Unknown.of(tree))
    reach, dice = Reach(tree.questions), random.Random(3)  # noqa: S311 - a sample, no secret
    found: dict[bool | None, int] = {True: 0, False: 0, None: 0}

    for condition in [*shipped(tree), *(any_condition(tree, dice) for _ in range(300))]:
        wanted = formula(condition, model.given) if want else z3.Not(formula(condition, model.given))
        possible = solve(model.answers.lawful, wanted) is not None
        said = reach.can(condition, want)
        assert said in (possible, None), condition
        found[possible if said is not None else None] += 1

    assert found[False] > 10, "the sample holds conditions of both sorts"
    assert found[None] < 10, "the search seldom gives up"


def test_search_gives_up_rather_than_err(tree: Tree) -> None:
    """A condition too wide for the search is not called impossible."""
    parts = tuple(
        AnyOf((Is(one.id, (one.options[0].id,)), Is(other.id, (other.options[1].id,))))
        for one in tree.questions for other in tree.questions
    )

    assert Reach(tree.questions).can(AllOf((*parts, Not(AnyOf(parts))))) is not True
