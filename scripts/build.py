"""Builds the whole site: checks the content, renders, indexes, scans, and only then replaces the last site.

Exit codes: 0 built, 1 problems (the last site stays), 2 wrong use.
"""

from __future__ import annotations

import datetime as dt
import os
import shutil
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path
from urllib.parse import urlsplit

import click

from navigator.load import read_content
from navigator.report import summary, text_report
from navigator.version import fingerprint
from publish import pages, scan, search, swap, workspace

ROOT = Path(__file__).resolve().parents[1]


# What the site lacks when a setting is absent.
SETTINGS = {
    "SITE_URL": "нет карты сайта и полных адресов в предпросмотре ссылок",
    "REPO_URL": "нет ссылок «исправить запись»",
    "REMARK_EMAIL": "замечания копируют и печатают, но не отправляют письмом",
}


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
            pages.render(workspace.prepare(ROOT / "docs", Path(folder)), fresh)
            pages.prune(fresh)
            if not os.environ.get("SITE_URL"):
                (fresh / "sitemap.xml").unlink()  # without an address it would list nothing
            search.index(fresh)
        except (pages.PagesError, search.SearchError) as error:
            raise BuildFailedError([f"страницы не собрались: {error}"]) from error
        workspace.leave_marker(fresh, today, version, records)
        base = urlsplit(os.environ.get("SITE_URL", "")).path.rstrip("/") + "/"
        if faults := scan.scan(fresh, base):
            raise BuildFailedError(faults)
        fresh.chmod(0o755)
        swap.swap(fresh, out)
    return records


def _sweep(out: Path) -> None:
    """Removes what a killed build left beside `out`."""
    for left in out.parent.glob(f".{out.name}.new-*"):
        shutil.rmtree(left, ignore_errors=True)


@click.command(help="Собирает сайт. При ошибке прежний сайт остаётся на месте.")
@click.option("--content", "content", type=click.Path(path_type=Path), default=ROOT / "content",
              help="Папка с записями.")
@click.option("--out", "out", type=click.Path(path_type=Path), default=ROOT / "site", help="Куда положить сайт.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), default=None, help="Дата сборки, ГГГГ-ММ-ДД.")
def main(content: Path, out: Path, today: dt.datetime | None) -> None:
    """Builds the site or says in Russian why it could not."""
    day = today.date() if today else dt.date.today()
    content, out = content.resolve(), Path(os.path.abspath(out))
    if not content.is_dir():
        click.echo(f"нет папки с записями: {content}", err=True)
        sys.exit(2)
    try:
        _sweep(out)
        records = build(content, out, day)
    except swap.NotOurFolderError:
        click.echo(f"в папке {out} лежат файлы, которых сборка не создавала; укажите другую или пустую папку", err=True)
        sys.exit(2)
    except BuildFailedError as failed:
        for line in failed.lines:
            click.echo(line, err=True)
        click.echo("Сайт не собран; прежний остался на месте.", err=True)
        sys.exit(1)
    click.echo(f"Сайт собран: {out} (записей: {records}).")
    for name, without in SETTINGS.items():
        if not os.environ.get(name):
            click.echo(f"Не задано {name}: {without}.")


if __name__ == "__main__":
    main()
