"""Conditions over answers in plain words: who is asked, when a rule speaks."""

from __future__ import annotations

from navigator.tree.condition import DONT_KNOW, AllOf, AnyOf, Condition, Is
from navigator.tree.tree import Tree


def in_words(condition: Condition, tree: Tree) -> str:
    """The condition as a Russian phrase: «на вопрос «…» ответ «…» или «…»»."""
    if isinstance(condition, Is):
        question = tree.by_id.get(condition.question)
        asked = question.text if question else condition.question
        answers = " или ".join(_option(condition.question, one, tree) for one in condition.options)
        return f"на вопрос «{asked}» ответ {answers}"
    if isinstance(condition, AllOf | AnyOf):
        word = "; и " if isinstance(condition, AllOf) else "; или "
        return word.join(in_words(part, tree) for part in condition.parts)
    return f"неверно, что {in_words(condition.part, tree)}"


def _option(question: str, option: str, tree: Tree) -> str:
    found = tree.options.get(question, {}).get(option)
    return "«не знаю»" if option == DONT_KNOW else f"«{found.text if found else option}»"
