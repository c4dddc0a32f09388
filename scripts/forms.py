"""Writes the forms for experts without git: issue forms of the code host and Word files."""

from __future__ import annotations

from pathlib import Path

import click

from navigator.base import KnowledgeBase
from navigator.forms.fields import KINDS_ASKED, form_of
from navigator.forms.issue import issue_forms
from navigator.forms.word import write
from navigator.load import read_records

ROOT = Path(__file__).resolve().parents[1]


def files(base: KnowledgeBase) -> dict[str, bytes]:
    """Every generated form by its path in the project."""
    made = {name: text.encode("utf-8") for name, text in issue_forms(base).items()}
    return made | {f"docs/assets/forms/{kind}.docx": write(form_of(kind, base)) for kind in KINDS_ASKED}


@click.command(help="Пишет заново формы для экспертов: веб-формы и документы Word.")
def main() -> None:
    """Write every form."""
    base, _ = read_records(ROOT / "content")
    made = files(base)
    for name, data in made.items():
        path = ROOT / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    click.echo(f"Записано форм: {len(made)}.")


if __name__ == "__main__":
    main()
