"""What has to be proved for a promise: each part as a formula, and as a question to the engine's own advice.

The two readings of a part stand side by side. A counterexample of the formula
is put to the engine, so a fault of the model cannot pass for one of the rules.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import partial

import z3

from navigator.model.guarantee import Claim, From, Guarantee
from navigator.prove.answers import Unknown
from navigator.prove.model import FALSE, TRUE, AdviceModel, count, formula
from navigator.tree.condition import leaves
from navigator.tree.result import Advice
from navigator.tree.tree import Tree

Kept = Callable[[Advice, Advice], bool]


@dataclass(frozen=True)
class Obligation:
    """A part of a promise; `other` are the answers compared with, the same ones where nothing is compared."""

    what: str
    claim: z3.BoolRef
    kept: Kept
    answers: Unknown
    other: Unknown
    assume: z3.BoolRef


def obligations(tree: Tree, guarantee: Guarantee) -> Iterator[Obligation]:
    """Every part of the promise that is to be proved; what is possible is shown by witnesses instead."""
    model = AdviceModel(tree, Unknown.of(tree))
    assume = z3.And(model.answers.lawful, formula(guarantee.assume, model.given))
    for part in _parts(model, guarantee.claim):
        yield Obligation(part.what, part.claim, part.kept, model.answers, part.other or model.answers,
                         z3.And(assume, part.assume))


@dataclass(frozen=True)
class _Part:
    what: str
    claim: z3.BoolRef
    kept: Kept
    other: Unknown | None = None
    assume: z3.BoolRef = TRUE


def _parts(model: AdviceModel, claim: Claim) -> Iterator[_Part]:
    yield from _result(model, claim)
    yield from _families(model, claim)
    for id in claim.veto_ignores:
        yield _ignored(model, id)
    for one in claim.no_flag_from:
        yield from _harmless(model, one)
    if claim.flags_stay == "true":
        yield from _staying(model, claim.exceptions)
    if claim.short_obeys == "true":
        yield from _short(model)


def _result(model: AdviceModel, claim: Claim) -> Iterator[_Part]:
    """Pause, gate, flags and places of recommendations."""
    if claim.paused is not None:
        want = claim.paused == "true"
        yield _Part("пауза" if want else "нет паузы", model.paused == want, lambda one, _: one.paused == want)
    if claim.gate is not None:
        yield _Part(f"над результатом стоит {claim.gate}", model.gate.get(claim.gate, FALSE),
                    lambda one, _: one.gate == claim.gate)
    for flag in claim.shown:
        yield _Part(f"показано {flag}", model.shown[flag], partial(_is_shown, flag))
    if claim.first is not None:
        yield _Part(f"первая — {claim.first}", model.place[claim.first] == 0,
                    lambda one, _: one.recommendations[0].id == claim.first)
    for id in claim.among_three:
        yield _Part(f"среди трёх — {id}", model.place[id] <= 2,
                    partial(_is_among_three, id))


def _families(model: AdviceModel, claim: Claim) -> Iterator[_Part]:
    """Where families stand."""
    if claim.front_most is not None:
        most = claim.front_most
        yield _Part(f"впереди не больше {most}", count(model.front.values()) <= most,
                    lambda one, _: len(one.modes.first) <= most)
    for id in claim.front_never:
        yield _Part(f"не впереди — {id}", z3.Not(model.front[id]), partial(_is_not_in_front, id))
    if claim.considered_least is not None:
        least = claim.considered_least
        considered = {id: z3.Or(model.front[id], model.compare[id]) for id in model.front}
        named = [z3.Or(considered[id], model.vetoed[id], model.objected[id]) for id in considered]
        yield _Part(f"впереди или для сравнения не меньше {least}, или названо, что убрало остальные",
                    z3.Or(count(considered.values()) >= least, z3.And(named)),
                    lambda one, _: _considered_or_named(one, least),
                    assume=z3.Not(model.paused))


def _ignored(model: AdviceModel, id: str) -> _Part:
    """Vetoes and the pause are the same whatever the answer to the question."""
    other = model.answers.changed(model.tree.by_id[id], "other:")
    changed = AdviceModel(model.tree, other)
    same = [model.vetoed[family] == changed.vetoed[family] for family in model.vetoed]
    return _Part(f"запреты и пауза не зависят от {id}", z3.And(model.paused == changed.paused, *same),
                 lambda one, two: one.paused == two.paused and _vetoed(one) == _vetoed(two), other, other.lawful)


def _harmless(model: AdviceModel, one: From) -> Iterator[_Part]:
    """No flag that would not be there with the answer compared with."""
    other = model.answers.answered(one.question, one.against)
    without = AdviceModel(model.tree, other)
    for option in one.options:
        added = [z3.Implies(model.shown[flag], without.shown[flag]) for flag in model.shown]
        yield _Part(f"{one.question}: {option} не вызывает предупреждений", z3.And(added),
                    lambda one, two: _flags(one) <= _flags(two), other,
                    z3.And([sign == (id == option) for id, sign in model.answers.chosen[one.question].items()]))


def _staying(model: AdviceModel, exceptions: tuple[str, ...]) -> Iterator[_Part]:
    """A flag stays when answers are added while the questions it looks at are still asked."""
    later = Unknown.of(model.tree, "later:")
    after = AdviceModel(model.tree, later)
    more = [
        z3.Implies(sign, later.chosen[question][option])
        for question, options in model.answers.chosen.items()
        for option, sign in options.items()
    ]
    for flag in model.tree.flags:
        if flag.id not in exceptions:
            needs = {leaf.question for leaf in leaves(flag.when)} & model.asked.keys()
            still = [z3.Implies(model.asked[id], after.asked[id]) for id in sorted(needs)]
            yield _Part(f"{flag.id} не уходит от нового ответа", z3.Implies(model.shown[flag.id], after.shown[flag.id]),
                        partial(_stays, flag.id), later,
                        z3.And(later.lawful, *more, *still))


def _short(model: AdviceModel) -> Iterator[_Part]:
    """What the short survey puts in front the full one does not veto."""
    full = frozenset(one.id for one in model.tree.questions if one.survey == "full")
    other = model.answers.without(full)
    short = AdviceModel(model.tree, other)
    for family in model.front:
        yield _Part(f"короткий опрос слушается запрета на {family}",
                    z3.Implies(short.front[family], z3.Not(model.vetoed[family])),
                    partial(_is_obeyed, family), other)


def _is_shown(flag: str, advice: Advice, _: Advice) -> bool:
    return flag in _flags(advice)


def _is_among_three(id: str, advice: Advice, _: Advice) -> bool:
    return id in [placed.id for placed in advice.recommendations[:3]]


def _is_not_in_front(family: str, advice: Advice, _: Advice) -> bool:
    return family not in _front(advice)


def _stays(flag: str, before: Advice, after: Advice) -> bool:
    return flag not in _flags(before) or flag in _flags(after)


def _is_obeyed(family: str, full: Advice, short: Advice) -> bool:
    return family not in _front(short) or family not in _vetoed(full)


def _flags(advice: Advice) -> set[str]:
    return {flag.id for flag in advice.flags}


def _front(advice: Advice) -> set[str]:
    return {way.id for way in advice.modes.first}


def _vetoed(advice: Advice) -> set[str]:
    modes = advice.modes
    return {way.id for way in (*modes.first, *modes.compare, *modes.not_now, *modes.neutral) if way.vetoes}


def _considered_or_named(advice: Advice, least: int) -> bool:
    modes = advice.modes
    rest = (*modes.not_now, *modes.neutral)
    return len(modes.first) + len(modes.compare) >= least or all(way.vetoes or way.against for way in rest)
