"""Begins a record: writes a file of the kind with every field explained and «???» where words are wanted.

Exit codes: 0 written, 1 the name is no good or taken, 2 wrong use.
"""

from __future__ import annotations

import sys
from difflib import get_close_matches
from pathlib import Path

import click

from command_line import WrongUseError, day, run
from navigator.load import read_records
from navigator.model import KINDS
from navigator.names import fault_of, taken
from navigator.reader import letters
from navigator.reader.folder import shown
from navigator.scaffold import model_of, path_of, scaffold

ROOT = Path(__file__).resolve().parents[1]


class RefusedError(Exception):
    """The record may not be begun; the text is for the author."""


def kinds() -> dict[str, str]:
    """Every kind with what it is called."""
    return {kind: str(model.model_config.get("title", kind)) for kind, model in KINDS.values()}


def kind_named(word: str) -> str:
    """The kind that the word means."""
    known = kinds()
    if word in known:
        return word
    if word in KINDS:
        return KINDS[word][0]
    close = get_close_matches(letters.latin_twin(word) or word, [*known, *KINDS], n=1)
    hint = f"; может быть, «{close[0]}»?" if close else "; все виды покажет команда без слов: scripts/new.py"
    raise WrongUseError(f"вида записей «{shown(word)}» нет{hint}")


def begin(content: Path, kind: str, id: str, today: str | None) -> Path:
    """Writes the file and returns its path; never over another file and never outside the folder of the kind."""
    date = day(today)
    if fault := fault_of(id):
        raise RefusedError(fault)
    if not content.is_dir():
        raise WrongUseError(f"нет папки с записями: {content}; укажите её: --content ПАПКА")
    base, _ = read_records(content)
    if fault := taken(id, base, content):
        raise RefusedError(fault)
    path = content / path_of(kind, id)
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.parent.resolve() != (content.resolve() / path_of(kind, id)).parent:
        raise RefusedError(f"папка {path.parent} — ссылка на другое место; записи кладут в саму папку")
    try:
        with path.open("x", encoding="utf-8", newline="\n") as file:
            file.write(scaffold(kind, id, date, base))
    except FileExistsError:
        raise RefusedError(f"файл {path} уже есть; выберите другое имя") from None
    return path


@click.command(help="Начинает запись: пишет файл, в котором объяснено каждое поле.", add_help_option=False)
@click.argument("kind", metavar="ВИД", required=False)
@click.argument("id", metavar="ИМЯ", required=False)
@click.option("--content", type=click.Path(path_type=Path), default=ROOT / "content", metavar="ПАПКА",
              help="Папка с записями; без указания — content/ проекта.")
@click.option("--today", default=None, metavar="ГГГГ-ММ-ДД",
              help="День первой записи журнала; без указания — сегодня.")
@click.help_option("--help", help="Показать эту подсказку.")
def main(kind: str | None, id: str | None, content: Path, today: str | None) -> int:
    """Begin a record."""
    if not kind or not id:
        click.echo("Как начать запись: make new KIND=вид ID=имя. Виды записей:")
        click.echo("\n".join(f"  {name:<14} {title}" for name, title in kinds().items()))
        return 0 if not kind else 2
    try:
        path = begin(content.absolute(), kind_named(kind), id, today)
    except RefusedError as refused:
        click.echo(str(refused), err=True)
        return 1
    what = model_of(kind_named(kind)).model_config.get("title")
    click.echo(f"{what}: {path.relative_to(Path.cwd()) if path.is_relative_to(Path.cwd()) else path}")
    click.echo("Откройте файл, замените каждое ???, затем выполните make check.")
    return 0


if __name__ == "__main__":
    sys.exit(run(main, sys.argv[1:], "new.py"))
