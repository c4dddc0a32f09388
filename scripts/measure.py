"""Measures how far the advice agrees with the judged situations, in both parts of them.

The judges are a language model; no human has confirmed them. Exit codes: 0 measured, 2 wrong use.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from dataclasses import asdict
from pathlib import Path
from typing import Any

import click
import yaml

from navigator.load import read_content
from navigator.tree.advise import advise
from navigator.tree.agreement import Agreement, agreement, among_judges
from navigator.tree.tree import Tree

ROOT = Path(__file__).resolve().parents[1]
SITUATIONS = ROOT / "tests" / "tree" / "calibration.json"
SPLIT = ROOT / "tests" / "tree" / "split.yml"


def parts() -> dict[str, list[dict[str, Any]]]:
    """The judged situations by the part they belong to."""
    cases = {case["id"]: case for case in json.loads(SITUATIONS.read_text(encoding="utf-8"))["cases"]}
    split = yaml.safe_load(SPLIT.read_text(encoding="utf-8"))
    return {part: [cases[id] for id in ids] for part, ids in split.items()} | {"all": list(cases.values())}


def measured(tree: Tree) -> dict[str, Agreement]:
    """The agreement by part, and that of the judges among themselves."""
    found = {part: agreement(cases, lambda answers: advise(tree, answers)) for part, cases in parts().items()}
    return {**found, "judges": among_judges(parts()["all"])}


@click.command()
@click.option("--content", type=click.Path(path_type=Path), default=ROOT / "content", help="Папка содержания.")
@click.option("--json", "as_json", is_flag=True, help="Вывести JSON.")
def main(content: Path, as_json: bool) -> None:
    """Измерить согласие с суждениями (судьи — языковая модель, людьми не подтверждено)."""
    found = measured(Tree.of(read_content(content, dt.date.today()).base.records.values()))
    if as_json:
        click.echo(json.dumps({part: asdict(one) for part, one in found.items()}, ensure_ascii=False, indent=2))
        return
    names = {"tune": "настройка", "check": "проверка", "all": "все 90", "judges": "судьи между собой"}
    click.echo("Согласие с суждениями. Судьи — языковая модель, людьми не подтверждено.")
    for part, one in found.items():
        figures = "  ".join(f"{name} {value:.3f}" for name, value in asdict(one).items())
        click.echo(f"{names.get(part, part):<18}{figures}")


if __name__ == "__main__":
    sys.exit(main())
