"""The report on the rules as a whole: the same on every run, with alarms where something is wrong."""

from __future__ import annotations

from dataclasses import replace
from pathlib import Path

import pytest

from navigator.tree.balance import GROUPS, Alarm, alarms, frequencies, influence
from navigator.tree.condition import Is
from navigator.tree.sample import random_answers
from navigator.tree.tree import Tree
from report import ROOT, report
from tests.tree.mutations import flag, threshold

SETS = 400


def alarms_of(tree: Tree, scenarios: list[dict[str, object]] | None = None) -> list[Alarm]:
    answers = list(random_answers(tree, SETS, seed=1))
    return alarms(tree, frequencies(tree, answers), influence(tree, answers[:60], seed=1), scenarios or [])


def test_report_is_the_same_on_every_run() -> None:
    assert report(ROOT / "content", 60, 1) == report(ROOT / "content", 60, 1)


def test_report_names_everything_that_can_be_advised(tree: Tree) -> None:
    told = report(ROOT / "content", 60, 1)

    for id in (*tree.recommendations, *(one.id for one in (*tree.families, *tree.flags, *tree.questions))):
        assert f"\n{id} — " in told or f"\n{id} " in told, id


def test_every_family_stands_somewhere_in_each_set(tree: Tree) -> None:
    found = frequencies(tree, list(random_answers(tree, SETS, seed=2)))

    assert sum(found.among_three.values()) == pytest.approx(3)
    assert sum(found.first.values()) == pytest.approx(1)
    assert sum(found.front.values()) == pytest.approx(1)
    for groups in found.groups.values():
        assert sum(groups[group] for group in GROUPS) == pytest.approx(1)


def test_every_question_matters(tree: Tree) -> None:
    """The shipped rules ask for nothing that changes no advice."""
    answers = list(random_answers(tree, 100, seed=3))

    assert [one.question for one in influence(tree, answers, seed=3) if one.asked and one.advice == 0] == []


def test_alarm_for_what_is_never_advised(tree: Tree) -> None:
    never = {alarm.id for alarm in alarms_of(threshold(front=200)(tree)) if alarm.kind == "family"}

    assert never == {one.id for one in tree.families}


def test_alarm_for_a_flag_that_is_always_shown(tree: Tree) -> None:
    always = flag("hunch", when=Is("restrictions", ("none",)))(tree)
    sets = [{"restrictions": "none"}] * 5
    found = alarms(always, frequencies(always, sets), (), [])

    assert Alarm("flag", "hunch", "всегда показано") in found


def test_alarm_for_a_question_without_influence(tree: Tree) -> None:
    idle = tree.by_id["capacity"].model_copy(update={
        "id": "idle-question",
        "options": tuple(one.model_copy(update={"effects": ()}) for one in tree.by_id["capacity"].options),
    })

    assert Alarm("question", "idle-question", "ответ не меняет совета") in alarms_of(
        replace(tree, questions=(*tree.questions, idle))
    )


def test_alarm_for_an_option_no_scenario_uses(tree: Tree) -> None:
    found = alarms_of(tree, [{"foreign-sales": "never"}])

    assert "foreign-sales: never" not in {alarm.id for alarm in found}
    assert "foreign-sales: one-off" in {alarm.id for alarm in found}


def test_command_has_one_line_in_the_makefile() -> None:
    text = Path(ROOT / "Makefile").read_text(encoding="utf-8")

    assert text.count("scripts/report.py") == 1
