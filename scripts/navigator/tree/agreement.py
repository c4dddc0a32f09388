"""How far advice agrees with judgements of the same situations, in five measures.

The judgements were made by a language model and confirmed by no human; a
figure from here says how the rules compare with them and nothing more.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import astuple, dataclass
from typing import Any

from navigator.tree.result import Advice


@dataclass(frozen=True, slots=True)
class Verdict:
    """What one judge, or one advice, says of a situation."""

    top: tuple[str, ...]
    first: frozenset[str]
    not_now: frozenset[str]
    flags: frozenset[str]
    stage: str | None
    pause: bool

    @classmethod
    def of(cls, advice: Advice) -> Verdict:
        """The verdict that an advice amounts to."""
        return cls(
            tuple(one.id for one in advice.recommendations[:3]),
            frozenset(way.id for way in advice.modes.first),
            frozenset(way.id for way in advice.modes.not_now),
            frozenset(flag.id for flag in advice.flags),
            advice.stage,
            advice.paused,
        )

    @classmethod
    def read(cls, judge: Mapping[str, Any]) -> Verdict:
        """The verdict of a judge as it is written down."""
        return cls(tuple(judge["top"]), frozenset(judge["first"]), frozenset(judge["not_now"]),
                   frozenset(judge["flags"]), judge["stage"], judge["pause"])


@dataclass(frozen=True, slots=True)
class Agreement:
    """Shares between 0 and 1; of `against` less is better."""

    top3: float
    top1: float
    family: float
    against: float
    flags: float
    stage: float
    pause: float


def compare(own: Verdict, judges: Sequence[Verdict]) -> Agreement:
    """How far one verdict agrees with those of the judges of the same situation."""

    def share(measure: Callable[[Verdict], float]) -> float:
        return sum(measure(judge) for judge in judges) / len(judges)

    objecting = any(sum(family in judge.not_now for judge in judges) >= 2 for family in own.first)
    return Agreement(
        share(lambda judge: len(set(judge.top[:3]) & set(own.top[:3])) / 3),
        share(lambda judge: judge.top[0] == own.top[0]),
        share(lambda judge: bool(own.first & judge.first) or not (own.first or judge.first)),
        float(objecting),
        share(lambda judge: _shared(own.flags, judge.flags)),
        share(lambda judge: own.stage == judge.stage),
        share(lambda judge: own.pause == judge.pause),
    )


def _shared(one: frozenset[str], other: frozenset[str]) -> float:
    """What both name over what either names."""
    return len(one & other) / len(one | other) if one | other else 1.0


def average(found: Iterable[Agreement]) -> Agreement:
    """The mean over situations."""
    rows = [astuple(one) for one in found]
    return Agreement(*(sum(column) / len(rows) for column in zip(*rows, strict=True)))


def agreement(cases: Iterable[Mapping[str, Any]], advise: Callable[[Mapping[str, Any]], Advice]) -> Agreement:
    """How far advice agrees with the judges of all cases."""
    return average(
        compare(Verdict.of(advise(case["answers"])), [Verdict.read(judge) for judge in case["judges"]])
        for case in cases
    )


def among_judges(cases: Iterable[Mapping[str, Any]]) -> Agreement:
    """How far each judge agrees with the other two: the most that can be asked for."""
    found = []
    for case in cases:
        judges = [Verdict.read(judge) for judge in case["judges"]]
        found += [compare(one, judges[:at] + judges[at + 1:]) for at, one in enumerate(judges)]
    return average(found)
