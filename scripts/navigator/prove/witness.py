"""Shows that something is possible: answers under which the engine does it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial
from typing import Any

import z3

from navigator.model.guarantee import Claim
from navigator.prove.model import AdviceModel
from navigator.prove.shrink import shrunk
from navigator.prove.solve import solve
from navigator.tree.advise import advise
from navigator.tree.result import Advice
from navigator.tree.tree import Tree

Answers = Mapping[str, Any]


@dataclass(frozen=True)
class Goal:
    """Something that has to be possible: a recommendation first, a family in front, a flag shown."""

    kind: str
    id: str
    formula: z3.BoolRef
    reached: Callable[[Advice], bool]


def goals(model: AdviceModel, claim: Claim) -> Iterator[Goal]:
    """Everything that the claim calls possible."""
    for kind in claim.possible:
        formulas = {
            "first": {id: place == 0 for id, place in model.place.items()},
            "front": model.front,
            "flag": model.shown,
        }[kind]
        for id, formula in formulas.items():
            yield Goal(kind, id, z3.And(model.answers.lawful, model.answered, formula),
                       partial(reached, kind, id))


def reached(kind: str, id: str, advice: Advice) -> bool:
    """Whether the advice does what is to be possible."""
    if kind == "first":
        return advice.recommendations[0].priority and advice.recommendations[0].id == id
    if kind == "front":
        return any(way.id == id for way in advice.modes.first)
    return any(flag.id == id for flag in advice.flags)


def witness(tree: Tree, model: AdviceModel, goal: Goal) -> Answers | None:
    """As few answers as do it; None where no answers do."""
    found = solve(goal.formula)
    if found is None:
        return None
    return shrunk(model.answers.read(tree, found), lambda answers: goal.reached(advise(tree, answers)))
