"""The project in a folder, as evidence looks at it: its records, problems, pages, files and advice.

Everything is read when somebody first asks. Pages are rendered with the
records, the stubs and the templates of that folder by the functions that the
stubs call, without MkDocs.
"""

from __future__ import annotations

import datetime as dt
import re
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from functools import cache, cached_property
from pathlib import Path
from unittest.mock import patch

from jinja2 import Environment, FileSystemLoader

from macros import page, render
from macros.site import Site
from navigator import load
from navigator.base import KnowledgeBase
from navigator.model import Item, Recommendation, Record, Statement
from navigator.problems import Problem
from navigator.reader.record import Read, read_bytes
from navigator.tree.advise import advise
from navigator.tree.result import Advice
from navigator.tree.tree import Tree
from tests.requirements.page import Page, parse

TODAY = dt.date(2026, 12, 1)
VERSION = "2026-12-01.abc"
_CALL = re.compile(r'\{\{ (\w+)\((?:"([a-z0-9-]+)")?\) \}\}')

_remembered = cache(read_bytes)  # reading is a function of the bytes


def _read(path: Path, stem: str, kind: str, record_type: type[Record]) -> Read:
    return _remembered(path.read_bytes(), stem, kind, record_type)


@contextmanager
def _files_read_once() -> Iterator[None]:
    with patch.object(load, "read", _read):
        yield


class Project:
    """The project under a folder."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self._pages: dict[str, Page] = {}

    @cached_property
    def base(self) -> KnowledgeBase:
        """The records."""
        with _files_read_once():
            return load.read_records(self.root / "content")[0]

    @cached_property
    def problems(self) -> tuple[Problem, ...]:
        """Everything that the check finds."""
        with _files_read_once():
            return load.read_content(self.root / "content", TODAY).problems

    def faults(self, *codes: str) -> list[str]:
        """Problems with one of the codes; a code may be a letter alone."""
        return [str(problem) for problem in self.problems if problem.code.startswith(codes)]

    def text(self, path: str) -> str:
        """A file; empty where there is none."""
        file = self.root / path
        return file.read_text(encoding="utf-8") if file.is_file() else ""

    def files(self, pattern: str) -> list[Path]:
        """Files of the folder by a pattern."""
        return sorted(self.root.glob(pattern))

    @cached_property
    def addresses(self) -> list[str]:
        """The address of every page that has a stub."""
        stubs = (file.relative_to(self.root / "docs").as_posix() for file in self.files("docs/**/*.md"))
        return sorted(re.sub(r"(?:^|(?<=/))index\.md$|\.md$", lambda one: "" if "index" in one[0] else "/", stub)
                      for stub in stubs)

    def page(self, address: str) -> Page:
        """The page at an address of the site."""
        if address not in self._pages:
            self._pages[address] = parse(self.markdown(address))
        return self._pages[address]

    def markdown(self, address: str) -> str:
        """What the macros hand over for the page."""
        stub = self.text(f"docs/{address}index.md") or self.text(f"docs/{address.rstrip('/')}.md")
        call = _CALL.search(stub)
        assert call, f"no stub calls a macro for «{address}»"
        return self.made(call[1], *([call[2]] if call[2] else []))

    def made(self, macro: str, *ids: str) -> str:
        """What a macro hands over; pages of notes, cases and ways in have no stub of their own."""
        templates = self._environment
        with patch.object(page, "environment", lambda: templates):
            return render.PAGES[macro](self._site, *ids).markdown

    def entry(self, record: Record) -> Page:
        """The page of a note, a case or a field test."""
        macro = f"{str(self.base.kind_of(record.id)).replace('-', '_')}_page"
        return parse(self.made(macro, record.id))

    def supposing(self, *records: Record) -> Project:
        """The same project with these records in its content, beside or instead of those it has."""
        other = Project(self.root)
        other.base = replace(self.base, records={**self.base.records, **{one.id: one for one in records}})
        return other

    @property
    def recommendations(self) -> tuple[Recommendation, ...]:
        """The recommendations."""
        return self.base.recommendations

    def items(self, recommendation: str = "") -> list[Item]:
        """Items of one checklist or of all."""
        return [item for one in self.base.checklists if recommendation in ("", one.recommendation)
                for item in one.items]

    def item(self, id: str) -> Item | None:
        """An item by its id."""
        return self.base.items[id][1] if id in self.base.items else None

    def record(self, id: str) -> Record | None:
        """A record by its id."""
        return self.base.records.get(id)

    @cached_property
    def tree(self) -> Tree:
        """The rules."""
        return Tree.of(self.base.records.values())

    def advise(self, **answers: object) -> Advice:
        """The advice for some answers; `_` in a name stands for `-`."""
        return advise(self.tree, {name.replace("_", "-"): value for name, value in answers.items()})

    @cached_property
    def _site(self) -> Site:
        return Site(self.base, VERSION)

    @cached_property
    def _environment(self) -> Environment:
        return page.environment().overlay(loader=FileSystemLoader(self.root / "macros" / "templates"))


def statements(value: object) -> Iterator[Statement]:
    """Every statement in a record, at any depth."""
    if isinstance(value, Statement):
        yield value
    if isinstance(value, tuple):
        for one in value:
            yield from statements(one)
    elif hasattr(type(value), "model_fields"):
        for name in type(value).model_fields:
            yield from statements(getattr(value, name))


def says(pattern: str, text: str) -> bool:
    """Whether a text matches, whatever its case and spaces."""
    return re.search(pattern, " ".join(text.replace("\u00a0", " ").split()), re.IGNORECASE) is not None
