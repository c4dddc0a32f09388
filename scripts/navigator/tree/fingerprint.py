"""The fingerprint of the logic: what a person signs, and what makes a signature stale when it changes."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Iterable
from typing import Any

from navigator.model.tree import Effect, Question, Signature
from navigator.tree.condition import Condition, data
from navigator.tree.tree import Tree


def fingerprint(tree: Tree) -> str:
    """Sixteen signs that change with every id, point, condition, threshold and veto, and with no word of prose."""
    text = json.dumps(logic(tree), ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:16]


def standing(tree: Tree) -> tuple[Signature, ...]:
    """The signatures under the rules as they are; none means that the rules are a draft."""
    now = fingerprint(tree)
    return tuple(one for one in tree.settings.signatures if one.logic == now)


def logic(tree: Tree) -> dict[str, Any]:
    """Everything that decides an advice, as plain values."""
    settings = tree.settings
    return {
        "recommendations": list(tree.recommendations),
        "families": [family.id for family in tree.families],
        "base": settings.base,
        "ties": list(settings.ties),
        "held": [[one.recommendation, one.within, _when(one.when)] for one in settings.held],
        "thresholds": settings.thresholds.model_dump(),
        "questions": [_question(question) for question in tree.questions],
        "combinations": [[one.id, _when(one.when), _effects(one.effects)] for one in tree.combinations],
        "flags": [
            [one.id, one.gate, one.pause, _when(one.when), one.recommendation, list(one.veto)] for one in tree.flags
        ],
    }


def _question(question: Question) -> list[Any]:
    options = [[one.id, one.exclusive, one.stage, one.direction, _effects(one.effects)] for one in question.options]
    asked = [question.survey, question.multiple, _when(question.when)]
    return [question.id, *asked, _effects(question.unanswered), options]


def _effects(effects: Iterable[Effect]) -> list[Any]:
    """What effects add up to: how they are grouped under reasons decides nothing."""
    points: dict[str, int] = {}
    vetoes: set[str] = set()
    for effect in effects:
        for id, number in (*effect.recommendations.items(), *effect.families.items()):
            points[id] = points.get(id, 0) + number
        vetoes.update(effect.veto)
    return [{id: number for id, number in points.items() if number}, sorted(vetoes)]


def _when(condition: Condition | None) -> dict[str, Any] | None:
    return None if condition is None else data(condition)
