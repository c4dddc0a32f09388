"""Builds the whole site: checks the content, renders, indexes, scans, and only then replaces the last site.

Exit codes: 0 built, 1 problems (the last site stays), 2 wrong use.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
import tempfile
from collections.abc import Mapping, Sequence
from pathlib import Path
from urllib.parse import urlsplit

import click

from command_line import WrongUseError, day, run
from navigator.load import read_content
from navigator.report import summary, text_report
from navigator.version import fingerprint
from publish import api, pages, prints, scan, search, stubs, swap, workspace
from sheets.compile import SheetError

ROOT = Path(__file__).resolve().parents[1]


# What the site lacks when a setting is absent.
SETTINGS = {
    "SITE_URL": "нет карты сайта, полных адресов в предпросмотре ссылок и QR-кодов на листах для печати",
    "REPO_URL": "нет ссылок «исправить запись»",
    "REMARK_EMAIL": "замечания копируют и печатают, но не отправляют письмом",
}

NOWHERE = "Экспертам некуда передать свой текст: на сайте нет адреса. Задайте REMARK_EMAIL или REPO_URL."


class BuildFailedError(Exception):
    """The site could not be built; the lines are for the author."""

    def __init__(self, lines: Sequence[str]) -> None:
        super().__init__("\n".join(lines))
        self.lines = tuple(lines)


def build(content: Path, out: Path, today: dt.date) -> int:
    """Builds `content` into `out` and returns the number of records; BuildFailedError leaves `out` as it was."""
    swap.recover(out)
    swap.ensure_replaceable(out)
    loaded = read_content(content, today)
    if any(problem.severity == "error" for problem in loaded.problems):
        raise BuildFailedError([text_report(loaded.problems, content), summary(loaded.problems)])
    records = len(loaded.base.records)
    version = f"{today.isoformat()}.{fingerprint(content)}"
    workspace.settle_environment(content, today, version)
    out.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(prefix=f".{out.name}.new-", dir=out.parent) as folder:
        fresh = Path(folder) / "site"
        try:
            prints.make(loaded.base, today, os.environ.get("SITE_URL", ""), Path(folder), ROOT / ".build" / "sheets")
            pages.render(workspace.prepare(ROOT / "docs", Path(folder), loaded.base), fresh, loaded.base)
            pages.prune(fresh)
            prints.publish(Path(folder), fresh)
            if not os.environ.get("SITE_URL"):
                (fresh / "sitemap.xml").unlink()  # without an address it would list nothing
            search.index(fresh)
        except SheetError as error:
            raise BuildFailedError([str(error)]) from error
        except (stubs.AddressTakenError, pages.PagesError, search.SearchError) as error:
            raise BuildFailedError([f"страницы не собрались: {error}"]) from error
        workspace.leave_marker(fresh, today, version, records)
        api.write(loaded.base, fresh, today, version, os.environ.get("SITE_URL", ""))
        base = urlsplit(os.environ.get("SITE_URL", "")).path.rstrip("/") + "/"
        if faults := scan.scan(fresh, base):
            raise BuildFailedError(faults)
        fresh.chmod(0o755)
        swap.swap(fresh, out)
    return records


def lacking(settings: Mapping[str, str]) -> list[str]:
    """What the site goes without, a line for each setting that is absent."""
    lines = [f"Не задано {name}: {without}." for name, without in SETTINGS.items() if not settings.get(name)]
    return lines if settings.get("REPO_URL") or settings.get("REMARK_EMAIL") else [*lines, NOWHERE]


def _sweep(out: Path) -> None:
    """Removes what a killed build left beside `out`."""
    for left in out.parent.glob(f".{out.name}.new-*"):
        shutil.rmtree(left, ignore_errors=True)


@click.command(help="Собирает сайт. При ошибке прежний сайт остаётся на месте.", add_help_option=False)
@click.option("--content", type=click.Path(path_type=Path), default=ROOT / "content", metavar="ПАПКА",
              help="Папка с записями; без указания — content/ проекта.")
@click.option("--out", type=click.Path(path_type=Path), default=ROOT / "site", metavar="ПАПКА",
              help="Куда положить сайт; без указания — site/ проекта.")
@click.option("--today", default=None, metavar="ГГГГ-ММ-ДД", help="День сборки; без указания — сегодня.")
@click.help_option("--help", help="Показать эту подсказку.")
def main(content: Path, out: Path, today: str | None) -> int:
    """Builds the site or says in Russian why it could not."""
    date = day(today)
    content, out = content.resolve(), Path(os.path.abspath(out))
    if not content.is_dir():
        raise WrongUseError(f"нет папки с записями: {content}; укажите её: --content ПАПКА")
    try:
        _sweep(out)
        records = build(content, out, date)
    except swap.NotOurFolderError:
        raise WrongUseError(
            f"в папке {out} лежат файлы, которых сборка не создавала; укажите другую или пустую папку"
        ) from None
    except BuildFailedError as failed:
        for line in failed.lines:
            click.echo(line, err=True)
        click.echo("Сайт не собран; прежний остался на месте.", err=True)
        return 1
    click.echo(f"Сайт собран: {out} (записей: {records}).")
    for line in lacking(os.environ):
        click.echo(line)
    return 0


if __name__ == "__main__":
    sys.exit(run(main, sys.argv[1:], "build.py"))
