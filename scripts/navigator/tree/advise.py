"""Advice for a set of answers: integer sums of what the answers say, then the places that rules hold."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from navigator.model.tree import Effect, Flag
from navigator.tree.condition import DONT_KNOW, holds, witnesses
from navigator.tree.replay import State, left, replay
from navigator.tree.result import Advice, Because, Change, Modes, Placed, Raised, Way
from navigator.tree.tree import Tree

ENOUGH = 2  # families in front or to compare


def advise(tree: Tree, answers: Mapping[str, Any]) -> Advice:
    """The advice for the answers; any subset of answers, and any nonsense among them, gives a sound one."""
    state = replay(tree, answers)
    spoken = list(_spoken(tree, state))
    raised = [flag for flag in tree.flags if holds(flag.when, state.given)]
    paused = any(flag.pause == "true" for flag in raised)
    placed = _recommendations(tree, state, spoken)
    modes = _modes(tree, state, spoken, raised, paused)
    gate = next((flag.id for flag in raised if flag.gate == "true"), None)
    settings = tree.settings
    given = state.given
    return Advice(
        settings.version,
        "full" if any(tree.by_id[id].survey == "full" for id in given) else "short",
        _pointed(tree, state, "stage"),
        _pointed(tree, state, "direction"),
        gate,
        paused,
        placed,
        modes,
        tuple(_shown(flag, state) for flag in raised),
        tuple(step.text for step in settings.plan if holds(step.when, given)) if given else (),
        tuple(step.text for step in settings.trial if holds(step.when, given)) if given else (),
        tuple(one.text for one in settings.pause) if paused else (),
        tuple(tree.items[one.id][0] for one in placed if one.priority and tree.items.get(one.id)),
        _unnamed(state, modes),
        state.asked,
        state.dropped,
        tuple(left(tree, state).items()),
    )


def scores(tree: Tree, state: State) -> dict[str, int]:
    """Points of recommendations and families alone; what the prover is compared with."""
    sums = dict.fromkeys((*tree.recommendations, *(one.id for one in tree.families)), 0)
    for id, points in tree.settings.base.items():
        sums[id] += points
    for effect, _ in _spoken(tree, state):
        for id, points in (*effect.recommendations.items(), *effect.families.items()):
            sums[id] += points
    return sums


def _spoken(tree: Tree, state: State) -> Iterator[tuple[Effect, tuple[str, tuple[tuple[str, str | None], ...]]]]:
    """Every effect that the answers bring about, with its record and the answers it rests on."""
    for id in state.asked:
        chosen = state.given.get(id, ())
        if not chosen or chosen == (DONT_KNOW,):
            for effect in tree.by_id[id].unanswered:
                yield effect, (id, ((id, None),))
            continue
        for option in chosen:
            for effect in tree.options[id][option].effects:
                yield effect, (id, ((id, option),))
    for combination in tree.combinations:
        if holds(combination.when, state.given):
            found = tuple(witnesses(combination.when, state.given))
            for effect in combination.effects:
                yield effect, (combination.id, found)


def _because(effect: Effect, points: int, origin: tuple[str, tuple[tuple[str, str | None], ...]]) -> Because:
    source, answers = origin
    question, option = answers[0]
    named = tuple((asked, chosen) for asked, chosen in answers[1:] if chosen is not None)
    return Because(question, None if option == DONT_KNOW else option, effect.reason, points, source, named)


def _recommendations(tree: Tree, state: State, spoken: list[Any]) -> tuple[Placed, ...]:
    """All recommendations in order; without answers the article's order, and nothing is a priority."""
    reasons: dict[str, list[Because]] = {id: [] for id in tree.recommendations}
    for effect, origin in spoken:
        for id, points in effect.recommendations.items():
            reasons[id].append(_because(effect, points, origin))
    base = tree.settings.base
    sums = {id: base.get(id, 0) + sum(one.points for one in reasons[id]) for id in tree.recommendations}
    if not state.given:
        return tuple(
            Placed(id, rank, False, sums[id], _strongest(reasons[id]), (), False)
            for rank, id in enumerate(tree.recommendations, start=1)
        )
    order = sorted(tree.recommendations, key=lambda id: (-sums[id], tree.tie[id]))
    lifted = set()
    for hold in tree.settings.held:
        at = order.index(hold.recommendation)
        if at >= hold.within and holds(hold.when, state.given):
            order.insert(hold.within - 1, order.pop(at))
            lifted.add(hold.recommendation)
    return tuple(
        Placed(id, rank, rank <= 3, sums[id], _strongest(reasons[id]),
               tuple(one for one in reasons[id] if one.points <= 0), id in lifted)
        for rank, id in enumerate(order, start=1)
    )


def _strongest(reasons: list[Because]) -> tuple[Because, ...]:
    """What speaks for, the strongest first."""
    return tuple(sorted((one for one in reasons if one.points > 0), key=lambda one: -one.points))


def _modes(tree: Tree, state: State, spoken: list[Any], raised: list[Flag], paused: bool) -> Modes:
    """All families, each in one place.

    Something can always be compared: without answers everything, and where
    answers say little the best of those that nothing speaks against.
    """
    ways = _ways(tree, state, spoken, raised)
    limits = tree.settings.thresholds
    if not state.given:
        return Modes((), tuple(ways), (), ())
    order = sorted(ways, key=lambda way: -way.score)  # stable: equal ones keep the order of the families
    free = [way for way in order if not way.vetoes]
    best = free[0].score if free else 0
    front = [] if paused else [way for way in free if way.score >= max(limits.front, best - limits.gap)][: limits.most]
    ahead = {way.id for way in front}
    compare, not_now, neutral = [], [], []
    for way in order:
        if way.id in ahead:
            continue
        if way.vetoes or way.score <= limits.not_now:
            not_now.append(way)
        elif way.score >= limits.compare:
            compare.append(way)
        else:
            neutral.append(way)
    lacking = max(0, ENOUGH - len(front) - len(compare))
    compare += neutral[:lacking]
    del neutral[:lacking]
    return Modes(tuple(front), tuple(compare), tuple(not_now), tuple(neutral))


def _ways(tree: Tree, state: State, spoken: list[Any], raised: list[Flag]) -> list[Way]:
    reasons: dict[str, list[Because]] = {one.id: [] for one in tree.families}
    vetoes: dict[str, list[Because]] = {one.id: [] for one in tree.families}
    lifts: dict[str, list[Change]] = {one.id: [] for one in tree.families}
    for effect, origin in spoken:
        for id, points in effect.families.items():
            reasons[id].append(_because(effect, points, origin))
        for id in effect.veto:
            veto = _because(effect, 0, origin)
            vetoes[id].append(veto)
            lifts[id].append(_change(tree, veto, True))
    for flag in raised:
        for id in flag.veto:
            question, option = next(witnesses(flag.when, state.given))
            shown = None if option == DONT_KNOW else option
            vetoes[id].append(Because(question, shown, flag.says.text, 0, flag.id))
            lifts[id].append(Change(question, shown, flag.says.text, flag.lift or flag.next_step.text, True))
    ways = []
    for one in tree.families:
        against = sorted((reason for reason in reasons[one.id] if reason.points < 0), key=lambda reason: reason.points)
        changes = lifts[one.id] or [_change(tree, reason, False) for reason in against[:1]]
        ways.append(Way(one.id, sum(reason.points for reason in reasons[one.id]), _strongest(reasons[one.id]),
                        (*vetoes[one.id], *against), tuple(vetoes[one.id]), tuple(changes)))
    return ways


def _change(tree: Tree, reason: Because, veto: bool) -> Change:
    """What the question behind a reason says would have to change."""
    question = tree.by_id[reason.question]
    return Change(reason.question, reason.option, reason.reason, question.change or reason.reason, veto)


def _shown(flag: Flag, state: State) -> Raised:
    found = tuple(witnesses(flag.when, state.given))
    return Raised(flag.id, flag.gate == "true", flag.title, flag.says.text, flag.next_step.text, flag.recommendation,
                  found)


def _pointed(tree: Tree, state: State, what: str) -> str | None:
    """The stage or direction that the answers point to; the latest question decides."""
    found = None
    for id in state.asked:
        for option in state.given.get(id, ()):
            if option != DONT_KNOW:
                found = getattr(tree.options[id][option], what) or found
    return found


def _unnamed(state: State, modes: Modes) -> str | None:
    """A group worth a look that the owner has not named among those considered."""
    named = state.given.get("considered-modes", ())
    return next((way.id for way in (*modes.first, *modes.compare) if way.id not in named), None) if named else None
