"""The tree of the shipped content and a source of random answers."""

from __future__ import annotations

import datetime as dt
import random
from pathlib import Path

import pytest

from navigator.load import read_records
from navigator.tree.condition import DONT_KNOW, SKIP
from navigator.tree.tree import Tree

ROOT = Path(__file__).resolve().parents[2]
TODAY = dt.date(2026, 11, 23)


@pytest.fixture(scope="session")
def tree() -> Tree:
    base, _ = read_records(ROOT / "content")
    return Tree.of(base.records.values())


@pytest.fixture(scope="session")
def random_answers(tree: Tree) -> list[dict[str, object]]:
    """Two thousand sets: some full, some with holes, some nearly empty."""
    chance = random.Random(20261123)  # noqa: S311 -- the same sets on every run
    return [_answers(tree, chance, chance.choice((0.2, 0.6, 0.9, 1.0))) for _ in range(2000)]


def _answers(tree: Tree, chance: random.Random, share: float) -> dict[str, object]:
    answers: dict[str, object] = {}
    for question in tree.questions:
        if chance.random() > share:
            continue
        ids = [option.id for option in question.options]
        if chance.random() < 0.05:
            answers[question.id] = chance.choice((DONT_KNOW, SKIP))
        elif question.multiple:
            free = [option.id for option in question.options if option.exclusive is None]
            answers[question.id] = chance.sample(free, chance.randint(1, len(free)))
        else:
            answers[question.id] = chance.choice(ids)
    return answers
