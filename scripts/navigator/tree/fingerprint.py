"""The fingerprint of the rules: it changes with everything that moves an advice, and with nothing else.

A signature names the fingerprint it was given for. When the rules under it
change, the two differ, and the signature is stale by itself.
"""

from __future__ import annotations

import hashlib
import json
from typing import Any

from navigator.model.tree import Condition, Effect
from navigator.tree.condition import data
from navigator.tree.tree import Tree

_LENGTH = 16


def fingerprint(tree: Tree) -> str:
    """Questions, options, points, vetoes, conditions, places, thresholds; no words."""
    settings = tree.settings
    logic = {
        "questions": [
            {"id": one.id, "survey": one.survey, "multiple": one.multiple, "when": _when(one.when),
             "unanswered": [_effect(effect) for effect in one.unanswered],
             "options": [
                 {"id": option.id, "exclusive": option.exclusive, "stage": option.stage,
                  "direction": option.direction, "effects": [_effect(effect) for effect in option.effects]}
                 for option in one.options
             ]}
            for one in tree.questions
        ],
        "combinations": [
            {"when": _when(one.when), "effects": [_effect(effect) for effect in one.effects]}
            for one in tree.combinations
        ],
        "flags": [
            {"id": one.id, "gate": one.gate, "pause": one.pause, "when": _when(one.when), "veto": sorted(one.veto),
             "recommendation": one.recommendation}
            for one in tree.flags
        ],
        "families": [one.id for one in tree.families],
        "base": settings.base,
        "ties": settings.ties,
        "held": [[one.recommendation, one.within, _when(one.when)] for one in settings.held],
        "thresholds": settings.thresholds.model_dump(),
    }
    text = json.dumps(logic, ensure_ascii=True, sort_keys=True, separators=(",", ":"))
    return hashlib.sha256(text.encode("ascii")).hexdigest()[:_LENGTH]


def _when(condition: Condition | None) -> Any:
    return None if condition is None else data(condition)


def _effect(effect: Effect) -> list[Any]:
    """What an effect does; one that only says something does nothing."""
    return [
        {id: points for id, points in effect.recommendations.items() if points},
        {id: points for id, points in effect.families.items() if points},
        sorted(effect.veto),
    ]
