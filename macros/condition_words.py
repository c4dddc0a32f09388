"""Conditions over answers in plain words: who is asked, when a rule speaks."""

from __future__ import annotations

from collections.abc import Callable

from navigator.tree.condition import DONT_KNOW, Condition
from navigator.tree.shape import Literal, Shape, pushed
from navigator.tree.tree import Tree


def in_words(condition: Condition, tree: Tree) -> str:
    """The condition as a Russian phrase: «на вопрос «…» ответили «…» или «…»»."""
    return _joined(pushed(condition), lambda one: f"на вопрос «{_asked(one.question, tree)}» {answered(one, tree)}")


def in_numbers(condition: Condition, tree: Tree) -> str:
    """The same with questions by their numbers: «на вопрос 3 не ответили «…»»."""
    numbers = {one.id: number for number, one in enumerate(tree.walked, start=1)}
    return _joined(pushed(condition), lambda one: f"на вопрос {numbers.get(one.question, 0)} {answered(one, tree)}")


def answered(literal: Literal, tree: Tree) -> str:
    """Which answer is meant: «ответили «…» или «…»», «не ответили ни «…», ни «…»»."""
    options = [option(literal.question, one, tree) for one in literal.options]
    if literal.among:
        return f"ответили {' или '.join(options)}"
    return f"не ответили {options[0]}" if len(options) == 1 else f"не ответили ни {', ни '.join(options)}"


def option(question: str, id: str, tree: Tree) -> str:
    """An answer in its quotes."""
    found = tree.options.get(question, {}).get(id)
    return f"«{found.text if found else 'не знаю' if id == DONT_KNOW else id}»"


def _asked(question: str, tree: Tree) -> str:
    found = tree.by_id.get(question)
    return found.text if found else question


def _joined(shape: Shape, said: Callable[[Literal], str], inside: bool = False) -> str:
    """Parts with the word between them, in brackets inside other parts: «и» and «или» never stand side by side."""
    if isinstance(shape, Literal):
        return said(shape)
    joined = f" {shape.word} ".join(_joined(part, said, True) for part in shape.parts)
    return f"({joined})" if inside else joined
