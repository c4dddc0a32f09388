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

from navigator.base import KnowledgeBase
from navigator.load import read_content
from navigator.tree.advise import advise
from navigator.tree.data import as_data
from navigator.tree.report import text
from navigator.tree.tree import Tree

ROOT = Path(__file__).resolve().parents[1]


class WrongUseError(Exception):
    """What was asked cannot be done; the message is for the person who asked."""


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


@click.command()
@click.argument("answers", metavar="ANSWERS.json")
@click.option("--content", type=click.Path(path_type=Path), default=ROOT / "content", help="Папка содержания.")
@click.option("--json", "as_json", is_flag=True, help="Вывести JSON.")
def main(answers: str, content: Path, as_json: bool) -> None:
    """Дать совет по ответам из ANSWERS.json («-» — из стандартного ввода)."""
    try:
        given = read_answers(answers)
        tree, base = read_tree(content)
    except WrongUseError as error:
        click.echo(f"Ошибка: {error}", err=True)
        sys.exit(2)
    sets = given if isinstance(given, list) else [given]
    found = [advise(tree, one) for one in sets]
    if as_json:
        data = [as_data(one) for one in found]
        click.echo(json.dumps(data if isinstance(given, list) else data[0], ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join(text(one, tree, base, asked) for one, asked in zip(found, sets, strict=True)))


if __name__ == "__main__":
    main()
