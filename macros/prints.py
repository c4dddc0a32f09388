"""The sheets on paper as pages show them: which there are, how many pages each takes, what it weighs."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

from macros.page import Made, prose
from macros.site import Site
from navigator.plural import counted
from navigator.typography import NBSP


@dataclass(frozen=True, slots=True)
class Print:
    """A PDF of the set: `file` and `page` are addresses of the site."""

    file: str
    title: str
    description: str
    group: str
    page: str
    subject: str
    variant: str
    pages: int
    bytes: int
    version: str

    @property
    def measure(self) -> str:
        """«2 страницы, 64 КБ»."""
        return f"{counted(self.pages, 'страница', 'страницы', 'страниц')}, {size(self.bytes)}"


@dataclass(frozen=True, slots=True)
class Set:
    """All PDFs in their order and the ZIP that holds them; none where the build has made none."""

    prints: tuple[Print, ...] = ()
    zip_file: str = ""
    zip_bytes: int = 0

    @property
    def zip_size(self) -> str:
        """What the ZIP weighs."""
        return size(self.zip_bytes)

    def of(self, page: str) -> tuple[Print, ...]:
        """The PDFs that belong to a page."""
        return tuple(one for one in self.prints if one.page == page)

    @property
    def groups(self) -> dict[str, dict[str, list[Print]]]:
        """The PDFs under their headings; those on one subject, which differ in form only, together."""
        found: dict[str, dict[str, list[Print]]] = {}
        for one in self.prints:
            found.setdefault(one.group, {}).setdefault(one.subject or one.title, []).append(one)
        return found


def print_set(site: Site) -> Set:
    """What the build has printed; an empty set under plain MkDocs, which prints nothing."""
    file = Path(site.prints)
    if not site.prints or not file.is_file():
        return Set()
    facts = json.loads(file.read_text(encoding="utf-8"))
    return Set(tuple(Print(**one) for one in facts["sheets"]), facts["zip"]["file"], facts["zip"]["bytes"])


def size(number: int) -> str:
    """Bytes as a reader knows them: «64 КБ», «1,4 МБ»."""
    if number < 1_000_000:
        return f"{max(1, round(number / 1000))}{NBSP}КБ"
    return f"{number / 1_000_000:.1f}{NBSP}МБ".replace(".", ",")


def print_page(site: Site) -> Made:
    """All sheets with their size, and the ZIP."""
    return prose(site, "print-overview", "print.md.j2", papers=print_set(site))


PAGES: tuple[Callable[..., Made], ...] = (print_page,)
