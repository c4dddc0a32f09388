"""Writes content/ids.lock: adds new ids, keeps every old one.

Exit codes: 0 written, 1 the content has unreadable records, 2 wrong use.
"""

from __future__ import annotations

import datetime as dt
import sys
from pathlib import Path

import click

from navigator import ids_lock
from navigator.load import read_records
from navigator.reader.folder import LOCK

ROOT = Path(__file__).resolve().parents[1]


@click.command(help="Дописывает новые имена в content/ids.lock; прежние остаются навсегда.")
@click.option("--content", type=click.Path(path_type=Path), default=ROOT / "content", help="Папка с записями.")
@click.option("--today", type=click.DateTime(["%Y-%m-%d"]), default=None, help="День, которым пометить новые имена.")
@click.option("--retire", multiple=True, metavar="ID", help="Снять навсегда имя пункта, которого больше нет.")
def main(content: Path, today: dt.datetime | None, retire: tuple[str, ...]) -> None:
    """Bring the list up to date."""
    folder = content.absolute().resolve()
    if not folder.is_dir():
        click.echo(f"нет папки с записями: {content}", err=True)
        sys.exit(2)
    base, _ = read_records(folder)
    unreadable = sorted(id for id, kind in base.unread.items() if kind != "item")
    if unreadable:
        click.echo(f"сначала исправьте записи: {', '.join(unreadable)}; их назовёт make check", err=True)
        sys.exit(1)
    path = folder / LOCK
    text = path.read_text(encoding="utf-8") if path.is_file() else ""
    locked, faults = ids_lock.parse(text, LOCK)
    unknown = [id for id in retire if id not in locked]
    if faults or unknown:
        click.echo("\n".join(map(str, faults)) or f"нет такого имени в списке: {', '.join(unknown)}", err=True)
        sys.exit(2 if unknown else 1)
    day = today.date() if today else dt.date.today()
    made = ids_lock.updated(base, locked, day, frozenset(retire))
    path.write_text(ids_lock.render(made), encoding="utf-8", newline="\n")
    click.echo(f"Имён в списке: {len(made)}, новых: {len(made) - len(locked)}.")


if __name__ == "__main__":
    main()
