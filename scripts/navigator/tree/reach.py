"""Whether a condition can hold, and whether it can fail, over all answers.

A search that starts from the condition and asks of other questions only what
it comes upon: an answer brings in the condition under which its question is
asked, no answer brings in nothing. Answers that no condition tells apart are
taken as one. Where the search grows too long it says «not known», so nobody is
told of a fault that is none.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import combinations

from navigator.model.tree import Question
from navigator.tree.condition import DONT_KNOW, AllOf, AnyOf, Condition, Is, Not, holds, leaves

BUDGET = 3_000  # answers tried before the search gives up
_MOST_TOGETHER = 5  # options of one question that conditions may tell apart

Answer = tuple[str, ...]
Answers = Mapping[str, Answer]


class _TooLongError(Exception):
    """The search has used up its budget."""


class Reach:
    """Searches over answers to questions that stand in a fixed order."""

    def __init__(self, questions: Iterable[Question]) -> None:
        self.questions = {one.id: one for one in questions}
        self._told: dict[str, set[str]] = {}  # options that conditions of questions tell apart
        for one in self.questions.values():
            for leaf in leaves(one.when):
                self._told.setdefault(leaf.question, set()).update(leaf.options)

    def can(self, condition: Condition, want: bool = True) -> bool | None:
        """Whether some answers make the condition hold (or fail); None where the search is too long."""
        goal = condition if want else Not(condition)
        told: dict[str, set[str]] = {}
        for leaf in leaves(condition):
            told.setdefault(leaf.question, set()).update(leaf.options)
        try:
            return _Search(self.questions, self._told, told).find((goal,), {})
        except _TooLongError:
            return None

    def at_least(self, chosen: Iterable[Question], enough: int) -> int:
        """How many of the questions one owner may be asked; counted until it is more than enough."""
        asked, goals = 0, list[Condition]()
        for question in sorted(chosen, key=lambda one: one.when is not None):
            if question.when is None:
                asked += 1
            elif self.can(AllOf((*goals, question.when))):
                goals.append(question.when)
                asked += 1
            if asked > enough:
                break
        return asked

    def closed(self, condition: Condition | None) -> set[str]:
        """The questions the condition looks at, and those that decide whether these are asked."""
        found: set[str] = set()
        waiting = {leaf.question for leaf in leaves(condition)}
        while waiting:
            id = waiting.pop()
            if id in self.questions and id not in found:
                found.add(id)
                waiting |= {leaf.question for leaf in leaves(self.questions[id].when)}
        return found


class _Search:
    """One search with its budget."""

    def __init__(self, questions: Mapping[str, Question], *told: Mapping[str, set[str]]) -> None:
        self.questions, self.told = questions, told
        self.tried = 0

    def find(self, goals: tuple[Condition, ...], given: dict[str, Answer]) -> bool:
        """Whether answers can be added to those given so that every goal holds."""
        open_ = []
        for goal in goals:
            decided = _decided(goal, given)
            if decided is False:
                return False
            if decided is None:
                open_.append(goal)
        if not open_:
            return True
        id = next(leaf.question for leaf in leaves(open_[0]) if leaf.question not in given)
        question = self.questions.get(id)
        for answer in self._answers(question):
            self.tried += 1
            if self.tried > BUDGET:
                raise _TooLongError
            needed = (question.when,) if question is not None and answer and question.when is not None else ()
            if self.find((*open_, *needed), {**given, id: answer}):
                return True
        return False

    def _answers(self, question: Question | None) -> Iterator[Answer]:
        """Answers that conditions tell apart: each option named, one for all the rest, «не знаю», none."""
        if question is not None:
            told = set[str]().union(*(each.get(question.id, set()) for each in self.told))
            named = [one for one in question.options if one.id in told]
            yield from ((one.id,) for one in named)
            if rest := next((one for one in question.options if one.id not in told), None):
                yield (rest.id,)
            if question.multiple:
                several = [one.id for one in named if not one.exclusive]
                if len(several) > _MOST_TOGETHER:
                    raise _TooLongError
                for size in range(2, len(several) + 1):
                    yield from combinations(several, size)
            yield (DONT_KNOW,)
        yield ()


def _decided(condition: Condition, given: Answers) -> bool | None:
    """Whether the condition holds whatever else is answered; None where that depends."""
    if isinstance(condition, Is):
        return holds(condition, given) if condition.question in given else None
    if isinstance(condition, Not):
        inner = _decided(condition.part, given)
        return None if inner is None else not inner
    settles = isinstance(condition, AnyOf)
    unknown = False
    for part in condition.parts:
        found = _decided(part, given)
        if found is settles:
            return settles
        unknown = unknown or found is None
    return None if unknown else not settles
