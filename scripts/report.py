"""Tells what the rules do on the whole, over random answers and over the scenarios.

Exit codes: 0 told (alarms are for people to weigh), 2 wrong use.
"""

from __future__ import annotations

import datetime as dt
import sys
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from command_line import WrongUseError, run
from navigator.base import KnowledgeBase
from navigator.load import read_content
from navigator.tree.balance import alarms, frequencies, influence
from navigator.tree.balance_report import Report
from navigator.tree.sample import random_answers
from navigator.tree.tree import Tree

ROOT = Path(__file__).resolve().parents[1]
SEED = 20261123


def scenario_answers(base: KnowledgeBase) -> list[Mapping[str, Any]]:
    """The answers of every scenario in force."""
    found = [one for one in base.of_kind("scenario") if one.status != "retired"]
    return [answers for one in found if (answers := getattr(one, "answers", None))]


def names(tree: Tree, base: KnowledgeBase) -> dict[str, str]:
    """What readers call recommendations, families, flags and questions."""
    found = {one.id: one.short for one in base.recommendations}
    found |= {one.id: one.title for one in tree.families} | {one.id: one.title for one in tree.flags}
    return found | {one.id: one.text for one in tree.questions}


def report(content: Path, sets: int, seed: int) -> str:
    """The report for a content folder."""
    base = read_content(content, dt.date.today()).base
    tree = Tree.of(base.records.values())
    answers = list(random_answers(tree, sets, seed))
    scenarios = scenario_answers(base)
    found = frequencies(tree, answers)
    questions = influence(tree, answers[: max(1, sets // 10)], seed)
    worked = frequencies(tree, scenarios) if scenarios else None
    return Report(found, worked, questions, alarms(tree, found, questions, scenarios), names(tree, base)).text()


@click.command(help="Рассказывает, что делают правила: как часто что советуют, как влияют вопросы, что настораживает.",
               add_help_option=False)
@click.option("--content", type=click.Path(path_type=Path), default=ROOT / "content", metavar="ПАПКА",
              help="Папка с записями; без указания — content/ проекта.")
@click.option("--sets", type=click.IntRange(10), default=4000, metavar="ЧИСЛО", help="Сколько случайных наборов.")
@click.option("--seed", type=int, default=SEED, metavar="ЧИСЛО", help="Начало случайных чисел: одно — один отчёт.")
@click.help_option("--help", help="Показать эту подсказку.")
def main(content: Path, sets: int, seed: int) -> None:
    """Print the report."""
    if not content.is_dir():
        raise WrongUseError(f"папки «{content}» нет")
    try:
        click.echo(report(content, sets, seed))
    except LookupError:
        raise WrongUseError(f"в «{content}» нет tree/tree.yml, рассказывать не о чем") from None


if __name__ == "__main__":
    sys.exit(run(main, sys.argv[1:], "report.py"))
