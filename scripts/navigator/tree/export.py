"""The tree as plain values for the browser: everything that advice needs, each text once, and nothing of the page.

`docs/assets/js/engine.js` reads this; where the two engines differ, tests/tree/test_parity.py fails.
Absent and empty values are left out, so the page stays light.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from navigator.model import Provenance
from navigator.model.tree import Effect, Flag, Option, Question, Step
from navigator.tree.condition import Condition, data
from navigator.tree.tree import Tree


class Marks:
    """Provenance marks by number: most statements share a few of them."""

    def __init__(self) -> None:
        self._numbers: dict[tuple[Any, ...], int] = {}

    def number(self, one: Provenance) -> int:
        """The number of a mark; a new one is added."""
        key = (one.mark, one.lines, one.sources, one.topic)
        return self._numbers.setdefault(key, len(self._numbers))

    def listed(self) -> list[list[Any]]:
        """Every mark as `[mark, lines, sources, topic]`, by its number."""
        return [[mark, list(lines), list(sources), list(topic)] for mark, lines, sources, topic in self._numbers]


def exported(tree: Tree, marks: Marks) -> dict[str, Any]:
    """Everything `advise` and `work_for` look at; effects, steps and flags carry the number of their mark."""
    settings = tree.settings
    return {
        "version": settings.version,
        "questions": [_question(one, marks) for one in tree.questions],
        "combinations": [
            {"id": one.id, "when": data(one.when), "effects": _effects(one.effects, marks)}
            for one in tree.combinations
        ],
        "flags": [_flag(one, marks) for one in tree.flags],
        "recommendations": list(tree.recommendations),
        "families": [one.id for one in tree.families],
        "items": {id: list(items) for id, items in tree.items.items()},
        "base": dict(settings.base),
        "ties": list(settings.ties),
        "held": [
            {"recommendation": one.recommendation, "within": one.within, "when": data(one.when)}
            for one in settings.held
        ],
        "thresholds": settings.thresholds.model_dump(),
        "plan": [_step(one, marks) for one in settings.plan],
        "trial": [_step(one, marks) for one in settings.trial],
        "pause": [{"text": one.text, "mark": marks.number(one)} for one in settings.pause],
    }


def _question(one: Question, marks: Marks) -> dict[str, Any]:
    return _filled(
        id=one.id, survey=one.survey, when=_when(one.when), multiple=one.multiple == "true",
        changeable=one.changeable == "true", change=one.change, unanswered=_effects(one.unanswered, marks),
        options=[_option(option, marks) for option in one.options],
    )


def _option(one: Option, marks: Marks) -> dict[str, Any]:
    return _filled(
        id=one.id, exclusive=one.exclusive == "true", stage=one.stage, direction=one.direction, work=one.work,
        work_from=list(one.work_from), effects=_effects(one.effects, marks),
    )


def _effects(effects: Iterable[Effect], marks: Marks) -> list[dict[str, Any]]:
    return [
        _filled(recommendations=dict(one.recommendations), families=dict(one.families), veto=list(one.veto),
                reason=one.reason, mark=marks.number(one))
        for one in effects
    ]


def _flag(one: Flag, marks: Marks) -> dict[str, Any]:
    return _filled(
        id=one.id, gate=one.gate == "true", pause=one.pause == "true", when=data(one.when), title=one.title,
        text=one.says.text, mark=marks.number(one.says), next_step=one.next_step.text,
        next_mark=marks.number(one.next_step), recommendation=one.recommendation, veto=list(one.veto), lift=one.lift,
    )


def _step(one: Step, marks: Marks) -> dict[str, Any]:
    return _filled(text=one.text, mark=marks.number(one), when=_when(one.when))


def _when(condition: Condition | None) -> dict[str, Any] | None:
    return None if condition is None else data(condition)


def _filled(**values: Any) -> dict[str, Any]:
    # The number 0 stays: it is the first mark.
    return {name: one for name, one in values.items() if one is not None and one is not False and one not in ([], {})}
