"""Writes the stubs and the navigation of kinds that experts add to: for them one YAML file is a whole page."""

from __future__ import annotations

import html
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from navigator.base import KnowledgeBase
from navigator.model import KINDS, Record

LESSER = 0.4


@dataclass(frozen=True, slots=True)
class Shelf:
    """Where the pages of a kind stand: path in docs/, macro, section of the navigation, name of an entry in it."""

    path: str
    macro: str
    section: str
    title: str
    under: str | None = None  # the field that names the record in whose group the entry stands
    listed: bool = True  # whether each record has an entry; where they are many, their overview leads to them
    weight: float = 1  # in the search: what is universal comes before what is special


# One line for each kind; a kind that others stand under comes before them.
SHELVES: Mapping[str, Shelf] = {
    "family": Shelf("ways/{id}.md", "way_page", "Способы выхода", "title"),
    "mode": Shelf("ways/{id}.md", "mode_page", "Способы выхода", "title", under="family", weight=LESSER),
    "note": Shelf("notes/{id}.md", "note_page", "Заметки", "title", listed=False, weight=LESSER),
    "case": Shelf("cases/{id}.md", "case_page", "Случаи", "title", listed=False, weight=LESSER),
    "field-test": Shelf("cases/{id}.md", "field_test_page", "Случаи", "title", listed=False, weight=LESSER),
}
_FOLDERS = {kind: folder for folder, (kind, _) in KINDS.items()}


class AddressTakenError(Exception):
    """A record asks for an address at which another page stands; the text is for the author."""


def write(base: KnowledgeBase, docs: Path, shelves: Mapping[str, Shelf] = SHELVES) -> None:
    """Adds to the build's copy of `docs/` a stub for every record of these kinds, whatever its status."""
    for kind, shelf in shelves.items():
        for record in base.of_kind(kind):
            source = f"content/{_FOLDERS[kind]}/{record.id}.yml"
            file = docs / _path(shelf, record)
            if file.exists():
                address = _path(shelf, record).removesuffix(".md")
                raise AddressTakenError(f"{source}: адрес {address}/ уже занят другой страницей; назовите запись иначе")
            file.parent.mkdir(parents=True, exist_ok=True)
            call = f'{{{{ {shelf.macro}("{record.id}") }}}}'
            weight = f"weight: {shelf.weight}\n" if shelf.weight != 1 else ""
            file.write_text(f"---\nsource: {source}\n{weight}---\n\n{call}\n", encoding="utf-8", newline="\n")


def unlisted(base: KnowledgeBase, shelves: Mapping[str, Shelf] = SHELVES) -> str:
    """Pages that have no entry in the navigation, as patterns of MkDocs: withdrawn ones, those of long kinds."""
    return "\n".join(f"/{_path(shelf, record)}" for kind, shelf in shelves.items() for record in base.of_kind(kind)
                     if not _listed(shelf, record))


def navigation(base: KnowledgeBase, nav: list[Any], shelves: Mapping[str, Shelf] = SHELVES) -> list[Any]:
    """The navigation of mkdocs.yml with an entry for every listed page; sections it does not have come last."""
    extended = [{title: list(inner) if isinstance(inner, list) else inner for title, inner in entry.items()}
                if isinstance(entry, dict) else entry for entry in nav]
    groups: dict[str, list[Any]] = {}
    holding = {shelf.section for shelf in shelves.values() if shelf.under}
    for kind, shelf in shelves.items():
        records = [record for record in base.of_kind(kind) if _listed(shelf, record)]
        section = _section(extended, shelf.section) if records else []
        for record in records:
            path = _path(shelf, record)
            if shelf.under is None and shelf.section in holding:
                groups[record.id] = [path]
                section.append({html.escape(str(getattr(record, shelf.title))): groups[record.id]})
            else:
                groups.get(str(getattr(record, shelf.under)) if shelf.under else "", section).append(path)
    return extended


def _listed(shelf: Shelf, record: Record) -> bool:
    return shelf.listed and record.status != "retired"


def _path(shelf: Shelf, record: Record) -> str:
    return shelf.path.format(id=record.id)


def _section(nav: list[Any], title: str) -> list[Any]:
    """The entries of a section; a section that is not there is begun."""
    for entry in nav:
        if isinstance(entry, dict) and isinstance(entry.get(title), list):
            found: list[Any] = entry[title]
            return found
    made: list[Any] = []
    nav.append({title: made})
    return made
