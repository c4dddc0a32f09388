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

from navigator.load import read_records
from navigator.model.guarantee import Guarantee
from navigator.prove.prover import Proof, prove
from navigator.prove.report import text
from navigator.tree.tree import Tree

ROOT = Path(__file__).resolve().parents[1]
WITNESSES = ROOT / "tests" / "tree" / "witnesses.json"


def proofs(content: Path) -> tuple[Proof, ...]:
    """The proof of every promise of a content folder, or what there is against it."""
    base, _ = read_records(content.absolute().resolve())
    tree = Tree.of(base.records.values())
    return tuple(prove(tree, one) for one in base.of_kind("guarantee") if isinstance(one, Guarantee))


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
@click.help_option("--help", help="Показать эту подсказку.")
def main(content: Path, site: str, keep: bool) -> None:
    """Print the report."""
    if not content.is_dir():
        raise click.UsageError(f"папки «{content}» нет")
    try:
        found = proofs(content)
    except LookupError:
        raise click.UsageError(f"в «{content}» нет tree/tree.yml, доказывать нечего") from None
    click.echo(text(found, site))
    if keep:
        WITNESSES.write_text(json.dumps(witnesses(found), ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        click.echo(f"Наборы ответов записаны: {WITNESSES.relative_to(ROOT)}.")
    sys.exit(0 if all(one.proved for one in found) else 1)


if __name__ == "__main__":
    main()
