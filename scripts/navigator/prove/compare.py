"""Holds the formulas against the engine: both are asked about the same answers."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

import z3

from navigator.prove.model import AdviceModel
from navigator.tree.advise import advise, scores
from navigator.tree.replay import replay
from navigator.tree.tree import Tree

Answers = Mapping[str, Any]
Picture = dict[str, object]


def said_by_engine(tree: Tree, answers: Answers) -> Picture:
    """What the engine says, flat."""
    advice = advise(tree, answers)
    points = scores(tree, replay(tree, answers))
    shown = {flag.id for flag in advice.flags}
    modes = advice.modes
    picture: Picture = {"paused": advice.paused}
    picture |= {f"asked {one.id}": one.id in advice.asked for one in tree.questions}
    picture |= {f"points {id}": number for id, number in points.items()}
    picture |= {f"place {one.id}": one.rank - 1 for one in advice.recommendations}
    picture |= {f"shown {flag.id}": flag.id in shown for flag in tree.flags}
    picture |= {f"gate {flag.id}": flag.id == advice.gate for flag in tree.flags if flag.gate == "true"}
    for way in (*modes.first, *modes.compare, *modes.not_now, *modes.neutral):
        picture[f"vetoed {way.id}"] = bool(way.vetoes)
        picture[f"front {way.id}"] = way in modes.first
        picture[f"compare {way.id}"] = way in modes.compare
        picture[f"not now {way.id}"] = way in modes.not_now
        picture[f"objected {way.id}"] = any(reason.points < 0 for reason in way.against)
    return picture


class Formulas:
    """The formulas of an advice, to be asked about given answers again and again."""

    def __init__(self, model: AdviceModel) -> None:
        self.model = model
        named = dict(_named(model))
        self.names = tuple(named)
        sorts = [value.sort() for value in named.values()]
        function = z3.Function("advice", *sorts, z3.BoolSort())
        self.whole = function(*named.values())  # one expression, so that one walk puts the answers into all of it

    def said(self, answers: Answers) -> Picture:
        """What the formulas say of the answers, flat."""
        fixed = self.model.answers.fixed(self.model.tree, answers)
        made = z3.simplify(z3.substitute(self.whole, *fixed))
        return {name: _value(made.arg(number)) for number, name in enumerate(self.names)}


def _named(model: AdviceModel) -> Iterator[tuple[str, z3.ExprRef]]:
    yield "paused", model.paused
    for name, values in (
        ("asked", model.asked), ("points", {**model.need, **model.support}), ("place", model.place),
        ("shown", model.shown), ("gate", model.gate), ("vetoed", model.vetoed), ("front", model.front),
        ("compare", model.compare), ("not now", model.not_now), ("objected", model.objected),
    ):
        for id, value in values.items():
            yield f"{name} {id}", value


def _value(value: z3.ExprRef) -> object:
    return value.as_long() if z3.is_int_value(value) else z3.is_true(value)
