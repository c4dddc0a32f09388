"""Checks the content and names every problem with its place and its mend.

Exit codes: 0 sound (warnings allowed), 1 problems, 2 wrong use.
"""

from __future__ import annotations

import gc
import sys
from pathlib import Path

import click

from command_line import WrongUseError, day, run

ROOT = Path(__file__).resolve().parents[1]
FORMATS = ("text", "json", "github")


def check(content: Path, form: str, today: str | None) -> tuple[str, int]:
    """The report and the exit code."""
    if form not in FORMATS:
        raise WrongUseError(f"--format: «{form}» не бывает; выберите из: {', '.join(FORMATS)}")
    date = day(today)
    try:
        folder = content.absolute().resolve()
        there = folder.is_dir()
    except (OSError, ValueError, RuntimeError):
        folder, there = content, False
    if not there:
        raise WrongUseError(f"нет папки с записями: {content}; укажите её: --content ПАПКА")
    # The package is loaded only now, so that help and wrong use answer at once.
    from navigator import report  # noqa: PLC0415
    from navigator.load import read_content  # noqa: PLC0415
    from navigator.problems import has_errors  # noqa: PLC0415

    loaded = read_content(folder, date)
    problems, records = loaded.problems, len(loaded.base.records)
    code = 1 if has_errors(problems) else 0
    if form == "json":
        return report.json_report(problems, records), code
    if form == "github":
        return report.github_report(problems), code
    lines = [report.text_report(problems, folder, snippets=sys.stdout.isatty()), report.summary(problems, records)]
    return "\n".join(line for line in lines if line), code


@click.command(help="Проверяет записи и называет все замечания сразу: где, что не так и как исправить.",
               add_help_option=False)
@click.option("--content", type=click.Path(path_type=Path), default=ROOT / "content", metavar="ПАПКА",
              help="Папка с записями; без указания — content/ проекта.")
@click.option("--format", "form", default="text", metavar="ВИД",
              help="text — для людей, json — для программ, github — пометки для GitHub.")
@click.option("--today", default=None, metavar="ГГГГ-ММ-ДД", help="На какой день проверять; без указания — на сегодня.")
@click.help_option("--help", help="Показать эту подсказку.")
def main(content: Path, form: str, today: str | None) -> int:
    """Print the report."""
    gc.disable()  # the records live until the end: looking for garbage among them is a seventh of the time
    text, code = check(content, form, today)
    if text:
        sys.stdout.write(text + "\n")
    return code


if __name__ == "__main__":
    sys.exit(run(main, sys.argv[1:], "check.py"))
