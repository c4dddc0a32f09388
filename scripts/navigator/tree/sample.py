"""Random sets of answers, the same for one seed: what reports and comparisons are run on."""

from __future__ import annotations

import random
from collections.abc import Iterator
from typing import Any

from navigator.model.tree import Question
from navigator.tree.condition import DONT_KNOW
from navigator.tree.tree import Tree

Answers = dict[str, Any]


def random_answers(tree: Tree, number: int, seed: int, answered: float = 0.85) -> Iterator[Answers]:
    """Sets in which each question is answered with the given chance, every option of it as likely as another."""
    dice = random.Random(seed)  # noqa: S311 - a sample, no secret
    for _ in range(number):
        yield {one.id: any_answer(one, dice) for one in tree.questions if dice.random() < answered}


def any_answer(question: Question, dice: random.Random) -> Any:
    """One answer that the question takes, «не знаю» among them."""
    if question.multiple is None:
        return dice.choice([*(one.id for one in question.options), DONT_KNOW])
    alone = [one.id for one in question.options if one.exclusive]
    several = [one.id for one in question.options if not one.exclusive]
    if dice.random() < 1 / 3:
        return [dice.choice([*alone, DONT_KNOW])]
    return dice.sample(several, dice.randint(1, len(several)))
