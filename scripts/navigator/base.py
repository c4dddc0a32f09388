"""The knowledge base: every record that could be read, by id, with the place of each of its values."""

from __future__ import annotations

import datetime as dt
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from functools import cached_property
from types import MappingProxyType
from typing import TypeVar

from navigator.model import (
    KINDS,
    Checklist,
    Direction,
    Factor,
    Item,
    Page,
    Person,
    Recommendation,
    Record,
    Source,
    Stage,
    Term,
)
from navigator.problems import Place
from navigator.reader.tree import Node, spot

AnyRecord = TypeVar("AnyRecord", bound=Record)

_KIND_OF_MODEL = {model: kind for kind, model in KINDS.values()}


@dataclass(frozen=True, slots=True)
class Context:
    """What a rule may know besides the records."""

    today: dt.date


@dataclass(frozen=True, slots=True)
class Origin:
    """What a record was read from: its file, the text of the file and the values with their places."""

    file: str
    text: str
    node: Node


@dataclass(frozen=True)
class KnowledgeBase:
    """Records by id. An id whose file could not be read is known all the same, so nobody calls it dangling."""

    records: Mapping[str, Record]
    origins: Mapping[str, Origin] = field(default_factory=dict, repr=False)
    unread: Mapping[str, str] = field(default_factory=dict)  # id -> kind, of what is there and could not be read
    folder: str = "content"

    def kind_of(self, id: str) -> str | None:
        """The kind of a record («recommendation», «term»…), «item» for an item of a checklist, None when unknown."""
        if record := self.records.get(id):
            return _KIND_OF_MODEL[type(record)]
        return "item" if id in self.items else self.unread.get(id)

    def of_kind(self, kind: str) -> tuple[Record, ...]:
        """Records of a kind, by number where they have one, else by id."""
        return self._by_kind.get(kind, ())

    @cached_property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """The recommendations in the order of the article."""
        return self._all(Recommendation)

    @cached_property
    def checklists(self) -> tuple[Checklist, ...]:
        """The checklists in the order of their recommendations."""
        order = {record.id: record.number for record in self.recommendations}
        return tuple(sorted(self._all(Checklist), key=lambda one: (order.get(one.recommendation, 99), one.id)))

    @cached_property
    def stages(self) -> tuple[Stage, ...]:
        """The stages in their order."""
        return self._all(Stage)

    @cached_property
    def directions(self) -> tuple[Direction, ...]:
        """The directions of participation."""
        return self._all(Direction)

    @cached_property
    def factors(self) -> tuple[Factor, ...]:
        """The factors."""
        return self._all(Factor)

    @cached_property
    def terms(self) -> tuple[Term, ...]:
        """The glossary."""
        return self._all(Term)

    @cached_property
    def sources(self) -> tuple[Source, ...]:
        """The works cited; those of the article's list first, in its order."""
        return self._all(Source)

    @cached_property
    def people(self) -> tuple[Person, ...]:
        """People and offices."""
        return self._all(Person)

    @cached_property
    def pages(self) -> tuple[Page, ...]:
        """Pages of prose."""
        return self._all(Page)

    @cached_property
    def items(self) -> Mapping[str, tuple[Checklist, Item]]:
        """Every item of every checklist by its id; of two with one id the first."""
        found: dict[str, tuple[Checklist, Item]] = {}
        for checklist in self.checklists:
            for item in checklist.items:
                found.setdefault(item.id, (checklist, item))
        return MappingProxyType(found)

    def checklist_for(self, recommendation: str) -> Checklist | None:
        """The checklist of a recommendation."""
        return next((one for one in self.checklists if one.recommendation == recommendation), None)

    def place(self, id: str, *path: str | int) -> Place:
        """Where a value of a record stands; for one that is absent, the mapping that should hold it."""
        origin = self.origins.get(id)
        if origin is None:
            return Place(self.folder)
        return Place(origin.file, *spot(origin.node, path))

    @cached_property
    def _by_kind(self) -> Mapping[str, tuple[Record, ...]]:
        found: dict[str, list[Record]] = {}
        for record in self.records.values():
            found.setdefault(_KIND_OF_MODEL[type(record)], []).append(record)
        return {kind: tuple(_ordered(records)) for kind, records in found.items()}

    def _all(self, model: type[AnyRecord]) -> tuple[AnyRecord, ...]:
        return tuple(one for one in self.of_kind(_KIND_OF_MODEL[model]) if isinstance(one, model))


def _ordered(records: Iterable[Record]) -> list[Record]:
    """By number, those without one last, then by id."""
    return sorted(records, key=lambda one: (getattr(one, "number", None) or 10**6, one.id))
