"""The records of the tree as rules look at them: by kind, in order, with every condition and its place.

Rules must bear what an engine need not: settings that are missing, questions
that nobody lists, ids that lead nowhere.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import TypeVar

from navigator.base import KnowledgeBase
from navigator.model import Record
from navigator.model.guarantee import Guarantee
from navigator.model.tree import Combination, Effect, Family, Flag, Question, TreeSettings
from navigator.reader.tree import Node, walk
from navigator.rules.passages import Path
from navigator.rules.rule import Look
from navigator.tree.condition import Condition, Is, leaves
from navigator.tree.tree import Tree

AnyRecord = TypeVar("AnyRecord", bound=Record)


@dataclass(frozen=True)
class Use:
    """A condition where it stands; `owner` is the question that only earlier ones may decide about."""

    record: str
    path: Path
    when: Condition
    owner: Question | None = None
    words: bool = False  # decides about words only, once the question is asked


@dataclass(frozen=True)
class View:
    """The tree of a base; retired records are out of force and out of view."""

    base: KnowledgeBase

    @cached_property
    def settings(self) -> TreeSettings | None:
        """The settings."""
        return next(iter(self._alive(TreeSettings)), None)

    @cached_property
    def questions(self) -> dict[str, Question]:
        """The questions: those listed in their order, then the others."""
        found = {one.id: one for one in self._alive(Question)}
        listed = [id for id in (self.settings.questions if self.settings else ()) if id in found]
        return {id: found[id] for id in dict.fromkeys((*listed, *found))}

    @cached_property
    def places(self) -> dict[str, int]:
        """The place of each question in the order."""
        return {id: number for number, id in enumerate(self.questions)}

    @cached_property
    def combinations(self) -> tuple[Combination, ...]:
        """The combinations of answers."""
        return self._alive(Combination)

    @cached_property
    def flags(self) -> tuple[Flag, ...]:
        """The flags."""
        return self._alive(Flag)

    @cached_property
    def families(self) -> tuple[Family, ...]:
        """The families."""
        return self._alive(Family)

    @cached_property
    def guarantees(self) -> tuple[Guarantee, ...]:
        """The promises."""
        return self._alive(Guarantee)

    @cached_property
    def tree(self) -> Tree | None:
        """The tree of the engine, where there are settings."""
        return Tree.of(self.base.records.values()) if self.settings else None

    @cached_property
    def uses(self) -> tuple[Use, ...]:
        """Every condition of the tree."""
        return tuple(self._uses())

    def _uses(self) -> Iterator[Use]:
        for one in self.questions.values():
            if one.when is not None:
                yield Use(one.id, ("when",), one.when, one)
            for number, variant in enumerate(one.variants):
                yield Use(one.id, ("variants", number, "when"), variant.when, one, True)
            for at, option in enumerate(one.options):
                for number, variant in enumerate(option.variants):
                    yield Use(one.id, ("options", at, "variants", number, "when"), variant.when, one, True)
        yield from (Use(one.id, ("when",), one.when) for one in self.combinations)
        yield from (Use(one.id, ("when",), one.when) for one in self.flags)
        yield from (Use(one.id, ("assume",), one.assume) for one in self.guarantees if one.assume is not None)
        yield from self._of_settings()

    def _of_settings(self) -> Iterator[Use]:
        if self.settings:
            for number, held in enumerate(self.settings.held):
                yield Use(self.settings.id, ("held", number, "when"), held.when)
            for field in ("plan", "trial"):
                for number, step in enumerate(getattr(self.settings, field)):
                    if step.when is not None:
                        yield Use(self.settings.id, (field, number, "when"), step.when)

    @cached_property
    def effects(self) -> tuple[tuple[str, Path, Effect], ...]:
        """Every effect with its record and path."""
        return tuple(self._effects())

    def _effects(self) -> Iterator[tuple[str, Path, Effect]]:
        for one in self.questions.values():
            for number, effect in enumerate(one.unanswered):
                yield one.id, ("unanswered", number), effect
            for at, option in enumerate(one.options):
                for number, effect in enumerate(option.effects):
                    yield one.id, ("options", at, "effects", number), effect
        for combination in self.combinations:
            for number, effect in enumerate(combination.effects):
                yield combination.id, ("effects", number), effect

    def parts(self, use: Use) -> Iterator[tuple[Path, Is]]:
        """Every `question: option` of a condition with its path in the file."""
        found = tuple(leaves(use.when))
        origin = self.base.origins.get(use.record)
        if origin is not None:
            node, done = walk(origin.node, use.path)
            paths = tuple(_paths(node, use.path)) if done == len(use.path) else ()
            if len(paths) == len(found):
                yield from zip(paths, found, strict=True)
                return
        yield from ((use.path, leaf) for leaf in found)

    def _alive(self, model: type[AnyRecord]) -> tuple[AnyRecord, ...]:
        found = (one for one in self.base.records.values() if isinstance(one, model) and one.status != "retired")
        return tuple(sorted(found, key=lambda one: (getattr(one, "number", 0), one.id)))


def view(look: Look) -> View:
    """The view of a look, made once."""
    if "tree_view" not in look.__dict__:
        look.__dict__["tree_view"] = View(look.base)
    found: View = look.__dict__["tree_view"]
    return found


def _paths(node: Node, path: Path) -> Iterator[Path]:
    """The paths of the questions that a written condition names, in order."""
    if isinstance(node.value, dict):
        for key, part in node.value.items():
            if key in ("all", "any") and isinstance(part.value, list):
                for number, one in enumerate(part.value):
                    yield from _paths(one, (*path, key, number))
            elif key == "not":
                yield from _paths(part, (*path, key))
            else:
                yield (*path, key)
