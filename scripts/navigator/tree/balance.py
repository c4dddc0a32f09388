"""What the rules do on the whole: how often each thing is advised, how much each question matters, what looks wrong."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from navigator.tree.advise import advise
from navigator.tree.replay import replay
from navigator.tree.result import Advice
from navigator.tree.sample import any_answer
from navigator.tree.tree import Tree

Answers = Mapping[str, Any]
GROUPS = ("first", "compare", "neutral", "not_now")


@dataclass(frozen=True)
class Frequencies:
    """Shares of answer sets, between 0 and 1."""

    sets: int
    among_three: Mapping[str, float]
    first: Mapping[str, float]
    groups: Mapping[str, Mapping[str, float]]  # family -> group -> share
    flags: Mapping[str, float]
    paused: float
    front: Mapping[int, float]  # how many families stand in front -> share


@dataclass(frozen=True, slots=True)
class Influence:
    """How often another answer to a question changes the advice, and how often its head."""

    question: str
    asked: int
    advice: float
    head: float  # the three, the families in front, the flags, the pause


@dataclass(frozen=True, slots=True)
class Alarm:
    """Something that an author should look at."""

    kind: str  # recommendation, family, flag, question, option
    id: str
    what: str


def frequencies(tree: Tree, sets: Sequence[Answers]) -> Frequencies:
    """How often everything is advised."""
    advices = [advise(tree, answers) for answers in sets]
    number = max(len(advices), 1)

    def shares(found: Iterable[str], ids: Iterable[str]) -> dict[str, float]:
        times = Counter(found)
        return {id: times[id] / number for id in ids}

    families = [one.id for one in tree.families]
    by_group = {
        group: shares((way.id for one in advices for way in getattr(one.modes, group)), families) for group in GROUPS
    }
    fronts = Counter(len(one.modes.first) for one in advices)
    return Frequencies(
        len(advices),
        shares((placed.id for one in advices for placed in one.recommendations if placed.priority),
               tree.recommendations),
        shares((one.recommendations[0].id for one in advices if one.recommendations[0].priority),
               tree.recommendations),
        {id: {group: by_group[group][id] for group in GROUPS} for id in families},
        shares((flag.id for one in advices for flag in one.flags), [one.id for one in tree.flags]),
        sum(one.paused for one in advices) / number,
        {count: fronts[count] / number for count in sorted(fronts)},
    )


def influence(tree: Tree, sets: Sequence[Answers], seed: int) -> tuple[Influence, ...]:
    """How much each question matters: in each set in which it is asked, another answer is put in its place."""
    dice = random.Random(seed)  # noqa: S311 - a sample, no secret
    asked, advice, head = Counter[str](), Counter[str](), Counter[str]()
    for answers in sets:
        before = advise(tree, answers)
        for id in replay(tree, answers).asked:
            after = advise(tree, {**answers, id: _another(tree, answers, id, dice)})
            asked[id] += 1
            head[id] += _head(before) != _head(after)
            advice[id] += _seen(before) != _seen(after)
    return tuple(
        Influence(one.id, asked[one.id], advice[one.id] / max(asked[one.id], 1), head[one.id] / max(asked[one.id], 1))
        for one in tree.questions
    )


def _another(tree: Tree, answers: Answers, id: str, dice: random.Random) -> Any:
    while True:
        answer = any_answer(tree.by_id[id], dice)
        if answer != answers.get(id):
            return answer


def _head(advice: Advice) -> tuple[object, ...]:
    modes = advice.modes
    return (
        frozenset(one.id for one in advice.recommendations if one.priority), frozenset(way.id for way in modes.first),
        frozenset(flag.id for flag in advice.flags), advice.paused,
    )


def _seen(advice: Advice) -> tuple[object, ...]:
    """Everything that an owner is advised, without the reasons."""
    return (
        advice.stage, advice.direction, advice.gate, advice.paused, advice.plan, advice.trial, advice.unnamed,
        [one.id for one in advice.recommendations],
        [[way.id for way in getattr(advice.modes, group)] for group in GROUPS],
        [flag.id for flag in advice.flags],
    )


def alarms(tree: Tree, found: Frequencies, questions: Iterable[Influence], scenarios: Sequence[Answers]) -> list[Alarm]:
    """What is always or never advised, asked for nothing, used by no scenario."""
    shown = [*_extreme("recommendation", found.among_three, "среди трёх")]
    shown += _extreme("family", {id: groups["first"] for id, groups in found.groups.items()}, "впереди")
    shown += _extreme("flag", found.flags, "показано")
    shown += [Alarm("question", one.question, "ответ не меняет совета") for one in questions if one.advice == 0]
    return [*shown, *_unused(tree, scenarios)]


def _extreme(kind: str, shares: Mapping[str, float], what: str) -> Iterator[Alarm]:
    for id, share in shares.items():
        if share in (0, 1):
            yield Alarm(kind, id, f"{'всегда' if share else 'никогда не'} {what}")


def _unused(tree: Tree, scenarios: Sequence[Answers]) -> Iterator[Alarm]:
    used = {
        (id, option) for answers in scenarios for id, given in replay(tree, answers).given.items() for option in given
    }
    for question in tree.questions if scenarios else ():
        for option in question.options:
            if (question.id, option.id) not in used:
                yield Alarm("option", f"{question.id}: {option.id}", "нет ни в одном сценарии")
