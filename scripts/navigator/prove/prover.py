"""Proves promises or finds the answers that break them, and puts those answers to the engine."""

from __future__ import annotations

import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import z3

from navigator.model.guarantee import Guarantee
from navigator.prove.answers import Unknown
from navigator.prove.model import AdviceModel
from navigator.prove.obligations import Obligation, obligations
from navigator.prove.shrink import shrunk
from navigator.prove.solve import solve
from navigator.prove.witness import Goal, goals, witness
from navigator.tree.advise import advise
from navigator.tree.tree import Tree

Answers = Mapping[str, Any]


@dataclass(frozen=True, slots=True)
class Counterexample:
    """Answers that break a part of a promise; `other` where two sets of answers are compared."""

    what: str
    answers: Answers
    other: Answers | None
    confirmed: bool  # the engine breaks the promise on these answers too


@dataclass(frozen=True, slots=True)
class Proof:
    """What became of a promise: proved where nothing is found against it."""

    guarantee: Guarantee
    parts: int
    seconds: float
    against: tuple[Counterexample, ...] = ()
    empty: tuple[str, ...] = ()  # parts whose conditions no answers meet: they promise nothing
    impossible: tuple[str, ...] = ()  # what should be possible and is not
    witnesses: tuple[tuple[Goal, Answers], ...] = ()

    @property
    def proved(self) -> bool:
        """Whether the promise holds for every set of answers, and says something."""
        return self.parts > 0 and not (self.against or self.empty or self.impossible)


def prove(tree: Tree, guarantee: Guarantee) -> Proof:
    """The proof of a promise, or what there is against it."""
    start = time.perf_counter()
    parts = tuple(obligations(tree, guarantee))
    model = AdviceModel(tree, Unknown.of(tree))
    shown = [(goal, witness(tree, model, goal)) for goal in goals(model, guarantee.claim)]
    against = tuple(one for part in parts for one in _against(tree, part))
    empty = tuple(part.what for part in parts if solve(part.assume) is None)
    return Proof(
        guarantee, len(parts) + len(shown), time.perf_counter() - start, against, empty,
        tuple(f"{goal.kind}: {goal.id}" for goal, found in shown if found is None),
        tuple((goal, found) for goal, found in shown if found is not None),
    )


def _against(tree: Tree, part: Obligation) -> Iterator[Counterexample]:
    model = solve(part.assume, z3.Not(part.claim))
    if model is None:
        return
    answers = part.answers.read(tree, model)
    other = part.other.read(tree, model)
    kept = part.kept(advise(tree, answers), advise(tree, other))
    if part.other is not part.answers:
        yield Counterexample(part.what, answers, other, not kept)
        return
    yield Counterexample(part.what, shrunk(answers, lambda fewer: _breaks(tree, part, fewer)), None, not kept)


def _breaks(tree: Tree, part: Obligation, answers: Answers) -> bool:
    """Whether the engine breaks the part on the answers, and the part is about such answers."""
    meant = z3.is_true(z3.simplify(z3.substitute(part.assume, *part.answers.fixed(tree, answers))))
    advice = advise(tree, answers)
    return meant and not part.kept(advice, advice)
