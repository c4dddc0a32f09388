"""Rules that all records together keep: one module a subject, one function a rule.

A rule takes the whole base and yields problems; it neither raises nor prints.
"""

from __future__ import annotations

from collections.abc import Iterator

from navigator.base import Context, KnowledgeBase
from navigator.problems import Problem
from navigator.rules import (
    catalogue,
    checklists,
    coverage,
    experts,
    experts_people,
    freshness,
    generality,
    identity,
    marks,
    meetings,
    people,
    presence,
    provenance,
    references,
    reviews,
    sources,
    tree_conditions,
    tree_effects,
    tree_names,
    tree_questions,
    typesetting,
    wording,
)
from navigator.rules.rule import Look, Rule

ALL: tuple[Rule, ...] = (
    *marks.RULES,
    *identity.RULES,
    *presence.RULES,
    *coverage.RULES,
    *references.RULES,
    *checklists.RULES,
    *catalogue.RULES,
    *sources.RULES,
    *provenance.RULES,
    *reviews.RULES,
    *typesetting.RULES,
    *wording.RULES,
    *generality.RULES,
    *people.RULES,
    *experts.RULES,
    *experts_people.RULES,
    *freshness.RULES,
    *meetings.RULES,
    *tree_names.RULES,
    *tree_conditions.RULES,
    *tree_effects.RULES,
    *tree_questions.RULES,
)


def check(base: KnowledgeBase, context: Context) -> Iterator[Problem]:
    """The problems of the base under every rule."""
    look = Look(base, context.today)
    for rule in ALL:
        yield from rule.problems(look)
