"""Tells what a change of the content means, against another version of it.

Exit codes: 0 sound (warnings allowed), 1 problems, broken promises or rubber stamps, 2 wrong use.
"""

from __future__ import annotations

import importlib
import os
import sys
import tempfile
from pathlib import Path

import click

from command_line import WrongUseError, day, run
from navigator import report as problems_report
from navigator.base import KnowledgeBase
from navigator.change import failures, report
from navigator.change.meaning import SETS
from navigator.change.review import Review, review
from navigator.change.versions import NoVersionError, Repository

ROOT = Path(__file__).resolve().parents[1]
FORMATS = ("text", "github")


def reviewed(content: Path, base: str | None, today: str | None, sets: int) -> Review:
    """The review of what differs from the base version."""
    date = day(today)
    if not content.is_dir():
        raise WrongUseError(f"нет папки с записями: {content}; укажите её: --content ПАПКА")
    try:
        repository = Repository.around(content)
        commit = repository.base(base)
        with tempfile.TemporaryDirectory(prefix="navigator-review-") as folder:
            old = repository.unpack(commit, Path(folder))
            return review(old, repository.content, repository.changed(commit), date, sets)
    except NoVersionError as error:
        raise WrongUseError(str(error)) from None


def address_of(base: KnowledgeBase) -> report.Address:
    """Where on the site a record of the base is shown; nothing for what has no page."""
    sys.path.insert(0, str(ROOT))
    # By name: the pages stand beside the commands and are no part of what the commands are built from.
    address = importlib.import_module("macros.address").address

    def found(id: str) -> str | None:
        try:
            return str(address(base, id))
        except LookupError:
            return None

    return found


@click.command(help="Рассказывает, что значит правка: замечания, страницы, советы, обещания, подписи.",
               add_help_option=False)
@click.option("--base", default=None, metavar="ВЕРСИЯ",
              help="С чем сравнить; без указания — origin/main, а если её нет, main~1.")
@click.option("--content", type=click.Path(path_type=Path), default=ROOT / "content", metavar="ПАПКА",
              help="Папка с записями; без указания — content/ проекта.")
@click.option("--format", "form", default="text", metavar="ВИД", help="text — для людей, github — пометки для GitHub.")
@click.option("--summary", type=click.Path(path_type=Path), default=None, metavar="ФАЙЛ",
              help="Дописать отчёт в этот файл, например в сводку проверки.")
@click.option("--site", default=os.environ.get("SITE_URL") or report.PREVIEW, metavar="АДРЕС",
              help="Адрес сайта для ссылок; без указания — тот, на котором показывает make serve.")
@click.option("--sets", type=click.IntRange(10), default=SETS, metavar="ЧИСЛО", help="На скольких ситуациях сравнить.")
@click.option("--today", default=None, metavar="ГГГГ-ММ-ДД", help="На какой день проверять; без указания — на сегодня.")
@click.help_option("--help", help="Показать эту подсказку.")
def main(  # noqa: PLR0913, PLR0917 -- one argument an option
    base: str | None, content: Path, form: str, summary: Path | None, site: str, sets: int, today: str | None
) -> int:
    """Print the review."""
    if form not in FORMATS:
        raise WrongUseError(f"--format: «{form}» не бывает; выберите из: {', '.join(FORMATS)}")
    found = reviewed(content, base, today, sets)
    listed = problems_report.text_report(found.problems, content, snippets=False)
    told = report.text(found, listed, address_of(found.base), site)
    if form == "github" and (shown := (*found.problems, *failures.of(found))):
        click.echo(problems_report.github_report(shown))
    click.echo(told, nl=False)
    if summary is not None:
        with summary.open("a", encoding="utf-8") as file:
            file.write(told)
    return 0 if found.sound else 1


if __name__ == "__main__":
    sys.exit(run(main, sys.argv[1:], "review.py"))
