"""The questions as paper numbers them: the short survey first, answers by the digits of the code."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from navigator.model.tree import Option, Question
from navigator.tree.condition import DONT_KNOW, Condition, Not
from navigator.tree.shape import Literal, Shape, pushed
from navigator.tree.tree import Tree
from navigator.typography import NBSP

UNKNOWN = "9"  # «не знаю» in the code, see docs/assets/js/address.js
NOTHING = "0"
AT = "\N{RIGHTWARDS ARROW}"  # «4→3»: answer 3 to question 4


@dataclass(frozen=True)
class Numbering:
    """Numbers of the questions and digits of their answers on paper."""

    tree: Tree

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The short survey, then the rest, each in the order of the tree."""
        return self.tree.walked

    @cached_property
    def _numbers(self) -> dict[str, int]:
        return {one.id: number for number, one in enumerate(self.questions, start=1)}

    def number(self, question: str) -> int:
        """What a question is called on paper."""
        return self._numbers[question]

    def digit(self, question: str, option: str) -> str:
        """What stands beside an answer: its number, or its power of two where several are added up."""
        asked = self.tree.by_id[question]
        ids = [one.id for one in asked.options]
        if asked.multiple:
            return str(2 ** (len(ids) if option == DONT_KNOW else ids.index(option)))
        return UNKNOWN if option == DONT_KNOW else str(ids.index(option) + 1)

    def width(self, question: Question) -> int:
        """Digits of the code that a question takes."""
        return len(str(2 ** len(question.options))) if question.multiple else 1

    def options(self, question: Question) -> Iterator[tuple[str, Option | None]]:
        """The answers with their digits, «не знаю» last."""
        for one in question.options:
            yield self.digit(question.id, one.id), one
        yield self.digit(question.id, DONT_KNOW), None

    def otherwise(self, question: Question) -> str | None:
        """«Если в вопросе 1 отмечено 1 или 2, переходите к вопросу 15» — for a question that not everybody is asked."""
        if question.when is None:
            return None
        at = self.number(question.id)
        way = f"переходите к{NBSP}вопросу{NBSP}{at + 1}" if at < len(self.questions) else "этот вопрос пропустите"
        return f"Если {self.words(Not(question.when))}, {way}."

    def words(self, condition: Condition) -> str:
        """A condition in words and digits: «в вопросе 3 отмечено 4»."""
        return self._joined(pushed(condition), self._said)

    def short(self, condition: Condition) -> str:
        """A condition for a table: «4→4, 9 и (3→1, 2 или 5→3)»."""
        return self._joined(pushed(condition), self._noted)

    def _joined(self, shape: Shape, said: Callable[[Literal], str], inside: bool = False) -> str:
        """Parts with the word between them, in brackets inside other parts: «и» and «или» never stand side by side."""
        if isinstance(shape, Literal):
            return said(shape)
        joined = f" {shape.word} ".join(self._joined(part, said, True) for part in shape.parts)
        return f"({joined})" if inside else joined

    def _said(self, literal: Literal) -> str:
        digits = [self.digit(literal.question, one) for one in literal.options]
        many = ", ".join(digits[:-1]) + f" или{NBSP}{digits[-1]}" if len(digits) > 1 else digits[0]
        told = "отмечено" if literal.among else "не отмечено"
        return f"в{NBSP}вопросе{NBSP}{self.number(literal.question)} {told} {many}"

    def _noted(self, literal: Literal) -> str:
        digits = [self.digit(literal.question, one) for one in literal.options]
        if literal.among:
            return self.noted(literal.question, digits)
        return f"{self.number(literal.question)}{AT}не{NBSP}{_listed(digits)}"

    def noted(self, question: str, digits: Iterable[str]) -> str:
        """A question with some of its answers: «4→4, 9»."""
        return f"{self.number(question)}{AT}{_listed(digits)}"


def _listed(digits: Iterable[str]) -> str:
    return f",{NBSP}".join(digits)
