"""The questions as paper numbers them: the short survey first, answers by the digits of the code."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cached_property

from navigator.model.tree import Option, Question
from navigator.tree.condition import DONT_KNOW, AllOf, Condition, Is, Not
from navigator.tree.tree import Tree
from navigator.typography import NBSP

UNKNOWN = "9"  # «не знаю» in the code, see docs/assets/js/address.js
NOTHING = "0"
AT = "\N{RIGHTWARDS ARROW}"  # «4→3»: answer 3 to question 4

Literal = tuple[str, tuple[str, ...], bool]  # question, options, whether the answer is among them
Clause = tuple[Literal, ...]  # at least one of them holds


@dataclass(frozen=True)
class Numbering:
    """Numbers of the questions and digits of their answers on paper."""

    tree: Tree

    @cached_property
    def questions(self) -> tuple[Question, ...]:
        """The short survey, then the rest, each in the order of the tree."""
        return tuple(sorted(self.tree.questions, key=lambda one: one.survey == "full"))

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
        return ", и ".join(" или ".join(self._said(one) for one in clause) for clause in clauses(condition))

    def short(self, condition: Condition) -> str:
        """A condition for a table: «4→4, 9 и (3→1, 2 или 5→3)»."""
        found = clauses(condition)
        parts = [" или ".join(self._noted(one) for one in clause) for clause in found]
        return " и ".join(
            f"({part})" if len(clause) > 1 and len(found) > 1 else part
            for part, clause in zip(parts, found, strict=True)
        )

    def _said(self, literal: Literal) -> str:
        question, options, among = literal
        digits = [self.digit(question, one) for one in options]
        many = ", ".join(digits[:-1]) + f" или{NBSP}{digits[-1]}" if len(digits) > 1 else digits[0]
        return f"в{NBSP}вопросе{NBSP}{self.number(question)} {'' if among else 'не '}отмечено {many}"

    def _noted(self, literal: Literal) -> str:
        question, options, among = literal
        digits = [self.digit(question, one) for one in options]
        return self.noted(question, digits) if among else f"{self.number(question)}{AT}не{NBSP}" + _listed(digits)

    def noted(self, question: str, digits: Iterable[str]) -> str:
        """A question with some of its answers: «4→4, 9»."""
        return f"{self.number(question)}{AT}{_listed(digits)}"


def _listed(digits: Iterable[str]) -> str:
    return f",{NBSP}".join(digits)


def clauses(condition: Condition, holds: bool = True) -> tuple[Clause, ...]:
    """The condition as clauses that must all hold, each when one of its parts does: a person can follow it."""
    if isinstance(condition, Is):
        return (((condition.question, condition.options, holds),),)
    if isinstance(condition, Not):
        return clauses(condition.part, not holds)
    parts = [clauses(part, holds) for part in condition.parts]
    if isinstance(condition, AllOf) == holds:
        return tuple(clause for part in parts for clause in part)
    return tuple(_either(parts))


def _either(parts: Iterable[tuple[Clause, ...]]) -> list[Clause]:
    """Clauses for «at least one of the parts»."""
    found: list[Clause] = [()]
    for part in parts:
        found = [(*clause, *more) for clause in found for more in part]
    return found
