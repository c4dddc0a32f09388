"""Which questions are asked, which answers stand: state is a function of the answers and of nothing else."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from navigator.model.tree import Question
from navigator.tree.condition import DONT_KNOW, SKIP, holds
from navigator.tree.tree import Tree

RESERVED = (DONT_KNOW, SKIP)


@dataclass(frozen=True, slots=True)
class State:
    """Answers that stand, questions that are asked, answers that were dropped."""

    given: Mapping[str, tuple[str, ...]]
    asked: tuple[str, ...]
    dropped: tuple[str, ...]


def replay(tree: Tree, answers: Mapping[str, Any]) -> State:
    """The state that the answers lead to.

    Conditions look at earlier questions only, so one walk in the order of the
    questions is the fixpoint: an answer that stands when it is met stays.
    """
    given: dict[str, tuple[str, ...]] = {}
    asked: list[str] = []
    dropped: list[str] = []
    for question in tree.questions:
        if not holds(question.when, given):
            if question.id in answers:
                dropped.append(question.id)
            continue
        asked.append(question.id)
        if question.id in answers:
            kept, sound = _kept(tree, question, answers[question.id])
            if kept:
                given[question.id] = kept
            if not sound:
                dropped.append(question.id)
    dropped += sorted(str(id) for id in answers if id not in tree.by_id)  # a browser keeps no order of such keys
    return State(given, tuple(asked), tuple(dropped))


def _kept(tree: Tree, question: Question, answer: Any) -> tuple[tuple[str, ...], bool]:
    """What stands of an answer, and whether all of it does."""
    options = (answer,) if isinstance(answer, str) else answer
    if not isinstance(options, list | tuple):
        return (), False
    if tuple(options) in ((), (SKIP,)):
        return (), True
    if tuple(options) == (DONT_KNOW,):
        return (DONT_KNOW,), True
    known = tree.options[question.id]
    chosen = {one for one in options if isinstance(one, str)}
    kept = tuple(id for id in known if id in chosen)  # in the order of the question, each once
    alone = question.multiple is None or any(known[id].exclusive for id in kept)
    if alone and len(options) > 1:
        return (), False
    return kept, len(kept) == len(chosen) == len(options)


def left(tree: Tree, state: State) -> dict[str, int]:
    """How many questions are left at most, in the short survey and in the full one."""
    answered = set(state.given)
    asked = set(state.asked)
    open_: list[Question] = []
    for question in tree.questions:
        if question.id in answered:
            continue
        if question.id in asked or any(need not in answered and need in asked for need in tree.needs[question.id]):
            open_.append(question)
    return {"short": sum(one.survey == "short" for one in open_), "full": len(open_)}
