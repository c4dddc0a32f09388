"""The advice as formulas over unknown answers, made from the same records that the engine walks.

Each formula has its counterpart in `navigator.tree.advise`; tests hold the two
together on many random answers. Nothing of an advice but its words is left out.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property

import z3

from navigator.model.tree import Effect, Flag
from navigator.prove.answers import Unknown
from navigator.tree.advise import ENOUGH
from navigator.tree.condition import DONT_KNOW, AllOf, AnyOf, Condition, Is
from navigator.tree.tree import Tree

TRUE, FALSE = z3.BoolVal(True), z3.BoolVal(False)
Given = Mapping[str, Mapping[str, z3.BoolRef]]


def formula(condition: Condition | None, given: Given) -> z3.BoolRef:
    """The condition over the answers that stand; a question that is not among them matches nothing."""
    if condition is None:
        return TRUE
    if isinstance(condition, Is):
        options = given.get(condition.question, {})
        return z3.Or([options[one] for one in condition.options if one in options])
    if isinstance(condition, AllOf):
        return z3.And([formula(part, given) for part in condition.parts])
    if isinstance(condition, AnyOf):
        return z3.Or([formula(part, given) for part in condition.parts])
    return z3.Not(formula(condition.part, given))


def total(terms: Iterable[tuple[z3.BoolRef, int]]) -> z3.ArithRef:
    """The points of everything that holds."""
    return z3.Sum([z3.IntVal(0), *(z3.If(holds, points, 0) for holds, points in terms if points)])


def count(signs: Iterable[z3.BoolRef]) -> z3.ArithRef:
    """How many hold."""
    return total((sign, 1) for sign in signs)


@dataclass(frozen=True)
class AdviceModel:
    """What the engine would say, as formulas."""

    tree: Tree
    answers: Unknown

    @cached_property
    def _state(self) -> tuple[dict[str, z3.BoolRef], dict[str, dict[str, z3.BoolRef]]]:
        asked: dict[str, z3.BoolRef] = {}
        given: dict[str, dict[str, z3.BoolRef]] = {}
        for question in self.tree.questions:
            asked[question.id] = formula(question.when, given)
            chosen = self.answers.chosen[question.id]
            given[question.id] = {id: z3.And(asked[question.id], sign) for id, sign in chosen.items()}
        return asked, given

    @property
    def asked(self) -> Mapping[str, z3.BoolRef]:
        """Whether each question is asked."""
        return self._state[0]

    @property
    def given(self) -> Given:
        """Whether each answer stands."""
        return self._state[1]

    @cached_property
    def answered(self) -> z3.BoolRef:
        """Whether any answer stands."""
        return z3.Or([sign for options in self.given.values() for sign in options.values()])

    @cached_property
    def effects(self) -> tuple[tuple[z3.BoolRef, Effect], ...]:
        """Every effect, and when it is brought about."""
        return tuple(self._effects())

    def _effects(self) -> Iterator[tuple[z3.BoolRef, Effect]]:
        for question in self.tree.questions:
            given = self.given[question.id]
            known = z3.Or([sign for id, sign in given.items() if id != DONT_KNOW])
            for effect in question.unanswered:
                yield z3.And(self.asked[question.id], z3.Not(known)), effect
            for option in question.options:
                for effect in option.effects:
                    yield given[option.id], effect
        for combination in self.tree.combinations:
            for effect in combination.effects:
                yield formula(combination.when, self.given), effect

    @cached_property
    def shown(self) -> Mapping[str, z3.BoolRef]:
        """Whether each flag is shown."""
        return {flag.id: formula(flag.when, self.given) for flag in self.tree.flags}

    @cached_property
    def paused(self) -> z3.BoolRef:
        """Whether the market is on pause."""
        return z3.Or([self.shown[flag.id] for flag in self.tree.flags if flag.pause == "true"])

    @cached_property
    def gate(self) -> Mapping[str, z3.BoolRef]:
        """Which gate stands above the result: the first of those raised."""
        gates = [flag for flag in self.tree.flags if flag.gate == "true"]
        return {flag.id: z3.And(self.shown[flag.id], *self._not_shown(gates[:at])) for at, flag in enumerate(gates)}

    def _not_shown(self, flags: Iterable[Flag]) -> list[z3.BoolRef]:
        return [z3.Not(self.shown[flag.id]) for flag in flags]

    @cached_property
    def need(self) -> Mapping[str, z3.ArithRef]:
        """The points of each recommendation."""
        base = self.tree.settings.base
        return {
            id: z3.IntVal(base.get(id, 0))
            + total((holds, effect.recommendations.get(id, 0)) for holds, effect in self.effects)
            for id in self.tree.recommendations
        }

    @cached_property
    def place(self) -> Mapping[str, z3.ArithRef]:
        """The place of each recommendation, from 0: by points, ties in their order, then the places that are held."""
        order = self.tree.recommendations
        places = {id: count(self._before(other, id) for other in order if other != id) for id in order}
        for hold in self.tree.settings.held:
            to, at = hold.within - 1, places[hold.recommendation]
            moves = z3.And(at > to, formula(hold.when, self.given))
            places = {
                id: z3.If(moves, to, was) if id == hold.recommendation
                else z3.If(z3.And(moves, was >= to, was < at), was + 1, was)
                for id, was in places.items()
            }
        return {id: z3.If(self.answered, where, number) for number, (id, where) in enumerate(places.items())}

    def _before(self, one: str, other: str) -> z3.BoolRef:
        points, tie = self.need, self.tree.tie
        return points[one] >= points[other] if tie[one] < tie[other] else points[one] > points[other]

    @cached_property
    def support(self) -> Mapping[str, z3.ArithRef]:
        """The points of each family."""
        return {
            one.id: total((holds, effect.families.get(one.id, 0)) for holds, effect in self.effects)
            for one in self.tree.families
        }

    @cached_property
    def vetoed(self) -> Mapping[str, z3.BoolRef]:
        """Whether something vetoes each family."""
        return {
            one.id: z3.Or([
                *(holds for holds, effect in self.effects if one.id in effect.veto),
                *(self.shown[flag.id] for flag in self.tree.flags if one.id in flag.veto),
            ])
            for one in self.tree.families
        }

    @cached_property
    def objected(self) -> Mapping[str, z3.BoolRef]:
        """Whether any answer speaks against each family."""
        return {
            id: z3.Or([holds for holds, effect in self.effects if effect.families.get(id, 0) < 0])
            for id in self.support
        }

    @cached_property
    def front(self) -> Mapping[str, z3.BoolRef]:
        """Whether each family stands in front: free, enough points, near the best, among the most that may."""
        limits, order = self.tree.settings.thresholds, [one.id for one in self.tree.families]
        free = {id: z3.Not(self.vetoed[id]) for id in order}
        found = {}
        for id in order:
            near = [z3.Implies(free[other], self.support[id] >= self.support[other] - limits.gap) for other in order]
            found[id] = z3.And(self.answered, z3.Not(self.paused), free[id], self.support[id] >= limits.front,
                               *near, count(self._ahead(id, free)) < limits.most)
        return found

    @cached_property
    def not_now(self) -> Mapping[str, z3.BoolRef]:
        """Whether each family is advised against for now."""
        least = self.tree.settings.thresholds.not_now
        return {
            id: z3.And(self.answered, z3.Not(self.front[id]), z3.Or(self.vetoed[id], self.support[id] <= least))
            for id in self.front
        }

    @cached_property
    def compare(self) -> Mapping[str, z3.BoolRef]:
        """Whether each family is to be compared."""
        enough = self.tree.settings.thresholds.compare
        rest = {id: z3.And(self.answered, z3.Not(self.front[id]), z3.Not(self.not_now[id])) for id in self.front}
        able = {id: z3.And(rest[id], self.support[id] >= enough) for id in rest}
        spare = {id: z3.And(rest[id], self.support[id] < enough) for id in rest}
        lacking = ENOUGH - count([*self.front.values(), *able.values()])
        taken = {id: z3.And(spare[id], count(self._ahead(id, spare)) < lacking) for id in rest}
        return {id: z3.Or(z3.Not(self.answered), able[id], taken[id]) for id in rest}

    def _ahead(self, id: str, among: Mapping[str, z3.BoolRef]) -> Iterator[z3.BoolRef]:
        """Those of the families that stand before this one: by points, equal ones in the order of the families."""
        order = [one.id for one in self.tree.families]
        for other in order:
            if other != id:
                first = order.index(other) < order.index(id)
                points, own = self.support[other], self.support[id]
                yield z3.And(among[other], points >= own if first else points > own)
