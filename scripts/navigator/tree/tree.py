"""The tree as the engine walks it: records put in order and looked up by id.

Everything is worked out once here, so that an advice itself takes well under
a millisecond.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property

from navigator.model import Checklist, Recommendation, Record
from navigator.model.tree import Combination, Effect, Family, Flag, Option, Question, TreeSettings
from navigator.tree.condition import leaves


@dataclass(frozen=True)
class Tree:
    """Questions in their order, what answers say, and the records that advice is about."""

    settings: TreeSettings
    questions: tuple[Question, ...]
    combinations: tuple[Combination, ...]
    flags: tuple[Flag, ...]
    recommendations: tuple[str, ...]  # ids in the order of the article
    families: tuple[Family, ...]
    items: Mapping[str, tuple[str, ...]]  # recommendation -> ids of the compact items of its checklist

    @classmethod
    def of(cls, records: Iterable[Record]) -> Tree:
        """The tree among the records; retired ones stay out. A question that the settings do not name is left out."""
        alive = [record for record in records if record.status != "retired"]
        settings = next((one for one in alive if isinstance(one, TreeSettings)), None)
        if settings is None:
            raise LookupError("content/tree/tree.yml is missing")
        questions = {one.id: one for one in alive if isinstance(one, Question)}
        recommendations = sorted((one for one in alive if isinstance(one, Recommendation)), key=lambda one: one.number)
        return cls(
            settings,
            tuple(questions[id] for id in settings.questions if id in questions),
            tuple(sorted((one for one in alive if isinstance(one, Combination)), key=lambda one: one.id)),
            tuple(sorted((one for one in alive if isinstance(one, Flag)), key=lambda one: (one.number, one.id))),
            # The article's order is that of the numbers; a part of the base that lacks some still gives advice.
            tuple(one.id for one in recommendations) if len(recommendations) == len(settings.ties) else settings.ties,
            tuple(sorted((one for one in alive if isinstance(one, Family)), key=lambda one: (one.number, one.id))),
            {
                one.recommendation: tuple(item.id for item in one.items if item.level == "compact")
                for one in alive
                if isinstance(one, Checklist)
            },
        )

    @cached_property
    def by_id(self) -> Mapping[str, Question]:
        """Questions by id."""
        return {one.id: one for one in self.questions}

    @cached_property
    def options(self) -> Mapping[str, Mapping[str, Option]]:
        """Options by question and id."""
        return {one.id: {option.id: option for option in one.options} for one in self.questions}

    @cached_property
    def tie(self) -> Mapping[str, int]:
        """Which of two recommendations goes first when their points are equal."""
        return {id: number for number, id in enumerate(self.settings.ties)}

    @cached_property
    def needs(self) -> Mapping[str, tuple[str, ...]]:
        """The questions that the condition of a question looks at."""
        return {one.id: tuple(leaf.question for leaf in leaves(one.when)) for one in self.questions}

    @property
    def short(self) -> tuple[Question, ...]:
        """The questions of the short survey."""
        return tuple(one for one in self.questions if one.survey == "short")

    @cached_property
    def walked(self) -> tuple[Question, ...]:
        """The questions as a person meets and paper numbers them: the short survey, then the rest."""
        return tuple(sorted(self.questions, key=lambda one: one.survey == "full"))

    def effects(self) -> Iterable[tuple[str, Effect]]:
        """Every effect with the record it belongs to."""
        for question in self.questions:
            for effect in (*question.unanswered, *(one for option in question.options for one in option.effects)):
                yield question.id, effect
        for combination in self.combinations:
            for effect in combination.effects:
                yield combination.id, effect


