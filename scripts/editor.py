"""Teaches the editor of this machine the ids of the records by their titles; the file is not committed."""

from __future__ import annotations

from pathlib import Path

import click

from navigator.load import read_records
from navigator.snippets import FILE, snippets

ROOT = Path(__file__).resolve().parents[1]


@click.command(help="Учит VS Code вставлять имена записей по их названиям.")
def main() -> None:
    """Write the snippets."""
    base, _ = read_records(ROOT / "content")
    (ROOT / FILE).write_text(snippets(base), encoding="utf-8", newline="\n")
    click.echo(f"Записано: {FILE}. В VS Code начните набирать название записи и нажмите Ctrl+Пробел.")


if __name__ == "__main__":
    main()
