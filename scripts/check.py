"""Checks the content and names every problem with its place and its mend.

Exit codes: 0 sound (warnings allowed), 1 problems, 2 wrong use.
"""

from __future__ import annotations

import datetime as dt
import io
import re
import sys
from collections.abc import Sequence
from contextlib import suppress
from pathlib import Path

import click

ROOT = Path(__file__).resolve().parents[1]
FORMATS = ("text", "json", "github")


class WrongUseError(Exception):
    """The command was called in a way it does not understand; the text says how to call it."""


def day(text: str | None) -> dt.date:
    """The date of the check."""
    if text is None:
        return dt.date.today()
    if re.fullmatch(r"\d{4}-\d\d-\d\d", text, re.ASCII):
        with suppress(ValueError):
            return dt.date.fromisoformat(text)
    raise WrongUseError(f"--today: «{text}» — не дата; запишите её как ГГГГ-ММ-ДД, например 2026-11-23")


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
    text, code = check(content, form, today)
    if text:
        sys.stdout.write(text + "\n")
    return code


def run(arguments: Sequence[str]) -> int:
    """Run the command; every way to end it has its exit code and a Russian sentence."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
    try:
        return int(main.main(list(arguments), prog_name="check.py", standalone_mode=False) or 0)
    except WrongUseError as error:
        sys.stderr.write(f"{error}\n")
    except click.NoSuchOption as error:
        sys.stderr.write(f"нет ключа {error.option_name}; все ключи покажет --help\n")
    except click.BadOptionUsage as error:
        sys.stderr.write(f"у ключа {error.option_name} нет значения или оно лишнее; все ключи покажет --help\n")
    except click.ClickException:
        sys.stderr.write("лишние слова в команде; все ключи покажет --help\n")
    except click.Abort:
        return 130
    except BrokenPipeError:
        sys.stderr.close()
        return 1
    except Exception as error:  # an author can do nothing with a traceback, and still has to know whom to tell
        at = error.__traceback__
        while at is not None and at.tb_next is not None:
            at = at.tb_next
        where = f"{Path(at.tb_frame.f_code.co_filename).name}:{at.tb_lineno}" if at else "check.py"
        sys.stderr.write(f"сбой самой проверки ({where}, {type(error).__name__}); ваши записи тут ни при чём, "
                         "пришлите эту строку разработчикам\n")
    return 2


if __name__ == "__main__":
    sys.exit(run(sys.argv[1:]))
