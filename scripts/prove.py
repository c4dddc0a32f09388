"""Proves the promises of content/tree/guarantees for every set of answers.

Exit codes: 0 all proved, 1 a promise fails, 2 wrong use.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any

import click

from command_line import WrongUseError, run
from navigator.base import KnowledgeBase
from navigator.load import read_records
from navigator.model.guarantee import Guarantee
from navigator.prove.answers import Unknown
from navigator.prove.compare import Formulas, said_by_engine
from navigator.prove.model import AdviceModel
from navigator.prove.prover import Proof, prove
from navigator.prove.report import link, text
from navigator.tree.sample import random_answers
from navigator.tree.tree import Tree

ROOT = Path(__file__).resolve().parents[1]
SEED = 20261123
SHARES = (0.1, 0.4, 0.7, 0.9, 1.0)  # of questions answered
WITNESSES = ROOT / "tests" / "tree" / "witnesses.json"


def proofs(tree: Tree, base: KnowledgeBase) -> tuple[Proof, ...]:
    """The proof of every promise of the base, or what there is against it."""
    return tuple(prove(tree, one) for one in base.of_kind("guarantee") if isinstance(one, Guarantee))


def differing(tree: Tree, number: int) -> list[str]:
    """Links to random answers of which the formulas and the engine say different things."""
    formulas = Formulas(AdviceModel(tree, Unknown.of(tree)))
    return [
        link(answers)
        for step, share in enumerate(SHARES)
        for answers in random_answers(tree, number // len(SHARES), SEED + step, share)
        if formulas.said(answers) != said_by_engine(tree, answers)
    ]


def witnesses(found: Sequence[Proof]) -> dict[str, dict[str, Any]]:
    """Answers for everything that is possible, by what it is."""
    kept: dict[str, dict[str, Any]] = {}
    for proof in found:
        for goal, answers in proof.witnesses:
            kept.setdefault(goal.kind, {})[goal.id] = answers
    return {kind: dict(sorted(rows.items())) for kind, rows in sorted(kept.items())}


@click.command(help="Доказывает обещания дерева для всех наборов ответов или показывает набор, который их нарушает.",
               add_help_option=False)
@click.option("--content", type=click.Path(path_type=Path), default=ROOT / "content", metavar="ПАПКА",
              help="Папка с записями; без указания — content/ проекта.")
@click.option("--site", default=os.environ.get("SITE_URL", ""), metavar="АДРЕС", help="Адрес сайта для ссылок.")
@click.option("--witnesses", "keep", is_flag=True, help="Записать заново наборы ответов, которые показывают возможное.")
@click.option("--compare", type=click.IntRange(0), default=0, metavar="ЧИСЛО",
              help="Сверить формулы с движком на стольких случайных наборах.")
@click.help_option("--help", help="Показать эту подсказку.")
def main(content: Path, site: str, keep: bool, compare: int) -> int:
    """Print the report."""
    if not content.is_dir():
        raise WrongUseError(f"папки «{content}» нет")
    base, _ = read_records(content.absolute().resolve())
    try:
        tree = Tree.of(base.records.values())
    except LookupError:
        raise WrongUseError(f"в «{content}» нет tree/tree.yml, доказывать нечего") from None
    found = proofs(tree, base)
    click.echo(text(found, site))
    if keep:
        WITNESSES.write_text(json.dumps(witnesses(found), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        click.echo(f"Наборы ответов записаны: {WITNESSES.relative_to(ROOT)}.")
    apart = differing(tree, compare)
    if compare:
        click.echo("\n".join([f"Сверено случайных наборов: {compare}, расхождений: {len(apart)}.", *apart[:5]]))
    return 0 if all(one.proved for one in found) and not apart else 1


if __name__ == "__main__":
    sys.exit(run(main, sys.argv[1:], "prove.py"))
