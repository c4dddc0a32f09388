"""Gives advice for a set of answers, or for each of a list of sets.

Exit codes: 0 advised, 2 wrong use.
"""

from __future__ import annotations

import datetime as dt
import json
import sys
from pathlib import Path
from typing import Any

import click

from command_line import WrongUseError, run
from navigator.base import KnowledgeBase
from navigator.load import read_content
from navigator.tree.advise import advise
from navigator.tree.data import as_data
from navigator.tree.report import text
from navigator.tree.tree import Tree

ROOT = Path(__file__).resolve().parents[1]


def read_answers(source: str) -> Any:
    """The answers in the file, or in the standard input for `-`."""
    try:
        raw = sys.stdin.buffer.read() if source == "-" else Path(source).read_bytes()
    except OSError as error:
        raise WrongUseError(f"файл «{source}» не читается ({error.strerror})") from None
    try:
        answers = json.loads(raw.decode("utf-8-sig"))
    except UnicodeDecodeError:
        raise WrongUseError("ответы должны быть записаны в UTF-8") from None
    except json.JSONDecodeError as error:
        raise WrongUseError(f"это не JSON: строка {error.lineno}, знак {error.colno}") from None
    except RecursionError:
        raise WrongUseError("это не ответы: слишком глубокая вложенность") from None
    sets = answers if isinstance(answers, list) else [answers]
    if not all(isinstance(one, dict) for one in sets):
        raise WrongUseError('нужен набор ответов {"вопрос": "вариант"} или список таких наборов')
    return answers


def read_tree(content: Path) -> tuple[Tree, KnowledgeBase]:
    """The tree of a content folder and the base around it."""
    if not content.is_dir():
        raise WrongUseError(f"папки «{content}» нет")
    base = read_content(content, dt.date.today()).base
    try:
        return Tree.of(base.records.values()), base
    except LookupError:
        raise WrongUseError(f"в «{content}» нет tree/tree.yml, советовать не по чему") from None


@click.command(help="Даёт совет по ответам из файла; «-» — из стандартного ввода.", add_help_option=False)
@click.argument("answers", metavar="ОТВЕТЫ.json", required=False)
@click.option("--content", type=click.Path(path_type=Path), default=ROOT / "content", metavar="ПАПКА",
              help="Папка с записями; без указания — content/ проекта.")
@click.option("--json", "as_json", is_flag=True, help="Вывести JSON — для программ.")
@click.help_option("--help", help="Показать эту подсказку.")
def main(answers: str | None, content: Path, as_json: bool) -> None:
    """Print the advice."""
    if answers is None:
        raise WrongUseError("не назван файл с ответами: advise.py [--json] ОТВЕТЫ.json")
    given = read_answers(answers)
    tree, base = read_tree(content)
    sets = given if isinstance(given, list) else [given]
    try:
        found = [advise(tree, one) for one in sets]
    except (LookupError, ValueError) as error:  # records that the check refuses can lead here
        raise WrongUseError(f"по этим записям посоветовать нельзя ({type(error).__name__}: {error}); "
                            "исправьте то, что назовёт make check") from None
    if as_json:
        data = [as_data(one) for one in found]
        click.echo(json.dumps(data if isinstance(given, list) else data[0], ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join(text(one, tree, base, asked) for one, asked in zip(found, sets, strict=True)))


if __name__ == "__main__":
    sys.exit(run(main, sys.argv[1:], "advise.py"))
