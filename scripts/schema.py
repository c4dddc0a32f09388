"""Writes the JSON Schemas of the records and the editor settings that point at them."""

from __future__ import annotations

from pathlib import Path

import click

from navigator.schema import files

ROOT = Path(__file__).resolve().parents[1]


@click.command(help="Пишет заново схемы записей для редакторов.")
def main() -> None:
    """Write every generated file and remove schemas of kinds that are no more."""
    made = files()
    for name, text in made.items():
        path = ROOT / name
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8", newline="\n")
    for stale in set((ROOT / "schema").glob("*.schema.json")) - {ROOT / name for name in made}:
        stale.unlink()
    click.echo(f"Записано файлов: {len(made)}.")


if __name__ == "__main__":
    main()
