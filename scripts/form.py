"""Turns a filled form into a YAML record and says what is missing in it.

Exit codes: 0 complete, 1 something is missing or refused, 2 wrong use.
"""

from __future__ import annotations

import sys
from dataclasses import dataclass
from pathlib import Path

import click

from command_line import WrongUseError, day, run
from navigator.base import KnowledgeBase
from navigator.forms.check import remarks
from navigator.forms.fields import KINDS_ASKED, form_of
from navigator.forms.reading import Filled, lines_of, read
from navigator.forms.record import draft, tidied
from navigator.forms.word import MAX_FILE, NotAFormError, paragraphs
from navigator.load import read_records
from navigator.names import fault_of, taken
from navigator.reader.blanks import BLANK
from navigator.scaffold import path_of

ROOT = Path(__file__).resolve().parents[1]
NAMELESS = "в форме нет имени записи; дайте его сами: --id два-четыре-слова"


def filled_form(source: Path, kind: str | None, base: KnowledgeBase) -> Filled:
    """The answers in the file."""
    forms = [form_of(one, base) for one in KINDS_ASKED if kind in (None, one)]
    if not forms:
        raise WrongUseError(f"--kind: формы «{kind}» нет; есть: {', '.join(KINDS_ASKED)}")
    if source.exists() and not source.is_file():
        raise WrongUseError(f"«{source}» — не файл")
    try:
        with source.open("rb") as stream:
            data = stream.read(MAX_FILE + 1)
    except OSError as error:
        raise WrongUseError(f"файл «{source}» не читается ({error.strerror})") from None
    word = data.startswith(b"PK") or source.suffix.lower() == ".docx"
    return read(paragraphs(data) if word else lines_of(data), forms)


def name_for(filled: Filled, named: str | None, base: KnowledgeBase, content: Path) -> tuple[str | None, str | None]:
    """The id of the record: from the command, else from the form; where there is none, what is wrong with the name."""
    id = _asked_for(filled, named)
    fault = (fault_of(id) or taken(id, base, content)) if id else None
    return (id or None, None) if fault is None else (None, fault)


def _asked_for(filled: Filled, named: str | None) -> str:
    """The name that the command gives, else the one in the form; it may be empty or unfit."""
    return named or " ".join(filled.answers.get("id", ()))


def _written(id: str, filled: Filled, content: Path) -> str | None:
    """What to say where this very form has been written already; nothing where it has not."""
    if not id or fault_of(id):
        return None
    path = content / path_of(filled.form.kind, id)
    if path.is_symlink() or not path.is_file() or path.stat().st_size > MAX_FILE:
        return None
    title = "".join(filled.answers.get("title", ())).rstrip(" .")
    text = " ".join(path.read_text(encoding="utf-8", errors="replace").split())
    if title and " ".join(tidied(title).split()) not in text:
        return None
    shown = f"{content.name}/{path_of(filled.form.kind, id)}"
    return f"Эта форма уже записана в {shown}: впишите недостающее туда или удалите файл и повторите"


@dataclass(frozen=True, slots=True)
class Taken:
    """A record made from a form: where it belongs if it has a name, its text, what is missing, what is wrong."""

    path: Path | None
    text: str
    missing: tuple[str, ...]
    wrong: tuple[str, ...]


def take(source: Path, kind: str | None, named: str | None, content: Path, today: str | None) -> Taken:
    """The record that the form makes."""
    date = day(today)
    if not content.is_dir():
        raise WrongUseError(f"нет папки с записями: {content}; укажите её: --content ПАПКА")
    base, _ = read_records(content)
    filled = filled_form(source, kind, base)
    id, fault = name_for(filled, named, base, content)
    if already := _written(_asked_for(filled, named), filled, content):
        return Taken(None, "", (), (already,))
    made = draft(filled, id or BLANK, base, date)
    wrong = [*([fault] if fault else []), *remarks(made.text, filled, base, date)]
    if id is None and fault is None:
        made.missing.insert(0, NAMELESS)
    path = content / path_of(filled.form.kind, id) if id else None
    return Taken(path, made.text, tuple(made.missing), tuple(wrong))


@click.command(help="Переводит заполненную форму (.docx или текст) в запись и говорит, чего в ней не хватает.",
               add_help_option=False)
@click.argument("source", metavar="ФОРМА", required=False, type=click.Path(path_type=Path))
@click.option("--kind", default=None, metavar="ВИД",
              help="note, case или field-test; без указания — по вопросам формы.")
@click.option("--id", "named", default=None, metavar="ИМЯ", help="Имя записи, если его нет в форме.")
@click.option("--write", "keep", is_flag=True, help="Положить запись в её папку, а не на экран.")
@click.option("--content", type=click.Path(path_type=Path), default=ROOT / "content", metavar="ПАПКА",
              help="Папка с записями; без указания — content/ проекта.")
@click.option("--today", default=None, metavar="ГГГГ-ММ-ДД", help="День записи; без указания — сегодня.")
@click.help_option("--help", help="Показать эту подсказку.")
def main(  # noqa: PLR0913, PLR0917 -- one argument an option
    source: Path | None, kind: str | None, named: str | None, keep: bool, content: Path, today: str | None
) -> int:
    """Print the record, then what is missing."""
    if source is None:
        raise WrongUseError("не назван файл с формой: form.py ФОРМА.docx")
    try:
        made = take(source, kind, named, content.absolute().resolve(), today)
    except NotAFormError as error:
        click.echo(str(error), err=True)
        return 1
    if made.wrong:
        click.echo("Запись не принята:", err=True)
    elif keep and made.path is not None:
        _write(made.path, made.text)
        click.echo(f"Записано: {made.path}")
    elif keep:
        click.echo("Не записано: у записи нет имени.", err=True)
    else:
        click.echo(made.text, nl=False)
    for line in made.wrong:
        click.echo(f"- {line}", err=True)
    if made.missing:
        click.echo("Не хватает:", err=True)
    for line in made.missing:
        click.echo(f"- {line}", err=True)
    if made.missing and not made.wrong:
        click.echo(_next(keep and made.path is not None), err=True)
    return 1 if made.wrong or made.missing else 0


def _next(written: bool) -> str:
    """What to do about what is missing: in the file, once it is there."""
    return ("Опишите их и впишите в этот файл вместо ??? — или удалите файл и повторите команду." if written
            else "Опишите их и повторите команду.")


def _write(path: Path, text: str) -> None:
    """A new file in the folder of the kind itself."""
    path.parent.mkdir(parents=True, exist_ok=True)
    if path.parent.resolve() != path.parent:
        raise WrongUseError(f"папка {path.parent} — ссылка на другое место; записи кладут в саму папку")
    with path.open("x", encoding="utf-8", newline="\n") as file:
        file.write(text)


if __name__ == "__main__":
    sys.exit(run(main, sys.argv[1:], "form.py"))
