"""Gives advice for a set of answers, or for each of a list of sets.

Exit codes: 0 advised, 2 wrong use.
"""

from __future__ import annotations

import datetime as dt
import io
import json
import sys
from collections.abc import Sequence
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


@click.command(help="Даёт совет по ответам из файла; «-» — из стандартного ввода.", add_help_option=False)
@click.argument("answers", metavar="ОТВЕТЫ.json")
@click.option("--content", type=click.Path(path_type=Path), default=ROOT / "content", metavar="ПАПКА",
              help="Папка с записями; без указания — content/ проекта.")
@click.option("--json", "as_json", is_flag=True, help="Вывести JSON — для программ.")
@click.help_option("--help", help="Показать эту подсказку.")
def main(answers: str, content: Path, as_json: bool) -> None:
    """Print the advice."""
    given = read_answers(answers)
    tree, base = read_tree(content)
    sets = given if isinstance(given, list) else [given]
    found = [advise(tree, one) for one in sets]
    if as_json:
        data = [as_data(one) for one in found]
        click.echo(json.dumps(data if isinstance(given, list) else data[0], ensure_ascii=False, indent=2))
    else:
        click.echo("\n\n".join(text(one, tree, base, asked) for one, asked in zip(found, sets, strict=True)))


def run(arguments: Sequence[str]) -> int:
    """Run the command; wrong use gets a Russian sentence and the exit code 2."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        main.main(list(arguments), prog_name="advise.py", standalone_mode=False)
    except WrongUseError as error:
        sys.stderr.write(f"{error}\n")
    except click.MissingParameter:
        sys.stderr.write("не назван файл с ответами: advise.py [--json] ОТВЕТЫ.json\n")
    except click.NoSuchOption as error:
        sys.stderr.write(f"нет ключа {error.option_name}; все ключи покажет --help\n")
    except click.ClickException:
        sys.stderr.write("лишние слова в команде или у ключа нет значения; все ключи покажет --help\n")
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except (LookupError, ValueError) as error:  # records that the check refuses can lead here
        sys.stderr.write(f"по этим записям посоветовать нельзя ({type(error).__name__}: {error}); "
                         "исправьте то, что назовёт make check\n")
    else:
        return 0
    return 2


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
