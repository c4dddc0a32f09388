"""Reads a content folder into a knowledge base, together with everything that is wrong with it."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from pathlib import Path

from navigator import ids_lock, rules
from navigator.base import Context, KnowledgeBase, Origin
from navigator.model import KINDS, Record
from navigator.problems import Place, Problem
from navigator.reader.folder import LOCK, TOO_MANY, contents, shown
from navigator.reader.record import Read, read


@dataclass(frozen=True)
class Loaded:
    """What was read, and the problems of all files, sorted by place."""

    base: KnowledgeBase
    problems: tuple[Problem, ...]


@dataclass(slots=True)
class _Shelf:
    """Records as they come in."""

    records: dict[str, Record] = field(default_factory=dict)
    origins: dict[str, Origin] = field(default_factory=dict)
    unread: dict[str, str] = field(default_factory=dict)
    problems: list[Problem] = field(default_factory=list)


def read_content(folder: Path, today: dt.date) -> Loaded:
    """Every record of the folder and every problem; never raises for content."""
    folder = folder.absolute().resolve()
    base, problems = read_records(folder)
    if any(one.code == TOO_MANY for one in problems):
        return Loaded(base, tuple(problems))
    problems += _ids(folder, base)
    problems += rules.check(base, Context(today))
    return Loaded(base, tuple(sorted(set(problems))))


def _ids(folder: Path, base: KnowledgeBase) -> list[Problem]:
    """What the list of ids says of the records; a folder without the list is not compared with one."""
    lock, file = folder / LOCK, f"{base.folder}/{LOCK}"
    if not lock.is_file() or lock.is_symlink():
        return []
    locked, faults = ids_lock.read(lock, file)
    return [*faults, *ids_lock.check(base, locked)]


def read_records(folder: Path) -> tuple[KnowledgeBase, list[Problem]]:
    """The records of the folder and the problems of single files."""
    found = contents(folder)
    shelf = _Shelf(problems=found.problems)
    for one in found.files:
        kind, record_type = KINDS[one.folder]
        _put(shelf, one.file, one.stem, kind, read(one.path, one.stem, kind, record_type))
    base = KnowledgeBase(shelf.records, shelf.origins, shelf.unread, shown(folder.name))
    return base, shelf.problems


def _put(shelf: _Shelf, file: str, stem: str, kind: str, done: Read) -> None:
    """One file onto the shelf."""
    shelf.problems += [finding.in_file(file) for finding in done.findings]
    if done.record is None or done.node is None:
        shelf.unread[stem] = kind
        if kind == "checklist":
            shelf.unread.update((id, "item") for id in done.ids if id != stem)
        return
    if done.record.id in shelf.records:
        first = shelf.origins[done.record.id].file
        place = Place(file, *done.node.value["id"].spot) if isinstance(done.node.value, dict) else Place(file)
        shelf.problems.append(Problem(place, "C02", "error", f"id «{done.record.id}» уже занят файлом {first}",
                                      "дайте одной из записей другое имя"))
        return
    shelf.records[done.record.id] = done.record
    shelf.origins[done.record.id] = Origin(file, done.text, done.node)
