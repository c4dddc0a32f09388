"""Sets of answers at the edges of the rules: where a mistake of an engine would show.

Each set makes some condition of the tree hold, or only just not; then others
answer at random, some answers are spoilt, and some sets stay nearly empty.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from navigator.tree.condition import DONT_KNOW, SKIP, AllOf, AnyOf, Condition, Is, leaves
from navigator.tree.sample import Answers, any_answer
from navigator.tree.tree import Tree

# Nothing a sound page writes, everything a hand-made link or file may hold.
HOSTILE: tuple[Any, ...] = (
    "", " ", SKIP, DONT_KNOW, [], [""], [SKIP], [DONT_KNOW], [DONT_KNOW, SKIP], None, 0, 5, -1, 1.5, True, {}, [[]],
    [None], {"all": []}, "__proto__", "constructor", "toString", "<script>alert(1)</script>", "«ёлочки»", "x" * 500,
)
UNKNOWN = ("__proto__", "constructor", "hasOwnProperty", "nope", "", "1", "ё", "considered modes")
_SPOILT = 0.15
_FILLED = (0.0, 0.3, 0.85)


def boundary_answers(tree: Tree, number: int, seed: int) -> Iterator[Answers]:
    """As many sets as asked for, the same ones for one seed."""
    dice = random.Random(seed)  # noqa: S311 - a sample, no secret
    conditions = list(all_conditions(tree))
    for _ in range(number):
        answers: Answers = {}
        condition = dice.choice(conditions)
        _satisfy(tree, condition, answers, dice)
        if dice.random() < 1 / 2:
            _spoil_one_leaf(tree, condition, answers, dice)
        filled = dice.choice(_FILLED)
        for question in tree.questions:
            if question.id not in answers and dice.random() < filled:
                answers[question.id] = any_answer(question, dice)
        if dice.random() < _SPOILT:
            answers[dice.choice(tree.questions).id] = dice.choice(HOSTILE)
        if dice.random() < _SPOILT:
            answers[dice.choice(UNKNOWN)] = dice.choice(HOSTILE)
        yield answers


def all_conditions(tree: Tree) -> Iterator[Condition]:
    """Every condition that decides an advice."""
    settings = tree.settings
    yield from (one.when for one in tree.combinations)
    yield from (one.when for one in tree.flags)
    yield from (one.when for one in settings.held)
    yield from (one.when for one in tree.questions if one.when is not None)
    yield from (one.when for one in (*settings.plan, *settings.trial) if one.when is not None)


def _satisfy(tree: Tree, condition: Condition, answers: Answers, dice: random.Random) -> None:
    """Sets answers so that the condition holds and its questions are asked, as far as one pass can."""
    if isinstance(condition, Is):
        question = tree.by_id.get(condition.question)
        if question is not None:
            if question.when is not None:
                _satisfy(tree, question.when, answers, dice)
            answers[question.id] = dice.choice(condition.options)
    elif isinstance(condition, AllOf):
        for part in condition.parts:
            _satisfy(tree, part, answers, dice)
    elif isinstance(condition, AnyOf):
        _satisfy(tree, dice.choice(condition.parts), answers, dice)


def _spoil_one_leaf(tree: Tree, condition: Condition, answers: Answers, dice: random.Random) -> None:
    """Gives one question of the condition another answer, or none."""
    named = [leaf.question for leaf in leaves(condition) if leaf.question in tree.by_id]
    if named:
        id = dice.choice(named)
        answers.pop(id, None)
        if dice.random() < 1 / 2:
            answers[id] = any_answer(tree.by_id[id], dice)
