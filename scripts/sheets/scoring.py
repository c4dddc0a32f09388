"""The rules as tables for a pencil: points of each answer for the recommendations and for the groups of ways in."""

from __future__ import annotations

from collections.abc import Callable, Iterator

from navigator.base import KnowledgeBase
from navigator.model.tree import Effect
from navigator.tree.condition import DONT_KNOW, Condition
from navigator.tree.tree import Tree
from sheets import words
from sheets.numbering import NOTHING, UNKNOWN, Numbering
from sheets.sheet import Data, Press, Sheet
from sheets.survey import GROUP, effects, name, order, records, rules_page, told

MINUS = "\N{MINUS SIGN}"
STOP = "нет"  # in the cell of a group that is not put ahead whatever its points
Points = Callable[[Effect], dict[str, int]]


def sheets(press: Press) -> tuple[Sheet, ...]:
    """The table of recommendations and that of groups, where there is a tree."""
    if not press.base.of_kind("tree"):
        return ()
    tree = Tree.of(press.base.records.values())
    used = (*records(tree), *told(press), *tree.recommendations, *(one.id for one in tree.families))
    return (
        Sheet(
            name="scoring", title="Подсчёт вручную",
            description="Две таблицы: баллы ответов для восьми рекомендаций и для восьми групп способов. По ним "
            "карандашом выходит тот же порядок, что на сайте.",
            template="scoring.typ", data=_data, records=used, page=rules_page(press), group=GROUP, most=2,
        ),
    )


def _data(press: Press) -> Data:
    tree = Tree.of(press.base.records.values())
    numbering = Numbering(tree)
    settings = tree.settings
    base = settings.base
    groups = [one.id for one in tree.families]
    limits = settings.thresholds
    return {
        "nothing": NOTHING,
        "unknown": UNKNOWN,
        "order": order(press),
        "keyed": words.keyed(effects(tree)),
        "recommendations": {
            "heads": [words.text(words.name(press.base, id)) for id in settings.ties],
            "base": [_signed(base.get(id, 0)) for id in settings.ties] if any(base.values()) else None,
            "rows": _rows(press.base, numbering, settings.ties, lambda effect: effect.recommendations, flags=False),
            "held": [
                {
                    "when": words.text(numbering.short(one.when)),
                    "head": words.text(words.name(press.base, one.recommendation)),
                    "within": one.within,
                }
                for one in settings.held
            ],
        },
        "groups": {
            "heads": [words.text(name(press.base, id).strip("«»")) for id in groups],
            "rows": _rows(press.base, numbering, groups, lambda effect: effect.families, flags=True),
            "pause": [words.text(numbering.short(one.when)) for one in tree.flags if one.pause == "true"],
            "limits": {
                "front": limits.front, "gap": limits.gap, "most": limits.most, "compare": limits.compare,
                "not_now": _signed(limits.not_now),
            },
        },
    }


def _rows(
    base: KnowledgeBase, numbering: Numbering, columns: list[str] | tuple[str, ...], points: Points, flags: bool
) -> list[Data]:
    """A row for each answer or combination that moves a column; answers that move the same alike share one."""
    found: list[Data] = []
    for question in numbering.questions:
        alike: dict[tuple[str, ...], list[str]] = {}
        for digit, option in numbering.options(question):
            cells = _cells(option.effects if option else question.unanswered, columns, points)
            if any(cells):
                alike.setdefault(cells, []).append(digit)
        for cells, digits in alike.items():
            unknown = numbering.digit(question.id, DONT_KNOW) in digits
            found.append(_row(numbering, question.id, digits, unknown, cells))
    for combination in numbering.tree.combinations:
        cells = _cells(combination.effects, columns, points)
        if any(cells):
            said = combination.effects[0]
            found.append(_together(numbering, combination.when, said.reason + words.other(base, said), cells))
    for flag in numbering.tree.flags if flags else ():
        if flag.veto:
            stops = tuple(STOP if id in flag.veto else "" for id in columns)
            found.append(_together(numbering, flag.when, flag.title, stops))
    return found


def _row(numbering: Numbering, question: str, digits: list[str], unknown: bool, cells: tuple[str, ...]) -> Data:
    asked = numbering.tree.by_id[question]
    shown = [*digits, NOTHING] if unknown else digits
    named = [option.text for digit, option in numbering.options(asked) if option and digit in digits]
    return {
        "when": words.text(numbering.noted(question, shown)),
        "text": words.text(" / ".join([*named, *(["не знаю, нет ответа"] if unknown else [])])),
        "cells": list(cells),
        "together": False,
    }


def _together(numbering: Numbering, when: Condition, reason: str, cells: tuple[str, ...]) -> Data:
    return {
        "when": words.text(numbering.short(when)), "text": words.text(reason), "cells": list(cells), "together": True,
    }


def _cells(effects: tuple[Effect, ...], columns: list[str] | tuple[str, ...], points: Points) -> tuple[str, ...]:
    return tuple(_cell(effects, id, points) for id in columns)


def _cell(effects: tuple[Effect, ...], id: str, points: Points) -> str:
    """What the effects give to a column: signed points, and the word that stops it."""
    total = sum(points(one).get(id, 0) for one in effects)
    stopped = any(id in one.veto for one in effects)
    return " ".join(_parts(total, stopped))


def _parts(total: int, stopped: bool) -> Iterator[str]:
    if total:
        yield _signed(total)
    if stopped:
        yield STOP


def _signed(points: int) -> str:
    return f"{MINUS}{-points}" if points < 0 else f"+{points}" if points else "0"
