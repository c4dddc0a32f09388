"""Lists what is due for a review and whose it is, as Markdown: the body of the one rolling issue.

Exit codes: 0 listed, 2 wrong use.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from command_line import WrongUseError, day, run
from navigator.base import KnowledgeBase
from navigator.freshness import State, ages
from navigator.load import read_records
from navigator.model import Record

ROOT = Path(__file__).resolve().parents[1]
MOST = 60  # of one list: an issue has its limits
HEADINGS: dict[State, str] = {"stale": "Давно просрочено", "overdue": "Просрочено", "soon": "Скоро срок"}


def due(base: KnowledgeBase, today: dt.date) -> dict[State, list[Record]]:
    """Records in force whose day has come or is near, the longest overdue first."""
    found: dict[State, list[Record]] = {state: [] for state in HEADINGS}
    for record in sorted(base.records.values(), key=lambda one: (ages(one).due, one.id)):
        state = ages(record).state(today)
        if record.status != "retired" and state in found:
            found[state].append(record)
    return found


def owner(record: Record, base: KnowledgeBase) -> str:
    """Who is asked: the author where there is one, else whoever looked last."""
    person = base.records.get(str(getattr(record, "author", record.reviews[-1].by)))
    return " ".join(str(getattr(person, "name", record.reviews[-1].by)).split())


def report(base: KnowledgeBase, today: dt.date) -> str:
    """The whole list."""
    found = due(base, today)
    lines = [f"На {today.isoformat()}. Эту заявку раз в месяц обновляет программа; отвечать за чужие сроки никто не "
             "обязан. Сверили запись — добавьте строку в её reviews."]
    for state, records in found.items():
        if not records:
            continue
        lines += ["", f"## {HEADINGS[state]}: {len(records)}", ""]
        for record in records[:MOST]:
            file = base.origins[record.id].file
            lines.append(f"- `{file}` — срок {ages(record).due.isoformat()}, {owner(record, base)}")
        if len(records) > MOST:
            lines.append(f"- … и ещё {len(records) - MOST}")
    if not any(found.values()):
        lines += ["", "Перепроверять пока нечего."]
    return "\n".join(lines) + "\n"


@click.command(help="Перечисляет записи, которые пора перепроверить, и чьи они.", add_help_option=False)
@click.option("--content", type=click.Path(path_type=Path), default=ROOT / "content", metavar="ПАПКА",
              help="Папка с записями; без указания — content/ проекта.")
@click.option("--today", default=None, metavar="ГГГГ-ММ-ДД", help="На какой день; без указания — на сегодня.")
@click.help_option("--help", help="Показать эту подсказку.")
def main(content: Path, today: str | None) -> None:
    """Print the list."""
    date = day(today)
    if not content.is_dir():
        raise WrongUseError(f"нет папки с записями: {content}; укажите её: --content ПАПКА")
    base, _ = read_records(content.absolute().resolve())
    click.echo(report(base, date), nl=False)


if __name__ == "__main__":
    sys.exit(run(main, sys.argv[1:], "due.py"))
