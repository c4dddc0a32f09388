"""Unknown answers: a truth value for every option of every question, `dont-know` included.

What an owner may give is narrower than the truth values allow: one option of
most questions, and what excludes others stands alone. `lawful` says so.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from itertools import combinations
from typing import Any

import z3

from navigator.model.tree import Question
from navigator.tree.condition import DONT_KNOW
from navigator.tree.tree import Tree

Options = dict[str, z3.BoolRef]


@dataclass(frozen=True)
class Unknown:
    """Answers nobody has given yet, by question and option."""

    chosen: Mapping[str, Options]
    lawful: z3.BoolRef

    @classmethod
    def of(cls, tree: Tree, name: str = "") -> Unknown:
        """Unknown answers to every question of the tree; another name makes other answers."""
        chosen = {one.id: _options(one, name) for one in tree.questions}
        return cls(chosen, z3.And([rule for one in tree.questions for rule in _rules(one, chosen[one.id])]))

    def changed(self, question: Question, name: str) -> Unknown:
        """The same answers but for one question, to which another is given, or none."""
        options = _options(question, name)
        return Unknown({**self.chosen, question.id: options}, z3.And(self.lawful, *_rules(question, options)))

    def answered(self, id: str, option: str | None) -> Unknown:
        """The same answers but for one question, answered with the option, or not at all."""
        return Unknown({**self.chosen, id: _only(self.chosen[id], option)}, self.lawful)

    def without(self, questions: frozenset[str]) -> Unknown:
        """The same answers, the questions left unanswered."""
        left = {id: _only(options, None) if id in questions else options for id, options in self.chosen.items()}
        return Unknown(left, self.lawful)

    def fixed(self, tree: Tree, answers: Mapping[str, Any]) -> list[tuple[z3.BoolRef, z3.BoolRef]]:
        """The pairs that put given answers in the place of the unknown ones."""
        pairs = []
        for question in tree.questions:
            given = answers.get(question.id, ())
            given = (given,) if isinstance(given, str) else given
            pairs += [(sign, z3.BoolVal(id in given)) for id, sign in self.chosen[question.id].items()]
        return pairs

    def read(self, tree: Tree, model: z3.ModelRef) -> dict[str, str | list[str]]:
        """The answers of a model, as an owner would give them."""
        found: dict[str, str | list[str]] = {}
        for question in tree.questions:
            given = [id for id, sign in self.chosen[question.id].items() if z3.is_true(model.eval(sign, True))]
            if given:
                found[question.id] = given if question.multiple and given != [DONT_KNOW] else given[0]
        return found


def _only(options: Options, chosen: str | None) -> Options:
    return {id: z3.BoolVal(id == chosen) for id in options}


def _options(question: Question, name: str) -> Options:
    return {id: z3.Bool(f"{name}{question.id}={id}") for id in (*(one.id for one in question.options), DONT_KNOW)}


def _rules(question: Question, options: Options) -> Iterator[z3.BoolRef]:
    """What may be answered: one option, or several where the question takes several."""
    alone = {DONT_KNOW, *(one.id for one in question.options if one.exclusive)}
    for one, other in combinations(options, 2):
        if question.multiple is None or one in alone or other in alone:
            yield z3.Not(z3.And(options[one], options[other]))
