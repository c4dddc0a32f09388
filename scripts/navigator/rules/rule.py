"""What a rule is: a small function over the whole base whose docstring is its line in the author's guide."""

from __future__ import annotations

import datetime as dt
import inspect
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import cached_property

from navigator.base import KnowledgeBase
from navigator.model import Provenance
from navigator.problems import Place, Problem, Severity
from navigator.rules.named import Reference, references_in
from navigator.rules.passages import Passage, Path, passages_of, provenances
from navigator.rules.where import place_within


@dataclass(frozen=True, slots=True)
class Found:
    """What a rule has found: where, what is wrong, how to mend it."""

    place: Place
    message: str
    fix: str


@dataclass(frozen=True)
class Look:
    """What rules look at: the base, the day of the check, and every text once."""

    base: KnowledgeBase
    today: dt.date

    @cached_property
    def passages(self) -> tuple[Passage, ...]:
        """Every text of the base that a reader is shown, in the order of records."""
        return tuple(passage for record in self.base.records.values() for passage in passages_of(record))

    @cached_property
    def spoken(self) -> tuple[tuple[Passage, int, str], ...]:
        """Plain words of every text of ours with their offsets; ids and addresses are not words."""
        return tuple((passage, at, words) for passage in self.passages for at, words in passage.spoken())

    @cached_property
    def statements(self) -> tuple[tuple[str, Path, Provenance], ...]:
        """Everything that says where it comes from: the id of its record, its path, itself."""
        records = self.base.records.values()
        return tuple((record.id, path, said) for record in records for path, said in provenances(record))

    @cached_property
    def references(self) -> tuple[Reference, ...]:
        """Every id named in the base, in fields and in prose."""
        return tuple(references_in(self.base.records.values(), self.passages))

    def place(self, record: str, path: Path, offset: int | None = None) -> Place:
        """The place of a value, or of a character inside a text."""
        if offset is None:
            return self.base.place(record, *path)
        return place_within(self.base, record, path, self._value(record, path), offset)

    def at(self, passage: Passage, offset: int | None = None) -> Place:
        """The place of a passage, or of a character in it."""
        return self.place(passage.record, passage.path, offset)

    def _value(self, record: str, path: Path) -> str:
        value: object = self.base.records[record]
        for step in path:
            value = getattr(value, step) if isinstance(step, str) else value[step]  # type: ignore[index]
        return str(value)


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule with its stable code; `line` is what the author's guide says of it."""

    code: str
    severity: Severity
    line: str
    find: Callable[[Look], Iterator[Found]]

    def problems(self, look: Look) -> Iterator[Problem]:
        """The problems of the base under this rule."""
        for found in self.find(look):
            yield Problem(found.place, self.code, self.severity, found.message, found.fix)


def rule(code: str, severity: Severity = "error") -> Callable[[Callable[[Look], Iterator[Found]]], Rule]:
    """Make a rule of a function."""

    def make(find: Callable[[Look], Iterator[Found]]) -> Rule:
        line = inspect.cleandoc(find.__doc__ or "")
        return Rule(code, severity, line, find)

    return make
