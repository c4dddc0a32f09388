"""What work would change the advice: at most two answers of questions that an owner can change.

The answer is work to do («соберите цифры о рынке»), never another answer to
give; where two are not enough, there is none.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

from navigator.tree.advise import advise
from navigator.tree.condition import DONT_KNOW
from navigator.tree.replay import replay
from navigator.tree.result import Advice
from navigator.tree.tree import Tree

MOST = 2
Goal = Callable[[Advice], bool]


@dataclass(frozen=True, slots=True)
class Work:
    """Work that changes one answer."""

    question: str
    option: str
    work: str


def in_front(family: str) -> Goal:
    """The family stands in front."""
    return lambda advice: any(way.id == family for way in advice.modes.first)


def among_priorities(recommendation: str) -> Goal:
    """The recommendation is among the three."""
    return lambda advice: any(one.id == recommendation and one.priority for one in advice.recommendations)


def no_longer(goal: Goal) -> Goal:
    """The goal does not hold: what would settle a priority, what would lift a flag."""
    return lambda advice: not goal(advice)


def work_for(tree: Tree, answers: Mapping[str, Any], goal: Goal) -> tuple[Work, ...] | None:
    """The least work after which the goal holds; None where more than two answers would have to change.

    Nothing, where the goal holds already. Of equally short ways the one whose
    questions come first.
    """
    if goal(advise(tree, answers)):
        return ()
    possible = tuple(_possible(tree, answers))
    for count in range(1, MOST + 1):
        for chosen in combinations(possible, count):
            if len({work.question for work in chosen}) == count and goal(advise(tree, _after(tree, answers, chosen))):
                return chosen
    return None


def _possible(tree: Tree, answers: Mapping[str, Any]) -> Iterator[Work]:
    """Every answer that work leads to from where the company stands; never a step back."""
    state = replay(tree, answers)
    for id in state.asked:
        question = tree.by_id[id]
        if question.changeable == "true":
            now = state.given.get(id, (DONT_KNOW,))
            for option in question.options:
                leads = not option.work_from or any(one in (*option.work_from, DONT_KNOW) for one in now)
                if option.work is not None and option.id not in now and leads:
                    yield Work(id, option.id, option.work)


def _after(tree: Tree, answers: Mapping[str, Any], done: tuple[Work, ...]) -> dict[str, Any]:
    """The answers once the work is done; where several may be chosen, one more is."""
    changed = dict(replay(tree, answers).given)
    for work in done:
        question = tree.by_id[work.question]
        kept: tuple[str, ...] = ()
        if question.multiple:
            known = tree.options[work.question]
            kept = tuple(id for id in changed.get(work.question, ()) if id in known and not known[id].exclusive)
        changed[work.question] = (*kept, work.option)
    return changed
